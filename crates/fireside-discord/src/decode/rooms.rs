//! What people do to threads and channels.

use fireside_core::event::RoomChange;
use fireside_core::{Event, EventId, EventKind, Place, Timestamp};

use super::by_nobody;

/// A thread was closed (archived or locked) or opened again.
pub(crate) fn state_changed(place: Place, is_closed: bool, id: EventId, now: Timestamp) -> Event {
    let change = if is_closed { RoomChange::Closed } else { RoomChange::Reopened };
    by_nobody(id, now, place, EventKind::Room(change))
}

/// A thread or channel is gone, as the dispatch with this id tells: of a channel
/// that takes its threads with it, Discord tells alone.
pub(crate) fn removed(place: Place, dispatch: &EventId, now: Timestamp) -> Event {
    let id = match &place.thread {
        Some(thread) => EventId::new(format!("{dispatch}:{thread}")),
        None => dispatch.clone(),
    };
    by_nobody(id, now, place, EventKind::Room(RoomChange::Removed))
}
