//! Erasure: a customer wants nothing of theirs to be kept. What they said goes
//! page by page, and what was on its way does not come back.

use std::time::Duration;

use fireside_core::event::TimerEvent;
use fireside_core::record::Record;
use fireside_core::timer::Overdue;
use fireside_core::turn::{Cursor, Interrupt};
use fireside_core::{Decision, Effect, MessageId, MessageRef, Outcome, PersonId, Receipt, Turn, Voice};
use serde::{Deserialize, Serialize};

use super::parking::KeptBack;
use super::{removal, truth};
use crate::case::{Case, CaseNumber, Closure, Speaker, Step};
use crate::{lifecycle, record, room};

/// The timer that goes on with a case.
pub(super) const TIMER: &str = "erasure";
/// The most cases of one person that are looked for.
const CASES_MAX: usize = 200;

/// How far the erasure of a case is, kept under its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// The last line that is gone.
    pub after: Cursor,
}

impl Record for Erasure {
    const COLLECTION: &'static str = "erasure";
}

/// What the customer called with, as the bot said it in the room: it copies no
/// message. Kept under the case's number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstWords {
    /// The messages that say it.
    pub messages: Vec<MessageRef>,
}

impl Record for FirstWords {
    const COLLECTION: &'static str = "first_words";
}

/// What the customer called with stands in the room, where the event happened.
pub(super) fn note_first_words(turn: &mut Turn<'_>, case: &Case, receipt: &Receipt) -> Result<(), Interrupt> {
    let messages = said_by(turn, receipt);
    turn.put(&case.number, &FirstWords { messages })
}

/// A copy has come to the room after its author was forgotten: it goes away.
pub(super) fn on_late(turn: &mut Turn<'_>, case: &Case, receipt: &Receipt) {
    for message in said_by(turn, receipt) {
        turn.effect(Effect::Delete { message }, case.number.manner(Voice::System));
    }
}

fn said_by(turn: &Turn<'_>, receipt: &Receipt) -> Vec<MessageRef> {
    let place = &turn.event().place;
    let known = |id: &MessageId| MessageRef::Known { place: place.clone(), id: id.clone() };
    receipt.message.iter().chain(&receipt.further_messages).map(known).collect()
}

/// Forgets a person: their open case ends, what is under way is withdrawn, and
/// nothing in any of their cases tells of them. Gives how many cases they had.
pub(super) fn begin(turn: &mut Turn<'_>, person: &PersonId) -> Result<usize, Interrupt> {
    let cases: Vec<Case> = turn.find(Case::BY_PERSON, person.as_str(), CASES_MAX)?;
    let count = cases.len();
    for case in cases {
        forget(turn, case)?;
    }
    Ok(count)
}

fn forget(turn: &mut Turn<'_>, mut case: Case) -> Result<(), Interrupt> {
    for voice in [Voice::Customer, Voice::Staff, Voice::Bot] {
        turn.withdraw(case.number.subject(), Some(voice));
    }
    turn.withdraw(case.number.of_customer(), None);
    turn.delete::<KeptBack>(&case.number)?;
    if case.is_open() {
        truth::tell_staff(turn, &case, "handoff-forgotten-case", &[], None);
        let closure = Closure { by: None, at: turn.now(), reason: None, silently: true };
        let _ = lifecycle::take(turn, &mut case, Step::Close(closure))?;
    }
    if let Some(first) = turn.get::<FirstWords>(&case.number)? {
        turn.delete::<FirstWords>(&case.number)?;
        for message in first.messages {
            turn.effect(Effect::Delete { message }, case.number.manner(Voice::System));
        }
    }
    case.forget_customer();
    room::forget(turn, &mut case)?;
    lifecycle::keep(turn, &case)?;
    wake(turn, case.number)
}

fn wake(turn: &mut Turn<'_>, number: CaseNumber) -> Result<(), Interrupt> {
    // Never the moment that was due: that one has been.
    turn.set_timer_in(number.lane(), TIMER, number, turn.now() + Duration::from_millis(1), Overdue::Fire)
}

/// The next lines of a case are forgotten, with what copies them.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let Some(number) = CaseNumber::parse(&timer.tag.subject) else { return Ok(Outcome::Handled) };
    let Some(case) = turn.get::<Case>(&number)? else { return Ok(Outcome::Handled) };
    let before = turn.get::<Erasure>(&number)?;
    let page = record::forget(turn, number, before.as_ref().map(|erasure| &erasure.after))?;
    for line in page.records {
        for message in &line.messages {
            removal::take_down(turn, &case, message)?;
            removal::erase(turn, &case, message, line.speaker == Speaker::Customer)?;
        }
        for message in line.copies {
            turn.effect(Effect::Delete { message }, case.number.manner(Voice::System));
        }
    }
    match page.next {
        Some(after) => {
            turn.put(&number, &Erasure { after })?;
            wake(turn, number)?;
        }
        None => turn.delete::<Erasure>(&number)?,
    }
    Ok(Outcome::Handled)
}
