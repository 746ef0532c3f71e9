//! Outbound: what staff say, said to the customer.

use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{Account, Author, Message, MessageRef, Outgoing, PlaceRef, Text, Turn, Voice};
use serde::{Deserialize, Serialize};

use super::aim::{self, Aim};
use super::mirror::{self, Copying};
use super::{SHOWN, TO_CUSTOMER, parking};
use crate::case::{Case, CaseNumber, Speaker, StaffMember, State, Step, shown_name};
use crate::{lifecycle, record, time};

/// Whose name stands above words of staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signature {
    /// The member's of staff, and the brand's.
    Person,
    /// The brand's alone.
    Brand,
}

/// What a member of staff said last to a customer, kept under the case and the
/// member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastSaid {
    /// The message, as it stands in the room.
    pub original: MessageRef,
}

impl Record for LastSaid {
    const COLLECTION: &'static str = "last_said";
}

impl LastSaid {
    /// The path of what an account of staff said last in a case.
    pub fn path(case: CaseNumber, account: &Account) -> (CaseNumber, Account) {
        (case, account.clone())
    }
}

/// What somebody of staff said in the room goes to the customer if it is meant
/// for them.
pub(super) fn from_room(turn: &mut Turn<'_>, mut case: Case, message: &Message) -> Result<(), Interrupt> {
    match aim::of(turn, &case, message)? {
        Aim::Staff => {
            let name = shown_name(&turn.event().actor);
            record::said(turn, &case, Speaker::Note, &name, message).map(drop)
        }
        Aim::Bot => {
            turn.answer_public(turn.say_to_staff("handoff-looks-like-command", &[]));
            Ok(())
        }
        Aim::Customer => say(turn, &mut case, message, Signature::Person).map(drop),
    }
}

/// Says words of the actor, who is staff, to the customer of a case that is
/// open. What is said elsewhere than in its room is shown there. Who answers a
/// case that nobody has takes it on. Gives whether there was anything to say
/// that is not marked as internal.
pub(crate) fn say(
    turn: &mut Turn<'_>,
    case: &mut Case,
    message: &Message,
    signature: Signature,
) -> Result<bool, Interrupt> {
    if aim::is_internal(&message.text.to_plain()) {
        return Ok(false);
    }
    let Some(content) = content(turn, case, message, signature) else { return Ok(false) };
    let before = case.clone();
    if case.owner().is_none() {
        let member = StaffMember::of(&turn.event().actor);
        case.is_seen_by(&member);
        let _ = lifecycle::take(turn, case, Step::Claim(member))?;
    }
    let answers = case.unanswered_since;
    time::on_staff_answered(turn, case)?;
    if *case != before {
        lifecycle::keep(turn, case)?;
    }
    let actor = &turn.event().actor;
    let author = content.author.as_ref().map_or("", |author| author.name.as_str());
    let line = record::said(turn, case, Speaker::Staff, author, message)?;
    let here = PlaceRef::At(turn.event().place.clone());
    let room = case.room_place();
    // Where customers read along, what staff wrote is not marked.
    let mut originals = if room.as_ref() == Some(&here) || turn.in_staff_place() {
        mirror::parts(turn, message)
    } else {
        Vec::new()
    };
    if let Some(room) = room.filter(|room| *room != here || message.id.is_none()) {
        originals.push(show(turn, case, message, room));
    }
    if let Some(original) = originals.first() {
        let last = LastSaid { original: original.clone() };
        turn.put(&LastSaid::path(case.number, &actor.account), &last)?;
    }
    let answered = super::answered(turn, case.number, message)?;
    let copying = Copying { answers, ..Copying::of(originals, content.reply_to(answered), Some(line)) };
    send(turn, case, copying)?;
    Ok(true)
}

/// Words of staff set out to the customer, or wait where the customer can't be
/// reached.
pub(super) fn send(turn: &mut Turn<'_>, case: &Case, copying: Copying) -> Result<(), Interrupt> {
    let Some(leg) = case.customer_leg() else { return Ok(()) };
    if case.state() == State::Parked {
        return parking::keep_back(turn, case, copying);
    }
    say_in(turn, case, copying, leg.place.clone())
}

/// Words of staff set out to one place of the customer's.
pub(super) fn say_in(
    turn: &mut Turn<'_>,
    case: &Case,
    copying: Copying,
    to: PlaceRef,
) -> Result<(), Interrupt> {
    let manner = case.number.manner(Voice::Staff).tagged(TO_CUSTOMER, case.number).tells_delay();
    let delivery = turn.send(to.clone(), copying.content.clone(), manner);
    mirror::begin(turn, case.number, &copying, &delivery, to)
}

/// What the actor, of staff, said, as the customer reads it.
fn content(turn: &Turn<'_>, case: &Case, message: &Message, signature: Signature) -> Option<Outgoing> {
    let author = match signature {
        Signature::Person => {
            let name = shown_name(&turn.event().actor);
            let args = [("name", (&name).into()), ("brand", (&turn.community().name).into())];
            turn.say_in(&case.locale, "handoff-author", &args)
        }
        Signature::Brand => turn.community().name.clone(),
    };
    Some(turn.carry(message, &case.locale)?.author(author))
}

/// Shows in the room what is said to the customer from elsewhere.
fn show(turn: &mut Turn<'_>, case: &Case, message: &Message, room: PlaceRef) -> MessageRef {
    let actor = &turn.event().actor;
    let author = Author { name: shown_name(actor), avatar_url: actor.avatar_url.clone() };
    let carried = turn.carry(message, &turn.community().locale).unwrap_or_default();
    let to = Text::plain(turn.say_to_staff("handoff-said-to", &[("name", (&case.name).into())]));
    let content = Outgoing { text: to.then(" ").then(carried.text), ..carried }.author(author);
    let manner = case.number.manner(Voice::Staff).tagged(SHOWN, case.number);
    let delivery = turn.send(room.clone(), content, manner);
    MessageRef::Sent { delivery, to: room }
}
