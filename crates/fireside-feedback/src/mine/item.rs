//! One's own item: read, corrected, withdrawn.

use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Outcome, Outgoing, Text, Turn, text};

use super::list::{BUTTONS_LIFETIME, RAISED};
use crate::capture::{self, Sent};
use crate::feedback::{Feedback, FeedbackNumber, Standing};
use crate::ledger::{self, Draft};
use crate::voice::Voice;
use crate::withdrawal;

/// The press that shows an item of the presser's.
pub(super) const OPEN: &str = "mine_open";
/// The press that opens the form to correct it.
pub(super) const CORRECT: &str = "mine_correct";
/// The press that asks whether it is to be withdrawn.
pub(super) const WITHDRAW: &str = "mine_withdraw";
/// The press that withdraws it.
pub(super) const WITHDRAW_FOR_GOOD: &str = "mine_withdraw_yes";

pub(super) fn on_open(turn: &mut Turn<'_>, data: &str) -> Decision {
    let Some(item) = own(turn, data)? else { return Ok(Outcome::Handled) };
    let kind = turn.say(item.kind.phrase(), &[]);
    let status = turn.say(item.status.phrase(), &[]);
    let args = [
        ("number", item.number.get().into()),
        ("kind", (&kind).into()),
        ("status", (&status).into()),
        ("voices", item.voices.into()),
    ];
    let mut text = Text::bold(item.title.as_str()).line(turn.say("feedback-mine-about", &args));
    if !item.details.is_empty() {
        text = text.line(Text::quote(item.details.as_str()));
    }
    if let Some(answer) = &item.answer {
        text = text.line(turn.say("feedback-mine-answer", &[("name", (&answer.by.name).into())]));
        text = text.line(Text::quote(answer.words.as_str()));
    }
    if let Some(link) = item.card.as_ref().and_then(|card| card.link.clone()) {
        text = text.line(Text::link(link.clone(), link));
    }
    let correct = turn.say("feedback-button-correct", &[]);
    let withdraw = turn.say("feedback-button-withdraw", &[]);
    let back = turn.say("feedback-button-raised", &[]);
    let mut buttons = Vec::new();
    if item.standing == Standing::Live {
        buttons.push(turn.button(correct, CORRECT, item.number, None, BUTTONS_LIFETIME)?);
    }
    buttons.push(turn.button(withdraw, WITHDRAW, item.number, None, BUTTONS_LIFETIME)?);
    buttons.push(turn.button(back, RAISED, 0, None, BUTTONS_LIFETIME)?);
    turn.answer_private(Outgoing::of(text).row(buttons));
    Ok(Outcome::Handled)
}

pub(super) fn on_correct(turn: &mut Turn<'_>, data: &str) -> Decision {
    if let Some(item) = own_live(turn, data)? {
        capture::correct(turn, &item)?;
    }
    Ok(Outcome::Handled)
}

/// The form came back: what it says is what the item says from now on. Its
/// author's voice says the same.
pub(crate) fn correct(turn: &mut Turn<'_>, number: FeedbackNumber, sent: Sent, before: Text) -> Decision {
    let Some(mut item) = own_live(turn, &number.to_string())? else { return Ok(Outcome::Handled) };
    let Sent { kind, title, details, area, files } = sent;
    // A dialog can't show the files that are there, so that it brings none back.
    let files = if files.is_empty() { item.files.clone() } else { files };
    let corrected = Feedback { kind, title, details, area, files, ..item.clone() };
    let key = if corrected == item { "feedback-corrected-nothing" } else { "feedback-corrected" };
    if corrected != item {
        item = corrected;
        let path = (item.number, item.author.person.clone());
        if let Some(mut voice) = turn.get::<Voice>(&path)? {
            voice.words = Some(Draft::words_of(&item.title, &item.details));
            turn.put(&path, &voice)?;
        }
        ledger::keep(turn, &item)?;
    }
    turn.answer(before.line(turn.say(key, &[("number", number.get().into())])));
    Ok(Outcome::Handled)
}

pub(super) fn on_withdraw(turn: &mut Turn<'_>, data: &str) -> Decision {
    let Some(item) = own(turn, data)? else { return Ok(Outcome::Handled) };
    let title = text::shortened(&item.title, ledger::TITLE_LEN_MAX);
    let args = [("number", item.number.get().into()), ("title", (&title).into())];
    let key = if item.voices > 1 { "feedback-withdraw-backed" } else { "feedback-withdraw" };
    let (yes, no) = (turn.say("feedback-button-withdraw-yes", &[]), turn.say("feedback-button-keep", &[]));
    let buttons = vec![
        turn.button(yes, WITHDRAW_FOR_GOOD, item.number, None, BUTTONS_LIFETIME)?,
        turn.button(no, OPEN, item.number, None, BUTTONS_LIFETIME)?,
    ];
    turn.answer_private(Outgoing::of(turn.say(key, &args)).row(buttons));
    Ok(Outcome::Handled)
}

pub(super) fn on_withdraw_for_good(turn: &mut Turn<'_>, data: &str) -> Decision {
    let Some(item) = own(turn, data)? else { return Ok(Outcome::Handled) };
    let number = ("number", item.number.get().into());
    let lives_on = withdrawal::take_back(turn, item)?;
    let key = if lives_on { "feedback-withdrawn-backed" } else { "feedback-withdrawn" };
    turn.answer_private(turn.say(key, &[number]));
    Ok(Outcome::Handled)
}

/// The presser's own item, that is not withdrawn; anything else is answered.
fn own(turn: &mut Turn<'_>, data: &str) -> Result<Option<Feedback>, Interrupt> {
    let number = FeedbackNumber::parse(data).unwrap_or(FeedbackNumber::new(0));
    let person = turn.person()?;
    let args = [("number", number.get().into())];
    let key = match turn.get::<Feedback>(&number)? {
        None => "feedback-no-such-item",
        Some(item) if item.author.person != person => "feedback-not-yours",
        Some(item) if item.standing == Standing::Withdrawn => "feedback-mine-withdrawn",
        Some(item) => return Ok(Some(item)),
    };
    turn.answer_private(turn.say(key, &args));
    Ok(None)
}

/// The presser's own item that stands for itself; anything else is answered.
fn own_live(turn: &mut Turn<'_>, data: &str) -> Result<Option<Feedback>, Interrupt> {
    let Some(item) = own(turn, data)? else { return Ok(None) };
    let Standing::Merged(into) = item.standing else { return Ok(Some(item)) };
    let args =
        [("number", item.number.get().into()), ("title", (&item.title).into()), ("into", into.get().into())];
    turn.answer_private(turn.say("feedback-mine-merged", &args));
    Ok(None)
}
