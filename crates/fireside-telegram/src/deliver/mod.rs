//! Doing what a delivery asks for.

mod astray;
mod delete;
mod edit;
mod pin;
mod progress;
mod react;
mod room;
mod send;
mod upload;

use std::sync::Arc;

use fireside_core::ports::{DeliveryError, Files};
use fireside_core::{Delivery, Effect, MessageId as CoreMessageId, Place, PlaceRef, Receipt, Voice};
use serde_json::{Map, Value};
use teloxide::payloads::SendChatAction;
use teloxide::types::{ChatAction, MessageId, Recipient};

pub use self::react::REACTION_STAND_INS;
pub(crate) use self::room::Found;

use self::progress::Progress;
use self::send::Sending;
use crate::address::Address;
use crate::client::ApiClient;
use crate::errors::{CallError, Repeat};
use crate::polls::Polls;
use crate::render::Wording;
use crate::topics::Topics;

/// Delivers effects to Telegram.
pub(crate) struct Courier {
    client: ApiClient,
    topics: Arc<Topics>,
    polls: Arc<Polls>,
    progress: Progress,
}

impl Courier {
    /// A courier that calls through `client`, finds its lost topics in `topics`
    /// and remembers in `polls` what it put to the vote.
    pub(crate) fn new(client: ApiClient, topics: Arc<Topics>, polls: Arc<Polls>) -> Self {
        Self { client, topics, polls, progress: Progress::default() }
    }

    /// Does what `delivery` asks for, as the bot `username`.
    ///
    /// # Errors
    /// What is to be done next.
    pub(crate) async fn deliver(
        &self,
        delivery: &Delivery,
        files: &dyn Files,
        username: &str,
    ) -> Result<Receipt, DeliveryError> {
        let done = self.act(delivery, files, username).await;
        if matches!(done, Err(DeliveryError::Gone { .. })) {
            self.forget(delivery.effect.destination());
        }
        let ends = |error: &DeliveryError| {
            matches!(
                error,
                DeliveryError::Gone { .. }
                    | DeliveryError::Closed { .. }
                    | DeliveryError::Unreachable { .. }
                    | DeliveryError::Refused { .. }
            )
        };
        if done.as_ref().err().is_none_or(ends) {
            self.progress.forget(&delivery.id);
        }
        done
    }

    /// Forgets the topic that something in it is gone from: it may be gone as a
    /// whole, and then must not be adopted in place of its successor.
    fn forget(&self, place: &Place) {
        if let Ok(Address { chat, thread: Some(thread) }) = Address::of(place) {
            self.topics.forget(chat.0, thread.0.0);
        }
    }

    async fn act(
        &self,
        delivery: &Delivery,
        files: &dyn Files,
        username: &str,
    ) -> Result<Receipt, DeliveryError> {
        let wording = wording(delivery.voice);
        match &delivery.effect {
            Effect::Send { to, content } => {
                let to = Address::at(to)?;
                self.send(Sending { id: &delivery.id, to, content, files, wording, username }).await
            }
            Effect::Edit { message, content } => self.edit(message, content, wording, username).await,
            Effect::Delete { message } => self.delete(message).await,
            Effect::React { message, emoji } => self.react(message, emoji).await,
            Effect::Unreact { message, .. } => self.unreact(message).await,
            Effect::Pin { message, pinned } => self.pin(message, *pinned).await,
            Effect::ClosePoll { message } => self.close_poll(message).await,
            Effect::Type { to } => self.show_typing(to).await,
            Effect::OpenRoom(plan) => {
                self.open_room(&delivery.id, plan, |to, content| Sending {
                    id: &delivery.id,
                    to,
                    content,
                    files,
                    wording,
                    username,
                })
                .await
            }
            Effect::RenameRoom { room, name } => self.rename_room(room, name).await,
            Effect::SetRoomState { room, open } => self.set_room_state(room, *open).await,
            Effect::TagRoom { .. } => refused("topics on Telegram have no tags"),
            Effect::AddMember { .. } => refused("a bot can't add people on Telegram: send them the link"),
            Effect::Post { .. } => refused("Telegram is read by people: other software is told elsewhere"),
        }
    }

    async fn show_typing(&self, to: &PlaceRef) -> Result<Receipt, DeliveryError> {
        let to = Address::at(to)?;
        let mut action = SendChatAction::new(Recipient::Id(to.chat), ChatAction::Typing);
        action.message_thread_id = to.thread;
        unless(self.client.call(&action).await.map(|_| ()), &[])?;
        Ok(Receipt::default())
    }
}

/// Whose words a delivery's are.
fn wording(voice: Voice) -> Wording {
    match voice {
        Voice::Bot | Voice::System => Wording::Own,
        Voice::Staff | Voice::Customer => Wording::Others,
    }
}

fn refused<T>(why: &str) -> Result<T, DeliveryError> {
    Err(DeliveryError::Refused { why: why.to_owned() })
}

/// What a repeatable call came to; a refusal in `fine` says that it was done before.
fn unless(done: Result<(), CallError>, fine: &[&str]) -> Result<(), DeliveryError> {
    match done {
        Err(error) if !error.says(fine) => Err(error.for_delivery(Repeat::Harmless)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// What a repeatable call came to that needs a right: where Telegram refuses
/// it, `advice` says which.
fn with_right(done: Result<(), CallError>, fine: &[&str], advice: &str) -> Result<(), DeliveryError> {
    unless(done, fine).map_err(|error| match error {
        DeliveryError::Refused { why } if lacks_right(&why) => {
            DeliveryError::Refused { why: format!("{advice} ({why})") }
        }
        other => other,
    })
}

fn lacks_right(why: &str) -> bool {
    let why = why.to_ascii_lowercase();
    ["not enough rights", "admin_required", "can't be deleted", "right_forbidden"]
        .iter()
        .any(|words| why.contains(words))
}

/// The parameters that name a message.
fn naming(at: Address, id: MessageId) -> Map<String, Value> {
    Map::from_iter([("chat_id".to_owned(), at.chat.0.into()), ("message_id".to_owned(), id.0.into())])
}

fn message_receipt(at: Address, id: MessageId) -> Receipt {
    let message = Some(CoreMessageId::new(id.to_string()));
    Receipt { message, link: at.link(Some(id)), ..Receipt::default() }
}
