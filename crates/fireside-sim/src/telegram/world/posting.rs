//! Acting as a user who sends more than words: files, albums, places, polls,
//! and what others wrote.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::acts::enter;
use super::drafts::forward_to_discussion;
use super::{ActError, World};
use crate::telegram::attachment::{Attachment, FileBytes};
use crate::telegram::chat::ChatKind;
use crate::telegram::content::{Content, Media};
use crate::telegram::entities;
use crate::telegram::history::StoredMessage;
use crate::telegram::polls::NewPoll;
use crate::telegram::senders;
use crate::telegram::shown::EventKind;
use crate::telegram::state::State;

/// Who posts, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// The chat; for a private one the person's own id.
    pub chat: i64,
    /// Who posts.
    pub user: i64,
    /// The topic; one that is not there is General.
    pub thread: Option<i64>,
    /// The message that it replies to.
    pub reply_to: Option<i64>,
}

impl Post {
    /// A post outside of topics that replies to nothing.
    pub fn new(chat: i64, user: i64) -> Self {
        Self { chat, user, thread: None, reply_to: None }
    }
}

/// What is shared besides words and files.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Share {
    /// A point on the map.
    Location {
        /// In degrees north.
        latitude: f64,
        /// In degrees east.
        longitude: f64,
    },
    /// A place with a name.
    Venue {
        /// In degrees north.
        latitude: f64,
        /// In degrees east.
        longitude: f64,
        /// Its name.
        title: String,
        /// Its address.
        address: String,
    },
    /// Somebody's telephone number.
    Contact {
        /// The number.
        phone_number: String,
        /// Whose it is.
        first_name: String,
        /// Their account, if they have one.
        user_id: Option<i64>,
    },
    /// A roll of dice.
    Dice {
        /// What is thrown.
        emoji: String,
        /// What came up, from 1.
        value: i64,
    },
}

/// Where a forwarded message was written, as the Bot API's `MessageOrigin` has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "type")]
pub enum Origin {
    /// By a person, who comes into being if nobody was.
    User {
        /// The account.
        id: i64,
    },
    /// By a person who hides their account.
    HiddenUser {
        /// The name that is left.
        name: String,
    },
    /// By an anonymous administrator of a group.
    Chat {
        /// The group's id.
        id: i64,
        /// The group's title.
        title: String,
    },
    /// In a channel.
    Channel {
        /// The channel's id.
        id: i64,
        /// The channel's title.
        title: String,
        /// The post's id there.
        message_id: i64,
    },
}

impl World {
    /// A person sends a file; returns the message's id.
    pub fn send_file(&self, post: &Post, attachment: Attachment) -> i64 {
        self.change(|state| send(state, post, attachment))
    }

    /// A person sends an album of 2–10 files; returns the messages' ids.
    /// With `apart_from` the parts from that place on come to the bot in a later
    /// poll than those before.
    pub fn send_album(&self, post: &Post, parts: Vec<Attachment>, apart_from: Option<usize>) -> Vec<i64> {
        self.change(|state| {
            let album = Some(state.new_album());
            let part = |(place, part)| {
                let pending = state.updates.len();
                let id = send(state, post, Attachment { album: album.clone(), ..part });
                if apart_from == Some(place) && state.updates.len() > pending {
                    state.updates.set_newest_apart();
                }
                id
            };
            parts.into_iter().enumerate().map(part).collect()
        })
    }

    /// A person puts another file, with its caption, where one was.
    ///
    /// # Errors
    /// The message isn't there.
    pub fn edit_file(&self, chat: i64, message_id: i64, attachment: Attachment) -> Result<(), ActError> {
        self.change(|state| {
            let missing = ActError::NoMessage { chat, message_id };
            let now_s = state.clock.now_secs();
            let StoredMessage { text, entities, content, .. } = keep(state, attachment);
            let message = state.message_mut(chat, message_id).ok_or(missing)?;
            (message.text, message.entities, message.content) = (text, entities, content);
            message.edit_date = Some(now_s);
            state.show(EventKind::Edited, chat, message_id);
            state.emit_message("edited_message", chat, message_id);
            Ok(())
        })
    }

    /// A person shares a place, a contact or a roll of dice.
    pub fn share(&self, at: &Post, shared: &Share) -> i64 {
        let content = Content::Shared(fields(shared));
        self.change(|state| post(state, at, StoredMessage { content, ..StoredMessage::default() }))
    }

    /// A person posts a poll.
    pub fn send_poll(&self, at: &Post, poll: NewPoll) -> i64 {
        self.change(|state| {
            let now_ms = state.now_ms();
            let content = Content::Poll(state.polls.add(poll, at.user, now_ms));
            post(state, at, StoredMessage { content, ..StoredMessage::default() })
        })
    }

    /// A person forwards a message that the simulator knows; who wrote it is
    /// named unless [`World::hide_in_forwards`] says otherwise.
    ///
    /// # Errors
    /// The message isn't there.
    pub fn forward(&self, at: &Post, from_chat: i64, message_id: i64) -> Result<i64, ActError> {
        self.change(|state| {
            let there = state.chats.get(&from_chat).and_then(|chat| chat.message(message_id));
            let message = there.ok_or(ActError::NoMessage { chat: from_chat, message_id })?.clone();
            let origin = Some(state.origin_of(from_chat, &message));
            let StoredMessage { text, entities, content, .. } = message;
            let draft = StoredMessage { text, entities, content, origin, ..StoredMessage::default() };
            Ok(post(state, at, draft))
        })
    }

    /// A person forwards words from a place that the simulator doesn't know.
    pub fn forward_from(&self, at: &Post, origin: &Origin, text: &str) -> i64 {
        self.change(|state| {
            let origin = Some(origin_object(state, origin));
            let (text, entities) = (text.to_owned(), entities::detect(text));
            post(state, at, StoredMessage { text, entities, origin, ..StoredMessage::default() })
        })
    }

    /// A person's account is no longer named on what is forwarded, or is again.
    pub fn hide_in_forwards(&self, user: i64, hidden: bool) {
        self.change(|state| {
            if hidden {
                state.hidden_in_forwards.insert(user);
            } else {
                state.hidden_in_forwards.remove(&user);
            }
        });
    }

    /// The bytes of the file in a message, whoever sent it.
    pub fn file_bytes(&self, chat: i64, message_id: i64) -> Option<FileBytes> {
        self.peek(|state| {
            let message = state.chats.get(&chat)?.history.get(message_id)?;
            Some(state.files.get(message.content.media()?.file)?.bytes.clone())
        })
    }
}

/// Posts a message and tells the bot; returns its id. What is posted in a
/// channel comes into its discussion group too.
pub(super) fn post(state: &mut State, at: &Post, draft: StoredMessage) -> i64 {
    let is_channel = state.chats.get(&at.chat).is_some_and(|chat| chat.kind == ChatKind::Channel);
    if draft.sender_chat.is_none() && !is_channel {
        enter(state, at.chat, at.user);
    }
    let there = state.chats.get(&at.chat);
    let replied = at.reply_to.and_then(|id| there?.message(id)?.thread);
    let is_there = |thread: &i64| there.is_some_and(|chat| chat.topic(*thread).is_some());
    let thread = at.thread.or(replied).filter(is_there);
    let from = draft.sender_chat.map_or(at.user, |sender| senders::behind(sender, at.chat));
    let message = StoredMessage { from, thread, reply_to: at.reply_to, ..draft };
    let id = state.post(at.chat, message);
    state.emit_message("message", at.chat, id);
    forward_to_discussion(state, at.chat, id);
    id
}

fn send(state: &mut State, at: &Post, attachment: Attachment) -> i64 {
    let draft = keep(state, attachment);
    post(state, at, draft)
}

/// Keeps a file; returns a message with it and its caption.
fn keep(state: &mut State, attachment: Attachment) -> StoredMessage {
    let file = state.files.add(&attachment);
    let Attachment { kind, spoiler, caption_above, caption, caption_entities, album, .. } = attachment;
    StoredMessage {
        entities: entities::with_detected(&caption, caption_entities),
        text: caption,
        content: Content::Media(Media { kind, file, spoiler, caption_above }),
        album,
        ..StoredMessage::default()
    }
}

/// The fields by which a message carries what is shared.
fn fields(shared: &Share) -> Map<String, Value> {
    let fields = match shared {
        Share::Location { latitude, longitude } => {
            json!({ "location": { "latitude": latitude, "longitude": longitude } })
        }
        Share::Venue { latitude, longitude, title, address } => {
            let location = json!({ "latitude": latitude, "longitude": longitude });
            json!({ "venue": { "location": location, "title": title, "address": address },
                "location": location })
        }
        Share::Contact { phone_number, first_name, user_id } => {
            let mut contact = json!({ "phone_number": phone_number, "first_name": first_name });
            if let Some(user_id) = user_id {
                contact["user_id"] = (*user_id).into();
            }
            json!({ "contact": contact })
        }
        Share::Dice { emoji, value } => json!({ "dice": { "emoji": emoji, "value": value } }),
    };
    if let Value::Object(fields) = fields { fields } else { Map::new() }
}

fn origin_object(state: &mut State, origin: &Origin) -> Value {
    let date = state.clock.now_secs();
    match origin {
        Origin::User { id } => {
            state.ensure_user(*id);
            json!({ "type": "user", "date": date, "sender_user": state.users.get(id) })
        }
        Origin::HiddenUser { name } => {
            json!({ "type": "hidden_user", "date": date, "sender_user_name": name })
        }
        Origin::Chat { id, title } => json!({ "type": "chat", "date": date,
            "sender_chat": { "id": id, "type": "supergroup", "title": title } }),
        Origin::Channel { id, title, message_id } => json!({ "type": "channel", "date": date,
            "chat": { "id": id, "type": "channel", "title": title }, "message_id": message_id }),
    }
}
