//! Files that messages carry: named by reference, never held.

use serde::{Deserialize, Serialize};

use crate::ids::{FileId, Platform};

/// A file on a platform. Its bytes stay there until somebody is brought them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRef {
    /// The platform that keeps it.
    pub platform: Platform,
    /// What the platform's adapter finds it by. No address: those expire.
    pub id: FileId,
}

/// A file that came with a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// What it is.
    pub kind: FileKind,
    /// Where it is.
    pub file: FileRef,
    /// What its sender called it: a user's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its media type, as its sender or the platform says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mime: Option<String>,
    /// How long it is in bytes, as the platform says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size_bytes: Option<u64>,
    /// How long it plays, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_secs: Option<u32>,
    /// It is covered until the reader uncovers it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub spoiler: bool,
}

impl Attachment {
    /// A file of which nothing more is known.
    pub fn new(kind: FileKind, platform: impl Into<Platform>, id: impl Into<FileId>) -> Self {
        Self {
            kind,
            file: FileRef { platform: platform.into(), id: id.into() },
            name: None,
            mime: None,
            size_bytes: None,
            duration_secs: None,
            spoiler: false,
        }
    }
}

/// What a file is to those who see or hear it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A picture.
    Photo,
    /// A film.
    Video,
    /// A short film of whoever speaks in it.
    VideoNote,
    /// A short film without sound that plays over and over.
    Animation,
    /// Something spoken.
    Voice,
    /// Something to listen to.
    Audio,
    /// A picture that stands for words.
    Sticker,
    /// Any other file.
    Document,
}

impl FileKind {
    /// The phrase that names it.
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Photo => "file-photo",
            Self::Video => "file-video",
            Self::VideoNote => "file-video-note",
            Self::Animation => "file-animation",
            Self::Voice => "file-voice",
            Self::Audio => "file-audio",
            Self::Sticker => "file-sticker",
            Self::Document => "file-document",
        }
    }
}
