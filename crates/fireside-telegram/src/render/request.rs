//! Pieces as calls of the Bot API.

use fireside_core::{CarriedFile, FileKind, Outgoing, Poll};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::files::{self, Shown};
use super::name::fitted;
use super::{Formatted, Piece, file_name};

/// The longest question of a poll, in characters (Bot API, `sendPoll`).
const QUESTION_LEN_MAX: usize = 300;
/// The longest option of a poll, in characters (Bot API, `InputPollOption`).
const OPTION_LEN_MAX: usize = 100;
/// How long a poll can stay open, in seconds (Bot API, `sendPoll`).
const OPEN_SECS: std::ops::RangeInclusive<u64> = 5..=2_628_000;

/// A call of the Bot API that sends something: all but where it goes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Request {
    /// The method.
    pub(crate) method: &'static str,
    /// The parameters.
    pub(crate) fields: Map<String, Value>,
    /// The files whose bytes go with it.
    pub(crate) uploads: Vec<Upload>,
}

/// A file whose bytes go with a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Upload {
    /// The part of the call that holds them.
    pub(crate) part: String,
    /// Which of the content's files it is.
    pub(crate) index: usize,
    /// The name it goes under.
    pub(crate) name: String,
}

impl Request {
    /// A call of `method`.
    pub(crate) fn new(method: &'static str) -> Self {
        Self { method, fields: Map::new(), uploads: Vec::new() }
    }

    /// Sets a parameter.
    pub(crate) fn set(&mut self, name: &str, value: impl Serialize) {
        // Nothing here has a map with keys that aren't words: it is always written.
        self.fields.insert(name.to_owned(), serde_json::to_value(value).unwrap_or_default());
    }
}

/// The call that sends `piece` of `content`.
pub(crate) fn request(piece: &Piece, content: &Outgoing) -> Request {
    match piece {
        Piece::Words(words) => {
            let mut request = Request::new("sendMessage");
            request.set("link_preview_options", json!({ "is_disabled": true }));
            put_words(&mut request.fields, "text", "entities", words);
            request
        }
        Piece::Files { files, caption } => match files.as_slice() {
            [file] => one_file(*file, caption, &content.files),
            files => album(files, caption, &content.files),
        },
        Piece::Poll => poll(content.poll.as_ref()),
    }
}

/// Puts words into parameters.
pub(crate) fn put_words(
    fields: &mut Map<String, Value>,
    text_field: &str,
    entities_field: &str,
    words: &Formatted,
) {
    fields.insert(text_field.to_owned(), words.text.clone().into());
    if !words.entities.is_empty() {
        let entities = serde_json::to_value(&words.entities).unwrap_or_default();
        fields.insert(entities_field.to_owned(), entities);
    }
}

fn one_file(shown: Shown, caption: &Formatted, carried: &[CarriedFile]) -> Request {
    let method = files::method(shown.kind);
    let mut request = Request::new(method.name);
    put_file(&mut request, None, shown, carried);
    if !caption.is_blank() {
        put_words(&mut request.fields, "caption", "caption_entities", caption);
    }
    request
}

fn album(files: &[Shown], caption: &Formatted, carried: &[CarriedFile]) -> Request {
    let mut request = Request::new("sendMediaGroup");
    let mut media = Vec::with_capacity(files.len());
    for (index, shown) in files.iter().enumerate() {
        let mut fields = Map::new();
        put_file(&mut request, Some(&mut fields), *shown, carried);
        if index == 0 && !caption.is_blank() {
            put_words(&mut fields, "caption", "caption_entities", caption);
        }
        media.push(fields);
    }
    request.set("media", media);
    request
}

/// Puts a file into a call, or into its place in an album.
fn put_file(
    request: &mut Request,
    of_album: Option<&mut Map<String, Value>>,
    shown: Shown,
    carried: &[CarriedFile],
) {
    let method = files::method(shown.kind);
    let Some(attachment) = carried.get(shown.index).map(|file| &file.attachment) else { return };
    let mut file = Map::new();
    let media = if shown.is_there {
        attachment.file.id.as_str().to_owned()
    } else {
        let part = format!("file{}", shown.index);
        let (index, name) = (shown.index, file_name::of(attachment));
        request.uploads.push(Upload { part: part.clone(), index, name });
        if shown.kind == FileKind::Document {
            file.insert("disable_content_type_detection".to_owned(), true.into());
        }
        if let Some(secs) = attachment.duration_secs.filter(|_| method.plays) {
            file.insert("duration".to_owned(), secs.into());
        }
        format!("attach://{part}")
    };
    if method.takes_spoiler && attachment.spoiler {
        file.insert("has_spoiler".to_owned(), true.into());
    }
    if let Some(fields) = of_album {
        file.insert("type".to_owned(), method.field.into());
        file.insert("media".to_owned(), media.into());
        fields.extend(file);
    } else {
        file.insert(method.field.to_owned(), media.into());
        request.fields.extend(file);
    }
}

/// Votes are heard only where the voters are known.
fn poll(poll: Option<&Poll>) -> Request {
    let mut request = Request::new("sendPoll");
    let Some(poll) = poll else { return request };
    request.set("question", fitted(&poll.question, QUESTION_LEN_MAX));
    let option = |option: &String| json!({ "text": fitted(option, OPTION_LEN_MAX) });
    request.set("options", poll.options.iter().map(option).collect::<Vec<_>>());
    request.set("is_anonymous", false);
    if poll.is_multiple {
        request.set("allows_multiple_answers", true);
    }
    if let Some(lasts) = poll.lasts {
        request.set("open_period", lasts.as_secs().clamp(*OPEN_SECS.start(), *OPEN_SECS.end()));
    }
    request
}
