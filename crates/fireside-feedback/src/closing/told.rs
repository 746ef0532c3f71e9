//! Who was told, and how much of it on a day.

use std::fmt;

use fireside_core::key::KeyPath;
use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{PersonId, Place, Turn, hush};
use serde::{Deserialize, Serialize};

use crate::feedback::FeedbackNumber;

/// Who is told something: a place, or a person in private.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hearer(String);

const PERSON: &str = "person ";

impl Hearer {
    /// Everybody in a place.
    pub(super) fn place(place: &Place) -> Self {
        Self(format!("place {place}"))
    }

    /// Somebody, where nobody else hears it.
    pub(super) fn person(person: &PersonId) -> Self {
        Self(format!("{PERSON}{person}"))
    }

    /// The hearer that is shown so.
    pub(super) fn parse(shown: &str) -> Self {
        Self(shown.to_owned())
    }

    /// Whether it is somebody alone.
    pub(super) fn is_person(&self) -> bool {
        self.0.starts_with(PERSON)
    }

    /// What is said to them alone is about, so that it is taken back when a
    /// human begins to talk with them.
    pub(super) fn hushed_by(&self) -> Option<String> {
        let person = self.0.strip_prefix(PERSON)?;
        Some(hush::subject(&PersonId::new(person)))
    }
}

impl fmt::Display for Hearer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl KeyPath for Hearer {
    fn push_to(&self, key: &mut Vec<u8>) {
        self.0.push_to(key);
    }
}

/// What somebody was told of an item, kept under the item and the hearer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Told {
    /// The announcement they were told last.
    pub sequence: u64,
    /// They could not be reached; it is not tried again for this item, unless
    /// they ask to follow it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_unreachable: bool,
}

impl Record for Told {
    const COLLECTION: &'static str = "told";
}

/// How much somebody was told on a day, kept under the hearer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Quota {
    /// The day.
    pub day: String,
    /// How often they were told something on it.
    pub told: u32,
}

impl Record for Quota {
    const COLLECTION: &'static str = "told_quota";
}

/// Somebody wants to hear of an item: should they not have been reached before,
/// that is tried again.
pub(super) fn try_again(
    turn: &mut Turn<'_>,
    number: FeedbackNumber,
    person: &PersonId,
) -> Result<(), Interrupt> {
    let path = (number, Hearer::person(person));
    if turn.get::<Told>(&path)?.is_some_and(|told| told.is_unreachable) {
        turn.delete::<Told>(&path)?;
    }
    Ok(())
}

/// Whether somebody may be told one more thing on a day on which they are told
/// `told_max` at most; it is counted if they may.
pub(super) fn may_hear(
    turn: &mut Turn<'_>,
    hearer: &Hearer,
    day: &str,
    told_max: u32,
) -> Result<bool, Interrupt> {
    let known = turn.get::<Quota>(hearer)?.filter(|quota| quota.day == day);
    let told = known.map_or(0, |quota| quota.told);
    if told >= told_max {
        return Ok(false);
    }
    turn.put(hearer, &Quota { day: day.to_owned(), told: told + 1 })?;
    Ok(true)
}
