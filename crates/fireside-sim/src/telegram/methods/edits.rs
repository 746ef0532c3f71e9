//! Changing and deleting messages.

use serde_json::Value;

use super::messages::render_message;
use super::{Answer, compose, render};
use crate::telegram::chat::ChatKind;
use crate::telegram::entities::Entity;
use crate::telegram::errors::ApiError;
use crate::telegram::history::StoredMessage;
use crate::telegram::params::Params;
use crate::telegram::shown::EventKind;
use crate::telegram::state::State;

/// A bot may delete a message for this long after it was sent, in seconds.
const DELETABLE_FOR_S: u64 = 48 * 60 * 60;
/// How many messages one `deleteMessages` takes.
const DELETED_AT_ONCE_MAX: usize = 100;

/// `editMessageText`. Without `reply_markup` the buttons go.
pub(super) fn edit_message_text(state: &mut State, params: &Params) -> Answer {
    let body = compose::text(params)?;
    let keyboard = compose::keyboard(params)?;
    edit(state, params, Some(body), keyboard)
}

/// `editMessageReplyMarkup`.
pub(super) fn edit_message_reply_markup(state: &mut State, params: &Params) -> Answer {
    let keyboard = compose::keyboard(params)?;
    edit(state, params, None, keyboard)
}

fn edit(
    state: &mut State,
    params: &Params,
    body: Option<(String, Vec<Entity>)>,
    keyboard: Option<Value>,
) -> Answer {
    let chat_id = state.target(params)?;
    let id = params.id("message_id")?;
    let (bot, now_s) = (state.bot.id, state.clock.now_secs());
    let message = editable(state, chat_id, id, bot)?;
    let same_body =
        body.as_ref().is_none_or(|(text, entities)| *text == message.text && *entities == message.entities);
    if same_body && keyboard == message.keyboard {
        return Err(ApiError::bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same \
             as a current content and reply markup of the message",
        ));
    }
    state.pace(chat_id)?;
    let message = editable(state, chat_id, id, bot)?;
    if let Some((text, entities)) = body {
        message.text = text;
        message.entities = entities;
    }
    message.keyboard = keyboard;
    message.edit_date = Some(now_s);
    state.show(EventKind::Edited, chat_id, id);
    render_message(state, chat_id, id)
}

fn editable(state: &mut State, chat_id: i64, id: i64, bot: i64) -> Result<&mut StoredMessage, ApiError> {
    let message = state.message_mut(chat_id, id);
    let message = message.ok_or_else(|| ApiError::bad_request("message to edit not found"))?;
    if message.from != bot || !message.service.is_empty() {
        return Err(ApiError::bad_request("message can't be edited"));
    }
    Ok(message)
}

/// `deleteMessage`.
pub(super) fn delete_message(state: &mut State, params: &Params) -> Answer {
    let chat_id = state.target(params)?;
    delete(state, chat_id, params.id("message_id")?)?;
    render(&true)
}

/// `deleteMessages`: what can't be deleted is skipped.
pub(super) fn delete_messages(state: &mut State, params: &Params) -> Answer {
    let chat_id = state.target(params)?;
    let ids: Vec<i64> = params.structure("message_ids")?.unwrap_or_default();
    if ids.is_empty() {
        return Err(ApiError::bad_request("message identifiers are not specified"));
    }
    if ids.len() > DELETED_AT_ONCE_MAX {
        return Err(ApiError::bad_request("too many message identifiers specified"));
    }
    for id in ids {
        if let Err(skipped) = delete(state, chat_id, id) {
            tracing::trace!(status = skipped.status(), "a message was not deleted");
        }
    }
    render(&true)
}

fn delete(state: &mut State, chat_id: i64, id: i64) -> Result<(), ApiError> {
    let (bot, now_s) = (state.bot.id, state.clock.now_secs());
    let missing = || ApiError::bad_request("message to delete not found");
    let chat = state.chats.get_mut(&chat_id).ok_or_else(missing)?;
    let may_delete_others = chat.kind == ChatKind::Private || chat.status(bot).is_admin();
    let message = chat.message_mut(id).ok_or_else(missing)?;
    let too_old = now_s >= message.date + DELETABLE_FOR_S;
    if too_old || (message.from != bot && !may_delete_others) {
        return Err(ApiError::bad_request("message can't be deleted"));
    }
    message.deleted = true;
    state.show(EventKind::Deleted, chat_id, id);
    Ok(())
}
