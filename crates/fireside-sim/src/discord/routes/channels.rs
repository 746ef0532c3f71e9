//! Channels: reading, changing, deleting, typing.

use serde_json::Value;

use super::super::errors::ApiError;
use super::super::mentions::snowflake;
use super::super::permissions::{MANAGE_CHANNELS, MANAGE_THREADS};
use super::super::world::State;
use super::super::world::model::Overwrite;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route { name: "GET /channels/{channel.id}", access: Access::Bot, handler: get },
    Route { name: "PATCH /channels/{channel.id}", access: Access::Bot, handler: change },
    Route { name: "DELETE /channels/{channel.id}", access: Access::Bot, handler: delete },
    Route { name: "POST /channels/{channel.id}/typing", access: Access::Bot, handler: type_in },
];

/// The `permission_overwrites` of a body.
pub(super) fn read_overwrites(body: &Value) -> Vec<Overwrite> {
    let bits = |value: &Value| snowflake(value).unwrap_or(0);
    let read = |overwrite: &Value| {
        Some(Overwrite {
            id: snowflake(&overwrite["id"])?,
            is_for_member: overwrite["type"].as_u64() == Some(1),
            allow: bits(&overwrite["allow"]),
            deny: bits(&overwrite["deny"]),
        })
    };
    body["permission_overwrites"].as_array().into_iter().flatten().filter_map(read).collect()
}

fn object(state: &State, channel: u64) -> Reply {
    Reply::json(state.channels.get(&channel).map_or(Value::Null, |channel| state.channel_object(channel)))
}

fn get(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let channel = state.channel_for(input.id(0)?, state.bot(), 0)?.id;
    Ok(object(state, channel))
}

fn change(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel_id, bot) = (input.id(0)?, state.bot());
    let channel = state.channel_for(channel_id, bot, 0)?;
    if channel.thread.is_some() {
        state.check_may_tend(channel_id, bot, &input.body)?;
        state.change_thread(channel_id, bot, &input.body)?;
    } else {
        state.channel_for(channel_id, bot, MANAGE_CHANNELS)?;
        if input.body["permission_overwrites"].is_array()
            && let Some(channel) = state.channels.get_mut(&channel_id)
        {
            channel.overwrites = read_overwrites(&input.body);
        }
        state.change_channel(channel_id, &input.body)?;
    }
    Ok(object(state, channel_id))
}

fn delete(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel_id, bot) = (input.id(0)?, state.bot());
    let channel = state.channel_for(channel_id, bot, 0)?;
    // Deleting a direct channel only closes it.
    if channel.recipient.is_some() {
        return Ok(object(state, channel_id));
    }
    let needed = if channel.thread.is_some() { MANAGE_THREADS } else { MANAGE_CHANNELS };
    state.channel_for(channel_id, bot, needed)?;
    state.delete_channel(channel_id).map(Reply::json).ok_or_else(ApiError::unknown_channel)
}

fn type_in(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, bot) = (input.id(0)?, state.bot());
    state.check_may_send(channel, bot)?;
    state.type_in(channel, bot);
    Ok(Reply::nothing())
}
