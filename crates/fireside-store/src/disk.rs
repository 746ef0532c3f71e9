//! Opening the store's folder: the lock, what a crash left, the format, and
//! whether all is there.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use fireside_core::ports::StoreError;
use thiserror::Error;

use crate::envelope::damaged;
use crate::options::{Durability, SledOptions};
use crate::rows::{Rows, unreadable};
use crate::witness::{self, Witness};
use crate::writer::Flush;

/// The format of the rows, from 1. A store of a newer one is refused.
const FORMAT: u32 = 1;
const FORMAT_ROW: &str = "format";
/// Says that an import has begun and not ended.
const IMPORTING: &str = "importing";
/// How often sled's own lock is tried, and how long apart: for a second.
const LOCK_TRIES: u32 = 200;
const LOCK_TRY_INTERVAL: Duration = Duration::from_millis(5);

/// A store can't be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// Another process, or this one, has it open.
    #[error("another fireside uses the store at {}: stop it or give another `store.path`", path.display())]
    InUse {
        /// The store's folder.
        path: PathBuf,
    },
    /// It was written by a version that is newer than this one.
    #[error(
        "the store at {} was written by a newer Fireside (format {found}, this one reads up to {known}): \
         run that version or restore an export", path.display()
    )]
    Newer {
        /// The store's folder.
        path: PathBuf,
        /// The format it is in.
        found: u32,
        /// The newest format that this version reads.
        known: u32,
    },
    /// An import into it was cut short.
    #[error("an import into the store at {} was cut short: delete the folder and import again", path.display())]
    HalfImported {
        /// The store's folder.
        path: PathBuf,
    },
    /// Its folder can't be made, locked or read.
    #[error("the store's folder {} can't be used", path.display())]
    Folder {
        /// The store's folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// What is in its folder can't be read.
    #[error("the store at {} can't be read", path.display())]
    Unreadable {
        /// The store's folder.
        path: PathBuf,
        /// What was found.
        source: StoreError,
    },
}

/// An open folder. The rows are closed before the lock is given back.
#[derive(Debug)]
pub(crate) struct Disk {
    pub(crate) rows: Arc<Rows>,
    _lock: File,
}

impl Disk {
    /// Takes the lock, opens the rows, checks their format.
    pub(crate) fn open(options: &SledOptions) -> Result<Self, OpenError> {
        let path = &options.path;
        let folder = |source| OpenError::Folder { path: path.clone(), source };
        let unreadable_at = |source| OpenError::Unreadable { path: path.clone(), source };
        fs::create_dir_all(path).map_err(folder)?;
        let locked_out = |error| match error {
            TryLockError::WouldBlock => OpenError::InUse { path: path.clone() },
            TryLockError::Error(source) => folder(source),
        };
        let lock = File::create(path.join("fireside.lock")).map_err(folder)?;
        lock.try_lock().map_err(locked_out)?;
        await_last_close(&path.join("db")).map_err(locked_out)?;
        remove_unfinished_snapshots(path).map_err(folder)?;
        let config = sled::Config::new().path(path).cache_capacity(options.cache_bytes).flush_every_ms(None);
        let rows = Rows::new(config.open().map_err(unreadable).map_err(unreadable_at)?);
        let disk = Self { rows: Arc::new(rows), _lock: lock };
        disk.check_format(path)?;
        disk.check_whole(path).map_err(unreadable_at)?;
        if options.durability == Durability::Power {
            sync_folder(path).map_err(folder)?;
        }
        Ok(disk)
    }

    /// Brings what was applied to the disk, as far as `durability` asks.
    pub(crate) fn flush(&self, options: &SledOptions) -> Result<Flush, OpenError> {
        let folder = |source| OpenError::Folder { path: options.path.clone(), source };
        let unavailable = |error: io::Error| StoreError::Unavailable { what: error.to_string() };
        let rows = Arc::clone(&self.rows);
        let mut witness = Witness::open(&options.path).map_err(folder)?;
        // sled asks the system to begin writing and doesn't wait for the disk:
        // the wait is ours, on the file that holds its log.
        let log = match options.durability {
            Durability::Power => Some(File::open(options.path.join("db")).map_err(folder)?),
            Durability::Process => None,
        };
        Ok(Box::new(move |revision| {
            rows.flush()?;
            if let Some(log) = &log {
                log.sync_data().map_err(unavailable)?;
            }
            witness.write(revision).map_err(unavailable)
        }))
    }

    /// Marks that an import has begun, or that it has ended.
    pub(crate) fn set_importing(&self, importing: bool) -> Result<(), StoreError> {
        self.rows.set_meta(IMPORTING, importing.then_some(&[]))
    }

    /// Refuses what this version can't read.
    fn check_format(&self, path: &Path) -> Result<(), OpenError> {
        let unreadable_at = |source| OpenError::Unreadable { path: path.to_owned(), source };
        let Some(row) = self.rows.meta(FORMAT_ROW).map_err(unreadable_at)? else {
            return Ok(());
        };
        let found = decode_format(&row).map_err(unreadable_at)?;
        if found > FORMAT {
            return Err(OpenError::Newer { path: path.to_owned(), found, known: FORMAT });
        }
        if self.rows.meta(IMPORTING).map_err(unreadable_at)?.is_some() {
            return Err(OpenError::HalfImported { path: path.to_owned() });
        }
        Ok(())
    }

    /// Refuses a store that lacks what it acknowledged, and gives a new one its format.
    fn check_whole(&self, path: &Path) -> Result<(), StoreError> {
        let witness = Witness::open(path).and_then(|mut witness| witness.read());
        let witness = witness.map_err(|error| StoreError::Unavailable { what: error.to_string() })?;
        let last = self.rows.last_revision()?;
        if witness.is_some_and(|flushed| last < flushed) {
            let file = witness::FILE_NAME;
            return Err(damaged(format!(
                "commits that were acknowledged are missing (to go on without them, delete its {file})"
            )));
        }
        if self.rows.meta(FORMAT_ROW)?.is_none() {
            if !self.rows.is_empty() {
                return Err(damaged("it has no format"));
            }
            self.write_format()?;
        }
        Ok(())
    }

    fn write_format(&self) -> Result<(), StoreError> {
        self.rows.set_meta(FORMAT_ROW, Some(&encode_format(FORMAT)))?;
        self.rows.flush()
    }
}

/// The format's row is the same in every format: the number, its checksum.
fn encode_format(format: u32) -> [u8; 8] {
    let checksum = crc32fast::hash(&format.to_be_bytes());
    (u64::from(format) << 32 | u64::from(checksum)).to_be_bytes()
}

fn decode_format(row: &[u8]) -> Result<u32, StoreError> {
    let format = row.first_chunk().copied().map(u32::from_be_bytes).unwrap_or_default();
    if row != encode_format(format) {
        return Err(damaged("its format can't be read"));
    }
    Ok(format)
}

/// Waits until sled has let go of a store that this process closed just now:
/// its threads hold its lock a moment longer than its handle.
fn await_last_close(log: &Path) -> Result<(), TryLockError> {
    let log = match File::open(log) {
        Ok(log) => log,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(TryLockError::Error(error)),
    };
    for _ in 1..LOCK_TRIES {
        match log.try_lock() {
            Err(TryLockError::WouldBlock) => sleep(LOCK_TRY_INTERVAL),
            locked => return locked,
        }
    }
    log.try_lock()
}

/// sled takes a snapshot that it was killed while writing for a finished one,
/// and then finds the store corrupt.
fn remove_unfinished_snapshots(path: &Path) -> io::Result<()> {
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("snap.") && name.ends_with(".generating") {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// A new file outlives a power cut only when its folder was synced too.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_of_a_newer_format_is_refused_with_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let options = SledOptions::new(folder.path());
        let disk = Disk::open(&options).unwrap();
        disk.rows.set_meta(FORMAT_ROW, Some(&encode_format(FORMAT + 1))).unwrap();
        disk.rows.flush().unwrap();
        drop(disk);
        let refused = Disk::open(&options).unwrap_err().to_string();
        let says = "was written by a newer Fireside (format 2, this one reads up to 1): \
                    run that version or restore an export";
        assert!(refused.ends_with(says), "{refused}");
    }

    #[test]
    fn a_store_whose_import_was_cut_short_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let options = SledOptions::new(folder.path());
        let disk = Disk::open(&options).unwrap();
        disk.set_importing(true).unwrap();
        disk.rows.flush().unwrap();
        drop(disk);
        assert!(matches!(Disk::open(&options), Err(OpenError::HalfImported { .. })));
    }
}
