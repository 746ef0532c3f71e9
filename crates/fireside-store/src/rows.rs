//! The rows of the one tree: which keys they are under, and how they are read.

use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Revision, StoreError, Versioned};
use sled::IVec;

use crate::envelope::{Envelope, RowKind, damaged};

/// The first byte of a row's key says what the row is.
const VALUE: u8 = b'v';
const CHUNK: u8 = b'c';
const META: u8 = b'm';
/// The row that every change of the values comes with.
const LAST_REVISION: &str = "revision";

/// The rows, as they are after the last batch: reads never see half of one.
#[derive(Debug)]
pub(crate) struct Rows {
    db: sled::Db,
    /// Held to read while a read goes on, and to write while a batch is
    /// applied: sled by itself orders single rows only.
    applying: RwLock<()>,
}

impl Rows {
    pub(crate) fn new(db: sled::Db) -> Self {
        Self { db, applying: RwLock::new(()) }
    }

    /// Reads keys, in their order.
    pub(crate) fn get(&self, keys: &[Key]) -> Result<Vec<Option<Versioned>>, StoreError> {
        let _reading = self.reading();
        keys.iter().map(|key| self.value(key)).collect()
    }

    /// Reads one key.
    pub(crate) fn get_one(&self, key: &Key) -> Result<Option<Versioned>, StoreError> {
        let _reading = self.reading();
        self.value(key)
    }

    /// Reads a range, in the order of its keys.
    pub(crate) fn range(&self, range: &KeyRange) -> Result<Vec<(Key, Versioned)>, StoreError> {
        let _reading = self.reading();
        self.heads(range)
            .map(|head| {
                let (row_key, row) = head?;
                Ok((Key::from_bytes(row_key[1..].to_vec()), self.assemble(&row_key, &row)?))
            })
            .collect()
    }

    /// Hands every value to `take`, in the order of their keys, while no batch is applied.
    pub(crate) fn for_each<E: From<StoreError>>(
        &self,
        mut take: impl FnMut(&[u8], &[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let _reading = self.reading();
        for pair in self.db.scan_prefix([VALUE]) {
            let (row_key, row) = pair.map_err(unreadable)?;
            take(&row_key[1..], &self.assemble(&row_key, &row)?.value)?;
        }
        Ok(())
    }

    /// Whether it holds no value.
    pub(crate) fn is_empty(&self) -> bool {
        self.db.scan_prefix([VALUE]).next().is_none()
    }

    /// The keys and revisions in a range, for the writer: nothing changes while it asks.
    pub(crate) fn revisions(
        &self,
        range: &KeyRange,
    ) -> impl Iterator<Item = Result<(Key, Revision), StoreError>> {
        self.heads(range).map(|head| {
            let (row_key, row) = head?;
            Ok((Key::from_bytes(row_key[1..].to_vec()), Envelope::open(&row_key, &row)?.revision))
        })
    }

    /// The revision under a key, for the writer.
    pub(crate) fn revision(&self, key: &Key) -> Result<Option<Revision>, StoreError> {
        let row_key = value_key(key.as_bytes());
        let Some(row) = self.row(&row_key)? else { return Ok(None) };
        Ok(Some(Envelope::open(&row_key, &row)?.revision))
    }

    /// The value under a key, for the writer.
    pub(crate) fn value(&self, key: &Key) -> Result<Option<Versioned>, StoreError> {
        let row_key = value_key(key.as_bytes());
        self.row(&row_key)?.map(|row| self.assemble(&row_key, &row)).transpose()
    }

    /// The row under a row key, as it is stored.
    pub(crate) fn row(&self, row_key: &[u8]) -> Result<Option<IVec>, StoreError> {
        self.db.get(row_key).map_err(unreadable)
    }

    /// Changes rows together or not at all, and with them the last revision.
    ///
    /// # Errors
    /// When the disk refuses. The rows are then in an unknown state.
    pub(crate) fn apply(&self, mut batch: sled::Batch, revision: Revision) -> Result<(), StoreError> {
        let row_key = meta_key(LAST_REVISION);
        let row = Envelope::seal(&row_key, revision, RowKind::Whole, &[]);
        batch.insert(row_key, row);
        let _applying = self.applying.write().unwrap_or_else(PoisonError::into_inner);
        self.db.apply_batch(batch).map_err(unwritable)
    }

    /// The revision of what was applied last; 0 in a new store.
    pub(crate) fn last_revision(&self) -> Result<Revision, StoreError> {
        let row_key = meta_key(LAST_REVISION);
        let Some(row) = self.row(&row_key)? else { return Ok(Revision(0)) };
        Ok(Envelope::open(&row_key, &row)?.revision)
    }

    /// Puts something that the store keeps about itself, or removes it.
    pub(crate) fn set_meta(&self, name: &str, row: Option<&[u8]>) -> Result<(), StoreError> {
        let changed = match row {
            Some(row) => self.db.insert(meta_key(name), row),
            None => self.db.remove(meta_key(name)),
        };
        changed.map(drop).map_err(unwritable)
    }

    /// Something that the store keeps about itself, as it is stored.
    pub(crate) fn meta(&self, name: &str) -> Result<Option<IVec>, StoreError> {
        self.row(&meta_key(name))
    }

    /// Hands what was applied to the system, and to the disk it is a request.
    pub(crate) fn flush(&self) -> Result<(), StoreError> {
        self.db.flush().map(drop).map_err(unwritable)
    }

    /// Removes every value.
    pub(crate) fn clear(&self) -> Result<(), StoreError> {
        for space in [VALUE, CHUNK] {
            for row_key in self.db.scan_prefix([space]).keys() {
                self.db.remove(row_key.map_err(unreadable)?).map_err(unwritable)?;
            }
        }
        Ok(())
    }

    #[cfg(test)]
    pub(crate) fn chunk_rows(&self) -> usize {
        self.db.scan_prefix([CHUNK]).count()
    }

    fn reading(&self) -> RwLockReadGuard<'_, ()> {
        self.applying.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn heads(&self, range: &KeyRange) -> impl Iterator<Item = Result<(IVec, IVec), StoreError>> {
        let (start, end) = (value_key(range.start.as_bytes()), value_key(range.end.as_bytes()));
        self.db.range(start..end).take(range.limit).map(|pair| pair.map_err(unreadable))
    }

    fn assemble(&self, row_key: &[u8], row: &[u8]) -> Result<Versioned, StoreError> {
        let Envelope { revision, kind, payload } = Envelope::open(row_key, row)?;
        let value = match kind {
            RowKind::Whole => payload.to_vec(),
            RowKind::ChunkList => self.joined(&ChunkList::decode(revision, payload)?)?,
            RowKind::Chunk => return Err(damaged("a chunk is in a value's place")),
        };
        Ok(Versioned { revision, value })
    }

    fn joined(&self, list: &ChunkList) -> Result<Vec<u8>, StoreError> {
        let mut value = Vec::new();
        for chunk_key in list.keys() {
            let Some(row) = self.row(&chunk_key)? else {
                return Err(damaged("a chunk of a large value is missing"));
            };
            value.extend(Envelope::open(&chunk_key, &row)?.payload);
        }
        Ok(value)
    }
}

/// Where the chunks of a large value are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ChunkList {
    /// The revision that wrote it, and
    pub(crate) revision: Revision,
    /// which of that revision's values it is: together they name it.
    pub(crate) ordinal: u32,
    /// How many chunks it has.
    pub(crate) chunks: u32,
}

impl ChunkList {
    pub(crate) fn encode(self) -> [u8; 8] {
        let (ordinal, chunks) = (u64::from(self.ordinal), u64::from(self.chunks));
        (ordinal << 32 | chunks).to_be_bytes()
    }

    /// Reads the list of the value that `revision` wrote.
    pub(crate) fn decode(revision: Revision, payload: &[u8]) -> Result<Self, StoreError> {
        let Some((ordinal, chunks)) = payload.split_first_chunk::<4>() else {
            return Err(damaged("a chunk list is cut short"));
        };
        let Ok(chunks) = <[u8; 4]>::try_from(chunks) else {
            return Err(damaged("a chunk list is of another length"));
        };
        let (ordinal, chunks) = (u32::from_be_bytes(*ordinal), u32::from_be_bytes(chunks));
        Ok(Self { revision, ordinal, chunks })
    }

    /// The row keys of its chunks, in order.
    pub(crate) fn keys(self) -> impl Iterator<Item = Vec<u8>> {
        (0..self.chunks).map(move |chunk| {
            let mut key = vec![CHUNK];
            key.extend(self.revision.0.to_be_bytes());
            key.extend(self.ordinal.to_be_bytes());
            key.extend(chunk.to_be_bytes());
            key
        })
    }
}

/// The row key of a value.
pub(crate) fn value_key(key: &[u8]) -> Vec<u8> {
    let mut row_key = Vec::with_capacity(key.len() + 1);
    row_key.push(VALUE);
    row_key.extend(key);
    row_key
}

fn meta_key(name: &str) -> Vec<u8> {
    let mut row_key = vec![META];
    row_key.extend(name.as_bytes());
    row_key
}

/// What sled says when it can't be read.
pub(crate) fn unreadable(error: sled::Error) -> StoreError {
    match error {
        sled::Error::Corruption { .. } => damaged(error.to_string()),
        other => StoreError::Unavailable { what: other.to_string() },
    }
}

/// What sled says when it can't be written: nothing more is written to it then.
fn unwritable(error: sled::Error) -> StoreError {
    StoreError::Unavailable { what: error.to_string() }
}
