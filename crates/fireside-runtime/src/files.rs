//! Files on their way to a platform: each is read by the adapter of the platform
//! that keeps it, or out of the store, where the bot made it.

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use fireside_core::FileRef;
use fireside_core::ports::{ByteStream, FileError, FileStream, Files, Store, StoreError};
use fireside_core::stored_file::{self, StoredFile};
use futures_util::stream;

use crate::shared::Shared;

#[async_trait]
impl Files for Shared {
    async fn open(&self, file: &FileRef) -> Result<FileStream, FileError> {
        if let Some(stored) = StoredFile::of(file) {
            return Ok(open(Arc::clone(&self.store), stored));
        }
        match self.adapters.get(&file.platform) {
            Some(adapter) => adapter.open_file(&file.id).await,
            None => Err(FileError::Gone { why: format!("no adapter for {}", file.platform) }),
        }
    }
}

/// A file out of the store, read part by part.
fn open(store: Arc<dyn Store>, file: StoredFile) -> FileStream {
    let size_bytes = Some(file.size_bytes);
    let reading = Reading { left_bytes: file.size_bytes, store, file, index: 0 };
    let bytes: ByteStream = Box::pin(stream::try_unfold(reading, |mut reading| async move {
        let part = reading.next().await?;
        Ok(part.map(|part| (part, reading)))
    }));
    FileStream { size_bytes, bytes }
}

/// What is left of a file.
struct Reading {
    store: Arc<dyn Store>,
    file: StoredFile,
    index: u64,
    left_bytes: u64,
}

impl Reading {
    async fn next(&mut self) -> Result<Option<Bytes>, FileError> {
        if self.left_bytes == 0 {
            return Ok(None);
        }
        let found = self.store.get(&[self.file.part_key(self.index)]).await.map_err(unread)?;
        let part = found.into_iter().next().flatten();
        let part = part.as_ref().and_then(|kept| stored_file::decode(&kept.value));
        let part =
            part.ok_or_else(|| FileError::Gone { why: format!("part {} is not there", self.index) })?;
        self.index += 1;
        self.left_bytes = self.left_bytes.saturating_sub(part.len() as u64);
        Ok(Some(Bytes::copy_from_slice(part)))
    }
}

fn unread(error: StoreError) -> FileError {
    match error {
        StoreError::Damaged { what } => FileError::Gone { why: what },
        StoreError::Unavailable { what } => FileError::Later { why: what },
    }
}

#[cfg(test)]
mod tests {
    use fireside_core::memory::MemoryStore;
    use fireside_core::ports::{Batch, Write};
    use futures_util::TryStreamExt;

    use super::*;

    fn file(size_bytes: u64) -> StoredFile {
        StoredFile { community: "acme".into(), file: "items.csv".to_owned(), size_bytes }
    }

    /// A store in which the parts are kept; the version stands before each.
    async fn keeping(parts: &[&[u8]]) -> Arc<dyn Store> {
        let store: Arc<dyn Store> = Arc::new(MemoryStore::default());
        let keys = (0_u64..).map(|index| file(0).part_key(index));
        let writes = keys.zip(parts).map(|(key, part)| Write::Put(key, [&[0, 1], *part].concat()));
        let batch = Batch { writes: writes.collect(), ..Batch::default() };
        store.commit(batch).await.expect("it is kept");
        store
    }

    #[tokio::test]
    async fn a_file_is_read_part_by_part() {
        let opened = open(keeping(&[b"ab", b"", b"cde"]).await, file(5));
        assert_eq!(opened.size_bytes, Some(5));
        let parts: Vec<Bytes> = opened.bytes.try_collect().await.expect("it is whole");
        assert_eq!(parts, ["ab", "", "cde"]);
    }

    #[tokio::test]
    async fn a_file_without_one_of_its_parts_is_gone() {
        let opened = open(keeping(&[b"ab"]).await, file(3));
        let read: Result<Vec<Bytes>, _> = opened.bytes.try_collect().await;
        assert!(matches!(read, Err(FileError::Gone { .. })), "{read:?}");
    }
}
