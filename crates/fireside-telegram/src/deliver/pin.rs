//! Pinning messages, and closing polls.

use fireside_core::ports::DeliveryError;
use fireside_core::{MessageRef, Receipt};
use serde::de::IgnoredAny;
use teloxide::payloads::{PinChatMessage, UnpinChatMessage};
use teloxide::types::Recipient;

use super::{Courier, message_receipt, naming, unless, with_right};
use crate::address;

/// Bot API, `pinChatMessage`.
const ADVICE: &str = "make the bot an administrator that may pin messages";

impl Courier {
    /// Pins a message, or lets it go. Nobody is notified of it.
    pub(super) async fn pin(&self, message: &MessageRef, pinned: bool) -> Result<Receipt, DeliveryError> {
        let (at, id) = address::message(message)?;
        let chat = Recipient::Id(at.chat);
        let done = if pinned {
            let mut pin = PinChatMessage::new(chat, id);
            pin.disable_notification = Some(true);
            self.client.call(&pin).await
        } else {
            let mut unpin = UnpinChatMessage::new(chat);
            unpin.message_id = Some(id);
            self.client.call(&unpin).await
        };
        // What is let go twice, or gone, is not pinned.
        let fine: &[&str] = if pinned {
            &["chat_not_modified"]
        } else {
            &["chat_not_modified", "message to unpin not found"]
        };
        with_right(done.map(|_| ()), fine, ADVICE)?;
        Ok(message_receipt(at, id))
    }

    /// Ends a poll. How it stands comes back as an update of its own.
    pub(super) async fn close_poll(&self, message: &MessageRef) -> Result<Receipt, DeliveryError> {
        let (at, id) = address::message(message)?;
        let done = self.client.post::<IgnoredAny>("stopPoll", &naming(at, id)).await.map(|_| ());
        unless(done, &["poll has already been closed"])?;
        Ok(message_receipt(at, id))
    }
}
