//! The ladder of reminders: whom staff's silence is told, one after another,
//! while a customer waits. Only working time counts.
//!
//! At most one step of a case is set at a time, so that however long nothing
//! was running, the next step alone is late.

use fireside_core::event::TimerEvent;
use fireside_core::timer::Overdue;
use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Outcome, Timestamp, Turn};

use super::calendar::Calendar;
use super::call::{self, Called};
use crate::case::Case;
use crate::lifecycle;
use crate::settings::Settings;
use crate::staff::elapsed;

/// The timer of the next reminder.
pub(super) const LABEL: &str = "remind";

/// How many steps there are.
const STEPS: u8 = 3;

/// Lets the customer's wait be noticed, if they wait: whoever it is brought to
/// now has not been reminded of it.
pub(super) fn watch(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    case.reminders = 0;
    if !waits(case) {
        return turn.cancel_timer(LABEL, case.number);
    }
    let settings = turn.settings::<Settings>()?;
    let limit = if case.first_answer.is_none() { settings.first_answer } else { settings.next_answer };
    let Some(limit) = limit.get() else { return Ok(()) };
    let (calendar, now) = (Calendar::of(turn.community(), &settings), turn.now());
    // A wait that was put aside for longer than that is counted anew.
    let since = case.unanswered_since.unwrap_or(now);
    let due = Some(calendar.after(since, limit)).filter(|due| *due > now);
    set(turn, case, due.unwrap_or_else(|| calendar.after(now, limit)))
}

/// Nobody has to be reminded of a case any more.
pub(super) fn stop(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    case.reminders = 0;
    turn.cancel_timer(LABEL, case.number)
}

/// It is time for the next reminder.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let case = lifecycle::case_tagged(turn, &timer.tag)?.filter(waits);
    let Some(mut case) = case else { return Ok(Outcome::Handled) };
    let settings = turn.settings::<Settings>()?;
    let (calendar, now) = (Calendar::of(turn.community(), &settings), turn.now());
    if let Some(opening) = calendar.opens_at(now) {
        set(turn, &case, opening)?;
        return Ok(Outcome::Handled);
    }
    case.reminders += 1;
    turn.put(&case.number, &case)?;
    let called = called(turn, &case)?;
    let length = waited(turn, &case);
    call::call(turn, &case, called, "handoff-reminder", &[("length", (&length).into())]);
    if let Some(escalate) = settings.escalate.get().filter(|_| case.reminders < STEPS) {
        set(turn, &case, calendar.after(now, escalate))?;
    }
    Ok(Outcome::Handled)
}

/// Whom the step that is reached calls: who has the case, else those on duty;
/// then all staff by their roles; then everybody on duty by name.
pub(super) fn called(turn: &mut Turn<'_>, case: &Case) -> Result<Called, Interrupt> {
    match (case.reminders, case.owner()) {
        (0 | 1, Some(owner)) => Ok(Called::one(owner)),
        (0 | 1, None) => Called::on_duty(turn),
        (2, _) => Called::staff(turn),
        _ => Called::by_name(turn),
    }
}

/// How long somebody has waited, as staff read it.
pub(super) fn waited(turn: &Turn<'_>, case: &Case) -> String {
    let now = turn.now();
    let waited = now.since(case.waits_since().unwrap_or(now));
    elapsed::in_words(turn, &turn.community().locale, waited)
}

/// Whether somebody waits: the customer for an answer, or the case for somebody
/// who takes it on.
fn waits(case: &Case) -> bool {
    case.waits_since().is_some()
}

fn set(turn: &mut Turn<'_>, case: &Case, due: Timestamp) -> Result<(), Interrupt> {
    turn.set_timer_in(case.number.lane(), LABEL, case.number, due, Overdue::Fire)
}
