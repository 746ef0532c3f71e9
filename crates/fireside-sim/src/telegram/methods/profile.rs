//! The bot's name, descriptions and menu button.

use serde_json::{Value, json};

use super::commands::language;
use super::{Answer, render};
use crate::telegram::chat::ChatKind;
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::profile::{Localised, Profile};
use crate::telegram::state::State;

/// The longest name, in characters.
const NAME_LEN_MAX: usize = 64;
/// The longest description, in characters.
const DESCRIPTION_LEN_MAX: usize = 512;
/// The longest short description, in characters.
const SHORT_DESCRIPTION_LEN_MAX: usize = 120;

/// `setMyName`.
pub(super) fn set_my_name(state: &mut State, params: &Params) -> Answer {
    let wrong = "BOT_TITLE_INVALID";
    set(&mut state.profile.names, params, "name", NAME_LEN_MAX, wrong)
}

/// `getMyName`.
pub(super) fn get_my_name(state: &mut State, params: &Params) -> Answer {
    let name = state.profile.names.get(&language(params)?).unwrap_or(&state.bot.first_name);
    render(&json!({ "name": name }))
}

/// `setMyDescription`.
pub(super) fn set_my_description(state: &mut State, params: &Params) -> Answer {
    let wrong = "BOT_DESCRIPTION_INVALID";
    set(&mut state.profile.descriptions, params, "description", DESCRIPTION_LEN_MAX, wrong)
}

/// `getMyDescription`.
pub(super) fn get_my_description(state: &mut State, params: &Params) -> Answer {
    let description = state.profile.descriptions.get(&language(params)?).unwrap_or_default();
    render(&json!({ "description": description }))
}

/// `setMyShortDescription`.
pub(super) fn set_my_short_description(state: &mut State, params: &Params) -> Answer {
    let (field, wrong) = ("short_description", "BOT_SHORT_DESCRIPTION_INVALID");
    set(&mut state.profile.short_descriptions, params, field, SHORT_DESCRIPTION_LEN_MAX, wrong)
}

/// `getMyShortDescription`.
pub(super) fn get_my_short_description(state: &mut State, params: &Params) -> Answer {
    let description = state.profile.short_descriptions.get(&language(params)?).unwrap_or_default();
    render(&json!({ "short_description": description }))
}

fn set(
    texts: &mut Localised,
    params: &Params,
    field: &str,
    len_max: usize,
    too_long: &'static str,
) -> Answer {
    let text = params.text(field).unwrap_or_default().into_owned();
    if text.chars().count() > len_max {
        return Err(ApiError::bad_request(too_long));
    }
    texts.set(language(params)?, text);
    render(&true)
}

/// `setChatMenuButton`.
pub(super) fn set_chat_menu_button(state: &mut State, params: &Params) -> Answer {
    let chat = menu_chat(state, params)?;
    let button: Value = params.structure("menu_button")?.unwrap_or_else(|| json!({ "type": "default" }));
    match button["type"].as_str() {
        Some("default" | "commands") => {}
        Some("web_app") => {
            let url = button["web_app"]["url"].as_str().unwrap_or_default();
            if !url.starts_with("https://") || button["text"].as_str().unwrap_or_default().is_empty() {
                return Err(ApiError::bad_request("BUTTON_URL_INVALID"));
            }
        }
        _ => return Err(ApiError::bad_request("can't parse menu button: MenuButton has unsupported type")),
    }
    state.profile.menu_buttons.insert(chat, button);
    render(&true)
}

/// `getChatMenuButton`: a chat without its own has the one for all.
pub(super) fn get_chat_menu_button(state: &mut State, params: &Params) -> Answer {
    let chat = menu_chat(state, params)?;
    let Profile { menu_buttons, .. } = &state.profile;
    let is_own = |button: &&Value| button["type"] != "default";
    let button = menu_buttons.get(&chat).filter(is_own).or_else(|| menu_buttons.get(&0));
    render(&button.cloned().unwrap_or_else(|| json!({ "type": "commands" })))
}

/// The private chat that is meant; 0 is every other.
fn menu_chat(state: &State, params: &Params) -> Result<i64, ApiError> {
    if !params.is_given("chat_id") {
        return Ok(0);
    }
    let chat_id = state.target(params)?;
    let is_private = state.chats.get(&chat_id).is_some_and(|chat| chat.kind == ChatKind::Private);
    if is_private { Ok(chat_id) } else { Err(ApiError::bad_request("chat_id must be of a private chat")) }
}
