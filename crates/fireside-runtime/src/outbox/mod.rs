//! The outbox: what commits asked for, delivered in order to each destination,
//! over restarts and whatever the platform answers.
//!
//! A row is written in the commit that asks for it and goes away with its
//! outcome. Each destination has a queue, worked on by one task as long as
//! something waits in it; the first rows of it are in memory, the others are
//! listed. `docs/adr/0014-words-that-wait.md` says what becomes of a burst.

mod attempt;
mod delays;
mod held;
mod joining;
mod limiter;
mod listed;
mod queue;
mod queues;
mod receipts;
mod references;
mod row;
mod work;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use fireside_core::delivery::Withdrawal;
use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::StoreError;
use fireside_core::record::{self, Record};
use fireside_core::{CommunityId, Delivery, Platform};
use tokio::sync::Semaphore;
use tokio_util::task::TaskTracker;

pub(crate) use held::Held;
pub(crate) use receipts::Outcome;
use row::{Row, Stored};

use self::delays::Delays;
use self::limiter::Limiter;
use self::queues::Queues;
use crate::journal::number_of;
use crate::options::Options;
use crate::pages::Pages;
use crate::shared::Shared;

/// How many rows are read at a time at a start.
const PAGE: usize = 1000;

#[derive(Debug)]
pub(crate) struct Outbox {
    next: AtomicU64,
    queues: Queues,
    limiter: Limiter,
    delays: Delays,
    /// Room for deliveries under way, by platform.
    slots: BTreeMap<Platform, Arc<Semaphore>>,
    /// The workers.
    pub(crate) delivering: TaskTracker,
}

impl Outbox {
    pub(crate) fn new<'a>(platforms: impl Iterator<Item = &'a Platform>, options: &Options) -> Self {
        let slots =
            platforms.map(|platform| (platform.clone(), Arc::new(Semaphore::new(options.deliveries_max))));
        Self {
            next: AtomicU64::new(1),
            queues: Queues::default(),
            limiter: Limiter::default(),
            delays: Delays::default(),
            slots: slots.collect(),
            delivering: TaskTracker::new(),
        }
    }

    /// The rows of what a turn wants done.
    ///
    /// A row whose destination has nothing waiting is tried as soon as it is
    /// committed and what is under way has ended: it is marked as being
    /// attempted from the start, which saves a commit of its own. After a crash
    /// such a row is looked for first.
    pub(crate) fn rows(&self, deliveries: Vec<Delivery>) -> Vec<Row> {
        let mut busy = Vec::new();
        let mut rows = Vec::with_capacity(deliveries.len());
        for delivery in deliveries {
            let destination = delivery.effect.destination();
            let first = !busy.contains(destination) && !self.queues.has_waiting(destination);
            if first {
                busy.push(destination.clone());
            }
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            rows.push(Row::new(number, delivery, first));
        }
        rows
    }

    /// Keeps workers away from what is about to be withdrawn, until the commit
    /// that withdraws it is made (or not).
    pub(crate) fn hold(&self, community: &CommunityId, withdrawals: &[Withdrawal]) -> Held<'_> {
        self.queues.hold(community, withdrawals)
    }

    /// How many destinations have something waiting or under way.
    pub(crate) fn busy(&self) -> usize {
        self.queues.busy()
    }
}

impl Shared {
    /// Sets off what a commit asked for.
    pub(crate) fn deliver_rows(self: &Arc<Self>, rows: Vec<Row>) {
        for row in &rows {
            self.outbox.delays.watch(row);
        }
        for row in rows {
            if let Some(place) = self.outbox.queues.push(row) {
                self.start_worker(place);
            }
        }
    }

    /// Takes up the rows that an earlier run left: what is delivered first is
    /// kept in memory, of the rest what a queue must know.
    pub(crate) async fn load_outbox(self: &Arc<Self>) -> Result<(), StoreError> {
        let (mut places, mut last) = (Vec::new(), 0);
        for community in self.claims.all() {
            let range = KeyRange::collection(&community.id, Stored::COLLECTION, PAGE);
            let mut pages = Pages::of(&*self.store, range);
            while let Some(page) = pages.next().await? {
                for (key, stored) in page {
                    let row = self.stored_row(key, &stored.value).await?;
                    last = last.max(row.number);
                    places.extend(self.outbox.queues.restore(row));
                }
            }
        }
        self.outbox.next.fetch_max(last + 1, Ordering::Relaxed);
        self.start_workers(places);
        Ok(())
    }

    /// Rows by their numbers, as they are stored; `None`: it is not there any more.
    async fn read_rows(&self, keys: &[Key]) -> Result<Vec<(u64, Option<Row>)>, StoreError> {
        let mut rows = Vec::with_capacity(keys.len());
        for (key, stored) in keys.iter().zip(self.store.get(keys).await?) {
            let row = match stored {
                Some(stored) => Some(self.stored_row(key.clone(), &stored.value).await?),
                None => None,
            };
            rows.push((number_of(key), row));
        }
        Ok(rows)
    }

    /// A stored row, for the room that was opened for it if that is there by now.
    async fn stored_row(&self, key: Key, value: &[u8]) -> Result<Row, StoreError> {
        let stored = record::decode::<Stored>(value);
        let mut row =
            Row::left(key, stored.map_err(|error| StoreError::Damaged { what: error.to_string() })?);
        if let Ok(placed) = self.resolve_places(&row.delivery).await? {
            row.delivery = placed;
        }
        Ok(row)
    }
}
