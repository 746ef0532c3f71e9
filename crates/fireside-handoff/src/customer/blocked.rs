//! Blocked people: staff don't hear them, for a while or for good.

use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{PersonId, Timestamp, Turn, Voice};
use serde::{Deserialize, Serialize};

use super::call::open_case;
use crate::case::{Closure, StaffMember, Step};
use crate::{lifecycle, time};

/// Somebody whom staff don't hear, kept under the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocked {
    /// Until when; `None`: until somebody takes it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// Why, for staff to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who blocked them.
    pub by: StaffMember,
}

impl Record for Blocked {
    const COLLECTION: &'static str = "blocked";
}

impl Blocked {
    /// What the blocked one is told: that they are, and for how long. The
    /// reason is among staff.
    pub(crate) fn said(&self, turn: &Turn<'_>, locale: &str) -> String {
        let brand = ("brand", (&turn.community().name).into());
        let Some(until) = self.until else { return turn.say_in(locale, "handoff-blocked", &[brand]) };
        let when = time::said(turn, locale, until);
        turn.say_in(locale, "handoff-blocked-until", &[brand, ("when", (&when).into())])
    }

    /// What holds for somebody who was blocked as two people: the longer of both.
    pub(super) fn longer(self, other: Self) -> Self {
        match (self.until, other.until) {
            (None, _) => self,
            (Some(until), Some(others)) if until >= others => self,
            _ => other,
        }
    }
}

/// How somebody is blocked now, if they are.
pub(crate) fn of(turn: &mut Turn<'_>, person: &PersonId) -> Result<Option<Blocked>, Interrupt> {
    let now = turn.now();
    let blocked = turn.get::<Blocked>(person)?;
    Ok(blocked.filter(|blocked| blocked.until.is_none_or(|until| now < until)))
}

/// The open case of somebody who is blocked ends. They are told plainly, and why
/// is between staff.
pub(crate) fn close_open_case(
    turn: &mut Turn<'_>,
    person: &PersonId,
    block: &Blocked,
) -> Result<(), Interrupt> {
    let Some(mut case) = open_case(turn, person)? else { return Ok(()) };
    let (by, reason) = (Some(block.by.clone()), block.reason.clone());
    let closure = Closure { by, at: turn.now(), reason, silently: true };
    if lifecycle::take(turn, &mut case, Step::Close(closure))?.is_err() {
        return Ok(());
    }
    let Some(leg) = case.customer_leg() else { return Ok(()) };
    let words = block.said(turn, &case.locale);
    turn.send(leg.place.clone(), words, case.number.manner(Voice::System));
    Ok(())
}
