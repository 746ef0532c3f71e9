//! A search index in memory that fails or waits as a test says.

use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use fireside_core::CommunityId;
use fireside_core::memory::MemorySearch;
use fireside_core::ports::{DocumentChange, Hits, Query, Search, SearchError};
use tokio::sync::{Semaphore, watch};

/// A [`MemorySearch`] with a test's hand on it.
#[derive(Debug)]
pub struct FakeSearch {
    memory: MemorySearch,
    fails: AtomicBool,
    through: Semaphore,
    is_held: AtomicBool,
    /// How many flushes wait because they are held.
    waiting: watch::Sender<usize>,
}

impl Default for FakeSearch {
    fn default() -> Self {
        Self {
            memory: MemorySearch::default(),
            fails: AtomicBool::new(false),
            through: Semaphore::new(0),
            is_held: AtomicBool::new(false),
            waiting: watch::Sender::new(0),
        }
    }
}

impl FakeSearch {
    /// From now on it can't be read or written, or it can again.
    pub fn fail(&self, fails: bool) {
        self.fails.store(fails, Ordering::SeqCst);
    }

    /// From now on flushes wait.
    pub fn hold(&self) {
        self.is_held.store(true, Ordering::SeqCst);
    }

    /// Nothing waits any more.
    pub fn release(&self) {
        self.is_held.store(false, Ordering::SeqCst);
        self.through.add_permits(*self.waiting.borrow());
    }

    /// Resolves when a flush waits.
    pub async fn waiting(&self) {
        // The sender is ours: it can't be gone.
        let _ = self.waiting.subscribe().wait_for(|waiting| *waiting > 0).await;
    }

    fn check(&self) -> Result<(), SearchError> {
        if self.fails.load(Ordering::SeqCst) {
            return Err(SearchError { what: "the disk is full".to_owned() });
        }
        Ok(())
    }
}

#[async_trait]
impl Search for FakeSearch {
    fn find(&self, community: &CommunityId, collection: &str, query: &Query) -> Result<Hits, SearchError> {
        self.check()?;
        self.memory.find(community, collection, query)
    }

    fn apply(&self, community: &CommunityId, changes: Vec<DocumentChange>) -> Result<(), SearchError> {
        self.check()?;
        self.memory.apply(community, changes)
    }

    async fn flush(&self) -> Result<(), SearchError> {
        if self.is_held.load(Ordering::SeqCst) {
            self.waiting.send_modify(|waiting| *waiting += 1);
            if let Ok(permit) = self.through.acquire().await {
                permit.forget();
            }
            self.waiting.send_modify(|waiting| *waiting -= 1);
        }
        self.check()
    }

    fn origin(&self, community: &CommunityId) -> Option<String> {
        self.memory.origin(community)
    }

    async fn reset(&self, community: &CommunityId, origin: &str) -> Result<(), SearchError> {
        self.check()?;
        self.memory.reset(community, origin).await
    }
}
