//! Which item a message or a room belongs to.

use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{MessageId, Place, Turn};
use serde::{Deserialize, Serialize};

use crate::feedback::FeedbackNumber;

/// The item that is shown somewhere, kept under the channel and the message:
/// a message's id is its own in its channel, and not every platform says in
/// which thread of the channel something happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardAt {
    /// The item.
    pub feedback: FeedbackNumber,
}

impl Record for CardAt {
    const COLLECTION: &'static str = "feedback_card_at";
}

impl CardAt {
    /// Where it is kept for a message.
    pub fn message(place: &Place, message: &MessageId) -> (String, String) {
        (place.parent().to_string(), message.to_string())
    }

    /// Where it is kept for a room.
    fn room(room: &Place) -> (String, String) {
        (room.to_string(), String::new())
    }
}

/// The item whose card is this message.
pub(crate) fn item_at(
    turn: &mut Turn<'_>,
    place: &Place,
    message: &MessageId,
) -> Result<Option<FeedbackNumber>, Interrupt> {
    Ok(turn.get::<CardAt>(&CardAt::message(place, message))?.map(|at| at.feedback))
}

/// The item whose card has this room.
pub(super) fn item_in(turn: &mut Turn<'_>, room: &Place) -> Result<Option<FeedbackNumber>, Interrupt> {
    if room.thread.is_none() {
        return Ok(None);
    }
    Ok(turn.get::<CardAt>(&CardAt::room(room))?.map(|at| at.feedback))
}

/// Remembers which item a message shows.
pub(super) fn remember_message(
    turn: &mut Turn<'_>,
    place: &Place,
    message: &MessageId,
    feedback: FeedbackNumber,
) -> Result<(), Interrupt> {
    turn.put(&CardAt::message(place, message), &CardAt { feedback })
}

/// Remembers which item a room is for.
pub(super) fn remember_room(
    turn: &mut Turn<'_>,
    room: &Place,
    feedback: FeedbackNumber,
) -> Result<(), Interrupt> {
    turn.put(&CardAt::room(room), &CardAt { feedback })
}
