//! The journal: events that are durable before they are decided.
//!
//! What comes in above high water, what is slow to decide, and receipts are
//! written here first. A row goes away in the commit that decides its event; on
//! a restart what is left is decided before anything new is taken in.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Batch, CommitError, Store, StoreError, Write};
use fireside_core::record::{self, Record, RecordError};
use fireside_core::{Community, CommunityId, Event};
use serde::{Deserialize, Serialize};

use crate::pages::Pages;

/// An event that is durable but not decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Journaled {
    pub(crate) event: Event,
}

impl Record for Journaled {
    const COLLECTION: &'static str = "journal";
}

/// How many rows are read at a time.
const PAGE: usize = 256;

/// An event with its row.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) number: u64,
    pub(crate) key: Key,
    pub(crate) event: Arc<Event>,
}

#[derive(Debug)]
pub(crate) struct Journal {
    store: Arc<dyn Store>,
    collection: &'static str,
    next: AtomicU64,
    /// The number of this run's first row: those before it were left by an earlier run.
    first: AtomicU64,
}

impl Journal {
    /// The journal of events that are under way.
    pub(crate) fn under_way(store: Arc<dyn Store>) -> Self {
        Self::new(store, Journaled::COLLECTION)
    }

    /// The journal of events that wait until there is room for them.
    pub(crate) fn spilled(store: Arc<dyn Store>) -> Self {
        Self::new(store, "spill")
    }

    fn new(store: Arc<dyn Store>, collection: &'static str) -> Self {
        Self { store, collection, next: AtomicU64::new(1), first: AtomicU64::new(1) }
    }

    /// Goes on numbering behind what an earlier run left, before anything is
    /// written: a row that is there must never be written over.
    pub(crate) async fn resume(&self, communities: &[Arc<Community>]) -> Result<(), StoreError> {
        let mut first = 1;
        for community in communities {
            let range = KeyRange::collection(&community.id, self.collection, PAGE);
            let mut pages = Pages::of(&*self.store, range);
            while let Some(page) = pages.next().await? {
                let last = page.last().map_or(0, |(key, _)| number_of(key));
                first = first.max(last + 1);
            }
        }
        self.first.store(first, Ordering::Relaxed);
        self.next.store(first, Ordering::Relaxed);
        Ok(())
    }

    /// The number of this run's first row.
    pub(crate) fn first(&self) -> u64 {
        self.first.load(Ordering::Relaxed)
    }

    /// The number that the next row will have.
    pub(crate) fn next(&self) -> u64 {
        self.next.load(Ordering::Relaxed)
    }

    /// Takes the number of a row that will be written.
    pub(crate) fn reserve(&self) -> u64 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// The row that makes `event` durable; it is written with whatever batch
    /// the caller puts it in.
    pub(crate) fn row(&self, community: &CommunityId, event: &Event) -> Result<(Key, Write), RecordError> {
        self.row_at(self.reserve(), community, event)
    }

    fn row_at(
        &self,
        number: u64,
        community: &CommunityId,
        event: &Event,
    ) -> Result<(Key, Write), RecordError> {
        let key = Key::new(community, self.collection, &number);
        let value = record::encode(&Journaled { event: event.clone() })?;
        Ok((key.clone(), Write::Put(key, value)))
    }

    /// Makes `event` durable as row `number` and gives the row's key.
    pub(crate) async fn keep(
        &self,
        number: u64,
        community: &CommunityId,
        event: &Event,
    ) -> Result<Key, CommitError> {
        let (key, write) = self
            .row_at(number, community, event)
            .map_err(|error| StoreError::Unavailable { what: error.to_string() })?;
        self.store.commit(Batch { writes: vec![write], ..Batch::default() }).await?;
        Ok(key)
    }

    /// Removes the row of an event that is decided. It need not be durable: a
    /// row that comes back is known as decided by its mark.
    pub(crate) async fn forget(&self, key: Key) -> Result<(), CommitError> {
        self.store.commit(Batch { writes: vec![Write::Delete(key)], lazy: true, ..Batch::default() }).await
    }

    /// The oldest rows of a community with these numbers, a page of them.
    pub(crate) async fn oldest(
        &self,
        community: &CommunityId,
        numbers: Range<u64>,
    ) -> Result<Vec<Entry>, StoreError> {
        let key = |number| Key::new(community, self.collection, &number);
        let range = KeyRange { start: key(numbers.start), end: key(numbers.end), limit: PAGE };
        let rows = self.store.range(&range).await?.into_iter();
        rows.map(|(key, stored)| match record::decode::<Journaled>(&stored.value) {
            Ok(journaled) => Ok(Entry { number: number_of(&key), key, event: Arc::new(journaled.event) }),
            Err(error) => Err(StoreError::Damaged { what: error.to_string() }),
        })
        .collect()
    }
}

/// The number in the key of a numbered row.
pub(crate) fn number_of(key: &Key) -> u64 {
    key.part(0).and_then(|part| u64::from_str_radix(&part, 16).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fireside_testkit::fake_feature::message;
    use fireside_testkit::script::{NORTH, customer, square};

    #[test]
    fn a_journaled_event_keeps_its_shape() {
        let event = message(&customer(NORTH, "1", "Ana"), &square(NORTH), "hello");
        insta::assert_json_snapshot!(Journaled { event });
    }
}
