//! Messages: said, changed, removed, pinned.
//!
//! They are read through a frame of our own, because serenity's asks for more
//! than is carried, so that one odd field would lose somebody's words.

use fireside_core::file::Attachment;
use fireside_core::{Actor, Event, EventId, EventKind, Extra, Text, Timestamp};
use serde::Deserialize;
use serenity::all::{ChannelId, GuildId, MessageId};

use super::attachment::{AttachmentFrame, StickerFrame};
use super::markdown::{self, Mentioned};
use super::poll::PollFrame;
use super::who::{Member, User, Who};
use super::{Scene, by_nobody, event};
use crate::PLATFORM;
use crate::names::Names;
use crate::snowflake::created_at;

/// Discord's numbers for what a message is. All others are Discord's own words.
const SAID: u8 = 0;
const PINNED: u8 = 6;
const REPLY: u8 = 19;
/// The flag of a message that was spoken.
const IS_VOICE: u64 = 1 << 13;
/// The number of a reference that passes a message on.
const FORWARD: u8 = 1;

/// A message as Discord tells it.
#[derive(Debug, Deserialize)]
pub(crate) struct MessageFrame {
    pub(crate) id: MessageId,
    pub(crate) channel_id: ChannelId,
    #[serde(default)]
    pub(crate) guild_id: Option<GuildId>,
    pub(crate) author: User,
    #[serde(default)]
    pub(crate) member: Option<Member>,
    #[serde(default)]
    pub(crate) webhook_id: Option<serenity::all::WebhookId>,
    #[serde(rename = "type", default)]
    kind: u8,
    #[serde(default)]
    message_reference: Option<Reference>,
    #[serde(default)]
    referenced_message: Option<Box<Answered>>,
    #[serde(default)]
    message_snapshots: Vec<Snapshot>,
    #[serde(default)]
    poll: Option<PollFrame>,
    #[serde(default)]
    content: String,
    #[serde(default)]
    mentions: Vec<User>,
    #[serde(default)]
    attachments: Vec<AttachmentFrame>,
    #[serde(default)]
    sticker_items: Vec<StickerFrame>,
    #[serde(default)]
    flags: Option<u64>,
}

/// Which message another is about.
#[derive(Debug, Deserialize)]
struct Reference {
    #[serde(rename = "type", default)]
    kind: u8,
    #[serde(default)]
    message_id: Option<MessageId>,
    #[serde(default)]
    channel_id: Option<ChannelId>,
}

/// The message that another answers, as far as it matters who wrote it.
#[derive(Debug, Deserialize)]
struct Answered {
    author: User,
}

/// A message as it was when it was passed on.
#[derive(Debug, Deserialize)]
struct Snapshot {
    message: Passed,
}

#[derive(Debug, Deserialize)]
struct Passed {
    #[serde(default)]
    content: String,
    #[serde(default)]
    mentions: Vec<User>,
    #[serde(default)]
    attachments: Vec<AttachmentFrame>,
    #[serde(default)]
    sticker_items: Vec<StickerFrame>,
    #[serde(default)]
    flags: Option<u64>,
}

/// What is read in the same way of a message and of one that was passed on.
#[derive(Clone, Copy)]
struct Body<'a> {
    content: &'a str,
    mentions: &'a [User],
    attachments: &'a [AttachmentFrame],
    stickers: &'a [StickerFrame],
    is_voice: bool,
}

/// A message as the gateway removes it, alone or with others.
#[derive(Debug, Deserialize)]
pub(crate) struct Deleted {
    #[serde(default)]
    id: Option<MessageId>,
    #[serde(default)]
    ids: Vec<MessageId>,
    pub(crate) channel_id: ChannelId,
    #[serde(default)]
    pub(crate) guild_id: Option<GuildId>,
}

/// Enough of a changed message to see whether somebody changed it: a link's
/// preview arrives as a change that nobody made.
#[derive(Debug, Deserialize)]
pub(crate) struct Changed {
    id: MessageId,
    pub(crate) channel_id: ChannelId,
    #[serde(default)]
    pub(crate) guild_id: Option<GuildId>,
    #[serde(default)]
    edited_timestamp: Option<serenity::all::Timestamp>,
    #[serde(default)]
    poll: Option<PollFrame>,
}

impl Changed {
    /// When somebody changed it.
    pub(crate) fn edited_at(&self) -> Option<Timestamp> {
        let edited = self.edited_timestamp?;
        let millis = u64::try_from(edited.unix_timestamp_nanos() / 1_000_000).ok()?;
        Some(Timestamp::from_millis(millis))
    }

    /// How its poll ended, if that is what changed.
    pub(crate) fn tally(&self, scene: &Scene<'_>) -> Option<Event> {
        let kind = self.poll.as_ref()?.tally(self.id.to_string().into())?;
        let id = EventId::new(format!("{PLATFORM}:t:{}", self.id));
        Some(by_nobody(id, scene.now, scene.place.clone(), kind))
    }
}

impl MessageFrame {
    /// What a message says, or pins; `None` for the bot's own and for what
    /// else Discord itself writes (somebody joined, started a thread, …).
    pub(crate) fn said(&self, scene: &Scene<'_>) -> Option<Event> {
        if self.author.id.get() == scene.bot {
            return None;
        }
        let kind = match self.kind {
            SAID | REPLY => EventKind::Message(self.content(scene.bot, scene.names)),
            PINNED => EventKind::Pinned { message: self.about()?.to_string().into() },
            _ => return None,
        };
        let at = created_at(self.id.get());
        let id = EventId::new(format!("{PLATFORM}:m:{}", self.id));
        Some(event(id, at, scene.place.clone(), self.actor(scene.as_of(at)), kind))
    }

    /// What it says since it was changed `at`. Whatever else changes about it
    /// later tells that moment again, and is the same event.
    pub(crate) fn edited(&self, at: Timestamp, scene: &Scene<'_>) -> Option<Event> {
        if self.author.id.get() == scene.bot || !matches!(self.kind, SAID | REPLY) {
            return None;
        }
        let id = EventId::new(format!("{PLATFORM}:e:{}:{}", self.id, at.as_millis()));
        let kind = EventKind::Edited(self.content(scene.bot, scene.names));
        Some(event(id, at, scene.place.clone(), self.actor(scene.as_of(at)), kind))
    }

    /// Who wrote it, with roles that were right at `as_of`.
    pub(crate) fn actor(&self, as_of: Timestamp) -> Actor {
        let who = Who { user: &self.author, member: self.member.as_ref(), guild: self.guild_id };
        let actor = who.actor(as_of);
        Actor { is_bot: actor.is_bot || self.webhook_id.is_some(), ..actor }
    }

    /// What it says, and everything that came with it.
    pub(crate) fn content(&self, bot: u64, names: &Names) -> fireside_core::Message {
        let passed = self.message_snapshots.first().map(|snapshot| &snapshot.message);
        let passed = passed.filter(|_| self.message_reference.as_ref().is_some_and(|it| it.kind == FORWARD));
        let body = passed.map_or_else(|| self.body(), Passed::body);
        let (attachments, mut extras) = self.files(body);
        let poll = self.poll.as_ref().map(|poll| Extra::Poll(poll.poll(created_at(self.id.get()))));
        extras.extend(poll);
        let is_mentioned = self.mentions.iter().any(|user| user.id.get() == bot);
        let is_answered = self.referenced_message.as_ref().is_some_and(|it| it.author.id.get() == bot);
        fireside_core::Message {
            id: Some(self.id.to_string().into()),
            text: body.text(names),
            reply_to: self.about().filter(|_| self.kind == REPLY).map(|id| id.to_string().into()),
            attachments,
            extras,
            forwarded_from: passed.map(|_| String::new()),
            addressed: is_mentioned || is_answered || self.guild_id.is_none(),
            ..fireside_core::Message::default()
        }
    }

    /// The message it is about, in the same channel.
    fn about(&self) -> Option<MessageId> {
        let reference = self.message_reference.as_ref()?;
        reference.message_id.filter(|_| reference.channel_id.is_none_or(|channel| channel == self.channel_id))
    }

    fn body(&self) -> Body<'_> {
        let Self { content, mentions, attachments, sticker_items: stickers, .. } = self;
        Body { content, mentions, attachments, stickers, is_voice: is_voice(self.flags) }
    }

    /// The files of `body`, and what of it is none.
    fn files(&self, body: Body<'_>) -> (Vec<Attachment>, Vec<Extra>) {
        let of_message = |file: &AttachmentFrame| file.of_message(self.channel_id, self.id, body.is_voice);
        let mut files: Vec<_> = body.attachments.iter().map(of_message).collect();
        let stickers: Vec<_> = body.stickers.iter().map(StickerFrame::attachment).collect();
        let others = stickers.iter().filter(|sticker| sticker.is_none());
        let others = others.map(|_| Extra::Other("sticker".to_owned())).collect();
        files.extend(stickers.into_iter().flatten());
        (files, others)
    }
}

impl Passed {
    fn body(&self) -> Body<'_> {
        let Self { content, mentions, attachments, sticker_items: stickers, flags } = self;
        Body { content, mentions, attachments, stickers, is_voice: is_voice(*flags) }
    }
}

impl Body<'_> {
    fn text(&self, names: &Names) -> Text {
        markdown::tree(self.content, &|mentioned| match mentioned {
            Mentioned::Account(id) => self.mentions.iter().find(|user| user.id.get() == id).map(User::name),
            Mentioned::Role(id) | Mentioned::Channel(id) => names.get(id),
        })
    }
}

fn is_voice(flags: Option<u64>) -> bool {
    flags.is_some_and(|flags| flags & IS_VOICE != 0)
}

impl Deleted {
    /// The removals that the frame tells.
    pub(crate) fn events(&self, scene: &Scene<'_>) -> Vec<Event> {
        let many = self.ids.iter().enumerate();
        let many = many.map(|(index, id)| (EventId::new(format!("{}:{index}", scene.id)), *id));
        let one = self.id.map(|id| (scene.id.clone(), id));
        one.into_iter()
            .chain(many)
            .map(|(event_id, id)| {
                let kind = EventKind::Deleted { message: id.to_string().into() };
                by_nobody(event_id, scene.now, scene.place.clone(), kind)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
