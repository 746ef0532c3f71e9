//! The store port: bytes under ordered keys, committed in atomic batches.

use std::fmt;

use async_trait::async_trait;
use thiserror::Error;

use super::search::{Hits, Query, SearchError};
use crate::ids::CommunityId;
use crate::key::{Key, KeyRange};
use crate::place::Place;
use crate::talk::Heard;

/// Counts the changes of a store; every written value carries the one that wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Revision(pub u64);

/// A stored value and the revision that wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned {
    /// The revision that wrote it.
    pub revision: Revision,
    /// The value.
    pub value: Vec<u8>,
}

/// What must still be so when a batch is committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// The key holds what was read: that revision, or nothing.
    Key {
        /// The key.
        key: Key,
        /// What was read.
        revision: Option<Revision>,
    },
    /// The range holds the keys and revisions that were read.
    Range {
        /// The range.
        range: KeyRange,
        /// What was read.
        entries: Vec<(Key, Revision)>,
    },
}

/// A change of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// Puts a value under a key.
    Put(Key, Vec<u8>),
    /// Removes what is under a key.
    Delete(Key),
    /// Adds to the number under a key (eight bytes, big-endian, signed; absent is 0).
    Increment(Key, i64),
    /// Puts a value under a key that must hold nothing yet.
    InsertUnique(Key, Vec<u8>),
    /// Marks a number that [`Store::next_number`] gave as used, for good.
    NextNumber(Key, u64),
}

impl Write {
    /// The key it changes.
    pub fn key(&self) -> &Key {
        match self {
            Self::Put(key, _)
            | Self::Delete(key)
            | Self::Increment(key, _)
            | Self::InsertUnique(key, _)
            | Self::NextNumber(key, _) => key,
        }
    }
}

/// Changes that are made together or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Batch {
    /// What must still be so.
    pub checks: Vec<Check>,
    /// What changes.
    pub writes: Vec<Write>,
    /// It need not outlive a crash on its own: [`Store::commit`] may return
    /// before it is on disk, and whatever is committed later brings it there.
    pub lazy: bool,
}

/// Where state is kept.
///
/// An implementation MUST apply a batch whole or not at all, MUST check all of
/// a batch's checks against what every earlier commit left, MUST NOT return
/// from a commit that is not lazy before it is durable, and MUST give a key
/// that is written again a new revision. It MAY put many batches into one
/// flush, and never a part of one.
#[async_trait]
pub trait Store: Send + Sync + fmt::Debug {
    /// Reads without waiting, where the store can; `None` where it can't.
    fn at_once(&self) -> Option<&dyn Source> {
        None
    }

    /// Reads keys, in their order.
    ///
    /// # Errors
    /// When the store can't be read.
    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<Versioned>>, StoreError>;

    /// Reads a range, in the order of its keys.
    ///
    /// # Errors
    /// When the store can't be read.
    async fn range(&self, range: &KeyRange) -> Result<Vec<(Key, Versioned)>, StoreError>;

    /// Gives a number nobody else is given, from 1, under `key`. A number
    /// whose [`Write::NextNumber`] is never committed may leave a gap until the
    /// store is opened again.
    ///
    /// # Errors
    /// When the store can't be read.
    async fn next_number(&self, key: &Key) -> Result<u64, StoreError>;

    /// Commits a batch.
    ///
    /// # Errors
    /// When a check fails, a unique key is taken, or the store can't be written.
    async fn commit(&self, batch: Batch) -> Result<(), CommitError>;
}

/// Reads that a turn makes while it decides: nothing here waits.
pub trait Source {
    /// What is under a key.
    ///
    /// # Errors
    /// [`SourceError::NotLoaded`] when it has to be fetched first.
    fn get(&self, key: &Key) -> Result<Option<Versioned>, SourceError>;

    /// What is in a range, in the order of its keys.
    ///
    /// # Errors
    /// [`SourceError::NotLoaded`] when it has to be fetched first.
    fn range(&self, range: &KeyRange) -> Result<Vec<(Key, Versioned)>, SourceError>;

    /// What was said in a place lately, the newest last; nothing where nobody
    /// remembers it.
    fn heard(&self, place: &Place) -> Vec<Heard> {
        let _ = place;
        Vec::new()
    }

    /// What a community's customer said to the bot in a private place lately,
    /// the newest last; nothing where nobody remembers it.
    fn heard_in_private(&self, community: &CommunityId, place: &Place) -> Vec<Heard> {
        let _ = (community, place);
        Vec::new()
    }

    /// Where a place is by now, on a platform that gave it another address than
    /// it is known by here.
    fn address(&self, place: &Place) -> Place {
        place.clone()
    }

    /// The number that was drawn for this turn under `key`.
    ///
    /// # Errors
    /// [`SourceError::NotLoaded`] when none has been drawn yet.
    fn number(&self, key: &Key) -> Result<u64, SourceError> {
        let _ = key;
        Err(SourceError::NotLoaded)
    }

    /// What an index finds in a community's collection. It may be behind the
    /// store by a moment, and holds nothing where there is no index.
    ///
    /// # Errors
    /// When the index can't be read.
    fn find(&self, community: &CommunityId, collection: &str, query: &Query) -> Result<Hits, SourceError> {
        let _ = (community, collection, query);
        Ok(Hits::default())
    }
}

/// A read that can't be answered at once.
#[derive(Debug, Error)]
pub enum SourceError {
    /// It has to be fetched first.
    #[error("not loaded yet")]
    NotLoaded,
    /// The store can't be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index can't be read.
    #[error(transparent)]
    Search(#[from] SearchError),
}

/// The store can't be read or written.
#[derive(Debug, Clone, Error)]
pub enum StoreError {
    /// Stored bytes are not what was written.
    #[error("the store is damaged: {what}; restore it from an export")]
    Damaged {
        /// What was found.
        what: String,
    },
    /// The disk or the server refuses.
    #[error("the store can't be reached: {what}")]
    Unavailable {
        /// What it said.
        what: String,
    },
}

/// A batch was not committed; nothing of it took effect.
#[derive(Debug, Error)]
pub enum CommitError {
    /// Something that was read has changed since: decide again.
    #[error("what was read has changed")]
    Conflict,
    /// A unique key is taken: somebody did this before.
    #[error("{key:?} is taken")]
    Taken {
        /// The key.
        key: Key,
    },
    /// The store can't be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}
