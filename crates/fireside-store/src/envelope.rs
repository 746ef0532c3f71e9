//! What a row's bytes are: a checksum, the revision, the row's kind, the payload.

use fireside_core::ports::{Revision, StoreError};

/// The most bytes of a row. sled keeps up to 17 rows in a page, and a page over
/// about 128 KiB goes to a file that it never syncs.
pub(crate) const ROW_LEN_MAX: usize = 4096;
/// The most bytes of a payload.
pub(crate) const PAYLOAD_LEN_MAX: usize = ROW_LEN_MAX - HEADER_LEN;
const HEADER_LEN: usize = CHECKSUM_LEN + 8 + 1;
const CHECKSUM_LEN: usize = 4;

/// What a row's payload is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// A value.
    Whole,
    /// Where a larger value's chunks are.
    ChunkList,
    /// A part of a larger value.
    Chunk,
}

impl RowKind {
    const ALL: [Self; 3] = [Self::Whole, Self::ChunkList, Self::Chunk];
}

/// A row's bytes, read and found to be what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Envelope<'a> {
    pub(crate) revision: Revision,
    pub(crate) kind: RowKind,
    pub(crate) payload: &'a [u8],
}

impl<'a> Envelope<'a> {
    /// The bytes of a row under `key`.
    pub(crate) fn seal(key: &[u8], revision: Revision, kind: RowKind, payload: &[u8]) -> Vec<u8> {
        let mut row = Vec::with_capacity(HEADER_LEN + payload.len());
        row.extend([0; CHECKSUM_LEN]);
        row.extend(revision.0.to_be_bytes());
        row.push(kind as u8);
        row.extend(payload);
        let checksum = checksum(key, &row[CHECKSUM_LEN..]);
        row[..CHECKSUM_LEN].copy_from_slice(&checksum.to_be_bytes());
        row
    }

    /// Reads the row under `key`.
    ///
    /// # Errors
    /// When it is not what was written there.
    pub(crate) fn open(key: &[u8], row: &'a [u8]) -> Result<Self, StoreError> {
        Self::parse(key, row)
            .ok_or_else(|| damaged(format!("the row under {} fails its checksum", key.escape_ascii())))
    }

    fn parse(key: &[u8], row: &'a [u8]) -> Option<Self> {
        let (sum, body) = row.split_first_chunk::<CHECKSUM_LEN>()?;
        if u32::from_be_bytes(*sum) != checksum(key, body) {
            return None;
        }
        let (revision, body) = body.split_first_chunk::<8>()?;
        let (kind, payload) = body.split_first()?;
        let kind = RowKind::ALL.into_iter().find(|known| *known as u8 == *kind)?;
        Some(Self { revision: Revision(u64::from_be_bytes(*revision)), kind, payload })
    }
}

/// The checksum takes in the key, so a row that strays to another key is found too.
fn checksum(key: &[u8], body: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(key);
    hasher.update(body);
    hasher.finalize()
}

pub(crate) fn damaged(what: impl Into<String>) -> StoreError {
    StoreError::Damaged { what: what.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_sealed_is_opened(key: Vec<u8>, revision: u64, payload: Vec<u8>) {
            let row = Envelope::seal(&key, Revision(revision), RowKind::Whole, &payload);
            let opened = Envelope::open(&key, &row).unwrap();
            prop_assert_eq!(opened.revision, Revision(revision));
            prop_assert_eq!(opened.payload, payload);
        }

        #[test]
        fn a_flipped_bit_is_damage(payload: Vec<u8>, at: prop::sample::Index, bit in 0..8) {
            let mut row = Envelope::seal(b"key", Revision(7), RowKind::Whole, &payload);
            let at = at.index(row.len());
            row[at] ^= 1_u8 << bit;
            let opened = Envelope::open(b"key", &row);
            let is_damaged = matches!(opened, Err(StoreError::Damaged { .. }));
            prop_assert!(is_damaged);
        }

        #[test]
        fn any_bytes_are_read_without_panic(key: Vec<u8>, row: Vec<u8>) {
            let _ = Envelope::open(&key, &row);
        }
    }

    #[test]
    fn a_row_under_another_key_is_damage() {
        let row = Envelope::seal(b"one", Revision(7), RowKind::Whole, b"value");
        assert!(Envelope::open(b"other", &row).is_err());
    }
}
