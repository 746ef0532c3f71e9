//! The witness: how far the store was flushed, told outside of sled's log.
//!
//! Where a byte of its log has changed, sled takes the log to end there and
//! opens an older state without a word. The witness makes that a refusal.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::Path;

use fireside_core::ports::Revision;

/// The file's name in the store's folder.
pub(crate) const FILE_NAME: &str = "fireside.flushed";

/// The file that holds the last revision that was flushed, and its checksum.
#[derive(Debug)]
pub(crate) struct Witness {
    file: File,
}

impl Witness {
    pub(crate) fn open(folder: &Path) -> io::Result<Self> {
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(false);
        Ok(Self { file: options.open(folder.join(FILE_NAME))? })
    }

    /// The last revision that was flushed. `None`: it was never told, or not
    /// as it was written, and nothing can be said then.
    pub(crate) fn read(&mut self) -> io::Result<Option<Revision>> {
        let mut bytes = Vec::new();
        self.file.rewind()?;
        self.file.read_to_end(&mut bytes)?;
        let revision = bytes.first_chunk().copied().map(u64::from_be_bytes).map(Revision);
        let revision = revision.filter(|revision| bytes == sealed(*revision));
        if revision.is_none() && !bytes.is_empty() {
            tracing::warn!("the store's {FILE_NAME} can't be read; what is missing would not be noticed");
        }
        Ok(revision)
    }

    /// Tells that everything up to `revision` is flushed. It needs no sync of
    /// its own: an older witness vouches for less, and for nothing wrong.
    pub(crate) fn write(&mut self, revision: Revision) -> io::Result<()> {
        self.file.rewind()?;
        self.file.write_all(&sealed(revision))
    }
}

fn sealed(revision: Revision) -> [u8; 12] {
    let mut bytes = [0; 12];
    let number = revision.0.to_be_bytes();
    bytes[..8].copy_from_slice(&number);
    bytes[8..].copy_from_slice(&crc32fast::hash(&number).to_be_bytes());
    bytes
}
