//! The panel: what a person raised, on other features' cards.

use fireside_core::turn::Interrupt;
use fireside_core::{PersonId, Text, Turn, text};

use crate::author::Author;
use crate::feedback::Feedback;

/// The most of an item's words that a panel shows, in characters as a reader
/// counts them.
const SHOWN_LEN_MAX: usize = 120;

/// A line for each of the items a person raised last, newest first.
pub(crate) fn panel(turn: &mut Turn<'_>, person: &PersonId) -> Result<Option<Text>, Interrupt> {
    let author = turn.get::<Author>(person)?.unwrap_or_default();
    let mut lines = Text::default();
    for number in author.newest {
        let Some(item) = turn.get::<Feedback>(&number)? else { continue };
        let about = text::cleaned(&item.about, SHOWN_LEN_MAX);
        let category = turn.say_to_staff(item.category.phrase(), &[]);
        let args =
            [("number", number.get().into()), ("category", (&category).into()), ("about", (&about).into())];
        lines = lines.line(turn.say_to_staff("feedback-panel", &args));
    }
    Ok(Some(lines).filter(|lines| !lines.is_blank()))
}
