//! Rooms: topics of a forum.

use fireside_core::ports::DeliveryError;
use fireside_core::{Delivery, DeliveryId, Effect, Outgoing, PlaceRef, Receipt, RoomPlan};
use serde::Deserialize;
use teloxide::payloads::{CloseForumTopic, CreateForumTopic, EditForumTopic, ReopenForumTopic};
use teloxide::types::{ChatId, MessageId, ThreadId};

use super::send::Sending;
use super::{Courier, lacks_right, refused, with_right};
use crate::address::Address;
use crate::errors::Repeat;
use crate::render;

/// The longest name of a topic, in characters (Bot API, `createForumTopic`).
const NAME_LEN_MAX: usize = 128;
const ADVICE: &str = "make the bot an administrator that may manage topics";

/// A topic as its opening answers, as far as it matters here.
#[derive(Deserialize)]
struct Opened {
    message_thread_id: ThreadId,
}

impl Courier {
    /// Opens a topic and says in it what is said first. A topic that is there,
    /// and whose opening words are not, is not opened again.
    pub(super) async fn open_room<'a>(
        &self,
        id: &DeliveryId,
        plan: &'a RoomPlan,
        sending: impl FnOnce(Address, &'a Outgoing) -> Sending<'a>,
    ) -> Result<Receipt, DeliveryError> {
        if plan.is_private {
            return refused("a topic on Telegram can't be hidden from the group around it");
        }
        let within = Address::of(&plan.within)?;
        let opening = plan.opening.as_deref();
        let room = match self.progress.of_room(id) {
            Some(room) => room,
            None => self.create_topic(within, &plan.name).await?,
        };
        let Some(opening) = opening else { return Ok(room_receipt(room)) };
        self.progress.note_room(id, room);
        match self.send(sending(room, opening)).await {
            Ok(said) => Ok(Receipt { place: Some(room.place()), link: room.link(None), ..said }),
            // The room is there all the same.
            Err(DeliveryError::Refused { why }) => {
                tracing::warn!(why, "a topic was opened without its first words");
                Ok(room_receipt(room))
            }
            Err(error) => Err(error),
        }
    }

    async fn create_topic(&self, within: Address, name: &str) -> Result<Address, DeliveryError> {
        let topic = CreateForumTopic::new(within.chat, topic_name(name));
        let opened = self.client.call_for::<Opened, _>(&topic).await;
        let opened = opened.map_err(|error| match error.for_delivery(Repeat::Shows) {
            DeliveryError::Refused { why } if lacks_right(&why) => {
                DeliveryError::Refused { why: format!("{ADVICE} ({why})") }
            }
            other => other,
        })?;
        Ok(Address { thread: Some(opened.message_thread_id), ..within })
    }

    /// The receipt of a room that was opened without an answer, if its service
    /// message has come since. `None` too where something is still to be said in it.
    pub(crate) fn opened(&self, delivery: &Delivery) -> Option<Found> {
        let Effect::OpenRoom(plan) = &delivery.effect else { return None };
        let chat = Address::of(&plan.within).ok()?.chat;
        let topic = self.topics.find(chat.0, &topic_name(&plan.name))?;
        let thread = Some(ThreadId(MessageId(topic.thread)));
        let room = Address { chat: ChatId(topic.chat), thread };
        if plan.opening.is_none() {
            return Some(Found::Done(room_receipt(room)));
        }
        self.progress.note_room(&delivery.id, room);
        Some(Found::Begun)
    }

    pub(super) async fn rename_room(&self, room: &PlaceRef, name: &str) -> Result<Receipt, DeliveryError> {
        let (room, thread) = topic(room)?;
        let mut topic = EditForumTopic::new(room.chat, thread);
        topic.name = Some(topic_name(name));
        let done = self.client.call(&topic).await.map(|_| ());
        with_right(done, &["topic_not_modified"], ADVICE)?;
        Ok(Receipt { place: Some(room.place()), ..Receipt::default() })
    }

    pub(super) async fn set_room_state(&self, room: &PlaceRef, open: bool) -> Result<Receipt, DeliveryError> {
        let (room, thread) = topic(room)?;
        let done = if open {
            self.client.call(&ReopenForumTopic::new(room.chat, thread)).await
        } else {
            self.client.call(&CloseForumTopic::new(room.chat, thread)).await
        };
        with_right(done.map(|_| ()), &["topic_not_modified"], ADVICE)?;
        Ok(Receipt { place: Some(room.place()), ..Receipt::default() })
    }
}

/// A room whose opening got no answer is there.
#[derive(Debug)]
pub(crate) enum Found {
    /// As it was to be.
    Done(Receipt),
    /// Without what is said in it first.
    Begun,
}

fn topic(room: &PlaceRef) -> Result<(Address, ThreadId), DeliveryError> {
    let room = Address::at(room)?;
    match room.thread {
        Some(thread) => Ok((room, thread)),
        None => refused("only topics of a forum can be closed, opened and renamed"),
    }
}

fn topic_name(name: &str) -> String {
    render::fitted(name, NAME_LEN_MAX)
}

fn room_receipt(room: Address) -> Receipt {
    Receipt { place: Some(room.place()), link: room.link(None), ..Receipt::default() }
}
