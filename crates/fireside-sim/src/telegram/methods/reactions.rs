//! The bot's own reactions.

use serde_json::Value;

use super::{Answer, render};
use crate::telegram::chat::ChatKind;
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::reactions;
use crate::telegram::rights::Right;
use crate::telegram::shown::EventKind;
use crate::telegram::state::State;

/// `setMessageReaction`: at most one reaction per message is a bot's due.
pub(super) fn set_message_reaction(state: &mut State, params: &Params) -> Answer {
    let chat_id = state.target(params)?;
    let id = params.id("message_id")?;
    let chosen: Vec<Value> = params.structure("reaction")?.unwrap_or_default();
    if chosen.len() > 1 {
        return Err(ApiError::bad_request("REACTIONS_TOO_MANY"));
    }
    chosen.iter().try_for_each(reactions::check)?;
    let bot = state.bot.id;
    let message = state.message_mut(chat_id, id);
    let message = message.ok_or_else(|| ApiError::bad_request("message to react not found"))?;
    if !message.service.is_empty() {
        return Err(ApiError::bad_request("REACTION_INVALID"));
    }
    if chosen.is_empty() {
        message.reactions.remove(&bot);
    } else {
        message.reactions.insert(bot, chosen);
    }
    state.show(EventKind::Edited, chat_id, id);
    render(&true)
}

/// `deleteMessageReaction`: takes somebody's reactions off a message.
pub(super) fn delete_message_reaction(state: &mut State, params: &Params) -> Answer {
    let chat_id = moderated(state, params)?;
    let id = params.id("message_id")?;
    let actor = actor(params)?;
    let message = state.message_mut(chat_id, id);
    let message = message.ok_or_else(|| ApiError::bad_request("message not found"))?;
    message.reactions.remove(&actor);
    state.show(EventKind::Edited, chat_id, id);
    render(&true)
}

/// `deleteAllMessageReactions`: takes all of somebody's reactions off a chat.
pub(super) fn delete_all_message_reactions(state: &mut State, params: &Params) -> Answer {
    let chat_id = moderated(state, params)?;
    let actor = actor(params)?;
    let Some(chat) = state.chats.get(&chat_id) else { return render(&true) };
    let touched = chat.history.iter().filter(|message| message.reactions.contains_key(&actor));
    let touched: Vec<i64> = touched.map(|message| message.id).collect();
    for id in touched {
        if let Some(message) = state.message_mut(chat_id, id) {
            message.reactions.remove(&actor);
            state.show(EventKind::Edited, chat_id, id);
        }
    }
    render(&true)
}

/// The group whose messages the bot may moderate.
fn moderated(state: &State, params: &Params) -> Result<i64, ApiError> {
    let chat_id = state.target(params)?;
    let chat = state.chats.get(&chat_id).filter(|chat| chat.kind != ChatKind::Private);
    if !chat.is_some_and(|chat| chat.may(state.bot.id, Right::DeleteMessages)) {
        return Err(ApiError::bad_request("not enough rights to delete reactions"));
    }
    Ok(chat_id)
}

fn actor(params: &Params) -> Result<i64, ApiError> {
    let named = params.integer("user_id")?.or(params.integer("actor_chat_id")?);
    named.ok_or_else(|| ApiError::bad_request("user_id or actor_chat_id must be specified"))
}
