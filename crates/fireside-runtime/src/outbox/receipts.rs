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

use super::held::Held;
use super::joining::Run;
use super::row::Row;
use crate::journal::number_of;
use crate::lanes::Job;
use crate::shared::Shared;

/// How many rows that are withdrawn are read together.
const WITHDRAWN_PAGE: usize = 256;

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
    /// The number of its row.
    number: u64,
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
        outcome: &DeliveryOutcome,
    ) -> Result<(), CommitError> {
        self.end_all([(row, done)].into_iter(), outcome).await
    }

    /// Ends rows that were said as one message; `done` is the first as it was said.
    pub(super) async fn end_run(
        self: &Arc<Self>,
        run: &Run,
        done: &Delivery,
        outcome: &DeliveryOutcome,
    ) -> Result<(), CommitError> {
        let others = run.others.iter().map(|row| (row, row.delivery.as_ref()));
        self.end_all(std::iter::once((&run.head, done)).chain(others), outcome).await
    }

    async fn end_all<'r>(
        self: &Arc<Self>,
        rows: impl Iterator<Item = (&'r Row, &'r Delivery)> + Clone,
        outcome: &DeliveryOutcome,
    ) -> Result<(), CommitError> {
        let (mut writes, mut endings) = (Vec::new(), Vec::new());
        for (row, done) in rows.clone() {
            self.count(done, outcome);
            let mut ending = self.ending(&row.key, done, outcome.clone())?;
            writes.append(&mut ending.writes);
            writes.push(Write::Delete(row.key.clone()));
            endings.push(ending);
        }
        self.store.commit(Batch { writes, lazy: true, ..Batch::default() }).await?;
        rows.clone().for_each(|(row, _)| self.outbox.queues.ended(row));
        if let DeliveryOutcome::Delivered(Receipt { place: Some(room), .. }) = outcome {
            // What opens a room is alone.
            rows.take(1).for_each(|(_, done)| self.rehome_dependants(done, room));
        }
        for ending in endings {
            self.tell(ending);
        }
        Ok(())
    }

    fn count(&self, done: &Delivery, outcome: &DeliveryOutcome) {
        match outcome {
            DeliveryOutcome::Delivered(_) => self.stats.delivered.one(),
            DeliveryOutcome::Undeliverable { why, .. } => {
                self.stats.undeliverable.one();
                warn!(delivery_id = %done.id, why, "a delivery could not be done");
            }
            DeliveryOutcome::Withdrawn => self.stats.withdrawn.one(),
        }
    }

    /// What is kept of rows that are withdrawn, and who is told.
    pub(crate) async fn ending_held(&self, held: &Held<'_>) -> Result<Vec<Ending>, StoreError> {
        let mut endings = Vec::with_capacity(held.rows.len());
        for rows in held.rows.chunks(WITHDRAWN_PAGE) {
            let unread = rows.iter().filter(|row| row.delivery.is_none()).map(|row| row.key.clone());
            let read = self.read_rows(&unread.collect::<Vec<_>>()).await?;
            let mut read = read.into_iter().map(|(_, row)| row.map(|row| row.delivery));
            for row in rows {
                if let Some(done) = row.delivery.clone().or_else(|| read.next().flatten()) {
                    endings.push(self.ending(&row.key, &done, DeliveryOutcome::Withdrawn)?);
                }
            }
        }
        Ok(endings)
    }

    /// What is kept of a delivery that ends, and who is told.
    fn ending(&self, row: &Key, done: &Delivery, outcome: DeliveryOutcome) -> Result<Ending, StoreError> {
        let unavailable = |error: record::RecordError| StoreError::Unavailable { what: error.to_string() };
        let now = self.clock.now();
        let mut ending = Ending { number: number_of(row), ..Ending::default() };
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
        self.outbox.delays.ended(ending.number);
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
    let receipt = ReceiptEvent {
        delivery: done.id.clone(),
        tag: done.tag.clone()?,
        outcome: outcome.clone(),
        lane: done.lane.clone(),
    };
    Some(event_about(done, "receipt", EventKind::Receipt(receipt), now))
}

/// An event about a delivery, known by what it tells.
pub(super) fn event_about(delivery: &Delivery, what: &str, kind: EventKind, now: Timestamp) -> Event {
    let place = delivery.effect.destination().clone();
    Event {
        id: EventId::new(format!("{what}:{}", delivery.id)),
        community: Some(delivery.community.clone()),
        at: now,
        actor: Actor::system(place.platform.clone()),
        place,
        audience: Audience::Group,
        locale: None,
        kind,
        reply: None,
    }
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
            is_shared: true,
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
