//! Since when a person is in the community.

use fireside_core::event::Membership;
use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Event, EventKind, Outcome, PersonId, Timestamp, Turn};
use serde::{Deserialize, Serialize};

/// When a person was first met: when they came, else when they first called a
/// human. Kept under the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// When.
    pub at: Timestamp,
}

impl Record for Met {
    const COLLECTION: &'static str = "met";
}

/// Somebody came into one of the community's places.
pub(super) fn on_event(turn: &mut Turn<'_>, event: &Event) -> Decision {
    if matches!(event.kind, EventKind::Membership(Membership::Joined)) && !event.actor.is_bot {
        let person = turn.person()?;
        note(turn, &person)?;
    }
    Ok(Outcome::Pass)
}

/// A person is met: for the first time, or again.
pub(super) fn note(turn: &mut Turn<'_>, person: &PersonId) -> Result<(), Interrupt> {
    if turn.get::<Met>(person)?.is_none() {
        let at = turn.event().at.min(turn.now());
        turn.put(person, &Met { at })?;
    }
    Ok(())
}
