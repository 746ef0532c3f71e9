//! Effects: what a turn wants done on a platform, and what came of it.

use serde::{Deserialize, Serialize};

use crate::actor::Account;
use crate::ids::{CommunityId, DeliveryId, LaneId, MessageId};
use crate::outgoing::{Outgoing, Voice};
use crate::place::Place;
use crate::time::Timestamp;

/// Something to do on a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Say something.
    Send {
        /// Where.
        to: PlaceRef,
        /// What.
        content: Outgoing,
    },
    /// Change what was said.
    Edit {
        /// The message.
        message: MessageRef,
        /// What it says from now on.
        content: Outgoing,
    },
    /// Remove what was said.
    Delete {
        /// The message.
        message: MessageRef,
    },
    /// Put a reaction on a message.
    React {
        /// The message.
        message: MessageRef,
        /// The emoji.
        emoji: String,
    },
    /// Open a room: a thread or topic of its own.
    OpenRoom {
        /// The channel to open it in.
        within: Place,
        /// The message it starts from, on platforms where rooms do.
        from: Option<MessageRef>,
        /// Its name; a room is looked for by it before opening is tried again.
        name: String,
    },
    /// Let an account into a room.
    AddMember {
        /// The room.
        room: PlaceRef,
        /// The account.
        account: Account,
    },
    /// Close a room, or open it again.
    SetRoomState {
        /// The room.
        room: PlaceRef,
        /// Whether one can speak in it.
        open: bool,
    },
}

/// A place that is there, or that an earlier effect opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceRef {
    /// A place that is there.
    At(Place),
    /// The room that a delivery opens.
    Opened {
        /// The delivery.
        delivery: DeliveryId,
        /// The channel it opens the room in: deliveries to the room wait there for it.
        within: Place,
    },
}

impl PlaceRef {
    /// The place, or the channel in which it will be opened.
    pub fn anchor(&self) -> &Place {
        match self {
            Self::At(place) | Self::Opened { within: place, .. } => place,
        }
    }
}

impl PlaceRef {
    fn anchor_mut(&mut self) -> &mut Place {
        match self {
            Self::At(place) | Self::Opened { within: place, .. } => place,
        }
    }
}

impl From<Place> for PlaceRef {
    fn from(place: Place) -> Self {
        Self::At(place)
    }
}

/// A message that is there, or that an earlier effect sends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageRef {
    /// A message that is there.
    Known {
        /// Where it is.
        place: Place,
        /// The platform's id of it.
        id: MessageId,
    },
    /// The message that a delivery sends.
    Sent {
        /// The delivery.
        delivery: DeliveryId,
        /// Where it sends it.
        to: PlaceRef,
    },
}

impl MessageRef {
    /// The place it is in, or will be.
    pub fn place(&self) -> &Place {
        match self {
            Self::Known { place, .. } => place,
            Self::Sent { to, .. } => to.anchor(),
        }
    }
}

impl Effect {
    /// The place whose queue the effect waits in.
    pub fn destination(&self) -> &Place {
        match self {
            Self::Send { to: room, .. } | Self::AddMember { room, .. } | Self::SetRoomState { room, .. } => {
                room.anchor()
            }
            Self::Edit { message, .. } | Self::Delete { message } | Self::React { message, .. } => {
                message.place()
            }
            Self::OpenRoom { within, .. } => within,
        }
    }

    /// The place that may not be there yet.
    pub fn room_mut(&mut self) -> Option<&mut PlaceRef> {
        match self {
            Self::Send { to: room, .. } | Self::AddMember { room, .. } | Self::SetRoomState { room, .. } => {
                Some(room)
            }
            _ => None,
        }
    }

    /// Gives the effect the new address of its channel: threads keep theirs.
    pub fn readdress(&mut self, channel: &Place) {
        let readdress = |place: &mut Place| {
            *place = Place { thread: place.thread.clone(), ..channel.clone() };
        };
        match self {
            Self::Send { to: room, .. } | Self::AddMember { room, .. } | Self::SetRoomState { room, .. } => {
                readdress(room.anchor_mut());
            }
            Self::OpenRoom { within, .. } => readdress(within),
            Self::Edit { .. } | Self::Delete { .. } | Self::React { .. } => {}
        }
        for message in self.messages_mut() {
            match message {
                MessageRef::Known { place, .. } => readdress(place),
                MessageRef::Sent { to, .. } => readdress(to.anchor_mut()),
            }
        }
    }

    /// The messages that may not be there yet.
    pub fn messages_mut(&mut self) -> Vec<&mut MessageRef> {
        match self {
            Self::Send { content, .. } => content.reply_to.iter_mut().collect(),
            Self::Edit { message, content } => {
                std::iter::once(message).chain(content.reply_to.iter_mut()).collect()
            }
            Self::Delete { message } | Self::React { message, .. } => vec![message],
            Self::OpenRoom { from, .. } => from.iter_mut().collect(),
            Self::AddMember { .. } | Self::SetRoomState { .. } => Vec::new(),
        }
    }
}

/// What a feature calls something it will hear of again.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Tag {
    /// The feature.
    pub feature: String,
    /// What it is: `card`, `room`, `reminder`, …
    pub label: String,
    /// Which one: a case's number, say.
    pub subject: String,
}

impl Tag {
    /// A tag of `feature`.
    pub fn new(feature: &str, label: &str, subject: impl ToString) -> Self {
        Self { feature: feature.to_owned(), label: label.to_owned(), subject: subject.to_string() }
    }
}

/// One effect on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// What it is known by.
    pub id: DeliveryId,
    /// Whose it is.
    pub community: CommunityId,
    /// The lane of the turn that asked for it, which its receipt goes back to.
    pub lane: LaneId,
    /// What to do.
    pub effect: Effect,
    /// On whose behalf.
    pub voice: Voice,
    /// What the feature calls it; its receipt comes back as an event if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<Tag>,
    /// What it is about: deliveries are withdrawn by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// When the turn asked for it.
    pub at: Timestamp,
}

/// Which unsent deliveries a turn takes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// What they are about.
    pub subject: String,
    /// On whose behalf; `None`: anybody's.
    pub voice: Option<Voice>,
}

impl Withdrawal {
    /// Whether it takes `delivery` back.
    pub fn covers(&self, delivery: &Delivery) -> bool {
        delivery.subject.as_deref() == Some(&self.subject)
            && self.voice.is_none_or(|voice| voice == delivery.voice)
    }
}

/// What a platform said about a delivery that succeeded.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Receipt {
    /// The message it made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageId>,
    /// The room it opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// An address at which a person can open what it made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// It may have been done twice: an earlier attempt ended without an answer.
    #[serde(default)]
    pub ambiguous: bool,
}

/// How a delivery ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryOutcome {
    /// It was done.
    Delivered(Receipt),
    /// It could not be done and will not be tried again.
    Undeliverable {
        /// Why, for staff to read.
        why: String,
    },
    /// It was taken back before it was sent.
    Withdrawn,
}
