//! Acting as a user: talking, editing, reacting, tending threads.

use serde_json::json;

use super::super::errors::ApiError;
use super::super::permissions::{CREATE_PUBLIC_THREADS, MANAGE_MESSAGES, MANAGE_THREADS};
use super::messages::Draft;
use super::model::Persona;
use super::threads::NewThread;
use super::{State, World};

/// Why Discord's client would not let the user do it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Refused {
    reason: String,
}

impl Refused {
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into() }
    }
}

impl From<ApiError> for Refused {
    fn from(error: ApiError) -> Self {
        Self::new(error.message)
    }
}

impl World {
    /// A user says something; the message's id comes back. In a direct channel
    /// this works however closed the user's direct messages are.
    ///
    /// # Errors
    /// When the user may not send there or the text breaks a rule.
    pub fn say(&self, channel: u64, user: u64, text: &str, reply_to: Option<u64>) -> Result<u64, Refused> {
        self.change(|state| {
            let is_direct = state.channels.get(&channel).is_some_and(|it| it.recipient == Some(user));
            if !is_direct {
                state.check_may_send(channel, user)?;
            }
            let body = json!({ "content": text });
            let draft = Draft { reply_to, fails_without_reply: true, ..Draft::read(&body, &[])? };
            Ok(state.send(channel, user, draft)?.id)
        })
    }

    /// A user writes to the bot directly; the message's id comes back.
    ///
    /// # Errors
    /// When the text breaks a rule or the user isn't there.
    pub fn say_directly(&self, user: u64, text: &str) -> Result<u64, Refused> {
        let channel = self.direct_channel(user)?;
        self.say(channel, user, text, None)
    }

    /// A message arrives as a webhook sends it: by a bot account that is no member.
    ///
    /// # Errors
    /// When the channel isn't there.
    pub fn say_as_webhook(&self, channel: u64, name: &str, text: &str) -> Result<u64, Refused> {
        self.change(|state| {
            let webhook = state.add_user(name, true);
            let persona = Some(Persona { name: name.to_owned(), avatar: None });
            let draft = Draft { webhook: Some(webhook), persona, ..Draft::text(text, None) };
            Ok(state.send(channel, webhook, draft)?.id)
        })
    }

    /// A user edits a message of their own.
    ///
    /// # Errors
    /// When it isn't theirs or the text breaks a rule.
    pub fn edit(&self, channel: u64, user: u64, message: u64, text: &str) -> Result<(), Refused> {
        self.change(|state| {
            state.check_author(channel, message, user)?;
            state.edit(channel, message, &json!({ "content": text }), &[])?;
            Ok(())
        })
    }

    /// The platform adds a link preview: a `MESSAGE_UPDATE` that is no edit.
    ///
    /// # Errors
    /// When the message isn't there.
    pub fn preview_link(&self, channel: u64, message: u64, url: &str) -> Result<(), Refused> {
        self.change(|state| {
            let found = state.message_mut(channel, message).ok_or_else(ApiError::unknown_message)?;
            found.embeds.push(json!({ "type": "link", "url": url, "title": url }));
            let previewed = found.clone();
            state.emit_message("MESSAGE_UPDATE", &previewed);
            Ok(())
        })
    }

    /// A user deletes a message of their own, or any with the permission to.
    ///
    /// # Errors
    /// When the user may not or the message isn't there.
    pub fn delete(&self, channel: u64, user: u64, message: u64) -> Result<(), Refused> {
        self.change(|state| {
            if state.check_author(channel, message, user).is_err() {
                state.channel_for(channel, user, MANAGE_MESSAGES)?;
            }
            Ok(state.delete_message(channel, message)?)
        })
    }

    /// A user starts to type.
    pub fn start_typing(&self, channel: u64, user: u64) {
        self.change(|state| state.type_in(channel, user));
    }

    /// A user starts a public thread, from a message or without one; the
    /// thread's id comes back.
    ///
    /// # Errors
    /// When the user may not, or the message has a thread.
    pub fn start_thread(
        &self,
        channel: u64,
        user: u64,
        name: &str,
        message: Option<u64>,
    ) -> Result<u64, Refused> {
        self.change(|state| {
            state.channel_for(channel, user, CREATE_PUBLIC_THREADS)?;
            let body = json!({ "name": name, "type": 11 });
            Ok(state.start_thread(NewThread::read(channel, message, user, &body)?)?)
        })
    }

    /// A user archives (closes) or opens a thread.
    ///
    /// # Errors
    /// When the user may not manage it.
    pub fn archive_thread(&self, thread: u64, user: u64, archived: bool) -> Result<(), Refused> {
        self.tend_thread(thread, user, &json!({ "archived": archived }))
    }

    /// A user locks or unlocks a thread.
    ///
    /// # Errors
    /// When the user may not manage it.
    pub fn lock_thread(&self, thread: u64, user: u64, locked: bool) -> Result<(), Refused> {
        self.tend_thread(thread, user, &json!({ "locked": locked }))
    }

    fn tend_thread(&self, thread: u64, user: u64, changes: &serde_json::Value) -> Result<(), Refused> {
        self.change(|state| {
            state.check_may_tend(thread, user, changes)?;
            Ok(state.change_thread(thread, user, changes)?)
        })
    }

    /// A user joins a thread they see.
    ///
    /// # Errors
    /// When they may not.
    pub fn join_thread(&self, thread: u64, user: u64) -> Result<(), Refused> {
        self.change(|state| {
            state.channel_for(thread, user, 0)?;
            Ok(state.add_thread_member(thread, user)?)
        })
    }

    /// A user leaves a thread.
    pub fn leave_thread(&self, thread: u64, user: u64) {
        self.change(|state| state.remove_thread_member(thread, user));
    }
}

impl State {
    /// Refuses who didn't write the message.
    pub(crate) fn check_author(&self, channel: u64, message: u64, user: u64) -> Result<(), ApiError> {
        let message = self.message(channel, message).ok_or_else(ApiError::unknown_message)?;
        if message.author == user { Ok(()) } else { Err(ApiError::not_the_author()) }
    }

    /// Refuses who may not change a thread so. Its owner may rename and archive
    /// it and open it again while it isn't locked; the rest takes `MANAGE_THREADS`.
    pub(crate) fn check_may_tend(
        &self,
        thread_id: u64,
        user: u64,
        changes: &serde_json::Value,
    ) -> Result<(), ApiError> {
        let channel = self.channel_for(thread_id, user, 0)?;
        let thread = channel.thread.as_ref().ok_or_else(ApiError::unknown_channel)?;
        if self.permissions_in(channel, user) & MANAGE_THREADS != 0 {
            return Ok(());
        }
        let asks_to_lock = changes.get("locked").is_some();
        let is_own = thread.owner == user || thread.members.contains_key(&user);
        let only_opens = changes["archived"] == json!(false) && is_own;
        let may = !thread.locked && !asks_to_lock && (thread.owner == user || only_opens);
        if may { Ok(()) } else { Err(ApiError::missing_permissions()) }
    }
}
