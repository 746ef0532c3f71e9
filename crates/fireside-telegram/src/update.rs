//! Asking for updates, and taking one apart before it is decoded.
//!
//! Updates come as raw JSON: one that can't be read is set aside alone, and
//! nesting too deep for a parser doesn't take its batch with it.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use teloxide::requests::Payload;

/// The most updates that one poll may bring.
const BATCH_LEN_MAX: u8 = 100;

/// What the adapter asks for. Telegram leaves `chat_member` out unless asked.
const ALLOWED_UPDATES: [&str; 5] =
    ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"];

/// `getUpdates` with its answer left unread.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PollUpdates {
    /// Everything below it is confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) offset: Option<i64>,
    limit: u8,
    timeout: u32,
    allowed_updates: [&'static str; 5],
}

impl PollUpdates {
    /// A poll that waits `timeout_secs` for the first update.
    pub(crate) fn new(timeout_secs: u32) -> Self {
        Self { offset: None, limit: BATCH_LEN_MAX, timeout: timeout_secs, allowed_updates: ALLOWED_UPDATES }
    }

    /// The same confirmation, without waiting for anything new.
    pub(crate) fn without_waiting(self) -> Self {
        Self { limit: 1, timeout: 0, ..self }
    }
}

impl Payload for PollUpdates {
    type Output = Vec<Box<RawValue>>;

    const NAME: &'static str = "GetUpdates";

    fn timeout_hint(&self) -> Option<Duration> {
        Some(Duration::from_secs(self.timeout.into()))
    }
}

/// An update, by kind, its content still raw.
#[derive(Debug, Deserialize)]
pub(crate) struct RawUpdate<'a> {
    /// What a poll confirms it by.
    pub(crate) update_id: i64,
    #[serde(borrow)]
    pub(crate) message: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(crate) edited_message: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(crate) callback_query: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(crate) my_chat_member: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(crate) chat_member: Option<&'a RawValue>,
}

impl<'a> RawUpdate<'a> {
    /// Takes the update in `json` apart.
    ///
    /// # Errors
    /// When it is no update at all: then it has no id either.
    pub(crate) fn of(json: &'a str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_too_deep_for_a_parser_leaves_the_id_readable() {
        let deep = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
        let json = format!(r#"{{"update_id":7,"message":{deep},"novelty":{deep}}}"#);
        let update = RawUpdate::of(&json).expect("an update");
        assert_eq!(update.update_id, 7);
        assert!(update.message.is_some());
    }

    #[test]
    fn an_update_without_an_id_is_no_update() {
        assert!(RawUpdate::of(r#"{"message":{}}"#).is_err());
        assert!(RawUpdate::of(r#"{"update_id":null}"#).is_err());
    }
}
