//! A store and an index in memory: for tests, and for bots that need not remember.

mod search;

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

pub use search::MemorySearch;

use crate::key::{Key, KeyRange};
use crate::ports::{
    Batch, Check, CommitError, Revision, Source, SourceError, Store, StoreError, Versioned, Write,
};

/// A [`Store`] whose content goes with the process.
#[derive(Debug, Default)]
pub struct MemoryStore {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    values: BTreeMap<Key, Versioned>,
    /// The last number drawn under each key.
    drawn: BTreeMap<Key, u64>,
    revision: u64,
}

impl MemoryStore {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Commits a batch at once: what [`Store::commit`] does, without waiting.
    ///
    /// # Errors
    /// When a check fails or a unique key is taken.
    pub fn apply(&self, batch: Batch) -> Result<(), CommitError> {
        let mut state = self.lock();
        if !batch.checks.iter().all(|check| state.holds(check)) {
            return Err(CommitError::Conflict);
        }
        for write in &batch.writes {
            if let Write::InsertUnique(key, _) = write
                && state.values.contains_key(key)
            {
                return Err(CommitError::Taken { key: key.clone() });
            }
        }
        state.revision += 1;
        for write in batch.writes {
            state.apply(write);
        }
        Ok(())
    }

    /// Draws a number at once: what [`Store::next_number`] does, without waiting.
    pub fn draw(&self, key: &Key) -> u64 {
        let mut state = self.lock();
        let used = state.values.get(key).map_or(0, |stored| counted(&stored.value));
        let drawn = state.drawn.entry(key.clone()).or_default();
        *drawn = (*drawn).max(u64::try_from(used).unwrap_or(0)) + 1;
        *drawn
    }

    /// How many values it holds.
    pub fn len(&self) -> usize {
        self.lock().values.len()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Source for MemoryStore {
    fn get(&self, key: &Key) -> Result<Option<Versioned>, SourceError> {
        Ok(self.lock().values.get(key).cloned())
    }

    fn range(&self, range: &KeyRange) -> Result<Vec<(Key, Versioned)>, SourceError> {
        let state = self.lock();
        Ok(state.within(range).map(|(key, value)| (key.clone(), value.clone())).collect())
    }
}

#[async_trait]
impl Store for MemoryStore {
    fn at_once(&self) -> Option<&dyn Source> {
        Some(self)
    }

    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<Versioned>>, StoreError> {
        let state = self.lock();
        Ok(keys.iter().map(|key| state.values.get(key).cloned()).collect())
    }

    async fn range(&self, range: &KeyRange) -> Result<Vec<(Key, Versioned)>, StoreError> {
        let state = self.lock();
        Ok(state.within(range).map(|(key, value)| (key.clone(), value.clone())).collect())
    }

    async fn next_number(&self, key: &Key) -> Result<u64, StoreError> {
        Ok(self.draw(key))
    }

    async fn commit(&self, batch: Batch) -> Result<(), CommitError> {
        self.apply(batch)
    }
}

impl State {
    fn within(&self, range: &KeyRange) -> impl Iterator<Item = (&Key, &Versioned)> {
        let bounds = (Bound::Included(&range.start), Bound::Excluded(&range.end));
        self.values.range::<Key, _>(bounds).take(range.limit)
    }

    fn holds(&self, check: &Check) -> bool {
        match check {
            Check::Key { key, revision } => self.values.get(key).map(|stored| stored.revision) == *revision,
            Check::Range { range, entries } => self
                .within(range)
                .map(|(key, stored)| (key, stored.revision))
                .eq(entries.iter().map(|(key, revision)| (key, *revision))),
        }
    }

    fn apply(&mut self, write: Write) {
        let revision = Revision(self.revision);
        let (key, value) = match write {
            Write::Put(key, value) | Write::InsertUnique(key, value) => (key, value),
            Write::Delete(key) => {
                self.values.remove(&key);
                return;
            }
            Write::Increment(key, by) => {
                let sum = self.values.get(&key).map_or(0, |stored| counted(&stored.value)) + by;
                (key, sum.to_be_bytes().to_vec())
            }
            Write::NextNumber(key, number) => {
                let used = self.values.get(&key).map_or(0, |stored| counted(&stored.value));
                let used = used.max(i64::try_from(number).unwrap_or(i64::MAX));
                (key, used.to_be_bytes().to_vec())
            }
        };
        self.values.insert(key, Versioned { revision, value });
    }
}

/// The number in a stored counter; 0 where the bytes are none.
fn counted(value: &[u8]) -> i64 {
    value.try_into().map_or(0, i64::from_be_bytes)
}
