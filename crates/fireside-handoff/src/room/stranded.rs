//! Cases that can't be shown to staff as they should be: without a room, since
//! the platform has no more for now, or without a card, since staff's place is
//! out of reach. They are kept, and tried again.

use std::time::Duration;

use fireside_core::event::{Membership, TimerEvent};
use fireside_core::record::Record;
use fireside_core::timer::Overdue;
use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Event, EventKind, MessageRef, Outcome, Timestamp, Turn, Voice};
use serde::{Deserialize, Serialize};

use super::early::Opening;
use super::shown::Shown;
use super::{LABEL, opening, unshown};
use crate::case::{Case, CaseNumber};

/// The timer after which it is tried again.
pub(super) const TIMER: &str = "stranded";
/// How long after a failure it is tried again.
const AGAIN: Duration = Duration::from_mins(10);
/// How many are tried again at once when staff's place is back.
const AT_ONCE_MAX: usize = 200;

/// A case that is to be shown to staff at another try, kept under its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stranded {
    /// The case.
    pub case: CaseNumber,
    /// The customer was told that staff can't be reached.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_told: bool,
}

impl Record for Stranded {
    const COLLECTION: &'static str = "case_stranded";
}

/// Staff can't be shown a case at all. The customer is told, once; what they
/// say is kept.
pub(super) fn strand(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    case.lose_room();
    (case.card, case.banner) = (None, None);
    turn.put(&case.number, case)?;
    turn.delete::<Opening>(&case.number)?;
    let known = turn.get::<Stranded>(&case.number)?;
    if !known.is_some_and(|known| known.is_told)
        && let Some(leg) = case.customer_leg().filter(|_| case.is_open())
    {
        let words = turn.say_in(&case.locale, "handoff-not-called", &[("number", case.number.get().into())]);
        turn.send(leg.place.clone(), words, case.number.manner(Voice::System));
    }
    note(turn, case.number, true)
}

/// A case has no room for now. Gives whether that is news.
pub(super) fn note_roomless(turn: &mut Turn<'_>, case: &Case) -> Result<bool, Interrupt> {
    let known = turn.get::<Stranded>(&case.number)?;
    note(turn, case.number, known.as_ref().is_some_and(|known| known.is_told))?;
    Ok(known.is_none())
}

fn note(turn: &mut Turn<'_>, case: CaseNumber, is_told: bool) -> Result<(), Interrupt> {
    turn.put(&case, &Stranded { case, is_told })?;
    try_again(turn, case, turn.now() + AGAIN)
}

fn try_again(turn: &mut Turn<'_>, case: CaseNumber, at: Timestamp) -> Result<(), Interrupt> {
    turn.set_timer_in(case.lane(), TIMER, case, at, Overdue::Fire)
}

/// Something is tried again very soon, in its own lane.
pub(super) fn hurry(turn: &mut Turn<'_>, case: CaseNumber) -> Result<(), Interrupt> {
    try_again(turn, case, turn.now() + Duration::from_millis(1))
}

/// The room of a case was closed: the one that has gone without longest may have one.
pub(super) fn room_is_free(turn: &mut Turn<'_>, of: CaseNumber) -> Result<(), Interrupt> {
    for Stranded { case, .. } in turn.page_all::<Stranded>(None, AT_ONCE_MAX)?.records {
        if case != of && turn.get::<Case>(&case)?.is_some_and(|case| case.is_open()) {
            return hurry(turn, case);
        }
    }
    Ok(())
}

/// The bot was added where staff work: what they could not be shown is shown.
pub(super) fn on_event(turn: &mut Turn<'_>, event: &Event) -> Decision {
    let home = turn.community().staff_home.as_ref();
    let is_back = matches!(event.kind, EventKind::Membership(Membership::BotAdded))
        && home.is_some_and(|home| home.platform == event.place.platform);
    if is_back {
        for stranded in turn.page_all::<Stranded>(None, AT_ONCE_MAX)?.records {
            hurry(turn, stranded.case)?;
        }
    }
    Ok(Outcome::Pass)
}

/// Another try.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let Some(number) = CaseNumber::parse(&timer.tag.subject) else { return Ok(Outcome::Handled) };
    let Some(mut case) = turn.get::<Case>(&number)? else { return Ok(Outcome::Handled) };
    if !case.is_open() {
        turn.delete::<Stranded>(&number)?;
        unshown::forget(turn, number)?;
    } else if case.card.is_none() {
        opening::renew(turn, &mut case)?;
    } else if case.is_roomless() {
        open_room(turn, &mut case)?;
    } else {
        unshown::say_all(turn, &case)?;
    }
    Ok(Outcome::Handled)
}

/// Asks for a room from the card that is there.
fn open_room(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    let (Some(home), Some(card)) = (turn.community().staff_home.clone(), case.card.clone()) else {
        return Ok(());
    };
    if let (MessageRef::Known { .. }, Some(mut shown)) = (&card, turn.get::<Shown>(&case.number)?) {
        opening::beside(turn, case, &mut shown, (&home, card), LABEL)?;
        turn.put(&case.number, &shown)?;
        return turn.put(&case.number, case);
    }
    // The card was put up again just now.
    try_again(turn, case.number, turn.now() + AGAIN)
}
