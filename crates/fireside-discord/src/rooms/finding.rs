//! Finding a room that an attempt without an answer may have opened: it has
//! no nonce, but its name is its own.

use fireside_core::ports::DeliveryError;
use fireside_core::{Receipt, RoomPlan};
use reqwest::Method;
use serde_json::Value;
use serenity::http::Route;

use super::{guild, learn, room};
use crate::adapter::Connection;
use crate::client::Call;
use crate::deliver::{address, identity, repeatable};
use crate::render::room_name;
use crate::snowflake;

/// How many archived threads are looked through: the most one call gives.
const LOOKED_THROUGH: usize = 100;

/// The room of `plan`, if it is there.
pub(crate) async fn find(connection: &Connection, plan: &RoomPlan) -> Result<Option<Receipt>, DeliveryError> {
    let parent = address(&plan.within.parent())?;
    let Some(guild) = guild(connection, &plan.within) else { return Ok(None) };
    let active = Call::new(Method::GET, Route::GuildThreadsActive { guild_id: guild.into() }, guild);
    let told = connection.client.send(active).await.map_err(repeatable)?;
    let bot = identity(connection).await?.bot;
    let mut found = named(&told, &plan.name, parent, bot);
    if found.is_none() {
        let channel_id = parent.into();
        let route = if plan.is_private {
            Route::ChannelArchivedPrivateThreads { channel_id }
        } else {
            Route::ChannelArchivedPublicThreads { channel_id }
        };
        let archived = Call::new(Method::GET, route, parent).query("limit", LOOKED_THROUGH);
        match connection.client.send(archived).await {
            Ok(told) => found = named(&told, &plan.name, parent, bot),
            // Not being let in to look is no reason not to open it.
            Err(error) if !error.is_passing() => {}
            Err(error) => return Err(repeatable(error)),
        }
    }
    Ok(found.and_then(|thread| {
        learn(connection, &thread);
        let id = thread["id"].as_str().and_then(snowflake::parse)?;
        Some(room(connection, &plan.within, id))
    }))
}

/// The bot's own thread of that name: what somebody else opened is theirs.
fn named(told: &Value, name: &str, parent: u64, bot: u64) -> Option<Value> {
    let (name, parent, bot) = (room_name(name), parent.to_string(), bot.to_string());
    let mut threads = told["threads"].as_array()?.iter();
    let is_it = |it: &&Value| {
        it["name"] == name.as_str() && it["parent_id"] == parent.as_str() && it["owner_id"] == bot.as_str()
    };
    threads.find(is_it).cloned()
}
