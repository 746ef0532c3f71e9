//! Coming and going: `/join` to read along, `/claim` to take a case on,
//! `/release` to give it back, `/leave`.

use fireside_core::parts::Handled;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Capability, Command, Decision, Invocation, OptionKind, Outcome, PlaceRef, Text, Turn, Voice,
};

use super::{
    CASE, answer, answer_refusal, beside, case_meant, case_of, case_pressed, colleague, meant, suggest,
};
use crate::case::{Case, Refusal, StaffMember, State, Step};
use crate::lifecycle;

/// `/join`.
pub(super) const JOIN: Handled =
    Handled { name: "join", command: join_command, run: join, suggest: Some(suggest::cases) };
/// `/claim`.
pub(super) const CLAIM: Handled = Handled {
    name: "claim",
    command: || declared("claim", "handoff-command-claim"),
    run: claim,
    suggest: Some(suggest::cases),
};
/// `/release`.
pub(super) const RELEASE: Handled = Handled {
    name: "release",
    command: || declared("release", "handoff-command-release"),
    run: release,
    suggest: Some(suggest::cases),
};
/// `/leave`.
pub(super) const LEAVE: Handled = Handled {
    name: "leave",
    command: || declared("leave", "handoff-command-leave"),
    run: leave,
    suggest: Some(suggest::cases),
};

/// The option that says which side's room is meant.
const WHERE: &str = "where";
/// The customer's own.
const AT_CUSTOMER: &str = "customer";
/// The most cases of which the one is sought that waits longest.
const CASES_MAX: usize = 500;

fn join_command() -> Command {
    declared(JOIN.name, "handoff-command-join")
        .option(WHERE, "handoff-command-join-where", OptionKind::Text, false)
        .choices(&[("room", "handoff-where-room"), (AT_CUSTOMER, "handoff-where-customer")])
}

fn declared(name: &str, description: &str) -> Command {
    Command::new(name, description)
        .staff()
        .option(CASE, "handoff-command-case", OptionKind::Integer, false)
        .suggests()
}

/// The case that is named, else the room's, else the one that waits longest.
fn meant_or_longest(turn: &mut Turn<'_>, invocation: &Invocation) -> Result<Option<Case>, Interrupt> {
    colleague::note(turn)?;
    if let Some(number) = meant(turn, invocation) {
        return case_of(turn, number);
    }
    // A room that is not known yet is some case's: another is not meant.
    if turn.in_staff_place() && turn.event().place.thread.is_some() {
        turn.answer_private(turn.say("handoff-which-case", &[]));
        return Ok(None);
    }
    let waiting = turn.page_of::<Case>(Case::BY_STATE, State::Waiting.as_str(), None, CASES_MAX)?.records;
    let longest = waiting.iter().min_by_key(|case| (case.waits_since(), case.number));
    let Some(number) = longest.map(|case| case.number) else {
        turn.answer_private(turn.say("handoff-nobody-waits", &[]));
        return Ok(None);
    };
    case_of(turn, number)
}

fn join(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    if let Some(case) = meant_or_longest(turn, invocation)? {
        if invocation.text(WHERE) == Some(AT_CUSTOMER) {
            beside::join_customer(turn, case)?;
        } else {
            join_case(turn, case)?;
        }
    }
    Ok(Outcome::Handled)
}

/// *Join* was pressed.
pub(super) fn on_join_pressed(turn: &mut Turn<'_>, data: &str) -> Decision {
    if let Some(case) = case_pressed(turn, "join", data)? {
        join_case(turn, case)?;
    }
    Ok(Outcome::Handled)
}

/// Lets the actor, who is staff, read a case along. The customer is told of the
/// first who does.
fn join_case(turn: &mut Turn<'_>, mut case: Case) -> Result<(), Interrupt> {
    if !case.is_open() {
        answer(turn, "handoff-already-closed", case.number, "");
        return Ok(());
    }
    let member = StaffMember::of(&turn.event().actor);
    see(turn, &mut case, &member)?;
    let args = [("number", case.number.get().into())];
    let said = Text::plain(turn.say("handoff-you-joined", &args));
    let said = show_in(turn, &case, &member, said);
    turn.answer_private(said);
    Ok(())
}

fn see(turn: &mut Turn<'_>, case: &mut Case, member: &StaffMember) -> Result<(), Interrupt> {
    let before = case.seen_by.len();
    let is_first = case.is_seen_by(member);
    if is_first
        && case.owner().is_none()
        && let Some(leg) = case.customer_leg()
    {
        let args = [("name", (&member.name).into()), ("brand", (&turn.community().name).into())];
        let seen = turn.say_in(&case.locale, "handoff-seen", &args);
        turn.send(leg.place.clone(), seen, case.number.manner(Voice::System));
    }
    if case.seen_by.len() > before { lifecycle::keep(turn, case) } else { Ok(()) }
}

fn claim(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    if let Some(case) = meant_or_longest(turn, invocation)? {
        claim_case(turn, case)?;
    }
    Ok(Outcome::Handled)
}

/// *Claim* was pressed.
pub(super) fn on_claim_pressed(turn: &mut Turn<'_>, data: &str) -> Decision {
    if let Some(case) = case_pressed(turn, "claim", data)? {
        claim_case(turn, case)?;
    }
    Ok(Outcome::Handled)
}

/// Gives the actor, who is staff, a case that nobody has.
fn claim_case(turn: &mut Turn<'_>, mut case: Case) -> Result<(), Interrupt> {
    let member = StaffMember::of(&turn.event().actor);
    case.is_seen_by(&member);
    let number = ("number", case.number.get().into());
    let said = match lifecycle::take(turn, &mut case, Step::Claim(member.clone()))? {
        Ok(_) => turn.say("handoff-yours", &[number]),
        Err(Refusal::Held) => turn.say("handoff-still-yours", &[number]),
        Err(refusal) => {
            answer_refusal(turn, case.number, &refusal);
            return Ok(());
        }
    };
    let said = show_in(turn, &case, &member, Text::plain(said));
    turn.answer_private(said);
    Ok(())
}

fn release(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    if let Some(case) = case_meant(turn, invocation)? {
        release_case(turn, case)?;
    }
    Ok(Outcome::Handled)
}

/// *Release* was pressed.
pub(super) fn on_release_pressed(turn: &mut Turn<'_>, data: &str) -> Decision {
    if let Some(case) = case_pressed(turn, RELEASE.name, data)? {
        release_case(turn, case)?;
    }
    Ok(Outcome::Handled)
}

/// Gives a case back, whoever has it.
fn release_case(turn: &mut Turn<'_>, mut case: Case) -> Result<(), Interrupt> {
    match lifecycle::take(turn, &mut case, Step::Release)? {
        Ok(_) => answer(turn, "handoff-you-released", case.number, ""),
        Err(refusal) => answer_refusal(turn, case.number, &refusal),
    }
    Ok(())
}

/// Who leaves reads along no more; who had the case gives it back.
fn leave(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some(mut case) = case_meant(turn, invocation)? else { return Ok(Outcome::Handled) };
    let account = turn.event().actor.account.clone();
    case.seen_by.retain(|seen| seen.account != account);
    case.watchers.retain(|watcher| watcher.member.account != account);
    let has_it = case.owner().is_some_and(|owner| owner.account == account);
    if has_it && case.is_open() {
        let _ = lifecycle::take(turn, &mut case, Step::Release)?;
    } else {
        lifecycle::keep(turn, &case)?;
    }
    answer(turn, "handoff-you-left", case.number, "");
    Ok(Outcome::Handled)
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
            let here = turn.say("handoff-room-link", &[]);
            answer.line(here).then(" ").then(Text::link(link.as_str(), link.as_str()))
        }
        (None, PlaceRef::Opened { .. }) => answer.line(turn.say("handoff-room-opening", &[])),
        (None, PlaceRef::At(_)) => answer,
    }
}
