//! A call from somebody whose case is open: the place they call from becomes
//! one of the case's, and what they say with it reaches staff.

use fireside_core::turn::Interrupt;
use fireside_core::{Audience, Message, PlaceRef, Turn};

use super::call::to_actor;
use crate::case::{Case, Leg, State, Step};
use crate::{lifecycle, relay, time};

/// Goes on with the actor's open case.
pub(super) fn call(turn: &mut Turn<'_>, mut case: Case, message: &Message) -> Result<(), Interrupt> {
    turn.end_dialogue()?;
    let is_new = speak_here(turn, &mut case)?;
    take_up(turn, &mut case)?;
    if message.text.is_blank() {
        time::on_customer_called(turn, &mut case)?;
    }
    lifecycle::keep(turn, &case)?;
    let said = said(turn, &case, is_new);
    if !message.text.is_blank() {
        relay::to_room(turn, case, message)?;
    }
    let said = to_actor(turn, said);
    turn.answer(said);
    Ok(())
}

/// The actor speaks where they are from now on. Gives whether that is a place
/// in which they did not.
pub(super) fn speak_here(turn: &mut Turn<'_>, case: &mut Case) -> Result<bool, Interrupt> {
    let event = turn.event();
    let here = PlaceRef::At(event.place.clone());
    let account = &event.actor.account;
    let is_here = |leg: &Leg| leg.place == here && leg.account.as_ref() == Some(account);
    let is_new = !case.customer_legs().any(is_here);
    case.speaks_in(here, account.clone(), event.audience == Audience::Private);
    if is_new && let Some(leg) = case.customer_leg() {
        lifecycle::bind(turn, case, leg)?;
    }
    Ok(is_new)
}

/// The customer is there and wants it to go on, whatever it waited for.
pub(crate) fn take_up(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    let step = match case.state() {
        State::Snoozed => Step::Wake,
        State::Parked => Step::Resume,
        State::Waiting | State::Active | State::Closed => return Ok(()),
    };
    // It can be taken from where the case stands: nothing is refused.
    let _ = lifecycle::take(turn, case, step)?;
    Ok(())
}

fn said(turn: &Turn<'_>, case: &Case, is_new: bool) -> String {
    let owner = case.owner().map_or("", |owner| owner.name.as_str());
    let key = match (owner.is_empty(), is_new) {
        (true, false) => "handoff-open-waiting",
        (false, false) => "handoff-open-active",
        (true, true) => "handoff-open-waiting-here",
        (false, true) => "handoff-open-active-here",
    };
    turn.say(key, &[("number", case.number.get().into()), ("name", owner.into())])
}
