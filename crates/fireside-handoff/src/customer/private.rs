//! Going private: a case that was begun among others goes on where nobody else
//! reads. Until the private place is there it is spoken where it was; from then
//! on what the customer says among others is theirs alone.

use fireside_core::event::ReceiptEvent;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Account, Capability, Decision, DeliveryOutcome, Effect, Outcome, Place, PlaceRef, Platform, Receipt,
    RoomPlan, Span, Text, Turn, Voice,
};

use crate::case::Case;
use crate::lifecycle;

/// What the delivery of a room for a customer alone is called.
pub(super) const ROOM: &str = "private_room";
/// What the first words in a customer's private chat are called.
pub(super) const CHAT: &str = "private_chat";

/// Whether somebody on a platform can have a place of their own: what is said in
/// a private chat that is not the community's would be lost.
pub(super) fn is_possible(turn: &Turn<'_>, platform: &Platform) -> bool {
    turn.capabilities(platform).can(Capability::PrivateRooms)
        || turn.community().hears_private_chats(platform)
}

/// Opens a place of their own for the actor, whose case it is, and who is among
/// others: a room where there can be one, else their private chat. Where only
/// they themselves can begin that, nothing is done.
pub(super) fn begin(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    let event = turn.event();
    let account = event.actor.account.clone();
    if case.awaits_private() {
        return Ok(());
    }
    if turn.capabilities(&event.place.platform).can(Capability::PrivateRooms) {
        open_room(turn, case, &event.place.parent(), account);
        lifecycle::keep(turn, case)
    } else {
        say_in_chat(turn, case, &account);
        Ok(())
    }
}

fn open_room(turn: &mut Turn<'_>, case: &mut Case, within: &Place, account: Account) {
    let manner = || case.number.manner(Voice::System);
    let plan = RoomPlan { is_private: true, ..RoomPlan::new(within.clone(), case.room_name()) };
    let delivery = turn.open_room(plan, manner().tagged(ROOM, case.number));
    let room = PlaceRef::Opened { delivery, within: within.clone() };
    turn.add_member(room.clone(), account.clone(), manner());
    let mention = Span::Mention { account: account.clone(), name: case.name.clone() };
    let words = Text(vec![mention]).then(": ").then(goes_on(turn, case));
    turn.send(room.clone(), words, manner());
    case.awaits(room, account);
}

fn say_in_chat(turn: &mut Turn<'_>, case: &Case, account: &Account) {
    if !turn.community().hears_private_chats(&account.platform) {
        return stays_here(turn, case, "handoff-private-never");
    }
    let words = goes_on(turn, case);
    let manner = case.number.manner(Voice::System).tagged(CHAT, case.number);
    turn.send(account.private_place(), words, manner);
}

fn goes_on(turn: &Turn<'_>, case: &Case) -> String {
    turn.say_in(&case.locale, "handoff-private-here", &[("number", case.number.get().into())])
}

/// The room for the customer alone is there, or could not be opened: then their
/// private chat is tried.
pub(super) fn on_room(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some(mut case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    let awaited = case.awaited_by(&receipt.delivery).cloned();
    if awaited.is_some() {
        case.awaits_no_more();
        lifecycle::keep(turn, &case)?;
    }
    let awaited = awaited.filter(|_| case.is_open());
    match (&receipt.outcome, awaited) {
        (DeliveryOutcome::Delivered(Receipt { place: Some(place), link, .. }), Some(account)) => {
            go_on_in(turn, &mut case, place.clone(), &account, link.clone())?;
        }
        (DeliveryOutcome::Delivered(Receipt { place: Some(place), .. }), None) => {
            // The case has ended while it opened: nobody reads there.
            let room = PlaceRef::At(place.clone());
            turn.effect(Effect::SetRoomState { room, open: false }, case.number.manner(Voice::System));
        }
        (DeliveryOutcome::Undeliverable { .. }, Some(account)) => say_in_chat(turn, &case, &account),
        _ => {}
    }
    Ok(Outcome::Handled)
}

/// The customer can be written to in their private chat, or can't: then they are
/// answered where they are.
pub(super) fn on_chat(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some(mut case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    let leg = case.customer_leg().filter(|leg| case.is_open() && !leg.is_private).cloned();
    let Some(leg) = leg else { return Ok(Outcome::Handled) };
    match (&receipt.outcome, leg.account) {
        (DeliveryOutcome::Delivered(done), Some(account)) => {
            let place = done.place.clone().unwrap_or_else(|| account.private_place());
            go_on_in(turn, &mut case, place, &account, done.link.clone())?;
        }
        (DeliveryOutcome::Undeliverable { .. }, Some(_)) => {
            stays_here(turn, &case, "handoff-private-impossible");
        }
        _ => {}
    }
    Ok(Outcome::Handled)
}

/// The customer, who is among others, is told that they are answered there.
fn stays_here(turn: &mut Turn<'_>, case: &Case, key: &str) {
    let Some(leg) = case.customer_leg().cloned() else { return };
    let Some(account) = leg.account else { return };
    let said = turn.say_in(&case.locale, key, &[]);
    let words = Text(vec![Span::Mention { account, name: case.name.clone() }]).then(": ").then(said);
    turn.send(leg.place, words, case.number.manner(Voice::System));
}

/// The case goes on in a private place, and nowhere among others.
pub(super) fn go_on_in(
    turn: &mut Turn<'_>,
    case: &mut Case,
    place: Place,
    account: &Account,
    link: Option<String>,
) -> Result<(), Interrupt> {
    case.awaits_no_more();
    for leg in case.leave_public() {
        turn.unbind(leg.place.anchor(), leg.account.as_ref())?;
    }
    case.speaks_in(place.into(), account.clone(), true);
    case.set_customer_link(link);
    if let Some(leg) = case.customer_leg() {
        lifecycle::bind(turn, case, leg)?;
    }
    lifecycle::keep(turn, case)
}
