//! Rows that are in the store alone: of each a queue holds no more than what
//! may be asked about it before it is read again.

use std::sync::Arc;

use fireside_core::delivery::Withdrawal;
use fireside_core::key::Key;
use fireside_core::record::Record;
use fireside_core::{CommunityId, DeliveryId, Voice};

use super::row::{Row, Stored};

/// A row that is in the store alone.
#[derive(Debug)]
pub(super) struct Listed {
    /// Its place in the order of what commits asked for.
    pub(super) number: u64,
    pub(super) community: Arc<CommunityId>,
    subject: Option<Arc<str>>,
    voice: Voice,
    /// What it refers to, if anything.
    references: Option<Box<References>>,
    /// Whether an earlier run attempted it: this one has not.
    unanswered: bool,
    /// The number of the row in whose message it may have been said.
    pub(super) said_with: Option<u64>,
    /// How many commits that may withdraw it are under way.
    pub(super) held: u32,
}

#[derive(Debug)]
struct References {
    made: Vec<DeliveryId>,
    room: Option<DeliveryId>,
}

impl Listed {
    /// A row as it is listed behind `before`: what both share is there once.
    pub(super) fn of(row: &Row, before: Option<&Self>) -> Self {
        let delivery = &row.delivery;
        let effect = &delivery.effect;
        let community = before.map(|before| &before.community).filter(|own| ***own == delivery.community);
        let subject = delivery.subject.as_deref().map(|subject| {
            let same = before.and_then(|before| before.subject.as_ref()).filter(|own| ***own == *subject);
            same.map_or_else(|| subject.into(), Arc::clone)
        });
        let made: Vec<_> = effect.references().into_iter().cloned().collect();
        let room = effect.awaited_room().cloned();
        Self {
            number: row.number,
            community: community.map_or_else(|| Arc::new(delivery.community.clone()), Arc::clone),
            subject,
            voice: delivery.voice,
            references: (!made.is_empty()).then(|| Box::new(References { made, room })),
            unanswered: row.unanswered,
            said_with: row.said_with,
            held: row.held,
        }
    }

    /// Under which it is stored.
    pub(super) fn key(&self) -> Key {
        Key::new(&self.community, Stored::COLLECTION, &self.number)
    }

    /// The row that was read for it.
    pub(super) fn row(self, read: Row) -> Row {
        Row { unanswered: self.unanswered, held: self.held, ..read }
    }

    pub(super) fn is_taken_by(&self, withdrawal: &Withdrawal) -> bool {
        withdrawal.takes(self.subject.as_deref(), self.voice)
    }

    /// Whether it refers to what a delivery makes.
    pub(super) fn refers_to(&self, made: &DeliveryId) -> bool {
        self.references.as_ref().is_some_and(|references| references.made.contains(made))
    }

    /// Whether it is for the room that a delivery opens.
    pub(super) fn awaits(&self, opened: &DeliveryId) -> bool {
        self.references.as_ref().is_some_and(|references| references.room.as_ref() == Some(opened))
    }

    /// The room it is for is open.
    pub(super) fn no_longer_awaits(mut self) -> Self {
        if let Some(references) = &mut self.references {
            references.room = None;
        }
        self
    }
}
