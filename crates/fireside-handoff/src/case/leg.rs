//! Legs: the places in which a case is spoken.

use fireside_core::{Account, DeliveryId, Place, PlaceRef, text};
use serde::{Deserialize, Serialize};

use super::Case;

/// The longest name of a room, in characters as a reader counts them.
const ROOM_NAME_LEN_MAX: usize = 90;

/// One place in which a case is spoken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leg {
    /// Who speaks there.
    pub side: Side,
    /// The place; a room may still have to be opened.
    pub place: PlaceRef,
    /// Whose words count there; `None`: everybody's of that side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// An address at which a person can open the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Nobody but the customer, staff and the bot reads what is said there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_private: bool,
    /// Who closed the room by hand while the case went on; it is opened again
    /// when there is something to say in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_by: Option<String>,
}

/// Who speaks in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The customer, where they asked for a human.
    Customer,
    /// Staff, in the case's room.
    Staff,
}

impl Leg {
    /// What the place is in: its channel, and the space that holds it.
    pub fn around(&self) -> impl Iterator<Item = String> {
        let Place { platform, space, .. } = self.place.anchor();
        let space = space.as_ref().map(|space| format!("{platform}@{space}"));
        std::iter::once(self.place.anchor().parent().to_string()).chain(space)
    }

    fn of_customer(place: PlaceRef, account: Account, is_private: bool) -> Self {
        let (side, account) = (Side::Customer, Some(account));
        Self { side, place, account, link: None, is_private, closed_by: None }
    }

    /// Whether its place is still being opened.
    pub fn is_awaited(&self) -> bool {
        matches!(self.place, PlaceRef::Opened { .. })
    }
}

impl Case {
    /// Where the customer speaks: of several places the one they used last.
    pub fn customer_leg(&self) -> Option<&Leg> {
        self.legs.iter().rfind(|leg| leg.side == Side::Customer)
    }

    /// Every place in which the customer speaks, the one they used last at the end.
    pub fn customer_legs(&self) -> impl Iterator<Item = &Leg> {
        self.legs.iter().filter(|leg| leg.side == Side::Customer)
    }

    /// The customer speaks in a place from now on. Gives whether that is news.
    pub fn speaks_in(&mut self, place: PlaceRef, account: Account, is_private: bool) -> bool {
        let used = |leg: &Leg| {
            leg.side == Side::Customer && leg.place == place && leg.account.as_ref() == Some(&account)
        };
        if self.customer_leg().is_some_and(used) {
            return false;
        }
        let known = self.legs.iter().position(used).map(|index| self.legs.remove(index));
        self.legs.push(known.unwrap_or_else(|| Leg::of_customer(place, account, is_private)));
        true
    }

    /// A room for the customer alone is being opened; they speak where they did
    /// until it is there.
    pub fn awaits(&mut self, room: PlaceRef, account: Account) {
        // First, so that the customer's last place stays the last.
        self.legs.insert(0, Leg::of_customer(room, account, true));
    }

    /// Whether a room for the customer alone is being opened.
    pub fn awaits_private(&self) -> bool {
        self.customer_legs().any(Leg::is_awaited)
    }

    /// For whom of the customer's accounts this delivery opens a room.
    pub fn awaited_by(&self, opens: &DeliveryId) -> Option<&Account> {
        let opened =
            |leg: &&Leg| matches!(&leg.place, PlaceRef::Opened { delivery, .. } if delivery == opens);
        self.customer_legs().find(opened)?.account.as_ref()
    }

    /// The room for the customer alone is there, or can't be.
    pub fn awaits_no_more(&mut self) {
        self.legs.retain(|leg| leg.side != Side::Customer || !leg.is_awaited());
    }

    /// The customer speaks nowhere among others any more. Gives where they did.
    pub fn leave_public(&mut self) -> Vec<Leg> {
        self.legs.extract_if(.., |leg| leg.side == Side::Customer && !leg.is_private).collect()
    }

    /// Where a person can open the place in which the customer speaks.
    pub fn set_customer_link(&mut self, link: Option<String>) {
        if let Some(leg) = self.legs.iter_mut().rfind(|leg| leg.side == Side::Customer) {
            leg.link = link.or_else(|| leg.link.take());
        }
    }

    /// What its rooms are called: one that was opened without an answer is found
    /// by its number.
    pub fn room_name(&self) -> String {
        text::cleaned(&format!("#{} {}", self.number, self.name), ROOM_NAME_LEN_MAX)
    }

    /// Its room, if it has one or will.
    pub fn room(&self) -> Option<&Leg> {
        self.legs.iter().find(|leg| leg.side == Side::Staff)
    }

    /// Its room, to be changed.
    pub(crate) fn room_mut(&mut self) -> Option<&mut Leg> {
        self.legs.iter_mut().find(|leg| leg.side == Side::Staff)
    }

    /// Gives it a room, in place of the one it had.
    pub fn set_room(&mut self, place: PlaceRef, link: Option<String>) {
        self.lose_room();
        self.roomless = false;
        // First, so that the customer's last place stays the last.
        let side = Side::Staff;
        let room = Leg { side, place, account: None, link, is_private: true, closed_by: None };
        self.legs.insert(0, room);
    }

    /// It can't have a room.
    pub fn refuse_room(&mut self) {
        self.lose_room();
        self.roomless = true;
    }

    /// Whether a room was refused to it, and it has none until another try.
    pub fn is_roomless(&self) -> bool {
        self.roomless
    }

    /// Whether it has lost its room and may have another.
    pub fn wants_room(&self) -> bool {
        self.room().is_none() && !self.roomless
    }

    /// Takes its room away.
    pub fn lose_room(&mut self) {
        self.legs.retain(|leg| leg.side != Side::Staff);
    }
}
