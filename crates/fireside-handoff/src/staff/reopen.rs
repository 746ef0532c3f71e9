//! `/reopen`: a case goes on after its end, with its last owner if they are on
//! duty, else with whoever takes it on.

use fireside_core::parts::Handled;
use fireside_core::turn::Interrupt;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, Turn};

use super::{CASE, answer, answer_refusal, case_meant, pressed, suggest};
use crate::case::{Case, OpenCase, Step};
use crate::customer::blocked;
use crate::{lifecycle, time};

/// `/reopen`.
pub(super) const REOPEN: Handled =
    Handled { name: "reopen", command, run: reopen, suggest: Some(suggest::closed_cases) };

fn command() -> Command {
    Command::new(REOPEN.name, "handoff-command-reopen")
        .staff()
        .option(CASE, "handoff-command-case-closed", OptionKind::Integer, false)
        .suggests()
}

fn reopen(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    if let Some(case) = case_meant(turn, invocation)? {
        reopen_case(turn, case)?;
    }
    Ok(Outcome::Handled)
}

/// *Reopen* was pressed.
pub(super) fn on_pressed(turn: &mut Turn<'_>, data: &str) -> Decision {
    if let Some(case) = pressed(turn, REOPEN.name, data)? {
        reopen_case(turn, case)?;
    }
    Ok(Outcome::Handled)
}

fn reopen_case(turn: &mut Turn<'_>, mut case: Case) -> Result<(), Interrupt> {
    if case.is_open() {
        answer(turn, "handoff-not-closed", case.number, "");
        return Ok(());
    }
    if let Some(into) = case.merged_into {
        let args = [("number", case.number.get().into()), ("into", into.get().into())];
        turn.answer_private(turn.say("handoff-goes-on-in", &args));
        return Ok(());
    }
    if let Some(open) = turn.get::<OpenCase>(&case.person)? {
        answer(turn, "handoff-has-open-case", open.number, &case.name);
        return Ok(());
    }
    if blocked::of(turn, &case.person)?.is_some() {
        answer(turn, "handoff-is-blocked", case.number, &case.name);
        return Ok(());
    }
    let owner = case.owner().map(|owner| owner.account.clone());
    let keeps_owner = match owner {
        Some(account) => time::duty::is_on(turn, &account)?,
        None => false,
    };
    match lifecycle::take(turn, &mut case, Step::Reopen { keeps_owner })? {
        Ok(_) => {
            let owner = case.owner().map_or(String::new(), |owner| owner.name.clone());
            let key = if owner.is_empty() { "handoff-you-reopened" } else { "handoff-you-reopened-for" };
            answer(turn, key, case.number, &owner);
        }
        Err(refusal) => answer_refusal(turn, case.number, &refusal),
    }
    Ok(())
}
