//! Files before they are kept: what a person or the bot attaches to a message.

use std::fmt;
use std::ops::Deref;

use axum::body::Bytes;
use serde::{Deserialize, Serialize};

use super::entities::Entity;

/// What a file is sent as. The same bytes may be sent as several of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MediaKind {
    /// A picture, in several sizes.
    Photo,
    /// A video with sound.
    Video,
    /// A GIF or a silent video.
    Animation,
    /// A piece of music.
    Audio,
    /// A voice message.
    Voice,
    /// A round video message.
    VideoNote,
    /// Any file.
    Document,
    /// A sticker.
    Sticker,
}

impl MediaKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Photo,
        Self::Video,
        Self::Animation,
        Self::Audio,
        Self::Voice,
        Self::VideoNote,
        Self::Document,
        Self::Sticker,
    ];

    /// The field of a message that holds it; also the parameter that sends it.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Video => "video",
            Self::Animation => "animation",
            Self::Audio => "audio",
            Self::Voice => "voice",
            Self::VideoNote => "video_note",
            Self::Document => "document",
            Self::Sticker => "sticker",
        }
    }

    /// The kind whose field has this name.
    pub(crate) fn of_field(field: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.field() == field)
    }

    /// What refusals call it.
    pub(crate) fn type_name(self) -> &'static str {
        match self {
            Self::Photo => "Photo",
            Self::Video => "Video",
            Self::Animation => "Animation",
            Self::Audio => "Audio",
            Self::Voice => "VoiceNote",
            Self::VideoNote => "VideoNote",
            Self::Document => "Document",
            Self::Sticker => "Sticker",
        }
    }

    /// Whether messages of this kind may carry a caption.
    pub(crate) fn takes_caption(self) -> bool {
        !matches!(self, Self::VideoNote | Self::Sticker)
    }

    /// Whether it can be hidden behind a spoiler and stand below its caption.
    pub(crate) fn is_visual(self) -> bool {
        matches!(self, Self::Photo | Self::Video | Self::Animation)
    }
}

/// The bytes of a file. Clones share them.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct FileBytes(Bytes);

impl FileBytes {
    /// The bytes as a response body takes them; nothing is copied.
    pub(crate) fn to_body(&self) -> Bytes {
        self.0.clone()
    }
}

impl Deref for FileBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for FileBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Bytes::from(bytes))
    }
}

impl From<&[u8]> for FileBytes {
    fn from(bytes: &[u8]) -> Self {
        Self(Bytes::copy_from_slice(bytes))
    }
}

impl<const LEN: usize> From<&[u8; LEN]> for FileBytes {
    fn from(bytes: &[u8; LEN]) -> Self {
        Self::from(bytes.as_slice())
    }
}

impl fmt::Debug for FileBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

/// A file that somebody sends, and how.
///
/// ```
/// use fireside_sim::telegram::{Attachment, MediaKind};
///
/// let invoice = Attachment {
///     file_name: Some("invoice.pdf".to_owned()),
///     caption: "The invoice".to_owned(),
///     ..Attachment::new(MediaKind::Document, b"%PDF-1.7")
/// };
/// # assert_eq!(invoice.bytes.len(), 8);
/// ```
#[derive(Debug, Clone)]
pub struct Attachment {
    /// What it is sent as.
    pub kind: MediaKind,
    /// The whole file.
    pub bytes: FileBytes,
    /// The name that the sender gives, verbatim. Voice messages, photos, video
    /// notes and stickers have none.
    pub file_name: Option<String>,
    /// The MIME type that the sender claims; guessed from the name without it.
    pub mime_type: Option<String>,
    /// In pixels; read from the picture, else 640 (a sticker: 512).
    pub width: Option<u32>,
    /// In pixels; read from the picture, else 480 (a sticker: 512).
    pub height: Option<u32>,
    /// In seconds.
    pub duration_s: u32,
    /// Title of a piece of music.
    pub title: Option<String>,
    /// Who plays it.
    pub performer: Option<String>,
    /// The emoji of a sticker.
    pub emoji: Option<String>,
    /// The small picture that stands for it.
    pub thumbnail: Option<FileBytes>,
    /// The words below it; empty for none.
    pub caption: String,
    /// How parts of the caption are marked up, besides what it carries by itself.
    pub caption_entities: Vec<Entity>,
    /// The caption stands above.
    pub caption_above: bool,
    /// It is covered until somebody taps on it.
    pub spoiler: bool,
    /// The album that it is a part of.
    pub album: Option<String>,
}

impl Attachment {
    /// A file with nothing said about it.
    pub fn new(kind: MediaKind, bytes: impl Into<FileBytes>) -> Self {
        Self {
            kind,
            bytes: bytes.into(),
            file_name: None,
            mime_type: None,
            width: None,
            height: None,
            duration_s: 0,
            title: None,
            performer: None,
            emoji: None,
            thumbnail: None,
            caption: String::new(),
            caption_entities: Vec::new(),
            caption_above: false,
            spoiler: false,
            album: None,
        }
    }
}
