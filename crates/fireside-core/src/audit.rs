//! The audit log: who of staff did what, and who was not let.

use serde::{Deserialize, Serialize};

use crate::actor::Account;
use crate::ids::{CommunityId, EventId};
use crate::key::{Key, KeyRange};
use crate::place::Place;
use crate::record::Record;
use crate::time::Timestamp;
use crate::turn::{Interrupt, Turn};

/// The longest name that is kept, in characters as a reader counts them.
const NAME_LEN_MAX: usize = 60;

/// How long an entry is kept: a year.
const KEPT_MS: u64 = 365 * 24 * 60 * 60 * 1000;
/// How many older ones go with each new entry: more than come.
const DELETED_MAX: usize = 4;

/// Something that only staff may do was done, or refused. It never holds what
/// was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEntry {
    /// When, by our clock.
    pub at: Timestamp,
    /// Who: the account that acted.
    pub account: Account,
    /// Their name at that time, cleaned to one visible line.
    pub name: String,
    /// Where.
    pub place: Place,
    /// What: a command's name with its subcommand, or a button's action.
    pub what: String,
    /// What it was done to: a case's number, say; empty where nothing was named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// They were not let, since they were not staff at that moment.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub refused: bool,
}

impl AuditEntry {
    /// The path of an entry: the newest sort first, since they are what is
    /// looked for. One event makes at most one entry of a kind.
    pub fn path(at: Timestamp, event: &EventId, what: &str) -> (u64, String, String) {
        (u64::MAX - at.as_millis(), event.to_string(), what.to_owned())
    }

    /// Where a community's entries are that were made at `since` or later, the
    /// newest first.
    pub fn since(community: &CommunityId, since: Timestamp, limit: usize) -> KeyRange {
        let all = KeyRange::collection(community, Self::COLLECTION, limit);
        match (u64::MAX - since.as_millis()).checked_add(1) {
            Some(before) => KeyRange { end: Key::new(community, Self::COLLECTION, &before), ..all },
            None => all,
        }
    }
}

impl Record for AuditEntry {
    const COLLECTION: &'static str = "audit";
}

impl Turn<'_> {
    /// Writes down that the actor did something only staff may do.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn audit(&mut self, what: &str, subject: impl ToString) -> Result<(), Interrupt> {
        self.write_down(what, subject.to_string(), false)
    }

    /// Writes down that the actor was not let do something, since they were not
    /// staff at this moment.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn audit_refusal(&mut self, what: &str, subject: impl ToString) -> Result<(), Interrupt> {
        self.write_down(what, subject.to_string(), true)
    }

    fn write_down(&mut self, what: &str, subject: String, refused: bool) -> Result<(), Interrupt> {
        let event = self.event();
        let entry = AuditEntry {
            at: self.now(),
            account: event.actor.account.clone(),
            name: crate::text::cleaned(&event.actor.name, NAME_LEN_MAX),
            place: event.place.clone(),
            what: what.to_owned(),
            subject,
            refused,
        };
        let path = AuditEntry::path(entry.at, &event.id, what);
        self.put(&path, &entry)?;
        let kept_since = u64::MAX - entry.at.as_millis().saturating_sub(KEPT_MS);
        self.delete_behind::<AuditEntry>(&kept_since, DELETED_MAX)
    }
}
