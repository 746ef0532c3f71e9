//! Outward: what other software is told of items, as `docs/webhooks.md` says.

use fireside_core::turn::effects::Manner;
use fireside_core::{Turn, Voice};
use serde_json::{Value, json};

use crate::feature::NAME;
use crate::feedback::{Feedback, FeedbackNumber};
use crate::status::Status;

/// An item was raised.
pub(crate) fn created(turn: &mut Turn<'_>, item: &Feedback) {
    tell(turn, "feedback.created", item, &json!({}));
}

/// Somebody backed an item, with words or without.
pub(crate) fn voiced(turn: &mut Turn<'_>, item: &Feedback, words: Option<&str>) {
    // The card counts what is said in the last moments a little later.
    let item = Feedback { voices: item.voices + 1, ..item.clone() };
    tell(turn, "feedback.voiced", &item, &json!({ "words": words }));
}

/// An item was merged into another.
pub(crate) fn merged(turn: &mut Turn<'_>, item: &Feedback, into: FeedbackNumber) {
    tell(turn, "feedback.merged", item, &json!({ "into": into }));
}

/// An item's status changed.
pub(crate) fn status_changed(turn: &mut Turn<'_>, item: &Feedback, from: Status, note: Option<&str>) {
    let change = json!({ "from": from.as_str(), "to": item.status.as_str(), "note": note });
    tell(turn, "feedback.status_changed", item, &change);
}

/// Tells what happened to an item: what it is, and what is particular to the
/// event. No name, account or chat of a customer goes out.
fn tell(turn: &mut Turn<'_>, event_type: &str, item: &Feedback, particulars: &Value) {
    let mut data = json!({
        "number": item.number,
        "kind": item.kind.as_str(),
        "status": item.status.as_str(),
        "title": item.title,
        "details": Some(&item.details).filter(|details| !details.is_empty()),
        "area": item.area,
        "voices": item.voices,
        "link": item.card.as_ref().and_then(|card| card.link.as_deref()),
    });
    if let (Some(data), Some(particulars)) = (data.as_object_mut(), particulars.as_object()) {
        data.extend(particulars.clone());
    }
    let manner = Manner::of(Voice::System).about(format!("{NAME}/{}", item.number));
    turn.tell_software(event_type, data, manner);
}
