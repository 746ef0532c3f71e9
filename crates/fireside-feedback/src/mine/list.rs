//! The lists: what somebody raised, and what they back of others.

use std::time::Duration;

use fireside_core::turn::{Cursor, Interrupt};
use fireside_core::{Button, Command, Decision, Invocation, Outcome, Outgoing, Text, Turn};

use super::item;
use crate::author::Author;
use crate::capture::backing::TAKE_BACK;
use crate::feedback::{Feedback, Standing};
use crate::voice::{PERSON, Voice};
use fireside_core::parts::Handled;

/// The subcommand.
pub(super) const MINE: Handled = Handled { name: "mine", command, run, suggest: None };
/// The press that shows a page of what the presser raised.
pub(super) const RAISED: &str = "mine_raised";
/// The press that shows a page of what the presser backs.
pub(super) const BACKED: &str = "mine_backed";

/// How long the buttons below a list work.
pub(super) const BUTTONS_LIFETIME: Duration = Duration::from_hours(24);
/// How many items a page shows.
const PAGE: usize = 5;
/// How many voices are looked through for a page: one's own items are no news there.
const LOOKED_THROUGH_MAX: usize = 50;

fn command() -> Command {
    Command::new(MINE.name, "feedback-command-mine")
}

fn run(turn: &mut Turn<'_>, _invocation: &Invocation) -> Decision {
    raised(turn, 0)
}

pub(super) fn on_raised(turn: &mut Turn<'_>, data: &str) -> Decision {
    raised(turn, data.parse().unwrap_or_default())
}

/// A page of what the actor raised, the newest first.
fn raised(turn: &mut Turn<'_>, page: usize) -> Decision {
    let person = turn.person()?;
    let numbers = turn.get::<Author>(&person)?.unwrap_or_default().numbers;
    let start = page.saturating_mul(PAGE).min(numbers.len());
    let mut items = Vec::new();
    for number in numbers.iter().skip(start).take(PAGE) {
        items.extend(turn.peek::<Feedback>(number)?);
    }
    let key = if items.is_empty() { "feedback-mine-none" } else { "feedback-mine" };
    let mut text = Text::bold(turn.say(key, &[]));
    let mut buttons = Vec::new();
    for item in &items {
        text = text.line(line(turn, item));
        if item.standing != Standing::Withdrawn {
            let label = format!("#{}", item.number);
            buttons.push(turn.button(label, item::OPEN, item.number, None, BUTTONS_LIFETIME)?);
        }
    }
    let mut ways = Vec::new();
    if start > 0 {
        ways.push(way(turn, "feedback-button-newer", RAISED, &(page - 1).to_string())?);
    }
    if start + PAGE < numbers.len() {
        ways.push(way(turn, "feedback-button-older", RAISED, &(page + 1).to_string())?);
    }
    ways.push(way(turn, "feedback-button-backed", BACKED, "")?);
    turn.answer_private(Outgoing::of(text).row(buttons).row(ways));
    Ok(Outcome::Handled)
}

/// A page of what the actor backs of others, from the cursor in `data`.
pub(super) fn on_backed(turn: &mut Turn<'_>, data: &str) -> Decision {
    let (items, next) = backed(turn, serde_json::from_str(data).ok())?;
    let key = if items.is_empty() { "feedback-mine-backed-none" } else { "feedback-mine-backed" };
    let mut text = Text::bold(turn.say(key, &[]));
    let mut buttons = Vec::new();
    for item in &items {
        text = text.line(line(turn, item));
        let number = ("number", item.number.get().into());
        let label = turn.say("feedback-button-take-back-of", &[number]);
        buttons.push(turn.button(label, TAKE_BACK, item.number, None, BUTTONS_LIFETIME)?);
    }
    let mut ways = Vec::new();
    if let Some(next) = next {
        let next = serde_json::to_string(&next).unwrap_or_default();
        ways.push(way(turn, "feedback-button-older", BACKED, &next)?);
    }
    ways.push(way(turn, "feedback-button-raised", RAISED, "0")?);
    let content = buttons.chunks(2).fold(Outgoing::of(text), |content, row| content.row(row.to_vec()));
    turn.answer_private(content.row(ways));
    Ok(Outcome::Handled)
}

/// The next items that the actor backs of others, and where to go on.
fn backed(
    turn: &mut Turn<'_>,
    mut after: Option<Cursor>,
) -> Result<(Vec<Feedback>, Option<Cursor>), Interrupt> {
    let person = turn.person()?;
    let mut items = Vec::new();
    for _ in 0..LOOKED_THROUGH_MAX {
        let page = turn.page_of::<Voice>(PERSON, person.as_str(), after.as_ref(), 1)?;
        for voice in page.records {
            let item = turn.peek::<Feedback>(&voice.feedback)?;
            // What was merged is there as what it leads to.
            let is_merged = |item: &Feedback| matches!(item.standing, Standing::Merged(_));
            items.extend(item.filter(|item| item.author.person != person && !is_merged(item)));
        }
        after = page.next;
        if after.is_none() || items.len() == PAGE {
            break;
        }
    }
    Ok((items, after))
}

/// An item in a line: of one that was taken back, that it was.
fn line(turn: &Turn<'_>, item: &Feedback) -> String {
    let number = ("number", item.number.get().into());
    match item.standing {
        Standing::Withdrawn => turn.say("feedback-mine-withdrawn", &[number]),
        Standing::Merged(into) => {
            let args = [number, ("title", (&item.title).into()), ("into", into.get().into())];
            turn.say("feedback-mine-merged", &args)
        }
        Standing::Live => {
            let status = turn.say(item.status.phrase(), &[]);
            let args = [
                number,
                ("title", (&item.title).into()),
                ("status", (&status).into()),
                ("voices", item.voices.into()),
            ];
            turn.say("feedback-mine-item", &args)
        }
    }
}

fn way(turn: &mut Turn<'_>, key: &str, action: &str, data: &str) -> Result<Button, Interrupt> {
    turn.button(turn.say(key, &[]), action, data, None, BUTTONS_LIFETIME)
}
