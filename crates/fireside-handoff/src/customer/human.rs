//! `/human`, and *Talk to a person* below whatever the bot answers: a customer
//! calls a human.

use fireside_core::parts::Handled;
use fireside_core::{Command, Decision, Invocation, Message, OptionKind, Outcome, Turn, text};

use super::{call, offer};

/// `/human`.
pub(crate) const HUMAN: Handled = Handled { name: "human", command, run: human, suggest: None };

/// What is written on the button.
pub(crate) const PERSON_BUTTON: &str = "handoff-button-person";

fn command() -> Command {
    Command::new("human", "handoff-command-human").option(
        "text",
        "handoff-command-human-text",
        OptionKind::Text,
        false,
    )
}

/// Opens a case, or goes on with the one that is open.
fn human(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let words = invocation.text("text").filter(|words| !text::is_blank(words)).unwrap_or_default();
    if let Some(person) = call::caller(turn)? {
        let message = Message { id: invocation.message.clone(), ..Message::of(words) };
        if call::open_case(turn, &person)?.is_some() || !offer::made(turn, &person, &message)? {
            call::call(turn, &person, &message)?;
        }
    }
    Ok(Outcome::Handled)
}

/// *Talk to a person* was pressed, or another feature asks for one with what
/// the customer said.
pub(super) fn on_pressed(turn: &mut Turn<'_>, words: &str) -> Decision {
    if let Some(person) = call::caller(turn)? {
        call::call(turn, &person, &Message::of(words))?;
    }
    Ok(Outcome::Handled)
}
