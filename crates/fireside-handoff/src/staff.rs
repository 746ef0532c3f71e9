//! `/join`: somebody of staff comes in; the first takes the case on.

use fireside_core::turn::Interrupt;
use fireside_core::{
    Capability, Command, Decision, Invocation, OptionKind, Outcome, PlaceRef, Text, Turn, Voice,
};

use crate::case::{Case, CaseNumber, Claim, Closed, StaffMember, State};
use crate::{card, rooms};

/// The command's name.
pub(crate) const JOIN: &str = "join";
/// The option that names a case by its number.
pub(crate) const CASE: &str = "case";

pub(crate) fn command() -> Command {
    Command::new(JOIN, "handoff-command-join").staff().option(
        CASE,
        "handoff-command-join-case",
        OptionKind::Integer,
        false,
    )
}

/// Joins the case that is named, else the room's, else the one that waits longest.
pub(crate) fn join(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let number = match meant(turn, invocation) {
        Some(number) => Some(number),
        None => {
            turn.find::<Case>(Case::BY_STATE, State::Waiting.as_str(), 1)?.first().map(|case| case.number)
        }
    };
    match number {
        Some(number) => join_case(turn, number)?,
        None => turn.answer_private(turn.say_to_staff("handoff-nobody-waits", &[])),
    }
    Ok(Outcome::Handled)
}

/// The case that a command of staff names, or in whose room it was run.
pub(crate) fn meant(turn: &Turn<'_>, invocation: &Invocation) -> Option<CaseNumber> {
    match invocation.integer(CASE) {
        Some(number) => Some(CaseNumber::new(u64::try_from(number).unwrap_or(0))),
        None => rooms::case_here(turn),
    }
}

/// The case of this number; where there is none, that is answered.
pub(crate) fn case_of(turn: &mut Turn<'_>, number: CaseNumber) -> Result<Option<Case>, Interrupt> {
    let case = turn.get::<Case>(&number)?;
    if case.is_none() {
        let args = [("number", number.get().into())];
        turn.answer_private(turn.say_to_staff("handoff-no-such-case", &args));
    }
    Ok(case)
}

/// Lets the actor, who is staff, into a case.
pub(crate) fn join_case(turn: &mut Turn<'_>, number: CaseNumber) -> Result<(), Interrupt> {
    let Some(mut case) = case_of(turn, number)? else { return Ok(()) };
    let member = StaffMember::of(&turn.event().actor);
    let claim = case.claim(&member);
    let owner = match &claim {
        Ok(Claim::HeldBy(owner)) => owner.name.clone(),
        _ => String::new(),
    };
    let key = match claim {
        Ok(Claim::Taken) => {
            take_on(turn, &case, &member)?;
            "handoff-yours"
        }
        Ok(Claim::Held) => "handoff-still-yours",
        Ok(Claim::HeldBy(_)) => "handoff-theirs",
        Err(Closed) => "handoff-already-closed",
    };
    let args = [("number", number.get().into()), ("name", (&owner).into())];
    let mut answer = Text::plain(turn.say_to_staff(key, &args));
    if claim.is_ok() {
        answer = show_in(turn, &case, &member, answer);
    }
    turn.answer_private(answer);
    Ok(())
}

/// The human takes over: what the bot has not said yet stays unsaid.
fn take_on(turn: &mut Turn<'_>, case: &Case, member: &StaffMember) -> Result<(), Interrupt> {
    turn.put(&case.number, case)?;
    turn.withdraw(case.number.subject(), Some(Voice::Bot));
    if let Some(leg) = case.customer_leg() {
        let args = [("name", (&member.name).into()), ("brand", (&turn.community().name).into())];
        let joined = turn.say_in(&case.locale, "handoff-joined", &args);
        turn.send(leg.place.clone(), joined, case.number.manner(Voice::System));
    }
    card::refresh(turn, case)
}

/// Brings a member of staff into the room, or says where it is.
fn show_in(turn: &mut Turn<'_>, case: &Case, member: &StaffMember, answer: Text) -> Text {
    let Some(room) = case.room() else { return answer };
    let platform = &room.place.anchor().platform;
    if turn.capabilities(platform).can(Capability::AddsMembers) && member.account.platform == *platform {
        turn.add_member(room.place.clone(), member.account.clone(), case.number.manner(Voice::System));
    }
    match (&room.link, &room.place) {
        (Some(link), _) => {
            let here = turn.say_to_staff("handoff-room-link", &[]);
            answer.line(here).then(" ").then(Text::link(link.as_str(), link.as_str()))
        }
        (None, PlaceRef::Opened { .. }) => answer.line(turn.say_to_staff("handoff-room-opening", &[])),
        (None, PlaceRef::At(_)) => answer,
    }
}
