//! A store in memory that is slow, fails or conflicts as a test says.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use fireside_core::key::{Key, KeyRange};
use fireside_core::memory::MemoryStore;
use fireside_core::ports::{Batch, CommitError, Source, Store, StoreError, Versioned, Write};
use tokio::sync::{Semaphore, watch};

/// A [`MemoryStore`] with a test's hand on it.
#[derive(Debug)]
pub struct FakeStore {
    memory: MemoryStore,
    waits_for_reads: bool,
    failures: AtomicUsize,
    conflicts: AtomicUsize,
    /// Commits that write to this collection wait.
    held: Mutex<Option<&'static str>>,
    through: Semaphore,
    /// How many commits wait because they are held.
    waiting: watch::Sender<usize>,
}

impl Default for FakeStore {
    fn default() -> Self {
        Self {
            memory: MemoryStore::default(),
            waits_for_reads: false,
            failures: AtomicUsize::new(0),
            conflicts: AtomicUsize::new(0),
            held: Mutex::new(None),
            through: Semaphore::new(0),
            waiting: watch::Sender::new(0),
        }
    }
}

impl FakeStore {
    /// A store that can't be read at once.
    pub fn remote() -> Self {
        Self { waits_for_reads: true, ..Self::default() }
    }

    fn held(&self) -> MutexGuard<'_, Option<&'static str>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on commits that write to a collection wait.
    pub fn hold(&self, collection: &'static str) {
        *self.held() = Some(collection);
    }

    /// So many of the commits that wait go on, the oldest first.
    pub fn let_through(&self, commits: usize) {
        self.through.add_permits(commits);
    }

    /// Nothing waits any more.
    pub fn release(&self) {
        *self.held() = None;
        self.through.add_permits(*self.waiting.borrow());
    }

    /// Resolves when so many commits wait.
    pub async fn waiting(&self, commits: usize) {
        // The sender is ours: it can't be gone.
        let _ = self.waiting.subscribe().wait_for(|waiting| *waiting >= commits).await;
    }

    /// The next commits fail, so many of them.
    pub fn fail(&self, commits: usize) {
        self.failures.store(commits, Ordering::SeqCst);
    }

    /// The next commits conflict, so many of them.
    pub fn conflict(&self, commits: usize) {
        self.conflicts.store(commits, Ordering::SeqCst);
    }

    /// How many values it holds in a community's collection.
    pub fn count(&self, community: &str, collection: &str) -> usize {
        let range = KeyRange::collection(&community.into(), collection, usize::MAX);
        Source::range(&self.memory, &range).map_or(0, |found| found.len())
    }
}

#[async_trait]
impl Store for FakeStore {
    fn at_once(&self) -> Option<&dyn Source> {
        if self.waits_for_reads { None } else { Some(&self.memory) }
    }

    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<Versioned>>, StoreError> {
        Store::get(&self.memory, keys).await
    }

    async fn range(&self, range: &KeyRange) -> Result<Vec<(Key, Versioned)>, StoreError> {
        Store::range(&self.memory, range).await
    }

    async fn next_number(&self, key: &Key) -> Result<u64, StoreError> {
        Ok(self.memory.draw(key))
    }

    async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        if self.holds(&batch) {
            let _counted = Waiting::begin(&self.waiting);
            if let Ok(permit) = self.through.acquire().await {
                permit.forget();
            }
        }
        if taken_from(&self.failures) {
            return Err(StoreError::Unavailable { what: "the disk is full".to_owned() }.into());
        }
        if taken_from(&self.conflicts) {
            return Err(CommitError::Conflict);
        }
        self.memory.apply(batch)
    }
}

impl FakeStore {
    fn holds(&self, batch: &Batch) -> bool {
        let Some(collection) = *self.held() else { return false };
        let mut keys = batch.writes.iter().map(Write::key);
        keys.any(|key| {
            let mut parts = key.as_bytes().split(|byte| *byte == 0);
            parts.nth(1) == Some(collection.as_bytes())
        })
    }
}

/// Counts a commit that waits, as long as somebody waits for it.
struct Waiting<'a>(&'a watch::Sender<usize>);

impl<'a> Waiting<'a> {
    fn begin(waiting: &'a watch::Sender<usize>) -> Self {
        waiting.send_modify(|waiting| *waiting += 1);
        Self(waiting)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.send_modify(|waiting| *waiting -= 1);
    }
}

fn taken_from(left: &AtomicUsize) -> bool {
    let one_less = |left: usize| left.checked_sub(1);
    left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_ok()
}
