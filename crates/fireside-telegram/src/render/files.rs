//! Files as Telegram shows them: by which method each is sent, under which
//! name, and which of them can stand together.

use fireside_core::{Attachment, CarriedFile, FileKind};

use crate::PLATFORM;

/// The longest file that a bot can upload, in bytes (Bot API, "Sending files").
pub(crate) const UPLOAD_BYTES_MAX: u64 = 50 * 1024 * 1024;
/// The longest picture that can be sent as one, in bytes (Bot API, "Sending files").
const PHOTO_BYTES_MAX: u64 = 10 * 1024 * 1024;
/// The most files of an album (Bot API, `sendMediaGroup`); the fewest are 2.
pub(crate) const ALBUM_LEN_MAX: usize = 10;

/// A file, and how it is to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Which of the content's files it is.
    pub(crate) index: usize,
    /// What it is sent as.
    pub(crate) kind: FileKind,
    /// Telegram has it: its id is enough.
    pub(crate) is_there: bool,
    /// How long it is, where that is known.
    size_bytes: Option<u64>,
}

impl Shown {
    /// How a file is sent at first; `None` where it can't be sent at all.
    pub(crate) fn at_first(index: usize, attachment: &Attachment) -> Option<Self> {
        let is_there = attachment.file.platform.as_str() == PLATFORM;
        let size_bytes = attachment.size_bytes.filter(|_| !is_there);
        if size_bytes.is_some_and(|bytes| bytes == 0 || bytes > UPLOAD_BYTES_MAX) {
            return None;
        }
        let kind = if is_there { attachment.kind } else { uploaded_kind(attachment) };
        Some(Self { index, kind, is_there, size_bytes })
    }

    /// How it is sent after Telegram refused it so; `None` where nothing is left.
    pub(crate) fn at_next(self) -> Option<Self> {
        let is_last = !self.is_there && self.kind == FileKind::Document;
        (!is_last).then_some(Self { kind: FileKind::Document, is_there: false, ..self })
    }

    /// Whether the two can stand in one album. Bot API, `sendMediaGroup`:
    /// pictures and films together, documents and audio among their like.
    fn stands_with(self, other: Self) -> bool {
        let class = |kind| match kind {
            FileKind::Photo | FileKind::Video => Some(FileKind::Photo),
            FileKind::Document | FileKind::Audio => Some(kind),
            _ => None,
        };
        class(self.kind).is_some_and(|own| class(other.kind) == Some(own))
    }
}

/// What a file of another platform is sent as. What Telegram would not take as
/// what it is there goes as a document.
fn uploaded_kind(attachment: &Attachment) -> FileKind {
    let extension = attachment.name.as_deref().and_then(|name| name.rsplit_once('.'));
    let extension = extension.map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let is_picture = |extension: &str| matches!(extension, "jpg" | "jpeg" | "png" | "webp");
    match (attachment.kind, extension.as_str()) {
        (FileKind::Photo, _) if attachment.size_bytes.is_some_and(|bytes| bytes > PHOTO_BYTES_MAX) => {
            FileKind::Document
        }
        (FileKind::Photo | FileKind::Sticker, "gif") => FileKind::Animation,
        (FileKind::Sticker, "webp" | "webm" | "tgs" | "") => FileKind::Sticker,
        (FileKind::Sticker, extension) if is_picture(extension) => FileKind::Photo,
        (FileKind::Photo, extension) if !extension.is_empty() && !is_picture(extension) => FileKind::Document,
        (FileKind::Sticker, _) => FileKind::Document,
        (kind, _) => kind,
    }
}

/// The files in their order, each run of those that can stand together in one
/// group: of at most ten, and of no more bytes than one call may bring.
pub(super) fn groups(files: &[CarriedFile]) -> (Vec<Vec<Shown>>, Vec<usize>) {
    let mut groups: Vec<Vec<Shown>> = Vec::new();
    let mut left_out = Vec::new();
    for (index, file) in files.iter().enumerate() {
        let Some(shown) = Shown::at_first(index, &file.attachment) else {
            left_out.push(index);
            continue;
        };
        match groups.last_mut() {
            Some(group) if has_room(group, shown) => group.push(shown),
            _ => groups.push(vec![shown]),
        }
    }
    (groups, left_out)
}

fn has_room(group: &[Shown], shown: Shown) -> bool {
    let bytes = |shown: &Shown| shown.size_bytes.unwrap_or(0);
    let sum: u64 = group.iter().map(bytes).sum::<u64>() + bytes(&shown);
    let stands = group.first().is_some_and(|first| first.stands_with(shown));
    stands && group.len() < ALBUM_LEN_MAX && sum <= UPLOAD_BYTES_MAX
}

/// How files of a kind are sent.
pub(super) struct Method {
    /// The method that sends one.
    pub(super) name: &'static str,
    /// The parameter that takes it; in an album, its type.
    pub(super) field: &'static str,
    /// Words can stand below it.
    pub(super) takes_caption: bool,
    /// It can be covered until the reader uncovers it.
    pub(super) takes_spoiler: bool,
    /// It plays for some time.
    pub(super) plays: bool,
}

/// How files of this kind are sent.
pub(super) fn method(kind: FileKind) -> Method {
    let (name, field) = match kind {
        FileKind::Photo => ("sendPhoto", "photo"),
        FileKind::Video => ("sendVideo", "video"),
        FileKind::VideoNote => ("sendVideoNote", "video_note"),
        FileKind::Animation => ("sendAnimation", "animation"),
        FileKind::Voice => ("sendVoice", "voice"),
        FileKind::Audio => ("sendAudio", "audio"),
        FileKind::Sticker => ("sendSticker", "sticker"),
        FileKind::Document => ("sendDocument", "document"),
    };
    Method {
        name,
        field,
        takes_caption: !matches!(kind, FileKind::VideoNote | FileKind::Sticker),
        takes_spoiler: matches!(kind, FileKind::Photo | FileKind::Video | FileKind::Animation),
        plays: !matches!(kind, FileKind::Photo | FileKind::Sticker | FileKind::Document),
    }
}

#[cfg(test)]
mod tests {
    use fireside_core::Text;

    use super::*;

    fn file(kind: FileKind, name: &str, size_bytes: u64) -> CarriedFile {
        let attachment = Attachment {
            name: Some(name.to_owned()),
            size_bytes: Some(size_bytes),
            ..Attachment::new(kind, "elsewhere", name)
        };
        CarriedFile { attachment, instead: Text::plain(name) }
    }

    fn kinds(files: &[CarriedFile]) -> Vec<Vec<FileKind>> {
        groups(files).0.iter().map(|group| group.iter().map(|shown| shown.kind).collect()).collect()
    }

    #[test]
    fn only_those_that_can_stand_together_are_one_album() {
        use FileKind::{Audio, Document, Photo, Video, Voice};
        let files = [
            file(Photo, "a.jpg", 1),
            file(Video, "b.mp4", 1),
            file(Document, "c.pdf", 1),
            file(Document, "d.pdf", 1),
            file(Audio, "e.mp3", 1),
            file(Voice, "f.ogg", 1),
            file(Voice, "g.ogg", 1),
        ];
        let expected =
            vec![vec![Photo, Video], vec![Document, Document], vec![Audio], vec![Voice], vec![Voice]];
        assert_eq!(kinds(&files), expected);
    }

    #[test]
    fn an_album_has_at_most_ten_files_and_no_more_bytes_than_a_call_brings() {
        let many: Vec<_> = (0..11).map(|_| file(FileKind::Photo, "a.jpg", 1)).collect();
        assert_eq!(kinds(&many).iter().map(Vec::len).collect::<Vec<_>>(), [10, 1]);
        let large: Vec<_> = (0..3).map(|_| file(FileKind::Video, "a.mp4", 20 << 20)).collect();
        assert_eq!(kinds(&large).iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn what_is_too_long_or_empty_is_left_out() {
        let files = [file(FileKind::Video, "a.mp4", UPLOAD_BYTES_MAX + 1), file(FileKind::Photo, "b.jpg", 0)];
        assert_eq!(groups(&files), (Vec::new(), vec![0, 1]));
    }

    #[test]
    fn a_picture_that_telegram_does_not_show_goes_as_a_document() {
        use FileKind::{Animation, Document, Photo, Sticker};
        for (kind, name, bytes, expected) in [
            (Photo, "a.png", 1, Photo),
            (Photo, "a.svg", 1, Document),
            (Photo, "a.png", PHOTO_BYTES_MAX + 1, Document),
            (Photo, "a.gif", 1, Animation),
            (Sticker, "a.png", 1, Photo),
            (Sticker, "a.webp", 1, Sticker),
            (Sticker, "a.json", 1, Document),
        ] {
            assert_eq!(kinds(&[file(kind, name, bytes)]), [[expected]], "{name}");
        }
    }

    #[test]
    fn a_refused_file_goes_as_a_document_and_then_not_at_all() {
        let shown = Shown::at_first(0, &file(FileKind::Photo, "a.png", 1).attachment).expect("it fits");
        let next = shown.at_next().expect("a document");
        assert_eq!((next.kind, next.at_next()), (FileKind::Document, None));
        let there = Attachment::new(FileKind::Document, PLATFORM, "id");
        let next = Shown::at_first(0, &there).and_then(Shown::at_next).expect("an upload");
        assert!(!next.is_there);
    }
}
