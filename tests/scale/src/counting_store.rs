//! A store that keeps count of its commits.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Batch, CommitError, Source, Store, StoreError, Versioned, Write};
use fireside_store::SledStore;

/// The collection of marks that say that an event was decided.
const SEEN: &str = "seen";

/// One commit.
#[derive(Debug, Clone)]
pub(crate) struct Commit {
    /// The collections it wrote to.
    collections: BTreeSet<String>,
    /// The event it decided.
    event: Option<String>,
    /// Somebody waited until it was on disk.
    pub(crate) is_durable: bool,
    /// How many rows it wrote.
    pub(crate) rows: usize,
    /// How long it took.
    pub(crate) took: Duration,
}

impl Commit {
    fn of(batch: &Batch) -> Self {
        let collections = batch.writes.iter().filter_map(|write| collection(write.key())).collect();
        let event = batch.writes.iter().find_map(|write| match write {
            Write::InsertUnique(key, _) if collection(key).as_deref() == Some(SEEN) => key.part(0),
            _ => None,
        });
        let (is_durable, rows) = (!batch.lazy, batch.writes.len());
        Self { collections, event, is_durable, rows, took: Duration::ZERO }
    }

    /// Whether it wrote to a collection.
    pub(crate) fn wrote(&self, collection: &str) -> bool {
        self.collections.contains(collection)
    }
}

/// The collection in a key: what stands behind the community.
fn collection(key: &Key) -> Option<String> {
    let part = key.as_bytes().split(|byte| *byte == 0).nth(1)?;
    String::from_utf8(part.to_vec()).ok()
}

/// The store on disk, with its commits counted.
#[derive(Debug)]
pub(crate) struct CountingStore {
    store: SledStore,
    commits: Mutex<Vec<Commit>>,
}

impl CountingStore {
    pub(crate) fn new(store: SledStore) -> Self {
        Self { store, commits: Mutex::default() }
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Commit>> {
        self.commits.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How long the commit took that decided an event.
    pub(crate) fn decided(&self, event: &str) -> Duration {
        let commits = self.lock();
        let found = commits.iter().rev().find(|commit| commit.event.as_deref() == Some(event));
        found.map_or(Duration::ZERO, |commit| commit.took)
    }

    /// The commits since they were taken last.
    pub(crate) fn take(&self) -> Vec<Commit> {
        std::mem::take(&mut *self.lock())
    }
}

#[async_trait]
impl Store for CountingStore {
    fn at_once(&self) -> Option<&dyn Source> {
        self.store.at_once()
    }

    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<Versioned>>, StoreError> {
        Store::get(&self.store, keys).await
    }

    async fn range(&self, range: &KeyRange) -> Result<Vec<(Key, Versioned)>, StoreError> {
        Store::range(&self.store, range).await
    }

    async fn next_number(&self, key: &Key) -> Result<u64, StoreError> {
        self.store.next_number(key).await
    }

    async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        let (mut commit, began) = (Commit::of(&batch), Instant::now());
        self.store.commit(batch).await?;
        commit.took = began.elapsed();
        self.lock().push(commit);
        Ok(())
    }
}
