//! What a receiver is sent: the envelope around an event, and its id.

use std::fmt::Write as _;

use fireside_core::{Delivery, Timestamp};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The version of the envelope and of the events in it. It changes only with
/// what would break a receiver: `docs/webhooks.md` says what that is.
pub const VERSION: u32 = 1;

/// How many bytes of the hash an id shows.
const ID_BYTES: usize = 16;

#[derive(Debug, Serialize)]
struct Envelope<'a> {
    #[serde(rename = "type")]
    event_type: &'a str,
    timestamp: String,
    version: u32,
    community: &'a str,
    data: &'a Value,
}

/// The `webhook-id` of a delivery: the same for every attempt, over restarts
/// too. It tells nothing of the platform that the event came from.
pub(crate) fn id(delivery: &Delivery) -> String {
    let hash = Sha256::new()
        .chain_update(delivery.community.as_str())
        .chain_update([0])
        .chain_update(delivery.id.to_string())
        .finalize();
    hash.iter().take(ID_BYTES).fold("msg_".to_owned(), |mut id, byte| {
        // Writing to a string does not fail.
        let _ = write!(id, "{byte:02x}");
        id
    })
}

/// The body of the request that tells a delivery's event.
///
/// # Errors
/// When the particulars can't be written as JSON.
pub(crate) fn body(delivery: &Delivery, event_type: &str, data: &Value) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&Envelope {
        event_type,
        timestamp: iso_8601(delivery.at),
        version: VERSION,
        community: delivery.community.as_str(),
        data,
    })
}

/// `2026-11-22T06:18:56.000Z`; the latest there is for a moment beyond the year 9999.
fn iso_8601(at: Timestamp) -> String {
    let millis = i64::try_from(at.as_millis()).unwrap_or(i64::MAX);
    format!("{:.3}", jiff::Timestamp::from_millisecond(millis).unwrap_or(jiff::Timestamp::MAX))
}

#[cfg(test)]
mod tests {
    use fireside_core::{DeliveryId, Effect, Voice};
    use serde_json::json;

    use super::*;

    fn delivery(event: &str, index: u32) -> Delivery {
        let to = crate::place(&"acme".into());
        Delivery {
            id: DeliveryId { event: event.into(), index },
            community: "acme".into(),
            lane: "lane".into(),
            effect: Effect::Post { to, event_type: "feedback.created".to_owned(), data: json!({}) },
            voice: Voice::System,
            tag: None,
            subject: None,
            tells_delay: false,
            joins: false,
            at: Timestamp::from_millis(1_750_000_000_007),
        }
    }

    #[test]
    fn the_body_is_the_promised_envelope() {
        let body = body(&delivery("e1", 0), "feedback.created", &json!({ "number": 12 })).unwrap();
        assert_eq!(
            String::from_utf8(body).unwrap(),
            r#"{"type":"feedback.created","timestamp":"2025-06-15T15:06:40.007Z","version":1,"community":"acme","data":{"number":12}}"#
        );
    }

    #[test]
    fn an_id_is_the_same_for_the_same_delivery_and_no_other() {
        let first = id(&delivery("platform:update:7", 0));
        assert_eq!(first, id(&delivery("platform:update:7", 0)));
        assert_eq!(first, "msg_5819f7f4101096a5e4d5f30d48078477", "ids are stable over versions");
        let other = Delivery { community: "beta".into(), ..delivery("platform:update:7", 0) };
        for other in [delivery("platform:update:7", 1), delivery("platform:update:8", 0), other] {
            assert_ne!(first, id(&other));
        }
        assert!(!first.contains('.'), "a receiver joins it with dots");
    }

    #[test]
    fn a_moment_beyond_all_calendars_can_be_written() {
        assert_eq!(iso_8601(Timestamp::from_millis(u64::MAX)), "9999-12-30T22:00:00.999Z");
        assert_eq!(iso_8601(Timestamp::default()), "1970-01-01T00:00:00.000Z");
    }
}
