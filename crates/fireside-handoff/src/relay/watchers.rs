//! Watchers: those of staff who want to hear that the customer wrote.

use std::time::Duration;

use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{PlaceRef, Span, Text, Timestamp, Turn, Voice};
use serde::{Deserialize, Serialize};

use crate::case::{Case, Watcher};

/// Who watches a case is called at most so often.
const CALLED_EVERY: Duration = Duration::from_mins(1);

/// When those who watch a case were last called, kept under its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Called {
    /// When.
    pub at: Timestamp,
}

impl Record for Called {
    const COLLECTION: &'static str = "watchers_called";
}

/// The customer has written, which is said in `place`: those who watch are
/// called. Who wants to hear of the next message alone watches no more.
pub(super) fn call(turn: &mut Turn<'_>, case: &mut Case, place: PlaceRef) -> Result<(), Interrupt> {
    if case.watchers.is_empty() {
        return Ok(());
    }
    let called = turn.get::<Called>(&case.number)?;
    let is_due = called.is_none_or(|called| turn.now().since(called.at) >= CALLED_EVERY);
    let hears = |watcher: &&Watcher| watcher.once || is_due;
    let mut mentions = Text::default();
    for Watcher { member, .. } in case.watchers.iter().filter(hears) {
        let mention = Span::Mention { account: member.account.clone(), name: member.name.clone() };
        mentions = mentions.then(Text(vec![mention])).then(" ");
    }
    if mentions.0.is_empty() {
        return Ok(());
    }
    case.watchers.retain(|watcher| !watcher.once);
    if !case.watchers.is_empty() && is_due {
        turn.put(&case.number, &Called { at: turn.now() })?;
    }
    let words = turn.say_to_staff("handoff-watched-wrote", &[("name", (&case.name).into())]);
    turn.send(place, mentions.then(words), case.number.manner(Voice::System));
    Ok(())
}
