//! `/feedback show 7`: all there is about an item, staff's notes included.

use fireside_core::{Command, Decision, Invocation, Outcome, Turn};

use super::{meant, suggest};
use crate::card::{Reader, details};
use fireside_core::parts::Handled;

/// The subcommand.
pub(super) const SHOW: Handled = Handled { name: "show", command, run, suggest: Some(suggest::suggest) };

fn command() -> Command {
    meant::command(SHOW.name, "feedback-command-show")
}

fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    if let Some(meant) = meant::meant(turn, invocation)? {
        let mut shown = details(turn, &meant.item, Reader::Staff)?;
        shown.text = meant.about(shown.text);
        turn.answer_private(shown);
    }
    Ok(Outcome::Handled)
}
