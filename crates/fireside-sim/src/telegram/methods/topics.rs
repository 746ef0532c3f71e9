//! Forum topics. A topic's id is the id of the service message that opened it.

use serde_json::{Map, json};

use super::{Answer, render};
use crate::telegram::chat::{ChatKind, Topic};
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::rights::Right;
use crate::telegram::state::State;

/// The longest topic name, in characters.
const NAME_LEN_MAX: usize = 128;
/// The custom emoji that anybody may use as a topic's icon.
const ICONS: [(&str, &str); 4] = [
    ("5434144690511290129", "📰"),
    ("5312536423851630001", "💡"),
    ("5377316857231450742", "❓"),
    ("5237699328843200968", "✅"),
];
/// The colours that Telegram allows; the first is the default.
const ICON_COLORS: [i64; 6] = [0x006F_B9F0, 0x00FF_D67E, 0x00CB_86DB, 0x008E_EE98, 0x00FF_93B2, 0x00FB_6F5F];

/// `createForumTopic`.
pub(super) fn create_forum_topic(state: &mut State, params: &Params) -> Answer {
    let chat_id = forum(state, params, "not enough rights to create a topic")?;
    let name = name(params)?.ok_or_else(|| ApiError::bad_request("topic name is empty"))?;
    let icon_color = params.integer("icon_color")?.unwrap_or(ICON_COLORS[0]);
    if !ICON_COLORS.contains(&icon_color) {
        return Err(ApiError::bad_request("invalid forum topic icon color specified"));
    }
    let icon_emoji = icon_emoji(params)?.filter(|emoji| !emoji.is_empty());
    state.pace(chat_id)?;
    let bot = state.bot.id;
    let mut created = json!({ "name": name, "icon_color": icon_color });
    if let Some(emoji) = &icon_emoji {
        created["icon_custom_emoji_id"] = emoji.as_str().into();
    }
    let thread = state.open_topic(chat_id, bot, Opening { name, icon_color, icon_emoji });
    created["message_thread_id"] = thread.into();
    render(&created)
}

/// `editForumTopic`: what isn't named stays; an empty icon goes.
pub(super) fn edit_forum_topic(state: &mut State, params: &Params) -> Answer {
    let chat_id = forum(state, params, "not enough rights to edit the topic")?;
    let (new_name, new_icon) = (name(params)?, icon_emoji(params)?);
    let (thread, _) = topic(state, chat_id, params)?;
    let bot = state.bot.id;
    if state.edit_topic(chat_id, bot, thread, new_name, new_icon) {
        return render(&true);
    }
    Err(not_modified())
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

/// `getForumTopicIconStickers`.
pub(super) fn get_forum_topic_icon_stickers(_: &mut State, _: &Params) -> Answer {
    let sticker = |(id, emoji): (&str, &str)| {
        json!({
            "file_id": format!("topic-icon-{id}"),
            "file_unique_id": format!("icon{id}"),
            "type": "custom_emoji",
            "width": 512,
            "height": 512,
            "is_animated": false,
            "is_video": false,
            "emoji": emoji,
            "set_name": "Topics",
            "custom_emoji_id": id,
            "needs_repainting": false,
        })
    };
    render(&ICONS.map(sticker))
}

/// What a topic begins with.
#[derive(Debug)]
pub(crate) struct Opening {
    pub(crate) name: String,
    pub(crate) icon_color: i64,
    pub(crate) icon_emoji: Option<String>,
}

impl Opening {
    /// A topic without an icon of its own.
    pub(crate) fn named(name: &str) -> Self {
        Self { name: name.to_owned(), icon_color: ICON_COLORS[0], icon_emoji: None }
    }
}

impl State {
    /// Opens a topic with its service message and returns the topic's id.
    pub(crate) fn open_topic(&mut self, chat_id: i64, by: i64, opening: Opening) -> i64 {
        let Some(chat) = self.chats.get_mut(&chat_id) else { return 0 };
        let thread = chat.history.next_id();
        let Opening { name, icon_color, icon_emoji } = opening;
        let mut created = json!({ "name": name, "icon_color": icon_color });
        if let Some(emoji) = &icon_emoji {
            created["icon_custom_emoji_id"] = emoji.as_str().into();
        }
        chat.topics.insert(thread, Topic { name, icon_emoji, closed: false, deleted: false });
        self.post_service(chat_id, by, Some(thread), json!({ "forum_topic_created": created }))
    }

    /// Renames a topic or gives it another icon, with its service message;
    /// false when nothing changes.
    pub(crate) fn edit_topic(
        &mut self,
        chat_id: i64,
        by: i64,
        thread: i64,
        name: Option<String>,
        icon_emoji: Option<String>,
    ) -> bool {
        let topic = self.chats.get_mut(&chat_id).and_then(|chat| chat.topic_mut(thread));
        let Some(topic) = topic else { return false };
        let mut edited = Map::new();
        if let Some(name) = name.filter(|name| *name != topic.name) {
            topic.name.clone_from(&name);
            edited.insert("name".to_owned(), name.into());
        }
        let old_icon = topic.icon_emoji.clone().unwrap_or_default();
        if let Some(emoji) = icon_emoji.filter(|emoji| *emoji != old_icon) {
            topic.icon_emoji = Some(emoji.clone()).filter(|emoji| !emoji.is_empty());
            edited.insert("icon_custom_emoji_id".to_owned(), emoji.into());
        }
        if edited.is_empty() {
            return false;
        }
        self.post_service(chat_id, by, Some(thread), json!({ "forum_topic_edited": edited }));
        true
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

/// The chat, if it has topics and the bot may manage them. In a private chat
/// with topics it may.
pub(super) fn forum(state: &State, params: &Params, without_right: &str) -> Result<i64, ApiError> {
    let chat_id = state.target(params)?;
    let chat = state.chats.get(&chat_id).filter(|chat| chat.forum);
    let chat = chat.ok_or_else(|| ApiError::bad_request("the chat is not a forum"))?;
    if chat.kind != ChatKind::Private && !chat.may(state.bot.id, Right::ManageTopics) {
        return Err(ApiError::bad_request(without_right));
    }
    Ok(chat_id)
}

fn topic<'a>(state: &'a mut State, chat_id: i64, params: &Params) -> Result<(i64, &'a mut Topic), ApiError> {
    let thread = params.id("message_thread_id")?;
    let topic = state.chats.get_mut(&chat_id).and_then(|chat| chat.topic_mut(thread));
    topic.map(|topic| (thread, topic)).ok_or_else(|| ApiError::bad_request("TOPIC_ID_INVALID"))
}

/// The custom emoji, if one was given; an empty one takes the icon away.
fn icon_emoji(params: &Params) -> Result<Option<String>, ApiError> {
    let Some(emoji) = params.text("icon_custom_emoji_id") else { return Ok(None) };
    if emoji.is_empty() || ICONS.iter().any(|(id, _)| *id == emoji) {
        return Ok(Some(emoji.into_owned()));
    }
    Err(ApiError::bad_request("DOCUMENT_INVALID"))
}

/// The name, if one was given.
pub(super) fn name(params: &Params) -> Result<Option<String>, ApiError> {
    let name = params.text("name").unwrap_or_default().trim().to_owned();
    if name.chars().count() > NAME_LEN_MAX {
        return Err(ApiError::bad_request("topic name is too long"));
    }
    Ok(Some(name).filter(|name| !name.is_empty()))
}

pub(super) fn not_modified() -> ApiError {
    ApiError::bad_request("TOPIC_NOT_MODIFIED")
}
