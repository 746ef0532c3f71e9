//! Files that come with a message, by the ids under which Telegram keeps them.

use fireside_core::{Attachment, FileKind};
use serde::Deserialize;

use super::received::Received;
use crate::PLATFORM;
use crate::fields::Fields;

/// Which field holds which kind of file. An animation comes before a document:
/// where one is told, the other is told as well.
const KINDS: [(&str, FileKind); 8] = [
    ("animation", FileKind::Animation),
    ("photo", FileKind::Photo),
    ("video", FileKind::Video),
    ("video_note", FileKind::VideoNote),
    ("voice", FileKind::Voice),
    ("audio", FileKind::Audio),
    ("sticker", FileKind::Sticker),
    ("document", FileKind::Document),
];

/// The file that came with `message`: each message has at most one.
pub(super) fn attachment(message: &Received<'_>) -> Option<Attachment> {
    let fields = &message.fields;
    let (name, kind) = KINDS.into_iter().find(|(name, _)| fields.has(name))?;
    let mut attachment = match kind {
        FileKind::Photo => photo(fields)?,
        _ => file(kind, &fields.object(name)?)?,
    };
    attachment.spoiler = fields.get("has_media_spoiler").unwrap_or(false);
    Some(attachment)
}

/// One size of a photo. Whatever its figures, it is a photo.
#[derive(Deserialize)]
struct Size {
    file_id: String,
    #[serde(default)]
    width: i64,
    #[serde(default)]
    height: i64,
    #[serde(default, rename = "file_size")]
    bytes: Option<i64>,
}

/// The largest size of a photo.
fn photo(fields: &Fields<'_>) -> Option<Attachment> {
    let sizes: Vec<Size> = fields.list("photo");
    let largest = sizes.into_iter().max_by_key(|size| size.width.saturating_mul(size.height))?;
    Some(Attachment {
        size_bytes: largest.bytes.and_then(|bytes| u64::try_from(bytes).ok()),
        ..Attachment::new(FileKind::Photo, PLATFORM, largest.file_id)
    })
}

fn file(kind: FileKind, fields: &Fields<'_>) -> Option<Attachment> {
    let id: String = fields.get("file_id")?;
    Some(Attachment {
        name: fields.words("file_name").or_else(|| fields.words("title")),
        mime: fields.get("mime_type").or_else(|| sticker_mime(kind, fields)),
        size_bytes: fields.get("file_size"),
        duration_secs: fields.get("duration"),
        ..Attachment::new(kind, PLATFORM, id)
    })
}

/// Stickers have three formats, told by flags (Bot API, `Sticker`).
fn sticker_mime(kind: FileKind, fields: &Fields<'_>) -> Option<String> {
    let is = |flag| fields.get(flag).unwrap_or(false);
    let mime = match kind {
        FileKind::Sticker if is("is_animated") => "application/x-tgsticker",
        FileKind::Sticker if is("is_video") => "video/webm",
        FileKind::Sticker => "image/webp",
        _ => return None,
    };
    Some(mime.to_owned())
}
