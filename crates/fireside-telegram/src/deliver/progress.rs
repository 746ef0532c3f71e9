//! How far a delivery of several calls has come: trying again goes on there.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fireside_core::{DeliveryId, MessageId as CoreMessageId, Receipt};
use teloxide::types::MessageId;

use crate::address::Address;
use crate::render::Piece;

/// How many deliveries that stopped halfway are remembered: the newest.
const HALFWAY_MAX: usize = 1_024;

/// The deliveries that stopped halfway.
#[derive(Debug, Default)]
pub(super) struct Progress {
    sends: Mutex<Newest<Halfway>>,
    rooms: Mutex<Newest<Address>>,
}

/// What is known of deliveries, in the order in which it was noted.
type Newest<T> = VecDeque<(DeliveryId, T)>;

/// A send that stopped halfway.
#[derive(Debug, Clone, Default)]
pub(super) struct Halfway {
    /// What is still to be sent.
    pub(super) left: VecDeque<Piece>,
    /// What was sent.
    pub(super) sent: Vec<SentMessage>,
    /// What Telegram put elsewhere than was asked, and is to be removed there.
    pub(super) astray: Vec<MessageId>,
}

/// A message that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SentMessage {
    /// Its id.
    pub(super) id: MessageId,
    /// It holds words that an edit could change.
    pub(super) has_words: bool,
}

impl Progress {
    /// Where a send goes on; `None`: at its beginning.
    pub(super) fn of_send(&self, id: &DeliveryId) -> Option<Halfway> {
        find(&self.sends, id)
    }

    /// Notes how far a send has come.
    pub(super) fn note_send(&self, id: &DeliveryId, halfway: &Halfway) {
        if halfway.left.is_empty() && halfway.astray.is_empty() {
            remove(&self.sends, id);
        } else {
            put(&self.sends, id, halfway.clone());
        }
    }

    /// The room that a delivery opened, in which something is still to be said.
    pub(super) fn of_room(&self, id: &DeliveryId) -> Option<Address> {
        find(&self.rooms, id)
    }

    /// Notes that a delivery has opened its room.
    pub(super) fn note_room(&self, id: &DeliveryId, room: Address) {
        put(&self.rooms, id, room);
    }

    /// Forgets a delivery that has come to its end.
    pub(super) fn forget(&self, id: &DeliveryId) {
        remove(&self.sends, id);
        remove(&self.rooms, id);
    }
}

impl Halfway {
    /// The receipt of what was sent: it names the last message where that holds
    /// what the reader acts on, else the first with words, which an edit changes.
    pub(super) fn receipt(&self, to: Address, ends: bool) -> Receipt {
        let with_words = self.sent.iter().position(|message| message.has_words);
        let named = if ends { self.sent.len().checked_sub(1) } else { with_words.or(Some(0)) };
        let message = named.and_then(|named| self.sent.get(named));
        let core_id = |message: &SentMessage| CoreMessageId::new(message.id.to_string());
        let others = self.sent.iter().filter(|other| Some(*other) != message);
        Receipt {
            message: message.map(core_id),
            further_messages: others.map(core_id).collect(),
            link: to.link(message.map(|message| message.id)),
            ..Receipt::default()
        }
    }
}

fn find<T: Clone>(all: &Mutex<Newest<T>>, id: &DeliveryId) -> Option<T> {
    lock(all).iter().find(|(known, _)| known == id).map(|(_, one)| one.clone())
}

fn remove<T>(all: &Mutex<Newest<T>>, id: &DeliveryId) {
    lock(all).retain(|(known, _)| known != id);
}

fn put<T>(all: &Mutex<Newest<T>>, id: &DeliveryId, one: T) {
    let mut all = lock(all);
    all.retain(|(known, _)| known != id);
    if all.len() >= HALFWAY_MAX {
        all.pop_front();
    }
    all.push_back((id.clone(), one));
}

fn lock<T>(all: &Mutex<T>) -> MutexGuard<'_, T> {
    all.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use fireside_core::EventId;
    use teloxide::types::ChatId;

    use super::*;

    fn sent(has_words: &[bool]) -> Halfway {
        let message =
            |(index, has_words): (i32, &bool)| SentMessage { id: MessageId(index), has_words: *has_words };
        let sent = (1..).zip(has_words).map(message).collect();
        Halfway { sent, ..Halfway::default() }
    }

    fn receipt(has_words: &[bool], ends: bool) -> (Option<String>, Vec<String>) {
        let to = Address { chat: ChatId(7), thread: None };
        let receipt = sent(has_words).receipt(to, ends);
        let words = |id: &CoreMessageId| id.to_string();
        (receipt.message.as_ref().map(words), receipt.further_messages.iter().map(words).collect())
    }

    #[test]
    fn a_receipt_names_the_message_that_is_acted_on() {
        assert_eq!(receipt(&[true, false], true), (Some("2".to_owned()), vec!["1".to_owned()]));
        assert_eq!(receipt(&[false, true], false), (Some("2".to_owned()), vec!["1".to_owned()]));
        assert_eq!(receipt(&[false, false], false), (Some("1".to_owned()), vec!["2".to_owned()]));
    }

    #[test]
    fn the_oldest_gives_way_to_the_newest() {
        let progress = Progress::default();
        let room = Address { chat: ChatId(-100), thread: None };
        let id = |number: usize| DeliveryId { event: EventId::new(number.to_string()), index: 0 };
        for number in 0..HALFWAY_MAX {
            progress.note_room(&id(number), room);
        }
        progress.note_room(&id(0), room);
        progress.note_room(&id(HALFWAY_MAX), room);
        assert_eq!(progress.of_room(&id(1)), None);
        for number in [0, 2, HALFWAY_MAX] {
            assert_eq!(progress.of_room(&id(number)), Some(room), "{number}");
        }
    }
}
