//! `/transfer`: a case is given to somebody else of staff.

use fireside_core::parts::Handled;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Capability, Command, Decision, Invocation, OptionKind, Outcome, Span, Text, Turn, Voice,
};

use super::named::{self, WHO};
use super::{CASE, answer, answer_refusal, case_of, colleague, meant, suggest, words_of};
use crate::case::{Case, Refusal, StaffMember, Step, shown_name};
use crate::lifecycle;

/// `/transfer`.
pub(super) const TRANSFER: Handled =
    Handled { name: "transfer", command, run: transfer, suggest: Some(suggest::cases_or_colleagues) };

/// The option that names somebody of staff by their name.
pub(super) const NAME: &str = "name";

fn command() -> Command {
    Command::new(TRANSFER.name, "handoff-command-transfer")
        .staff()
        .option(WHO, "handoff-command-transfer-who", OptionKind::Account, false)
        .named()
        .option(CASE, "handoff-command-case", OptionKind::Integer, false)
        .suggests()
        .option(NAME, "handoff-command-transfer-name", OptionKind::Text, false)
        .suggests()
}

fn transfer(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some(number) = meant(turn, invocation) else {
        turn.answer_private(turn.say("handoff-which-case", &[]));
        return Ok(Outcome::Handled);
    };
    let Some(case) = case_of(turn, number)? else { return Ok(Outcome::Handled) };
    match colleague_meant(turn, invocation)? {
        Some(member) => give(turn, case, member)?,
        None => turn.answer_private(turn.say("handoff-transfer-to-whom", &[])),
    }
    Ok(Outcome::Handled)
}

/// Who of staff is meant: nobody becomes staff by being named.
fn colleague_meant(turn: &mut Turn<'_>, invocation: &Invocation) -> Result<Option<StaffMember>, Interrupt> {
    if let Some(account) = named::account(turn, invocation, WHO) {
        return colleague::of(turn, &account);
    }
    if let Some(name) = words_of(invocation, NAME) {
        return colleague::called(turn, name);
    }
    let Some((author, _)) = invocation.on_message() else { return Ok(None) };
    let is_listed = turn.community().staff.accounts.contains(&author.account) && !author.is_bot;
    if is_listed {
        return Ok(Some(StaffMember { account: author.account.clone(), name: shown_name(author) }));
    }
    colleague::of(turn, &author.account)
}

fn give(turn: &mut Turn<'_>, mut case: Case, member: StaffMember) -> Result<(), Interrupt> {
    case.is_seen_by(&member);
    match lifecycle::take(turn, &mut case, Step::Transfer(member.clone()))? {
        Ok(_) => {
            call(turn, &case, &member);
            answer(turn, "handoff-you-transferred", case.number, &member.name);
        }
        Err(Refusal::Held) => answer(turn, "handoff-theirs-already", case.number, &member.name),
        Err(refusal) => answer_refusal(turn, case.number, &refusal),
    }
    Ok(())
}

/// Tells the new owner in the room, and lets them in.
fn call(turn: &mut Turn<'_>, case: &Case, member: &StaffMember) {
    let Some(room) = case.room() else { return };
    let platform = &room.place.anchor().platform;
    let is_theirs = member.account.platform == *platform;
    if is_theirs && turn.capabilities(platform).can(Capability::AddsMembers) {
        turn.add_member(room.place.clone(), member.account.clone(), case.number.manner(Voice::System));
    }
    let by = StaffMember::of(&turn.event().actor);
    if by.account == member.account {
        return;
    }
    let mention = Span::Mention { account: member.account.clone(), name: member.name.clone() };
    let said = turn.say_to_staff("handoff-transferred-to-you", &[("name", (&by.name).into())]);
    let words = Text(vec![mention]).then(": ").then(said);
    turn.send(room.place.clone(), words, case.number.manner(Voice::System));
}
