//! Effects: what a turn wants done on a platform.

use serde::{Deserialize, Serialize};

use crate::actor::Account;
use crate::ids::{DeliveryId, MessageId};
use crate::outgoing::Outgoing;
use crate::place::Place;

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
    /// Put a reaction on a message. Where one bot has one reaction on a message,
    /// it takes the place of the one before.
    React {
        /// The message.
        message: MessageRef,
        /// The emoji.
        emoji: String,
    },
    /// Take the bot's reaction off a message. Where one bot has one reaction on a
    /// message, it is taken off whatever it is: take it off before another is put
    /// there, not after.
    Unreact {
        /// The message.
        message: MessageRef,
        /// The emoji.
        emoji: String,
    },
    /// Pin a message, or let it go.
    Pin {
        /// The message.
        message: MessageRef,
        /// Whether it is pinned from now on.
        pinned: bool,
    },
    /// End a poll the bot sent.
    ClosePoll {
        /// The poll's message.
        message: MessageRef,
    },
    /// Show for some seconds that somebody is writing.
    Type {
        /// Where.
        to: PlaceRef,
    },
    /// Open a room: a thread, topic or post of its own.
    OpenRoom(RoomPlan),
    /// Give a room its tags; those it had are taken off.
    TagRoom {
        /// The room.
        room: PlaceRef,
        /// The tags, by name: at most 5. Those its channel doesn't have are left out.
        tags: Vec<String>,
    },
    /// Give a room another name.
    RenameRoom {
        /// The room.
        room: PlaceRef,
        /// Its name from now on.
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
    /// Tell other software that something happened. An adapter that does it
    /// MUST say with it by what the receiver knows a repetition: telling it
    /// twice counts once. One that talks to people refuses it.
    Post {
        /// Where it is told.
        to: Place,
        /// What happened, as `noun.verb`: `feedback.created`.
        event_type: String,
        /// The particulars, as receivers were promised them.
        data: serde_json::Value,
    },
}

/// A room to be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomPlan {
    /// The channel to open it in.
    pub within: Place,
    /// Its name; a room is looked for by it before opening is tried again.
    pub name: String,
    /// The message it starts from, on platforms where rooms do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<MessageRef>,
    /// Only those who are let in see it, where the platform can.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_private: bool,
    /// What is said in it first: a channel of posts asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<Box<Outgoing>>,
    /// Its tags, by name: at most 5.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

impl RoomPlan {
    /// A room of this name in a channel.
    pub fn new(within: Place, name: impl Into<String>) -> Self {
        let name = name.into();
        Self { within, name, from: None, is_private: false, opening: None, tags: Vec::new() }
    }

    /// A room that starts from a message.
    #[must_use]
    pub fn from_message(mut self, from: Option<MessageRef>) -> Self {
        self.from = from;
        self
    }
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

    /// The delivery that opens it.
    fn reference(&self) -> Option<&DeliveryId> {
        match self {
            Self::At(_) => None,
            Self::Opened { delivery, .. } => Some(delivery),
        }
    }

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

    /// The deliveries that send it, and open the room it is in.
    fn references(&self) -> impl Iterator<Item = &DeliveryId> {
        let sent = match self {
            Self::Known { .. } => None,
            Self::Sent { delivery, to } => Some((delivery, to)),
        };
        sent.into_iter().flat_map(|(delivery, to)| std::iter::once(delivery).chain(to.reference()))
    }
}

/// What an effect is about.
enum Target<'a> {
    Place(&'a Place),
    Room(&'a PlaceRef),
    Message(&'a MessageRef),
}

impl Effect {
    /// The place whose queue the effect waits in.
    pub fn destination(&self) -> &Place {
        match self.target() {
            Target::Place(place) => place,
            Target::Room(room) => room.anchor(),
            Target::Message(message) => message.place(),
        }
    }

    /// The delivery that opens the room it is for, where that is still to be opened.
    pub fn awaited_room(&self) -> Option<&DeliveryId> {
        match self.target() {
            Target::Room(room) | Target::Message(MessageRef::Sent { to: room, .. }) => room.reference(),
            Target::Message(MessageRef::Known { .. }) | Target::Place(_) => None,
        }
    }

    fn target(&self) -> Target<'_> {
        match self {
            Self::Send { to: room, .. }
            | Self::Type { to: room }
            | Self::AddMember { room, .. }
            | Self::SetRoomState { room, .. }
            | Self::TagRoom { room, .. }
            | Self::RenameRoom { room, .. } => Target::Room(room),
            Self::Edit { message, .. }
            | Self::Delete { message }
            | Self::React { message, .. }
            | Self::Unreact { message, .. }
            | Self::Pin { message, .. }
            | Self::ClosePoll { message } => Target::Message(message),
            Self::OpenRoom(plan) => Target::Place(&plan.within),
            Self::Post { to, .. } => Target::Place(to),
        }
    }

    /// What is said by it.
    pub fn content(&self) -> Option<&Outgoing> {
        match self {
            Self::Send { content, .. } | Self::Edit { content, .. } => Some(content),
            Self::OpenRoom(plan) => plan.opening.as_deref(),
            _ => None,
        }
    }

    /// What is said by it, to be changed.
    pub(crate) fn content_mut(&mut self) -> Option<&mut Outgoing> {
        match self {
            Self::Send { content, .. } | Self::Edit { content, .. } => Some(content),
            Self::OpenRoom(plan) => plan.opening.as_deref_mut(),
            _ => None,
        }
    }

    /// The deliveries that make a room or message it refers to.
    pub fn references(&self) -> Vec<&DeliveryId> {
        let mut made = Vec::new();
        match self.target() {
            Target::Place(_) => {}
            Target::Room(room) => made.extend(room.reference()),
            Target::Message(message) => made.extend(message.references()),
        }
        let begun_from = match self {
            Self::OpenRoom(plan) => plan.from.as_ref(),
            _ => None,
        };
        let answered = self.content().and_then(|content| content.reply_to.as_ref());
        made.extend(begun_from.into_iter().chain(answered).flat_map(MessageRef::references));
        made
    }

    /// Whether it refers to a room or message that one of these deliveries makes.
    pub fn refers_to(&self, is_one: impl Fn(&DeliveryId) -> bool) -> bool {
        self.references().into_iter().any(is_one)
    }

    /// What it is, in a word.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Send { .. } => "send",
            Self::Edit { .. } => "edit",
            Self::Delete { .. } => "delete",
            Self::React { .. } => "react",
            Self::Unreact { .. } => "unreact",
            Self::Pin { .. } => "pin",
            Self::ClosePoll { .. } => "close poll",
            Self::Type { .. } => "type",
            Self::OpenRoom(_) => "open room",
            Self::TagRoom { .. } => "tag room",
            Self::RenameRoom { .. } => "rename room",
            Self::AddMember { .. } => "add member",
            Self::SetRoomState { .. } => "set room state",
            Self::Post { .. } => "post",
        }
    }

    /// The place that may not be there yet.
    pub fn room_mut(&mut self) -> Option<&mut PlaceRef> {
        match self {
            Self::Send { to: room, .. }
            | Self::Type { to: room }
            | Self::AddMember { room, .. }
            | Self::SetRoomState { room, .. }
            | Self::TagRoom { room, .. }
            | Self::RenameRoom { room, .. } => Some(room),
            _ => None,
        }
    }

    /// The messages that may not be there yet.
    pub fn messages_mut(&mut self) -> Vec<&mut MessageRef> {
        match self {
            Self::Send { content, .. } => content.reply_to.iter_mut().collect(),
            Self::Edit { message, content } => {
                std::iter::once(message).chain(content.reply_to.iter_mut()).collect()
            }
            Self::Delete { message }
            | Self::React { message, .. }
            | Self::Unreact { message, .. }
            | Self::Pin { message, .. }
            | Self::ClosePoll { message } => vec![message],
            Self::OpenRoom(plan) => plan.from.iter_mut().collect(),
            Self::Type { .. }
            | Self::AddMember { .. }
            | Self::SetRoomState { .. }
            | Self::TagRoom { .. }
            | Self::RenameRoom { .. }
            | Self::Post { .. } => Vec::new(),
        }
    }

    /// Gives the effect the new address of its channel: threads keep theirs.
    pub fn readdress(&mut self, channel: &Place) {
        let readdress = |place: &mut Place| {
            *place = Place { thread: place.thread.clone(), ..channel.clone() };
        };
        match self {
            Self::OpenRoom(plan) => readdress(&mut plan.within),
            Self::Post { to, .. } => readdress(to),
            _ => {}
        }
        if let Some(room) = self.room_mut() {
            readdress(room.anchor_mut());
        }
        for message in self.messages_mut() {
            match message {
                MessageRef::Known { place, .. } => readdress(place),
                MessageRef::Sent { to, .. } => readdress(to.anchor_mut()),
            }
        }
    }
}
