//! Files that the bot makes: kept in the store part by part, and sent like any
//! other file.

use serde::{Deserialize, Serialize};

use crate::file::FileRef;
use crate::ids::{CommunityId, Platform};
use crate::key::Key;

/// The platform of files that the store keeps: no adapter has it.
pub const STORE: &str = "_store";

/// The longest part of a file, in bytes: 128 KiB. Whoever sends the file holds
/// one part of it, the commit that keeps one stays short, and a file of 50 MB is
/// made in some 400 turns.
pub const PART_BYTES_MAX: usize = 128 * 1024;

/// The collection that parts of files are in, by file and index.
pub const COLLECTION: &str = "file_part";

/// The version of the shape in which a part is kept: it stands before its bytes.
const VERSION: u16 = 1;

/// A file that the store keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFile {
    /// Whose it is.
    #[serde(rename = "c")]
    pub community: CommunityId,
    /// What it was called when its parts were kept.
    #[serde(rename = "f")]
    pub file: String,
    /// How long it is in bytes: all its parts together.
    #[serde(rename = "s")]
    pub size_bytes: u64,
}

impl StoredFile {
    /// The file that a reference is to, where the store keeps it.
    pub fn of(file: &FileRef) -> Option<Self> {
        if file.platform.as_str() != STORE {
            return None;
        }
        serde_json::from_str(file.id.as_str()).ok()
    }

    /// The reference by which it is sent.
    pub fn to_ref(&self) -> FileRef {
        let id = serde_json::json!({ "c": self.community, "f": self.file, "s": self.size_bytes });
        FileRef { platform: Platform::new(STORE), id: id.to_string().into() }
    }

    /// Where its part at `index` is, from 0.
    pub fn part_key(&self, index: u64) -> Key {
        part_key(&self.community, &self.file, index)
    }
}

pub(crate) fn part_key(community: &CommunityId, file: &str, index: u64) -> Key {
    Key::new(community, COLLECTION, &(file, index))
}

/// A part as it is kept: bytes are no JSON.
pub(crate) fn encode(bytes: &[u8]) -> Vec<u8> {
    [&VERSION.to_be_bytes(), bytes].concat()
}

/// The bytes of a part that is kept so; `None` where it is of another version.
pub fn decode(kept: &[u8]) -> Option<&[u8]> {
    kept.strip_prefix(&VERSION.to_be_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Attachment, FileKind};

    #[test]
    fn a_reference_leads_back_to_the_file() {
        let file = StoredFile { community: "acme".into(), file: "a/\"b\" 7".to_owned(), size_bytes: 3 };
        assert_eq!(StoredFile::of(&file.to_ref()), Some(file));
        let plain = StoredFile { community: "acme".into(), file: "items.csv".to_owned(), size_bytes: 3 };
        assert_eq!(
            plain.to_ref().id.as_str(),
            r#"{"c":"acme","f":"items.csv","s":3}"#,
            "it is kept like this"
        );
    }

    #[test]
    fn a_file_of_a_platform_is_none_of_the_stores() {
        for (platform, id) in [("north", r#"{"c":"acme","f":"items.csv","s":3}"#), (STORE, "x"), (STORE, "")]
        {
            assert_eq!(StoredFile::of(&Attachment::new(FileKind::Document, platform, id).file), None);
        }
    }

    #[test]
    fn a_part_is_kept_as_it_is_behind_its_version() {
        assert_eq!(encode(b"ab"), [0, 1, b'a', b'b']);
        assert_eq!(decode(&encode(b"ab")), Some(&b"ab"[..]));
        assert_eq!((decode(&[0, 2, 7]), decode(&[0])), (None, None));
    }
}
