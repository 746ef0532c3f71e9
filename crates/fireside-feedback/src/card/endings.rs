//! What came of a card: it is there, it was refused, or somebody removed it.

use fireside_core::event::{ReceiptEvent, RoomChange};
use fireside_core::turn::Interrupt;
use fireside_core::turn::effects::Manner;
use fireside_core::{
    Capability, Decision, DeliveryOutcome, Event, EventKind, MessageRef, Obstacle, Outcome, PlaceRef,
    Receipt, Turn, Voice,
};

use super::at::{item_at, item_in, remember_message, remember_room};
use super::{Card, CardState, content, home, manner, put_up, touch};
use crate::feedback::{Feedback, FeedbackNumber};

/// What a card that is put up is called.
pub(super) const POSTED: &str = "card";
/// What a change of a card is called.
pub(super) const EDITED: &str = "card_edit";
/// What an item's files, which follow its card, are called.
pub(super) const FILES: &str = "card_files";
/// What a change of its room's tags is called.
pub(super) const TAGGED: &str = "card_tags";

/// The card is there, or could not be put up.
pub(super) fn on_posted(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some((mut item, mut card)) = shown_by(turn, receipt)? else { return Ok(Outcome::Handled) };
    let is_this = matches!(&card.message, MessageRef::Sent { delivery, .. } if *delivery == receipt.delivery);
    if !is_this {
        return Ok(Outcome::Handled);
    }
    match &receipt.outcome {
        DeliveryOutcome::Delivered(done) => {
            is_there(turn, &item, &mut card, done)?;
            item.card = Some(card);
        }
        // Where no room can be opened, a message shows it as well.
        DeliveryOutcome::Undeliverable { .. } if card.room.is_some() => {
            item.card = Some(card);
            put_up(turn, &mut item, false)?;
        }
        DeliveryOutcome::Undeliverable { why, .. } => {
            card.state = CardState::Missing;
            report(turn, &item, &mut card, why);
            item.card = Some(card);
        }
        DeliveryOutcome::Withdrawn => return Ok(Outcome::Handled),
    }
    turn.put(&item.number, &item)?;
    Ok(Outcome::Handled)
}

/// Notes where the card is. What has changed since it was asked for is shown
/// next.
fn is_there(turn: &mut Turn<'_>, item: &Feedback, card: &mut Card, done: &Receipt) -> Result<(), Interrupt> {
    let place = done.place.clone().unwrap_or_else(|| card.message.place().clone());
    if let Some(room) = &done.place {
        card.room = Some(PlaceRef::At(room.clone()));
        remember_room(turn, room, item.number)?;
    }
    card.link = done.link.clone().or_else(|| card.link.take());
    let Some(id) = done.message.clone() else {
        // The room is there, and its first words are not.
        let Some(home) = home(turn) else { return Ok(()) };
        let text = content::text(turn, item, &home)?;
        let content = content::with_buttons(turn, item, &card.token, &home, text)?;
        let delivery = turn.send(place.clone(), content, manner(item.number).tagged(POSTED, item.number));
        card.message = MessageRef::Sent { delivery, to: place.into() };
        return Ok(());
    };
    for message in std::iter::once(&id).chain(&done.further_messages) {
        remember_message(turn, &place, message, item.number)?;
    }
    if card.link.is_none() {
        card.link = turn.link_to(&place, &id);
    }
    card.message = MessageRef::Known { place, id };
    card.state = CardState::Up;
    card.is_reported = false;
    touch(turn, item.number)
}

/// The card was changed, or could not be.
pub(super) fn on_edited(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some((mut item, mut card)) = shown_by(turn, receipt)? else { return Ok(Outcome::Handled) };
    match &receipt.outcome {
        DeliveryOutcome::Delivered(_) if card.is_reported && !owes_tags(turn, &card) => {
            card.is_reported = false;
        }
        DeliveryOutcome::Undeliverable { obstacle: Obstacle::Gone, .. } => {
            card.state = CardState::Missing;
            touch(turn, item.number)?;
        }
        DeliveryOutcome::Undeliverable { why, .. } => {
            card.shown.words = 0;
            report(turn, &item, &mut card, why);
        }
        DeliveryOutcome::Delivered(_) | DeliveryOutcome::Withdrawn => return Ok(Outcome::Handled),
    }
    item.card = Some(card);
    turn.put(&item.number, &item)?;
    Ok(Outcome::Handled)
}

/// The files are there: noted, so that they go when their author takes them back.
pub(super) fn on_files(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let DeliveryOutcome::Delivered(done) = &receipt.outcome else { return Ok(Outcome::Handled) };
    let Some((mut item, mut card)) = shown_by(turn, receipt)? else { return Ok(Outcome::Handled) };
    let is_this = |message: &MessageRef| matches!(message, MessageRef::Sent { delivery, .. } if *delivery == receipt.delivery);
    if card.files.iter().any(is_this) {
        let place = card.room.as_ref().map_or_else(|| card.message.place(), PlaceRef::anchor).clone();
        let ids = done.message.iter().chain(&done.further_messages);
        card.files = ids.map(|id| MessageRef::Known { place: place.clone(), id: id.clone() }).collect();
        item.card = Some(card);
        turn.put(&item.number, &item)?;
        touch(turn, item.number)?;
    }
    Ok(Outcome::Handled)
}

/// Its room's tags were changed, or could not be: they are tried again with the
/// next change.
pub(super) fn on_tagged(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    // That a room is gone, the card in it tells.
    let why = match &receipt.outcome {
        DeliveryOutcome::Undeliverable { obstacle, why } if *obstacle != Obstacle::Gone => why,
        _ => return Ok(Outcome::Handled),
    };
    if let Some((mut item, mut card)) = shown_by(turn, receipt)? {
        card.shown.tags.clear();
        report(turn, &item, &mut card, why);
        item.card = Some(card);
        turn.put(&item.number, &item)?;
    }
    Ok(Outcome::Handled)
}

/// Whether the tags of the card's room could not be changed.
fn owes_tags(turn: &Turn<'_>, card: &Card) -> bool {
    let capabilities = turn.capabilities(&card.message.place().platform);
    card.room.is_some() && card.shown.tags.is_empty() && capabilities.can(Capability::RoomTags)
}

/// Somebody removed a card, or its room.
pub(super) fn on_event(turn: &mut Turn<'_>, event: &Event) -> Decision {
    let number = match &event.kind {
        EventKind::Deleted { message } => item_at(turn, &event.place, message)?,
        EventKind::Room(RoomChange::Removed) => item_in(turn, &event.place)?,
        _ => return Ok(Outcome::Pass),
    };
    let Some(number) = number else { return Ok(Outcome::Pass) };
    let Some(mut item) = turn.get::<Feedback>(&number)? else { return Ok(Outcome::Handled) };
    let is_it = |card: &Card| match (&event.kind, &card.message) {
        (EventKind::Deleted { message }, MessageRef::Known { id, .. }) => id == message,
        _ => card.room == Some(PlaceRef::At(event.place.clone())),
    };
    if let Some(card) = item.card.as_mut().filter(|card| card.state == CardState::Up && is_it(card)) {
        card.state = CardState::Missing;
        turn.put(&number, &item)?;
        touch(turn, number)?;
    }
    Ok(Outcome::Handled)
}

/// The item a receipt is about, and its card, taken out of it.
fn shown_by(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Result<Option<(Feedback, Card)>, Interrupt> {
    let Some(number) = FeedbackNumber::parse(&receipt.tag.subject) else { return Ok(None) };
    let Some(mut item) = turn.get::<Feedback>(&number)? else { return Ok(None) };
    let card = item.card.take();
    Ok(card.map(|card| (item, card)))
}

/// Tells staff, once, that a card can't be shown as it should be.
fn report(turn: &mut Turn<'_>, item: &Feedback, card: &mut Card, why: &str) {
    if std::mem::replace(&mut card.is_reported, true) {
        return;
    }
    if let Some(home) = turn.community().staff_home.clone() {
        let args = [("number", item.number.get().into()), ("why", why.into())];
        let words = turn.say_to_staff("feedback-card-refused", &args);
        turn.send(home, words, Manner::of(Voice::System));
    }
}
