//! One row of the outbox.

use std::sync::Arc;

use fireside_core::Delivery;
use fireside_core::key::Key;
use fireside_core::ports::Write;
use fireside_core::record::{self, Record, RecordError};
use serde::{Deserialize, Serialize};

use crate::journal::number_of;

/// A row as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stored {
    pub(super) delivery: Delivery,
    /// An attempt may have been made: after a crash nobody knows.
    pub(super) attempting: bool,
    /// How often it was tried again after an attempt that may have been made.
    #[serde(default)]
    pub(super) doubts: u8,
    /// The number of the row in whose message it may have been said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) said_with: Option<u64>,
}

impl Record for Stored {
    const COLLECTION: &'static str = "outbox";
}

/// A row as it waits in its queue.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Its place in the order of what commits asked for.
    pub(super) number: u64,
    pub(super) key: Key,
    pub(super) delivery: Arc<Delivery>,
    /// Whether the stored row says that an attempt may have been made.
    pub(super) attempting: bool,
    /// An earlier attempt ended without an answer: look for what it did before
    /// trying again.
    pub(super) unanswered: bool,
    /// How often it was tried again after such an attempt: it may be there
    /// more than once.
    pub(super) doubts: u8,
    /// The number of the row before it in whose message it is said.
    pub(super) said_with: Option<u64>,
    /// The platform refused a message in which it was said with others.
    pub(super) goes_alone: bool,
    /// How many attempts of this process ended without an answer.
    pub(super) unanswered_calls: u8,
    /// How many attempts took no effect.
    pub(super) failures: u32,
    /// How many commits that may withdraw it are under way.
    pub(super) held: u32,
}

impl Row {
    pub(super) fn new(number: u64, delivery: Delivery, attempting: bool) -> Self {
        let key = Key::new(&delivery.community, Stored::COLLECTION, &number);
        Self {
            number,
            key,
            delivery: Arc::new(delivery),
            attempting,
            unanswered: false,
            doubts: 0,
            said_with: None,
            goes_alone: false,
            unanswered_calls: 0,
            failures: 0,
            held: 0,
        }
    }

    /// A row that an earlier run left.
    pub(super) fn left(key: Key, stored: Stored) -> Self {
        let number = number_of(&key);
        let unanswered = stored.attempting;
        let Stored { doubts, said_with, .. } = stored;
        Self { key, unanswered, doubts, said_with, ..Self::new(number, stored.delivery, unanswered) }
    }

    /// The write that stores the row as it is.
    pub(crate) fn write(&self) -> Result<Write, RecordError> {
        let stored = Stored {
            delivery: Delivery::clone(&self.delivery),
            attempting: self.attempting,
            doubts: self.doubts,
            said_with: self.said_with,
        };
        Ok(Write::Put(self.key.clone(), record::encode(&stored)?))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use fireside_core::{Effect, LaneId, Place, Tag, Timestamp, Voice};

    pub(in crate::outbox) fn delivery() -> Delivery {
        Delivery {
            id: fireside_core::DeliveryId { event: "e1".into(), index: 0 },
            community: "acme".into(),
            lane: LaneId::new("case 1"),
            effect: Effect::Send { to: Place::channel("p", "square").into(), content: "hello".into() },
            voice: Voice::Bot,
            tag: Some(Tag::new("echo", "words", 1)),
            subject: Some("case 1".to_owned()),
            tells_delay: false,
            joins: false,
            at: Timestamp::from_millis(1),
        }
    }

    #[test]
    fn a_stored_row_keeps_its_shape() {
        let stored = Stored { delivery: delivery(), attempting: true, doubts: 0, said_with: None };
        insta::assert_json_snapshot!(stored);
    }

    #[test]
    fn a_row_that_is_said_with_another_keeps_its_shape() {
        let delivery = Delivery { tells_delay: true, joins: true, ..delivery() };
        let stored = Stored { delivery, attempting: true, doubts: 1, said_with: Some(7) };
        insta::assert_json_snapshot!(stored);
    }
}
