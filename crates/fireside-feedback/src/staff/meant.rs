//! Which item a member of staff means.

use fireside_core::turn::Interrupt;
use fireside_core::{Command, Invocation, OptionKind, Text, Turn};

use crate::feedback::{Feedback, FeedbackNumber};
use crate::ledger;

/// The option that names an item.
pub(super) const NUMBER: &str = "number";

/// An item that somebody named.
pub(super) struct Meant {
    /// The item.
    pub(super) item: Feedback,
    /// What has to be said first: that the number led on to it.
    led_on: Option<String>,
}

/// A command of the staff's about one item.
pub(super) fn command(name: &str, description: &str) -> Command {
    let command = Command::new(name, description).staff();
    command.option(NUMBER, "feedback-command-number", OptionKind::Integer, true).suggests()
}

/// The number given for an option; 0, which no item has, where none was.
pub(super) fn number(invocation: &Invocation, option: &str) -> FeedbackNumber {
    let given = invocation.integer(option).and_then(|number| u64::try_from(number).ok());
    FeedbackNumber::new(given.unwrap_or_default())
}

/// The item that a command is about. `None`: there is none, and that is said.
pub(super) fn meant(turn: &mut Turn<'_>, invocation: &Invocation) -> Result<Option<Meant>, Interrupt> {
    by_number(turn, number(invocation, NUMBER))
}

/// The item of this number, or the one it was merged into. `None`: there is
/// none, and that is said.
pub(super) fn by_number(turn: &mut Turn<'_>, number: FeedbackNumber) -> Result<Option<Meant>, Interrupt> {
    let Some(item) = ledger::live(turn, number)? else {
        turn.answer(turn.say("feedback-no-such-item", &[("number", number.get().into())]));
        return Ok(None);
    };
    let led_on = (item.number != number).then(|| {
        let args = [("from", number.get().into()), ("number", item.number.get().into())];
        turn.say("feedback-led-on", &args)
    });
    Ok(Some(Meant { item, led_on }))
}

impl Meant {
    /// What is answered about the item, with what has to be said first.
    pub(super) fn about(&self, answer: impl Into<Text>) -> Text {
        self.led_on.as_deref().map_or_else(Text::default, Text::plain).line(answer)
    }
}
