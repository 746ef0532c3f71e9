//! The number of a case, and what is named after it.

use std::fmt;

use fireside_core::key::KeyPath;
use fireside_core::turn::effects::Manner;
use fireside_core::{LaneId, Voice};
use serde::{Deserialize, Serialize};

/// Stands behind the number in what a form is about, where that is more.
const FORM_ABOUT: char = '-';

/// The number of a case, from 1, unique in its community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CaseNumber(u64);

impl CaseNumber {
    /// The number as staff know it.
    pub fn new(number: u64) -> Self {
        Self(number)
    }

    /// The plain number.
    pub fn get(self) -> u64 {
        self.0
    }

    /// Reads a number as [`CaseNumber`] is shown.
    pub fn parse(shown: &str) -> Option<Self> {
        shown.parse().ok().map(Self)
    }

    /// Reads the number that what a form is about begins with, and what stands
    /// behind it: `7-brand` is about case 7.
    pub(crate) fn begins(about: &str) -> Option<(Self, &str)> {
        let (number, rest) = about.split_once(FORM_ABOUT).unwrap_or((about, ""));
        Self::parse(number).map(|number| (number, rest))
    }

    /// What a form is about that is about more than the case.
    pub(crate) fn with(self, rest: impl fmt::Display) -> String {
        format!("{self}{FORM_ABOUT}{rest}")
    }

    /// The lane in which everything about the case happens, in order.
    pub fn lane(self) -> LaneId {
        LaneId::new(self.subject())
    }

    /// What deliveries about the case are withdrawn by.
    pub fn subject(self) -> String {
        format!("case/{self}")
    }

    /// What shows staff who the customer is, and what they said, is withdrawn by
    /// this too.
    pub(crate) fn of_customer(self) -> String {
        format!("{}/customer", self.subject())
    }

    /// How something about the case is done: in its lane, on behalf of `voice`.
    pub(crate) fn manner(self, voice: Voice) -> Manner {
        Manner::of(voice).about(self.subject()).lane(self.lane())
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl KeyPath for CaseNumber {
    fn push_to(&self, key: &mut Vec<u8>) {
        self.0.push_to(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_shown() {
        let number = CaseNumber::new(12);
        assert_eq!(CaseNumber::parse(&number.to_string()), Some(number));
        assert_eq!(CaseNumber::parse("#12"), None);
    }
}
