//! The gateway's address, users and direct channels.

#![expect(clippy::unnecessary_wraps, reason = "every handler has one signature")]

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::mentions::snowflake;
use super::super::objects;
use super::super::world::State;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route { name: "GET /gateway", access: Access::Open, handler: gateway },
    Route { name: "GET /gateway/bot", access: Access::Bot, handler: gateway_bot },
    Route { name: "GET /users/@me", access: Access::Bot, handler: current_user },
    Route { name: "GET /users/@me/guilds", access: Access::Bot, handler: current_guilds },
    Route { name: "POST /users/@me/channels", access: Access::Bot, handler: open_direct_channel },
    Route { name: "GET /users/{user.id}", access: Access::Bot, handler: user },
];

fn gateway(state: &mut State, _: &Input) -> Result<Reply, ApiError> {
    Ok(Reply::json(json!({ "url": state.gateway_url })))
}

fn gateway_bot(state: &mut State, _: &Input) -> Result<Reply, ApiError> {
    let total = state.options.limits.session_starts_per_day;
    let (remaining, reset_after) = state.gateway.starts_left(total, state.clock.now_ms());
    Ok(Reply::json(json!({
        "url": state.gateway_url, "shards": state.options.shards,
        "session_start_limit": {
            "total": total, "remaining": remaining, "reset_after": reset_after,
            "max_concurrency": state.options.max_concurrency,
        },
    })))
}

fn current_user(state: &mut State, _: &Input) -> Result<Reply, ApiError> {
    let bot = state.users.get(&state.bot());
    Ok(Reply::json(bot.map_or(Value::Null, objects::current_user)))
}

fn current_guilds(state: &mut State, _: &Input) -> Result<Reply, ApiError> {
    let bot = state.bot();
    let guilds = state.guilds.values().filter(|guild| guild.members.contains_key(&bot));
    let partial = guilds.map(|guild| {
        json!({
            "id": objects::id(guild.id), "name": guild.name, "icon": null, "banner": null,
            "owner": guild.owner == bot, "features": [],
            "permissions": State::guild_permissions(guild, bot).to_string(),
        })
    });
    Ok(Reply::json(partial.collect()))
}

fn user(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let user = state.users.get(&input.id(0)?).ok_or_else(ApiError::unknown_user)?;
    Ok(Reply::json(objects::user(user)))
}

fn open_direct_channel(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let recipient = snowflake(&input.body["recipient_id"]);
    let recipient = recipient.ok_or_else(|| ApiError::required("recipient_id"))?;
    let channel = state.direct_channel(recipient)?;
    Ok(Reply::json(state.channels.get(&channel).map_or(Value::Null, |it| state.channel_object(it))))
}
