//! Backing an item that is there: `/voice 7`, a button, 👍 on its card.
//!
//! The button adds a voice and never takes it away, so that pressing it twice
//! does no harm. Taking 👍 off takes the voice back that was given on that
//! card. An author's voice stays with the item: who raised it withdraws the
//! item itself.

use fireside_core::event::{Reaction, ReactionChange};
use fireside_core::turn::Interrupt;
use fireside_core::{
    Answers, Button, Command, Decision, Field, Form, Invocation, OptionKind, Outcome, Outgoing, Turn, text,
};

use super::emoji;
use super::saving::BUTTONS_LIFETIME;
use crate::feedback::{Feedback, FeedbackNumber, Origin};
use crate::ledger::{self, WORDS_CHARS_MAX};
use crate::voice::{self, Given, Voice};
use crate::{card, closing, copies};
use fireside_core::parts::Handled;

/// The command's name, and the action of the button that adds a voice.
pub(crate) const VOICE: &str = "voice";
/// The action of the button that takes a voice back.
pub(crate) const TAKE_BACK: &str = "voice_back";
/// The action of the button that asks for words to a voice.
pub(super) const WHY: &str = "voice_why";
/// The command.
pub(crate) const SUBCOMMAND: Handled = Handled { name: VOICE, command, run, suggest: None };

/// The reaction on a card that adds a voice.
const BACKS: &str = "👍";
const NUMBER: &str = "number";
const WORDS: &str = "words";

fn command() -> Command {
    Command::new(VOICE, "feedback-command-voice")
        .option(NUMBER, "feedback-command-number", OptionKind::Integer, true)
        .option(WORDS, "feedback-command-why", OptionKind::Text, false)
}

/// What somebody wants to say to their voice.
pub(super) fn form() -> Form {
    let why = Field::long_text(WORDS, "feedback-form-why", WORDS_CHARS_MAX);
    Form { name: WHY, title: "feedback-form-voice", fields: vec![why] }
}

fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let number = invocation.integer(NUMBER).and_then(|number| u64::try_from(number).ok());
    let Some(number) = number.map(FeedbackNumber::new) else {
        turn.answer(turn.say("feedback-voice-which", &[]));
        return Ok(Outcome::Handled);
    };
    give(turn, number, invocation.text(WORDS))
}

pub(super) fn on_voice(turn: &mut Turn<'_>, data: &str) -> Decision {
    let Some(number) = FeedbackNumber::parse(data) else { return Ok(Outcome::Pass) };
    give(turn, number, None)
}

pub(super) fn on_why(turn: &mut Turn<'_>, data: &str) -> Decision {
    let Some(number) = FeedbackNumber::parse(data) else { return Ok(Outcome::Pass) };
    turn.open_form(WHY, &Answers::about(number))?;
    Ok(Outcome::Handled)
}

pub(super) fn on_form(turn: &mut Turn<'_>, answers: &Answers) -> Decision {
    let Some(number) = FeedbackNumber::parse(answers.subject()) else { return Ok(Outcome::Pass) };
    give(turn, number, Some(answers.get(WORDS)))
}

fn give(turn: &mut Turn<'_>, number: FeedbackNumber, words: Option<&str>) -> Decision {
    if turn.event().actor.is_anonymous {
        turn.refuse(turn.say("feedback-anonymous", &[]));
        return Ok(Outcome::Handled);
    }
    let words =
        words.filter(|words| !text::is_blank(words)).map(|words| text::cut(words.trim(), WORDS_CHARS_MAX));
    let given = voice::give(turn, number, words)?;
    // Where everybody would read every answer, the card alone shows the voices.
    if !turn.is_pressed_among_others() {
        answer(turn, &given, number)?;
    }
    Ok(Outcome::Handled)
}

/// Answers the actor what became of their voice for an item.
pub(super) fn answer(turn: &mut Turn<'_>, given: &Given, number: FeedbackNumber) -> Result<(), Interrupt> {
    let (key, item) = match given {
        Given::Added(item) => ("feedback-voice-added", item),
        Given::Already(item) => ("feedback-voice-already", item),
        Given::NoItem => {
            turn.refuse(turn.say("feedback-no-such-item", &[("number", number.get().into())]));
            return Ok(());
        }
    };
    let args = [("number", item.number.get().into()), ("title", (&item.title).into())];
    let words = turn.say(key, &args);
    let why = turn.say("feedback-button-why", &[]);
    let back = turn.say("feedback-button-take-back", &[]);
    let buttons = vec![
        turn.button(why, WHY, item.number, None, BUTTONS_LIFETIME)?,
        turn.button(back, TAKE_BACK, item.number, None, BUTTONS_LIFETIME)?,
        closing::introduction_button(turn, item.number)?,
    ];
    turn.answer(Outgoing::of(words).row(buttons));
    Ok(())
}

/// The button that adds the presser's voice.
pub(super) fn button(turn: &mut Turn<'_>, number: FeedbackNumber) -> Result<Button, Interrupt> {
    turn.button(turn.say("feedback-button-voice", &[]), VOICE, number, None, BUTTONS_LIFETIME)
}

/// The presser takes their voice back.
pub(super) fn on_take_back(turn: &mut Turn<'_>, data: &str) -> Decision {
    let Some(number) = FeedbackNumber::parse(data) else { return Ok(Outcome::Pass) };
    let said =
        |turn: &Turn<'_>, key, number: FeedbackNumber| turn.say(key, &[("number", number.get().into())]);
    match own_voice(turn, number)? {
        Own::Voice(voice) => {
            copies::take_back(turn, voice.feedback, &voice.customer.person)?;
            turn.answer(said(turn, "feedback-voice-back", voice.feedback));
        }
        Own::Item => turn.refuse(said(turn, "feedback-voice-own", number)),
        Own::Nothing => turn.refuse(said(turn, "feedback-voice-none", number)),
    }
    Ok(Outcome::Handled)
}

/// 👍 on a card, and off again.
pub(super) fn on_reaction(turn: &mut Turn<'_>, reaction: &Reaction) -> Decision {
    let event = turn.event();
    if !emoji::is_same(&reaction.emoji, BACKS) || event.actor.is_anonymous {
        return Ok(Outcome::Pass);
    }
    let Some(number) = card::item_at(turn, &event.place, &reaction.message)? else {
        return Ok(Outcome::Pass);
    };
    // Not every platform says in which thread a reaction was.
    let card = turn.peek::<Feedback>(&number)?.and_then(|item| item.card);
    let place = card.map_or_else(|| event.place.clone(), |card| card.message.place().clone());
    match reaction.change {
        ReactionChange::Added => {
            let (customer, origin) = (ledger::customer(turn)?, Origin { place, ..ledger::origin(turn) });
            voice::give_for(turn, number, customer, None, &origin)?;
        }
        ReactionChange::Removed => {
            let was_given_here =
                |voice: &Voice| voice.place == place && voice.message.as_ref() == Some(&reaction.message);
            match own_voice(turn, number)? {
                Own::Voice(voice) if was_given_here(&voice) => {
                    copies::take_back(turn, voice.feedback, &voice.customer.person)?;
                }
                _ => {}
            }
        }
        ReactionChange::Cleared => {}
    }
    Ok(Outcome::Handled)
}

/// What the actor has in an item.
enum Own {
    /// The item itself: they raised it.
    Item,
    /// A voice.
    Voice(Box<Voice>),
    /// Nothing.
    Nothing,
}

fn own_voice(turn: &mut Turn<'_>, number: FeedbackNumber) -> Result<Own, Interrupt> {
    let person = turn.person()?;
    let Some(item) = ledger::live(turn, number)? else { return Ok(Own::Nothing) };
    if item.author.person == person {
        return Ok(Own::Item);
    }
    let voice = turn.get::<Voice>(&(item.number, person))?;
    Ok(voice.map_or(Own::Nothing, |voice| Own::Voice(Box::new(voice))))
}
