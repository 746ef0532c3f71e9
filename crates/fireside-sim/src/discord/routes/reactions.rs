//! Reactions: giving, taking, listing.

use super::super::errors::ApiError;
use super::super::permissions::{ADD_REACTIONS, MANAGE_MESSAGES, READ_MESSAGE_HISTORY};
use super::super::world::State;
use super::super::world::reactions::ReactionKind;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route {
        name: "PUT /channels/{channel.id}/messages/{message.id}/reactions/{emoji}/@me",
        access: Access::Bot,
        handler: react,
    },
    Route {
        name: "DELETE /channels/{channel.id}/messages/{message.id}/reactions/{emoji}/@me",
        access: Access::Bot,
        handler: unreact,
    },
    Route {
        name: "DELETE /channels/{channel.id}/messages/{message.id}/reactions/{emoji}/{user.id}",
        access: Access::Bot,
        handler: unreact_other,
    },
    Route {
        name: "GET /channels/{channel.id}/messages/{message.id}/reactions/{emoji}",
        access: Access::Bot,
        handler: list,
    },
    Route {
        name: "DELETE /channels/{channel.id}/messages/{message.id}/reactions/{emoji}",
        access: Access::Bot,
        handler: clear_emoji,
    },
    Route {
        name: "DELETE /channels/{channel.id}/messages/{message.id}/reactions",
        access: Access::Bot,
        handler: clear,
    },
];

fn react(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, message, bot) = (input.id(0)?, input.id(1)?, state.bot());
    state.channel_for(channel, bot, READ_MESSAGE_HISTORY)?;
    // Joining a reaction that is there takes no permission of its own.
    let there = state.message(channel, message).into_iter().flat_map(|message| &message.reactions);
    if !there.into_iter().any(|reaction| reaction.emoji == input.text(2)) {
        state.channel_for(channel, bot, ADD_REACTIONS)?;
    }
    state.check_is_awake(channel)?;
    state.react(channel, message, bot, input.text(2), ReactionKind::Normal)?;
    Ok(Reply::nothing())
}

fn unreact(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, bot) = (input.id(0)?, state.bot());
    state.channel_for(channel, bot, 0)?;
    state.unreact(channel, input.id(1)?, bot, input.text(2))?;
    Ok(Reply::nothing())
}

fn unreact_other(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let channel = input.id(0)?;
    state.channel_for(channel, state.bot(), MANAGE_MESSAGES)?;
    state.unreact(channel, input.id(1)?, input.id(3)?, input.text(2))?;
    Ok(Reply::nothing())
}

fn list(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let channel = input.id(0)?;
    state.channel_for(channel, state.bot(), READ_MESSAGE_HISTORY)?;
    let kind = if input.number("type") == Some(1) { ReactionKind::Burst } else { ReactionKind::Normal };
    let page = (input.number("after").unwrap_or(0), input.limit(25, 100)?);
    Ok(Reply::json(state.reactors(channel, input.id(1)?, input.text(2), kind, page)?))
}

fn clear_emoji(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let channel = input.id(0)?;
    state.channel_for(channel, state.bot(), MANAGE_MESSAGES)?;
    state.clear_reactions(channel, input.id(1)?, Some(input.text(2)))?;
    Ok(Reply::nothing())
}

fn clear(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let channel = input.id(0)?;
    state.channel_for(channel, state.bot(), MANAGE_MESSAGES)?;
    state.clear_reactions(channel, input.id(1)?, None)?;
    Ok(Reply::nothing())
}
