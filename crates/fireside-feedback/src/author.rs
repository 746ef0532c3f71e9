//! Authors: what a person raised last, found without reading all they raised.

use fireside_core::record::Record;
use serde::{Deserialize, Serialize};

use crate::feedback::FeedbackNumber;

/// How many of a person's items are kept at hand.
const NEWEST_MAX: usize = 3;

/// A person who raised something, kept under the person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Author {
    /// What they raised last, newest first: at most three.
    pub newest: Vec<FeedbackNumber>,
}

impl Author {
    /// Adds what they have raised now.
    pub fn raised(&mut self, number: FeedbackNumber) {
        self.newest.insert(0, number);
        self.newest.truncate(NEWEST_MAX);
    }
}

impl Record for Author {
    const COLLECTION: &'static str = "feedback_author";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_three_are_kept() {
        let mut author = Author::default();
        (1..=4).for_each(|number| author.raised(FeedbackNumber::new(number)));
        assert_eq!(author.newest, [4, 3, 2].map(FeedbackNumber::new));
    }
}
