//! The card: the one message that shows an item, changed as the item changes.
//!
//! It is put up when an item is raised, in the community's feedback room: where
//! the platform has rooms, as a room of its own with the card as its first
//! words (a post, thread or topic); elsewhere, and where rooms are refused, as
//! a message. Whatever changes an item [`touch`]es the card, which is brought
//! up to date at most every two seconds. A card that somebody removed is put up
//! again; one that the platform refuses is reported once, and tried again with
//! the next change.

mod at;
mod content;
mod details;
mod endings;
mod refresh;
mod reply;

use std::time::Duration;

use fireside_core::record::fingerprint;
use fireside_core::timer::Overdue;
use fireside_core::turn::Interrupt;
use fireside_core::turn::effects::Manner;
use fireside_core::{
    Capability, Effect, MessageRef, Outgoing, Place, PlaceRef, RoomPlan, Timestamp, Turn, Voice,
};
use serde::{Deserialize, Serialize};

pub use at::CardAt;
pub(crate) use at::item_at;
pub(crate) use content::STATUS;
pub(crate) use details::{Reader, details, in_a_list};
pub(crate) use reply::reply;

use crate::feedback::{Feedback, FeedbackNumber, Standing};
use crate::settings::{self, Settings};
use fireside_core::parts::Handlers;

/// The timer after which a card is brought up to date, about an item.
const TIMER: &str = "card";
/// A card is changed this often at most, in milliseconds: a hundred voices in
/// a second make one edit.
const EVERY_MS: u64 = 2_000;
/// A card is put up again after this long at the earliest.
const RENEWED_AFTER: Duration = Duration::from_mins(1);

/// Where an item's card is, and what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// How far it is.
    pub state: CardState,
    /// The room of its own, where cards have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<PlaceRef>,
    /// The message.
    pub message: MessageRef,
    /// The messages with the item's files, which follow it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<MessageRef>,
    /// An address at which it can be opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// What its buttons are kept under, so that they stay the same buttons.
    pub token: String,
    /// When it was put up.
    pub posted: Timestamp,
    /// What it shows.
    pub shown: Shown,
    /// Staff were told that it can't be shown as it should be.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_reported: bool,
}

/// How far a card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardState {
    /// It is on its way.
    Coming,
    /// It is there.
    Up,
    /// It is not there, and is to be put up again.
    Missing,
}

/// What a card shows, so that nothing is sent that it shows already.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Shown {
    /// A fingerprint of its words; 0: nobody knows what it shows.
    pub words: u64,
    /// A fingerprint of the item's files.
    #[serde(default)]
    pub files: u64,
    /// Its room's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Its room's tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

/// Puts up the card of an item, in a room of its own where that can be. Where
/// the community has no place for it, there is none.
pub(crate) fn post(turn: &mut Turn<'_>, item: &mut Feedback) -> Result<(), Interrupt> {
    put_up(turn, item, true)
}

/// Lets the card of an item be brought up to date soon. Nothing is read, and
/// no timer is moved that others wait for, so that those who change an item
/// side by side don't wait for each other, however many they are.
pub(crate) fn touch(turn: &mut Turn<'_>, number: FeedbackNumber) -> Result<(), Interrupt> {
    let slot = turn.now().as_millis() / EVERY_MS + 1;
    refresh_in(turn, number, slot)
}

/// Lets it be brought up to date in the first slot after `at`.
fn touch_after(turn: &mut Turn<'_>, number: FeedbackNumber, at: Timestamp) -> Result<(), Interrupt> {
    refresh_in(turn, number, at.as_millis() / EVERY_MS + 1)
}

fn refresh_in(turn: &mut Turn<'_>, number: FeedbackNumber, slot: u64) -> Result<(), Interrupt> {
    let due = Timestamp::from_millis(slot * EVERY_MS);
    turn.set_timer(TIMER, format!("{number} {slot}"), due, Overdue::Fire)
}

/// Where cards are put up.
fn home(turn: &Turn<'_>) -> Option<Place> {
    let community = turn.community();
    community.places.get(settings::PLACE).or(community.staff_home.as_ref()).cloned()
}

fn put_up(turn: &mut Turn<'_>, item: &mut Feedback, may_have_room: bool) -> Result<(), Interrupt> {
    let Some(home) = home(turn) else { return Ok(()) };
    let before = item.card.take();
    let (token, is_reported) = match before {
        Some(card) => (card.token, card.is_reported),
        None => (turn.token(), false),
    };
    let text = content::text(turn, item, &home)?;
    let card = content::with_buttons(turn, item, &token, &home, text.clone())?;
    let mut shown = Shown { words: fingerprint(&text), files: fingerprint(&item.files), ..Shown::default() };
    let manner = manner(item.number).tagged(endings::POSTED, item.number);
    let can = |capability| turn.capabilities(&home.platform).can(capability);
    let has_room = may_have_room
        && turn.settings::<Settings>()?.rooms
        && home.thread.is_none()
        && can(Capability::Rooms);
    let (room, message, files_to) = if has_room {
        shown.name = content::room_name(item);
        if can(Capability::RoomTags) {
            shown.tags = content::tags(turn, item);
        }
        let plan = RoomPlan {
            opening: Some(Box::new(card)),
            tags: shown.tags.clone(),
            ..RoomPlan::new(home.clone(), shown.name.as_str())
        };
        let delivery = turn.open_room(plan, manner);
        let room = PlaceRef::Opened { delivery: delivery.clone(), within: home };
        (Some(room.clone()), MessageRef::Sent { delivery, to: room.clone() }, room)
    } else {
        let delivery = turn.send(home.clone(), card, manner);
        (None, MessageRef::Sent { delivery, to: home.clone().into() }, home.into())
    };
    let files = add_files(turn, item, files_to);
    item.card = Some(Card {
        state: CardState::Coming,
        room,
        message,
        files,
        link: None,
        token,
        posted: turn.now(),
        shown,
        is_reported,
    });
    Ok(())
}

/// Takes an item's card away. A room stays, closed, with nothing but the number.
pub(crate) fn remove(turn: &mut Turn<'_>, item: &mut Feedback) {
    let Some(card) = item.card.take() else { return };
    for message in card.files.into_iter().chain([card.message]) {
        turn.effect(Effect::Delete { message }, manner(item.number));
    }
    if let Some(room) = card.room {
        let name = content::room_name(item);
        turn.effect(Effect::RenameRoom { room: room.clone(), name }, manner(item.number));
        turn.effect(Effect::SetRoomState { room, open: false }, manner(item.number));
    }
}

/// The files of an item follow its card: a card can't hold them everywhere.
fn add_files(turn: &mut Turn<'_>, item: &Feedback, to: PlaceRef) -> Vec<MessageRef> {
    if item.files.is_empty() || item.standing != Standing::Live {
        return Vec::new();
    }
    let locale = turn.community().locale.as_str();
    let files = item.files.iter().map(|file| turn.carried(file, locale)).collect();
    let words = turn.say_to_staff("feedback-card-files", &[("number", item.number.get().into())]);
    let manner = manner(item.number).tagged(endings::FILES, item.number);
    let delivery = turn.send(to.clone(), Outgoing::of(words).files(files), manner);
    vec![MessageRef::Sent { delivery, to }]
}

/// How a card is delivered: what comes of it is decided in its item's own lane.
fn manner(number: FeedbackNumber) -> Manner {
    Manner::of(Voice::System).lane(number.lane())
}

/// What this part answers.
pub(crate) const HANDLERS: Handlers = Handlers {
    presses: &[(content::DETAILS, details::on_press)],
    timers: &[(TIMER, refresh::on_timer)],
    receipts: &[
        (endings::POSTED, endings::on_posted),
        (endings::EDITED, endings::on_edited),
        (endings::FILES, endings::on_files),
        (endings::TAGGED, endings::on_tagged),
    ],
    events: &[endings::on_event],
    ..Handlers::NONE
};
