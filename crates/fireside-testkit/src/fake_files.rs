//! Files of an invented platform: a test says what is in them.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use bytes::Bytes;
use fireside_core::ports::{FileError, FileStream, Files};
use fireside_core::{Attachment, FileKind, FileRef, StoredFile};
use futures_util::stream;

/// The platform whose files they are.
pub const ELSEWHERE: &str = "elsewhere";
/// How much of a file comes in one piece.
const PIECE_LEN: usize = 64 * 1024;

/// Files that a test made up.
#[derive(Debug, Default)]
pub struct FakeFiles {
    contents: Mutex<BTreeMap<String, Result<Contents, FileError>>>,
}

#[derive(Debug, Clone)]
struct Contents {
    bytes: Bytes,
    /// What comes instead of the second half.
    breaks_off: Option<FileError>,
}

impl FakeFiles {
    /// A file with these bytes, as it came with a message.
    pub fn put(&self, kind: FileKind, name: &str, bytes: impl Into<Bytes>) -> Attachment {
        let bytes = bytes.into();
        let size_bytes = Some(bytes.len() as u64);
        self.lock().insert(name.to_owned(), Ok(Contents { bytes, breaks_off: None }));
        Attachment { name: Some(name.to_owned()), size_bytes, ..Attachment::new(kind, ELSEWHERE, name) }
    }

    /// A file that the bot made, and the store keeps.
    pub fn put_stored(&self, kind: FileKind, name: &str, bytes: impl Into<Bytes>) -> Attachment {
        let bytes = bytes.into();
        let size_bytes = bytes.len() as u64;
        let stored = StoredFile { community: "acme".into(), file: name.to_owned(), size_bytes };
        let attachment = Attachment { file: stored.to_ref(), ..self.put(kind, name, bytes.clone()) };
        let id = attachment.file.id.as_str().to_owned();
        self.lock().insert(id, Ok(Contents { bytes, breaks_off: None }));
        attachment
    }

    /// A file of which the first half can be read, and the second not.
    pub fn put_cut(
        &self,
        kind: FileKind,
        name: &str,
        half: impl Into<Bytes>,
        error: FileError,
    ) -> Attachment {
        let bytes = half.into();
        let size_bytes = Some(bytes.len() as u64 * 2);
        self.lock().insert(name.to_owned(), Ok(Contents { bytes, breaks_off: Some(error) }));
        Attachment { name: Some(name.to_owned()), size_bytes, ..Attachment::new(kind, ELSEWHERE, name) }
    }

    /// A file that can't be read.
    pub fn put_unreadable(&self, kind: FileKind, name: &str, error: FileError) -> Attachment {
        self.lock().insert(name.to_owned(), Err(error));
        Attachment { name: Some(name.to_owned()), ..Attachment::new(kind, ELSEWHERE, name) }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Result<Contents, FileError>>> {
        self.contents.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Files for FakeFiles {
    async fn open(&self, file: &FileRef) -> Result<FileStream, FileError> {
        let found = self.lock().get(file.id.as_str()).cloned();
        let gone = || Err(FileError::Gone { why: format!("nobody knows a file {}", file.id) });
        let Contents { bytes, breaks_off } = found.unwrap_or_else(gone)?;
        let halves = if breaks_off.is_some() { 2 } else { 1 };
        let size_bytes = Some(bytes.len() as u64 * halves);
        let starts = (0..bytes.len()).step_by(PIECE_LEN);
        let pieces = starts.map(|start| Ok(bytes.slice(start..bytes.len().min(start + PIECE_LEN))));
        let pieces: Vec<_> = pieces.chain(breaks_off.map(Err)).collect();
        Ok(FileStream { size_bytes, bytes: Box::pin(stream::iter(pieces)) })
    }
}
