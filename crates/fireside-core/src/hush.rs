//! Hush: while a human talks with somebody, the bot says nothing to them of its
//! own accord.

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;
use crate::outgoing::Voice;
use crate::record::Record;
use crate::turn::{Interrupt, Turn};

/// A human talks with this person, kept under the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Hush {
    /// The feature that asked for it.
    by: String,
}

impl Record for Hush {
    const COLLECTION: &'static str = "hush";
}

/// What deliveries to one person, of the bot's own accord, are about: they are
/// withdrawn by it when a human takes over.
pub fn subject(person: &PersonId) -> String {
    format!("person/{person}")
}

impl Turn<'_> {
    /// A human talks with this person from now on: what the bot has not said to
    /// them yet stays unsaid, if it was about their [`subject`], and it says
    /// nothing more of its own accord. What answers their own commands is no
    /// such thing.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn hush(&mut self, person: &PersonId) -> Result<(), Interrupt> {
        self.withdraw(subject(person), Some(Voice::Bot));
        let by = self.feature.to_owned();
        self.put(person, &Hush { by })
    }

    /// The human has gone: the bot may speak again.
    ///
    /// # Errors
    /// Never in practice: nothing has to be loaded.
    pub fn unhush(&mut self, person: &PersonId) -> Result<(), Interrupt> {
        self.delete::<Hush>(person)
    }

    /// Whether a human talks with this person: what the bot would say to them of
    /// its own accord waits.
    ///
    /// # Errors
    /// When it has to be loaded.
    pub fn is_hushed(&mut self, person: &PersonId) -> Result<bool, Interrupt> {
        Ok(self.get::<Hush>(person)?.is_some())
    }
}
