//! Messages and reactions.

use serde_json::Value;

use super::super::errors::ApiError;
use super::super::permissions::{ADD_REACTIONS, MANAGE_MESSAGES, READ_MESSAGE_HISTORY};
use super::super::world::model::{Message, message_flags};
use super::super::world::{Draft, State};
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route { name: "POST /channels/{channel.id}/messages", access: Access::Bot, handler: create },
    Route { name: "GET /channels/{channel.id}/messages", access: Access::Bot, handler: list },
    Route { name: "GET /channels/{channel.id}/messages/{message.id}", access: Access::Bot, handler: get },
    Route { name: "PATCH /channels/{channel.id}/messages/{message.id}", access: Access::Bot, handler: edit },
    Route {
        name: "DELETE /channels/{channel.id}/messages/{message.id}",
        access: Access::Bot,
        handler: delete,
    },
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
];

const LIMIT_DEFAULT: u64 = 50;
const LIMIT_MAX: u64 = 100;

fn create(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, bot) = (input.id(0)?, state.bot());
    state.check_may_send(channel, bot)?;
    let attachments = input.attachments(state);
    let mut draft = Draft::read(&input.body, &attachments)?;
    // Only an interaction's answer can be ephemeral.
    draft.flags &= !message_flags::EPHEMERAL;
    let message = state.send(channel, bot, draft)?;
    Ok(Reply::json(state.message_object(&message)))
}

/// The message, unless somebody else alone sees it.
fn shown(state: &State, input: &Input) -> Result<Message, ApiError> {
    let channel = state.channel_for(input.id(0)?, state.bot(), 0)?;
    let message = channel.messages.get(&input.id(1)?);
    let message = message.filter(|message| message.seen_only_by.is_none());
    message.cloned().ok_or_else(ApiError::unknown_message)
}

fn get(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    state.channel_for(input.id(0)?, state.bot(), READ_MESSAGE_HISTORY)?;
    let message = shown(state, input)?;
    Ok(Reply::json(state.message_object(&message)))
}

fn list(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let channel = state.channel_for(input.id(0)?, state.bot(), 0)?;
    if state.permissions_in(channel, state.bot()) & READ_MESSAGE_HISTORY == 0 {
        return Ok(Reply::json(Value::Array(Vec::new())));
    }
    let limit = input.number("limit").unwrap_or(LIMIT_DEFAULT);
    if !(1..=LIMIT_MAX).contains(&limit) {
        let message = "int value should be between 1 and 100.";
        return Err(ApiError::form("limit", "NUMBER_TYPE_MAX", message));
    }
    let limit = usize::try_from(limit).unwrap_or(100);
    let shown = |(_, message): &(&u64, &Message)| message.seen_only_by.is_none();
    let before = |until: u64, count: usize| {
        channel.messages.range(..until).rev().filter(shown).take(count).map(|(_, message)| message)
    };
    let from = |since: u64, count: usize| {
        let mut newer: Vec<_> =
            channel.messages.range(since..).filter(shown).take(count).map(|(_, message)| message).collect();
        newer.reverse();
        newer
    };
    let found: Vec<&Message> = match (input.number("around"), input.number("before"), input.number("after")) {
        (Some(around), _, _) => {
            let newer = from(around, limit - limit / 2);
            newer.into_iter().chain(before(around, limit / 2)).collect()
        }
        (None, Some(until), _) => before(until, limit).collect(),
        (None, None, Some(after)) => from(after.saturating_add(1), limit),
        (None, None, None) => before(u64::MAX, limit).collect(),
    };
    Ok(Reply::json(found.into_iter().map(|message| state.message_object(message)).collect()))
}

fn edit(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let message = shown(state, input)?;
    state.check_author(message.channel, message.id, state.bot())?;
    let thread = state.channels.get(&message.channel).and_then(|channel| channel.thread.as_ref());
    if thread.is_some_and(|thread| thread.archived) {
        return Err(ApiError::thread_archived());
    }
    let attachments = input.attachments(state);
    let message = state.edit(message.channel, message.id, &input.body, &attachments)?;
    Ok(Reply::json(state.message_object(&message)))
}

fn delete(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let message = shown(state, input)?;
    if message.author != state.bot() {
        state.channel_for(message.channel, state.bot(), MANAGE_MESSAGES)?;
    }
    state.delete_message(message.channel, message.id)?;
    Ok(Reply::nothing())
}

fn react(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, bot) = (input.id(0)?, state.bot());
    state.channel_for(channel, bot, ADD_REACTIONS | READ_MESSAGE_HISTORY)?;
    if input.text(2).is_ascii() && !input.text(2).contains(':') {
        return Err(ApiError::new(400, 10014, "Unknown Emoji"));
    }
    state.react(channel, input.id(1)?, bot, input.text(2))?;
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
