//! Doing what a delivery asks for.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use fireside_core::ports::DeliveryError;
use fireside_core::text::cleaned;
use fireside_core::{Delivery, DeliveryId, Effect, MessageId as CoreMessageId, MessageRef};
use fireside_core::{Outgoing, Place, PlaceRef, Receipt};
use serde::Deserialize;
use serde::de::IgnoredAny;
use teloxide::payloads::{
    CloseForumTopic, CreateForumTopic, DeleteMessage, EditMessageText, ReopenForumTopic, SendMessage,
    SetMessageReaction,
};
use teloxide::types::{ChatId, MessageId, ReactionType, Recipient, ReplyParameters, ThreadId};

use crate::address::{self, Address};
use crate::client::ApiClient;
use crate::errors::{CallError, Repeat};
use crate::render::{self, Formatted, Rendered};
use crate::topics::Topics;

/// The longest name of a topic (Bot API, `createForumTopic`).
const TOPIC_NAME_GRAPHEMES_MAX: usize = 128;
/// How many deliveries that stopped halfway are remembered.
const HALFWAY_MAX: usize = 1_024;

/// A topic as its opening answers, as far as it matters here.
#[derive(Deserialize)]
struct Opened {
    message_thread_id: ThreadId,
}

/// Delivers effects to Telegram.
pub(crate) struct Courier {
    client: ApiClient,
    topics: Arc<Topics>,
    /// How many parts of a long message have been sent: trying again goes on there.
    halfway: Mutex<HashMap<DeliveryId, usize>>,
}

impl Courier {
    /// A courier that calls through `client` and finds its lost topics in `topics`.
    pub(crate) fn new(client: ApiClient, topics: Arc<Topics>) -> Self {
        Self { client, topics, halfway: Mutex::default() }
    }

    /// Does what `delivery` asks for.
    ///
    /// # Errors
    /// What is to be done next.
    pub(crate) async fn deliver(&self, delivery: &Delivery) -> Result<Receipt, DeliveryError> {
        let done = self.act(delivery).await;
        if matches!(done, Err(DeliveryError::Gone { .. })) {
            self.forget(delivery.effect.destination());
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

    async fn act(&self, delivery: &Delivery) -> Result<Receipt, DeliveryError> {
        match &delivery.effect {
            Effect::Send { to, content } => self.send(&delivery.id, to, content).await,
            Effect::Edit { message, content } => self.edit(message, content).await,
            Effect::Delete { message } => self.delete(message).await,
            Effect::React { message, emoji } => self.react(message, emoji).await,
            Effect::OpenRoom(plan) => self.open_room(&plan.within, &plan.name).await,
            Effect::SetRoomState { room, open } => self.set_room_state(room, *open).await,
            Effect::AddMember { .. } => Err(DeliveryError::Refused {
                why: "a bot can't add people on Telegram: send them the link".to_owned(),
            }),
            other => Err(DeliveryError::Refused { why: format!("{} is not done here", other.kind()) }),
        }
    }

    /// The receipt of a room that was opened without an answer, if its service
    /// message has come since.
    pub(crate) fn opened(&self, delivery: &Delivery) -> Option<Receipt> {
        let Effect::OpenRoom(plan) = &delivery.effect else { return None };
        let chat = Address::of(&plan.within).ok()?.chat;
        self.topics.find(chat.0, &topic_name(&plan.name)).map(|topic| {
            room_receipt(Address {
                chat: ChatId(topic.chat),
                thread: Some(ThreadId(MessageId(topic.thread))),
            })
        })
    }

    async fn send(
        &self,
        id: &DeliveryId,
        to: &PlaceRef,
        content: &Outgoing,
    ) -> Result<Receipt, DeliveryError> {
        let to = Address::at(to)?;
        let rendered = render::content(content)?;
        let answered = content.reply_to.as_ref().map(address::message).transpose()?;
        let answered = answered.filter(|(place, _)| place.chat == to.chat).map(|(_, message)| message);
        let mut last = None;
        let sent_before = self.lock().get(id).copied().unwrap_or(0);
        for (index, part) in rendered.parts.iter().enumerate().skip(sent_before) {
            let (first, ends) = (index == 0, index + 1 == rendered.parts.len());
            let mut message = plain_message(to, part);
            message.reply_parameters = answered
                .filter(|_| first)
                .map(|answered| ReplyParameters::new(answered).allow_sending_without_reply());
            if ends {
                message.reply_markup =
                    render::markup(&rendered, content.asks && to.is_group(), answered.is_some());
            }
            let sent = self.client.call_for::<MessageId, _>(&message).await;
            last = Some(sent.map_err(|error| error.for_delivery(Repeat::Shows))?);
            self.note_progress(id, &rendered, index + 1);
        }
        let message = last.map(|id| CoreMessageId::new(id.to_string()));
        Ok(Receipt { message, link: to.link(last), ..Receipt::default() })
    }

    fn note_progress(&self, id: &DeliveryId, rendered: &Rendered, sent: usize) {
        let mut halfway = self.lock();
        if sent >= rendered.parts.len() {
            halfway.remove(id);
            return;
        }
        if halfway.len() >= HALFWAY_MAX {
            halfway.clear();
        }
        halfway.insert(id.clone(), sent);
    }

    /// A text too long for one message is cut: an edit can't make a second one.
    async fn edit(&self, message: &MessageRef, content: &Outgoing) -> Result<Receipt, DeliveryError> {
        let (at, id) = address::message(message)?;
        let rendered = render::content(content)?;
        let Some(Formatted { text, entities }) = rendered.parts.into_iter().next() else {
            return Err(DeliveryError::Refused { why: "there is nothing to say".to_owned() });
        };
        let mut edit = EditMessageText::new(at.chat, id, text);
        edit.entities = (!entities.is_empty()).then_some(entities);
        edit.link_preview_options = Some(render::no_preview());
        edit.reply_markup = rendered.keyboard;
        let done = self.client.call_for::<IgnoredAny, _>(&edit).await.map(|_| ());
        unless(done, &["message is not modified"])?;
        Ok(message_receipt(at, id))
    }

    async fn delete(&self, message: &MessageRef) -> Result<Receipt, DeliveryError> {
        let (at, id) = address::message(message)?;
        let done = self.client.call(&DeleteMessage::new(at.chat, id)).await.map(|_| ());
        unless(done, &["message to delete not found"])?;
        Ok(Receipt::default())
    }

    async fn react(&self, message: &MessageRef, emoji: &str) -> Result<Receipt, DeliveryError> {
        let (at, id) = address::message(message)?;
        let mut reaction = SetMessageReaction::new(at.chat, id);
        reaction.reaction = Some(vec![ReactionType::Emoji { emoji: emoji.to_owned() }]);
        let done = self.client.call(&reaction).await.map(|_| ());
        unless(done, &[])?;
        Ok(message_receipt(at, id))
    }

    async fn open_room(&self, within: &Place, name: &str) -> Result<Receipt, DeliveryError> {
        let within = Address::of(within)?;
        let topic = CreateForumTopic::new(within.chat, topic_name(name));
        let opened = self.client.call_for::<Opened, _>(&topic).await;
        let opened = opened.map_err(|error| error.for_delivery(Repeat::Shows))?;
        let room = Address { thread: Some(opened.message_thread_id), ..within };
        Ok(room_receipt(room))
    }

    async fn set_room_state(&self, room: &PlaceRef, open: bool) -> Result<Receipt, DeliveryError> {
        let room = Address::at(room)?;
        let Some(thread) = room.thread else {
            let why = "only topics of a forum can be closed and opened".to_owned();
            return Err(DeliveryError::Refused { why });
        };
        let done = if open {
            self.client.call(&ReopenForumTopic::new(room.chat, thread)).await
        } else {
            self.client.call(&CloseForumTopic::new(room.chat, thread)).await
        };
        unless(done.map(|_| ()), &["topic_not_modified"])?;
        Ok(Receipt { place: Some(room.place()), ..Receipt::default() })
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<DeliveryId, usize>> {
        self.halfway.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a repeatable call came to; a refusal in `fine` says that it was done before.
fn unless(done: Result<(), CallError>, fine: &[&str]) -> Result<(), DeliveryError> {
    match done {
        Err(error) if !error.says(fine) => Err(error.for_delivery(Repeat::Harmless)),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn plain_message(to: Address, part: &Formatted) -> SendMessage {
    let mut message = SendMessage::new(Recipient::Id(to.chat), part.text.clone());
    message.message_thread_id = to.thread;
    message.entities = (!part.entities.is_empty()).then(|| part.entities.clone());
    message.link_preview_options = Some(render::no_preview());
    message
}

fn topic_name(name: &str) -> String {
    let name = cleaned(name, TOPIC_NAME_GRAPHEMES_MAX);
    if name.is_empty() { "…".to_owned() } else { name }
}

fn message_receipt(at: Address, id: MessageId) -> Receipt {
    let message = Some(CoreMessageId::new(id.to_string()));
    Receipt { message, link: at.link(Some(id)), ..Receipt::default() }
}

fn room_receipt(room: Address) -> Receipt {
    Receipt { place: Some(room.place()), link: room.link(None), ..Receipt::default() }
}
