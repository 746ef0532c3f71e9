//! Delays: what has to wait says so, once, to the feature that asked for it.

use std::collections::BTreeMap;
use std::slice;
use std::sync::Arc;
use std::time::Duration;

use fireside_core::event::DelayEvent;
use fireside_core::key::Key;
use fireside_core::ports::StoreError;
use fireside_core::{Event, EventKind, record};
use parking_lot::Mutex;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until};

use super::receipts::event_about;
use super::row::{Row, Stored};
use crate::lanes::Job;
use crate::shared::Shared;

/// What is done within this time since it was asked for has not waited.
const TOLD_AFTER: Duration = Duration::from_secs(2);

/// The rows that tell of a delay and have neither told it nor ended.
///
/// They are hints: kept in memory alone, and not taken up after a restart.
#[derive(Debug, Default)]
pub(super) struct Delays {
    /// By the rows' numbers: the oldest is due first.
    pending: Mutex<BTreeMap<u64, Pending>>,
    added: Notify,
}

#[derive(Debug, Clone)]
struct Pending {
    due: Instant,
    key: Key,
}

impl Delays {
    /// A row that was asked for just now.
    pub(super) fn watch(&self, row: &Row) {
        if row.delivery.tells_delay && row.delivery.tag.is_some() {
            let pending = Pending { due: Instant::now() + TOLD_AFTER, key: row.key.clone() };
            self.pending.lock().insert(row.number, pending);
            self.added.notify_one();
        }
    }

    /// A row has come to its end: nothing is told of it any more.
    pub(super) fn ended(&self, number: u64) {
        self.pending.lock().remove(&number);
    }

    fn next(&self) -> Option<(u64, Pending)> {
        self.pending.lock().first_key_value().map(|(number, pending)| (*number, pending.clone()))
    }

    /// Tells of a row unless it ended in between. Its receipt can't overtake
    /// what is told here: it is told after [`Delays::ended`].
    fn tell(&self, number: u64, tell: impl FnOnce()) {
        let mut pending = self.pending.lock();
        if pending.remove(&number).is_some() {
            tell();
        }
    }
}

impl Shared {
    /// Tells of every delay until the runtime stops.
    pub(crate) async fn tell_delays(self: Arc<Self>) {
        let stopping = self.stopping.clone();
        if let Some(Err(error)) = stopping.run_until_cancelled(self.tell_due()).await {
            self.store_failed(&error.to_string());
        }
    }

    async fn tell_due(self: &Arc<Self>) -> Result<(), StoreError> {
        let delays = &self.outbox.delays;
        loop {
            match delays.next() {
                Some((number, pending)) if pending.due <= Instant::now() => {
                    self.tell_delay(number, &pending.key).await?;
                }
                Some((_, pending)) => sleep_until(pending.due).await,
                None => delays.added.notified().await,
            }
        }
    }

    /// Tells that a row waits, which is read again: most of those that wait
    /// are in the store alone.
    async fn tell_delay(self: &Arc<Self>, number: u64, key: &Key) -> Result<(), StoreError> {
        let permit = Arc::clone(&self.room).acquire_owned().await.ok();
        let found = self.store.get(slice::from_ref(key)).await?.into_iter().next().flatten();
        let row = found.map(|stored| record::decode::<Stored>(&stored.value)).transpose();
        let row = row.map_err(|error| StoreError::Damaged { what: error.to_string() })?;
        let told = row.and_then(|row| {
            let event = self.delay_event(row)?;
            let community = self.claims.get(event.community.as_ref()?)?;
            Some((community, event))
        });
        self.outbox.delays.tell(number, || {
            if let Some((community, event)) = told {
                let job = Job { community, event: Arc::new(event), journaled: None, done: None, permit };
                self.enqueue(job, None);
            }
        });
        Ok(())
    }

    fn delay_event(&self, row: Stored) -> Option<Event> {
        let waiting = row.delivery;
        let told = DelayEvent {
            delivery: waiting.id.clone(),
            tag: waiting.tag.clone()?,
            lane: waiting.lane.clone(),
        };
        Some(event_about(&waiting, "delay", EventKind::Delayed(told), self.clock.now()))
    }
}
