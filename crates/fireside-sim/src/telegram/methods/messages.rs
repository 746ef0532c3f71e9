//! Sending messages.

use serde_json::Value;

use super::{Answer, compose, outgoing, render};
use crate::telegram::chat::Chat;
use crate::telegram::errors::ApiError;
use crate::telegram::history::StoredMessage;
use crate::telegram::params::Params;
use crate::telegram::state::State;

/// `sendMessage`.
pub(super) fn send_message(state: &mut State, params: &Params) -> Answer {
    let (text, entities) = compose::text(params)?;
    let destination = outgoing::Destination::of(state, params)?;
    outgoing::send(state, params, &destination, StoredMessage { text, entities, ..StoredMessage::default() })
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
pub(super) fn reply_target(chat: &Chat, params: &Params) -> Result<Option<i64>, ApiError> {
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
