//! The relay: words of one side, said to the other.

use fireside_core::event::{Reaction, ReactionChange, ReceiptEvent};
use fireside_core::turn::Interrupt;
use fireside_core::turn::effects::Manner;
use fireside_core::{
    Author, Capability, Decision, DeliveryOutcome, Effect, Message, MessageId, Obstacle, Outcome, Outgoing,
    PlaceRef, Turn, Voice, text,
};

use crate::case::{Case, CaseNumber, State, shown_name};
use crate::feature::NAME;
use crate::mirror::{self, Copying};
use crate::{open, rooms};

/// What a customer's words on their way to the room are called.
pub(crate) const TO_ROOM: &str = "to_room";
/// What staff's words on their way to the customer are called.
pub(crate) const TO_CUSTOMER: &str = "to_customer";
/// What a change of a copy is called.
pub(crate) const CHANGED: &str = "changed";
/// Begins what staff say among themselves.
const INTERNAL: &str = "//";
/// Begins what was meant for the bot.
const COMMAND: char = '/';

/// The open case that what happened here belongs to, and whether it happened on
/// the customer's side or in its room.
fn case_here(turn: &mut Turn<'_>) -> Result<Option<(Case, String)>, Interrupt> {
    let Some(tag) = turn.binding().map(|binding| binding.tag.clone()).filter(|tag| tag.feature == NAME)
    else {
        return Ok(None);
    };
    let Some(number) = CaseNumber::parse(&tag.subject) else { return Ok(None) };
    let case = turn.get::<Case>(&number)?.filter(|case| case.state() != State::Closed);
    Ok(case.map(|case| (case, tag.label)))
}

/// Something was said in a place that may belong to a case.
pub(crate) fn on_message(turn: &mut Turn<'_>, message: &Message) -> Decision {
    let Some((case, side)) = case_here(turn)? else { return Ok(Outcome::Pass) };
    match side.as_str() {
        open::CUSTOMER => to_room(turn, case, message)?,
        rooms::LABEL if turn.is_staff() => to_customer(turn, &case, message)?,
        rooms::LABEL if was_staff(turn) => {
            turn.answer_public(turn.say_to_staff("handoff-not-confirmed", &[]));
        }
        _ => {}
    }
    Ok(Outcome::Handled)
}

/// A message was changed: so is its copy, if it has one.
pub(crate) fn on_edited(turn: &mut Turn<'_>, message: &Message) -> Decision {
    let Some((case, side)) = case_here(turn)? else { return Ok(Outcome::Pass) };
    let Some(id) = &message.id else { return Ok(Outcome::Handled) };
    let mut copies = mirror::copies_of(turn, id)?.into_iter();
    let Some(copy) = copies.next() else { return Ok(Outcome::Handled) };
    let content = match side.as_str() {
        open::CUSTOMER => from_customer(turn, message),
        rooms::LABEL if turn.is_staff() && aim(message) == Aim::Customer => from_staff(turn, &case, message),
        _ => None,
    };
    if let Some(content) = content.filter(|content| !content.text.is_blank()) {
        // The files stay as they are: only words can be changed everywhere.
        let content = Outgoing { files: Vec::new(), ..content };
        let voice = if side == open::CUSTOMER { Voice::Customer } else { Voice::Staff };
        let manner = case.number.manner(voice).tagged(CHANGED, case.number);
        turn.effect(Effect::Edit { message: copy, content }, manner);
    }
    Ok(Outcome::Handled)
}

/// A message was removed, and so is its copy. Nobody says who did it: that it
/// has a copy says that it belongs to a case.
pub(crate) fn on_deleted(turn: &mut Turn<'_>, id: &MessageId) -> Decision {
    let copies = mirror::copies_of(turn, id)?;
    let outcome = if copies.is_empty() { Outcome::Pass } else { Outcome::Handled };
    for message in copies {
        turn.effect(Effect::Delete { message }, Manner::of(Voice::System));
    }
    Ok(outcome)
}

/// A customer's reaction is shown on the copy. Those of staff stay among staff:
/// a face made at a message is not meant for its author.
pub(crate) fn on_reaction(turn: &mut Turn<'_>, reaction: &Reaction) -> Decision {
    let Some((case, side)) = case_here(turn)? else { return Ok(Outcome::Pass) };
    if side != open::CUSTOMER {
        return Ok(Outcome::Handled);
    }
    let Some(message) = mirror::of(turn, &reaction.message)? else { return Ok(Outcome::Handled) };
    let platform = &message.place().platform;
    if turn.capabilities(platform).can(Capability::Reactions) {
        let emoji = reaction.emoji.clone();
        let effect = match reaction.change {
            ReactionChange::Added => Effect::React { message, emoji },
            ReactionChange::Removed => Effect::Unreact { message, emoji },
            // Whose it was is not said; those of others may be gone, the customer's or not.
            ReactionChange::Cleared => return Ok(Outcome::Handled),
        };
        turn.effect(effect, case.number.manner(Voice::Customer));
    }
    Ok(Outcome::Handled)
}

/// Whether the actor was staff when the platform last said so: too long ago to
/// speak for the brand, but no stranger who is left without a word.
fn was_staff(turn: &Turn<'_>) -> bool {
    let actor = &turn.event().actor;
    actor.authority.as_ref().is_some_and(|authority| turn.community().is_staff(actor, authority.as_of))
}

/// A customer's words go to the room. One that was removed is opened again;
/// where there can't be one, they go to where staff work.
fn to_room(turn: &mut Turn<'_>, mut case: Case, message: &Message) -> Result<(), Interrupt> {
    let Some(content) = from_customer(turn, message) else { return Ok(()) };
    if case.wants_room() {
        rooms::renew(turn, &mut case)?;
    }
    let home = || turn.community().staff_home.clone().map(Into::into);
    let Some(place) = case.room().map(|leg| leg.place.clone()).or_else(home) else { return Ok(()) };
    let manner = case.number.manner(Voice::Customer).tagged(TO_ROOM, case.number);
    copy(turn, message, place, content, manner)
}

/// Staff's words go to the customer, but for those that are meant for staff or
/// for the bot; before anybody has joined, none do.
fn to_customer(turn: &mut Turn<'_>, case: &Case, message: &Message) -> Result<(), Interrupt> {
    match aim(message) {
        Aim::Staff => return Ok(()),
        Aim::Bot => {
            turn.answer_public(turn.say_to_staff("handoff-looks-like-command", &[]));
            return Ok(());
        }
        Aim::Customer if case.owner().is_none() => {
            let args = [("number", case.number.get().into())];
            turn.answer_public(turn.say_to_staff("handoff-join-first", &args));
            return Ok(());
        }
        Aim::Customer => {}
    }
    let Some(leg) = case.customer_leg() else { return Ok(()) };
    let Some(content) = from_staff(turn, case, message) else { return Ok(()) };
    let manner = case.number.manner(Voice::Staff).tagged(TO_CUSTOMER, case.number);
    copy(turn, message, leg.place.clone(), content, manner)
}

/// For whom something said in a room is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Aim {
    Customer,
    Staff,
    Bot,
}

fn aim(message: &Message) -> Aim {
    let words = message.text.to_plain();
    let seen = words.trim_start_matches(|c: char| text::is_blank(c.encode_utf8(&mut [0; 4])));
    if seen.starts_with(INTERNAL) {
        Aim::Staff
    } else if seen.starts_with(COMMAND) {
        Aim::Bot
    } else {
        Aim::Customer
    }
}

/// What the actor, a customer, said, as staff read it.
fn from_customer(turn: &Turn<'_>, message: &Message) -> Option<Outgoing> {
    let actor = &turn.event().actor;
    let author = Author { name: shown_name(actor), avatar_url: actor.avatar_url.clone() };
    Some(turn.carry(message, &turn.community().locale)?.author(author))
}

/// What the actor, of staff, said, as the customer reads it.
fn from_staff(turn: &Turn<'_>, case: &Case, message: &Message) -> Option<Outgoing> {
    let name = shown_name(&turn.event().actor);
    let args = [("name", (&name).into()), ("brand", (&turn.community().name).into())];
    let author = turn.say_in(&case.locale, "handoff-author", &args);
    Some(turn.carry(message, &case.locale)?.author(author))
}

/// Says on the other side what was said here, as an answer to the copy of what
/// it answers.
fn copy(
    turn: &mut Turn<'_>,
    message: &Message,
    to: PlaceRef,
    content: Outgoing,
    manner: Manner,
) -> Result<(), Interrupt> {
    let answered = match &message.reply_to {
        Some(id) => mirror::of(turn, id)?,
        None => None,
    };
    let content = content.reply_to(answered);
    let delivery = turn.send(to.clone(), content.clone(), manner);
    mirror::begin(turn, message, delivery, to, content)
}

/// Words that could not be brought over, or may have been brought over twice:
/// staff are told. Notices like these ask for no receipt, so that none is ever
/// about another.
pub(crate) fn on_receipt(
    turn: &mut Turn<'_>,
    case: &mut Case,
    receipt: &ReceiptEvent,
) -> Result<(), Interrupt> {
    let copying = mirror::take(turn, &receipt.delivery)?;
    match (&receipt.outcome, copying) {
        (DeliveryOutcome::Delivered(done), Some(copying)) => mirror::arrived(turn, &copying, done)?,
        (DeliveryOutcome::Undeliverable { obstacle: Obstacle::Gone, .. }, Some(copying))
            if receipt.tag.label == TO_ROOM && case.state() != State::Closed && !case.is_roomless() =>
        {
            return say_in_new_room(turn, case, copying);
        }
        _ => {}
    }
    tell_trouble(turn, case, receipt);
    Ok(())
}

/// The room is gone: another is opened, and what was for the old one is said in
/// it. Of several such words the first opens the room.
fn say_in_new_room(turn: &mut Turn<'_>, case: &mut Case, copying: Copying) -> Result<(), Interrupt> {
    let gone = PlaceRef::At(turn.event().place.clone());
    if case.room().is_none_or(|leg| leg.place == gone) {
        rooms::renew(turn, case)?;
    }
    let Some(room) = case.room().map(|leg| leg.place.clone()) else { return Ok(()) };
    let content = copying.content.clone().reply_to(None);
    let manner = case.number.manner(Voice::Customer).tagged(TO_ROOM, case.number);
    let delivery = turn.send(room, content, manner);
    turn.put(&delivery, &copying)
}

/// Staff are told of words that did not arrive, or may have arrived twice.
fn tell_trouble(turn: &mut Turn<'_>, case: &Case, receipt: &ReceiptEvent) {
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
        (CHANGED, Some(room)) => {
            let words = turn.say_to_staff("handoff-not-changed", &args);
            turn.send(room, words, case.number.manner(Voice::System));
        }
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
