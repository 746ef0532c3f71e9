//! Rating: what a customer says of how they were helped.

use fireside_core::{MessageRef, Timestamp};
use serde::{Deserialize, Serialize};

/// What the customer says of how they were helped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// How much it helped: 1 (not at all) to 5 (very much).
    pub stars: u8,
    /// Why, in their words: at most 1,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// When they said so.
    pub at: Timestamp,
    /// The messages that tell staff of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<MessageRef>,
}
