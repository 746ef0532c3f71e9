//! Sending what is neither words nor a file: places, contacts and dice.

use serde_json::{Map, Value, json};

use super::Answer;
use super::outgoing::{self, Destination};
use crate::telegram::content::Content;
use crate::telegram::errors::ApiError;
use crate::telegram::history::StoredMessage;
use crate::telegram::params::Params;
use crate::telegram::state::State;

/// The emoji that may be thrown, and how many values each has.
const DICE: [(&str, i64); 6] = [("🎲", 6), ("🎯", 6), ("🏀", 5), ("⚽", 5), ("🎳", 6), ("🎰", 64)];

/// `sendLocation`.
pub(super) fn send_location(state: &mut State, params: &Params) -> Answer {
    let mut location = location(params)?;
    for name in ["horizontal_accuracy", "live_period", "heading", "proximity_alert_radius"] {
        if let Some(number) = params.decimal(name)? {
            let whole = params.integer(name).ok().flatten().map(Value::from);
            location[name] = whole.unwrap_or(number.into());
        }
    }
    send(state, params, json!({ "location": location }))
}

/// `sendVenue`.
pub(super) fn send_venue(state: &mut State, params: &Params) -> Answer {
    let location = location(params)?;
    let mut venue = json!({
        "location": location,
        "title": required(params, "title", "VENUE_TITLE_EMPTY")?,
        "address": required(params, "address", "VENUE_ADDRESS_EMPTY")?,
    });
    copy(params, &["foursquare_id", "foursquare_type", "google_place_id", "google_place_type"], &mut venue);
    send(state, params, json!({ "venue": venue, "location": location }))
}

/// `sendContact`.
pub(super) fn send_contact(state: &mut State, params: &Params) -> Answer {
    let mut contact = json!({
        "phone_number": required(params, "phone_number", "phone number must be non-empty")?,
        "first_name": required(params, "first_name", "first name must be non-empty")?,
    });
    copy(params, &["last_name", "vcard"], &mut contact);
    send(state, params, json!({ "contact": contact }))
}

/// `sendDice`: the value follows from the message's id, so a test can repeat it.
pub(super) fn send_dice(state: &mut State, params: &Params) -> Answer {
    let emoji = params.text("emoji").filter(|emoji| !emoji.is_empty()).unwrap_or("🎲".into());
    let known = DICE.iter().find(|(known, _)| *known == emoji.trim_end_matches('\u{fe0f}'));
    let (emoji, values) = known.ok_or_else(|| ApiError::bad_request("DICE_EMOJI_INVALID"))?;
    let chat_id = state.target(params)?;
    let next = state.chats.get(&chat_id).map_or(1, |chat| chat.history.next_id());
    send(state, params, json!({ "dice": { "emoji": emoji, "value": 1 + next.rem_euclid(*values) } }))
}

fn send(state: &mut State, params: &Params, fields: Value) -> Answer {
    let destination = Destination::of(state, params)?;
    let fields = if let Value::Object(fields) = fields { fields } else { Map::new() };
    let draft = StoredMessage { content: Content::Shared(fields), ..StoredMessage::default() };
    outgoing::send(state, params, &destination, draft)
}

fn location(params: &Params) -> Result<Value, ApiError> {
    let degrees = |name: &str, max: f64| {
        let given = params.decimal(name)?.ok_or_else(|| ApiError::bad_request(format!("{name} is empty")))?;
        let on_earth = given.abs() <= max;
        if on_earth { Ok(given) } else { Err(ApiError::bad_request("wrong location specified")) }
    };
    Ok(json!({ "latitude": degrees("latitude", 90.0)?, "longitude": degrees("longitude", 180.0)? }))
}

fn required(params: &Params, name: &str, otherwise: &'static str) -> Result<String, ApiError> {
    let given = params.text(name).filter(|text| !text.trim().is_empty());
    given.map(String::from).ok_or_else(|| ApiError::bad_request(otherwise))
}

fn copy(params: &Params, names: &[&str], object: &mut Value) {
    for name in names {
        if let Some(text) = params.text(name).filter(|text| !text.is_empty()) {
            object[name] = text.into();
        }
    }
}
