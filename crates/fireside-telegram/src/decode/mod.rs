//! From one raw update to the events it tells of. Pure: no call, no clock.

mod actor;
mod callback;
mod command;
mod content;
pub(crate) mod entities;
mod extras;
mod forward;
mod media;
mod membership;
mod message;
mod poll;
mod reaction;
mod received;
#[cfg(test)]
mod robustness;
mod service;
#[cfg(test)]
mod tests;

use fireside_core::{Actor, Audience, Event, EventId, EventKind, Timestamp};
use serde_json::value::RawValue;
use teloxide::types::{CallbackQueryId, ThreadId};

use self::received::{Chat, Received};
use crate::address;
use crate::identity::Identity;
use crate::polls::Polls;
use crate::topics::OpenedTopic;
use crate::update::RawUpdate;

/// What `update`, as the Bot API tells it, says to a bot with this account
/// at `now`: for replaying, measuring and fuzzing. A part of
/// an album is told as a message of its own, and no poll is known.
///
/// # Errors
/// When it is no update, or its content does not have the shape that its kind has.
pub fn decode(
    update: &str,
    (bot_id, bot_username): (u64, &str),
    now: Timestamp,
) -> Result<Vec<Event>, serde_json::Error> {
    let bot = Identity { id: bot_id, username: bot_username.to_owned(), hears_all: true };
    let decoder = Decoder { bot: &bot, polls: &Polls::default(), now };
    Ok(decoder.decode(&RawUpdate::of(update)?)?.events)
}

/// Decodes updates for one bot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decoder<'a> {
    /// Who the bot is.
    pub(crate) bot: &'a Identity,
    /// The polls it sent.
    pub(crate) polls: &'a Polls,
    /// The present moment, for updates that carry none.
    pub(crate) now: Timestamp,
}

/// What an update told.
#[derive(Debug, Default)]
pub(crate) struct Decoded {
    /// What happened, in order.
    pub(crate) events: Vec<Event>,
    /// A topic the bot opened.
    pub(crate) opened: Option<OpenedTopic>,
    /// A press that waits to be answered.
    pub(crate) press: Option<CallbackQueryId>,
    /// The kind of what was passed over because nothing here is made of it.
    pub(crate) skipped: Option<String>,
}

impl Decoded {
    fn events(events: Vec<Event>) -> Self {
        Self { events, ..Self::default() }
    }

    fn event(event: Event) -> Self {
        Self::events(vec![event])
    }

    /// Nothing new to anybody.
    fn nothing(what: &'static str) -> Self {
        tracing::debug!(what, "an update tells nothing new");
        Self::default()
    }

    /// Something of this kind, of which nothing here is made.
    fn skipped(kind: String) -> Self {
        Self { skipped: Some(kind), ..Self::default() }
    }
}

impl Decoder<'_> {
    /// What `update` tells.
    ///
    /// # Errors
    /// When its content does not have the shape that its kind has.
    pub(crate) fn decode(&self, update: &RawUpdate<'_>) -> Result<Decoded, serde_json::Error> {
        let Some(raw) = update.content else { return Ok(Decoded::nothing("an update without content")) };
        match update.kind.as_str() {
            "message" | "channel_post" => Ok(self.said_or_done(&[Received::of(raw)?])),
            "edited_message" | "edited_channel_post" => {
                Ok(self.edited(&Received::of(raw)?, update.update_id))
            }
            "callback_query" => self.callback_query(raw),
            "message_reaction" => reaction::changed(raw, update.update_id),
            "message_reaction_count" => reaction::counted(raw, update.update_id),
            "poll" => self.poll(raw, update.update_id),
            "poll_answer" => self.poll_answer(raw, update.update_id),
            "my_chat_member" => membership::of_bot(raw),
            "chat_member" => membership::of_member(raw),
            kind => Ok(Decoded::skipped(kind.to_owned())),
        }
    }

    /// What the parts of an album tell together, in their order.
    ///
    /// # Errors
    /// When one of them is no message.
    pub(crate) fn album(&self, parts: &[&RawValue]) -> Result<Decoded, serde_json::Error> {
        let parts: Result<Vec<Received<'_>>, _> = parts.iter().map(|raw| Received::of(raw)).collect();
        Ok(self.said_or_done(&parts?))
    }
}

/// When, where and by whom something happened.
struct Happened<'a> {
    at: Timestamp,
    chat: &'a Chat,
    thread: Option<ThreadId>,
    actor: Actor,
    locale: Option<String>,
}

impl Happened<'_> {
    /// The event that `kind` happened.
    fn event(self, id: String, kind: EventKind) -> Event {
        Event {
            id: EventId::new(id),
            community: None,
            at: self.at,
            place: address::place(self.chat.id, self.thread),
            audience: if self.chat.is_private { Audience::Private } else { Audience::Group },
            actor: self.actor,
            locale: self.locale,
            kind,
            reply: None,
        }
    }
}

fn read<'a, T: serde::Deserialize<'a>>(raw: &'a RawValue) -> Result<T, serde_json::Error> {
    serde_json::from_str(raw.get())
}
