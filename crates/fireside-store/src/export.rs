//! The export: every value as a line of JSON, and a trailer that seals them.

use std::fmt::Write as _;
use std::io::{self, Write};

use fireside_core::ports::StoreError;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::store::SledStore;

/// One line of an export.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Line {
    /// A value and its key, in hexadecimal digits.
    Value { key: String, value: String },
    /// The end: how many values there are, and the checksum of their lines.
    Trailer { values: u64, crc32: u32 },
}

/// An export was not written to its end.
#[derive(Debug, Error)]
pub enum ExportError {
    /// What it is written to refuses.
    #[error("the export can't be written")]
    Write(#[from] io::Error),
    /// The store can't be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl SledStore {
    /// Writes everything as it is at one moment; commits wait meanwhile. Says
    /// how many values were written.
    ///
    /// # Errors
    /// When `to` refuses or the store can't be read.
    pub fn export(&self, to: &mut impl Write) -> Result<u64, ExportError> {
        let mut checksum = crc32fast::Hasher::new();
        let mut values = 0;
        self.rows()?.for_each::<ExportError>(|key, value| {
            let line = line_of(&Line::Value { key: to_hex(key), value: to_hex(value) })?;
            checksum.update(&line);
            values += 1;
            Ok(to.write_all(&line)?)
        })?;
        to.write_all(&line_of(&Line::Trailer { values, crc32: checksum.finalize() })?)?;
        to.flush()?;
        Ok(values)
    }
}

fn line_of(line: &Line) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(line)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
