//! Guilds, their channels and their active threads.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::permissions::{MANAGE_CHANNELS, VIEW_CHANNEL};
use super::super::world::State;
use super::super::world::model::Guild;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route { name: "GET /guilds/{guild.id}", access: Access::Bot, handler: guild },
    Route { name: "GET /guilds/{guild.id}/channels", access: Access::Bot, handler: channels },
    Route { name: "POST /guilds/{guild.id}/channels", access: Access::Bot, handler: create_channel },
    Route { name: "GET /guilds/{guild.id}/threads/active", access: Access::Bot, handler: active_threads },
];

/// The guild, if the bot is in it: any other is unknown to it.
pub(super) fn guild_of<'state>(state: &'state State, input: &Input) -> Result<&'state Guild, ApiError> {
    let guild = state.guilds.get(&input.id(0)?);
    guild.filter(|guild| guild.members.contains_key(&state.bot())).ok_or_else(ApiError::unknown_guild)
}

fn guild(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?;
    let mut object = State::guild_object(guild);
    if input.flag("with_counts") {
        object["approximate_member_count"] = json!(guild.members.len());
        object["approximate_presence_count"] = json!(guild.members.len());
    }
    Ok(Reply::json(object))
}

fn channels(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?;
    let channels = guild.channels.iter().filter_map(|channel| state.channels.get(channel));
    Ok(Reply::json(channels.map(|channel| state.channel_object(channel)).collect()))
}

fn create_channel(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?;
    if State::guild_permissions(guild, state.bot()) & MANAGE_CHANNELS == 0 {
        return Err(ApiError::missing_permissions());
    }
    let guild_id = guild.id;
    let overwrites = super::channels::read_overwrites(&input.body);
    let channel = state.create_channel(guild_id, &input.body, overwrites)?;
    Ok(Reply::created(state.channels.get(&channel).map_or(Value::Null, |it| state.channel_object(it))))
}

fn active_threads(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (guild_id, bot) = (guild_of(state, input)?.id, state.bot());
    let sees = |channel: &&super::super::world::model::Channel| {
        state.permissions_in(channel, bot) & VIEW_CHANNEL != 0
    };
    let threads: Vec<_> = state.active_threads(guild_id).filter(sees).collect();
    let members = threads.iter().filter_map(|channel| {
        let joined_at_ms = *channel.thread.as_ref()?.members.get(&bot)?;
        Some(State::thread_member_object(channel.id, bot, joined_at_ms))
    });
    Ok(Reply::json(json!({
        "threads": threads.iter().map(|channel| state.channel_object(channel)).collect::<Value>(),
        "members": members.collect::<Value>(), "has_more": false,
    })))
}
