//! Sending files: uploaded with the call, or by the id of one that Telegram has.

use super::outgoing::{self, Destination};
use super::{Answer, compose};
use crate::telegram::attachment::{Attachment, FileBytes, MediaKind};
use crate::telegram::content::{Content, Media};
use crate::telegram::errors::ApiError;
use crate::telegram::files::FileNumber;
use crate::telegram::history::StoredMessage;
use crate::telegram::image;
use crate::telegram::params::{Params, Upload};
use crate::telegram::state::State;

/// The largest sum of a photo's sides, in pixels.
const PHOTO_SIDES_MAX: u32 = 10_000;
/// How many times longer than the other a photo's side may be.
const PHOTO_RATIO_MAX: u32 = 20;

/// `sendPhoto`.
pub(super) fn send_photo(state: &mut State, params: &Params) -> Answer {
    send(state, params, MediaKind::Photo)
}

/// `sendVideo`.
pub(super) fn send_video(state: &mut State, params: &Params) -> Answer {
    send(state, params, MediaKind::Video)
}

/// `sendAnimation`.
pub(super) fn send_animation(state: &mut State, params: &Params) -> Answer {
    send(state, params, MediaKind::Animation)
}

/// `sendAudio`.
pub(super) fn send_audio(state: &mut State, params: &Params) -> Answer {
    send(state, params, MediaKind::Audio)
}

/// `sendVoice`.
pub(super) fn send_voice(state: &mut State, params: &Params) -> Answer {
    send(state, params, MediaKind::Voice)
}

/// `sendVideoNote`.
pub(super) fn send_video_note(state: &mut State, params: &Params) -> Answer {
    send(state, params, MediaKind::VideoNote)
}

/// `sendDocument`.
pub(super) fn send_document(state: &mut State, params: &Params) -> Answer {
    send(state, params, MediaKind::Document)
}

/// `sendSticker`.
pub(super) fn send_sticker(state: &mut State, params: &Params) -> Answer {
    send(state, params, MediaKind::Sticker)
}

fn send(state: &mut State, params: &Params, kind: MediaKind) -> Answer {
    let destination = Destination::of(state, params)?;
    let draft = draft(state, params, kind, kind.field())?;
    outgoing::send(state, params, &destination, draft)
}

/// A message with the file that `field` names, and its caption.
///
/// # Errors
/// There is no such file, it may not be sent so, or the caption is refused.
pub(super) fn draft(
    state: &mut State,
    params: &Params,
    kind: MediaKind,
    field: &str,
) -> Result<StoredMessage, ApiError> {
    let (text, entities) =
        if kind.takes_caption() { compose::caption(params)? } else { <(String, Vec<_>)>::default() };
    let media = Media {
        kind,
        file: file(state, params, kind, field)?,
        spoiler: kind.is_visual() && params.flag("has_spoiler"),
        caption_above: kind.is_visual() && params.flag("show_caption_above_media"),
    };
    Ok(StoredMessage { text, entities, content: Content::Media(media), ..StoredMessage::default() })
}

/// The file that `field` names: a part of the call, `attach://` with the name
/// of one, or the id of a file that is there.
fn file(state: &mut State, params: &Params, kind: MediaKind, field: &str) -> Result<FileNumber, ApiError> {
    let missing = || {
        let what = kind.field().replace('_', " ");
        ApiError::bad_request(format!("there is no {what} in the request"))
    };
    if let Some(upload) = params.upload(field) {
        return keep(state, params, kind, upload);
    }
    let named = params.text(field).filter(|named| !named.is_empty()).ok_or_else(missing)?;
    if let Some(part) = named.strip_prefix("attach://") {
        return keep(state, params, kind, params.upload(part).ok_or_else(missing)?);
    }
    if named.starts_with("http://") || named.starts_with("https://") {
        // Nothing leaves this machine.
        return Err(ApiError::bad_request("failed to get HTTP URL content"));
    }
    let unknown = || ApiError::bad_request("wrong file identifier/HTTP URL specified");
    let number = state.files.find(&named).ok_or_else(unknown)?;
    match state.files.get(number).and_then(|file| file.kind) {
        Some(there) if there == kind => Ok(number),
        there => {
            let (there, wanted) = (there.map_or("Thumbnail", MediaKind::type_name), kind.type_name());
            Err(ApiError::bad_request(format!("can't use file of type {there} as {wanted}")))
        }
    }
}

/// Keeps an uploaded file.
fn keep(
    state: &mut State,
    params: &Params,
    kind: MediaKind,
    upload: &Upload,
) -> Result<FileNumber, ApiError> {
    if upload.bytes.is_empty() {
        return Err(ApiError::bad_request("file must be non-empty"));
    }
    if kind == MediaKind::Photo {
        check_photo(&upload.bytes, state.limits.photo_len_max)?;
    }
    let side = |name: &str| Ok(params.integer(name)?.and_then(|side| u32::try_from(side).ok()));
    let words = |name: &str| params.text(name).filter(|text| !text.is_empty()).map(String::from);
    let length = side("length")?;
    let attachment = Attachment {
        file_name: cleaned(&upload.file_name),
        // The type of a bare upload tells nothing.
        mime_type: upload.mime_type.clone().filter(|mime_type| mime_type != "application/octet-stream"),
        width: side("width")?.or(length),
        height: side("height")?.or(length),
        duration_s: side("duration")?.unwrap_or_default(),
        title: words("title"),
        performer: words("performer"),
        emoji: words("emoji"),
        thumbnail: thumbnail(params),
        ..Attachment::new(kind, upload.bytes.clone())
    };
    Ok(state.files.add(&attachment))
}

fn thumbnail(params: &Params) -> Option<FileBytes> {
    let named = params.text("thumbnail");
    let part = named.as_deref().and_then(|named| named.strip_prefix("attach://"));
    let upload = params.upload(part.unwrap_or("thumbnail"))?;
    Some(upload.bytes.clone()).filter(|bytes| !bytes.is_empty())
}

fn check_photo(bytes: &[u8], len_max: usize) -> Result<(), ApiError> {
    let len = bytes.len();
    if len > len_max {
        let reason = format!("file of size {len} bytes is too big for a photo");
        return Err(ApiError::bad_request(format!("{reason}; the maximum size is {len_max} bytes")));
    }
    let (width, height) =
        image::dimensions(bytes).ok_or_else(|| ApiError::bad_request("IMAGE_PROCESS_FAILED"))?;
    let (longer, shorter) = (width.max(height), width.min(height));
    let fits = longer.saturating_add(shorter) <= PHOTO_SIDES_MAX;
    if !fits || longer > shorter.saturating_mul(PHOTO_RATIO_MAX) {
        return Err(ApiError::bad_request("PHOTO_INVALID_DIMENSIONS"));
    }
    Ok(())
}

/// The name without the folders that some clients send along.
fn cleaned(file_name: &str) -> Option<String> {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = name.chars().filter(|letter| !letter.is_control()).collect();
    Some(name).filter(|name| !name.is_empty())
}
