//! Bindings: which lane a place, or one account's words in it, belong to.

use serde::{Deserialize, Serialize};

use crate::actor::Account;
use crate::delivery::Tag;
use crate::ids::LaneId;
use crate::place::Place;
use crate::record::Record;
use crate::time::Timestamp;

/// Says that what is said in a place is part of something: its lane, and what
/// its feature calls it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Binding {
    /// The place.
    pub place: Place,
    /// Whose words; `None`: everybody's.
    pub account: Option<Account>,
    /// The lane they belong to.
    pub lane: LaneId,
    /// What the feature calls it.
    pub tag: Tag,
    /// For one account's words: the moment, by the platform's clock, of what
    /// that account did to bind them. Earlier words that are told late are no
    /// part of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
}

/// Whose words a key stands for when it stands for everybody's.
const EVERYBODY: &str = "*";

impl Binding {
    /// The path of the binding of `place`, or of one account's words in it.
    pub fn path(place: &Place, account: Option<&Account>) -> (String, String) {
        (place.to_string(), account.map_or_else(|| EVERYBODY.to_owned(), ToString::to_string))
    }
}

impl Record for Binding {
    const COLLECTION: &'static str = "binding";
}

/// The lane of what nothing is bound to: one account in one place.
pub fn lane_of(place: &Place, account: &Account) -> LaneId {
    LaneId::new(format!("{place} {account}"))
}
