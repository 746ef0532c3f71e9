//! Messages: words, what came with them, and whom they address.

use fireside_core::event::Press;
use fireside_core::{Event, EventKind, Extra, Message, MessageId, Text, Timestamp};
use teloxide::types::{MessageEntity, MessageEntityKind};

use super::command::Command;
use super::received::Received;
use super::{Decoded, Decoder, Happened, actor, command, content, entities, extras, forward, media};
use crate::private_link;

impl Decoder<'_> {
    /// A new message, or an album whose parts are `parts`: words, a command, or
    /// what a service message tells.
    pub(super) fn said_or_done(&self, parts: &[Received<'_>]) -> Decoded {
        let Some(first) = parts.first() else { return Decoded::default() };
        if let Some(told) = self.service(first) {
            return told;
        }
        if let Some(kind) = content::unknown(first) {
            return Decoded::skipped(format!("message.{kind}"));
        }
        let read = |part| command::read(part, self.bot);
        let kind = match parts.iter().find_map(read) {
            Some(command) => self.run(parts, command),
            None => EventKind::Message(self.said(parts)),
        };
        Decoded::event(Happened::in_message(first).event(message_id(first), kind))
    }

    /// A message that was changed.
    pub(super) fn edited(&self, message: &Received<'_>, update_id: i64) -> Decoded {
        // A live location moves along: nothing was said.
        if content::unknown(message).is_some() || message.fields.has("location") {
            return Decoded::nothing("an edit without words");
        }
        let edited = message.fields.get("edit_date").unwrap_or(message.date);
        // Two edits can fall into one second.
        let id = format!("telegram:e:{}:{}:{edited}:{update_id}", message.chat.id, message.id);
        let said = self.said(std::slice::from_ref(message));
        Decoded::event(Event {
            at: Timestamp::from_secs(edited),
            ..Happened::in_message(message).event(id, EventKind::Edited(said))
        })
    }

    /// A command, run on the message that it answers. A link into the private
    /// chat brings a press.
    fn run(&self, parts: &[Received<'_>], command: Command) -> EventKind {
        let is_private = parts.first().is_some_and(|message| message.chat.is_private);
        if let Some(data) = command.payload().filter(|_| is_private).and_then(private_link::data) {
            return EventKind::Press(Press { data, message: None });
        }
        let files = parts.iter().filter_map(media::attachment).collect();
        let target = parts.iter().find_map(Received::answered).map(|other| {
            let message = self.said(std::slice::from_ref(&other));
            fireside_core::command::Target::Message { author: actor::of_message(&other), message }
        });
        EventKind::Command(command.run(files, target))
    }

    /// The words of a message and what surrounds them; of an album, the words
    /// of all its parts and their files.
    fn said(&self, parts: &[Received<'_>]) -> Message {
        let answered = parts.iter().find_map(Received::answered);
        let ids = |parts: &[Received<'_>]| -> Vec<MessageId> {
            parts.iter().map(|part| MessageId::new(part.id.to_string())).collect()
        };
        let written = parts.iter().filter(|part| !part.text.is_empty());
        Message {
            id: ids(parts).into_iter().next(),
            text: written.map(words).fold(Text::default(), Text::line),
            reply_to: answered.as_ref().map(|other| MessageId::new(other.id.to_string())),
            attachments: parts.iter().filter_map(media::attachment).collect(),
            extras: parts.iter().flat_map(extras_of).collect(),
            further_parts: ids(parts.get(1..).unwrap_or_default()),
            forwarded_from: parts.first().and_then(forward::forwarded_from),
            addressed: parts.iter().any(|part| part.chat.is_private || self.is_mentioned_in(part))
                || answered.is_some_and(|other| self.did(&other)),
        }
    }

    fn is_mentioned_in(&self, message: &Received<'_>) -> bool {
        message.entities.iter().any(|mark| self.is_mentioned(&message.text, mark))
    }

    fn is_mentioned(&self, text: &str, mark: &MessageEntity) -> bool {
        match &mark.kind {
            MessageEntityKind::Mention => entities::covered(text, mark)
                .and_then(|mention| mention.strip_prefix('@'))
                .is_some_and(|name| self.bot.is_named(name)),
            MessageEntityKind::TextMention { user } => user.id.0 == self.bot.id,
            _ => false,
        }
    }

    /// Whether the bot itself wrote or did it.
    pub(super) fn did(&self, message: &Received<'_>) -> bool {
        message.from.as_ref().is_some_and(|user| self.bot.is(user.id))
    }
}

impl<'a> Happened<'a> {
    /// When, where and by whom a message was written.
    pub(super) fn in_message(message: &'a Received<'_>) -> Self {
        Self {
            at: Timestamp::from_secs(message.date),
            chat: &message.chat,
            thread: message.topic,
            actor: actor::of_message(message),
            locale: message.from.as_ref().and_then(|user| user.language_code.clone()),
        }
    }
}

/// What a message is known by.
pub(super) fn message_id(message: &Received<'_>) -> String {
    format!("telegram:m:{}:{}", message.chat.id, message.id)
}

fn words(message: &Received<'_>) -> Text {
    entities::text(&message.text, &message.entities)
}

/// What else came along; at least in a word, where nothing of it can be read.
fn extras_of(message: &Received<'_>) -> Vec<Extra> {
    let extras = extras::extras(message);
    if !extras.is_empty() || message.fields.has("text") || media::attachment(message).is_some() {
        return extras;
    }
    content::first(message).map(|name| Extra::Other(name.to_owned())).into_iter().collect()
}
