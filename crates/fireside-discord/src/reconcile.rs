//! Looking whether a delivery that was never answered was done all the same.
//!
//! As long as Discord surely remembers a nonce, saying it again shows nothing
//! twice, and the nonce tells the delivery from another of the same words.
//! Later only the channel's history can tell: the bot's own message with the
//! same words, written since.

use std::time::Duration;

use fireside_core::ports::{DeliveryError, Scope};
use fireside_core::{Delivery, Effect, Outgoing, Place, Receipt, Timestamp};
use reqwest::Method;
use serde_json::Value;
use serenity::http::Route;

use crate::adapter::Connection;
use crate::client::Call;
use crate::deliver::{address, nonce, opened, repeatable};
use crate::render::{markdown, split};
use crate::{rooms, snowflake};

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
        Effect::Send { to, content } => sent(connection, delivery, opened(to)?, content).await,
        Effect::OpenRoom(plan) if plan.from.is_none() => {
            rooms::find(connection, &plan.within, &plan.name).await
        }
        _ => Ok(None),
    }
}

async fn sent(
    connection: &Connection,
    delivery: &Delivery,
    place: &Place,
    content: &Outgoing,
) -> Result<Option<Receipt>, DeliveryError> {
    if connection.options.clock.now().since(delivery.at) < NONCE_KEPT_FOR {
        return Ok(None);
    }
    let bot = connection.identity().await.map_err(|error| DeliveryError::Retry {
        after: None,
        scope: Scope::All,
        why: error.to_string(),
    })?;
    let channel = address(place)?;
    let route = Route::ChannelMessages { channel_id: channel.into() };
    let call = Call::new(Method::GET, route, channel).query("limit", LOOKED_THROUGH);
    let told = connection.client.send(call).await.map_err(repeatable)?;
    let seen = Seen { bot: bot.bot.to_string(), since: delivery.at - CLOCK_SKEW };
    let id = seen.last_of(&split(&markdown(content)), &told, &delivery.id.to_string());
    Ok(id.map(|id| Receipt { message: Some(id.to_string().into()), ..Receipt::default() }))
}

/// What counts as said by an earlier attempt.
struct Seen {
    bot: String,
    since: Timestamp,
}

impl Seen {
    /// The id of the last of `parts`, if all of them stand in a history, which
    /// comes newest first.
    fn last_of(&self, parts: &[String], history: &Value, seed: &str) -> Option<u64> {
        let mut messages = history.as_array()?.iter().rev();
        let mut last = None;
        for (index, part) in parts.iter().enumerate() {
            let nonce = nonce(seed, index);
            last = Some(messages.find_map(|message| self.says(message, part, &nonce))?);
        }
        last
    }

    /// The message's id, if it says `part` for this delivery. What the bot
    /// answered an interaction with came through a webhook and is none.
    fn says(&self, message: &Value, part: &str, nonce: &str) -> Option<u64> {
        let id = message["id"].as_str().and_then(snowflake::parse)?;
        let is_own = message["author"]["id"] == self.bot.as_str() && message["webhook_id"].is_null();
        let is_since = snowflake::created_at(id) >= self.since;
        // Discord trims what is said, and hardly ever tells a nonce again.
        let is_same = message["content"].as_str().is_some_and(|said| said.trim() == part.trim());
        let is_others = message["nonce"].as_str().is_some_and(|told| told != nonce);
        (is_own && is_since && is_same && !is_others).then_some(id)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// An id made so many seconds after the moment that counts.
    fn id(secs: u64) -> String {
        ((secs * 1_000) << 22).to_string()
    }

    fn found(parts: &[&str], newest_first: &[Value]) -> Option<String> {
        let since = snowflake::created_at(10_000 << 22);
        let parts: Vec<_> = parts.iter().map(|part| (*part).to_owned()).collect();
        let seen = Seen { bot: "42".to_owned(), since };
        seen.last_of(&parts, &Value::from(newest_first.to_vec()), "e#0").map(|id| id.to_string())
    }

    fn message(secs: u64, author: &str, words: &str) -> Value {
        json!({"id": id(secs), "author": {"id": author}, "content": words})
    }

    #[test]
    fn the_bots_own_words_are_found() {
        let history = [message(30, "7", "hello"), message(20, "42", "hello"), message(15, "42", "else")];
        assert_eq!(found(&["hello "], &history), Some(id(20)));
    }

    #[test]
    fn the_same_words_of_another_or_from_before_do_not_count() {
        assert_eq!(found(&["hello"], &[message(20, "7", "hello"), message(9, "42", "hello")]), None);
    }

    #[test]
    fn the_same_words_with_another_nonce_or_in_an_answer_do_not_count() {
        let mut other = message(20, "42", "hello");
        other["nonce"] = json!("of another delivery");
        let mut answer = message(21, "42", "hello");
        answer["webhook_id"] = json!("42");
        assert_eq!(found(&["hello"], &[answer, other]), None);
    }

    #[test]
    fn all_parts_must_be_there_in_their_order() {
        let history = [message(22, "42", "two"), message(21, "7", "between"), message(20, "42", "one")];
        assert_eq!(found(&["one", "two"], &history), Some(id(22)));
        assert_eq!(found(&["two", "one"], &history), None);
        assert_eq!(found(&["one", "two", "three"], &history), None);
    }
}
