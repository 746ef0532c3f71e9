//! Messages, chats and users as Telegram tells them.

use serde::Deserialize;
use serde_json::value::RawValue;
use teloxide::types::{ChatId, MessageEntity, MessageId, ThreadId};

use crate::fields::Fields;

/// The most entities that are read: Telegram keeps 100 in a message.
const ENTITIES_MAX: usize = 256;

/// A chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chat {
    pub(super) id: ChatId,
    pub(super) is_private: bool,
    /// A group's or channel's name.
    pub(super) title: Option<String>,
}

impl Chat {
    /// The chat in `raw`.
    ///
    /// # Errors
    /// When it has no id.
    pub(super) fn of(raw: &RawValue) -> Result<Self, serde_json::Error> {
        let fields = Fields::of(raw.get())?;
        let kind: Option<String> = fields.get("type");
        Ok(Self {
            id: ChatId(fields.require("id")?),
            is_private: kind.as_deref() == Some("private"),
            title: fields.words("title"),
        })
    }
}

/// A user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct User {
    pub(super) id: i64,
    pub(super) is_bot: bool,
    /// First and last name.
    pub(super) name: String,
    pub(super) language_code: Option<String>,
}

impl User {
    /// The user in `raw`; `None` where it has no id.
    pub(super) fn of(raw: &RawValue) -> Option<Self> {
        let fields = Fields::of(raw.get()).ok()?;
        let names = [fields.words("first_name"), fields.words("last_name")];
        Some(Self {
            id: fields.get("id")?,
            is_bot: fields.get("is_bot").unwrap_or(false),
            name: names.into_iter().flatten().collect::<Vec<_>>().join(" "),
            language_code: fields.get("language_code"),
        })
    }
}

/// A message. Its content is read by whoever wants it.
#[derive(Debug)]
pub(super) struct Received<'a> {
    pub(super) id: MessageId,
    pub(super) chat: Chat,
    /// Seconds since the Unix epoch; 0 where the message can't be had any more.
    pub(super) date: i64,
    /// The topic; threads of replies outside forums are none.
    pub(super) topic: Option<ThreadId>,
    pub(super) from: Option<User>,
    /// The chat in whose name it was written.
    pub(super) sender_chat: Option<Chat>,
    /// The text or caption.
    pub(super) text: String,
    /// What formats the text.
    pub(super) entities: Vec<MessageEntity>,
    pub(super) fields: Fields<'a>,
}

impl<'a> Received<'a> {
    /// The message in `raw`.
    ///
    /// # Errors
    /// When it has no readable frame: no id, chat or date.
    pub(super) fn of(raw: &'a RawValue) -> Result<Self, serde_json::Error> {
        let fields = Fields::of(raw.get())?;
        let chat = fields.raw("chat").map(Chat::of).transpose()?;
        let chat = chat.ok_or_else(|| <serde_json::Error as serde::de::Error>::missing_field("chat"))?;
        let thread: Option<i32> = fields.optional("message_thread_id")?;
        let is_topic = fields.get("is_topic_message") == Some(true) || is_about_topic(&fields);
        let (words, marks) =
            if fields.has("text") { ("text", "entities") } else { ("caption", "caption_entities") };
        let mut entities: Vec<MessageEntity> = fields.list(marks);
        entities.truncate(ENTITIES_MAX);
        Ok(Self {
            id: MessageId(fields.require("message_id")?),
            chat,
            date: fields.require("date")?,
            topic: thread.filter(|_| is_topic).map(|thread| ThreadId(MessageId(thread))),
            from: fields.raw("from").and_then(User::of),
            sender_chat: fields.raw("sender_chat").and_then(|raw| Chat::of(raw).ok()),
            text: fields.words(words).unwrap_or_default(),
            entities,
            fields,
        })
    }

    /// The message it answers in its chat, where that is told. In a topic, what
    /// answers nothing in particular answers the message that opened it.
    pub(super) fn answered(&self) -> Option<Received<'a>> {
        let other = Received::of(self.fields.raw("reply_to_message")?).ok()?;
        (self.topic.map(|thread| thread.0) != Some(other.id)).then_some(other)
    }
}

/// Service messages about a topic are in it, whether they say so or not.
fn is_about_topic(fields: &Fields<'_>) -> bool {
    ["forum_topic_created", "forum_topic_closed", "forum_topic_reopened"].iter().any(|name| fields.has(name))
}

/// A message that is named but maybe not told: it can be too old.
#[derive(Debug, Deserialize)]
pub(super) struct Named {
    pub(super) message_id: i32,
}
