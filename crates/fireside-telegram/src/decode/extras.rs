//! What is neither words nor a file: places, addresses, polls, games.

use std::time::Duration;

use fireside_core::{Extra, Poll};
use serde::Deserialize;

use super::actor::display_name;
use super::received::Received;
use crate::fields::Fields;

/// Things people send of which only the kind is told.
pub(super) const OTHERS: [&str; 12] = [
    "paid_media",
    "story",
    "game",
    "dice",
    "checklist",
    "invoice",
    "giveaway",
    "giveaway_winners",
    "gift",
    "unique_gift",
    "live_photo",
    "rich_message",
];

/// What else came with `message`.
pub(super) fn extras(message: &Received<'_>) -> Vec<Extra> {
    let fields = &message.fields;
    // A venue is told as a location, too; a live photo as a photo.
    let extra = if let Some(venue) = fields.object("venue") {
        let title = [venue.words("title"), venue.words("address")];
        let title: Vec<String> = title.into_iter().flatten().filter(|line| !line.is_empty()).collect();
        location(venue.get("location"), Some(title.join(", ")))
    } else if fields.has("location") {
        location(fields.get("location"), None)
    } else if let Some(shared) = fields.object("contact") {
        Some(contact(&shared))
    } else if let Some(asked) = fields.object("poll") {
        Some(Extra::Poll(poll(&asked)))
    } else {
        let other = OTHERS.into_iter().find(|name| fields.has(name));
        other
            .filter(|name| *name != "live_photo" || !fields.has("photo"))
            .map(|name| Extra::Other(name.to_owned()))
    };
    extra.into_iter().collect()
}

#[derive(Deserialize)]
struct Point {
    latitude: f64,
    longitude: f64,
}

fn location(point: Option<Point>, title: Option<String>) -> Option<Extra> {
    let point = point?;
    Some(Extra::Location {
        latitude_micro: micro(point.latitude, 90.0),
        longitude_micro: micro(point.longitude, 180.0),
        title: title.filter(|title| !title.is_empty()),
    })
}

/// Degrees times a million.
#[expect(clippy::cast_possible_truncation, reason = "180 degrees times a million are within 32 bits")]
fn micro(degrees: f64, degrees_max: f64) -> i32 {
    (degrees.clamp(-degrees_max, degrees_max) * 1_000_000.0).round() as i32
}

fn contact(fields: &Fields<'_>) -> Extra {
    let names = [fields.words("first_name"), fields.words("last_name")];
    let name = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Extra::Contact { name: display_name(&name), phone: fields.words("phone_number").unwrap_or_default() }
}

fn poll(fields: &Fields<'_>) -> Poll {
    let options = fields.list::<Option<serde_json::Value>>("options");
    let text = |option: Option<serde_json::Value>| Some(option?.get("text")?.as_str()?.to_owned());
    Poll {
        question: fields.words("question").unwrap_or_default(),
        options: options.into_iter().filter_map(text).collect(),
        is_multiple: fields.get("allows_multiple_answers").unwrap_or(false),
        lasts: fields.get("open_period").map(Duration::from_secs),
    }
}
