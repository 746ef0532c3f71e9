//! Messages.

use serde_json::Value;

use super::super::errors::ApiError;
use super::super::mentions::snowflake;
use super::super::permissions::{MANAGE_MESSAGES, READ_MESSAGE_HISTORY, SEND_MESSAGES};
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
        name: "POST /channels/{channel.id}/messages/bulk-delete",
        access: Access::Bot,
        handler: delete_in_bulk,
    },
    Route {
        name: "POST /channels/{channel.id}/messages/{message.id}/crosspost",
        access: Access::Bot,
        handler: crosspost,
    },
];

/// How many messages one call deletes at most.
const BULK_MAX: usize = 100;

fn create(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, bot) = (input.id(0)?, state.bot());
    state.check_may_send(channel, bot)?;
    let attachments = input.attachments(state)?;
    let mut draft = Draft::read(&input.body, &attachments)?;
    state.check_may_enclose(channel, bot, &draft)?;
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
    let limit = input.limit(50, 100)?;
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
    state.check_is_awake(message.channel)?;
    if let Some(flags) = only_flags(&input.body)
        && message.author != state.bot()
    {
        // Whoever manages messages may hide the embeds of anybody's.
        state.channel_for(message.channel, state.bot(), MANAGE_MESSAGES)?;
        let message = state.suppress_embeds(message.channel, message.id, flags)?;
        return Ok(Reply::json(state.message_object(&message)));
    }
    state.check_author(message.channel, message.id, state.bot())?;
    let attachments = input.attachments(state)?;
    let message = state.edit(message.channel, message.id, &input.body, &attachments)?;
    Ok(Reply::json(state.message_object(&message)))
}

/// The flags of a body that names nothing else.
fn only_flags(body: &Value) -> Option<u64> {
    let fields = body.as_object()?;
    fields.get("flags").filter(|_| fields.len() == 1)?.as_u64()
}

fn delete_in_bulk(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let channel = state.channel_for(input.id(0)?, state.bot(), MANAGE_MESSAGES)?;
    // Direct channels know no such call.
    let channel = channel.guild.map(|_| channel.id).ok_or_else(ApiError::wrong_channel_type)?;
    let messages = input.body["messages"].as_array().map_or(&[][..], Vec::as_slice);
    let messages: Vec<u64> = messages.iter().filter_map(snowflake).collect();
    if !(2..=BULK_MAX).contains(&messages.len()) {
        return Err(ApiError::bad_length("messages", 2, BULK_MAX));
    }
    state.delete_in_bulk(channel, &messages)?;
    Ok(Reply::nothing())
}

fn crosspost(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let message = shown(state, input)?;
    let own = message.author == state.bot();
    state.channel_for(message.channel, state.bot(), if own { SEND_MESSAGES } else { MANAGE_MESSAGES })?;
    let message = state.crosspost(message.channel, message.id)?;
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
