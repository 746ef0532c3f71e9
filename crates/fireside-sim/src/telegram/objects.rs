//! The Bot API's objects as the simulator renders them. Absent fields are left
//! out, never null.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::chat::{Chat, ChatKind, Status};
use super::entities::Entity;
use super::history::StoredMessage;
use super::state::State;

/// A `User`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Telegram's id of the account.
    pub id: i64,
    /// Whether the account is a bot.
    #[serde(default)]
    pub is_bot: bool,
    /// First name, 1–64 characters.
    pub first_name: String,
    /// Last name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Name without the `@`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// IETF tag of the person's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language_code: Option<String>,
}

impl User {
    /// A person with no more than a first name.
    pub fn named(id: i64, first_name: impl Into<String>) -> Self {
        let first_name = first_name.into();
        Self { id, is_bot: false, first_name, last_name: None, username: None, language_code: None }
    }

    /// First and last name as clients show them.
    pub fn full_name(&self) -> String {
        match &self.last_name {
            Some(last_name) => format!("{} {last_name}", self.first_name),
            None => self.first_name.clone(),
        }
    }
}

/// A `Chat`.
#[derive(Debug, Serialize)]
pub(crate) struct ChatObject<'a> {
    id: i64,
    #[serde(rename = "type")]
    kind: ChatKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_forum: Option<bool>,
}

/// A `Message`.
#[derive(Debug, Serialize)]
pub(crate) struct MessageObject<'a> {
    message_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a User>,
    chat: ChatObject<'a>,
    date: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    edit_date: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_topic_message: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to_message: Option<Box<MessageObject<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "<[Entity]>::is_empty")]
    entities: &'a [Entity],
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<&'a Value>,
    #[serde(flatten)]
    service: &'a Map<String, Value>,
}

impl State {
    /// A chat as messages and updates carry it.
    pub(crate) fn chat_object<'a>(&'a self, chat: &'a Chat) -> ChatObject<'a> {
        let person = self.users.get(&chat.id).filter(|_| chat.kind == ChatKind::Private);
        ChatObject {
            id: chat.id,
            kind: chat.kind,
            title: person.is_none().then_some(chat.title.as_str()),
            first_name: person.map(|user| user.first_name.as_str()),
            last_name: person.and_then(|user| user.last_name.as_deref()),
            username: person.and_then(|user| user.username.as_deref()),
            is_forum: chat.forum.then_some(true),
        }
    }

    /// A message with the one it replies to.
    pub(crate) fn message_object<'a>(
        &'a self,
        chat: &'a Chat,
        message: &'a StoredMessage,
    ) -> MessageObject<'a> {
        // Inside a topic, what replies to nothing hangs on the topic's first message.
        let parent = message.reply_to.or(message.thread.filter(|thread| *thread != message.id));
        let parent = parent.and_then(|id| chat.message(id));
        let reply_to_message = parent.map(|parent| Box::new(self.bare_message(chat, parent)));
        MessageObject { reply_to_message, ..self.bare_message(chat, message) }
    }

    fn bare_message<'a>(&'a self, chat: &'a Chat, message: &'a StoredMessage) -> MessageObject<'a> {
        MessageObject {
            message_id: message.id,
            message_thread_id: message.thread,
            from: self.users.get(&message.from),
            chat: self.chat_object(chat),
            date: message.date,
            edit_date: message.edit_date,
            is_topic_message: message.thread.map(|_| true),
            reply_to_message: None,
            text: message.service.is_empty().then_some(message.text.as_str()),
            entities: &message.entities,
            reply_markup: message.keyboard.as_ref(),
            service: &message.service,
        }
    }

    /// A `ChatMember`.
    pub(crate) fn member_object(&self, user_id: i64, status: Option<Status>) -> Value {
        let user = self.users.get(&user_id).cloned().unwrap_or_else(|| User::named(user_id, "Unknown"));
        match status.unwrap_or(Status::Left) {
            Status::Creator => json!({"status": "creator", "user": user, "is_anonymous": false}),
            Status::Administrator => json!({
                "status": "administrator", "user": user, "can_be_edited": false, "is_anonymous": false,
                "can_manage_chat": true, "can_delete_messages": true, "can_manage_video_chats": true,
                "can_restrict_members": true, "can_promote_members": false, "can_change_info": true,
                "can_invite_users": true, "can_post_stories": false, "can_edit_stories": false,
                "can_delete_stories": false, "can_pin_messages": true, "can_manage_topics": true,
            }),
            Status::Member => json!({"status": "member", "user": user}),
            Status::Left => json!({"status": "left", "user": user}),
            Status::Kicked => json!({"status": "kicked", "user": user, "until_date": 0}),
        }
    }

    /// A `ChatFullInfo`.
    pub(crate) fn full_chat_object(&self, chat: &Chat) -> Value {
        let mut full = serde_json::to_value(self.chat_object(chat)).unwrap_or_default();
        let more = json!({
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": {
                "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false,
                "premium_subscription": false, "gifts_from_channels": false,
            },
        });
        if let (Value::Object(full), Value::Object(more)) = (&mut full, more) {
            full.extend(more);
        }
        full
    }

    /// The bot as `getMe` describes it.
    pub(crate) fn me_object(&self) -> Value {
        let mut me = serde_json::to_value(&self.bot).unwrap_or_default();
        let more = json!({
            "can_join_groups": true,
            "can_read_all_group_messages": !self.privacy_mode,
            "supports_inline_queries": false,
            "can_connect_to_business": false,
            "has_main_web_app": false,
            "has_topics_enabled": false,
        });
        if let (Value::Object(me), Value::Object(more)) = (&mut me, more) {
            me.extend(more);
        }
        me
    }
}
