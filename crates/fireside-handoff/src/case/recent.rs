//! Recent cases: the list of all, with the newest first. A store is read
//! forwards, and numbers grow.

use fireside_core::record::Record;
use fireside_core::turn::{Cursor, Interrupt};
use fireside_core::{PersonId, Turn};
use serde::{Deserialize, Serialize};

use super::{Case, CaseNumber};

/// How many cases are read at once.
const PAGE_LEN: usize = 50;

/// A case, on the list that has the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecentCase {
    /// Its number.
    pub number: CaseNumber,
}

impl Record for RecentCase {
    const COLLECTION: &'static str = "recent_case";
}

impl RecentCase {
    /// The path of a case on the list.
    pub fn path(number: CaseNumber) -> u64 {
        u64::MAX - number.get()
    }
}

/// The case of a person that was opened last, as it is now.
pub(crate) fn last_of(turn: &mut Turn<'_>, person: &PersonId) -> Result<Option<Case>, Interrupt> {
    let (mut last, mut after) = (None, None);
    loop {
        let page = turn.page_of::<Case>(Case::BY_PERSON, person.as_str(), after.as_ref(), PAGE_LEN)?;
        last = page.records.into_iter().next_back().or(last);
        after = page.next;
        if after.is_none() {
            return Ok(last);
        }
    }
}

/// Of the newest `among` cases those that are wanted, the newest first, as they
/// are now.
pub(crate) fn newest(
    turn: &mut Turn<'_>,
    among: usize,
    is_wanted: impl Fn(&Case) -> bool,
) -> Result<Vec<Case>, Interrupt> {
    let mut found = Vec::new();
    let mut after: Option<Cursor> = None;
    for _ in 0..among.div_ceil(PAGE_LEN) {
        let page = turn.page_all::<RecentCase>(after.as_ref(), PAGE_LEN)?;
        for recent in page.records {
            found.extend(turn.peek::<Case>(&recent.number)?.filter(&is_wanted));
        }
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    Ok(found)
}
