//! Feedback: one item that customers raised.

use std::fmt;

use fireside_core::key::KeyPath;
use fireside_core::record::Record;
use fireside_core::{Account, PersonId, Place, Timestamp};
use serde::{Deserialize, Serialize};

use crate::category::Category;

/// The number of an item, from 1, unique in its community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FeedbackNumber(u64);

impl FeedbackNumber {
    /// The number as people know it.
    pub fn new(number: u64) -> Self {
        Self(number)
    }

    /// The plain number.
    pub fn get(self) -> u64 {
        self.0
    }
}

impl fmt::Display for FeedbackNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl KeyPath for FeedbackNumber {
    fn push_to(&self, key: &mut Vec<u8>) {
        self.0.push_to(key);
    }
}

/// One item, as its author raised it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// Its number.
    pub number: FeedbackNumber,
    /// Who raised it.
    pub person: PersonId,
    /// The account they raised it with.
    pub account: Account,
    /// Their name, cleaned to one visible line.
    pub name: String,
    /// What it is about, in their words: at most 2000 characters.
    pub about: String,
    /// What kind of feedback it is.
    pub category: Category,
    /// Where it was raised.
    pub place: Place,
    /// When.
    pub at: Timestamp,
    /// The author's language (a BCP 47 tag).
    pub locale: String,
}

impl Record for Feedback {
    const COLLECTION: &'static str = "feedback";
}
