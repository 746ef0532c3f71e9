//! The store: reads from the rows, commits through the committer.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Batch, CommitError, Source, SourceError, Store, StoreError, Versioned};

use crate::committer::{Committer, Health, Stats};
use crate::disk::{Disk, OpenError};
use crate::group::counted;
use crate::options::SledOptions;
use crate::rows::Rows;
use crate::writer::Writer;

/// A [`Store`] in a folder of its own. Dropped, it waits until what was
/// committed is on disk, and closes.
///
/// What is read may be newer than what is on disk. The answer to a commit that
/// is not lazy comes when everything it was decided on is there; an empty batch
/// is committed to wait for just that.
#[derive(Debug)]
pub struct SledStore {
    // In this order they are dropped: the committer ends before the rows are
    // closed, and the rows are closed before the lock is given back.
    committer: Committer,
    numbers: Mutex<HashMap<Key, u64>>,
    health: Arc<Health>,
    disk: Disk,
}

impl SledStore {
    /// Opens the store, and makes it where there is none.
    ///
    /// # Errors
    /// When it is in use, of a newer format, damaged, or its folder can't be used.
    pub fn open(options: SledOptions) -> Result<Self, OpenError> {
        let disk = Disk::open(&options)?;
        let writer = Writer::new(Arc::clone(&disk.rows), disk.flush(&options)?)
            .map_err(|source| OpenError::Unreadable { path: options.path.clone(), source })?;
        let health = Arc::new(Health::default());
        let committer = Committer::start(writer, Arc::clone(&health))
            .map_err(|source| OpenError::Folder { path: options.path, source })?;
        Ok(Self { committer, numbers: Mutex::default(), health, disk })
    }

    /// What it has done since it was opened.
    pub fn stats(&self) -> Stats {
        self.health.stats()
    }

    /// The rows, while the disk takes what it is given: a read of something
    /// that will never be on disk must not be acted on.
    pub(crate) fn rows(&self) -> Result<&Rows, StoreError> {
        self.health.check()?;
        Ok(&self.disk.rows)
    }
}

impl Source for SledStore {
    fn get(&self, key: &Key) -> Result<Option<Versioned>, SourceError> {
        Ok(self.rows()?.get_one(key)?)
    }

    fn range(&self, range: &KeyRange) -> Result<Vec<(Key, Versioned)>, SourceError> {
        Ok(self.rows()?.range(range)?)
    }
}

#[async_trait]
impl Store for SledStore {
    fn at_once(&self) -> Option<&dyn Source> {
        Some(self)
    }

    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<Versioned>>, StoreError> {
        self.rows()?.get(keys)
    }

    async fn range(&self, range: &KeyRange) -> Result<Vec<(Key, Versioned)>, StoreError> {
        self.rows()?.range(range)
    }

    async fn next_number(&self, key: &Key) -> Result<u64, StoreError> {
        let stored = self.rows()?.get_one(key)?;
        let used = counted(stored.as_ref().map(|stored| stored.value.as_slice()))?;
        let mut numbers = self.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        let drawn = numbers.entry(key.clone()).or_default();
        *drawn = (*drawn).max(u64::try_from(used).unwrap_or(0)) + 1;
        Ok(*drawn)
    }

    async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        self.committer.commit(batch).await
    }
}
