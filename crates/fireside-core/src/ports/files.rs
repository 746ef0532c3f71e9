//! The files port: bytes on their way from one platform to another.

use std::pin::Pin;

use async_trait::async_trait;
use bytes::Bytes;
use futures_core::Stream;
use thiserror::Error;

use crate::file::FileRef;

/// The bytes of a file, piece by piece. Nobody holds more than a piece.
pub type ByteStream = Pin<Box<dyn Stream<Item = Result<Bytes, FileError>> + Send>>;

/// A file that is being read.
pub struct FileStream {
    /// How long it is in bytes, where the platform says.
    pub size_bytes: Option<u64>,
    /// Its bytes.
    pub bytes: ByteStream,
}

impl std::fmt::Debug for FileStream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FileStream").field("size_bytes", &self.size_bytes).finish_non_exhaustive()
    }
}

/// Where an adapter that is to upload a file gets its bytes, whichever platform keeps it.
#[async_trait]
pub trait Files: Send + Sync {
    /// Begins to read `file`.
    ///
    /// # Errors
    /// Why it can't be read.
    async fn open(&self, file: &FileRef) -> Result<FileStream, FileError>;
}

/// A file can't be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FileError {
    /// The platform gives out no file as long as this one.
    #[error("it is longer than the {bytes_max} bytes that can be read")]
    TooLong {
        /// The longest that can be read.
        bytes_max: u64,
    },
    /// It is not there any more, or nobody knows it.
    #[error("it is gone: {why}")]
    Gone {
        /// What the platform said.
        why: String,
    },
    /// It may be read later.
    #[error("it can't be read now: {why}")]
    Later {
        /// What happened.
        why: String,
    },
}
