//! Messages: words, what came with them, and whom they address.

use fireside_core::{Event, EventKind, Extra, Message as Words, MessageId};
use fireside_core::{Text, Timestamp};
use teloxide::types::{
    MediaKind, Message, MessageCommon, MessageEntity, MessageEntityKind, MessageKind, ThreadId,
};

use super::{Decoded, Decoder, Happened, actor, command, entities, service};

impl Decoder<'_> {
    /// A new message: a command, words, or a service message.
    pub(super) fn message(&self, message: &Message) -> Decoded {
        let common = match &message.kind {
            MessageKind::Common(common) => common,
            MessageKind::Dice(_) => return self.words(message, None),
            _ => return self.service(message),
        };
        if let MediaKind::Migration(migration) = &common.media_kind {
            return service::migration(message, *migration);
        }
        self.words(message, Some(common))
    }

    /// A message that was changed.
    pub(super) fn edited_message(&self, message: &Message) -> Decoded {
        let MessageKind::Common(common) = &message.kind else {
            return Decoded::nothing("an edit without content that is known");
        };
        let edited = common.edit_date.unwrap_or(message.date).timestamp();
        let id = format!("telegram:e:{}:{}:{edited}", message.chat.id, message.id);
        let said = self.said(message, Some(common));
        Decoded::event(Event {
            at: Timestamp::from_secs(edited),
            ..Happened::in_message(message).event(id, EventKind::Edited(said))
        })
    }

    fn words(&self, message: &Message, common: Option<&MessageCommon>) -> Decoded {
        let kind = match self.command(message) {
            Some(invocation) => EventKind::Command(invocation),
            None => EventKind::Message(self.said(message, common)),
        };
        Decoded::event(Happened::in_message(message).event(message_id(message), kind))
    }

    fn command(&self, message: &Message) -> Option<fireside_core::Invocation> {
        let (text, entities) = written_text(message);
        command::read(text, entities, self.bot, self.commands, MessageId::new(message.id.to_string()))
    }

    /// The words of a message and what surrounds them.
    fn said(&self, message: &Message, common: Option<&MessageCommon>) -> Words {
        let (text, marks) = written_text(message);
        let answered = answered(message);
        Words {
            id: Some(MessageId::new(message.id.to_string())),
            text: if marks.is_empty() { Text::plain(text) } else { entities::text(text, marks) },
            reply_to: answered.map(|other| MessageId::new(other.id.to_string())),
            extras: extras(common),
            addressed: message.chat.is_private()
                || answered.is_some_and(|other| self.is_own(other))
                || marks.iter().any(|mark| self.mentions_bot(text, mark)),
            ..Words::default()
        }
    }

    fn is_own(&self, message: &Message) -> bool {
        message.from.as_ref().is_some_and(|user| user.id.0 == self.bot.id)
    }

    fn mentions_bot(&self, text: &str, mark: &MessageEntity) -> bool {
        match &mark.kind {
            MessageEntityKind::Mention => entities::covered(text, mark)
                .and_then(|mention| mention.strip_prefix('@'))
                .is_some_and(|name| self.bot.is_named(name)),
            MessageEntityKind::TextMention { user } => user.id.0 == self.bot.id,
            _ => false,
        }
    }
}

impl<'a> Happened<'a> {
    /// When, where and by whom a message was written.
    pub(super) fn in_message(message: &'a Message) -> Self {
        Self {
            at: Timestamp::from_secs(message.date.timestamp()),
            chat: &message.chat,
            thread: topic(message),
            actor: actor::of_message(message),
            locale: message.from.as_ref().and_then(|user| user.language_code.clone()),
        }
    }
}

/// What a message is known by.
pub(super) fn message_id(message: &Message) -> String {
    format!("telegram:m:{}:{}", message.chat.id, message.id)
}

/// The topic of a message. Threads of replies outside forums are none.
pub(super) fn topic(message: &Message) -> Option<ThreadId> {
    message.thread_id.filter(|_| message.is_topic_message)
}

/// The message that is answered. In a topic, what answers nothing in
/// particular answers the message that opened it.
fn answered(message: &Message) -> Option<&Message> {
    let other = message.reply_to_message()?;
    (topic(message).map(|thread| thread.0) != Some(other.id)).then_some(other)
}

/// The text or caption, with its entities.
fn written_text(message: &Message) -> (&str, &[MessageEntity]) {
    let text = message.text().or_else(|| message.caption()).unwrap_or_default();
    let entities = message.entities().or_else(|| message.caption_entities()).unwrap_or_default();
    (text, entities)
}

/// What came with the words, in a word; `None` is a die.
fn extras(common: Option<&MessageCommon>) -> Vec<Extra> {
    let word = match common.map(|common| &common.media_kind) {
        None => "dice",
        Some(MediaKind::Text(_) | MediaKind::Migration(_)) => return Vec::new(),
        Some(MediaKind::Animation(_)) => "animation",
        Some(MediaKind::Audio(_)) => "audio",
        Some(MediaKind::Checklist(_)) => "checklist",
        Some(MediaKind::Contact(_)) => "contact",
        Some(MediaKind::Document(_)) => "document",
        Some(MediaKind::Game(_)) => "game",
        Some(MediaKind::Location(_) | MediaKind::Venue(_)) => "location",
        Some(MediaKind::PaidMedia(_)) => "media",
        Some(MediaKind::Photo(_)) => "photo",
        Some(MediaKind::Poll(_)) => "poll",
        Some(MediaKind::Sticker(_)) => "sticker",
        Some(MediaKind::Story(_)) => "story",
        Some(MediaKind::Video(_) | MediaKind::VideoNote(_)) => "video",
        Some(MediaKind::Voice(_)) => "voice",
    };
    vec![Extra::Other(word.to_owned())]
}
