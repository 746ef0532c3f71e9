//! What a message may consist of: text with entities, and keyboards.

use serde_json::Value;

use crate::telegram::entities::{self, Entity};
use crate::telegram::errors::ApiError;
use crate::telegram::html;
use crate::telegram::params::Params;

/// The longest text, in UTF-16 code units after entities.
const TEXT_LEN_MAX: usize = 4096;
/// `callback_data` is 1–64 bytes.
const CALLBACK_DATA_LEN_MAX: usize = 64;
/// More buttons than this in one keyboard are refused.
const BUTTONS_MAX: usize = 100;

/// The text and entities of a call.
///
/// # Errors
/// The text is empty or too long, or its markup doesn't parse.
pub(super) fn text(params: &Params) -> Result<(String, Vec<Entity>), ApiError> {
    let source = params.text("text").unwrap_or_default();
    let mode = params.text("parse_mode").unwrap_or_default();
    let (text, given) = match mode.to_ascii_lowercase().as_str() {
        "" => (source.into_owned(), params.structure("entities")?.unwrap_or_default()),
        "html" => html::parse(&source)?,
        _ => return Err(ApiError::bad_request("unsupported parse_mode")),
    };
    if !entities::is_visible(&text) {
        return Err(ApiError::bad_request("message text is empty"));
    }
    if entities::utf16_len(&text) > TEXT_LEN_MAX {
        return Err(ApiError::bad_request("message is too long"));
    }
    entities::check(&text, &given)?;
    let all = entities::with_detected(&text, given);
    Ok((text, all))
}

/// The inline keyboard of a call; other reply markup is checked and let go, as
/// messages don't carry it.
///
/// # Errors
/// The markup is none, or a button breaks its limits.
pub(super) fn keyboard(params: &Params) -> Result<Option<Value>, ApiError> {
    let Some(markup) = params.structure::<Value>("reply_markup")? else { return Ok(None) };
    let known = ["keyboard", "remove_keyboard", "force_reply"];
    let Some(rows) = markup.get("inline_keyboard") else {
        let is_other = known.iter().any(|field| markup.get(field).is_some());
        let refusal = || ApiError::bad_request("object expected as reply markup");
        let harmless = is_other || markup.as_object().is_some_and(serde_json::Map::is_empty);
        return if harmless { Ok(None) } else { Err(refusal()) };
    };
    let wrong =
        || ApiError::bad_request("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array");
    let rows = rows.as_array().ok_or_else(wrong)?;
    let mut count = 0;
    for row in rows {
        for button in row.as_array().ok_or_else(wrong)? {
            check_button(button)?;
            count += 1;
        }
    }
    if count > BUTTONS_MAX {
        return Err(ApiError::bad_request("reply markup is too long"));
    }
    Ok((count > 0).then_some(markup))
}

fn check_button(button: &Value) -> Result<(), ApiError> {
    let refuse =
        |reason: &str| Err(ApiError::bad_request(format!("can't parse inline keyboard button: {reason}")));
    let field = |name: &str| button.get(name).and_then(Value::as_str);
    if field("text").unwrap_or_default().is_empty() {
        return refuse("field \"text\" must be a non-empty String");
    }
    if let Some(data) = button.get("callback_data") {
        let len = data.as_str().map_or(0, str::len);
        let fits = (1..=CALLBACK_DATA_LEN_MAX).contains(&len);
        return if fits { Ok(()) } else { Err(ApiError::bad_request("BUTTON_DATA_INVALID")) };
    }
    if let Some(url) = field("url") {
        let known = ["http://", "https://", "tg://"].iter().any(|scheme| url.starts_with(scheme));
        let bare = url.contains('.') && !url.contains(char::is_whitespace);
        let reason = "BUTTON_URL_INVALID";
        return if known || bare { Ok(()) } else { Err(ApiError::bad_request(reason)) };
    }
    let others =
        ["web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat", "copy_text"];
    let more = ["switch_inline_query_chosen_chat", "callback_game", "pay"];
    if others.iter().chain(&more).any(|name| button.get(name).is_some()) {
        return Ok(());
    }
    Err(ApiError::bad_request("text buttons are unallowed in the inline keyboard"))
}
