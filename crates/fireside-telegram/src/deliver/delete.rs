//! Removing what was said.

use fireside_core::ports::DeliveryError;
use fireside_core::{MessageRef, Receipt};
use teloxide::payloads::DeleteMessage;

use super::{Courier, with_right};
use crate::address;

/// Bot API, `deleteMessage`.
const ADVICE: &str = "Telegram removes messages for 48 hours only, and other people's only for an \
                      administrator that may delete messages";

impl Courier {
    /// Removes a message.
    pub(super) async fn delete(&self, message: &MessageRef) -> Result<Receipt, DeliveryError> {
        let (at, id) = address::message(message)?;
        let done = self.client.call(&DeleteMessage::new(at.chat, id)).await.map(|_| ());
        with_right(done, &["message to delete not found"], ADVICE)?;
        Ok(Receipt::default())
    }
}
