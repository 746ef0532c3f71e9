//! `/feedback status 7 planned`, and the card's *Status*: how far an item is.

use std::time::Duration;

use fireside_core::outgoing::MenuChoice;
use fireside_core::turn::Interrupt;
use fireside_core::{
    ButtonTarget, Command, Decision, Invocation, Menu, OptionKind, Outcome, Outgoing, Text, Turn,
};

use super::history::{self, What};
use super::{meant, suggest, words};
use crate::closing::{self, PUBLIC_CHARS_MAX};
use crate::feedback::{Feedback, FeedbackNumber};
use crate::status::Status;
use crate::{ledger, outward};
use fireside_core::parts::Handled;

/// The subcommand.
pub(super) const STATUS: Handled = Handled { name: "status", command, run, suggest: Some(suggest::suggest) };
/// The action of a status that is chosen from the card's menu.
pub(super) const CHOSEN: &str = "set_status";
/// How long the menu works.
const MENU_LIFETIME: Duration = Duration::from_hours(1);

const TO: &str = "status";
const NOTE: &str = "note";

fn command() -> Command {
    let choices = Status::ALL.map(|status| (status.as_str(), status.phrase()));
    meant::command(STATUS.name, "feedback-command-status")
        .option(TO, "feedback-command-status-to", OptionKind::Text, true)
        .choices(&choices)
        .option(NOTE, "feedback-command-status-note", OptionKind::Text, false)
}

fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some(status) = invocation.text(TO).and_then(Status::parse) else {
        turn.answer(turn.say("feedback-unknown-status", &[("statuses", (&names(turn)).into())]));
        return Ok(Outcome::Handled);
    };
    let note = match words::given(invocation.text(NOTE).unwrap_or_default(), PUBLIC_CHARS_MAX) {
        Ok(note) => Some(note),
        Err(words::Unfit::Blank) => None,
        Err(unfit) => {
            unfit.answer(turn);
            return Ok(Outcome::Handled);
        }
    };
    if let Some(meant) = meant::meant(turn, invocation)? {
        let said = set(turn, meant.item.clone(), status, note.as_deref())?;
        turn.answer(meant.about(said));
    }
    Ok(Outcome::Handled)
}

fn names(turn: &Turn<'_>) -> String {
    Status::ALL.map(|status| turn.say(status.phrase(), &[])).join(", ")
}

/// Sets the status of an item, lets those who asked for it hear of it, and says
/// what came of it. What is so already is announced only with a note.
fn set(turn: &mut Turn<'_>, mut item: Feedback, to: Status, note: Option<&str>) -> Result<Text, Interrupt> {
    let name = turn.say(to.phrase(), &[]);
    let args = [("number", item.number.get().into()), ("status", (&name).into())];
    let from = std::mem::replace(&mut item.status, to);
    if from == to && note.is_none() {
        return Ok(turn.say("feedback-status-already", &args).into());
    }
    ledger::keep(turn, &item)?;
    let noted = note.map(str::to_owned);
    history::note_down(turn, item.number, What::Status { from, to, note: noted })?;
    closing::announce(turn, &item, from, note)?;
    outward::status_changed(turn, &item, from, note);
    Ok(turn.say("feedback-status-set", &args).into())
}

/// The card's *Status*: staff choose one.
pub(super) fn on_offer(turn: &mut Turn<'_>, data: &str) -> Decision {
    if !turn.is_staff() {
        turn.refuse_stranger();
        return Ok(Outcome::Handled);
    }
    let number = FeedbackNumber::parse(data).unwrap_or(FeedbackNumber::new(0));
    let Some(meant) = meant::by_number(turn, number)? else { return Ok(Outcome::Handled) };
    let mut choices = Vec::new();
    for status in Status::ALL.into_iter().filter(|status| *status != meant.item.status) {
        let label = turn.say(status.phrase(), &[]);
        let data = format!("{} {}", meant.item.number, status.as_str());
        let button = turn.button(label.as_str(), CHOSEN, data, None, MENU_LIFETIME)?;
        if let ButtonTarget::Press(data) = button.target {
            choices.push(MenuChoice { label, description: None, data });
        }
    }
    let prompt = turn.say("feedback-status-choose", &[("number", meant.item.number.get().into())]);
    let menu = Menu { prompt: prompt.clone(), choices };
    let asked = Outgoing { menu: Some(menu), ..Outgoing::of(meant.about(prompt)) };
    turn.answer_private(asked);
    Ok(Outcome::Handled)
}

/// A status was chosen.
pub(super) fn on_chosen(turn: &mut Turn<'_>, data: &str) -> Decision {
    if !turn.is_staff() {
        turn.refuse_stranger();
        return Ok(Outcome::Handled);
    }
    let chosen = data
        .split_once(' ')
        .and_then(|(number, status)| Some((FeedbackNumber::parse(number)?, Status::parse(status)?)));
    let Some((number, status)) = chosen else {
        turn.answer_no_longer_current();
        return Ok(Outcome::Handled);
    };
    if let Some(meant) = meant::by_number(turn, number)? {
        let said = set(turn, meant.item.clone(), status, None)?;
        turn.answer(meant.about(said));
    }
    Ok(Outcome::Handled)
}
