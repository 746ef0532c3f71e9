//! What came of a delivery: kept for those that refer to it, and told to the
//! feature that asked for it.

use std::sync::Arc;

use fireside_core::event::ReceiptEvent;
use fireside_core::key::Key;
use fireside_core::ports::{Batch, CommitError, StoreError, Write};
use fireside_core::record::{self, Record};
use fireside_core::{
    Actor, Audience, Delivery, DeliveryId, DeliveryOutcome, Event, EventId, EventKind, Place, Receipt,
    Timestamp,
};
use serde::{Deserialize, Serialize};
use tracing::warn;

use super::row::Row;
use crate::lanes::Job;
use crate::shared::Shared;

/// How a delivery ended that has a tag or that something refers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Outcome {
    pub(crate) end: DeliveryOutcome,
    /// Where its message is, or the room it opened.
    pub(crate) place: Place,
    pub(crate) at: Timestamp,
}

impl Record for Outcome {
    const COLLECTION: &'static str = "outcome";
}

/// What is kept of a delivery that ends, and who is told.
#[derive(Debug, Default)]
pub(crate) struct Ending {
    pub(crate) writes: Vec<Write>,
    /// The event that tells the feature, with its row in the journal.
    receipt: Option<(Key, Event)>,
}

impl Shared {
    /// Ends a row: it goes away, its outcome is kept if something refers to it,
    /// and the feature that asked for it is told if it has a tag.
    pub(super) async fn end(
        self: &Arc<Self>,
        row: &Row,
        done: &Delivery,
        outcome: DeliveryOutcome,
    ) -> Result<(), CommitError> {
        match &outcome {
            DeliveryOutcome::Delivered(_) => self.stats.delivered.one(),
            DeliveryOutcome::Undeliverable { why, .. } => {
                self.stats.undeliverable.one();
                warn!(delivery_id = %done.id, why, "a delivery could not be done");
            }
            DeliveryOutcome::Withdrawn => self.stats.withdrawn.one(),
        }
        let opened = match &outcome {
            DeliveryOutcome::Delivered(Receipt { place: Some(room), .. }) => Some(room.clone()),
            _ => None,
        };
        let mut ending = self.ending(done, outcome)?;
        ending.writes.push(Write::Delete(row.key.clone()));
        let writes = std::mem::take(&mut ending.writes);
        self.store.commit(Batch { writes, lazy: true, ..Batch::default() }).await?;
        self.outbox.queues.ended(row);
        if let Some(room) = opened {
            self.rehome_dependants(done, &room);
        }
        self.tell(ending);
        Ok(())
    }

    /// What is kept of a delivery that ends, and who is told.
    pub(crate) fn ending(&self, done: &Delivery, outcome: DeliveryOutcome) -> Result<Ending, StoreError> {
        let unavailable = |error: record::RecordError| StoreError::Unavailable { what: error.to_string() };
        let now = self.clock.now();
        let mut ending = Ending::default();
        if let Some(receipt) = receipt_event(done, &outcome, now) {
            let (key, write) = self.journal.row(&done.community, &receipt).map_err(unavailable)?;
            ending.writes.push(write);
            ending.receipt = Some((key, receipt));
        } else if !self.outbox.queues.refer_to(done.effect.destination(), &done.id) {
            return Ok(ending);
        }
        let place = match &outcome {
            DeliveryOutcome::Delivered(Receipt { place: Some(room), .. }) => room.clone(),
            _ => done.effect.destination().clone(),
        };
        let key = Key::new(&done.community, Outcome::COLLECTION, &done.id);
        let kept = Outcome { end: outcome, place, at: now };
        ending.writes.push(Write::Put(key, record::encode(&kept).map_err(unavailable)?));
        Ok(ending)
    }

    /// Tells the feature that asked for it how a delivery ended.
    pub(crate) fn tell(self: &Arc<Self>, ending: Ending) {
        let Some((journaled, receipt)) = ending.receipt else { return };
        let community = receipt.community.as_ref().and_then(|community| self.claims.get(community));
        if let Some(community) = community {
            let (event, journaled) = (Arc::new(receipt), Some(journaled));
            self.enqueue(Job { community, event, journaled, done: None, permit: None }, None);
        }
    }

    /// What waits for a room goes into the room's own queue, before anybody is
    /// told that the room is there: order is kept.
    fn rehome_dependants(self: &Arc<Self>, opened: &Delivery, room: &Place) {
        self.start_workers(self.outbox.queues.opened(opened, room));
    }

    /// How a delivery ended; `Err`: what it made is not there.
    pub(super) async fn outcome(
        &self,
        delivery: &Delivery,
        wanted: &DeliveryId,
    ) -> Result<Result<Outcome, String>, StoreError> {
        let key = Key::new(&delivery.community, Outcome::COLLECTION, wanted);
        let found = self.store.get(&[key]).await?.into_iter().next().flatten();
        let Some(stored) = found else {
            return Ok(Err("what it belongs to left no receipt".to_owned()));
        };
        let outcome = record::decode::<Outcome>(&stored.value)
            .map_err(|error| StoreError::Damaged { what: error.to_string() })?;
        Ok(match outcome.end {
            DeliveryOutcome::Delivered(_) => Ok(outcome),
            DeliveryOutcome::Undeliverable { why, .. } => Err(format!("what it belongs to failed: {why}")),
            DeliveryOutcome::Withdrawn => Err("what it belongs to was withdrawn".to_owned()),
        })
    }
}

/// The event that tells a feature how its delivery ended; `None` without a tag.
fn receipt_event(done: &Delivery, outcome: &DeliveryOutcome, now: Timestamp) -> Option<Event> {
    let tag = done.tag.clone()?;
    let place = done.effect.destination().clone();
    Some(Event {
        id: EventId::new(format!("receipt:{}", done.id)),
        community: Some(done.community.clone()),
        at: now,
        actor: Actor::system(place.platform.clone()),
        place,
        audience: Audience::Group,
        locale: None,
        kind: EventKind::Receipt(ReceiptEvent {
            delivery: done.id.clone(),
            tag,
            outcome: outcome.clone(),
            lane: done.lane.clone(),
        }),
        reply: None,
    })
}

#[cfg(test)]
mod tests {
    use fireside_core::Obstacle;

    use super::*;

    #[test]
    fn a_kept_outcome_keeps_its_shape() {
        let receipt = Receipt {
            message: Some("m1".into()),
            further_messages: vec!["m2".into()],
            place: Some(Place::channel("p", "staff").thread("7")),
            link: Some("https://p.example/7".to_owned()),
            ambiguous: true,
        };
        let ends = [
            DeliveryOutcome::Delivered(receipt),
            DeliveryOutcome::Undeliverable { obstacle: Obstacle::Gone, why: "it is gone".to_owned() },
            DeliveryOutcome::Withdrawn,
        ];
        let (place, at) = (Place::channel("p", "staff"), Timestamp::from_millis(1));
        insta::assert_json_snapshot!(ends.map(|end| Outcome { end, place: place.clone(), at }));
    }
}
