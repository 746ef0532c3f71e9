//! What somebody said: words, and everything that came with them.

use serde::{Deserialize, Serialize};

use crate::file::Attachment;
use crate::ids::MessageId;
use crate::poll::Poll;
use crate::text::Text;

/// Something said in a place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Message {
    /// The platform's id of it; of an album, the id of its first part.
    pub id: Option<MessageId>,
    /// The words.
    pub text: Text,
    /// The message it answers, in the same place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<MessageId>,
    /// The files that came with it, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// What else came with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extras: Vec<Extra>,
    /// The ids of an album's further parts, on platforms where each part is a
    /// message of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further_parts: Vec<MessageId>,
    /// Whose words they were before they were passed on: a name, as plain
    /// words. Empty where nobody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forwarded_from: Option<String>,
    /// The bot was mentioned or answered.
    #[serde(default)]
    pub addressed: bool,
}

impl Message {
    /// Words alone.
    pub fn of(text: impl Into<Text>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// Something that is neither words nor a file: it is brought elsewhere as a description.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extra {
    /// A point on the earth.
    Location {
        /// Degrees north, times a million.
        latitude_micro: i32,
        /// Degrees east, times a million.
        longitude_micro: i32,
        /// What is there, where its sender said so.
        title: Option<String>,
    },
    /// Somebody's address.
    Contact {
        /// Their name.
        name: String,
        /// Their telephone number.
        phone: String,
    },
    /// A question with options that somebody asked.
    Poll(Poll),
    /// Something else, by the platform's word for it: `dice`, `game`, `story`, …
    Other(String),
}
