//! Sending messages, reactions and "typing…".

use serde_json::{Value, json};

use super::{Answer, compose, render};
use crate::telegram::chat::Chat;
use crate::telegram::errors::ApiError;
use crate::telegram::history::StoredMessage;
use crate::telegram::params::Params;
use crate::telegram::shown::EventKind;
use crate::telegram::state::State;

/// `sendMessage`.
pub(super) fn send_message(state: &mut State, params: &Params) -> Answer {
    let (text, entities) = compose::text(params)?;
    let keyboard = compose::keyboard(params)?;
    let chat_id = state.target(params)?;
    let Some(chat) = state.chats.get(&chat_id) else { return Err(ApiError::bad_request("chat not found")) };
    let reply_to = reply_target(chat, params)?;
    let replied = reply_to.and_then(|id| chat.message(id));
    // A reply lands in the topic of what it replies to.
    let thread = state.target_thread(chat, params, replied.and_then(|replied| replied.thread))?;
    state.pace(chat_id)?;
    let from = state.bot.id;
    let message =
        StoredMessage { thread, from, reply_to, text, entities, keyboard, ..StoredMessage::default() };
    let id = state.post(chat_id, message);
    render_message(state, chat_id, id)
}

/// A message of the bot's as the answer to the call that made or changed it.
pub(super) fn render_message(state: &State, chat_id: i64, id: i64) -> Answer {
    let gone = || ApiError::new(500, "Internal Server Error");
    let chat = state.chats.get(&chat_id).ok_or_else(gone)?;
    let message = chat.history.get(id).ok_or_else(gone)?;
    render(&state.message_object(chat, message))
}

/// The message that the call replies to, from `reply_parameters` or the older
/// `reply_to_message_id`.
fn reply_target(chat: &Chat, params: &Params) -> Result<Option<i64>, ApiError> {
    let (id, lenient) = match params.structure::<Value>("reply_parameters")? {
        Some(reply) => {
            let id = reply.get("message_id").and_then(Value::as_i64);
            let lenient = reply.get("allow_sending_without_reply").and_then(Value::as_bool).unwrap_or(false);
            (id, lenient)
        }
        None => (params.integer("reply_to_message_id")?, params.flag("allow_sending_without_reply")),
    };
    let Some(id) = id.filter(|id| *id != 0) else { return Ok(None) };
    let found = chat.message(id).is_some();
    match (found, lenient) {
        (true, _) => Ok(Some(id)),
        (false, true) => Ok(None),
        (false, false) => Err(ApiError::bad_request("message to be replied not found")),
    }
}

/// `setMessageReaction`: at most one reaction per message is a bot's due.
pub(super) fn set_message_reaction(state: &mut State, params: &Params) -> Answer {
    let chat_id = state.target(params)?;
    let id = params.id("message_id")?;
    let reactions: Vec<Value> = params.structure("reaction")?.unwrap_or_default();
    if reactions.len() > 1 {
        return Err(ApiError::bad_request("REACTIONS_TOO_MANY"));
    }
    if reactions.iter().any(|reaction| reaction.get("type").is_none_or(|kind| kind == &json!("paid"))) {
        return Err(ApiError::bad_request("REACTION_INVALID"));
    }
    let bot = state.bot.id;
    let message = state.message_mut(chat_id, id);
    let message = message.ok_or_else(|| ApiError::bad_request("message to react not found"))?;
    message.reactions.insert(bot, reactions);
    state.show(EventKind::Edited, chat_id, id);
    render(&true)
}

/// `sendChatAction`.
pub(super) fn send_chat_action(state: &mut State, params: &Params) -> Answer {
    const ACTIONS: [&str; 11] = [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ];
    let chat_id = state.target(params)?;
    if let Some(chat) = state.chats.get(&chat_id) {
        state.target_thread(chat, params, None)?;
    }
    let action = params.text("action").unwrap_or_default();
    if !ACTIONS.contains(&action.as_ref()) {
        return Err(ApiError::bad_request("wrong parameter action in request"));
    }
    render(&true)
}
