//! Facts: the few moments of a case that figures are made of, kept beside it so
//! that nobody has to read every case for them.

use std::collections::BTreeSet;

use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{Timestamp, Turn};
use serde::{Deserialize, Serialize};

use crate::case::{Case, CaseNumber, StaffMember};

/// The milliseconds in a day of 24 hours.
const DAY_MS: u64 = 24 * 60 * 60 * 1000;
/// The tally of cases that are open.
const OPEN: &str = "open_cases";

/// The facts of a case, kept under its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFacts {
    /// The case.
    pub case: CaseNumber,
    /// When it was opened.
    pub opened: Timestamp,
    /// When somebody first took it on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed: Option<Timestamp>,
    /// Who that was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_by: Option<StaffMember>,
    /// When staff first answered, and who.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<(Timestamp, StaffMember)>,
    /// When it was closed: more than once, where it was opened again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed: Vec<Timestamp>,
    /// When it was opened again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopened: Vec<Timestamp>,
    /// Who has it; of a closed one, who had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<StaffMember>,
    /// What the customer said of it in the end, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stars: Option<u8>,
}

impl Record for CaseFacts {
    const COLLECTION: &'static str = "case_facts";
    const INDEXED: bool = true;

    fn indexed_by(&self) -> Vec<(&'static str, String)> {
        self.days().into_iter().map(|day| (Self::BY_DAY, day.to_string())).collect()
    }
}

impl CaseFacts {
    /// The index that finds facts by the days on which something happened.
    pub const BY_DAY: &'static str = "day";

    fn of(case: &Case) -> Self {
        Self {
            case: case.number,
            opened: case.opened,
            claimed: None,
            claimed_by: None,
            answered: None,
            closed: Vec::new(),
            reopened: Vec::new(),
            owner: None,
            stars: None,
        }
    }

    /// The days on which something happened to the case.
    fn days(&self) -> BTreeSet<u64> {
        let once = [Some(self.opened), self.claimed, self.answered.as_ref().map(|(at, _)| *at)];
        let often = self.closed.iter().chain(&self.reopened).copied();
        once.into_iter().flatten().chain(often).map(day_of).collect()
    }

    fn is_open(&self) -> bool {
        self.closed.len() <= self.reopened.len()
    }
}

/// The day that a moment is in, counted from the Unix epoch in UTC: whichever
/// time zone a community moves to, what it asks for is found.
pub(super) fn day_of(at: Timestamp) -> u64 {
    at.as_millis() / DAY_MS
}

/// Brings the facts of a case up to what it is now.
pub(crate) fn follow(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    let now = turn.now();
    change(turn, case, |facts| {
        if facts.claimed.is_none() && case.owner().is_some() {
            facts.claimed = Some(now);
            facts.claimed_by = case.owner().cloned();
        }
        facts.owner = case.owner().cloned();
        facts.stars = case.rating.as_ref().map(|rating| rating.stars);
        match (case.is_open(), facts.is_open()) {
            (false, true) => facts.closed.push(case.closure().map_or(now, |closure| closure.at)),
            (true, false) => facts.reopened.push(now),
            _ => {}
        }
    })
}

/// The actor, of staff, has answered: the first time counts. Gives how long the
/// customer had waited for it.
pub(super) fn answered(turn: &mut Turn<'_>, case: &Case) -> Result<Option<std::time::Duration>, Interrupt> {
    let known = turn.get::<CaseFacts>(&case.number)?;
    if known.is_some_and(|facts| facts.answered.is_some()) {
        return Ok(None);
    }
    let (now, member) = (turn.now(), StaffMember::of(&turn.event().actor));
    change(turn, case, |facts| facts.answered = Some((now, member)))?;
    Ok(Some(now.since(case.opened)))
}

fn change(turn: &mut Turn<'_>, case: &Case, change: impl FnOnce(&mut CaseFacts)) -> Result<(), Interrupt> {
    let known = turn.get::<CaseFacts>(&case.number)?;
    let mut facts = known.clone().unwrap_or_else(|| CaseFacts::of(case));
    change(&mut facts);
    let was_open = known.as_ref().is_some_and(CaseFacts::is_open);
    match (was_open, facts.is_open()) {
        (false, true) => turn.increment(OPEN, 1),
        (true, false) => turn.increment(OPEN, -1),
        _ => {}
    }
    if known.as_ref() == Some(&facts) { Ok(()) } else { turn.put(&facts.case, &facts) }
}

/// How many cases are open.
pub(super) fn open_cases(turn: &mut Turn<'_>) -> Result<u64, Interrupt> {
    Ok(u64::try_from(turn.tally(OPEN)?).unwrap_or(0))
}
