//! Service messages: topics opened and closed, pins, members, a chat's new address.

use fireside_core::event::RoomChange;
use fireside_core::{EventKind, MessageId};
use serde_json::value::RawValue;
use teloxide::types::ChatId;

use super::message::message_id;
use super::received::{Named, Received, User};
use super::{Decoded, Decoder, Happened};
use crate::address;
use crate::topics::OpenedTopic;

impl Decoder<'_> {
    /// What a message tells that was done to a chat; `None` where somebody says
    /// something.
    pub(super) fn service(&self, message: &Received<'_>) -> Option<Decoded> {
        let fields = &message.fields;
        if let Some(to) = fields.get("migrate_to_chat_id") {
            Some(migration(message, message.chat.id, ChatId(to)))
        } else if let Some(from) = fields.get("migrate_from_chat_id") {
            Some(migration(message, ChatId(from), message.chat.id))
        } else if fields.has("new_chat_members") {
            let users: Vec<Box<RawValue>> = fields.list("new_chat_members");
            let users: Vec<User> = users.iter().filter_map(|raw| User::of(raw)).collect();
            Some(self.joined(message, &users))
        } else if let Some(raw) = fields.raw("left_chat_member") {
            Some(User::of(raw).map(|user| self.left(message, &user)).unwrap_or_default())
        } else if let Some(pinned) = fields.get("pinned_message") {
            Some(self.pinned(message, &pinned))
        } else if let Some(topic) = fields.object("forum_topic_created") {
            Some(self.topic_opened(message, &topic.words("name").unwrap_or_default()))
        } else if fields.has("forum_topic_closed") {
            Some(self.room_changed(message, RoomChange::Closed))
        } else if fields.has("forum_topic_reopened") {
            Some(self.room_changed(message, RoomChange::Reopened))
        } else {
            None
        }
    }

    fn pinned(&self, message: &Received<'_>, pinned: &Named) -> Decoded {
        if self.did(message) {
            return Decoded::nothing("a message that the bot pinned");
        }
        let kind = EventKind::Pinned { message: MessageId::new(pinned.message_id.to_string()) };
        Decoded::event(Happened::in_message(message).event(message_id(message), kind))
    }

    /// Only the bot's own topics are remembered: another's could carry the
    /// name of one that is looked for.
    fn topic_opened(&self, message: &Received<'_>, name: &str) -> Decoded {
        match message.topic {
            Some(thread) if self.did(message) => Decoded {
                opened: Some(OpenedTopic {
                    chat: message.chat.id.0,
                    name: name.to_owned(),
                    thread: thread.0.0,
                }),
                ..Decoded::default()
            },
            _ => Decoded::nothing("a topic that a person opened"),
        }
    }

    /// General is closed as the group itself would be: that is no room.
    fn room_changed(&self, message: &Received<'_>, change: RoomChange) -> Decoded {
        if message.topic.is_none() || self.did(message) {
            return Decoded::nothing("General, or a room that the bot closed or opened");
        }
        Decoded::event(Happened::in_message(message).event(message_id(message), EventKind::Room(change)))
    }
}

/// A group became a supergroup. Both chats tell it, in either order, and
/// both give the same event at the old address.
fn migration(message: &Received<'_>, from: ChatId, to: ChatId) -> Decoded {
    let moved = RoomChange::Moved { to: address::place(to, None) };
    let id = format!("telegram:moved:{from}:{to}");
    let mut event = Happened::in_message(message).event(id, EventKind::Room(moved));
    event.place = address::place(from, None);
    Decoded::event(event)
}
