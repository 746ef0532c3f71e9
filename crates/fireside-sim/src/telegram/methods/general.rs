//! General, the topic without an id.

use serde_json::json;

use super::topics::{forum, name, not_modified};
use super::{Answer, render};
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::state::State;

/// `editGeneralForumTopic`.
pub(super) fn edit_general_forum_topic(state: &mut State, params: &Params) -> Answer {
    let chat_id = forum(state, params, "not enough rights to edit the topic")?;
    let name = name(params)?.ok_or_else(|| ApiError::bad_request("topic name is empty"))?;
    let bot = state.bot.id;
    answer(state.rename_general(chat_id, bot, &name))
}

/// `closeGeneralForumTopic`.
pub(super) fn close_general_forum_topic(state: &mut State, params: &Params) -> Answer {
    set_closed(state, params, true)
}

/// `reopenGeneralForumTopic`: a hidden one comes back.
pub(super) fn reopen_general_forum_topic(state: &mut State, params: &Params) -> Answer {
    set_closed(state, params, false)
}

fn set_closed(state: &mut State, params: &Params, closed: bool) -> Answer {
    let chat_id = forum(state, params, "not enough rights to close or reopen the topic")?;
    let bot = state.bot.id;
    answer(state.close_general(chat_id, bot, closed))
}

/// `hideGeneralForumTopic`: it is closed too.
pub(super) fn hide_general_forum_topic(state: &mut State, params: &Params) -> Answer {
    set_hidden(state, params, true)
}

/// `unhideGeneralForumTopic`.
pub(super) fn unhide_general_forum_topic(state: &mut State, params: &Params) -> Answer {
    set_hidden(state, params, false)
}

fn set_hidden(state: &mut State, params: &Params, hidden: bool) -> Answer {
    let chat_id = forum(state, params, "not enough rights to hide or unhide the topic")?;
    let bot = state.bot.id;
    answer(state.hide_general(chat_id, bot, hidden))
}

fn answer(changed: bool) -> Answer {
    if changed { render(&true) } else { Err(not_modified()) }
}

impl State {
    /// Renames General with its service message; false when it has that name.
    pub(crate) fn rename_general(&mut self, chat_id: i64, by: i64, name: &str) -> bool {
        let Some(chat) = self.chats.get_mut(&chat_id).filter(|chat| chat.general.name != name) else {
            return false;
        };
        name.clone_into(&mut chat.general.name);
        self.post_service(chat_id, by, None, json!({ "forum_topic_edited": { "name": name } }));
        true
    }

    /// Closes or reopens General with its service message; false when it is so.
    pub(crate) fn close_general(&mut self, chat_id: i64, by: i64, closed: bool) -> bool {
        let Some(chat) = self.chats.get_mut(&chat_id).filter(|chat| chat.general.closed != closed) else {
            return false;
        };
        chat.general.closed = closed;
        chat.general.hidden &= closed;
        let field = if closed { "forum_topic_closed" } else { "forum_topic_reopened" };
        self.post_service(chat_id, by, None, json!({ field: {} }));
        true
    }

    /// Hides General, which closes it, or shows it again; false when it is so.
    pub(crate) fn hide_general(&mut self, chat_id: i64, by: i64, hidden: bool) -> bool {
        let Some(chat) = self.chats.get_mut(&chat_id).filter(|chat| chat.general.hidden != hidden) else {
            return false;
        };
        chat.general.hidden = hidden;
        chat.general.closed |= hidden;
        let field = if hidden { "general_forum_topic_hidden" } else { "general_forum_topic_unhidden" };
        self.post_service(chat_id, by, None, json!({ field: {} }));
        true
    }
}
