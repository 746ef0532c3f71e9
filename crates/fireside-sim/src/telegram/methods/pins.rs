//! Pinning messages and taking pins away.

use super::{Answer, render};
use crate::telegram::chat::{Chat, ChatKind};
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::rights::{Permission, Right};
use crate::telegram::state::State;

/// `pinChatMessage`.
pub(super) fn pin_chat_message(state: &mut State, params: &Params) -> Answer {
    let chat_id = pinnable(state, params)?;
    let id = params.id("message_id")?;
    let message = state.chats.get(&chat_id).and_then(|chat| chat.message(id));
    let message = message.ok_or_else(|| ApiError::bad_request("message to pin not found"))?;
    if !message.service.is_empty() {
        return Err(ApiError::bad_request("message can't be pinned"));
    }
    let bot = state.bot.id;
    state.pin(chat_id, id, bot);
    render(&true)
}

/// `unpinChatMessage`: without an id, the message pinned last.
pub(super) fn unpin_chat_message(state: &mut State, params: &Params) -> Answer {
    let chat_id = pinnable(state, params)?;
    let named = params.integer("message_id")?.filter(|id| *id != 0);
    let Some(chat) = state.chats.get_mut(&chat_id) else { return render(&true) };
    let pinned = match named {
        Some(id) => chat.pinned.iter().position(|pinned| *pinned == id),
        None => chat.pinned.len().checked_sub(1),
    };
    let Some(place) = pinned else { return Err(ApiError::bad_request("message to unpin not found")) };
    chat.pinned.remove(place);
    render(&true)
}

/// `unpinAllChatMessages`.
pub(super) fn unpin_all_chat_messages(state: &mut State, params: &Params) -> Answer {
    let chat_id = pinnable(state, params)?;
    if let Some(chat) = state.chats.get_mut(&chat_id) {
        chat.pinned.clear();
    }
    render(&true)
}

/// `unpinAllForumTopicMessages`.
pub(super) fn unpin_all_forum_topic_messages(state: &mut State, params: &Params) -> Answer {
    let thread = params.id("message_thread_id")?;
    let chat_id = pinnable(state, params)?;
    let chat = state.chats.get(&chat_id).filter(|chat| chat.topic(thread).is_some());
    chat.ok_or_else(|| ApiError::bad_request("message thread not found"))?;
    unpin_within(state, chat_id, Some(thread))
}

/// `unpinAllGeneralForumTopicMessages`.
pub(super) fn unpin_all_general_forum_topic_messages(state: &mut State, params: &Params) -> Answer {
    let chat_id = pinnable(state, params)?;
    if !state.chats.get(&chat_id).is_some_and(|chat| chat.forum) {
        return Err(ApiError::bad_request("the chat is not a forum"));
    }
    unpin_within(state, chat_id, None)
}

fn unpin_within(state: &mut State, chat_id: i64, thread: Option<i64>) -> Answer {
    if let Some(Chat { pinned, history, .. }) = state.chats.get_mut(&chat_id) {
        pinned.retain(|id| history.get(*id).is_some_and(|message| message.thread != thread));
    }
    render(&true)
}

/// The chat, if the bot may pin there.
fn pinnable(state: &State, params: &Params) -> Result<i64, ApiError> {
    let chat_id = state.target(params)?;
    let Some(chat) = state.chats.get(&chat_id) else { return Err(ApiError::bad_request("chat not found")) };
    let bot = state.bot.id;
    let may_pin = match chat.kind {
        ChatKind::Private => true,
        ChatKind::Channel => chat.may(bot, Right::EditMessages),
        ChatKind::Group | ChatKind::Supergroup => {
            let may_as_member = !chat.status(bot).is_admin() && chat.permits(bot, Permission::PinMessages);
            chat.may(bot, Right::PinMessages) || may_as_member
        }
    };
    if !may_pin {
        return Err(ApiError::bad_request("not enough rights to manage pinned messages in the chat"));
    }
    Ok(chat_id)
}

impl State {
    /// Pins a message, with the service message that says so. Pinned again it
    /// moves to the front without a word.
    pub(crate) fn pin(&mut self, chat_id: i64, id: i64, by: i64) {
        let Some(chat) = self.chats.get_mut(&chat_id) else { return };
        let again = chat.pinned.contains(&id);
        chat.pinned.retain(|pinned| *pinned != id);
        chat.pinned.push(id);
        let Some(message) = self.chats.get(&chat_id).and_then(|chat| chat.message(id)) else { return };
        if again {
            return;
        }
        let thread = message.thread;
        let pinned = self.embedded_message(chat_id, id);
        self.post_service(chat_id, by, thread, serde_json::json!({ "pinned_message": pinned }));
    }
}
