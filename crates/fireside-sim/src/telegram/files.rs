//! The files that Telegram keeps: each is kept once, whoever sends it again.

use serde_json::{Map, Value, json};

use super::attachment::{Attachment, FileBytes, MediaKind};
use super::image;

/// A file's place in the store.
pub(crate) type FileNumber = usize;

/// For how long a link from `getFile` works, in milliseconds.
const LINK_TTL_MS: u64 = 60 * 60 * 1000;
/// The bytes of pictures that the simulator makes smaller: it has no codec, so
/// a small size can't be mistaken for the picture itself.
const SMALL_PICTURE: &[u8] = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0 a smaller size\xFF\xD9";
/// The longer side of a small picture, in pixels.
const SMALL_SIDE: u32 = 90;

/// One kept file.
#[derive(Debug, Clone)]
pub(crate) struct StoredFile {
    /// What it was sent as; none for a thumbnail.
    pub(crate) kind: Option<MediaKind>,
    pub(crate) bytes: FileBytes,
    /// The fields of its Bot API object, besides ids and size.
    pub(crate) details: Map<String, Value>,
    /// A photo's smaller size, another file's thumbnail.
    smaller: Option<FileNumber>,
    /// When the link to it ends, in milliseconds since the Unix epoch.
    link_ends_ms: u64,
}

/// The files by number.
#[derive(Debug, Default)]
pub(crate) struct FileStore {
    files: Vec<StoredFile>,
}

impl FileStore {
    /// Keeps a file and what belongs to it.
    pub(crate) fn add(&mut self, attachment: &Attachment) -> FileNumber {
        let smaller = self.add_smaller(attachment);
        let details = details(attachment);
        self.push(Some(attachment.kind), attachment.bytes.clone(), details, smaller)
    }

    fn add_smaller(&mut self, attachment: &Attachment) -> Option<FileNumber> {
        if attachment.kind == MediaKind::Photo {
            let details = small_details(sides(attachment));
            return Some(self.push(Some(MediaKind::Photo), SMALL_PICTURE.into(), details, None));
        }
        // Only a voice has nothing to look at.
        let bytes = attachment.thumbnail.clone().filter(|_| attachment.kind != MediaKind::Voice)?;
        let details = small_details(image::dimensions(&bytes).unwrap_or((SMALL_SIDE, SMALL_SIDE)));
        Some(self.push(None, bytes, details, None))
    }

    fn push(
        &mut self,
        kind: Option<MediaKind>,
        bytes: FileBytes,
        details: Map<String, Value>,
        smaller: Option<FileNumber>,
    ) -> FileNumber {
        self.files.push(StoredFile { kind, bytes, details, smaller, link_ends_ms: 0 });
        self.files.len() - 1
    }

    pub(crate) fn get(&self, number: FileNumber) -> Option<&StoredFile> {
        self.files.get(number)
    }

    /// The file with this `file_id`.
    pub(crate) fn find(&self, file_id: &str) -> Option<FileNumber> {
        let digits = file_id.get(FILE_ID_PREFIX_LEN..)?;
        let number = FileNumber::from_str_radix(digits, 16).ok()?;
        (self.file_id(number)? == file_id).then_some(number)
    }

    /// A file's `file_id`.
    pub(crate) fn file_id(&self, number: FileNumber) -> Option<String> {
        Some(format!("{}AAx{number:032x}", prefix(self.get(number)?.kind)))
    }

    /// A `PhotoSize`, `Video`, `Document` and so on, without a thumbnail.
    pub(crate) fn object(&self, number: FileNumber) -> Value {
        let Some(file) = self.get(number) else { return Value::Null };
        let mut object = json!({
            "file_id": self.file_id(number),
            "file_unique_id": format!("AQAD{number:08x}"),
            "file_size": file.bytes.len(),
        });
        if let Value::Object(object) = &mut object {
            object.extend(file.details.clone());
        }
        object
    }

    /// The fields by which a message carries a file.
    pub(crate) fn message_fields(&self, number: FileNumber) -> Map<String, Value> {
        let mut fields = Map::new();
        let Some((file, kind)) = self.get(number).and_then(|file| Some((file, file.kind?))) else {
            return fields;
        };
        let smaller = file.smaller.map(|smaller| self.object(smaller));
        if kind == MediaKind::Photo {
            let sizes: Vec<Value> = smaller.into_iter().chain([self.object(number)]).collect();
            fields.insert(kind.field().to_owned(), sizes.into());
            return fields;
        }
        let mut object = self.object(number);
        if let Some(thumbnail) = smaller {
            object["thumbnail"] = thumbnail;
        }
        if kind == MediaKind::Animation {
            // Clients from before animations read it as a document.
            let mut document = object.clone();
            if let Value::Object(document) = &mut document {
                document.retain(|field, _| !["width", "height", "duration"].contains(&field.as_str()));
            }
            fields.insert("document".to_owned(), document);
        }
        fields.insert(kind.field().to_owned(), object);
        fields
    }

    /// Makes a link to a file, or lets the one there is last longer; returns its path.
    pub(crate) fn link(&mut self, number: FileNumber, now_ms: u64) -> Option<String> {
        self.files.get_mut(number)?.link_ends_ms = now_ms + LINK_TTL_MS;
        self.path(number)
    }

    /// The file that a link leads to, while it lasts.
    pub(crate) fn linked(&self, path: &str, now_ms: u64) -> Option<&StoredFile> {
        let (_, name) = path.split_once("/file_")?;
        let number = name.split('.').next()?.parse().ok()?;
        let is_it = self.path(number).is_some_and(|there| there == path);
        self.get(number).filter(|file| is_it && now_ms < file.link_ends_ms)
    }

    fn path(&self, number: FileNumber) -> Option<String> {
        let file = self.get(number)?;
        let (folder, extension) = match file.kind {
            None => ("thumbnails", "jpg"),
            Some(MediaKind::Photo) => ("photos", "jpg"),
            Some(MediaKind::Video) => ("videos", "mp4"),
            Some(MediaKind::Animation) => ("animations", "mp4"),
            Some(MediaKind::Audio) => ("music", "mp3"),
            Some(MediaKind::Voice) => ("voice", "oga"),
            Some(MediaKind::VideoNote) => ("video_notes", "mp4"),
            Some(MediaKind::Document) => ("documents", ""),
            Some(MediaKind::Sticker) => ("stickers", "webp"),
        };
        let named = file.details.get("file_name").and_then(Value::as_str).and_then(extension_of);
        let extension = named.unwrap_or(extension);
        let dot = if extension.is_empty() { "" } else { "." };
        Some(format!("{folder}/file_{number}{dot}{extension}"))
    }
}

const FILE_ID_PREFIX_LEN: usize = 10;

/// What ids of files begin with, as Telegram's do.
fn prefix(kind: Option<MediaKind>) -> &'static str {
    match kind {
        None => "AAMCAgI",
        Some(MediaKind::Photo) => "AgACAgI",
        Some(MediaKind::Video) => "BAACAgI",
        Some(MediaKind::Animation) => "CgACAgI",
        Some(MediaKind::Audio) => "CQACAgI",
        Some(MediaKind::Voice) => "AwACAgI",
        Some(MediaKind::VideoNote) => "DQACAgI",
        Some(MediaKind::Document) => "BQACAgI",
        Some(MediaKind::Sticker) => "CAACAgI",
    }
}

/// The ending of a name, if it is an ordinary one.
fn extension_of(file_name: &str) -> Option<&str> {
    let (_, extension) = file_name.rsplit_once('.')?;
    let ordinary = extension.bytes().all(|letter| letter.is_ascii_alphanumeric());
    (ordinary && (1..=8).contains(&extension.len())).then_some(extension)
}

fn sides(attachment: &Attachment) -> (u32, u32) {
    let read = image::dimensions(&attachment.bytes);
    let (width, height) = read.unwrap_or(match attachment.kind {
        MediaKind::Sticker => (512, 512),
        _ => (640, 480),
    });
    (attachment.width.unwrap_or(width), attachment.height.unwrap_or(height))
}

fn small_details((width, height): (u32, u32)) -> Map<String, Value> {
    let longer = u64::from(width.max(height).max(1));
    let scaled = |side: u32| (u64::from(side) * u64::from(SMALL_SIDE) / longer).max(1);
    Map::from_iter([("width".to_owned(), scaled(width).into()), ("height".to_owned(), scaled(height).into())])
}

/// The fields of a file's object that tell what it is.
fn details(attachment: &Attachment) -> Map<String, Value> {
    let (width, height) = sides(attachment);
    let duration = attachment.duration_s;
    let name = attachment.file_name.as_deref();
    let ending = name.and_then(extension_of);
    let mime_type = attachment.mime_type.as_deref().unwrap_or_else(|| guess_mime(attachment.kind, name));
    let fields = match attachment.kind {
        MediaKind::Photo => json!({ "width": width, "height": height }),
        MediaKind::Video | MediaKind::Animation => json!({ "width": width, "height": height,
            "duration": duration, "file_name": name, "mime_type": mime_type }),
        MediaKind::Audio => json!({ "duration": duration, "performer": attachment.performer,
            "title": attachment.title, "file_name": name, "mime_type": mime_type }),
        MediaKind::Voice => json!({ "duration": duration, "mime_type": mime_type }),
        MediaKind::VideoNote => json!({ "length": width, "duration": duration }),
        MediaKind::Document => json!({ "file_name": name, "mime_type": mime_type }),
        MediaKind::Sticker => json!({ "type": "regular", "width": width, "height": height,
            "is_animated": ending == Some("tgs"),
            "is_video": ending == Some("webm"), "emoji": attachment.emoji }),
    };
    let Value::Object(mut fields) = fields else { return Map::new() };
    fields.retain(|_, value| !value.is_null());
    fields
}

fn guess_mime(kind: MediaKind, file_name: Option<&str>) -> &'static str {
    match file_name.and_then(extension_of).unwrap_or_default().to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "mp4" => "video/mp4",
        "mp3" => "audio/mpeg",
        "ogg" | "oga" => "audio/ogg",
        "pdf" => "application/pdf",
        "txt" | "log" => "text/plain",
        "html" | "htm" => "text/html",
        "svg" => "image/svg+xml",
        "zip" => "application/zip",
        _ => match kind {
            MediaKind::Video | MediaKind::Animation => "video/mp4",
            MediaKind::Audio => "audio/mpeg",
            MediaKind::Voice => "audio/ogg",
            _ => "application/octet-stream",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_lead_back_to_their_files_and_made_up_ones_nowhere() {
        let mut files = FileStore::default();
        let number = files.add(&Attachment::new(MediaKind::Voice, b"OggS"));
        let id = files.file_id(number).expect("it is there");
        assert_eq!(files.find(&id), Some(number));
        let (another_kind, longer) = (format!("BQ{}", &id[2..]), format!("{id}0"));
        for wrong in ["", "x", "AwACAgIAAx", "ÄÖÜÄÖÜÄÖÜ1", &another_kind, &longer] {
            assert_eq!(files.find(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_link_lasts_an_hour_and_names_only_its_file() {
        let mut files = FileStore::default();
        let document = Attachment {
            file_name: Some("../a.tar.gz".to_owned()),
            ..Attachment::new(MediaKind::Document, b"x")
        };
        let number = files.add(&document);
        assert!(files.linked("documents/file_0.gz", 0).is_none(), "nobody asked for a link");
        let path = files.link(number, 1_000).expect("a path");
        assert_eq!(path, "documents/file_0.gz");
        assert!(files.linked(&path, 1_000 + LINK_TTL_MS - 1).is_some());
        assert!(files.linked(&path, 1_000 + LINK_TTL_MS).is_none());
        assert!(files.linked("photos/file_0.gz", 1_001).is_none());
    }
}
