//! Time: who is called when, and what happens by itself.

mod calendar;
mod call;
mod closing;
pub(crate) mod duty;
mod hours;
mod ladder;
mod moment;
mod rating;
mod silence;
mod snooze;
pub(crate) mod span;

use fireside_core::parts::Handlers;
use fireside_core::turn::Interrupt;
use fireside_core::{Timestamp, Turn, Voice};

pub(crate) use call::{concerned, manner as call_manner};
pub(crate) use closing::schedule;
pub use duty::Duty;
pub use hours::{DayHours, Holidays, WorkingHours};
pub(crate) use moment::{answer_unfit, away, opening, said};
pub(crate) use rating::asked;
pub use span::Period;

use crate::case::{Case, State};
use crate::room::{self, buttons};

/// What time answers.
pub(crate) const HANDLERS: Handlers = Handlers {
    commands: &[duty::DUTY, snooze::SNOOZE],
    presses: &[
        (buttons::SNOOZE, snooze::on_pressed),
        (rating::RATE, rating::on_rated),
        (rating::WHY, rating::on_why),
    ],
    forms: &[(snooze::form, snooze::on_form), (rating::form, rating::on_form)],
    receipts: &[(call::LABEL, call::on_receipt), (rating::TOLD, rating::on_told)],
    timers: &[
        (duty::LABEL, duty::on_timer),
        (ladder::LABEL, ladder::on_timer),
        (silence::WARN, silence::on_warn),
        (silence::LAPSE, silence::on_lapse),
        (snooze::LABEL, snooze::on_timer),
        (closing::LABEL, closing::on_timer),
    ],
    ..Handlers::NONE
};

/// A case was opened: those on duty are called. That nobody works now is part of
/// what its customer is answered.
pub(crate) fn on_opened(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    case.away_until = opening(turn)?;
    call::on_opened(turn, case)?;
    ladder::watch(turn, case)
}

/// A case waits for somebody again: those on duty are called.
pub(crate) fn on_waiting(turn: &mut Turn<'_>, case: &mut Case, from: State) -> Result<(), Interrupt> {
    case.released = Some(turn.now());
    call::on_waiting(turn, case)?;
    goes_on(turn, case, from)
}

/// Somebody has a case.
pub(crate) fn on_active(turn: &mut Turn<'_>, case: &mut Case, from: State) -> Result<(), Interrupt> {
    goes_on(turn, case, from)
}

/// Whoever waits is watched again. The customer's silence counts anew where
/// nothing counted it.
fn goes_on(turn: &mut Turn<'_>, case: &mut Case, from: State) -> Result<(), Interrupt> {
    snooze::end(turn, case)?;
    if from == State::Closed && case.first_answer.is_none() {
        case.unanswered_since = Some(turn.now());
    }
    if matches!(from, State::Snoozed | State::Closed) && case.unanswered_since.is_none() {
        silence::begin(turn, case)?;
    }
    ladder::watch(turn, case)
}

/// A case is put aside: it comes back by itself, and nobody is reminded before.
pub(crate) fn on_snoozed(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    ladder::stop(turn, case)?;
    silence::stop(turn, case)?;
    snooze::begin(turn, case)
}

/// A case's customer can't be reached: nobody can answer them.
pub(crate) fn on_parked(turn: &mut Turn<'_>, case: &mut Case, from: State) -> Result<(), Interrupt> {
    snooze::end(turn, case)?;
    if from == State::Snoozed && case.unanswered_since.is_none() {
        silence::begin(turn, case)?;
    }
    ladder::stop(turn, case)
}

/// A case has ended: nothing happens by itself any more.
pub(crate) fn on_closed(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    snooze::end(turn, case)?;
    ladder::stop(turn, case)?;
    silence::stop(turn, case)?;
    closing::stop(turn, case)
}

/// The customer has written, in an open case: what was to happen because they
/// were silent does not. Who begins to wait while nobody works is told so, once
/// until somebody does.
pub(crate) fn on_customer_wrote(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    silence::stop(turn, case)?;
    closing::cancel(turn, case)?;
    if case.unanswered_since.is_some() {
        return Ok(());
    }
    case.unanswered_since = Some(turn.now());
    room::card::grow_old(turn, case)?;
    ladder::watch(turn, case)?;
    tell_away(turn, case)
}

/// The customer has called without a word: who has the case is told, unless
/// they know that the customer waits.
pub(crate) fn on_customer_called(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    let is_known = case.unanswered_since.is_some();
    on_customer_wrote(turn, case)?;
    if !is_known {
        let called = ladder::called(turn, case)?;
        call::call(turn, case, called, "handoff-call", &[]);
    }
    Ok(())
}

/// Staff's words did not reach the customer, who waits as they did before; they
/// had waited for the first answer if `is_first`.
pub(crate) fn on_answer_lost(
    turn: &mut Turn<'_>,
    case: &mut Case,
    since: Timestamp,
    is_first: bool,
) -> Result<(), Interrupt> {
    if is_first {
        case.first_answer = None;
    }
    waits_still(turn, case, since)
}

/// A case has taken in one in which its customer has waited since then.
pub(crate) fn on_wait_taken_over(
    turn: &mut Turn<'_>,
    case: &mut Case,
    since: Timestamp,
) -> Result<(), Interrupt> {
    closing::cancel(turn, case)?;
    waits_still(turn, case, since)
}

fn waits_still(turn: &mut Turn<'_>, case: &mut Case, since: Timestamp) -> Result<(), Interrupt> {
    silence::stop(turn, case)?;
    case.unanswered_since = Some(case.unanswered_since.map_or(since, |known| known.min(since)));
    room::card::grow_old(turn, case)?;
    ladder::watch(turn, case)
}

fn tell_away(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    if let Some(owner) = case.owner()
        && duty::is_on(turn, &owner.account)?
    {
        return Ok(());
    }
    let now = turn.now();
    if case.away_until.is_some_and(|until| now < until) {
        return Ok(());
    }
    case.away_until = opening(turn)?;
    if let (Some(words), Some(leg)) = (away(turn, &case.locale)?, case.customer_leg()) {
        turn.send(leg.place.clone(), words, case.number.manner(Voice::System));
    }
    Ok(())
}

/// Staff have answered the customer, whose turn it is now.
pub(crate) fn on_staff_answered(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    case.first_answer.get_or_insert(turn.now());
    if let Some(since) = case.unanswered_since.take() {
        room::card::is_answered(turn, case, since)?;
    }
    ladder::stop(turn, case)?;
    silence::begin(turn, case)
}
