//! Voices: who backs an item.

use fireside_core::record::Record;
use fireside_core::{Account, PersonId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::feedback::FeedbackNumber;

/// One person's backing of an item, kept under the item and the person: a
/// person has one voice. The author's is the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// The item.
    pub feedback: FeedbackNumber,
    /// Who backs it.
    pub person: PersonId,
    /// The account they did it with: where they can be answered.
    pub account: Account,
    /// When.
    pub at: Timestamp,
}

impl Record for Voice {
    const COLLECTION: &'static str = "voice";
}

impl Voice {
    /// Where it is kept.
    pub fn path(&self) -> (FeedbackNumber, PersonId) {
        (self.feedback, self.person.clone())
    }
}
