//! Updates as Telegram sends them, and as it shouldn't.

mod commands;
mod content;
mod hostile;
mod people;
mod polls;
mod reactions;
mod words;

use fireside_core::event::{Membership, RoomChange};
use fireside_core::{MessageId, Place, Text};
use serde_json::{Value, json};
use teloxide::types::{ChatId, MessageId as TelegramMessageId};

use super::*;
use crate::PLATFORM;
use crate::address::Address;
use crate::polls::SentPoll;

const FORUM: i64 = -1_004_503_599_627_370;

fn identity() -> Identity {
    Identity { id: 42, username: "fireside_bot".to_owned(), hears_all: false }
}

fn polls() -> Polls {
    let polls = Polls::default();
    let at = Address { chat: ChatId(FORUM), thread: Some(ThreadId(TelegramMessageId(3))) };
    polls.remember(SentPoll::new("99".to_owned(), at, 12));
    polls
}

fn decoded(update: &Value) -> Result<Decoded, serde_json::Error> {
    let (bot, polls) = (identity(), polls());
    let decoder = Decoder { bot: &bot, polls: &polls, now: Timestamp::from_secs(99) };
    let json = update.to_string();
    decoder.decode(&RawUpdate::of(&json).expect("an update"))
}

fn skipped(update: &Value) -> Option<String> {
    decoded(update).expect("it is decoded").skipped
}

fn all(update: &Value) -> Vec<Event> {
    decoded(update).expect("it is decoded").events
}

fn one(update: &Value) -> Event {
    let mut events = decoded(update).expect("it is decoded").events;
    assert_eq!(events.len(), 1, "{update}");
    events.remove(0)
}

fn none(update: &Value) -> bool {
    decoded(update).expect("it is decoded").events.is_empty()
}

fn ana() -> Value {
    json!({ "id": 7, "is_bot": false, "first_name": "Ana", "language_code": "de" })
}

fn bot() -> Value {
    json!({ "id": 42, "is_bot": true, "first_name": "Fireside", "username": "fireside_bot" })
}

/// A message of Ana's in a forum, with `more` laid over it.
fn message(more: &Value) -> Value {
    let mut message = json!({
        "message_id": 5, "date": 60, "from": ana(),
        "chat": { "id": FORUM, "type": "supergroup", "title": "Acme", "is_forum": true },
    });
    for (name, value) in more.as_object().expect("an object") {
        message[name] = value.clone();
    }
    message
}

fn said(more: &Value) -> Value {
    json!({ "update_id": 1, "message": message(more) })
}

fn words(event: &Event) -> &fireside_core::Message {
    event.words().unwrap_or_else(|| panic!("not a message: {event:?}"))
}
