//! The verdict: whether what was shipped does what was hoped. Those who asked
//! for it, or follow it, are asked; what they say stays with that item.

use std::time::Duration;

use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Answers, Audience, Button, Decision, Field, Form, Outcome, Outgoing, PersonId, Timestamp, Turn,
};
use serde::{Deserialize, Serialize};

use super::announcement::Tokens;
use super::follow::Follow;
use super::words::private_in;
use crate::card;
use crate::feedback::{Customer, FeedbackNumber};
use crate::ledger::{self, WORDS_CHARS_MAX};
use crate::status::Status;
use crate::voice::Voice;

/// The action of the button that says yes.
pub(super) const UP: &str = "verdict_up";
/// The action of the button that says no.
pub(super) const DOWN: &str = "verdict_down";
/// The action of the button that asks for a word.
pub(super) const WORD: &str = "verdict_word";
/// The index of verdicts with words, by item.
pub(super) const WORDED: &str = "worded";
/// The index of verdicts by person.
pub(super) const PERSON: &str = "person";

/// How long the buttons work.
const LIFETIME: Duration = Duration::from_hours(90 * 24);
const FORM: &str = "verdict";
const WORDS: &str = "words";

/// Whether what was shipped does what one person hoped, kept under the item and
/// the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The item.
    pub feedback: FeedbackNumber,
    /// Who says so.
    pub customer: Customer,
    /// It does.
    pub is_up: bool,
    /// What they say to it: at most 2,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl Record for Verdict {
    const COLLECTION: &'static str = "verdict";
    const INDEXED: bool = true;

    fn indexed_by(&self) -> Vec<(&'static str, String)> {
        let person = (PERSON, self.customer.person.to_string());
        let worded = self.words.is_some().then(|| (WORDED, self.feedback.to_string()));
        std::iter::once(person).chain(worded).collect()
    }
}

impl Verdict {
    /// Where it is kept.
    pub fn path(&self) -> (FeedbackNumber, PersonId) {
        (self.feedback, self.customer.person.clone())
    }
}

/// The counter of an item's verdicts of one sort.
pub(crate) fn tally(number: FeedbackNumber, is_up: bool) -> String {
    format!("verdict-{} {number}", if is_up { "up" } else { "down" })
}

/// The buttons with which a verdict is given.
pub(super) fn buttons(
    turn: &mut Turn<'_>,
    tokens: &Tokens,
    number: FeedbackNumber,
    locale: &str,
    audience: Audience,
) -> Result<Vec<Button>, Interrupt> {
    let (up, down) =
        (turn.say_in(locale, "feedback-verdict-up", &[]), turn.say_in(locale, "feedback-verdict-down", &[]));
    let up = turn.button_of(&tokens.up, up, UP, number, None, LIFETIME)?;
    let down = turn.button_of(&tokens.down, down, DOWN, number, None, LIFETIME)?;
    Ok([up, down].map(|button| private_in(audience, button)).into())
}

/// It does what was hoped.
pub(super) fn on_up(turn: &mut Turn<'_>, data: &str) -> Decision {
    give(turn, data, true)
}

/// It does not.
pub(super) fn on_down(turn: &mut Turn<'_>, data: &str) -> Decision {
    give(turn, data, false)
}

fn give(turn: &mut Turn<'_>, data: &str, is_up: bool) -> Decision {
    let number = FeedbackNumber::parse(data);
    let item = number.map(|number| ledger::live(turn, number)).transpose()?.flatten();
    let Some(item) = item.filter(|item| item.status == Status::Shipped) else {
        turn.answer_no_longer_current();
        return Ok(Outcome::Handled);
    };
    let (number, customer) = (item.number, ledger::customer(turn)?);
    let path = (number, customer.person.clone());
    if turn.get::<Voice>(&path)?.is_none() && turn.get::<Follow>(&path)?.is_none() {
        turn.answer_private(turn.say("feedback-verdict-not-asked", &[("number", number.get().into())]));
        return Ok(Outcome::Handled);
    }
    let known = turn.get::<Verdict>(&path)?;
    if known.as_ref().is_none_or(|known| known.is_up != is_up) {
        turn.increment(&tally(number, is_up), 1);
        if known.is_some() {
            turn.increment(&tally(number, !is_up), -1);
        }
        let words = known.and_then(|known| known.words);
        let verdict = Verdict { feedback: number, customer, is_up, words, at: turn.now() };
        turn.put(&path, &verdict)?;
        card::touch(turn, number)?;
    }
    let thanks = turn.say(if is_up { "feedback-verdict-glad" } else { "feedback-verdict-sorry" }, &[]);
    let word = turn.say("feedback-verdict-word", &[]);
    let word = turn.button(word, WORD, number, None, LIFETIME)?;
    turn.answer_private(Outgoing::of(thanks).row(vec![word]));
    Ok(Outcome::Handled)
}

/// A word is asked for.
pub(super) fn on_word(turn: &mut Turn<'_>, data: &str) -> Decision {
    turn.open_form(FORM, &Answers::about(data))?;
    Ok(Outcome::Handled)
}

/// The form that asks for a word.
pub(super) fn form() -> Form {
    let fields = vec![Field::long_text(WORDS, "feedback-verdict-form-words", WORDS_CHARS_MAX)];
    Form { name: FORM, title: "feedback-verdict-form", fields }
}

/// A word was said.
pub(super) fn on_form(turn: &mut Turn<'_>, answers: &Answers) -> Decision {
    let person = turn.person()?;
    let number = FeedbackNumber::parse(answers.subject());
    let verdict = number.map(|number| turn.get::<Verdict>(&(number, person))).transpose()?;
    let Some(mut verdict) = verdict.flatten() else {
        turn.answer_no_longer_current();
        return Ok(Outcome::Handled);
    };
    verdict.words = Some(answers.get(WORDS).to_owned());
    turn.put(&verdict.path(), &verdict)?;
    turn.answer_private(turn.say("feedback-verdict-noted", &[]));
    Ok(Outcome::Handled)
}
