//! Opening: the card goes up, the room opens, and says what it is for.

use fireside_core::turn::Interrupt;
use fireside_core::{
    Capability, DeliveryId, Effect, MessageId, MessageRef, Outgoing, Place, PlaceRef, RoomPlan, Turn, Voice,
};

use super::early::Opening;
use super::shown::Shown;
use super::{LABEL, banner, card, endings, members, met, state, tags};
use crate::case::{Case, LineOf};
use crate::relay::{self, Copying};
use crate::settings::{Rooms, Settings};

/// Puts up the card of a case and opens its room, and says in it what the
/// customer said, in a message or not.
pub(crate) fn open(
    turn: &mut Turn<'_>,
    case: &mut Case,
    said_in: Option<&MessageId>,
    line: Option<LineOf>,
) -> Result<(), Interrupt> {
    met::note(turn, &case.person)?;
    let mut shown = Shown::nothing(turn);
    shown.hear(turn, case);
    put_up(turn, case, &mut shown, LABEL)?;
    turn.put(&case.number, &shown)?;
    let Some(room) = case.room_place().filter(|_| !case.words.is_empty()) else { return Ok(()) };
    let words = Outgoing::of(case.words.as_str()).author(case.name.as_str());
    let originals = turn.message_ref(said_in).into_iter().collect();
    relay::say_to_staff(turn, case, &room, relay::TO_ROOM, Copying::of(originals, words, line))
}

/// Opens another room for a case that has lost its own, from a new card. The
/// old card goes away. The old room may only be out of reach for a while: what
/// it says of where words go stays true, so it is the case's still.
pub(crate) fn renew(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    if let Some(message) = case.card.take() {
        turn.effect(Effect::Delete { message }, case.number.manner(Voice::System));
    }
    let known = turn.get::<Shown>(&case.number)?;
    let mut shown = known.unwrap_or_else(|| Shown::nothing(turn));
    shown.mended = Some(turn.now());
    shown.tags.clear();
    put_up(turn, case, &mut shown, endings::RENEWED)?;
    turn.put(&case.number, &shown)?;
    turn.put(&case.number, case)
}

/// Where the customer's words are shown to staff: in the room, which is renewed
/// or opened again where somebody took it away or closed it; without one, where
/// staff work. The case may have changed.
pub(crate) fn for_words(turn: &mut Turn<'_>, case: &mut Case) -> Result<Option<PlaceRef>, Interrupt> {
    if case.wants_room() {
        renew(turn, case)?;
    } else {
        state::open_if_closed(turn, case);
    }
    let home = turn.community().staff_home.clone();
    Ok(case.room_place().or_else(|| home.map(PlaceRef::At)))
}

fn put_up(turn: &mut Turn<'_>, case: &mut Case, shown: &mut Shown, label: &str) -> Result<(), Interrupt> {
    let Some(home) = turn.community().staff_home.clone() else { return Ok(()) };
    match turn.settings::<Settings>()?.rooms {
        Rooms::Post => {
            let forum = turn.community().staff_forum.clone().unwrap_or_else(|| home.clone());
            if turn.capabilities(&forum.platform).can(Capability::RoomTags) {
                return post(turn, case, shown, &forum, label);
            }
        }
        Rooms::Private | Rooms::Thread => {}
    }
    let card = card::post(turn, case, shown, &home)?;
    beside(turn, case, shown, (&home, MessageRef::Sent { delivery: card, to: home.clone().into() }), label)
}

/// Opens a room of which the card is the first words.
fn post(
    turn: &mut Turn<'_>,
    case: &mut Case,
    shown: &mut Shown,
    forum: &Place,
    label: &str,
) -> Result<(), Interrupt> {
    let opening = card::whole(turn, case, shown, true)?;
    let mut plan = RoomPlan::new(forum.clone(), case.room_name());
    plan.opening = Some(Box::new(opening));
    plan.tags = tags::of(turn, case);
    shown.tags.clone_from(&plan.tags);
    let delivery = ask_for(turn, case, plan, label)?;
    let room = PlaceRef::Opened { delivery: delivery.clone(), within: forum.clone() };
    case.card = Some(MessageRef::Sent { delivery, to: room.clone() });
    case.banner = None;
    case.set_room(room, None);
    Ok(())
}

/// Opens a room beside a card that may still be on its way, and says in it what
/// it is for.
pub(super) fn beside(
    turn: &mut Turn<'_>,
    case: &mut Case,
    shown: &mut Shown,
    (home, card): (&Place, MessageRef),
    label: &str,
) -> Result<(), Interrupt> {
    let capabilities = turn.capabilities(&home.platform);
    let wants_private = turn.settings::<Settings>()?.rooms == Rooms::Private;
    let is_private = wants_private && capabilities.can(Capability::PrivateRooms);
    let starts_from_card = capabilities.can(Capability::RoomsFromMessages) && !is_private;
    let plan = RoomPlan::new(home.clone(), case.room_name()).from_message(starts_from_card.then_some(card));
    let delivery = ask_for(turn, case, RoomPlan { is_private, ..plan }, label)?;
    let room = PlaceRef::Opened { delivery, within: home.clone() };
    case.set_room(room.clone(), None);
    banner::post(turn, case, shown, room.clone())?;
    if is_private {
        members::let_in(turn, case, &room)?;
    }
    Ok(())
}

fn ask_for(turn: &mut Turn<'_>, case: &Case, plan: RoomPlan, label: &str) -> Result<DeliveryId, Interrupt> {
    turn.put(&case.number, &Opening { case: case.number })?;
    let manner = case.number.manner(Voice::System).tagged(label, case.number);
    Ok(turn.open_room(plan, manner))
}
