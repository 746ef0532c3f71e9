//! `/feedback list`: the items staff look for, a page at a time.

use std::time::Duration;

use fireside_core::turn::Interrupt;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, Outgoing, Text, Turn};

use super::query::{PAGE_LEN, Sort, Wanted};
use super::suggest;
use crate::card::in_a_list;
use crate::feedback::Feedback;
use crate::kind::Kind;
use crate::status::Status;
use fireside_core::parts::Handled;

/// The subcommand.
pub(super) const LIST: Handled = Handled { name: "list", command, run, suggest: Some(suggest::suggest) };
/// The action of the buttons that turn the page.
pub(super) const PAGE: &str = "page";

/// How long a page can be turned.
const PAGE_LIFETIME: Duration = Duration::from_hours(24);

fn command() -> Command {
    let kinds = Kind::ALL.map(|kind| (kind.as_str(), kind.phrase()));
    let statuses = Status::ALL.map(|status| (status.as_str(), status.phrase()));
    let sorts = Sort::ALL.map(|sort| (sort.as_str(), sort.phrase()));
    Command::new(LIST.name, "feedback-command-list")
        .staff()
        .option("kind", "feedback-command-list-kind", OptionKind::Text, false)
        .choices(&kinds)
        .option("status", "feedback-command-list-status", OptionKind::Text, false)
        .choices(&statuses)
        .option("sort", "feedback-command-list-sort", OptionKind::Text, false)
        .choices(&sorts)
        .option("area", "feedback-command-list-area", OptionKind::Text, false)
        .suggests()
        .named()
        .option("since", "feedback-command-list-since", OptionKind::Text, false)
        .named()
        .option("mine", "feedback-command-list-mine", OptionKind::Boolean, false)
        .named()
        .option("text", "feedback-command-list-text", OptionKind::Text, false)
}

fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let zone = turn.community().zone();
    match Wanted::by(invocation, &turn.event().actor.account, turn.now(), zone) {
        Ok(wanted) => {
            let page = page(turn, &wanted)?;
            turn.answer(page);
        }
        Err(_) => turn.answer(turn.say("feedback-unknown-day", &[])),
    }
    Ok(Outcome::Handled)
}

/// A page was turned.
pub(super) fn on_page(turn: &mut Turn<'_>, data: &str) -> Decision {
    match serde_json::from_str::<Wanted>(data) {
        Ok(_) if !turn.is_staff() => turn.refuse_stranger(),
        Ok(wanted) => {
            let page = page(turn, &wanted)?;
            turn.answer(page);
        }
        Err(_) => turn.answer_no_longer_current(),
    }
    Ok(Outcome::Handled)
}

fn page(turn: &mut Turn<'_>, wanted: &Wanted) -> Result<Outgoing, Interrupt> {
    let found = turn.search::<Feedback>(&wanted.query())?;
    let shown = found.records.len();
    let mut text = if shown == 0 {
        Text::plain(turn.say("feedback-list-empty", &[]))
    } else {
        let args = [
            ("first", (wanted.offset as u64 + 1).into()),
            ("last", ((wanted.offset + shown) as u64).into()),
            ("total", (found.total as u64).into()),
        ];
        Text::bold(turn.say("feedback-list-head", &args))
    };
    for (item, _) in &found.records {
        text = text.line(in_a_list(turn, item));
    }
    if found.is_partial {
        text = text.line(turn.say("feedback-list-partial", &[]));
    }
    let mut ways = Vec::new();
    if wanted.offset > 0 {
        ways.push(("feedback-button-previous", wanted.offset.saturating_sub(PAGE_LEN)));
    }
    if wanted.offset + shown < found.total && shown > 0 {
        ways.push(("feedback-button-next", wanted.offset + shown));
    }
    let mut buttons = Vec::new();
    for (label, offset) in ways {
        let data = serde_json::to_string(&wanted.from(offset)).unwrap_or_default();
        buttons.push(turn.button(turn.say(label, &[]), PAGE, data, None, PAGE_LIFETIME)?);
    }
    Ok(Outgoing::of(text).row(buttons))
}
