//! The outbox: what commits asked for, delivered in order to each destination,
//! over restarts and whatever the platform answers.
//!
//! A row is written in the commit that asks for it and goes away with its
//! outcome. Each destination has a queue, worked on by one task as long as
//! something waits in it.

mod attempt;
mod limiter;
mod queues;
mod receipts;
mod references;
mod row;
mod work;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use fireside_core::delivery::Withdrawal;
use fireside_core::key::KeyRange;
use fireside_core::ports::StoreError;
use fireside_core::record::{self, Record};
use fireside_core::{CommunityId, Delivery, Platform};
use tokio::sync::Semaphore;
use tokio_util::task::TaskTracker;

pub(crate) use queues::Held;
pub(crate) use receipts::Outcome;
use row::{Row, Stored};

use self::limiter::Limiter;
use self::queues::Queues;
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
        for row in rows {
            if let Some(place) = self.outbox.queues.push(row) {
                self.start_worker(place);
            }
        }
    }

    /// Takes up the rows that an earlier run left.
    pub(crate) async fn load_outbox(self: &Arc<Self>) -> Result<(), StoreError> {
        let mut rows = Vec::new();
        for community in self.claims.all() {
            let range = KeyRange::collection(&community.id, Stored::COLLECTION, PAGE);
            let mut pages = Pages::of(&*self.store, range);
            while let Some(page) = pages.next().await? {
                for (key, stored) in page {
                    let row = record::decode::<Stored>(&stored.value)
                        .map_err(|error| StoreError::Damaged { what: error.to_string() })?;
                    rows.push(Row::left(key, row));
                }
            }
        }
        rows.sort_by_key(|row| row.number);
        if let Some(last) = rows.last() {
            self.outbox.next.fetch_max(last.number + 1, Ordering::Relaxed);
        }
        self.deliver_rows(rows);
        Ok(())
    }
}
