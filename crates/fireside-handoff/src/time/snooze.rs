//! Snoozing: staff put a case aside until a time, or until the customer writes.

use std::time::Duration;

use fireside_core::event::TimerEvent;
use fireside_core::parts::Handled;
use fireside_core::timer::Overdue;
use fireside_core::turn::Interrupt;
use fireside_core::{Answers, Command, Decision, Field, Form, Invocation, OptionKind, Outcome, Turn};

use super::{moment, span};
use crate::case::{Case, Step};
use crate::lifecycle;
use crate::room::buttons;
use crate::staff::{self, CASE, UNTIL, suggest};

/// `/snooze`.
pub(super) const SNOOZE: Handled = Handled { name: "snooze", command, run, suggest: Some(suggest::cases) };
/// The timer with which a case comes back.
pub(super) const LABEL: &str = "wake";

/// How long a case may be put aside.
const LONGEST: Duration = Duration::from_hours(90 * 24);
const FORM: &str = "handoff_snooze";
const UNTIL_CHARS_MAX: usize = 40;

fn command() -> Command {
    Command::new("snooze", "handoff-command-snooze")
        .staff()
        .option(CASE, "handoff-command-case", OptionKind::Integer, false)
        .suggests()
        .option(UNTIL, "handoff-command-snooze-until", OptionKind::Text, false)
}

/// Puts the case that is named aside, else the room's.
fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let until = staff::words_of(invocation, UNTIL).unwrap_or_default();
    if let Some(case) = staff::case_meant(turn, invocation)? {
        snooze(turn, case, until)?;
    }
    Ok(Outcome::Handled)
}

/// *Snooze* was pressed: until when is asked.
pub(super) fn on_pressed(turn: &mut Turn<'_>, data: &str) -> Decision {
    if let Some(case) = staff::case_pressed(turn, buttons::SNOOZE, data)? {
        turn.open_form(FORM, &Answers::about(case.number))?;
    }
    Ok(Outcome::Handled)
}

/// The form that asks until when.
pub(super) fn form() -> Form {
    let fields = vec![Field::text(UNTIL, "handoff-snooze-form-until", UNTIL_CHARS_MAX)];
    Form { name: FORM, title: "handoff-snooze-form", fields }
}

/// Until when was said. What a form is about can be forged, and the role may be
/// gone since it was opened.
pub(super) fn on_form(turn: &mut Turn<'_>, answers: &Answers) -> Decision {
    if let Some(case) = staff::case_pressed(turn, buttons::SNOOZE, answers.subject())? {
        snooze(turn, case, answers.get(UNTIL))?;
    }
    Ok(Outcome::Handled)
}

/// Puts a case aside for the actor, who is staff.
fn snooze(turn: &mut Turn<'_>, mut case: Case, until: &str) -> Result<(), Interrupt> {
    let until = match span::parse(until, turn.now(), &turn.community().zone(), LONGEST) {
        Ok(until) => until,
        Err(why) => {
            moment::answer_unfit(turn, why);
            return Ok(());
        }
    };
    match lifecycle::take(turn, &mut case, Step::Snooze(until))? {
        Ok(_) => {
            let when = moment::said(turn, turn.locale(), until);
            let args = [("number", case.number.get().into()), ("when", (&when).into())];
            turn.answer_private(turn.say("handoff-you-snoozed", &args));
        }
        Err(refusal) => staff::answer_refusal(turn, case.number, &refusal),
    }
    Ok(())
}

/// A case was put aside: it comes back by itself.
pub(super) fn begin(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    let Some(until) = case.snoozed_until() else { return Ok(()) };
    turn.set_timer_in(case.number.lane(), LABEL, case.number, until, Overdue::Fire)
}

/// A case is not put aside any more.
pub(super) fn end(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    turn.cancel_timer(LABEL, case.number)
}

/// The time has come.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let Some(mut case) = lifecycle::case_tagged(turn, &timer.tag)? else { return Ok(Outcome::Handled) };
    // One that is awake already stays so.
    let _ = lifecycle::take(turn, &mut case, Step::Wake)?;
    Ok(Outcome::Handled)
}
