//! Places as Telegram addresses them, and back.

use fireside_core::ids::ThreadId as CoreThreadId;
use fireside_core::ports::DeliveryError;
use fireside_core::{MessageId as CoreMessageId, MessageRef, Place, PlaceRef};
use teloxide::types::{ChatId, MessageId, ThreadId};

use crate::PLATFORM;

/// Where supergroups' ids begin, counted down (as `TDLib` numbers them).
const SUPERGROUP_OFFSET: i64 = -1_000_000_000_000;

/// A chat, or a topic in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Address {
    /// The chat.
    pub(crate) chat: ChatId,
    /// The topic; `None` is General, or a chat without topics.
    pub(crate) thread: Option<ThreadId>,
}

impl Address {
    /// The address of `place`.
    ///
    /// # Errors
    /// `Refused` where it is no place on Telegram.
    pub(crate) fn of(place: &Place) -> Result<Self, DeliveryError> {
        let wrong = || DeliveryError::Refused { why: format!("`{place}` is no place on Telegram") };
        if place.platform.as_str() != PLATFORM {
            return Err(wrong());
        }
        let chat = place.channel.as_str().parse().map_err(|_| wrong())?;
        let thread: Option<i32> =
            place.thread.as_ref().map(|thread| thread.as_str().parse()).transpose().map_err(|_| wrong())?;
        Ok(Self { chat: ChatId(chat), thread: thread.map(|thread| ThreadId(MessageId(thread))) })
    }

    /// The address a reference stands for.
    ///
    /// # Errors
    /// `Refused` where it is no place on Telegram, or not there yet.
    pub(crate) fn at(place: &PlaceRef) -> Result<Self, DeliveryError> {
        match place {
            PlaceRef::At(place) => Self::of(place),
            PlaceRef::Opened { delivery, .. } => {
                Err(DeliveryError::Refused { why: format!("the room of {delivery} is not there yet") })
            }
        }
    }

    /// Whether it is a group, whose ids are negative.
    pub(crate) fn is_group(self) -> bool {
        self.chat.0 < 0
    }

    /// This address as a place.
    pub(crate) fn place(self) -> Place {
        place(self.chat, self.thread)
    }

    /// Where a person opens a message or a topic of a supergroup; other chats
    /// have no addresses.
    pub(crate) fn link(self, message: Option<MessageId>) -> Option<String> {
        let bare = SUPERGROUP_OFFSET.checked_sub(self.chat.0).filter(|bare| *bare > 0)?;
        let path: Vec<String> =
            self.thread.map(|thread| thread.0).into_iter().chain(message).map(|id| id.to_string()).collect();
        Some(format!("https://t.me/c/{bare}/{}", path.join("/")))
    }
}

/// Where a person opens a message. Private chats and basic groups have no addresses.
pub(crate) fn message_link(place: &Place, id: &CoreMessageId) -> Option<String> {
    let id = number(id).ok().filter(|id| id.0 > 0)?;
    Address::of(place).ok()?.link(Some(id))
}

/// The chat or topic as a place.
pub(crate) fn place(chat: ChatId, thread: Option<ThreadId>) -> Place {
    let mut place = Place::channel(PLATFORM, chat.0.to_string());
    place.thread = thread.map(|thread| CoreThreadId::new(thread.0.to_string()));
    place
}

/// The message a reference stands for, and where it is.
///
/// # Errors
/// `Refused` where it is no message on Telegram, or not there yet.
pub(crate) fn message(reference: &MessageRef) -> Result<(Address, MessageId), DeliveryError> {
    match reference {
        MessageRef::Known { place, id } => Ok((Address::of(place)?, number(id)?)),
        MessageRef::Sent { delivery, .. } => {
            Err(DeliveryError::Refused { why: format!("the message of {delivery} is not there yet") })
        }
    }
}

fn number(id: &CoreMessageId) -> Result<MessageId, DeliveryError> {
    let wrong = |_| DeliveryError::Refused { why: format!("`{id}` is no message on Telegram") };
    id.as_str().parse().map(MessageId).map_err(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_goes_there_and_back() {
        let topic = Place::channel(PLATFORM, "-1004503599627370").thread("17");
        let address = Address::of(&topic).expect("an address");
        assert_eq!(address.place(), topic);
        assert_eq!(address.link(None).as_deref(), Some("https://t.me/c/1003503599627370/17"));
        assert_eq!(address.link(Some(MessageId(9))).as_deref(), Some("https://t.me/c/1003503599627370/17/9"));
    }

    #[test]
    fn only_supergroups_have_links() {
        for id in ["7", "-42"] {
            let address = Address::of(&Place::channel(PLATFORM, id)).expect("an address");
            assert_eq!(address.link(Some(MessageId(1))), None);
        }
        let group = Place::channel(PLATFORM, "-1001234567890");
        let link = |id: &str| message_link(&group, &id.into());
        assert_eq!(link("9").as_deref(), Some("https://t.me/c/1234567890/9"));
        assert_eq!((link("-9"), link("nine")), (None, None));
    }

    #[test]
    fn a_place_elsewhere_is_refused() {
        for place in [Place::channel("elsewhere", "7"), Place::channel(PLATFORM, "seven")] {
            assert!(matches!(Address::of(&place), Err(DeliveryError::Refused { .. })));
        }
    }
}
