//! Captured: which message became which item, so that none becomes two.

use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{Account, MessageId, MessageRef, Place, Timestamp, Turn};
use serde::{Deserialize, Serialize};

use crate::feedback::{FeedbackNumber, Origin};

/// A message that became an item, or a voice for one, kept under its place and id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Captured {
    /// The item.
    pub feedback: FeedbackNumber,
    /// The reaction that captured it, where one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reaction: Option<CapturingReaction>,
}

/// A reaction that captured a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapturingReaction {
    /// Who put it there.
    pub by: Account,
    /// When, by the platform's clock.
    pub at: Timestamp,
    /// What the message's author was told, unless they want to be left alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<MessageRef>,
}

impl Record for Captured {
    const COLLECTION: &'static str = "feedback_captured";
}

/// Where it is kept what became of a message.
pub(super) fn path(place: &Place, message: &MessageId) -> (String, MessageId) {
    (place.to_string(), message.clone())
}

/// What became of the message something was said in.
pub(super) fn of(turn: &mut Turn<'_>, origin: &Origin) -> Result<Option<FeedbackNumber>, Interrupt> {
    let Some(message) = &origin.message else { return Ok(None) };
    let captured = turn.get::<Captured>(&path(&origin.place, message))?;
    Ok(captured.map(|captured| captured.feedback))
}

/// Keeps what became of the message something was said in.
pub(super) fn keep(turn: &mut Turn<'_>, origin: &Origin, feedback: FeedbackNumber) -> Result<(), Interrupt> {
    match &origin.message {
        Some(message) => turn.put(&path(&origin.place, message), &Captured { feedback, reaction: None }),
        None => Ok(()),
    }
}
