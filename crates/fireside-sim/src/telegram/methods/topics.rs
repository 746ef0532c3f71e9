//! Forum topics. A topic's id is the id of the service message that opened it.

use serde_json::json;

use super::{Answer, render};
use crate::telegram::chat::Topic;
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::state::State;

/// The longest topic name, in characters.
const NAME_LEN_MAX: usize = 128;
/// The colours that Telegram allows; the first is the default.
const ICON_COLORS: [i64; 6] = [0x006F_B9F0, 0x00FF_D67E, 0x00CB_86DB, 0x008E_EE98, 0x00FF_93B2, 0x00FB_6F5F];

/// `createForumTopic`.
pub(super) fn create_forum_topic(state: &mut State, params: &Params) -> Answer {
    let chat_id = forum(state, params, "not enough rights to create a topic")?;
    let name = name(params)?.ok_or_else(|| ApiError::bad_request("topic name is empty"))?;
    let color = params.integer("icon_color")?.unwrap_or(ICON_COLORS[0]);
    if !ICON_COLORS.contains(&color) {
        return Err(ApiError::bad_request("invalid forum topic icon color specified"));
    }
    state.pace(chat_id)?;
    let bot = state.bot.id;
    let thread = state.open_topic(chat_id, bot, &name, color);
    render(&json!({ "message_thread_id": thread, "name": name, "icon_color": color }))
}

/// `editForumTopic`: without a name the name stays.
pub(super) fn edit_forum_topic(state: &mut State, params: &Params) -> Answer {
    let chat_id = forum(state, params, "not enough rights to edit the topic")?;
    let new_name = name(params)?;
    let (thread, topic) = topic(state, chat_id, params)?;
    let Some(new_name) = new_name.filter(|name| *name != topic.name) else {
        return if params.text("icon_custom_emoji_id").is_some() {
            render(&true)
        } else {
            Err(not_modified())
        };
    };
    topic.name.clone_from(&new_name);
    let bot = state.bot.id;
    state.post_service(chat_id, bot, Some(thread), json!({ "forum_topic_edited": { "name": new_name } }));
    render(&true)
}

/// `closeForumTopic`.
pub(super) fn close_forum_topic(state: &mut State, params: &Params) -> Answer {
    set_closed(state, params, true)
}

/// `reopenForumTopic`.
pub(super) fn reopen_forum_topic(state: &mut State, params: &Params) -> Answer {
    set_closed(state, params, false)
}

fn set_closed(state: &mut State, params: &Params, closed: bool) -> Answer {
    let chat_id = forum(state, params, "not enough rights to close or reopen the topic")?;
    let (thread, topic) = topic(state, chat_id, params)?;
    if topic.closed == closed {
        return Err(not_modified());
    }
    let bot = state.bot.id;
    state.close_topic(chat_id, bot, thread, closed);
    render(&true)
}

/// `deleteForumTopic`: the topic goes with all its messages.
pub(super) fn delete_forum_topic(state: &mut State, params: &Params) -> Answer {
    let chat_id = forum(state, params, "not enough rights to delete the topic")?;
    let (_, topic) = topic(state, chat_id, params)?;
    topic.deleted = true;
    render(&true)
}

impl State {
    /// Opens a topic with its service message and returns the topic's id.
    pub(crate) fn open_topic(&mut self, chat_id: i64, by: i64, name: &str, color: i64) -> i64 {
        let Some(chat) = self.chats.get_mut(&chat_id) else { return 0 };
        let thread = chat.history.next_id();
        chat.topics.insert(thread, Topic { name: name.to_owned(), closed: false, deleted: false });
        let created = json!({ "forum_topic_created": { "name": name, "icon_color": color } });
        self.post_service(chat_id, by, Some(thread), created)
    }

    /// Closes or reopens a topic with its service message.
    pub(crate) fn close_topic(&mut self, chat_id: i64, by: i64, thread: i64, closed: bool) {
        let topic = self.chats.get_mut(&chat_id).and_then(|chat| chat.topic_mut(thread));
        let Some(topic) = topic.filter(|topic| topic.closed != closed) else { return };
        topic.closed = closed;
        let field = if closed { "forum_topic_closed" } else { "forum_topic_reopened" };
        self.post_service(chat_id, by, Some(thread), json!({ field: {} }));
    }
}

/// The chat, if it has topics and the bot may manage them.
fn forum(state: &State, params: &Params, without_right: &str) -> Result<i64, ApiError> {
    let chat_id = state.target(params)?;
    let chat = state.chats.get(&chat_id).filter(|chat| chat.forum);
    let chat = chat.ok_or_else(|| ApiError::bad_request("the chat is not a forum"))?;
    if !chat.status(state.bot.id).is_admin() {
        return Err(ApiError::bad_request(without_right));
    }
    Ok(chat_id)
}

fn topic<'a>(state: &'a mut State, chat_id: i64, params: &Params) -> Result<(i64, &'a mut Topic), ApiError> {
    let thread = params.id("message_thread_id")?;
    let topic = state.chats.get_mut(&chat_id).and_then(|chat| chat.topic_mut(thread));
    topic.map(|topic| (thread, topic)).ok_or_else(|| ApiError::bad_request("TOPIC_ID_INVALID"))
}

/// The name, if one was given.
fn name(params: &Params) -> Result<Option<String>, ApiError> {
    let name = params.text("name").unwrap_or_default().trim().to_owned();
    if name.chars().count() > NAME_LEN_MAX {
        return Err(ApiError::bad_request("topic name is too long"));
    }
    Ok(Some(name).filter(|name| !name.is_empty()))
}

fn not_modified() -> ApiError {
    ApiError::bad_request("TOPIC_NOT_MODIFIED")
}
