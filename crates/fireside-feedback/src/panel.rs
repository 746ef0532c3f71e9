//! The panel: what a person raised, on other features' cards.

use fireside_core::turn::Interrupt;
use fireside_core::{PersonId, Text, Turn, text};

use crate::author::Author;
use crate::feedback::Feedback;

/// The most of an item's words that a panel shows, in characters as a reader
/// counts them.
const SHOWN_LEN_MAX: usize = 120;

/// How many items a panel shows.
const SHOWN_MAX: usize = 3;

/// A line for each of the items a person raised last, newest first.
pub(crate) fn panel(turn: &mut Turn<'_>, person: &PersonId) -> Result<Option<Text>, Interrupt> {
    let author = turn.get::<Author>(person)?.unwrap_or_default();
    let mut lines = Text::default();
    for number in author.numbers.into_iter().take(SHOWN_MAX) {
        let Some(item) = turn.get::<Feedback>(&number)? else { continue };
        let title = text::shortened(&item.title, SHOWN_LEN_MAX);
        let kind = turn.say_to_staff(item.kind.phrase(), &[]);
        let status = turn.say_to_staff(item.status.phrase(), &[]);
        let args = [
            ("number", number.get().into()),
            ("kind", (&kind).into()),
            ("status", (&status).into()),
            ("title", (&title).into()),
        ];
        lines = lines.line(turn.say_to_staff("feedback-panel", &args));
    }
    Ok(Some(lines).filter(|lines| !lines.is_blank()))
}
