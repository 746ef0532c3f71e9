//! The workers: one for each queue, as long as something waits in it.

use std::sync::Arc;

use fireside_core::ports::{Adapter, Batch, CommitError, StoreError};
use fireside_core::{Delivery, DeliveryOutcome, Obstacle, Place};

use super::joining::Joins;
use super::queues::Front;
use super::row::Row;
use crate::shared::Shared;

/// When the limits let a delivery through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    /// As soon as it was next.
    AtOnce,
    /// After it had waited.
    InTime,
}

impl Shared {
    pub(super) fn start_worker(self: &Arc<Self>, place: Place) {
        let shared = Arc::clone(self);
        self.spawn(&self.outbox.delivering, async move {
            if let Err(error) = shared.work_queue(&place).await {
                shared.store_failed(&error.to_string());
            }
        });
    }

    async fn work_queue(self: &Arc<Self>, place: &Place) -> Result<(), CommitError> {
        loop {
            if self.halted.is_cancelled() {
                return Ok(());
            }
            let released = self.outbox.queues.released();
            let row = match self.outbox.queues.front(place) {
                Front::Empty => return Ok(()),
                Front::Held => {
                    tokio::select! {
                        () = released => {}
                        () = self.halted.cancelled() => {}
                    }
                    continue;
                }
                Front::Stored(keys) => {
                    let read = self.read_rows(&keys).await?;
                    self.outbox.queues.refill(place, read);
                    continue;
                }
                Front::Next(row) => *row,
            };
            self.work_row(place, row).await?;
        }
    }

    /// Brings the front row one step on.
    async fn work_row(self: &Arc<Self>, place: &Place, row: Row) -> Result<(), CommitError> {
        let placed = match self.resolve_places(&row.delivery).await? {
            Ok(placed) => placed,
            Err(why) => return self.give_up(place, &row, why).await,
        };
        if placed.effect.destination() != place {
            self.move_row(place, &row, placed);
            return Ok(());
        }
        let resolved = match self.resolve_messages(placed).await? {
            Ok(resolved) => resolved,
            Err(why) => return self.give_up(place, &row, why).await,
        };
        if resolved.effect.destination() != place {
            self.move_row(place, &row, resolved);
            return Ok(());
        }
        let Some(adapter) = self.adapters.get(&place.platform).cloned() else {
            return self.give_up(place, &row, format!("no adapter for {}", place.platform)).await;
        };
        let Some(room) = self.wait_for_room(adapter.as_ref(), &resolved).await else { return Ok(()) };
        let joins = Joins { has_waited: room == Room::InTime, len_max: adapter.capabilities().text_len_max };
        let Some(mut run) = self.outbox.queues.take(place, row.number, Some(joins)) else { return Ok(()) };
        if run.mark_attempting() {
            self.rewrite(run.rows(), false).await?;
        }
        let said = run.joined(resolved);
        self.attempt(adapter.as_ref(), place, run, said).await
    }

    /// The place that the delivery was for has an address of its own by now.
    fn move_row(self: &Arc<Self>, place: &Place, row: &Row, resolved: Arc<Delivery>) {
        self.start_workers(self.outbox.queues.rehome(place, |other| {
            let same = other.number == row.number;
            if same {
                other.delivery = Arc::clone(&resolved);
            }
            same
        }));
    }

    pub(super) fn start_workers(self: &Arc<Self>, places: Vec<Place>) {
        for place in places {
            self.start_worker(place);
        }
    }

    /// Waits until every limit lets the delivery through; `None` when halted.
    async fn wait_for_room(&self, adapter: &dyn Adapter, delivery: &Delivery) -> Option<Room> {
        let scopes = super::attempt::scopes(delivery);
        let mut room = Room::AtOnce;
        loop {
            let limits = adapter.limits(&self.addresses.addressed(delivery));
            match self.outbox.limiter.reserve(&limits, &scopes, self.clock.now()) {
                Ok(()) => return (!self.halted.is_cancelled()).then_some(room),
                Err(ready) => tokio::select! {
                    () = tokio::time::sleep_until(ready) => room = Room::InTime,
                    () = self.halted.cancelled() => return None,
                },
            }
        }
    }

    /// Stores rows as they are now; those that were withdrawn stay gone.
    pub(super) async fn rewrite(
        &self,
        rows: impl Iterator<Item = &Row>,
        lazy: bool,
    ) -> Result<(), CommitError> {
        let writes = rows.filter(|row| !self.outbox.queues.is_withdrawn(row)).map(Row::write);
        let writes = writes.collect::<Result<Vec<_>, _>>();
        let writes = writes.map_err(|error| StoreError::Unavailable { what: error.to_string() })?;
        if writes.is_empty() {
            return Ok(());
        }
        self.store.commit(Batch { writes, lazy, ..Batch::default() }).await
    }

    async fn give_up(self: &Arc<Self>, place: &Place, row: &Row, why: String) -> Result<(), CommitError> {
        match self.outbox.queues.take(place, row.number, None) {
            Some(run) => {
                // It belongs to something that isn't there, or that nobody reaches.
                let outcome = DeliveryOutcome::Undeliverable { obstacle: Obstacle::Gone, why };
                self.end_run(&run, &run.head.delivery, &outcome).await
            }
            None => Ok(()),
        }
    }
}
