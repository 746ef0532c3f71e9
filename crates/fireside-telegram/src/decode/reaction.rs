//! Reactions on messages.
//!
//! Telegram tells what somebody's reactions were and what they are now, without
//! the topic of the message.

use fireside_core::event::{Reaction, ReactionChange};
use fireside_core::{Actor, Event, EventKind, MessageId, Timestamp};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::received::{Chat, User};
use super::{Decoded, Happened, actor};
use crate::fields::Fields;

/// What a paid reaction is shown as.
const PAID: &str = "⭐";
/// The most reactions of one account on a message that are read; Telegram has 3.
const REACTIONS_MAX: usize = 16;

/// A reaction's kind (Bot API, `ReactionType`).
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Kind {
    Emoji { emoji: String },
    CustomEmoji { custom_emoji_id: String },
    Paid,
}

impl Kind {
    fn emoji(self) -> String {
        match self {
            Self::Emoji { emoji } => emoji,
            Self::CustomEmoji { custom_emoji_id } => format!(":{custom_emoji_id}:"),
            Self::Paid => PAID.to_owned(),
        }
    }
}

/// What every update about reactions tells.
struct Reacted<'a> {
    fields: Fields<'a>,
    chat: Chat,
    message: i32,
    date: i64,
}

impl<'a> Reacted<'a> {
    fn of(raw: &'a RawValue) -> Result<Self, serde_json::Error> {
        let fields = Fields::of(raw.get())?;
        let chat = fields.require::<Box<RawValue>>("chat")?;
        let (message, date) = (fields.require("message_id")?, fields.require("date")?);
        Ok(Self { chat: Chat::of(&chat)?, message, date, fields })
    }

    fn event(&self, actor: Actor, locale: Option<String>, id: String, kind: EventKind) -> Event {
        let at = Timestamp::from_secs(self.date);
        Happened { at, chat: &self.chat, thread: None, actor, locale }.event(id, kind)
    }

    fn message(&self) -> MessageId {
        MessageId::new(self.message.to_string())
    }
}

/// Somebody's reactions changed: one event for each that came or went.
pub(super) fn changed(raw: &RawValue, update_id: i64) -> Result<Decoded, serde_json::Error> {
    let reacted = Reacted::of(raw)?;
    let fields = &reacted.fields;
    let user = fields.raw("user").and_then(User::of);
    let sender = fields.raw("actor_chat").and_then(|raw| Chat::of(raw).ok());
    let actor = match (&sender, &user) {
        (Some(chat), _) => actor::of_chat(chat),
        (None, Some(user)) => actor::of_user(user),
        (None, None) => return Ok(Decoded::nothing("a reaction of nobody")),
    };
    let locale = user.and_then(|user| user.language_code);
    let before = emojis(fields.list("old_reaction"));
    let now = emojis(fields.list("new_reaction"));
    let gone = before.iter().filter(|emoji| !now.contains(emoji));
    let came = now.iter().filter(|emoji| !before.contains(emoji));
    let gone = gone.map(|emoji| (emoji, ReactionChange::Removed, '-'));
    let came = came.map(|emoji| (emoji, ReactionChange::Added, '+'));
    let events = gone.chain(came).map(|(emoji, change, sign)| {
        // It can come and go and come again within a second.
        let (chat, message, account) = (reacted.chat.id, reacted.message, &actor.account.id);
        let id = format!("telegram:r:{chat}:{message}:{account}:{update_id}:{sign}{emoji}");
        let reaction = Reaction { message: reacted.message(), emoji: emoji.clone(), change };
        reacted.event(actor.clone(), locale.clone(), id, EventKind::Reaction(reaction))
    });
    Ok(Decoded::events(events.collect()))
}

/// How often each reaction was put on a message of a channel or group where
/// nobody says who did.
pub(super) fn counted(raw: &RawValue, update_id: i64) -> Result<Decoded, serde_json::Error> {
    #[derive(Deserialize)]
    struct Count {
        #[serde(rename = "type")]
        kind: Kind,
        total_count: u32,
    }
    let reacted = Reacted::of(raw)?;
    let counts: Vec<Count> = reacted.fields.list("reactions");
    let counts = counts.into_iter().map(|count| (count.kind.emoji(), count.total_count)).collect();
    let id = format!("telegram:rc:{}:{}:{update_id}", reacted.chat.id, reacted.message);
    let kind = EventKind::ReactionCounts { message: reacted.message(), counts };
    Ok(Decoded::event(reacted.event(actor::of_chat(&reacted.chat), None, id, kind)))
}

fn emojis(kinds: Vec<Kind>) -> Vec<String> {
    let mut emojis: Vec<String> = Vec::new();
    for emoji in kinds.into_iter().take(REACTIONS_MAX).map(Kind::emoji) {
        if !emojis.contains(&emoji) {
            emojis.push(emoji);
        }
    }
    emojis
}
