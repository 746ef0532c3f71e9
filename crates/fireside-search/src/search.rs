//! The index: what has changed waits in memory until it is flushed.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use fireside_core::CommunityId;
use fireside_core::key::Key;
use fireside_core::ports::{DocumentChange, Hits, Query, Search, SearchError};
use parking_lot::Mutex;
use tokio::task::spawn_blocking;

use crate::fields::Fields;
use crate::find::find;
use crate::folder::{self, Opened, Reader};
use crate::scope::Scope;
use crate::writer::Writer;

/// What waits to be written, the last of each key.
pub(crate) type Changes = BTreeMap<Key, (CommunityId, DocumentChange)>;

/// A [`Search`] in a folder of its own.
#[derive(Debug, Clone)]
pub struct TantivySearch {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    fields: Fields,
    reader: Reader,
    waiting: Mutex<Changes>,
    /// Held while something is written: never by what must not wait.
    writer: Mutex<Writer>,
    origins: Mutex<BTreeMap<String, String>>,
}

impl TantivySearch {
    /// Opens the index in a folder, and makes it where there is none. An index
    /// that is damaged or of another version is emptied: it then has no origin.
    ///
    /// # Errors
    /// When the folder can't be made, read or written.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, SearchError> {
        let fields = Fields::new();
        let Opened { index, reader, note } = folder::open(path.as_ref(), &fields).map_err(unusable)?;
        let origins = Mutex::new(note.origins.clone());
        let writer = Mutex::new(Writer::new(index, note));
        Ok(Self { inner: Arc::new(Inner { fields, reader, waiting: Mutex::default(), writer, origins }) })
    }

    async fn write(
        &self,
        write: impl FnOnce(&Inner) -> tantivy::Result<()> + Send + 'static,
    ) -> Result<(), SearchError> {
        let inner = Arc::clone(&self.inner);
        let written = spawn_blocking(move || write(&inner)).await;
        written.map_err(unusable)?.map_err(unusable)
    }
}

#[async_trait]
impl Search for TantivySearch {
    fn find(&self, community: &CommunityId, collection: &str, query: &Query) -> Result<Hits, SearchError> {
        let searcher = self.inner.reader.0.searcher();
        let scope = Scope::new(community, collection);
        find(&searcher, &self.inner.fields, &scope, query).map_err(unusable)
    }

    fn apply(&self, community: &CommunityId, changes: Vec<DocumentChange>) -> Result<(), SearchError> {
        let changes = changes.into_iter().map(|change| (change.key.clone(), (community.clone(), change)));
        self.inner.waiting.lock().extend(changes);
        Ok(())
    }

    async fn flush(&self) -> Result<(), SearchError> {
        self.write(Inner::flush).await
    }

    fn origin(&self, community: &CommunityId) -> Option<String> {
        self.inner.origins.lock().get(community.as_str()).cloned()
    }

    async fn reset(&self, community: &CommunityId, origin: &str) -> Result<(), SearchError> {
        let (community, origin) = (community.clone(), origin.to_owned());
        self.write(move |inner| inner.reset(&community, origin)).await
    }
}

impl Inner {
    fn flush(&self) -> tantivy::Result<()> {
        let mut writer = self.writer.lock();
        let changes = std::mem::take(&mut *self.waiting.lock());
        if changes.is_empty() {
            return Ok(());
        }
        let written = writer.write(&self.fields, &changes);
        if written.is_err() {
            let mut waiting = self.waiting.lock();
            for (key, change) in changes {
                waiting.entry(key).or_insert(change);
            }
        }
        written?;
        self.reader.0.reload()
    }

    fn reset(&self, community: &CommunityId, origin: String) -> tantivy::Result<()> {
        let mut writer = self.writer.lock();
        self.waiting.lock().retain(|_, (of, _)| of != community);
        let origins = writer.reset(&self.fields, community, origin)?;
        self.reader.0.reload()?;
        *self.origins.lock() = origins;
        Ok(())
    }
}

fn unusable(error: impl std::fmt::Display) -> SearchError {
    SearchError { what: error.to_string() }
}
