//! Silence: a case whose customer says nothing after staff's last words is
//! closed by itself, with a warning before.

use std::time::Duration;

use fireside_core::event::TimerEvent;
use fireside_core::timer::Overdue;
use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Outcome, Turn, Voice};

use super::calendar::Calendar;
use super::moment;
use crate::case::{Case, Closure, State, Step};
use crate::lifecycle;
use crate::settings::Settings;

/// The timer of the warning.
pub(super) const WARN: &str = "warn";
/// The timer of the end.
pub(super) const LAPSE: &str = "lapse";

/// Staff had the last word: the customer's silence counts from now on.
pub(super) fn begin(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    stop(turn, case)?;
    let settings = turn.settings::<Settings>()?;
    let Some(close) = settings.close_after.get() else { return Ok(()) };
    let until_warning = settings.warn_before.get().and_then(|before| close.checked_sub(before));
    let until_warning = until_warning.filter(|span| !span.is_zero());
    let (label, span) = until_warning.map_or((LAPSE, close), |span| (WARN, span));
    set(turn, case, label, span)
}

/// The customer is not silent any more, or it no longer counts.
pub(super) fn stop(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    turn.cancel_timer(WARN, case.number)?;
    turn.cancel_timer(LAPSE, case.number)
}

/// The customer is warned, once, and not at night: what is left of the time is
/// theirs in full, however late it is.
pub(super) fn on_warn(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let Some(case) = silent(turn, timer)? else { return Ok(Outcome::Handled) };
    let settings = turn.settings::<Settings>()?;
    let calendar = Calendar::of(turn.community(), &settings);
    if let Some(opening) = calendar.opens_at(turn.now()) {
        turn.set_timer_in(case.number.lane(), WARN, case.number, opening, Overdue::Fire)?;
        return Ok(Outcome::Handled);
    }
    let Some(before) = settings.warn_before.get() else { return Ok(Outcome::Handled) };
    set(turn, &case, LAPSE, before)?;
    if let Some(leg) = case.customer_leg() {
        let when = moment::said(turn, &case.locale, turn.now() + before);
        let args = [("number", case.number.get().into()), ("when", (&when).into())];
        let words = turn.say_in(&case.locale, "handoff-silence", &args);
        turn.send(leg.place.clone(), words, case.number.manner(Voice::System));
    }
    Ok(Outcome::Handled)
}

/// The customer has been silent for too long.
pub(super) fn on_lapse(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let Some(mut case) = silent(turn, timer)? else { return Ok(Outcome::Handled) };
    let closure = Closure { by: None, at: turn.now(), reason: None, silently: false };
    // It is open, so that it can be closed.
    let _ = lifecycle::take(turn, &mut case, Step::Close(closure))?;
    Ok(Outcome::Handled)
}

/// The case of a timer, if it is still the customer's turn in it, and nobody of
/// staff has said when it ends.
fn silent(turn: &mut Turn<'_>, timer: &TimerEvent) -> Result<Option<Case>, Interrupt> {
    let case = lifecycle::case_tagged(turn, &timer.tag)?;
    let counts =
        |case: &Case| !matches!(case.state(), State::Snoozed | State::Closed) && case.closing.is_none();
    Ok(case.filter(|case| counts(case) && case.unanswered_since.is_none()))
}

fn set(turn: &mut Turn<'_>, case: &Case, label: &str, span: Duration) -> Result<(), Interrupt> {
    let due = turn.now() + span;
    turn.set_timer_in(case.number.lane(), label, case.number, due, Overdue::Fire)
}
