//! Opening `t.me` links to the bot.

use serde_json::json;

use super::World;
use crate::telegram::chat::Status;

/// The longest payload of a link.
const PAYLOAD_LEN_MAX: usize = 64;

/// Why a link is none that Telegram opens.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a link's payload is at most 64 of A-Z, a-z, 0-9, _ and -, which {payload:?} is not")]
pub struct LinkError {
    /// The payload.
    pub payload: String,
}

impl World {
    /// A person opens `t.me/BOT?start=PAYLOAD` and presses "Start"; returns the
    /// id of what they said by it.
    ///
    /// # Errors
    /// The payload is too long or has other letters than links may have.
    pub fn open_start_link(&self, user: i64, payload: &str) -> Result<i64, LinkError> {
        let payload = checked(payload)?;
        Ok(self.say(user, user, format!("/start {payload}").trim_end()))
    }

    /// A person opens `t.me/BOT?startgroup=PAYLOAD` and adds the bot to a
    /// group; returns the id of what they said by it.
    ///
    /// # Errors
    /// The payload is too long or has other letters than links may have.
    pub fn open_group_link(&self, user: i64, group: i64, payload: &str) -> Result<i64, LinkError> {
        let payload = checked(payload)?;
        self.add_bot(group, user);
        let username = self.peek(|state| state.bot.username.clone().unwrap_or_default());
        Ok(self.say(group, user, format!("/start@{username} {payload}").trim_end()))
    }

    /// A person adds the bot to a group, with the service message.
    pub fn add_bot(&self, group: i64, user: i64) {
        self.change(|state| {
            super::acts::enter(state, group, user);
            let bot = state.bot.clone();
            state.set_status(group, bot.id, user, Status::Member);
            state.post_service(group, user, None, json!({ "new_chat_members": [bot] }));
        });
    }
}

fn checked(payload: &str) -> Result<&str, LinkError> {
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    if payload.len() <= PAYLOAD_LEN_MAX && payload.bytes().all(is_letter) {
        return Ok(payload);
    }
    Err(LinkError { payload: payload.to_owned() })
}
