//! The relay: words of one side, said to the other.

mod aim;
mod changes;
mod correct;
mod erasure;
mod forget;
mod inbound;
mod marks;
mod mirror;
mod note;
pub(crate) mod outbound;
mod parking;
mod removal;
mod reply;
mod sweep;
mod truth;
mod typing;
mod watchers;

use fireside_core::parts::Handlers;
use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Message, MessageId, MessageRef, Outcome, Turn};

pub(crate) use aim::is_internal;
pub use erasure::{Erasure, FirstWords};
pub(crate) use inbound::{say_to_staff, to_room};
pub use mirror::{Copying, Mirror, Wording};
pub(crate) use mirror::{is_still_said, note_kept};
pub use outbound::LastSaid;
pub use parking::KeptBack;
pub(crate) use parking::{go_on, set_out, take as take_kept};
pub(crate) use reply::ACTION as REPLY;
pub use sweep::Swept;
pub use typing::Typed;
pub use watchers::Called;

use crate::case::{Case, CaseNumber};
use crate::feature::NAME;
use crate::lifecycle::CUSTOMER;
use crate::room;

/// What a customer's words on their way to the room are called.
pub(crate) const TO_ROOM: &str = "to_room";
/// What staff's words on their way to the customer are called.
const TO_CUSTOMER: &str = "to_customer";
/// What words of staff that are put up in the room are called.
const SHOWN: &str = "shown";
/// What a change of a copy is called.
const CHANGED: &str = "changed";

/// What the relay answers.
pub(crate) const HANDLERS: Handlers = Handlers {
    commands: &[reply::REPLY, reply::AREPLY, note::NOTE, correct::EDIT, correct::DELETE, forget::FORGET],
    presses: &[(REPLY, reply::on_pressed), (forget::ME, forget::on_me)],
    timers: &[(erasure::TIMER, erasure::on_timer), (sweep::TIMER, sweep::on_timer)],
    forms: &[(reply::form, reply::on_form), (correct::form, correct::on_form)],
    messages: &[on_message],
    delays: &[(TO_CUSTOMER, truth::on_delay)],
    receipts: &[
        (TO_ROOM, truth::on_shown_to_staff),
        (room::TO_HOME, truth::on_shown_to_staff),
        (TO_CUSTOMER, truth::on_said_to_customer),
        (SHOWN, truth::on_copy_shown),
        (CHANGED, truth::on_changed),
    ],
    reactions: &[changes::on_reaction],
    events: &[parking::on_event, changes::on_event, removal::on_event, typing::on_event],
};

/// The open case that what happened here belongs to, and whether it happened on
/// the customer's side or in its room.
fn case_here(turn: &mut Turn<'_>) -> Result<Option<(Case, String)>, Interrupt> {
    let Some(tag) = turn.binding().map(|binding| binding.tag.clone()).filter(|tag| tag.feature == NAME)
    else {
        return Ok(None);
    };
    let Some(number) = CaseNumber::parse(&tag.subject) else { return Ok(None) };
    let case = turn.get::<Case>(&number)?.filter(Case::is_open);
    Ok(case.map(|case| (case, tag.label)))
}

/// The case of a message that stands in a staff place outside every room, and
/// whether staff wrote it: where there is no room, or none that can be spoken in,
/// staff read and answer the customer there.
pub(crate) fn case_beside(
    turn: &mut Turn<'_>,
    id: Option<&MessageId>,
) -> Result<Option<(Case, bool)>, Interrupt> {
    let Some(id) = id.filter(|_| turn.binding().is_none() && turn.in_staff_place()) else { return Ok(None) };
    let Some(mirror) = mirror::here(turn, id)? else { return Ok(None) };
    Ok(turn.get::<Case>(&mirror.case)?.map(|case| (case, mirror.leads)))
}

/// As [`case_here`], where there is none that of a message outside its room.
fn case_around(
    turn: &mut Turn<'_>,
    id: Option<&MessageId>,
    is_staffs: bool,
) -> Result<Option<(Case, String)>, Interrupt> {
    if let Some(here) = case_here(turn)? {
        return Ok(Some(here));
    }
    let beside = case_beside(turn, id)?.filter(|(case, leads)| case.is_open() && *leads == is_staffs);
    Ok(beside.map(|(case, _)| (case, room::LABEL.to_owned())))
}

/// Something was said in a place that may belong to a case.
fn on_message(turn: &mut Turn<'_>, message: &Message) -> Decision {
    let here = case_around(turn, message.reply_to.as_ref(), false)?;
    let Some((case, side)) = here else { return Ok(Outcome::Pass) };
    match side.as_str() {
        CUSTOMER => inbound::to_room(turn, case, message)?,
        room::LABEL if turn.is_staff() => outbound::from_room(turn, case, message)?,
        room::LABEL if was_staff(turn) => {
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

/// What stands on the other side for the message that `message` answers.
fn answered(
    turn: &mut Turn<'_>,
    case: CaseNumber,
    message: &Message,
) -> Result<Option<MessageRef>, Interrupt> {
    let Some(id) = &message.reply_to else { return Ok(None) };
    let mirror = mirror::here(turn, id)?.filter(|mirror| mirror.case == case);
    Ok(mirror.map(|mirror| mirror.other))
}

/// A case has ended: what still waited is not said, and what copies what is
/// forgotten some time later.
pub(crate) fn end(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    parking::end(turn, case)?;
    sweep::after_end(turn, case)
}
