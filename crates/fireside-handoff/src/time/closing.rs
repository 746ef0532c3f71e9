//! Closing later: staff say when a case ends, unless the customer writes before.

use fireside_core::event::TimerEvent;
use fireside_core::timer::Overdue;
use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Outcome, Turn};

use super::call::{self, Called};
use super::moment;
use crate::case::{Case, Closure, Step};
use crate::lifecycle;

/// The timer with which a case ends.
pub(super) const LABEL: &str = "close";

/// The case ends at the moment of this closure. Staff are told in its room.
pub(crate) fn schedule(turn: &mut Turn<'_>, case: &mut Case, closure: Closure) -> Result<(), Interrupt> {
    turn.set_timer_in(case.number.lane(), LABEL, case.number, closure.at, Overdue::Fire)?;
    let when = moment::said(turn, &turn.community().locale, closure.at);
    let by = closure.by.as_ref().map_or("", |by| by.name.as_str());
    let args = [("by", by.into()), ("when", (&when).into())];
    call::call(turn, case, Called::default(), "handoff-closes", &args);
    case.closing = Some(closure);
    lifecycle::keep(turn, case)
}

/// The case does not end, since the customer wrote: who said it would is told.
pub(super) fn cancel(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    let Some(closure) = case.closing.take() else { return Ok(()) };
    turn.cancel_timer(LABEL, case.number)?;
    let called = closure.by.as_ref().map(Called::one).unwrap_or_default();
    call::call(turn, case, called, "handoff-closes-not", &[]);
    lifecycle::keep(turn, case)
}

/// The case has ended another way.
pub(super) fn stop(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    turn.cancel_timer(LABEL, case.number)
}

/// The time has come.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let Some(mut case) = lifecycle::case_tagged(turn, &timer.tag)? else { return Ok(Outcome::Handled) };
    let Some(closure) = case.closing.take().filter(|_| case.is_open()) else { return Ok(Outcome::Handled) };
    let closure = Closure { at: turn.now(), ..closure };
    // It is open, so that it can be closed.
    let _ = lifecycle::take(turn, &mut case, Step::Close(closure))?;
    Ok(Outcome::Handled)
}
