//! A message as a person sees it.

use serde::Serialize;
use serde_json::Value;

use super::super::components;
use super::State;
use super::attachments::Attachment;
use super::id_text;
use super::model::{Message, message_flags};
use super::polls::Poll;

/// A message as everybody in its channel sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is shown, or not, for itself")]
pub struct SeenMessage {
    /// Its id.
    #[serde(serialize_with = "id_text::one")]
    pub id: u64,
    /// The channel or thread it is in.
    #[serde(serialize_with = "id_text::one")]
    pub channel: u64,
    /// The message type: 0 is a plain one, 19 a reply, 6, 18, 21 and others are
    /// the platform's own.
    pub kind: u8,
    /// The author's user id, or the webhook's.
    #[serde(serialize_with = "id_text::one")]
    pub author: u64,
    /// The author's name; a webhook's is what it called itself.
    pub author_name: String,
    /// The picture a webhook gave itself, as a URL or hash.
    pub author_avatar: Option<String>,
    /// What it says; of components of version 2, the texts.
    pub text: String,
    /// Titles and descriptions of its embeds.
    pub embeds: Vec<String>,
    /// Its files.
    pub attachments: Vec<SeenAttachment>,
    /// The names of its stickers.
    pub stickers: Vec<String>,
    /// Its poll.
    pub poll: Option<SeenPoll>,
    /// What the message it forwards says.
    pub forwarded: Option<Box<SeenMessage>>,
    /// Its buttons and selects, from the first row to the last.
    pub buttons: Vec<Button>,
    /// The message it answers.
    #[serde(serialize_with = "id_text::optional")]
    pub reply_to: Option<u64>,
    /// The thread started from it.
    #[serde(serialize_with = "id_text::optional")]
    pub thread: Option<u64>,
    /// The users it pings.
    #[serde(serialize_with = "id_text::many")]
    pub pings: Vec<u64>,
    /// The roles it pings.
    #[serde(serialize_with = "id_text::many")]
    pub pings_roles: Vec<u64>,
    /// It pings everyone.
    pub pings_everyone: bool,
    /// It was sent without a notification.
    pub is_silent: bool,
    /// Reactions and how many gave each.
    pub reactions: Vec<(String, usize)>,
    /// It is pinned.
    pub is_pinned: bool,
    /// It was edited.
    pub is_edited: bool,
    /// An answer that is still announced ("is thinking…").
    pub is_loading: bool,
}

/// A button, or a select, which has no label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Button {
    /// The application's id for it; empty for a link.
    pub custom_id: String,
    /// What it says.
    pub label: String,
    /// It can't be pressed.
    pub is_disabled: bool,
}

/// A file in a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeenAttachment {
    /// Its id.
    #[serde(serialize_with = "id_text::one")]
    pub id: u64,
    /// Its file name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its MIME type, if it was told or is known by the name.
    pub content_type: Option<String>,
    /// The text for those who can't see it.
    pub description: Option<String>,
    /// It is hidden until it is looked at on purpose.
    pub is_spoiler: bool,
    /// How long a voice message lasts, in milliseconds.
    pub duration_ms: Option<u64>,
    /// A link that works until it expires.
    pub url: String,
}

/// A poll and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeenPoll {
    /// What is asked.
    pub question: String,
    /// The answers and how many chose each.
    pub answers: Vec<(String, usize)>,
    /// More than one answer may be chosen.
    pub allows_several: bool,
    /// Its votes are final.
    pub is_ended: bool,
}

impl State {
    pub(crate) fn seen(&self, message: &Message) -> SeenMessage {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let hides_embeds = message.flags & message_flags::SUPPRESS_EMBEDS != 0;
        let embeds = message.embeds.iter().filter(|_| !hides_embeds);
        let embeds = embeds.flat_map(|it| [&it["title"], &it["description"]]).map(text);
        let button = |it: &Value| Button {
            custom_id: text(&it["custom_id"]),
            label: text(&it["label"]),
            is_disabled: it["disabled"].as_bool().unwrap_or(false),
        };
        let name = self.users.get(&message.author).map_or_else(String::new, |user| user.name.clone());
        let persona = message.persona.as_ref();
        SeenMessage {
            id: message.id,
            channel: message.channel,
            kind: message.kind,
            author: message.author,
            author_name: persona.map_or(name, |persona| persona.name.clone()),
            author_avatar: persona.and_then(|persona| persona.avatar.clone()),
            text: message.text(),
            embeds: embeds.filter(|text| !text.is_empty()).collect(),
            attachments: message.attachments.iter().map(|file| self.seen_attachment(file)).collect(),
            stickers: message.stickers.iter().map(|sticker| sticker.name.clone()).collect(),
            poll: message.poll.as_ref().map(seen_poll),
            forwarded: message.forwarded.as_ref().map(|message| Box::new(self.seen(message))),
            buttons: components::interactive(&message.components).into_iter().map(button).collect(),
            reply_to: message.reply_to,
            thread: message.has_thread.then_some(message.id),
            pings: message.mentions.users.clone(),
            pings_roles: message.mentions.roles.clone(),
            pings_everyone: message.mentions.everyone,
            is_silent: message.flags & message_flags::SUPPRESS_NOTIFICATIONS != 0,
            reactions: message.reactions.iter().map(|it| (it.emoji.clone(), it.users.len())).collect(),
            is_pinned: message.pinned_at_ms.is_some(),
            is_edited: message.edited_at_ms.is_some(),
            is_loading: message.is_loading(),
        }
    }

    fn seen_attachment(&self, attachment: &Attachment) -> SeenAttachment {
        SeenAttachment {
            id: attachment.id,
            name: attachment.file_name.clone(),
            size: attachment.size(),
            sha256: attachment.sha256(),
            content_type: attachment.content_type.clone(),
            description: attachment.description.clone(),
            is_spoiler: attachment.is_spoiler,
            duration_ms: attachment.duration_ms,
            url: self.attachment_url(attachment),
        }
    }
}

fn seen_poll(poll: &Poll) -> SeenPoll {
    SeenPoll {
        question: poll.question.clone(),
        answers: poll.answers.iter().map(|answer| (answer.text.clone(), answer.voters.len())).collect(),
        allows_several: poll.allows_several,
        is_ended: poll.is_finalized,
    }
}
