//! Asking for updates, and taking one apart before it is decoded.
//!
//! Updates come as raw JSON: one that can't be read is set aside alone, and
//! nesting too deep for a parser doesn't take its batch with it.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use teloxide::requests::Payload;

use crate::fields::Fields;

/// The most updates that one poll may bring.
const BATCH_LEN_MAX: u8 = 100;

/// What the adapter asks for. Telegram leaves reactions and `chat_member` out
/// unless they are asked for, and everything else that is not named here. Of what
/// comes from business accounts nothing is made, but it is told as passed over.
pub(crate) const ALLOWED_UPDATES: [&str; 15] = [
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "message_reaction",
    "message_reaction_count",
    "callback_query",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
];

/// `getUpdates` with its answer left unread.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PollUpdates {
    /// Everything below it is confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) offset: Option<i64>,
    limit: u8,
    timeout: u32,
    allowed_updates: &'static [&'static str],
}

impl PollUpdates {
    /// A poll that waits `timeout_secs` for the first update.
    pub(crate) fn new(timeout_secs: u32) -> Self {
        Self { offset: None, limit: BATCH_LEN_MAX, timeout: timeout_secs, allowed_updates: &ALLOWED_UPDATES }
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

/// An update, its content still raw.
#[derive(Debug, Clone)]
pub(crate) struct RawUpdate<'a> {
    /// What a poll confirms it by.
    pub(crate) update_id: i64,
    /// What kind it is, by the Bot API's word; empty where it has no content.
    pub(crate) kind: String,
    /// What it tells.
    pub(crate) content: Option<&'a RawValue>,
}

/// What makes a message a part of an album.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct AlbumId {
    /// The chat.
    pub(crate) chat: i64,
    /// What its parts have in common.
    pub(crate) group: String,
}

impl<'a> RawUpdate<'a> {
    /// Takes the update in `json` apart.
    ///
    /// # Errors
    /// When it is no update at all: then it has no id either.
    pub(crate) fn of(json: &'a str) -> Result<Self, serde_json::Error> {
        let fields = Fields::of(json)?;
        let update_id = fields.require("update_id")?;
        let kind = fields.names().find(|name| *name != "update_id").unwrap_or_default().to_owned();
        let content = fields.raw(&kind);
        Ok(Self { update_id, kind, content })
    }

    /// The chat of a new message, and the album it is a part of.
    pub(crate) fn said_in(&self) -> Option<(i64, Option<AlbumId>)> {
        matches!(self.kind.as_str(), "message" | "channel_post").then(|| self.stands_in())?
    }

    /// The album whose part was changed.
    pub(crate) fn edited_album(&self) -> Option<AlbumId> {
        matches!(self.kind.as_str(), "edited_message" | "edited_channel_post").then(|| self.stands_in())??.1
    }

    /// The chat of a message, and the album it is a part of.
    fn stands_in(&self) -> Option<(i64, Option<AlbumId>)> {
        let message = Fields::of(self.content?.get()).ok()?;
        let chat = message.object("chat")?.get("id")?;
        let album = message.get("media_group_id").map(|group| AlbumId { chat, group });
        Some((chat, album))
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
        assert_eq!((update.update_id, update.kind.as_str()), (7, "message"));
        assert!(update.content.is_some());
        assert_eq!(update.said_in(), None);
    }

    #[test]
    fn an_update_without_an_id_is_no_update() {
        assert!(RawUpdate::of(r#"{"message":{}}"#).is_err());
        assert!(RawUpdate::of(r#"{"update_id":null}"#).is_err());
    }

    #[test]
    fn a_part_of_an_album_names_it() {
        let json = r#"{"update_id":7,"message":{"chat":{"id":-5},"media_group_id":"a"}}"#;
        let album = AlbumId { chat: -5, group: "a".to_owned() };
        assert_eq!(RawUpdate::of(json).expect("an update").said_in(), Some((-5, Some(album))));
    }
}
