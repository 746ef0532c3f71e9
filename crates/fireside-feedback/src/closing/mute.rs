//! `/feedback mute`: for who wants to hear nothing.

use fireside_core::record::Record;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, Timestamp, Turn};
use serde::{Deserialize, Serialize};

use fireside_core::parts::Handled;

/// The subcommand.
pub(super) const MUTE: Handled = Handled { name: "mute", command, run, suggest: None };

const STATE: &str = "state";
const OFF: &str = "off";

/// Somebody who is neither pinged nor named nor written to about feedback, kept
/// under the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mute {
    /// Since when.
    pub since: Timestamp,
}

impl Record for Mute {
    const COLLECTION: &'static str = "mute";
}

fn command() -> Command {
    Command::new(MUTE.name, "feedback-command-mute")
        .option(STATE, "feedback-command-mute-state", OptionKind::Text, false)
        .choices(&[("on", "feedback-mute-on"), (OFF, "feedback-mute-off")])
}

fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    if turn.event().actor.is_anonymous {
        turn.answer(turn.say("feedback-anonymous", &[]));
        return Ok(Outcome::Handled);
    }
    let person = turn.person()?;
    let key = if invocation.text(STATE) == Some(OFF) {
        turn.delete::<Mute>(&person)?;
        "feedback-unmuted"
    } else {
        turn.put(&person, &Mute { since: turn.now() })?;
        "feedback-muted"
    };
    turn.answer(turn.say(key, &[]));
    Ok(Outcome::Handled)
}
