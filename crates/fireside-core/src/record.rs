//! Records: typed values of a collection, with their version and their indexes.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::ids::CommunityId;
use crate::key::{Key, KeyPath};
use crate::ports::Document;

/// A kind of stored value.
///
/// ```
/// use fireside_core::record::Record;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize)]
/// struct Greeting { words: String }
///
/// impl Record for Greeting {
///     const COLLECTION: &'static str = "greeting";
/// }
/// ```
pub trait Record: Serialize + DeserializeOwned {
    /// The collection's name. It never changes: it is part of every key.
    const COLLECTION: &'static str;
    /// The version of the shape that is written now, from 1.
    const VERSION: u16 = 1;
    /// Whether [`Record::indexed_by`] ever names an index: what a write
    /// replaces is then read first.
    const INDEXED: bool = false;

    /// Reads the shape of an older version. `None`: that version is not known.
    fn migrate(version: u16, value: serde_json::Value) -> Option<Self> {
        let _ = (version, value);
        None
    }

    /// Under which values it can be found, by the name of the index; needs
    /// [`Record::INDEXED`].
    fn indexed_by(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// How the search index finds it; `None`: not at all. Its feature names
    /// the collection in [`Feature::searchable`](crate::Feature::searchable).
    fn document(&self) -> Option<Document> {
        None
    }
}

/// Writes a record as it is stored: its version in two bytes, then JSON.
///
/// # Errors
/// When it can't be written as JSON.
pub fn encode<R: Record>(record: &R) -> Result<Vec<u8>, RecordError> {
    let mut bytes = R::VERSION.to_be_bytes().to_vec();
    serde_json::to_writer(&mut bytes, record)
        .map_err(|source| RecordError::Shape { collection: R::COLLECTION, source })?;
    Ok(bytes)
}

/// Everything that a store holds of a record at `path`: the record itself, and
/// a row for each value it is indexed by.
///
/// # Errors
/// When it can't be written as JSON.
pub fn rows<R: Record>(
    community: &CommunityId,
    path: &(impl KeyPath + ?Sized),
    record: &R,
) -> Result<Vec<(Key, Vec<u8>)>, RecordError> {
    let key = Key::new(community, R::COLLECTION, path);
    let encoded = encode(record)?;
    let indexed = record.indexed_by().into_iter();
    let mut rows: Vec<_> = indexed
        .map(|(index, value)| {
            let row = key.as_index_row(community, &index_collection::<R>(index), &value);
            (row, key.as_bytes().to_vec())
        })
        .collect();
    rows.push((key, encoded));
    Ok(rows)
}

/// The collection that holds an index's rows.
pub(crate) fn index_collection<R: Record>(index: &str) -> String {
    format!("{}#{index}", R::COLLECTION)
}

/// Reads a stored record, of this version or an older one.
///
/// # Errors
/// When it is of a newer version, of an older one that has no migration, or not
/// of the shape its version says.
pub fn decode<R: Record>(bytes: &[u8]) -> Result<R, RecordError> {
    let collection = R::COLLECTION;
    let Some((version, json)) = bytes.split_first_chunk::<2>() else {
        return Err(RecordError::Cut { collection });
    };
    let version = u16::from_be_bytes(*version);
    if version == R::VERSION {
        return serde_json::from_slice(json).map_err(|source| RecordError::Shape { collection, source });
    }
    if version > R::VERSION {
        return Err(RecordError::Newer { collection, version, known: R::VERSION });
    }
    let value = serde_json::from_slice(json).map_err(|source| RecordError::Shape { collection, source })?;
    R::migrate(version, value).ok_or(RecordError::Older { collection, version })
}

/// A collection that the search index holds.
#[derive(Debug, Clone, Copy)]
pub struct Searchable {
    /// The collection's name.
    pub collection: &'static str,
    /// The counter its numbers are drawn from, if they are: about how many there are.
    pub counter: Option<&'static str>,
    /// The document of a stored record.
    pub document: fn(&[u8]) -> Result<Option<Document>, RecordError>,
}

impl Searchable {
    /// The collection of `R`, whose paths are numbers drawn from `counter`.
    pub fn of<R: Record>(counter: Option<&'static str>) -> Self {
        let document = |bytes: &[u8]| Ok(decode::<R>(bytes)?.document());
        Self { collection: R::COLLECTION, counter, document }
    }
}

/// A number that differs where what is kept or shown does; never 0, which can
/// stand for what nobody knows.
pub fn fingerprint(of: &impl Serialize) -> u64 {
    let json = serde_json::to_vec(of).unwrap_or_default();
    let hash: [u8; 32] = Sha256::digest(json).into();
    let first = hash.first_chunk().copied().unwrap_or_default();
    u64::from_be_bytes(first).max(1)
}

/// A stored record can't be read or written.
#[derive(Debug, Error)]
pub enum RecordError {
    /// It was written by a newer version of this software.
    #[error(
        "a record of `{collection}` has version {version}, this software knows up to {known}: upgrade it"
    )]
    Newer {
        /// The collection.
        collection: &'static str,
        /// The version found.
        version: u16,
        /// The newest version known.
        known: u16,
    },
    /// It is of a version that nothing reads any more.
    #[error("a record of `{collection}` has version {version}, which has no migration")]
    Older {
        /// The collection.
        collection: &'static str,
        /// The version found.
        version: u16,
    },
    /// It is not of the shape its version says.
    #[error("a record of `{collection}` does not have the shape of its version")]
    Shape {
        /// The collection.
        collection: &'static str,
        #[source]
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// It is too short to hold a version.
    #[error("a record of `{collection}` is cut off")]
    Cut {
        /// The collection.
        collection: &'static str,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Note {
        words: String,
    }

    impl Record for Note {
        const COLLECTION: &'static str = "note";
        const VERSION: u16 = 2;

        fn migrate(version: u16, value: serde_json::Value) -> Option<Self> {
            (version == 1).then(|| value["text"].as_str().map(|text| Self { words: text.to_owned() }))?
        }
    }

    #[test]
    fn an_older_version_is_migrated() {
        let mut stored = vec![0, 1];
        stored.extend(br#"{"text":"hello"}"#);
        assert_eq!(decode::<Note>(&stored).expect("migrates"), Note { words: "hello".into() });
    }

    #[test]
    fn a_newer_version_is_refused_by_name() {
        let error = decode::<Note>(&[0, 3, b'{', b'}']).expect_err("refuses");
        assert!(error.to_string().contains("`note` has version 3"), "{error}");
    }
}
