//! Where a customer is answered who called among others: there, or in private.

use std::time::Duration;

use fireside_core::turn::Interrupt;
use fireside_core::{Audience, Button, Decision, Outcome, Turn};

use super::again::speak_here;
use super::call::to_actor;
use super::private;
use crate::case::{Case, CaseNumber};
use crate::lifecycle;

/// The action of the button that chooses the place it is in.
pub(super) const HERE: &str = "here";
/// The action of the button that chooses a place of their own.
pub(super) const PRIVATE: &str = "private";
/// How long can be chosen.
const LIFETIME: Duration = Duration::from_hours(7 * 24);

/// The button *Answer me here*.
pub(super) fn here_button(turn: &mut Turn<'_>, case: &Case) -> Result<Button, Interrupt> {
    let label = turn.say_in(&case.locale, "handoff-button-here", &[]);
    turn.button(label, HERE, case.number, Some(&case.number.lane()), LIFETIME)
}

/// The button *Talk in private*, for a place among others: it brings who presses
/// it into their private chat, where it can.
pub(super) fn private_button(turn: &mut Turn<'_>, case: &Case) -> Result<Button, Interrupt> {
    let label = turn.say_in(&case.locale, "handoff-button-private", &[]);
    Ok(turn.button(label, PRIVATE, case.number, Some(&case.number.lane()), LIFETIME)?.in_private())
}

/// The open case that a pressed button is about, if it is the presser's.
pub(super) fn own_case(turn: &mut Turn<'_>, data: &str) -> Result<Option<Case>, Interrupt> {
    let case = match CaseNumber::parse(data) {
        Some(number) => turn.get::<Case>(&number)?.filter(Case::is_open),
        None => None,
    };
    let Some(case) = case else {
        turn.answer_no_longer_current();
        return Ok(None);
    };
    if turn.person()? != case.person {
        turn.refuse(turn.say("handoff-for-caller", &[]));
        return Ok(None);
    }
    Ok(Some(case))
}

/// The customer wants to be answered where the button is.
pub(super) fn on_here(turn: &mut Turn<'_>, data: &str) -> Decision {
    let Some(mut case) = own_case(turn, data)? else { return Ok(Outcome::Handled) };
    speak_here(turn, &mut case)?;
    lifecycle::keep(turn, &case)?;
    let said = to_actor(turn, turn.say("handoff-here", &[("number", case.number.get().into())]));
    turn.answer(said);
    Ok(Outcome::Handled)
}

/// The customer wants to talk in private. A press that comes from a private chat
/// has brought them where it goes on.
pub(super) fn on_private(turn: &mut Turn<'_>, data: &str) -> Decision {
    let Some(mut case) = own_case(turn, data)? else { return Ok(Outcome::Handled) };
    let event = turn.event();
    let number = [("number", case.number.get().into())];
    if event.audience == Audience::Private {
        private::go_on_in(turn, &mut case, event.place.clone(), &event.actor.account, None)?;
        turn.answer(turn.say("handoff-private-here", &number));
        return Ok(Outcome::Handled);
    }
    let said = if let Some(leg) = case.customer_leg().filter(|leg| leg.is_private) {
        let link = leg.link.as_deref().unwrap_or_default();
        turn.say("handoff-private-already", &[number[0], ("link", link.into())])
    } else {
        private::begin(turn, &mut case)?;
        turn.say("handoff-private-opening", &number)
    };
    // Who is in private is not told of among others.
    turn.refuse(said);
    Ok(Outcome::Handled)
}
