//! "typing…" and the like.

use super::{Answer, render};
use crate::telegram::chat::ShownAction;
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::state::State;

/// People see an action for five seconds, or until the bot's next message.
const SHOWN_FOR_MS: u64 = 5_000;

const ACTIONS: [&str; 13] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "record_audio",
    "upload_voice",
    "upload_audio",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

/// `sendChatAction`.
pub(super) fn send_chat_action(state: &mut State, params: &Params) -> Answer {
    let chat_id = state.target(params)?;
    let (bot, until_ms) = (state.bot.id, state.now_ms() + SHOWN_FOR_MS);
    let Some(chat) = state.chats.get(&chat_id) else { return Err(ApiError::bad_request("chat not found")) };
    let thread = state.target_thread(chat, params, None)?;
    let action = params.text("action").unwrap_or_default().into_owned();
    if !ACTIONS.contains(&action.as_str()) {
        return Err(ApiError::bad_request("wrong parameter action in request"));
    }
    if let Some(chat) = state.chats.get_mut(&chat_id) {
        chat.actions.insert((bot, thread), ShownAction { action, until_ms });
    }
    render(&true)
}
