//! What a person sees in a chat, the log of how it changed, and the log of the
//! bot's calls.

use std::collections::VecDeque;

use serde::Serialize;
use serde_json::Value;

use super::attachment::MediaKind;
use super::content::{Content, Media};
use super::entities::Entity;
use super::params::Params;
use super::polls::ShownPoll;
use super::state::State;

/// A message as a person sees it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is something of its own that a person sees")]
pub struct Shown {
    /// The chat it stands in.
    pub chat: i64,
    /// Its id, unique in the chat.
    pub message_id: i64,
    /// The topic, none for General and for chats without topics.
    pub thread: Option<i64>,
    /// The sender's account.
    pub from_id: i64,
    /// The sender's name as clients show it.
    pub from: String,
    /// Whether the bot sent it.
    pub from_bot: bool,
    /// The text, or the caption of a file; empty for a service message.
    pub text: String,
    /// How parts of the text are marked up.
    pub entities: Vec<Entity>,
    /// The file it holds.
    pub media: Option<ShownMedia>,
    /// The album it is a part of.
    pub album: Option<String>,
    /// A `location`, `venue`, `contact` or `dice` by the Bot API's name.
    pub shared: Option<Value>,
    /// The poll it holds.
    pub poll: Option<ShownPoll>,
    /// Who wrote it first, as the line above a forwarded message names them.
    pub forwarded_from: Option<String>,
    /// It can't be forwarded or saved.
    pub protected: bool,
    /// Rows of inline buttons.
    pub buttons: Vec<Vec<Button>>,
    /// The message it replies to.
    pub reply_to: Option<i64>,
    /// For a service message, the Bot API's fields that say what happened.
    pub service: Option<Value>,
    /// Emoji that people and the bot put on it.
    pub reactions: Vec<String>,
    /// It was changed after it was sent.
    pub edited: bool,
    /// It is gone.
    pub deleted: bool,
}

/// A file in a message as a person sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShownMedia {
    /// What it was sent as.
    pub kind: MediaKind,
    /// The id by which the bot may send it again.
    pub file_id: String,
    /// Its name, for kinds that have one.
    pub file_name: Option<String>,
    /// Its MIME type, for kinds that have one.
    pub mime_type: Option<String>,
    /// In bytes.
    pub size: usize,
    /// It is covered until somebody taps on it.
    pub spoiler: bool,
    /// Its caption stands above it.
    pub caption_above: bool,
}

/// An inline button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Button {
    /// Its label.
    pub text: String,
    /// What pressing it tells the bot.
    pub data: Option<String>,
    /// Where pressing it leads.
    pub url: Option<String>,
}

/// What happened to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// It appeared.
    Sent,
    /// Its text, file, buttons, votes or reactions changed.
    Edited,
    /// It went away.
    Deleted,
}

/// One entry in the log of what was shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    /// Counts up from 1 without gaps.
    pub seq: u64,
    /// What happened.
    pub kind: EventKind,
    /// The message afterwards.
    pub message: Shown,
}

/// The newest events, up to a bound.
#[derive(Debug)]
pub(crate) struct EventLog {
    events: VecDeque<Event>,
    last_seq: u64,
    kept_max: usize,
}

impl EventLog {
    pub(crate) fn new(kept_max: usize) -> Self {
        Self { events: VecDeque::new(), last_seq: 0, kept_max }
    }

    /// Whether anything is kept at all.
    pub(crate) fn is_kept(&self) -> bool {
        self.kept_max > 0
    }

    pub(crate) fn push(&mut self, kind: EventKind, message: Shown) {
        self.last_seq += 1;
        if self.events.len() >= self.kept_max {
            self.events.pop_front();
        }
        self.events.push_back(Event { seq: self.last_seq, kind, message });
    }

    /// The events after number `after`, oldest first.
    pub(crate) fn after(&self, after: u64) -> impl Iterator<Item = &Event> {
        let forgotten = self.last_seq - u64::try_from(self.events.len()).unwrap_or(u64::MAX);
        let skip = usize::try_from(after.saturating_sub(forgotten)).unwrap_or(usize::MAX);
        self.events.iter().skip(skip)
    }
}

/// One call of the bot and what it was answered.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) method: &'static str,
    pub(crate) params: Params,
    pub(crate) status: u16,
    pub(crate) answer: String,
    pub(crate) at_ms: u64,
}

/// One call of the bot, as the log tells it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CallRecord {
    /// The method in camelCase.
    pub method: String,
    /// Its parameters; from forms all of them are strings.
    pub params: Value,
    /// The HTTP status, also where the answer was then lost.
    pub status: u16,
    /// The whole answer.
    pub answer: Value,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: u64,
}

impl From<&Call> for CallRecord {
    fn from(call: &Call) -> Self {
        Self {
            method: call.method.to_owned(),
            params: serde_json::to_value(&call.params).unwrap_or_default(),
            status: call.status,
            answer: serde_json::from_str(&call.answer).unwrap_or(Value::Null),
            at_ms: call.at_ms,
        }
    }
}

impl State {
    /// One message as a person sees it.
    pub(crate) fn shown(&self, chat_id: i64, message_id: i64) -> Option<Shown> {
        let chat = self.chats.get(&chat_id)?;
        let message = chat.history.get(message_id)?;
        let emoji = |reaction: &Value| Some(reaction.get("emoji")?.as_str()?.to_owned());
        Some(Shown {
            chat: chat_id,
            message_id,
            thread: message.thread,
            from_id: message.from,
            from: self.users.get(&message.from).map(super::User::full_name).unwrap_or_default(),
            from_bot: message.from == self.bot.id,
            text: message.text.clone(),
            entities: message.entities.clone(),
            media: message.content.media().and_then(|media| self.shown_media(media)),
            album: message.album.clone(),
            shared: if let Content::Shared(fields) = &message.content {
                Some(Value::Object(fields.clone()))
            } else {
                None
            },
            poll: self.shown_poll(&message.content),
            forwarded_from: message.origin.as_ref().map(origin_name),
            protected: message.protected,
            buttons: buttons(message.keyboard.as_ref()),
            reply_to: message.reply_to,
            service: (!message.service.is_empty()).then(|| Value::Object(message.service.clone())),
            reactions: message.reactions.values().flatten().filter_map(emoji).collect(),
            edited: message.edit_date.is_some(),
            deleted: !chat.is_seen(message),
        })
    }

    fn shown_media(&self, media: &Media) -> Option<ShownMedia> {
        let file = self.files.get(media.file)?;
        let detail = |name: &str| Some(file.details.get(name)?.as_str()?.to_owned());
        Some(ShownMedia {
            kind: media.kind,
            file_id: self.files.file_id(media.file)?,
            file_name: detail("file_name"),
            mime_type: detail("mime_type"),
            size: file.bytes.len(),
            spoiler: media.spoiler,
            caption_above: media.caption_above,
        })
    }

    fn shown_poll(&self, content: &Content) -> Option<ShownPoll> {
        let Content::Poll(id) = content else { return None };
        self.polls.get(id).map(|poll| poll.shown(self.now_ms()))
    }
}

/// Whom the line above a forwarded message names.
fn origin_name(origin: &Value) -> String {
    let text = |object: &Value, name: &str| object[name].as_str().map(str::to_owned);
    let person = serde_json::from_value::<super::User>(origin["sender_user"].clone());
    person
        .map(|person| person.full_name())
        .ok()
        .or_else(|| text(origin, "sender_user_name"))
        .or_else(|| text(&origin["sender_chat"], "title"))
        .or_else(|| text(&origin["chat"], "title"))
        .unwrap_or_default()
}

/// The buttons of an `InlineKeyboardMarkup`.
pub(crate) fn buttons(keyboard: Option<&Value>) -> Vec<Vec<Button>> {
    let rows = keyboard.and_then(|keyboard| keyboard["inline_keyboard"].as_array());
    let field = |button: &Value, name: &str| Some(button.get(name)?.as_str()?.to_owned());
    let button = |button: &Value| Button {
        text: field(button, "text").unwrap_or_default(),
        data: field(button, "callback_data"),
        url: field(button, "url"),
    };
    let row = |row: &Value| row.as_array().map(|row| row.iter().map(button).collect()).unwrap_or_default();
    rows.map(|rows| rows.iter().map(row).collect()).unwrap_or_default()
}
