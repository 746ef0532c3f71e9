//! The room of a case: where staff and the customer meet in words.

use fireside_core::event::ReceiptEvent;
use fireside_core::phrases::Arg;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Capability, Decision, DeliveryId, DeliveryOutcome, Effect, MessageRef, Outcome, Outgoing, Place,
    PlaceRef, Receipt, RoomPlan, Tag, Turn, Voice, text,
};

use crate::case::{Case, CaseNumber, State};
use crate::feature::NAME;
use crate::mirror::Copying;
use crate::{card, relay};

/// What the room's delivery, and what is said in the room, is called.
pub(crate) const LABEL: &str = "room";
/// What the delivery of a room is called that takes the place of one that is gone.
pub(crate) const RENEWED: &str = "renewed_room";
/// The longest name of a room, in characters as a reader counts them.
const ROOM_NAME_LEN_MAX: usize = 90;

/// Opens the room of a case whose card is on its way, and says in it what the
/// customer said.
pub(crate) fn open(
    turn: &mut Turn<'_>,
    case: &mut Case,
    home: &Place,
    card: DeliveryId,
) -> Result<(), Interrupt> {
    let room = open_from(turn, case, home, card, LABEL);
    if !case.words.is_empty() {
        let words = Outgoing::of(case.words.as_str()).author(case.name.as_str());
        let manner = case.number.manner(Voice::Customer).tagged(relay::TO_ROOM, case.number);
        let delivery = turn.send(room, words.clone(), manner);
        turn.put(&delivery, &Copying { originals: Vec::new(), content: words })?;
    }
    Ok(())
}

/// Opens another room for a case that has lost its own, from a new card. The
/// old card goes away with what it led to.
pub(crate) fn renew(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    let Some(home) = turn.community().staff_home.clone() else { return Ok(()) };
    if let Some(PlaceRef::At(place)) = case.room().map(|leg| leg.place.clone()) {
        turn.unbind(&place, None)?;
    }
    if let Some(message) = case.card.take() {
        turn.effect(Effect::Delete { message }, case.number.manner(Voice::System));
    }
    let card = card::post(turn, case, &home)?;
    open_from(turn, case, &home, card, RENEWED);
    turn.put(&case.number, case)
}

/// Opens a room from a card that is on its way, and says in it what it is for.
fn open_from(turn: &mut Turn<'_>, case: &mut Case, home: &Place, card: DeliveryId, label: &str) -> PlaceRef {
    let starts_from_message = turn.capabilities(&home.platform).can(Capability::RoomsFromMessages);
    let from = starts_from_message.then(|| MessageRef::Sent { delivery: card, to: home.clone().into() });
    let name = text::cleaned(&format!("#{} {}", case.number, case.name), ROOM_NAME_LEN_MAX);
    let manner = case.number.manner(Voice::System).tagged(label, case.number);
    let delivery = turn.open_room(RoomPlan::new(home.clone(), name).from_message(from), manner);
    let room = PlaceRef::Opened { delivery, within: home.clone() };
    case.set_room(room.clone(), None);
    let (number, name) = (("number", case.number.get().into()), ("name", (&case.name).into()));
    let intro = turn.say_to_staff("handoff-room-intro", &[number, name]);
    turn.send(room.clone(), intro, case.number.manner(Voice::System));
    room
}

/// The room is there, or could not be opened.
pub(crate) fn on_receipt(
    turn: &mut Turn<'_>,
    case: &mut Case,
    receipt: &ReceiptEvent,
) -> Result<(), Interrupt> {
    match &receipt.outcome {
        DeliveryOutcome::Delivered(Receipt { place: Some(place), link, .. }) => {
            case.set_room(place.clone().into(), link.clone());
            turn.put(&case.number, case)?;
            if receipt.tag.label == RENEWED {
                let args =
                    [("number", case.number.get().into()), ("link", link.as_deref().unwrap_or("").into())];
                tell_home(turn, case, "handoff-room-renewed", &args);
            }
            if case.state() != State::Closed {
                turn.bind(place, None, case.number.lane(), Tag::new(NAME, LABEL, case.number))?;
            }
        }
        DeliveryOutcome::Undeliverable { why, .. } => {
            case.refuse_room();
            turn.put(&case.number, case)?;
            let args = [("number", case.number.get().into()), ("why", why.into())];
            tell_home(turn, case, "handoff-room-lost", &args);
        }
        DeliveryOutcome::Delivered(_) | DeliveryOutcome::Withdrawn => {}
    }
    Ok(())
}

/// Somebody removed the room: another opens when the customer writes again.
pub(crate) fn on_removed(turn: &mut Turn<'_>) -> Decision {
    let Some(number) = case_here(turn) else { return Ok(Outcome::Pass) };
    let Some(mut case) = turn.get::<Case>(&number)? else { return Ok(Outcome::Pass) };
    case.lose_room();
    turn.put(&number, &case)?;
    turn.unbind(&turn.event().place, None)?;
    tell_home(turn, &case, "handoff-room-removed", &[("number", number.get().into())]);
    Ok(Outcome::Handled)
}

/// Says something about a case where staff work, outside its room.
pub(crate) fn tell_home(turn: &mut Turn<'_>, case: &Case, key: &str, args: &[(&str, Arg<'_>)]) {
    if let Some(home) = turn.community().staff_home.clone() {
        let words = turn.say_to_staff(key, args);
        turn.send(home, words, case.number.manner(Voice::System));
    }
}

/// Closes the room for good: what is said there is nobody's from now on.
pub(crate) fn shut(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    let Some(room) = case.room().map(|leg| leg.place.clone()) else { return Ok(()) };
    if let PlaceRef::At(place) = &room {
        turn.unbind(place, None)?;
    }
    turn.effect(Effect::SetRoomState { room, open: false }, case.number.manner(Voice::System));
    Ok(())
}

/// The case in whose room the event happened.
pub(crate) fn case_here(turn: &Turn<'_>) -> Option<CaseNumber> {
    let tag = &turn.binding()?.tag;
    (tag.feature == NAME && tag.label == LABEL).then(|| CaseNumber::parse(&tag.subject))?
}
