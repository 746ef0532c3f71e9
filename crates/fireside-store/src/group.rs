//! A group: what batches leave that are not applied yet, over the rows below.
//!
//! sled writes its log out before and after each batch, so a group is applied
//! as one; until then its batches see each other here.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;
use std::sync::Arc;

use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Check, Revision, StoreError};

use crate::envelope::{Envelope, PAYLOAD_LEN_MAX, RowKind, damaged};
use crate::rows::{ChunkList, Rows, value_key};

/// What a batch leaves under its keys: a value, or nothing.
pub(crate) type Outcome = HashMap<Key, Option<Vec<u8>>>;

#[derive(Debug)]
pub(crate) struct Group {
    rows: Arc<Rows>,
    staged: BTreeMap<Key, Staged>,
}

/// What comes under a key.
#[derive(Debug)]
struct Staged {
    revision: Revision,
    value: Option<Vec<u8>>,
    replaces: Replaced,
}

/// What the rows hold under a key.
#[derive(Debug, Clone, Copy)]
enum Replaced {
    Nothing,
    Value,
    LargeValue(ChunkList),
}

impl Group {
    pub(crate) fn new(rows: Arc<Rows>) -> Self {
        Self { rows, staged: BTreeMap::new() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.staged.is_empty()
    }

    /// Whether what was read is still so.
    pub(crate) fn holds(&self, check: &Check) -> Result<bool, StoreError> {
        match check {
            Check::Key { key, revision } => Ok(self.revision(key)? == *revision),
            Check::Range { range, entries } => {
                let found = self.revisions(range)?;
                let read = entries.iter().map(|(key, revision)| (key.as_bytes(), *revision));
                Ok(found.iter().map(|(key, revision)| (key.as_bytes(), *revision)).eq(read))
            }
        }
    }

    /// Whether there is a value under `key`.
    pub(crate) fn has(&self, key: &Key) -> Result<bool, StoreError> {
        match self.staged.get(key) {
            Some(staged) => Ok(staged.value.is_some()),
            None => Ok(self.rows.row(&value_key(key.as_bytes()))?.is_some()),
        }
    }

    /// The number under `key`; where there is none, 0.
    pub(crate) fn count(&self, key: &Key) -> Result<i64, StoreError> {
        match self.staged.get(key) {
            Some(staged) => counted(staged.value.as_deref()),
            None => counted(self.rows.value(key)?.map(|stored| stored.value).as_deref()),
        }
    }

    /// Takes in what a batch leaves: all of it, or on an error nothing.
    pub(crate) fn stage(&mut self, revision: Revision, outcome: Outcome) -> Result<(), StoreError> {
        let mut staged = Vec::with_capacity(outcome.len());
        for (key, value) in outcome {
            let replaces = match self.staged.get(&key) {
                Some(earlier) => earlier.replaces,
                None => self.replaced(&key)?,
            };
            staged.push((key, Staged { revision, value, replaces }));
        }
        self.staged.extend(staged);
        Ok(())
    }

    /// Hands over what changes the rows into what the group leaves, and empties it.
    pub(crate) fn take(&mut self) -> Result<sled::Batch, StoreError> {
        let mut batch = sled::Batch::default();
        for (ordinal, (key, staged)) in (0..).zip(std::mem::take(&mut self.staged)) {
            let row_key = value_key(key.as_bytes());
            if let Replaced::LargeValue(list) = staged.replaces {
                list.keys().for_each(|chunk_key| batch.remove(chunk_key));
            }
            match staged.value {
                Some(value) => put(&mut batch, row_key, staged.revision, ordinal, &value)?,
                None if !matches!(staged.replaces, Replaced::Nothing) => batch.remove(row_key),
                None => {}
            }
        }
        Ok(batch)
    }

    fn revision(&self, key: &Key) -> Result<Option<Revision>, StoreError> {
        match self.staged.get(key) {
            Some(staged) => Ok(staged.value.as_ref().map(|_| staged.revision)),
            None => self.rows.revision(key),
        }
    }

    /// The keys and revisions of a range.
    fn revisions(&self, range: &KeyRange) -> Result<Vec<(Key, Revision)>, StoreError> {
        if range.start >= range.end {
            return Ok(Vec::new());
        }
        let bounds = (Bound::Included(&range.start), Bound::Excluded(&range.end));
        let staged = || self.staged.range::<Key, _>(bounds);
        let deleted = staged().filter(|(_, staged)| staged.value.is_none()).count();
        let below = KeyRange { limit: range.limit.saturating_add(deleted), ..range.clone() };
        let found = self.rows.revisions(&below);
        if staged().next().is_none() {
            return found.collect();
        }
        let mut found = found.collect::<Result<BTreeMap<Key, Revision>, StoreError>>()?;
        for (key, staged) in staged() {
            match staged.value {
                Some(_) => found.insert(key.clone(), staged.revision),
                None => found.remove(key),
            };
        }
        Ok(found.into_iter().take(range.limit).collect())
    }

    fn replaced(&self, key: &Key) -> Result<Replaced, StoreError> {
        let row_key = value_key(key.as_bytes());
        let Some(row) = self.rows.row(&row_key)? else { return Ok(Replaced::Nothing) };
        let Envelope { revision, kind, payload } = Envelope::open(&row_key, &row)?;
        if kind == RowKind::ChunkList {
            return Ok(Replaced::LargeValue(ChunkList::decode(revision, payload)?));
        }
        Ok(Replaced::Value)
    }
}

/// Puts a value, in chunks when it is too large for a row.
fn put(
    batch: &mut sled::Batch,
    row_key: Vec<u8>,
    revision: Revision,
    ordinal: u32,
    value: &[u8],
) -> Result<(), StoreError> {
    if value.len() <= PAYLOAD_LEN_MAX {
        let row = Envelope::seal(&row_key, revision, RowKind::Whole, value);
        batch.insert(row_key, row);
        return Ok(());
    }
    let chunks = value.chunks(PAYLOAD_LEN_MAX);
    let count = u32::try_from(chunks.len())
        .map_err(|_| StoreError::Unavailable { what: "a value is over 16 TiB".to_owned() })?;
    let list = ChunkList { revision, ordinal, chunks: count };
    for (chunk_key, chunk) in list.keys().zip(chunks) {
        let row = Envelope::seal(&chunk_key, revision, RowKind::Chunk, chunk);
        batch.insert(chunk_key, row);
    }
    let row = Envelope::seal(&row_key, revision, RowKind::ChunkList, &list.encode());
    batch.insert(row_key, row);
    Ok(())
}

/// The number in a stored counter; an absent one is 0.
///
/// # Errors
/// When the bytes are no number.
pub(crate) fn counted(value: Option<&[u8]>) -> Result<i64, StoreError> {
    let Some(value) = value else { return Ok(0) };
    let bytes = value.try_into().map_err(|_| damaged("a counter's value is not a number"))?;
    Ok(i64::from_be_bytes(bytes))
}
