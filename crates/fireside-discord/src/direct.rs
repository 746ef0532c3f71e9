//! Private chats with accounts: a place that is named by an account's id is
//! the private chat with it.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use fireside_core::Place;
use fireside_core::ports::DeliveryError;
use reqwest::Method;
use serde_json::json;
use serenity::http::Route;

use crate::PLATFORM;
use crate::adapter::Connection;
use crate::client::Call;
use crate::deliver::{address, repeatable};
use crate::snowflake;

/// How many private chats are remembered; opening one again gives the same.
const CHATS_MAX: usize = 10_000;

/// The private chats that were opened, by account.
#[derive(Debug, Default)]
pub(crate) struct DirectChats(Mutex<HashMap<u64, u64>>);

/// The private chat that `place` names by an account, if it was opened before.
pub(crate) fn known(connection: &Connection, place: &Place) -> Option<Place> {
    let chats = connection.direct_chats.0.lock().unwrap_or_else(PoisonError::into_inner);
    chats.get(&account(place)?).map(|chat| named(*chat))
}

/// Opens the private chat with the account that `place` may be named by;
/// `None` if it is named by none.
pub(crate) async fn open(connection: &Connection, place: &Place) -> Result<Option<Place>, DeliveryError> {
    let Some(account) = account(place) else { return Ok(None) };
    let body = json!({ "recipient_id": account.to_string() });
    let told =
        match connection.client.send(Call::new(Method::POST, Route::UserMeDmChannels, 0).body(body)).await {
            Ok(told) => told,
            Err(error) if matches!(error.status(), 400 | 404) => return Ok(None),
            Err(error) => return Err(repeatable(error)),
        };
    let Some(chat) = told["id"].as_str().and_then(snowflake::parse) else { return Ok(None) };
    let mut chats = connection.direct_chats.0.lock().unwrap_or_else(PoisonError::into_inner);
    if chats.len() >= CHATS_MAX {
        chats.clear();
    }
    chats.insert(account, chat);
    Ok(Some(named(chat)))
}

/// Whether `place` may be named by an account: it is in no guild.
pub(crate) fn may_be_account(place: &Place) -> bool {
    place.space.is_none() && place.thread.is_none()
}

fn account(place: &Place) -> Option<u64> {
    may_be_account(place).then(|| address(place).ok()).flatten()
}

fn named(chat: u64) -> Place {
    Place::channel(PLATFORM, chat.to_string())
}
