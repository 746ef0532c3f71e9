//! Changing captions and files of messages that are there.

use serde_json::{Map, Value};

use super::edits::{Change, edit};
use super::{Answer, compose, media};
use crate::telegram::attachment::MediaKind;
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::state::State;

/// `editMessageCaption`: without `caption` the caption goes.
pub(super) fn edit_message_caption(state: &mut State, params: &Params) -> Answer {
    let (text, entities) = compose::caption(params)?;
    let above = params.flag("show_caption_above_media");
    edit(state, params, Change::Caption { text, entities, above })
}

/// `editMessageMedia`: the new file brings its caption along.
pub(super) fn edit_message_media(state: &mut State, params: &Params) -> Answer {
    let fields: Option<Map<String, Value>> = params.structure("media")?;
    let item = params.within(fields.ok_or_else(|| ApiError::bad_request("media not found"))?);
    let named = item.text("type").unwrap_or_default();
    let editable = |kind: &MediaKind| kind.takes_caption() && *kind != MediaKind::Voice;
    let unknown = || ApiError::bad_request("can't parse InputMedia: media type is not supported");
    let kind = MediaKind::of_field(&named).filter(editable).ok_or_else(unknown)?;
    let draft = media::draft(state, &item, kind, "media")?;
    edit(state, params, Change::Media { draft: Box::new(draft) })
}
