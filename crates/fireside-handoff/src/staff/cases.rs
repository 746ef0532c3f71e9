//! `/cases`: the queue, a page at a time.

use std::time::Duration;

use fireside_core::parts::Handled;
use fireside_core::turn::Interrupt;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, Outgoing, Text, Turn, text};

use super::queue::{self, Wanted};
use super::{colleague, elapsed, may_press, suggest};
use crate::case::{Case, Priority, State, recent};

/// `/cases`.
pub(super) const CASES: Handled =
    Handled { name: "cases", command, run: cases, suggest: Some(suggest::cases_or_tags) };
/// The action of the buttons that turn the page.
pub(super) const PAGE: &str = "cases_page";

/// How many cases a page shows.
const PAGE_LEN: usize = 8;
/// How long a page can be turned.
const PAGE_LIFETIME: Duration = Duration::from_hours(24);
/// The most cases that are looked through: of the newest, where closed ones are
/// wanted; else of each state, the oldest first.
const CASES_MAX: usize = 500;
/// The longest line, in characters as a reader counts them.
const LINE_LEN_MAX: usize = 200;

fn command() -> Command {
    let states = State::ALL.map(|state| (state.as_str(), state.phrase()));
    let priorities = Priority::ALL.map(|priority| (priority.as_str(), priority.phrase()));
    Command::new(CASES.name, "handoff-command-cases")
        .staff()
        .option("state", "handoff-command-cases-state", OptionKind::Text, false)
        .choices(&states)
        .option("priority", "handoff-command-cases-priority", OptionKind::Text, false)
        .choices(&priorities)
        .option("mine", "handoff-command-cases-mine", OptionKind::Boolean, false)
        .named()
        .option("waiting", "handoff-command-cases-waiting", OptionKind::Boolean, false)
        .named()
        .option("tag", "handoff-command-cases-tag", OptionKind::Text, false)
        .named()
        .suggests()
}

fn cases(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    colleague::note(turn)?;
    let wanted = Wanted::by(invocation, &turn.event().actor.account);
    let page = page(turn, &wanted)?;
    turn.answer_private(page);
    Ok(Outcome::Handled)
}

/// A page was turned.
pub(super) fn on_page(turn: &mut Turn<'_>, data: &str) -> Decision {
    if !may_press(turn, PAGE, "")? {
        return Ok(Outcome::Handled);
    }
    match serde_json::from_str::<Wanted>(data) {
        Ok(wanted) => {
            let page = page(turn, &wanted)?;
            turn.answer_private(page);
        }
        Err(_) => turn.answer_no_longer_current(),
    }
    Ok(Outcome::Handled)
}

fn page(turn: &mut Turn<'_>, wanted: &Wanted) -> Result<Outgoing, Interrupt> {
    let found = found(turn, wanted)?;
    let shown: Vec<_> = found.iter().skip(wanted.offset).take(PAGE_LEN).collect();
    let mut text = if shown.is_empty() {
        Text::plain(turn.say("handoff-no-cases", &[]))
    } else {
        let (first, last) = (wanted.offset as u64 + 1, (wanted.offset + shown.len()) as u64);
        let total = found.len() as u64;
        let args = [("first", first.into()), ("last", last.into()), ("total", total.into())];
        Text::bold(turn.say("handoff-cases-head", &args))
    };
    for case in &shown {
        text = text.line(text::shortened(&line(turn, case), LINE_LEN_MAX));
    }
    let mut ways = Vec::new();
    if wanted.offset > 0 && !found.is_empty() {
        ways.push(("handoff-button-previous", wanted.offset.saturating_sub(PAGE_LEN)));
    }
    if wanted.offset + shown.len() < found.len() {
        ways.push(("handoff-button-next", wanted.offset + shown.len()));
    }
    let mut buttons = Vec::new();
    for (label, offset) in ways {
        let data = serde_json::to_string(&wanted.from(offset)).unwrap_or_default();
        buttons.push(turn.button(turn.say(label, &[]), PAGE, data, None, PAGE_LIFETIME)?);
    }
    Ok(Outgoing::of(text).row(buttons))
}

/// The cases that are wanted, in their order; of closed ones the newest first. They are shown as they are now:
/// nobody's commit waits for a look at the queue.
fn found(turn: &mut Turn<'_>, wanted: &Wanted) -> Result<Vec<Case>, Interrupt> {
    if wanted.state == Some(State::Closed) {
        let is_wanted = |case: &Case| !case.is_open() && wanted.fits(case);
        return recent::newest(turn, CASES_MAX, is_wanted);
    }
    let mut found = Vec::new();
    for state in wanted.states() {
        let cases = turn.page_of::<Case>(Case::BY_STATE, state.as_str(), None, CASES_MAX)?.records;
        found.extend(cases.into_iter().filter(|case| wanted.fits(case)));
    }
    queue::sort(&mut found);
    Ok(found)
}

/// A case in a line: its number and customer, where it stands and who has it,
/// how long they have waited, what it is filed under.
fn line(turn: &Turn<'_>, case: &Case) -> String {
    let args = [("number", case.number.get().into()), ("name", (&case.name).into())];
    let mut parts = vec![turn.say("handoff-cases-case", &args), turn.say(case.state().phrase(), &[])];
    parts.extend(case.owner().map(|owner| owner.name.clone()));
    if let Some(since) = case.waits_since() {
        let span = elapsed::in_words(turn, turn.locale(), turn.now().since(since));
        parts.push(turn.say("handoff-cases-waits", &[("span", (&span).into())]));
    }
    if case.priority != Priority::default() {
        parts.push(turn.say(case.priority.phrase(), &[]));
    }
    parts.extend(case.tags.iter().cloned());
    parts.join(" · ")
}
