//! A room is closed and opened with its case; what people do to it on the
//! platform is noticed.

use fireside_core::event::{ReceiptEvent, RoomChange};
use fireside_core::turn::Interrupt;
use fireside_core::{
    Decision, DeliveryOutcome, Effect, Event, EventKind, Obstacle, Outcome, PlaceRef, Tag, Turn, Voice, text,
};

use super::shown::Shown;
use super::{LABEL, banner, card, case_here, opening, stranded, tags, tell_home};
use crate::case::Case;
use crate::feature::NAME;
use crate::lifecycle;

/// What the opening of a closed room is called.
pub(super) const OPENED_AGAIN: &str = "room_opened_again";
/// The longest name that is shown, in characters as a reader counts them.
const NAME_LEN_MAX: usize = 60;

/// Closes the room with its case: what stands in it says so, and what is said
/// there is nobody's from now on.
pub(crate) fn shut(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    stranded::room_is_free(turn, case.number)?;
    let Some(room) = case.room_place() else { return Ok(()) };
    if let PlaceRef::At(place) = &room {
        turn.unbind(place, None)?;
    }
    // Before the room closes: in a closed one nothing can be changed.
    if let Some(mut shown) = turn.get::<Shown>(&case.number)? {
        banner::show(turn, case, &mut shown)?;
        if card::is_first_words(case) {
            card::show_card(turn, case, &mut shown)?;
        }
        tags::show(turn, case, &mut shown);
        turn.put(&case.number, &shown)?;
    }
    turn.effect(Effect::SetRoomState { room, open: false }, case.number.manner(Voice::System));
    Ok(())
}

/// Opens the room of a case that goes on after its end; another where it has
/// none any more.
pub(crate) fn reopen(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    let Some(room) = case.room_place() else { return opening::renew(turn, case) };
    if let PlaceRef::At(place) = &room {
        turn.bind(place, None, case.number.lane(), Tag::new(NAME, LABEL, case.number))?;
    }
    ask_to_open(turn, case, room);
    Ok(())
}

/// A room that somebody closed by hand is opened again: there is something to
/// say in it.
pub(super) fn open_if_closed(turn: &mut Turn<'_>, case: &Case) {
    if case.room().is_some_and(|room| room.closed_by.is_some())
        && let Some(room) = case.room_place()
    {
        ask_to_open(turn, case, room);
    }
}

/// Asks for a room to be opened again.
pub(super) fn ask_to_open(turn: &mut Turn<'_>, case: &Case, room: PlaceRef) {
    let manner = case.number.manner(Voice::System).tagged(OPENED_AGAIN, case.number);
    turn.effect(Effect::SetRoomState { room, open: true }, manner);
}

/// A room is open again, or could not be opened.
pub(super) fn on_opened_again(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some(mut case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    // Of a room that has given way to another nothing is done any more.
    let here = PlaceRef::At(turn.event().place.clone());
    let Some(room) = case.room_place().filter(|room| *room == here && case.is_open()) else {
        return Ok(Outcome::Handled);
    };
    match &receipt.outcome {
        DeliveryOutcome::Delivered(_) => is_open_again(turn, &mut case, room)?,
        DeliveryOutcome::Undeliverable { obstacle: Obstacle::Gone, .. } => {
            turn.unbind(&turn.event().place, None)?;
            opening::renew(turn, &mut case)?;
        }
        DeliveryOutcome::Undeliverable { why, .. } => {
            stays_closed(turn, &mut case, why)?;
        }
        DeliveryOutcome::Withdrawn => {}
    }
    Ok(Outcome::Handled)
}

/// Staff are told that the room had been closed.
fn is_open_again(turn: &mut Turn<'_>, case: &mut Case, room: PlaceRef) -> Result<(), Interrupt> {
    if let Some(mut shown) = turn.get::<Shown>(&case.number)?.filter(|shown| shown.is_stuck) {
        shown.is_stuck = false;
        turn.put(&case.number, &shown)?;
    }
    let closed_by = case.room_mut().and_then(|room| room.closed_by.take());
    let Some(name) = closed_by else { return Ok(()) };
    turn.put(&case.number, case)?;
    let key = if name.is_empty() { "handoff-room-was-closed" } else { "handoff-room-closed-by" };
    let words = turn.say_to_staff(key, &[("name", (&name).into())]);
    turn.send(room, words, case.number.manner(Voice::System));
    Ok(())
}

/// The room is closed and the bot can't open it: staff are told so once, until
/// it was open again.
pub(super) fn stays_closed(turn: &mut Turn<'_>, case: &mut Case, why: &str) -> Result<(), Interrupt> {
    if let Some(room) = case.room_mut().filter(|room| room.closed_by.is_none()) {
        room.closed_by = Some(String::new());
        turn.put(&case.number, case)?;
    }
    let Some(mut shown) = turn.get::<Shown>(&case.number)?.filter(|shown| !shown.is_stuck) else {
        return Ok(());
    };
    shown.is_stuck = true;
    turn.put(&case.number, &shown)?;
    let number = ("number", case.number.get().into());
    tell_home(turn, case, "handoff-room-stays-closed", &[number, ("why", why.into())]);
    Ok(())
}

/// Somebody closed, opened or removed a room.
pub(super) fn on_event(turn: &mut Turn<'_>, event: &Event) -> Decision {
    let EventKind::Room(change) = &event.kind else { return Ok(Outcome::Pass) };
    let Some(number) = case_here(turn) else { return Ok(Outcome::Pass) };
    let Some(mut case) = turn.get::<Case>(&number)?.filter(Case::is_open) else { return Ok(Outcome::Pass) };
    if case.room_place() != Some(PlaceRef::At(event.place.clone())) {
        // One that has given way to another.
        if *change == RoomChange::Removed {
            turn.unbind(&event.place, None)?;
        }
        return Ok(Outcome::Handled);
    }
    match change {
        RoomChange::Removed => on_removed(turn, &mut case)?,
        RoomChange::Closed => {
            let name = text::cleaned(&event.actor.name, NAME_LEN_MAX);
            note_closed(turn, &mut case, Some(name))?;
        }
        RoomChange::Reopened => note_closed(turn, &mut case, None)?,
        RoomChange::Moved { .. } => return Ok(Outcome::Pass),
    }
    Ok(Outcome::Handled)
}

fn note_closed(turn: &mut Turn<'_>, case: &mut Case, by: Option<String>) -> Result<(), Interrupt> {
    let Some(room) = case.room_mut().filter(|room| room.closed_by != by) else { return Ok(()) };
    room.closed_by = by;
    turn.put(&case.number, case)
}

/// Somebody removed the room: another opens when there is something to say.
fn on_removed(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    if card::is_first_words(case) {
        case.card = None;
    }
    case.lose_room();
    case.banner = None;
    turn.put(&case.number, case)?;
    turn.unbind(&turn.event().place, None)?;
    tell_home(turn, case, "handoff-room-removed", &[("number", case.number.get().into())]);
    Ok(())
}
