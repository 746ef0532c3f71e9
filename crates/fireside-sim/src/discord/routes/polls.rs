//! Polls: who voted, and ending one early.

use super::super::errors::ApiError;
use super::super::world::State;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route {
        name: "GET /channels/{channel.id}/polls/{message.id}/answers/{answer.id}",
        access: Access::Bot,
        handler: voters,
    },
    Route {
        name: "POST /channels/{channel.id}/polls/{message.id}/expire",
        access: Access::Bot,
        handler: end,
    },
];

fn voters(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let channel = state.channel_for(input.id(0)?, state.bot(), 0)?.id;
    let page = (input.number("after").unwrap_or(0), input.limit(25, 100)?);
    Ok(Reply::json(state.voters(channel, input.id(1)?, input.id(2)?, page)?))
}

fn end(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, message, bot) = (input.id(0)?, input.id(1)?, state.bot());
    state.channel_for(channel, bot, 0)?;
    let found = state.message(channel, message).ok_or_else(ApiError::unknown_message)?;
    if found.poll.is_none() {
        return Err(ApiError::new(400, 520_006, "Cannot expire a non-poll message"));
    }
    state.check_author(channel, message, bot)?;
    let ended = state.end_poll(channel, message)?;
    Ok(Reply::json(state.message_object(&ended)))
}
