//! Reply markup: inline keyboards with every kind of button, and the keyboards
//! that stand in place of the letters.

use serde_json::{Map, Value};

use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;

/// `callback_data` is 1–64 bytes.
const CALLBACK_DATA_LEN_MAX: usize = 64;
/// What a button copies is 1–256 characters.
const COPY_TEXT_LEN_MAX: usize = 256;
/// A hint in an empty input field is 1–64 characters.
const PLACEHOLDER_LEN_MAX: usize = 64;
/// More buttons than this in one keyboard are refused.
const BUTTONS_MAX: usize = 100;
/// More buttons than this in a reply keyboard are refused.
const REPLY_BUTTONS_MAX: usize = 300;
/// What a button may do, of which one must be chosen.
const ACTIONS: [&str; 10] = [
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
];

/// The inline keyboard of a call; other reply markup is checked and let go, as
/// messages don't carry it.
///
/// # Errors
/// The markup is none, or a button breaks its limits.
pub(super) fn inline(params: &Params) -> Result<Option<Value>, ApiError> {
    let Some(markup) = params.structure::<Value>("reply_markup")? else { return Ok(None) };
    if let Some(rows) = markup.get("inline_keyboard") {
        let count = check_rows(rows, "InlineKeyboardMarkup", "inline_keyboard", check_button)?;
        return if count > BUTTONS_MAX { Err(too_long()) } else { Ok((count > 0).then_some(markup)) };
    }
    if let Some(rows) = markup.get("keyboard") {
        let count = check_rows(rows, "ReplyKeyboardMarkup", "keyboard", check_reply_button)?;
        if count > REPLY_BUTTONS_MAX {
            return Err(too_long());
        }
        check_placeholder(&markup)?;
    } else if markup.get("force_reply").is_some() {
        check_placeholder(&markup)?;
    } else if markup.get("remove_keyboard").is_none() && !markup.as_object().is_some_and(Map::is_empty) {
        return Err(ApiError::bad_request("object expected as reply markup"));
    }
    Ok(None)
}

fn too_long() -> ApiError {
    ApiError::bad_request("reply markup is too long")
}

/// Checks each button of the rows and counts them.
fn check_rows(
    rows: &Value,
    object: &str,
    field: &str,
    check: fn(&Value) -> Result<(), ApiError>,
) -> Result<usize, ApiError> {
    let wrong = || ApiError::bad_request(format!("field \"{field}\" of the {object} must be an Array"));
    let mut count = 0;
    for row in rows.as_array().ok_or_else(wrong)? {
        let wrong =
            || ApiError::bad_request(format!("field \"{field}\" of the {object} must be an Array of Arrays"));
        for button in row.as_array().ok_or_else(wrong)? {
            check(button)?;
            count += 1;
        }
    }
    Ok(count)
}

fn check_button(button: &Value) -> Result<(), ApiError> {
    let field = |name: &str| button.get(name).and_then(Value::as_str);
    if field("text").unwrap_or_default().is_empty() {
        let reason = "can't parse inline keyboard button: field \"text\" must be a non-empty String";
        return Err(ApiError::bad_request(reason));
    }
    check_style(button)?;
    let Some(action) = ACTIONS.into_iter().find(|action| button.get(action).is_some()) else {
        return Err(ApiError::bad_request("text buttons are unallowed in the inline keyboard"));
    };
    let chosen = &button[action];
    let is_https = |url: &Value| url.as_str().is_some_and(|url| url.starts_with("https://"));
    let (fits, refusal) = match action {
        "callback_data" => {
            let len = chosen.as_str().map_or(0, str::len);
            ((1..=CALLBACK_DATA_LEN_MAX).contains(&len), "BUTTON_DATA_INVALID")
        }
        "url" => (chosen.as_str().is_some_and(is_link), "BUTTON_URL_INVALID"),
        "copy_text" => {
            let len = chosen["text"].as_str().map_or(0, |text| text.chars().count());
            ((1..=COPY_TEXT_LEN_MAX).contains(&len), "BUTTON_COPY_TEXT_INVALID")
        }
        "web_app" => (
            is_https(&chosen["url"]),
            "inline keyboard button Web App URL is invalid: Only HTTPS links are allowed",
        ),
        "login_url" => (is_https(&chosen["url"]), "BUTTON_URL_INVALID"),
        "switch_inline_query" | "switch_inline_query_current_chat" => {
            (chosen.is_string(), "BUTTON_TYPE_INVALID")
        }
        "switch_inline_query_chosen_chat" => (chosen.is_object(), "BUTTON_TYPE_INVALID"),
        // Games and payments are beyond the simulator.
        _ => (false, "BUTTON_TYPE_INVALID"),
    };
    if fits { Ok(()) } else { Err(ApiError::bad_request(refusal)) }
}

fn is_link(url: &str) -> bool {
    let known = ["http://", "https://", "tg://"].iter().any(|scheme| url.starts_with(scheme));
    known || (url.contains('.') && !url.contains(char::is_whitespace))
}

fn check_style(button: &Value) -> Result<(), ApiError> {
    let style = button.get("style").and_then(Value::as_str);
    let known = style.is_none_or(|style| matches!(style, "" | "danger" | "success" | "primary"));
    if known { Ok(()) } else { Err(ApiError::bad_request("BUTTON_STYLE_INVALID")) }
}

/// A button of a reply keyboard: an object, or only its text.
fn check_reply_button(button: &Value) -> Result<(), ApiError> {
    let text = button.as_str().or_else(|| button.get("text").and_then(Value::as_str));
    if text.unwrap_or_default().is_empty() {
        let reason = "can't parse keyboard button: field \"text\" must be a non-empty String";
        return Err(ApiError::bad_request(reason));
    }
    check_style(button)
}

fn check_placeholder(markup: &Value) -> Result<(), ApiError> {
    let placeholder = markup.get("input_field_placeholder").and_then(Value::as_str).unwrap_or_default();
    if placeholder.chars().count() > PLACEHOLDER_LEN_MAX {
        return Err(ApiError::bad_request("INPUT_FIELD_PLACEHOLDER_INVALID"));
    }
    Ok(())
}
