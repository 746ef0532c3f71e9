//! What came of a room: it is there, or it could not be opened.

use fireside_core::event::ReceiptEvent;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Decision, DeliveryOutcome, Effect, MessageRef, Outcome, Place, PlaceRef, Receipt, Tag, Turn, Voice,
};

use super::early::{self, Opening};
use super::shown::Shown;
use super::stranded::{self, Stranded};
use super::{LABEL, card, opening, tell_home, unshown};
use crate::case::Case;
use crate::feature::NAME;
use crate::lifecycle;

/// What the delivery of a room is called that takes the place of one that is gone.
pub(super) const RENEWED: &str = "renewed_room";

/// The room is there, or could not be opened.
pub(super) fn on_room(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some(mut case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    let is_awaited = case.room().is_some_and(
        |room| matches!(&room.place, PlaceRef::Opened { delivery, .. } if *delivery == receipt.delivery),
    );
    match &receipt.outcome {
        DeliveryOutcome::Delivered(Receipt { place: Some(place), .. }) if !is_awaited => {
            // Another has taken its place while it opened.
            let room = PlaceRef::At(place.clone());
            turn.effect(Effect::SetRoomState { room, open: false }, case.number.manner(Voice::System));
        }
        DeliveryOutcome::Delivered(done) if is_awaited => {
            turn.delete::<Opening>(&case.number)?;
            if let Some(place) = &done.place {
                is_there(turn, &mut case, place, done, &receipt.tag.label)?;
            }
        }
        DeliveryOutcome::Undeliverable { why, .. } if is_awaited => {
            turn.delete::<Opening>(&case.number)?;
            refused(turn, &mut case, why)?;
        }
        _ => {}
    }
    Ok(Outcome::Handled)
}

fn is_there(
    turn: &mut Turn<'_>,
    case: &mut Case,
    place: &Place,
    done: &Receipt,
    label: &str,
) -> Result<(), Interrupt> {
    let opened_by_card = card::is_first_words(case);
    case.set_room(place.clone().into(), done.link.clone());
    if opened_by_card {
        note_card(turn, case, place, done)?;
    }
    let was_stranded = turn.get::<Stranded>(&case.number)?.is_some();
    if was_stranded || label == RENEWED {
        let key = if was_stranded { "handoff-room-after-all" } else { "handoff-room-renewed" };
        let number = ("number", case.number.get().into());
        let link = done.link.as_deref().unwrap_or_default();
        tell_home(turn, case, key, &[number, ("link", link.into())]);
    }
    if was_stranded {
        turn.delete::<Stranded>(&case.number)?;
    }
    if case.is_open() {
        turn.bind(place, None, case.number.lane(), Tag::new(NAME, LABEL, case.number))?;
        early::tell(turn, case, place)?;
        unshown::say_all(turn, case)?;
    }
    lifecycle::keep(turn, case)
}

/// Notes where the card is that opened a room; where the room came without its
/// first words, they are said now.
fn note_card(turn: &mut Turn<'_>, case: &mut Case, place: &Place, done: &Receipt) -> Result<(), Interrupt> {
    if let Some(id) = done.message.clone() {
        case.card = Some(MessageRef::Known { place: place.clone(), id });
        return Ok(());
    }
    let Some(mut shown) = turn.get::<Shown>(&case.number)? else { return Ok(()) };
    card::post(turn, case, &mut shown, place)?;
    turn.put(&case.number, &shown)
}

/// A room could not be opened. Instead of a post there is a thread; without
/// that the customer's words are shown where staff work until another try.
fn refused(turn: &mut Turn<'_>, case: &mut Case, why: &str) -> Result<(), Interrupt> {
    let home = turn.community().staff_home.clone();
    case.banner = None;
    if let Some(home) = home.filter(|_| card::is_first_words(case)) {
        let Some(mut shown) = turn.get::<Shown>(&case.number)? else { return Ok(()) };
        case.lose_room();
        let delivery = card::post(turn, case, &mut shown, &home)?;
        let card = MessageRef::Sent { delivery, to: home.clone().into() };
        opening::beside(turn, case, &mut shown, (&home, card), LABEL)?;
        turn.put(&case.number, &shown)?;
        return turn.put(&case.number, case);
    }
    case.refuse_room();
    turn.put(&case.number, case)?;
    if stranded::note_roomless(turn, case)? {
        let number = ("number", case.number.get().into());
        tell_home(turn, case, "handoff-room-lost", &[number, ("why", why.into())]);
    }
    Ok(())
}
