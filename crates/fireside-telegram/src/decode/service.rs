//! Service messages: topics opened and closed, members, a chat's new address.

use fireside_core::EventKind;
use fireside_core::event::RoomChange;
use teloxide::types::{ChatId, ChatMigration, Message, MessageKind};

use super::message::message_id;
use super::{Decoded, Decoder, Happened};
use crate::address;
use crate::topics::OpenedTopic;

impl Decoder<'_> {
    /// A message that tells what was done to a chat.
    pub(super) fn service(&self, message: &Message) -> Decoded {
        match &message.kind {
            MessageKind::NewChatMembers(joined) => self.joined(message, &joined.new_chat_members),
            MessageKind::LeftChatMember(left) => self.left(message, &left.left_chat_member),
            MessageKind::ForumTopicCreated(created) => {
                self.topic_opened(message, &created.forum_topic_created.name)
            }
            MessageKind::ForumTopicClosed(_) => self.room_changed(message, RoomChange::Closed),
            MessageKind::ForumTopicReopened(_) => self.room_changed(message, RoomChange::Reopened),
            _ => Decoded::nothing("a kind of message that is not known"),
        }
    }

    /// Only the bot's own topics are remembered: another's could carry the
    /// name of one that is looked for.
    fn topic_opened(&self, message: &Message, name: &str) -> Decoded {
        match message.thread_id {
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

    fn room_changed(&self, message: &Message, change: RoomChange) -> Decoded {
        if self.did(message) {
            return Decoded::nothing("a room that the bot closed or opened");
        }
        let happened = Happened { thread: message.thread_id, ..Happened::in_message(message) };
        Decoded::event(happened.event(message_id(message), EventKind::Room(change)))
    }

    fn did(&self, message: &Message) -> bool {
        message.from.as_ref().is_some_and(|user| user.id.0 == self.bot.id)
    }
}

/// A group became a supergroup. Both chats tell it, in either order, and
/// both give the same event at the old address.
pub(super) fn migration(message: &Message, migration: ChatMigration) -> Decoded {
    let (from, to) = match migration {
        ChatMigration::To { chat_id } => (message.chat.id, chat_id),
        ChatMigration::From { chat_id } => (chat_id, message.chat.id),
    };
    let moved = RoomChange::Moved { to: address::place(to, None) };
    let id = format!("telegram:moved:{from}:{to}");
    let mut event = Happened::in_message(message).event(id, EventKind::Room(moved));
    event.place = address::place(ChatId(from.0), None);
    Decoded::event(event)
}
