//! Sweeping: which message copies which is forgotten some time after a case has
//! ended. From then on its messages are what they are, until the customer is
//! forgotten: for that it is kept what shows them to staff.

use std::time::Duration;

use fireside_core::event::TimerEvent;
use fireside_core::record::Record;
use fireside_core::timer::Overdue;
use fireside_core::turn::{Cursor, Interrupt};
use fireside_core::{Decision, Outcome, Turn};
use serde::{Deserialize, Serialize};

use super::removal;
use crate::case::{Case, CaseNumber, Line};
use crate::record;

/// The timer that sweeps a case.
pub(super) const TIMER: &str = "sweep";
/// How long the mirrors of a closed case are kept.
const KEPT_FOR: Duration = Duration::from_hours(30 * 24);
/// How many lines are swept in one turn.
const LINES_MAX: usize = 100;

/// How far a case is swept, kept under its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swept {
    /// The last line whose mirrors are gone.
    pub after: Cursor,
}

impl Record for Swept {
    const COLLECTION: &'static str = "swept";
}

/// A case has ended: it is swept when nobody changes its words any more.
pub(super) fn after_end(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    let due = turn.now() + KEPT_FOR;
    turn.set_timer_in(case.number.lane(), TIMER, case.number, due, Overdue::Fire)
}

/// The next mirrors of a case are forgotten, unless it goes on.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let Some(number) = CaseNumber::parse(&timer.tag.subject) else { return Ok(Outcome::Handled) };
    if turn.get::<Case>(&number)?.is_none_or(|case| case.is_open()) {
        return Ok(Outcome::Handled);
    }
    let before = turn.get::<Swept>(&number)?;
    let page = turn.page::<Line>(&number, before.as_ref().map(|swept| &swept.after), LINES_MAX)?;
    for line in page.records {
        let mut copies = Vec::new();
        for message in &line.messages {
            copies.extend(removal::let_go(turn, message, line.speaker)?);
        }
        if !line.messages.is_empty() {
            record::let_go(turn, line, copies)?;
        }
    }
    match page.next {
        Some(after) => {
            turn.put(&number, &Swept { after })?;
            // Never the moment that was due: that one has been.
            let next = turn.now() + Duration::from_millis(1);
            turn.set_timer_in(number.lane(), TIMER, number, next, Overdue::Fire)?;
        }
        None => turn.delete::<Swept>(&number)?,
    }
    Ok(Outcome::Handled)
}
