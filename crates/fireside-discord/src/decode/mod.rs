//! From what Discord tells to events. Everything here is pure: where a channel
//! is has been found out before.

mod attachment;
pub(crate) mod frame;
pub(crate) mod interaction;
pub(crate) mod markdown;
pub(crate) mod membership;
pub(crate) mod message;
mod poll;
mod reaction;
mod replay;
#[cfg(test)]
mod robustness;
pub(crate) mod rooms;
mod typing;
pub(crate) mod who;

use fireside_core::place::Audience;
use fireside_core::{Actor, Event, EventId, EventKind, Place, Platform, Timestamp};
use serde::Deserialize;

pub use replay::decode;

use crate::PLATFORM;
use crate::names::Names;

/// A frame, of which only what it carries is read.
#[derive(Debug, Deserialize)]
pub(crate) struct Carried<T> {
    /// What it carries.
    #[serde(rename = "d")]
    pub(crate) data: T,
}

/// Reads what the frame `text` carries.
pub(crate) fn carried<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, serde_json::Error> {
    serde_json::from_str::<Carried<T>>(text).map(|frame| frame.data)
}

/// What must be known besides a frame to make events of it.
#[derive(Debug)]
pub(crate) struct Scene<'a> {
    /// The bot's own account.
    pub(crate) bot: u64,
    /// Where it happened.
    pub(crate) place: Place,
    /// The id of an event that has none of its own.
    pub(crate) id: EventId,
    /// The present moment.
    pub(crate) now: Timestamp,
    /// What is told happened before the present connection was made, and so
    /// long before: roles that come with it are no younger than it.
    pub(crate) is_replayed: bool,
    /// When that happened of which Discord doesn't say it, at the earliest.
    pub(crate) happened_at: Timestamp,
    /// What roles and channels are called.
    pub(crate) names: &'a Names,
}

impl Scene<'_> {
    /// When the roles were right that came with what happened `at`.
    pub(crate) fn as_of(&self, at: Timestamp) -> Timestamp {
        if self.is_replayed { at } else { self.now }
    }
}

/// The id of an event that the gateway numbers.
pub(crate) fn sequence_id(session: &str, sequence: u64) -> EventId {
    EventId::new(format!("{PLATFORM}:s:{session}:{sequence}"))
}

/// An event nobody answers directly.
pub(crate) fn event(id: EventId, at: Timestamp, place: Place, actor: Actor, kind: EventKind) -> Event {
    let audience = if place.space.is_none() { Audience::Private } else { Audience::Group };
    Event { id, community: None, at, place, audience, actor, locale: None, kind, reply: None }
}

/// Something that Discord tells without saying who did it.
pub(crate) fn by_nobody(id: EventId, at: Timestamp, place: Place, kind: EventKind) -> Event {
    event(id, at, place, Actor::system(Platform::new(PLATFORM)), kind)
}
