//! Where a call's messages go, and putting them there.

use super::messages::{render_message, reply_target};
use super::{Answer, compose};
use crate::telegram::errors::ApiError;
use crate::telegram::history::StoredMessage;
use crate::telegram::params::Params;
use crate::telegram::state::State;

/// The place that a call names for what it sends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Destination {
    pub(super) chat_id: i64,
    thread: Option<i64>,
    reply_to: Option<i64>,
}

impl Destination {
    /// The chat, the topic and the message to reply to.
    ///
    /// # Errors
    /// One of them is not there, or closed to the bot.
    pub(super) fn of(state: &State, params: &Params) -> Result<Self, ApiError> {
        let chat_id = state.target(params)?;
        let chat = state.chats.get(&chat_id).ok_or_else(|| ApiError::bad_request("chat not found"))?;
        let reply_to = reply_target(chat, params)?;
        let replied = reply_to.and_then(|id| chat.message(id));
        // A reply lands in the topic of what it replies to.
        let thread = state.target_thread(chat, params, replied.and_then(|replied| replied.thread))?;
        Ok(Self { chat_id, thread, reply_to })
    }
}

/// Sends one message with the keyboard of the call; the answer is the message.
pub(super) fn send(
    state: &mut State,
    params: &Params,
    destination: &Destination,
    draft: StoredMessage,
) -> Answer {
    let keyboard = compose::keyboard(params)?;
    state.pace(destination.chat_id)?;
    let id = post(state, params, destination, StoredMessage { keyboard, ..draft });
    render_message(state, destination.chat_id, id)
}

/// Puts one message of the bot's in its place; returns its id.
pub(super) fn post(
    state: &mut State,
    params: &Params,
    destination: &Destination,
    draft: StoredMessage,
) -> i64 {
    let Destination { chat_id, thread, reply_to } = *destination;
    let from = state.bot.id;
    let protected = params.flag("protect_content");
    state.post(chat_id, StoredMessage { thread, from, reply_to, protected, ..draft })
}
