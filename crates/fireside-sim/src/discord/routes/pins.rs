//! Pinned messages, by the paths of today and those from before.

use super::super::errors::ApiError;
use super::super::permissions::READ_MESSAGE_HISTORY;
use super::super::world::State;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route { name: "GET /channels/{channel.id}/messages/pins", access: Access::Bot, handler: list },
    Route {
        name: "PUT /channels/{channel.id}/messages/pins/{message.id}",
        access: Access::Bot,
        handler: pin,
    },
    Route {
        name: "DELETE /channels/{channel.id}/messages/pins/{message.id}",
        access: Access::Bot,
        handler: unpin,
    },
    Route { name: "GET /channels/{channel.id}/pins", access: Access::Bot, handler: list_all },
    Route { name: "PUT /channels/{channel.id}/pins/{message.id}", access: Access::Bot, handler: pin },
    Route { name: "DELETE /channels/{channel.id}/pins/{message.id}", access: Access::Bot, handler: unpin },
];

fn list(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let channel = state.channel_for(input.id(0)?, state.bot(), READ_MESSAGE_HISTORY)?.id;
    let before = input.query.get("before").map(String::as_str);
    Ok(Reply::json(state.pins_page(channel, before, input.limit(50, 50)?)))
}

fn list_all(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let channel = state.channel_for(input.id(0)?, state.bot(), READ_MESSAGE_HISTORY)?.id;
    let pinned = state.pinned(channel);
    Ok(Reply::json(pinned.into_iter().take(50).map(|message| state.message_object(message)).collect()))
}

fn pin(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, bot) = (input.id(0)?, state.bot());
    state.check_may_pin(channel, state.bot())?;
    state.check_is_awake(channel)?;
    state.pin(channel, input.id(1)?, bot)?;
    Ok(Reply::nothing())
}

fn unpin(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let channel = input.id(0)?;
    state.check_may_pin(channel, state.bot())?;
    state.check_is_awake(channel)?;
    state.unpin(channel, input.id(1)?)?;
    Ok(Reply::nothing())
}
