//! What Telegram put elsewhere than was asked: words for a topic that is gone
//! may come to stand in General, with nothing said of it but where they are.

use fireside_core::DeliveryId;
use fireside_core::ports::DeliveryError;
use teloxide::payloads::DeleteMessages;
use teloxide::types::{MessageId, ThreadId};

use super::Courier;
use super::progress::Halfway;
use crate::address::Address;
use crate::errors::Repeat;

/// Whether what was sent to `to` stands in another topic, or in none.
pub(super) fn is_astray(to: Address, thread: Option<ThreadId>) -> bool {
    to.thread.is_some() && thread != to.thread
}

impl Courier {
    /// Removes what stands where it was not to stand, and says what that means
    /// for its delivery: its topic is gone.
    pub(super) async fn take_back(&self, id: &DeliveryId, to: Address, halfway: &Halfway) -> DeliveryError {
        let astray: Vec<MessageId> = halfway.astray.clone();
        let removed = self.client.call(&DeleteMessages::new(to.chat, astray)).await;
        match removed.map_err(|error| error.for_delivery(Repeat::Harmless)) {
            Ok(_) => DeliveryError::Gone {
                why: "Telegram put it elsewhere than into its topic, where it was removed again".to_owned(),
            },
            Err(error @ DeliveryError::Retry { .. }) => {
                self.progress.note_send(id, halfway);
                error
            }
            Err(error) => {
                tracing::warn!(%error, "what Telegram put elsewhere than into its topic can't be removed");
                let why = format!("Telegram put it elsewhere than into its topic, where it stands ({error})");
                DeliveryError::Gone { why }
            }
        }
    }
}
