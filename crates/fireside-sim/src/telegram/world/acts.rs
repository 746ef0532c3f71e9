//! Acting as a user: saying, pressing, editing, deleting.

use serde_json::json;

use super::{Post, World, posting};
use crate::telegram::callbacks::Press;
use crate::telegram::chat::{ChatKind, Status};
use crate::telegram::entities;
use crate::telegram::history::StoredMessage;
use crate::telegram::queue::CALLBACK_TTL_MS;
use crate::telegram::shown::{EventKind, buttons};
use crate::telegram::state::State;

/// Why a person couldn't do what they were asked to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ActError {
    /// No such message, or it was deleted.
    #[error("message {message_id} is not in chat {chat}")]
    NoMessage {
        /// The chat looked in.
        chat: i64,
        /// The id looked for.
        message_id: i64,
    },
    /// The message has no button with this label or data that calls back.
    #[error("message {message_id} has no button {wanted:?}, only {there:?}")]
    NoButton {
        /// The message looked at.
        message_id: i64,
        /// The label or data looked for.
        wanted: String,
        /// The labels that are there.
        there: Vec<String>,
    },
    /// The message holds no poll, or the vote is refused.
    #[error("no vote on message {message_id}: {reason}")]
    NoVote {
        /// The message looked at.
        message_id: i64,
        /// Why.
        reason: &'static str,
    },
}

impl World {
    /// A person says something; returns the message's id. In private chats the
    /// chat is the person's own id, and exists from their first message on.
    pub fn say(&self, chat: i64, user: i64, text: &str) -> i64 {
        self.say_in(chat, None, user, text, None)
    }

    /// A person says something in a topic, or as a reply, or both. What is said
    /// in a topic that is not there lands in General.
    pub fn say_in(
        &self,
        chat: i64,
        thread: Option<i64>,
        user: i64,
        text: &str,
        reply_to: Option<i64>,
    ) -> i64 {
        let (text, entities) = (text.to_owned(), entities::detect(text));
        let draft = StoredMessage { text, entities, ..StoredMessage::default() };
        self.change(|state| posting::post(state, &Post { chat, user, thread, reply_to }, draft))
    }

    /// A person presses the inline button with this label; returns the callback
    /// query's id.
    ///
    /// # Errors
    /// The message or the button isn't there.
    pub fn press(&self, chat: i64, message_id: i64, user: i64, label: &str) -> Result<String, ActError> {
        self.press_where(chat, message_id, user, label, |button_label, _| button_label == label)
    }

    /// A person presses the inline button with this data.
    ///
    /// # Errors
    /// The message or the button isn't there.
    pub fn press_data(&self, chat: i64, message_id: i64, user: i64, data: &str) -> Result<String, ActError> {
        self.press_where(chat, message_id, user, data, |_, button_data| button_data == data)
    }

    /// A person presses a button with this data although the message has none,
    /// or is gone and no longer accessible to the bot. Returns the callback
    /// query's id.
    pub fn press_stale(&self, chat: i64, message_id: i64, user: i64, data: &str) -> String {
        self.change(|state| {
            state.ensure_user(user);
            press(state, chat, message_id, user, data.to_owned())
        })
    }

    fn press_where(
        &self,
        chat: i64,
        message_id: i64,
        user: i64,
        wanted: &str,
        is_wanted: impl Fn(&str, &str) -> bool,
    ) -> Result<String, ActError> {
        self.change(|state| {
            let message = state.chats.get(&chat).and_then(|chat| chat.message(message_id));
            let message = message.ok_or(ActError::NoMessage { chat, message_id })?;
            let all: Vec<_> = buttons(message.keyboard.as_ref()).into_iter().flatten().collect();
            let data = all.iter().find_map(|button| {
                let data = button.data.as_deref()?;
                is_wanted(&button.text, data).then(|| data.to_owned())
            });
            let data = data.ok_or_else(|| ActError::NoButton {
                message_id,
                wanted: wanted.to_owned(),
                there: all.into_iter().map(|button| button.text).collect(),
            })?;
            Ok(press(state, chat, message_id, user, data))
        })
    }

    /// A person changes what they said, or the caption of what they sent.
    ///
    /// # Errors
    /// The message isn't there.
    pub fn edit(&self, chat: i64, message_id: i64, text: &str) -> Result<(), ActError> {
        self.change(|state| {
            let now_s = state.clock.now_secs();
            let message = state.message_mut(chat, message_id);
            let message = message.ok_or(ActError::NoMessage { chat, message_id })?;
            text.clone_into(&mut message.text);
            message.entities = entities::detect(text);
            message.edit_date = Some(now_s);
            state.show(EventKind::Edited, chat, message_id);
            state.emit_message("edited_message", chat, message_id);
            Ok(())
        })
    }

    /// A person deletes a message. Bots aren't told.
    ///
    /// # Errors
    /// The message isn't there.
    pub fn delete(&self, chat: i64, message_id: i64) -> Result<(), ActError> {
        self.change(|state| {
            let message = state.message_mut(chat, message_id);
            message.ok_or(ActError::NoMessage { chat, message_id })?.deleted = true;
            state.show(EventKind::Deleted, chat, message_id);
            Ok(())
        })
    }
}

/// Makes sure that the person is there to act.
pub(super) fn enter(state: &mut State, chat: i64, user: i64) {
    state.ensure_user(user);
    let bot = state.bot.id;
    let kind = if chat > 0 { ChatKind::Private } else { ChatKind::Supergroup };
    let there = state.ensure_chat(chat, kind, "Group", false);
    // Whoever writes to a bot they blocked has unblocked it.
    let away = if kind == ChatKind::Private { bot } else { user };
    if !there.status(away).is_present() {
        state.set_status(chat, away, user, Status::Member);
    }
}

fn press(state: &mut State, chat: i64, message_id: i64, user: i64, data: String) -> String {
    state.ensure_user(user);
    let at_ms = state.now_ms();
    let press = Press { id: String::new(), chat, message_id, user, data: data.clone(), at_ms, answer: None };
    let id = state.callbacks.add(press);
    let there = state.chats.get(&chat);
    let message =
        there.and_then(|there| Some(json!(state.message_object(there, there.message(message_id)?))));
    let body = json!({
        "id": id,
        "from": state.users.get(&user),
        "message": message.unwrap_or_else(|| state.embedded_message(chat, message_id)),
        "chat_instance": chat.unsigned_abs().to_string(),
        "data": data,
    });
    state.emit("callback_query", &body, CALLBACK_TTL_MS);
    id
}
