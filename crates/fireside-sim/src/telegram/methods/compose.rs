//! What a message may consist of: text with entities.

pub(super) use super::keyboards::inline as keyboard;
use crate::telegram::entities::{self, Entity};
use crate::telegram::errors::ApiError;
use crate::telegram::markup;
use crate::telegram::params::Params;

/// The longest text, in UTF-16 code units after entities.
const TEXT_LEN_MAX: usize = 4096;
/// The longest caption of a file, counted the same way.
const CAPTION_LEN_MAX: usize = 1024;

/// The text and entities of a call.
///
/// # Errors
/// The text is empty or too long, or its markup doesn't parse.
pub(super) fn text(params: &Params) -> Result<(String, Vec<Entity>), ApiError> {
    let (text, entities) = marked_up(params, "text", "parse_mode", "entities")?;
    if !entities::is_visible(&text) {
        return Err(ApiError::bad_request("message text is empty"));
    }
    if entities::utf16_len(&text) > TEXT_LEN_MAX {
        return Err(ApiError::bad_request("message is too long"));
    }
    Ok((text, entities))
}

/// The caption and entities of a call; both empty when it has none.
///
/// # Errors
/// The caption is too long, or its markup doesn't parse.
pub(super) fn caption(params: &Params) -> Result<(String, Vec<Entity>), ApiError> {
    let (caption, entities) = marked_up(params, "caption", "parse_mode", "caption_entities")?;
    if !entities::is_visible(&caption) {
        return Ok((String::new(), Vec::new()));
    }
    if entities::utf16_len(&caption) > CAPTION_LEN_MAX {
        return Err(ApiError::bad_request("message caption is too long"));
    }
    Ok((caption, entities))
}

/// The words of one parameter, marked up by a parse mode or by given entities.
///
/// # Errors
/// The markup doesn't parse, or the entities don't fit the words.
pub(super) fn marked_up(
    params: &Params,
    field: &str,
    mode_field: &str,
    entities_field: &str,
) -> Result<(String, Vec<Entity>), ApiError> {
    let source = params.text(field).unwrap_or_default();
    let mode = params.text(mode_field).unwrap_or_default();
    let (text, given) = match mode.as_ref() {
        "" => (source.into_owned(), params.structure(entities_field)?.unwrap_or_default()),
        mode => markup::parse(mode, &source)?,
    };
    entities::check(&text, &given)?;
    let all = entities::with_detected(&text, given);
    Ok((text, all))
}
