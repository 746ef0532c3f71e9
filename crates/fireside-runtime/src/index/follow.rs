//! Following the store: what commits changed is brought over, many at once.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Batch, CommitError, DocumentChange, SearchError, StoreError, Versioned, Write};
use fireside_core::record::{self, Record, Searchable};
use fireside_core::{Community, CommunityId};
use thiserror::Error;
use tracing::warn;

use super::{Touched, Unindexed, Waiting};
use crate::pages::Pages;
use crate::shared::Shared;

/// How long the index rests between two flushes.
const REST: Duration = Duration::from_millis(100);
/// The longest wait before an index that can't be written is tried again.
const RETRY_MAX: Duration = Duration::from_mins(1);
/// How many rows are read at a time.
const PAGE: usize = 256;

/// The index can't be brought to where the store is.
#[derive(Debug, Error)]
pub(super) enum Behind {
    #[error(transparent)]
    Search(#[from] SearchError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<CommitError> for Behind {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Store(error) => Self::Store(error),
            error => Self::Store(StoreError::Unavailable { what: error.to_string() }),
        }
    }
}

impl Shared {
    /// Finds out what the index lacks: all of a part, or what an earlier run
    /// committed last.
    pub(crate) async fn load_index(&self) -> Result<(), StoreError> {
        if self.engine.searchable().is_empty() {
            return Ok(());
        }
        for community in self.claims.all() {
            if !(self.is_made(community).await? && self.load_unindexed(community).await?) {
                self.index.state.lock().unmade.insert(community.id.clone());
            }
        }
        Ok(())
    }

    /// `false`: a row can't be read, and nobody knows what it is about.
    async fn load_unindexed(&self, community: &Community) -> Result<bool, StoreError> {
        let range = KeyRange::collection(&community.id, Unindexed::COLLECTION, PAGE);
        let mut pages = Pages::of(&*self.store, range);
        while let Some(page) = pages.next().await? {
            for (row, stored) in page {
                match record::decode::<Unindexed>(&stored.value) {
                    Ok(unindexed) => {
                        self.index.touched(Touched { community: community.id.clone(), row, unindexed });
                    }
                    Err(error) => {
                        warn!(%error, "what the index lacks can't be read; it is made anew");
                        return Ok(false);
                    }
                }
            }
        }
        Ok(true)
    }

    /// Lets the rows go of what is about to be read with everything else.
    pub(super) async fn drop_unindexed(&self, community: &Community) -> Result<(), Behind> {
        let range = KeyRange::collection(&community.id, Unindexed::COLLECTION, PAGE);
        let mut pages = Pages::of(&*self.store, range);
        while let Some(page) = pages.next().await? {
            let writes = page.into_iter().map(|(row, _)| Write::Delete(row)).collect();
            self.store.commit(Batch { writes, lazy: true, ..Batch::default() }).await?;
        }
        Ok(())
    }

    /// Keeps the index behind the store until the runtime stops.
    pub(crate) async fn keep_index(self: Arc<Self>) {
        let stopping = self.stopping.clone();
        // What is left undone is in the store's rows, and done with the next start.
        stopping.run_until_cancelled(self.follow()).await;
    }

    async fn follow(&self) {
        let mut wait = REST;
        loop {
            match self.catch_up().await {
                Ok(()) => wait = REST,
                Err(Behind::Store(error)) => return self.store_failed(&error.to_string()),
                Err(Behind::Search(error)) => {
                    warn!(%error, "the search index is behind; it is tried again");
                    wait = (wait * 2).min(RETRY_MAX);
                }
            }
            tokio::time::sleep(wait).await;
            if self.index.is_idle() {
                self.index.changed.notified().await;
            }
        }
    }

    async fn catch_up(&self) -> Result<(), Behind> {
        self.make_unmade().await?;
        self.bring_over().await
    }

    /// Brings over what waits.
    pub(super) async fn bring_over(&self) -> Result<(), Behind> {
        let waiting = self.index.take();
        if waiting.rows.is_empty() {
            self.index.brought_over(None);
            return Ok(());
        }
        let done = self.bring(&waiting).await;
        self.index.brought_over(done.is_err().then_some(waiting));
        done
    }

    async fn bring(&self, waiting: &Waiting) -> Result<(), Behind> {
        let keys: Vec<Key> = waiting.records.keys().cloned().collect();
        let found = self.store.get(&keys).await?;
        for ((key, (community, collection)), stored) in waiting.records.iter().zip(found) {
            let Some(searchable) = self.engine.searchable().iter().find(|one| one.collection == collection)
            else {
                continue;
            };
            self.index.search.apply(community, vec![changed(searchable, key.clone(), stored)])?;
        }
        self.index.search.flush().await?;
        let writes = waiting.rows.iter().cloned().map(Write::Delete).collect();
        self.store.commit(Batch { writes, lazy: true, ..Batch::default() }).await?;
        Ok(())
    }

    /// A page of records as they are, told to the index.
    pub(super) fn tell_index(
        &self,
        community: &CommunityId,
        searchable: &Searchable,
        page: Vec<(Key, Versioned)>,
    ) -> Result<(), SearchError> {
        let changes = page.into_iter().map(|(key, stored)| changed(searchable, key, Some(stored)));
        self.index.search.apply(community, changes.collect())
    }
}

/// What a record is to the index. One that can't be read can't be found.
fn changed(searchable: &Searchable, key: Key, stored: Option<Versioned>) -> DocumentChange {
    let document = stored.and_then(|stored| match (searchable.document)(&stored.value) {
        Ok(document) => document,
        Err(error) => {
            warn!(%error, "a record can't be searched for");
            None
        }
    });
    DocumentChange { collection: searchable.collection.to_owned(), key, document }
}
