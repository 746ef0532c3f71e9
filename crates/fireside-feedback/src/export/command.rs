//! `/feedback export`: the items as a file.

use std::time::Duration;

use fireside_core::file_job::Output;
use fireside_core::timer::Overdue;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, Turn};

use super::job::{Export, Format};
use super::steps::TIMER;
use crate::kind::Kind;
use crate::staff::Wanted;
use crate::status::Status;
use fireside_core::parts::Handled;

/// The subcommand.
pub(super) const EXPORT: Handled = Handled { name: "export", command, run, suggest: None };

/// The counter that numbers of exports are drawn from.
const COUNTER: &str = "feedback_export";
const FORMAT: &str = "format";

fn command() -> Command {
    let formats =
        [(Format::Csv.as_str(), "feedback-format-csv"), (Format::Jsonl.as_str(), "feedback-format-jsonl")];
    let kinds = Kind::ALL.map(|kind| (kind.as_str(), kind.phrase()));
    let statuses = Status::ALL.map(|status| (status.as_str(), status.phrase()));
    Command::new(EXPORT.name, "feedback-command-export")
        .staff()
        .option(FORMAT, "feedback-command-export-format", OptionKind::Text, false)
        .choices(&formats)
        .option("kind", "feedback-command-list-kind", OptionKind::Text, false)
        .choices(&kinds)
        .option("status", "feedback-command-list-status", OptionKind::Text, false)
        .choices(&statuses)
        .option("area", "feedback-command-list-area", OptionKind::Text, false)
        .named()
        .option("since", "feedback-command-list-since", OptionKind::Text, false)
        .named()
}

/// What is exported is sent to where only staff read: here, if they do, else
/// where they work, else to the one who asked.
fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let zone = turn.community().zone();
    let event = turn.event();
    let Ok(wanted) = Wanted::by(invocation, &event.actor.account, turn.now(), zone) else {
        turn.answer(turn.say("feedback-unknown-day", &[]));
        return Ok(Outcome::Handled);
    };
    let to = turn.place_for_staff();
    let is_here = to == event.place;
    let export = Export {
        number: turn.next_number(COUNTER)?,
        at: turn.now(),
        format: invocation.text(FORMAT).and_then(Format::parse).unwrap_or_default(),
        wanted,
        cursor: None,
        rows: 0,
        output: Output::new(to, turn.locale()),
        progress: None,
    };
    turn.put(&export.number, &export)?;
    turn.set_timer(TIMER, export.number, turn.now() + Duration::from_millis(1), Overdue::Fire)?;
    let key = if is_here { "feedback-export-begun" } else { "feedback-export-begun-elsewhere" };
    turn.answer(turn.say(key, &[]));
    Ok(Outcome::Handled)
}
