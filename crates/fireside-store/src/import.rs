//! The import of an export into a store that is empty.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use fireside_core::key::Key;
use fireside_core::ports::{Batch, CommitError, StoreError, Write};
use thiserror::Error;

use crate::disk::{Disk, OpenError};
use crate::export::Line;
use crate::options::SledOptions;
use crate::store::SledStore;
use crate::writer::Writer;

/// How many values are written at once.
const BATCH_LEN: usize = 256;

/// An export was not imported; the store is as empty as before.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The store holds something already.
    #[error("the store holds something already: import into a new `store.path`")]
    NotEmpty,
    /// A line is not one of an export's.
    #[error("line {line} is not a line of an export")]
    NotALine {
        /// Its number, from 1.
        line: u64,
    },
    /// The trailer is missing, or isn't that of these lines.
    #[error("the export is cut short or was changed: its trailer does not match")]
    Trailer,
    /// The export can't be read.
    #[error("the export can't be read")]
    Read(#[from] io::Error),
    /// The store can't be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A value can't be written.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The store can't be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl SledStore {
    /// Fills an empty store from an export, and closes it. Says how many values
    /// were read. A store whose import is cut short is refused when it is opened.
    ///
    /// # Errors
    /// When the store is in use or not empty, or `from` is not a whole export.
    pub fn import(options: &SledOptions, from: &mut impl Read) -> Result<u64, ImportError> {
        let disk = Disk::open(options)?;
        if !disk.rows.is_empty() {
            return Err(ImportError::NotEmpty);
        }
        let mut writer = Writer::new(Arc::clone(&disk.rows), disk.flush(options)?)?;
        disk.set_importing(true)?;
        writer.flush()?;
        let values = fill(&mut writer, from);
        if values.is_err() {
            disk.rows.clear()?;
        }
        writer.flush()?;
        disk.set_importing(false)?;
        writer.flush()?;
        values
    }
}

fn fill(writer: &mut Writer, from: &mut impl Read) -> Result<u64, ImportError> {
    let mut from = BufReader::new(from);
    let mut checksum = crc32fast::Hasher::new();
    let (mut bytes, mut values, mut batch) = (Vec::new(), 0, Vec::new());
    while from.read_until(b'\n', &mut bytes)? > 0 {
        let line = values + 1;
        match serde_json::from_slice(&bytes).map_err(|_| ImportError::NotALine { line })? {
            Line::Trailer { values: told, crc32 } => {
                let is_last = from.fill_buf()?.is_empty();
                if !is_last || told != values || crc32 != checksum.finalize() {
                    return Err(ImportError::Trailer);
                }
                put(writer, &mut batch)?;
                return Ok(values);
            }
            Line::Value { key, value } => {
                let pair = from_hex(&key).zip(from_hex(&value));
                let (key, value) = pair.ok_or(ImportError::NotALine { line })?;
                batch.push(Write::Put(Key::from_bytes(key), value));
            }
        }
        if batch.len() == BATCH_LEN {
            put(writer, &mut batch)?;
        }
        checksum.update(&bytes);
        bytes.clear();
        values += 1;
    }
    Err(ImportError::Trailer)
}

fn put(writer: &mut Writer, values: &mut Vec<Write>) -> Result<(), CommitError> {
    writer.stage(Batch { writes: std::mem::take(values), ..Batch::default() })?;
    Ok(writer.apply()?)
}

fn from_hex(digits: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let bytes = pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?));
    if rest.is_empty() { bytes.collect() } else { None }
}
