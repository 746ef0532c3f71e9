//! Files: what came with a message or an interaction, and how each is found again.
//!
//! | id | is |
//! |---|---|
//! | `channel/message/attachment` | a file of a message, or of what the message passes on |
//! | `sticker/id/png` or `sticker/id/gif` | a sticker's picture |
//! | `ephemeral/channel/attachment/name` | a file given with a command or form |
//!
//! The last kind has no message that it could be asked for with: Discord keeps
//! such a file only for as long as the interaction matters, a day at the least.

use fireside_core::file::{Attachment, FileKind};
use serde::Deserialize;
use serenity::all::{AttachmentId, ChannelId, MessageId, StickerId};

use crate::PLATFORM;

/// What Discord's own programs put before a covered file's name.
const COVERED: &str = "SPOILER_";
/// The flag of a covered file.
const IS_SPOILER: u64 = 1 << 5;
/// The path of files that belong to no message.
const EPHEMERAL_PATH: &str = "ephemeral-attachments";

/// A file as Discord tells it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct AttachmentFrame {
    id: AttachmentId,
    #[serde(default)]
    filename: String,
    #[serde(default)]
    content_type: Option<String>,
    #[serde(default)]
    size: Option<u64>,
    #[serde(default)]
    url: String,
    #[serde(default)]
    duration_secs: Option<f64>,
    #[serde(default)]
    flags: Option<u64>,
}

/// A sticker as Discord tells it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct StickerFrame {
    id: StickerId,
    #[serde(default)]
    name: String,
    #[serde(default)]
    format_type: u8,
}

impl AttachmentFrame {
    /// A file of a message.
    pub(crate) fn of_message(&self, channel: ChannelId, message: MessageId, is_voice: bool) -> Attachment {
        self.attachment(format!("{channel}/{message}/{}", self.id), is_voice)
    }

    /// A file that was given with a command or form, in `channel`.
    pub(crate) fn of_interaction(&self, channel: u64) -> Attachment {
        // Its own address says where it is; the rest of it expires.
        let path = self.url.split_once("://").map_or("", |(_, rest)| rest);
        let mut parts = path.split(['?', '#']).next().unwrap_or_default().split('/').skip(1);
        let folder = parts.next().filter(|folder| *folder == EPHEMERAL_PATH).and_then(|_| parts.next());
        let folder = folder.and_then(|folder| folder.parse().ok()).unwrap_or(channel);
        self.attachment(format!("ephemeral/{folder}/{}/{}", self.id, self.filename), false)
    }

    fn attachment(&self, id: String, is_voice: bool) -> Attachment {
        let uncovered = self.filename.strip_prefix(COVERED);
        let name = uncovered.unwrap_or(&self.filename);
        Attachment {
            name: (!name.is_empty()).then(|| name.to_owned()),
            mime: self.content_type.clone(),
            size_bytes: self.size,
            duration_secs: self.duration_secs.and_then(whole_seconds),
            spoiler: uncovered.is_some() || self.flags.is_some_and(|flags| flags & IS_SPOILER != 0),
            ..Attachment::new(self.kind(is_voice), PLATFORM, id)
        }
    }

    fn kind(&self, is_voice: bool) -> FileKind {
        let mime = self.content_type.as_deref().unwrap_or_default();
        match mime.split([';', ' ']).next().unwrap_or_default().split_once('/') {
            Some(("image", "gif")) => FileKind::Animation,
            Some(("image", "png" | "jpeg" | "webp" | "avif" | "heic")) => FileKind::Photo,
            Some(("video", _)) => FileKind::Video,
            Some(("audio", _)) if is_voice => FileKind::Voice,
            Some(("audio", _)) => FileKind::Audio,
            _ => FileKind::Document,
        }
    }
}

impl StickerFrame {
    /// The sticker as a picture; `None` where it is a film in a format of its own.
    pub(crate) fn attachment(&self) -> Option<Attachment> {
        let (format, mime) = match self.format_type {
            1 | 2 => ("png", "image/png"),
            4 => ("gif", "image/gif"),
            _ => return None,
        };
        let id = format!("sticker/{}/{format}", self.id);
        Some(Attachment {
            name: (!self.name.is_empty()).then(|| self.name.clone()),
            mime: Some(mime.to_owned()),
            ..Attachment::new(FileKind::Sticker, PLATFORM, id)
        })
    }
}

/// Seconds, rounded up: the shortest sound is none of no length.
fn whole_seconds(seconds: f64) -> Option<u32> {
    let whole = std::time::Duration::try_from_secs_f64(seconds.ceil()).ok()?;
    u32::try_from(whole.as_secs()).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn file(changes: &Value) -> Attachment {
        let mut told = json!({"id": "3", "filename": "a.png", "size": 7, "url": "u", "proxy_url": "p"});
        for (name, value) in changes.as_object().unwrap() {
            told[name] = value.clone();
        }
        let frame: AttachmentFrame = serde_json::from_value(told).unwrap();
        frame.of_message(ChannelId::new(1), MessageId::new(2), changes["is_voice"] == true)
    }

    #[test]
    fn a_file_is_found_again_by_its_message() {
        let file = file(&json!({"content_type": "image/png"}));
        assert_eq!(file.file.id.as_str(), "1/2/3");
        assert_eq!(
            (file.kind, file.name.as_deref(), file.size_bytes),
            (FileKind::Photo, Some("a.png"), Some(7))
        );
    }

    #[test]
    fn what_a_file_is_goes_by_its_type() {
        let kinds = [
            ("image/gif", FileKind::Animation),
            ("image/svg+xml", FileKind::Document),
            ("video/mp4", FileKind::Video),
            ("audio/ogg; codecs=opus", FileKind::Audio),
            ("text/html", FileKind::Document),
            ("", FileKind::Document),
        ];
        for (mime, kind) in kinds {
            assert_eq!(file(&json!({"content_type": mime})).kind, kind, "{mime}");
        }
        let voice = file(&json!({"content_type": "audio/ogg", "is_voice": true, "duration_secs": 2.1}));
        assert_eq!((voice.kind, voice.duration_secs), (FileKind::Voice, Some(3)));
    }

    #[test]
    fn a_length_that_is_none_is_left_out() {
        for length in [json!(-1.0), json!(1e300), json!(null)] {
            assert_eq!(file(&json!({"duration_secs": length})).duration_secs, None);
        }
    }

    #[test]
    fn a_covered_file_keeps_its_name() {
        let covered = file(&json!({"filename": "SPOILER_end.png"}));
        assert_eq!((covered.name.as_deref(), covered.spoiler), (Some("end.png"), true));
        assert!(file(&json!({"flags": 32})).spoiler);
        assert!(!file(&json!({})).spoiler);
    }

    #[test]
    fn a_file_of_a_form_is_found_by_its_path() {
        let url = "https://cdn.discordapp.com/ephemeral-attachments/9/3/a.png?ex=1&is=2&hm=3";
        let told = json!({"id": "3", "filename": "a.png", "url": url});
        let frame: AttachmentFrame = serde_json::from_value(told).unwrap();
        assert_eq!(frame.of_interaction(5).file.id.as_str(), "ephemeral/9/3/a.png");
    }

    #[test]
    fn a_sticker_that_is_a_picture_is_a_file() {
        let sticker = |format: u8| {
            let told = json!({"id": "8", "name": "wave", "format_type": format});
            serde_json::from_value::<StickerFrame>(told).unwrap().attachment()
        };
        assert_eq!(sticker(1).unwrap().file.id.as_str(), "sticker/8/png");
        assert_eq!(sticker(4).unwrap().file.id.as_str(), "sticker/8/gif");
        assert_eq!(sticker(3), None);
    }
}
