//! `/feedback answer 7 …`, for everybody to read, and `/feedback note 7 …`,
//! for staff alone.

use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, Turn, text};

use super::history::{self, What};
use super::{meant, suggest};
use crate::card;
use crate::closing::{self, PUBLIC_CHARS_MAX};
use crate::feedback::Said;
use crate::ledger::{self, WORDS_CHARS_MAX};
use fireside_core::parts::Handled;

/// The subcommand that answers.
pub(super) const ANSWER: Handled =
    Handled { name: "answer", command: answer_command, run: answer, suggest: Some(suggest::suggest) };
/// The subcommand that notes.
pub(super) const NOTE: Handled =
    Handled { name: "note", command: note_command, run: note, suggest: Some(suggest::suggest) };

const TEXT: &str = "text";

fn answer_command() -> Command {
    let command = meant::command(ANSWER.name, "feedback-command-answer");
    command.option(TEXT, "feedback-command-answer-text", OptionKind::Text, true)
}

fn note_command() -> Command {
    let command = meant::command(NOTE.name, "feedback-command-note");
    command.option(TEXT, "feedback-command-note-text", OptionKind::Text, true)
}

/// Why words can't be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unfit {
    /// There is nothing to see.
    Blank,
    /// They are `chars` characters, where `max` fit.
    TooLong {
        /// How many they are.
        chars: usize,
        /// How many fit.
        max: usize,
    },
}

/// The words that were given, without the blanks around them: at most `max`
/// characters.
pub(super) fn given(words: &str, max: usize) -> Result<String, Unfit> {
    if text::is_blank(words) {
        return Err(Unfit::Blank);
    }
    let words = words.trim();
    match words.chars().count() {
        chars if chars > max => Err(Unfit::TooLong { chars, max }),
        _ => Ok(words.to_owned()),
    }
}

impl Unfit {
    /// Says why.
    pub(super) fn answer(self, turn: &mut Turn<'_>) {
        let said = match self {
            Self::Blank => turn.say("feedback-words-blank", &[]),
            Self::TooLong { chars, max } => {
                let args = [("chars", (chars as u64).into()), ("max", (max as u64).into())];
                turn.say("feedback-words-too-long", &args)
            }
        };
        turn.answer(said);
    }
}

fn answer(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let words = match given(invocation.text(TEXT).unwrap_or_default(), PUBLIC_CHARS_MAX) {
        Ok(words) => words,
        Err(unfit) => {
            unfit.answer(turn);
            return Ok(Outcome::Handled);
        }
    };
    if let Some(mut meant) = meant::meant(turn, invocation)? {
        let said = Said { by: ledger::member(turn), words: words.clone(), at: turn.now() };
        card::reply(turn, &meant.item, &said)?;
        meant.item.answer = Some(said);
        ledger::keep(turn, &meant.item)?;
        closing::announce(turn, &meant.item, meant.item.status, Some(&words))?;
        history::note_down(turn, meant.item.number, What::Answered { words })?;
        let done = turn.say("feedback-answered", &[("number", meant.item.number.get().into())]);
        turn.answer(meant.about(done));
    }
    Ok(Outcome::Handled)
}

fn note(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let words = match given(invocation.text(TEXT).unwrap_or_default(), WORDS_CHARS_MAX) {
        Ok(words) => words,
        Err(unfit) => {
            unfit.answer(turn);
            return Ok(Outcome::Handled);
        }
    };
    if let Some(meant) = meant::meant(turn, invocation)? {
        history::note_down(turn, meant.item.number, What::Noted { words })?;
        let done = turn.say("feedback-note-kept", &[("number", meant.item.number.get().into())]);
        turn.answer(meant.about(done));
    }
    Ok(Outcome::Handled)
}
