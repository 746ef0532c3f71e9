//! Sending albums.

use serde_json::{Map, Value};

use super::outgoing::{self, Destination};
use super::{Answer, media, render};
use crate::telegram::attachment::MediaKind;
use crate::telegram::errors::ApiError;
use crate::telegram::history::StoredMessage;
use crate::telegram::params::Params;
use crate::telegram::state::State;

/// The fewest files of an album.
const LEN_MIN: usize = 2;
/// The most files of an album.
const LEN_MAX: usize = 10;

/// `sendMediaGroup`: all files or none.
pub(super) fn send_media_group(state: &mut State, params: &Params) -> Answer {
    let destination = Destination::of(state, params)?;
    let items: Vec<Map<String, Value>> = params.structure("media")?.unwrap_or_default();
    let items: Vec<Params> = items.into_iter().map(|fields| params.within(fields)).collect();
    let kinds = items.iter().map(item_kind).collect::<Result<Vec<_>, _>>()?;
    check(&kinds)?;
    let drafts = items.iter().zip(&kinds).map(|(item, kind)| media::draft(state, item, *kind, "media"));
    let drafts = drafts.collect::<Result<Vec<_>, _>>()?;
    state.pace(destination.chat_id)?;
    let album = Some(state.new_album());
    let ids: Vec<i64> = drafts
        .into_iter()
        .map(|draft| {
            let draft = StoredMessage { album: album.clone(), ..draft };
            outgoing::post(state, params, &destination, draft)
        })
        .collect();
    let chat =
        state.chats.get(&destination.chat_id).ok_or_else(|| ApiError::bad_request("chat not found"))?;
    let sent = ids.iter().filter_map(|id| Some(state.message_object(chat, chat.history.get(*id)?)));
    render(&sent.collect::<Vec<_>>())
}

fn item_kind(item: &Params) -> Result<MediaKind, ApiError> {
    let named = item.text("type").unwrap_or_default();
    let unknown = || ApiError::bad_request("can't parse InputMedia: media type is not supported");
    let kind = MediaKind::of_field(&named).ok_or_else(unknown)?;
    match kind {
        MediaKind::Photo | MediaKind::Video | MediaKind::Audio | MediaKind::Document => Ok(kind),
        _ => Err(ApiError::bad_request(format!("type \"{named}\" can't be used in sendMediaGroup"))),
    }
}

/// Checks how many files there are, and that they may stand together.
fn check(kinds: &[MediaKind]) -> Result<(), ApiError> {
    if kinds.is_empty() {
        return Err(ApiError::bad_request("there are no messages to send"));
    }
    if kinds.len() > LEN_MAX {
        return Err(ApiError::bad_request("too many messages to send as an album"));
    }
    if kinds.len() < LEN_MIN {
        return Err(ApiError::bad_request("media group must include 2-10 items"));
    }
    for (kind, name) in [(MediaKind::Audio, "audio"), (MediaKind::Document, "document")] {
        let of_kind = kinds.iter().filter(|there| **there == kind).count();
        if of_kind > 0 && of_kind < kinds.len() {
            return Err(ApiError::bad_request(format!("{name} can't be mixed with other media types")));
        }
    }
    Ok(())
}

impl State {
    /// An id for a new album.
    pub(crate) fn new_album(&mut self) -> String {
        self.albums += 1;
        (13_000_000_000_000_000 + self.albums).to_string()
    }
}
