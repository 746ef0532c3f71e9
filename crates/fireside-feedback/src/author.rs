//! Authors: what a person raised, found without reading what others did.

use fireside_core::record::Record;
use serde::{Deserialize, Serialize};

use crate::feedback::FeedbackNumber;

/// How many of a person's items are kept at hand.
const NUMBERS_MAX: usize = 500;

/// A person who raised something, kept under the person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Author {
    /// What they raised, newest first: at most 500.
    pub numbers: Vec<FeedbackNumber>,
}

impl Author {
    /// Adds what they have raised now.
    pub fn raised(&mut self, number: FeedbackNumber) {
        self.numbers.insert(0, number);
        self.numbers.truncate(NUMBERS_MAX);
    }

    /// Removes what is no longer theirs.
    pub fn forget(&mut self, number: FeedbackNumber) {
        self.numbers.retain(|known| *known != number);
    }

    /// Adds what another raised who turned out to be the same person.
    pub fn join(&mut self, other: Self) {
        self.numbers.extend(other.numbers);
        self.numbers.sort_unstable_by(|one, other| other.cmp(one));
        self.numbers.dedup();
        self.numbers.truncate(NUMBERS_MAX);
    }
}

impl Record for Author {
    const COLLECTION: &'static str = "feedback_author";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_come_first_and_the_oldest_give_way() {
        let mut author = Author::default();
        (1..=501).for_each(|number| author.raised(FeedbackNumber::new(number)));
        assert_eq!(author.numbers.len(), 500);
        assert_eq!(author.numbers[0], FeedbackNumber::new(501));
    }
}
