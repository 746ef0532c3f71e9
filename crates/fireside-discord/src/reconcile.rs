//! Looking whether a delivery that was never answered was done all the same.
//!
//! As long as Discord surely remembers a nonce, saying it again shows nothing
//! twice, and the nonce tells the delivery from another of the same words.
//! Later, and for what has no nonce, only the channel's history can tell: the
//! bot's own message, or its webhook's under the same name, with the same words
//! and as many files, written since.

use std::time::Duration;

use fireside_core::ports::{DeliveryError, FileError, FileStream, Files};
use fireside_core::{Delivery, Effect, FileRef, Receipt, Timestamp, Voice};
use reqwest::Method;
use serde_json::Value;
use serenity::http::Route;

use crate::adapter::Connection;
use crate::client::Call;
use crate::deliver::{Done, Speech, address, batches, identity, nonce, opened, piece, repeatable, words};
use crate::errors::code;
use crate::render::{Manner, messages};
use crate::webhooks::{self, Persona};
use crate::{direct, files, rooms, snowflake};

/// For so long a nonce is surely remembered; Discord says "a few minutes".
const NONCE_KEPT_FOR: Duration = Duration::from_mins(1);
/// How many of a channel's last messages are looked through: the most one call gives.
const LOOKED_THROUGH: usize = 100;
/// How far Discord's clock may be behind ours.
const CLOCK_SKEW: Duration = Duration::from_secs(5);

/// What came of `delivery` in an attempt that got no answer, if it can be seen.
pub(crate) async fn reconcile(
    connection: &Connection,
    delivery: &Delivery,
) -> Result<Option<Receipt>, DeliveryError> {
    match &delivery.effect {
        Effect::Send { to, content } => {
            let place = opened(to)?;
            let direct = direct::known(connection, place);
            let speech = Speech {
                channel: address(direct.as_ref().unwrap_or(place))?,
                place,
                content,
                voice: delivery.voice,
                seed: delivery.id.to_string(),
                post: None,
            };
            let said = said(connection, delivery, &speech).await?;
            Ok(said.map(|receipt| Receipt { place: direct, ..receipt }))
        }
        // The thread of a message is there once, however often it is opened.
        Effect::OpenRoom(plan) if rooms::shows_once(connection, plan) => Ok(None),
        Effect::OpenRoom(plan) => {
            let found = rooms::find(connection, plan).await?;
            let is_whole = plan.opening.as_ref().is_none_or(|opening| opening.files.is_empty());
            match found {
                Some(room) if is_whole => {
                    rooms::furnish_found(connection, delivery, plan, room, &Unread).await.map(Some)
                }
                found => Ok(found),
            }
        }
        _ => Ok(None),
    }
}

/// Where no file is read.
struct Unread;

#[async_trait::async_trait]
impl Files for Unread {
    async fn open(&self, _: &FileRef) -> Result<FileStream, FileError> {
        Err(FileError::Later { why: "files are read when a delivery is tried".to_owned() })
    }
}

async fn said(
    connection: &Connection,
    delivery: &Delivery,
    speech: &Speech<'_>,
) -> Result<Option<Receipt>, DeliveryError> {
    let persona = webhooks::persona(connection, speech).await;
    let has_nonce = persona.is_none();
    if has_nonce && connection.options.clock.now().since(delivery.at) < NONCE_KEPT_FOR {
        return Ok(None);
    }
    let bot = identity(connection).await?;
    let route = Route::ChannelMessages { channel_id: speech.channel.into() };
    let call = Call::new(Method::GET, route, speech.channel).query("limit", LOOKED_THROUGH);
    let told = match connection.client.send(call).await {
        Ok(told) => told,
        // It may name an account with which no private chat is known: trying again opens it.
        Err(error) if error.code() == code::UNKNOWN_CHANNEL && direct::may_be_account(speech.place) => {
            return Ok(None);
        }
        Err(error) => return Err(repeatable(error)),
    };
    let seen = Seen { bot: bot.bot.to_string(), persona, since: delivery.at - CLOCK_SKEW };
    let planned = planned(speech, has_nonce);
    let found = seen.first_of(&planned, &told, &speech.seed);
    let mut done = Done::default();
    found.iter().zip(&planned).for_each(|(id, part)| done.push(*id, !part.words.is_empty()));
    let Some(next) = planned.get(found.len()) else {
        connection.progress.finish(&speech.seed);
        return Ok(Some(done.receipt(speech.content)));
    };
    if !found.is_empty() {
        // The rest is said when it is tried again.
        connection.progress.note(&speech.seed, &Done { batches: next.batch, parts: next.part, ..done });
    }
    Ok(None)
}

/// A message as it was to be sent.
struct Planned {
    batch: usize,
    part: usize,
    words: String,
    files: usize,
}

fn planned(speech: &Speech<'_>, is_named: bool) -> Vec<Planned> {
    let manner = Manner { is_named, hides_previews: speech.voice == Voice::Customer, takes_cards: true };
    let all = batches(&speech.content.files);
    let mut planned = Vec::new();
    for (batch, files) in all.iter().enumerate() {
        let bodies = messages(&piece(speech.content, all.len(), batch, Vec::new()), manner);
        let last = bodies.len() - 1;
        planned.extend(bodies.iter().enumerate().map(|(part, body)| Planned {
            batch,
            part,
            words: words(body),
            files: if part == last { files.len() } else { 0 },
        }));
    }
    planned
}

/// What counts as said by an earlier attempt.
struct Seen {
    bot: String,
    persona: Option<Persona>,
    since: Timestamp,
}

impl Seen {
    /// The ids of those of the planned messages that stand in a history, which
    /// comes newest first: from the first on, as far as they go.
    fn first_of(&self, planned: &[Planned], history: &Value, seed: &str) -> Vec<u64> {
        let mut messages = history.as_array().into_iter().flatten().rev();
        let mut found = Vec::new();
        for (index, part) in planned.iter().enumerate() {
            let nonce = nonce(seed, index);
            let Some(id) = messages.find_map(|message| self.says(message, part, &nonce)) else { break };
            found.push(id);
        }
        found
    }

    /// The message's id, if it says `part` for this delivery. What the bot
    /// answered an interaction with came through a webhook and is none.
    fn says(&self, message: &Value, part: &Planned, nonce: &str) -> Option<u64> {
        let id = message["id"].as_str().and_then(snowflake::parse)?;
        let is_own = match &self.persona {
            None => message["author"]["id"] == self.bot.as_str() && message["webhook_id"].is_null(),
            Some(persona) => {
                message["webhook_id"] == persona.hook.id.to_string().as_str()
                    && message["author"]["username"] == persona.name.as_str()
            }
        };
        let is_since = snowflake::created_at(id) >= self.since;
        // Discord trims what is said, and hardly ever tells a nonce again.
        let is_same = words(message) == part.words && files::count(message) == part.files;
        let is_others = message["nonce"].as_str().is_some_and(|told| told != nonce);
        (is_own && is_since && is_same && !is_others).then_some(id)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// An id made so many seconds after the moment that counts.
    fn id(secs: u64) -> u64 {
        (secs * 1_000) << 22
    }

    fn found(parts: &[&str], newest_first: &[Value]) -> Vec<u64> {
        let since = snowflake::created_at(10_000 << 22);
        let part = |(part, words): (usize, &&str)| Planned {
            batch: 0,
            part,
            words: words.trim().to_owned(),
            files: 0,
        };
        let parts: Vec<_> = parts.iter().enumerate().map(part).collect();
        let seen = Seen { bot: "42".to_owned(), persona: None, since };
        seen.first_of(&parts, &Value::from(newest_first.to_vec()), "e#0")
    }

    fn message(secs: u64, author: &str, words: &str) -> Value {
        json!({"id": id(secs).to_string(), "author": {"id": author}, "content": words})
    }

    #[test]
    fn the_bots_own_words_are_found() {
        let history = [message(30, "7", "hello"), message(20, "42", "hello"), message(15, "42", "else")];
        assert_eq!(found(&["hello "], &history), [id(20)]);
    }

    #[test]
    fn the_same_words_of_another_or_from_before_do_not_count() {
        assert_eq!(found(&["hello"], &[message(20, "7", "hello"), message(9, "42", "hello")]), [0; 0]);
    }

    #[test]
    fn the_same_words_with_another_nonce_or_with_files_or_in_an_answer_do_not_count() {
        let mut other = message(20, "42", "hello");
        other["nonce"] = json!("of another delivery");
        let mut answer = message(21, "42", "hello");
        answer["webhook_id"] = json!("42");
        let mut file = message(22, "42", "hello");
        file["attachments"] = json!([{"id": "1"}]);
        assert_eq!(found(&["hello"], &[file, answer, other]), [0; 0]);
    }

    #[test]
    fn a_cards_words_stand_in_its_components() {
        let mut card = message(20, "42", "");
        card["components"] = json!([{"type": 17, "components": [{"type": 10, "content": "hello"}]}]);
        assert_eq!(found(&["hello"], &[card]), [id(20)]);
    }

    #[test]
    fn parts_are_found_from_the_first_on_in_their_order() {
        let history = [message(22, "42", "two"), message(21, "7", "between"), message(20, "42", "one")];
        assert_eq!(found(&["one", "two"], &history), [id(20), id(22)]);
        assert_eq!(found(&["two", "one"], &history), [id(22)]);
        assert_eq!(found(&["one", "two", "three"], &history), [id(20), id(22)]);
    }
}
