//! The relay: words of one side, said to the other.

use fireside_core::event::ReceiptEvent;
use fireside_core::{Author, Decision, DeliveryOutcome, Message, Outcome, Turn, Voice, text};

use crate::case::{Case, CaseNumber, State, shown_name};
use crate::feature::NAME;
use crate::{open, rooms};

/// What a customer's words on their way to the room are called.
pub(crate) const TO_ROOM: &str = "to_room";
/// What staff's words on their way to the customer are called.
pub(crate) const TO_CUSTOMER: &str = "to_customer";
/// Begins what staff say among themselves.
const INTERNAL: &str = "//";
/// Begins what was meant for the bot.
const COMMAND: char = '/';

/// Something was said in a place that may belong to a case.
pub(crate) fn on_message(turn: &mut Turn<'_>, message: &Message) -> Decision {
    let Some(tag) = turn.binding().map(|binding| binding.tag.clone()).filter(|tag| tag.feature == NAME)
    else {
        return Ok(Outcome::Pass);
    };
    let Some(number) = CaseNumber::parse(&tag.subject) else { return Ok(Outcome::Pass) };
    let Some(case) = turn.get::<Case>(&number)?.filter(|case| case.state() != State::Closed) else {
        return Ok(Outcome::Pass);
    };
    match tag.label.as_str() {
        open::CUSTOMER => to_room(turn, &case, message),
        rooms::LABEL if turn.is_staff() => to_customer(turn, &case, message),
        rooms::LABEL if was_staff(turn) => {
            turn.answer_public(turn.say_to_staff("handoff-not-confirmed", &[]));
        }
        _ => {}
    }
    Ok(Outcome::Handled)
}

/// Whether the actor was staff when the platform last said so: too long ago to
/// speak for the brand, but no stranger who is left without a word.
fn was_staff(turn: &Turn<'_>) -> bool {
    let actor = &turn.event().actor;
    actor.authority.as_ref().is_some_and(|authority| turn.community().is_staff(actor, authority.as_of))
}

/// A customer's words go to the room; where there is none, to where staff work.
fn to_room(turn: &mut Turn<'_>, case: &Case, message: &Message) {
    let home = || turn.community().staff_home.clone().map(Into::into);
    let Some(place) = case.room().map(|leg| leg.place.clone()).or_else(home) else { return };
    let Some(content) = turn.carry(message, &turn.community().locale) else { return };
    let actor = &turn.event().actor;
    let content = content.author(Author { name: shown_name(actor), avatar_url: actor.avatar_url.clone() });
    turn.send(place, content, case.number.manner(Voice::Customer).tagged(TO_ROOM, case.number));
}

/// Staff's words go to the customer, but for those that are meant for staff or
/// for the bot; before anybody has joined, none do.
fn to_customer(turn: &mut Turn<'_>, case: &Case, message: &Message) {
    let words = message.text.to_plain();
    let seen = words.trim_start_matches(|c: char| text::is_blank(c.encode_utf8(&mut [0; 4])));
    if seen.starts_with(INTERNAL) {
        return;
    }
    if seen.starts_with(COMMAND) {
        turn.answer_public(turn.say_to_staff("handoff-looks-like-command", &[]));
        return;
    }
    if case.owner().is_none() {
        let args = [("number", case.number.get().into())];
        turn.answer_public(turn.say_to_staff("handoff-join-first", &args));
        return;
    }
    let Some(leg) = case.customer_leg() else { return };
    let Some(content) = turn.carry(message, &case.locale) else { return };
    let name = shown_name(&turn.event().actor);
    let args = [("name", (&name).into()), ("brand", (&turn.community().name).into())];
    let content = content.author(turn.say_in(&case.locale, "handoff-author", &args));
    let manner = case.number.manner(Voice::Staff).tagged(TO_CUSTOMER, case.number);
    turn.send(leg.place.clone(), content, manner);
}

/// Words that could not be brought over, or may have been brought over twice:
/// staff are told. Notices like these ask for no receipt, so that none is ever
/// about another.
pub(crate) fn on_receipt(turn: &mut Turn<'_>, case: &Case, receipt: &ReceiptEvent) {
    let label = receipt.tag.label.as_str();
    let (sentence, why) = match &receipt.outcome {
        DeliveryOutcome::Undeliverable { why, .. } => ("handoff-not-delivered", why.as_str()),
        DeliveryOutcome::Delivered(receipt) if receipt.ambiguous && label == TO_CUSTOMER => {
            ("handoff-maybe-twice", "")
        }
        DeliveryOutcome::Delivered(_) | DeliveryOutcome::Withdrawn => return,
    };
    let (number, name) = (("number", case.number.get().into()), ("name", (&case.name).into()));
    let args = [number, name, ("why", why.into())];
    let room = case.room().map(|leg| leg.place.clone());
    match (label, room) {
        (TO_CUSTOMER, Some(room)) => {
            let words = turn.say_to_staff(sentence, &args);
            turn.send(room, words, case.number.manner(Voice::System));
        }
        (TO_CUSTOMER, None) => rooms::tell_home(turn, case, sentence, &args),
        (_, Some(_)) => rooms::tell_home(turn, case, "handoff-not-shown", &args),
        // Without a room staff were told so, and read the words where they work.
        (_, None) => {}
    }
}
