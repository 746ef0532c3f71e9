//! From one raw update to the events it tells of. Pure: no call, no clock.

mod actor;
mod callback;
mod command;
pub(crate) mod entities;
mod membership;
mod message;
mod readable;
#[cfg(test)]
mod robustness;
mod service;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use fireside_core::{Actor, Audience, Command, Event, EventId, EventKind, Timestamp};
use serde_json::value::RawValue;
use teloxide::types::{CallbackQueryId, Chat, ThreadId};

use crate::address;
use crate::identity::Identity;
use crate::topics::OpenedTopic;
use crate::update::RawUpdate;

/// Decodes updates for one bot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decoder<'a> {
    /// Who the bot is.
    pub(crate) bot: &'a Identity,
    /// The commands it knows, by name.
    pub(crate) commands: &'a BTreeMap<String, Command>,
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
}

impl Decoded {
    fn events(events: Vec<Event>) -> Self {
        Self { events, ..Self::default() }
    }

    fn event(event: Event) -> Self {
        Self::events(vec![event])
    }

    /// Nothing anybody here cares about.
    fn nothing(what: &'static str) -> Self {
        tracing::debug!(what, "an update is skipped");
        Self::default()
    }
}

impl Decoder<'_> {
    /// What `update` tells.
    ///
    /// # Errors
    /// When its content does not have the shape that its kind has.
    pub(crate) fn decode(&self, update: &RawUpdate<'_>) -> Result<Decoded, serde_json::Error> {
        if let Some(raw) = update.message {
            Ok(self.message(&readable::message(raw)?))
        } else if let Some(raw) = update.edited_message {
            Ok(self.edited_message(&readable::message(raw)?))
        } else if let Some(raw) = update.callback_query {
            Ok(self.callback_query(read(raw)?))
        } else if let Some(raw) = update.my_chat_member {
            Ok(membership::of_bot(&read(raw)?))
        } else if let Some(raw) = update.chat_member {
            Ok(membership::of_member(&read(raw)?))
        } else {
            Ok(Decoded::nothing("a kind of update that is not known"))
        }
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
            audience: if self.chat.is_private() { Audience::Private } else { Audience::Group },
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
