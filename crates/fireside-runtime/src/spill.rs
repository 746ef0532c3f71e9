//! The spill: ambient talk that came in above high water waits in the store
//! and is taken up in order when there is room again.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use fireside_core::ports::{InboxError, Store, StoreError};
use fireside_core::{Community, Event};
use parking_lot::Mutex;
use tokio::sync::Notify;

use crate::journal::{Entry, Journal};
use crate::lanes::Job;
use crate::shared::Shared;

/// What waits in the store until there is room.
pub(crate) struct Spill {
    pub(crate) journal: Journal,
    backlog: Mutex<Backlog>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct Backlog {
    /// Rows that the drain has not taken up yet, with those being written.
    waiting: usize,
    /// Rows being written: nothing behind one of them is taken up before it.
    in_writing: BTreeSet<u64>,
}

impl Spill {
    pub(crate) fn new(store: Arc<dyn Store>) -> Self {
        Self { journal: Journal::spilled(store), backlog: Mutex::default(), changed: Notify::new() }
    }

    /// While something waits here, what is ordinary comes here too: it would
    /// overtake otherwise.
    pub(crate) fn is_open(&self) -> bool {
        self.backlog.lock().waiting > 0
    }

    /// Announces a row, in the order of the calls.
    fn announce(&self) -> Writing<'_> {
        let mut backlog = self.backlog.lock();
        let number = self.journal.reserve();
        backlog.waiting += 1;
        backlog.in_writing.insert(number);
        Writing { spill: self, number, kept: false }
    }

    /// The first number that can't be taken up yet.
    fn end(&self) -> u64 {
        let backlog = self.backlog.lock();
        backlog.in_writing.first().copied().unwrap_or_else(|| self.journal.next())
    }

    fn taken_up(&self, count: usize) {
        let mut backlog = self.backlog.lock();
        backlog.waiting = backlog.waiting.saturating_sub(count);
    }
}

/// A row on its way into the store.
struct Writing<'a> {
    spill: &'a Spill,
    number: u64,
    kept: bool,
}

impl Drop for Writing<'_> {
    fn drop(&mut self) {
        let mut backlog = self.spill.backlog.lock();
        backlog.in_writing.remove(&self.number);
        if !self.kept {
            backlog.waiting = backlog.waiting.saturating_sub(1);
        }
        drop(backlog);
        self.spill.changed.notify_one();
    }
}

impl Shared {
    pub(crate) async fn spill(&self, community: &Community, event: &Event) -> Result<(), InboxError> {
        self.stats.shed.one();
        let mut writing = self.spill.announce();
        let kept = self.spill.journal.keep(writing.number, &community.id, event).await;
        writing.kept = kept.is_ok();
        kept.map(|_| ()).map_err(|error| self.not_kept(&error))
    }

    /// Takes up, in order, what was left in the journals by an earlier run.
    pub(crate) async fn recover(self: &Arc<Self>) -> Result<(), StoreError> {
        for community in self.claims.all() {
            for journal in [&self.journal, &self.spill.journal] {
                let mut left = 0..journal.first();
                while self.take_up(journal, community, &mut left).await? > 0 {}
            }
        }
        Ok(())
    }

    /// Takes up what is spilled, whenever there is room.
    pub(crate) async fn drain_spill(self: Arc<Self>) {
        let mut from = vec![self.spill.journal.first(); self.claims.all().len()];
        loop {
            tokio::select! {
                () = self.spill.changed.notified() => {}
                () = self.stopping.cancelled() => return,
            }
            loop {
                match self.drain_page(&mut from).await {
                    Ok(0) => break,
                    Ok(_) => {}
                    Err(error) => return self.store_failed(&error.to_string()),
                }
            }
        }
    }

    /// Takes up a page of each community; says how many events that is.
    async fn drain_page(self: &Arc<Self>, from: &mut [u64]) -> Result<usize, StoreError> {
        let mut taken = 0;
        for (community, from) in self.claims.all().iter().zip(from) {
            if self.stopping.is_cancelled() {
                return Ok(0);
            }
            let mut numbers = *from..self.spill.end();
            let count = self.take_up(&self.spill.journal, community, &mut numbers).await?;
            *from = numbers.start;
            self.spill.taken_up(count);
            taken += count;
        }
        Ok(taken)
    }

    /// Brings a page of a journal into the lanes and moves the start of
    /// `numbers` behind it; says how many events that is.
    async fn take_up(
        self: &Arc<Self>,
        journal: &Journal,
        community: &Arc<Community>,
        numbers: &mut Range<u64>,
    ) -> Result<usize, StoreError> {
        let page = journal.oldest(&community.id, numbers.clone()).await?;
        let count = page.len();
        for Entry { number, key, event } in page {
            let permit = Arc::clone(&self.room).acquire_owned().await.ok();
            let named = self.lane_named(community, &event).await?;
            let community = Arc::clone(community);
            self.enqueue(Job { community, event, journaled: Some(key), done: None, permit }, named);
            numbers.start = number + 1;
        }
        Ok(count)
    }
}
