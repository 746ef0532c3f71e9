//! The search index, kept behind the store.
//!
//! A commit that changes searchable records says so in a row of its own batch.
//! One task reads the records that were named, as they are by then, tells the
//! index, flushes it, and lets the rows go: whatever a crash leaves undone is in
//! the rows that are left, and no reading is ever older than what the index has.
//! Where the index was not made from this store, the same task makes it anew.

mod follow;
mod origin;
mod rebuild;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fireside_core::key::Key;
use fireside_core::ports::{DocumentChange, Hits, Query, Search, Write};
use fireside_core::record::{self, Record, RecordError};
use fireside_core::{CommunityId, EventId};
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;
use tracing::warn;

/// How many records wait for an index that can't be written, before it is
/// made anew instead.
const WAITING_MAX: usize = 100_000;

/// How far the making of an index is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// How many records it holds again.
    pub done: u64,
    /// About how many there are; at least `done`.
    pub of: u64,
}

/// Records that a commit changed and the index may not have yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Unindexed {
    /// Each with its collection.
    records: Vec<(String, Key)>,
}

impl Record for Unindexed {
    const COLLECTION: &'static str = "unindexed";
}

/// What a commit changes, with the row that says so.
#[derive(Debug)]
pub(crate) struct Touched {
    community: CommunityId,
    row: Key,
    unindexed: Unindexed,
}

impl Touched {
    /// `None`: nothing that can be searched.
    pub(crate) fn by(community: &CommunityId, event: &EventId, documents: &[DocumentChange]) -> Option<Self> {
        let records = documents.iter().map(|change| (change.collection.clone(), change.key.clone()));
        let unindexed = Unindexed { records: records.collect() };
        let row = Key::new(community, Unindexed::COLLECTION, event);
        (!documents.is_empty()).then(|| Self { community: community.clone(), row, unindexed })
    }

    pub(crate) fn write(&self) -> Result<Write, RecordError> {
        Ok(Write::Put(self.row.clone(), record::encode(&self.unindexed)?))
    }
}

/// The index, and what it does not have yet.
#[derive(Debug)]
pub(crate) struct Index {
    search: Arc<dyn Search>,
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct State {
    waiting: Waiting,
    /// Something is being brought over.
    is_busy: bool,
    /// The communities whose part is not made yet.
    unmade: BTreeSet<CommunityId>,
    /// Those of which something was let go since their making began.
    lost: BTreeSet<CommunityId>,
    progress: Progress,
}

/// What has to be brought over.
#[derive(Debug, Default)]
struct Waiting {
    /// The records, each once, with community and collection.
    records: BTreeMap<Key, (CommunityId, String)>,
    /// The rows that go when that is done.
    rows: Vec<Key>,
}

impl Index {
    pub(crate) fn new(search: Arc<dyn Search>) -> Self {
        Self { search, state: Mutex::default(), changed: Notify::new() }
    }

    /// Takes note of what a commit changed.
    pub(crate) fn touched(&self, touched: Touched) {
        let Touched { community, row, unindexed } = touched;
        let records = unindexed.records.into_iter();
        let records = records.map(|(collection, key)| (key, (community.clone(), collection)));
        self.state.lock().wait(Waiting { records: records.collect(), rows: vec![row] });
        self.changed.notify_one();
    }

    /// Whether it holds everything the store does.
    pub(crate) fn is_idle(&self) -> bool {
        let state = self.state.lock();
        state.waiting.rows.is_empty() && !state.is_busy && state.unmade.is_empty()
    }

    /// How far its making is; `None`: it is made.
    pub(crate) fn progress(&self) -> Option<Progress> {
        let state = self.state.lock();
        (!state.unmade.is_empty()).then_some(state.progress)
    }

    /// So many more records are in it again.
    fn got_on(&self, records: u64) {
        let mut state = self.state.lock();
        let done = state.progress.done + records;
        state.progress = Progress { done, of: state.progress.of.max(done) };
    }

    /// Looks something up. An index that can't be read finds nothing: what
    /// somebody says must not be lost for it.
    pub(crate) fn find(&self, community: &CommunityId, collection: &str, query: &Query) -> Hits {
        let found = self.search.find(community, collection, query);
        let is_partial = found.is_err() || self.state.lock().unmade.contains(community);
        let hits = found.unwrap_or_else(|error| {
            warn!(%error, "nothing can be looked up");
            Hits::default()
        });
        Hits { is_partial, ..hits }
    }

    /// Takes what waits; the index is busy until [`Index::brought_over`].
    fn take(&self) -> Waiting {
        let mut state = self.state.lock();
        state.is_busy = true;
        std::mem::take(&mut state.waiting)
    }

    /// What was taken is in the index; with something in `failed`, that waits again.
    fn brought_over(&self, failed: Option<Waiting>) {
        let mut state = self.state.lock();
        state.is_busy = false;
        if let Some(failed) = failed {
            state.wait(failed);
        }
    }
}

impl State {
    /// Has more wait. What is too much is let go, and its parts are made anew.
    fn wait(&mut self, more: Waiting) {
        self.waiting.records.extend(more.records);
        self.waiting.rows.extend(more.rows);
        if self.waiting.records.len().max(self.waiting.rows.len()) > WAITING_MAX {
            let Waiting { records, .. } = std::mem::take(&mut self.waiting);
            let communities: BTreeSet<_> = records.into_values().map(|(community, _)| community).collect();
            self.lost.extend(communities.iter().cloned());
            self.unmade.extend(communities);
        }
    }
}

#[cfg(test)]
mod tests {
    use fireside_core::memory::MemorySearch;

    use super::*;

    #[test]
    fn what_is_too_much_to_wait_is_made_anew() {
        let index = Index::new(Arc::new(MemorySearch::default()));
        let wait = |numbers: std::ops::Range<usize>| {
            let record =
                |number: usize| ("note".to_owned(), Key::new(&"acme".into(), "note", &number.to_string()));
            let unindexed = Unindexed { records: numbers.map(record).collect() };
            let row = Key::new(&"acme".into(), Unindexed::COLLECTION, "row");
            index.touched(Touched { community: "acme".into(), row, unindexed });
        };
        wait(0..WAITING_MAX);
        assert_eq!(index.progress(), None);
        let taken = index.take();
        wait(WAITING_MAX..WAITING_MAX + 1);
        index.brought_over(Some(taken));
        assert!(index.progress().is_some(), "all of it has to be made");
        assert!(index.take().records.is_empty());
    }

    #[test]
    fn a_row_of_what_is_not_indexed_keeps_its_shape() {
        let key = Key::new(&"acme".into(), "note", "a");
        insta::assert_json_snapshot!(Unindexed { records: vec![("note".to_owned(), key)] });
    }
}
