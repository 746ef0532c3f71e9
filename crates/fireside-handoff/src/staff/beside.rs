//! `/join` with `where: customer`: staff come to the customer's own room.

use fireside_core::turn::Interrupt;
use fireside_core::{Capability, PlaceRef, Text, Turn, Voice};

use super::answer;
use crate::case::{Case, Leg, StaffMember};
use crate::lifecycle;

/// Lets the actor into the room where the customer speaks, if it is one that
/// people can be let into; else says why not, and where the customer is.
pub(super) fn join_customer(turn: &mut Turn<'_>, mut case: Case) -> Result<(), Interrupt> {
    if !case.is_open() {
        answer(turn, "handoff-already-closed", case.number, "");
        return Ok(());
    }
    let Some(leg) = case.customer_leg().cloned() else { return Ok(()) };
    let member = StaffMember::of(&turn.event().actor);
    if let Some(key) = refusal(turn, &leg, &member) {
        let said = Text::plain(turn.say(key, &[("name", (&case.name).into())]));
        turn.answer_private(with_link(turn, said, &leg));
        return Ok(());
    }
    turn.add_member(leg.place.clone(), member.account.clone(), case.number.manner(Voice::System));
    let is_news = case.beside_customer.iter().all(|known| known.account != member.account);
    if is_news {
        let args = [("name", (&member.name).into()), ("brand", (&turn.community().name).into())];
        let words = turn.say_in(&case.locale, "handoff-joined-here", &args);
        turn.send(leg.place.clone(), words, case.number.manner(Voice::System));
        case.is_seen_by(&member);
        case.beside_customer.push(member);
        lifecycle::keep(turn, &case)?;
    }
    let said = Text::plain(turn.say("handoff-you-joined-customer", &[("name", (&case.name).into())]));
    turn.answer_private(with_link(turn, said, &leg));
    Ok(())
}

/// Why nobody can be let in where the customer speaks, as a sentence.
fn refusal(turn: &Turn<'_>, leg: &Leg, member: &StaffMember) -> Option<&'static str> {
    let place = leg.place.anchor();
    let is_room = matches!(leg.place, PlaceRef::Opened { .. }) || place.thread.is_some();
    if !leg.is_private {
        Some("handoff-customer-in-public")
    } else if !is_room || !turn.capabilities(&place.platform).can(Capability::AddsMembers) {
        Some("handoff-customer-in-chat")
    } else if member.account.platform != place.platform {
        Some("handoff-customer-elsewhere")
    } else {
        None
    }
}

fn with_link(turn: &Turn<'_>, said: Text, leg: &Leg) -> Text {
    match &leg.link {
        Some(link) => {
            let here = turn.say("handoff-room-link", &[]);
            said.line(here).then(" ").then(Text::link(link.as_str(), link.as_str()))
        }
        None => said,
    }
}
