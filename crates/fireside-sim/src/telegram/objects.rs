//! The Bot API's objects as the simulator renders them. Absent fields are left
//! out, never null.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::chat::{Chat, ChatKind};
use super::content::Content;
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
    #[serde(skip_serializing_if = "Option::is_none")]
    sender_chat: Option<ChatObject<'a>>,
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
    #[serde(flatten)]
    content: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<&'a Value>,
    #[serde(flatten)]
    more: &'a Map<String, Value>,
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
            username: person.map_or(chat.username.as_deref(), |user| user.username.as_deref()),
            is_forum: (chat.forum && chat.kind == ChatKind::Supergroup).then_some(true),
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
        let is_text = message.content == Content::Text && message.service.is_empty();
        MessageObject {
            message_id: message.id,
            message_thread_id: message.thread,
            from: self.users.get(&message.from).filter(|_| chat.kind != ChatKind::Channel),
            sender_chat: self.sender_chat(chat, message).map(|sender| self.chat_object(sender)),
            chat: self.chat_object(chat),
            date: message.date,
            edit_date: message.edit_date,
            is_topic_message: message.thread.map(|_| true),
            reply_to_message: None,
            text: is_text.then_some(message.text.as_str()),
            entities: if is_text { &message.entities } else { &[] },
            content: self.content_fields(message),
            reply_markup: message.keyboard.as_ref(),
            more: &message.more,
            service: &message.service,
        }
    }

    /// The chat that sent a message: what is posted in a channel is its own.
    fn sender_chat<'a>(&'a self, chat: &'a Chat, message: &StoredMessage) -> Option<&'a Chat> {
        match message.sender_chat {
            _ if chat.kind == ChatKind::Channel => Some(chat),
            Some(sender) if sender == chat.id => Some(chat),
            sender => self.chats.get(&sender?),
        }
    }

    /// A message as another one carries it; one that is gone is inaccessible.
    pub(crate) fn embedded_message(&self, chat_id: i64, id: i64) -> Value {
        let Some(chat) = self.chats.get(&chat_id) else { return Value::Null };
        match chat.message(id) {
            Some(message) => serde_json::to_value(self.bare_message(chat, message)).unwrap_or_default(),
            None => json!({ "chat": self.chat_object(chat), "message_id": id, "date": 0 }),
        }
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
            "has_topics_enabled": self.private_topics,
            "allows_users_to_create_topics": self.private_topics,
        });
        if let (Value::Object(me), Value::Object(more)) = (&mut me, more) {
            me.extend(more);
        }
        me
    }
}
