//! Telling: what each side reads when a case moves on.

use fireside_core::phrases::Arg;
use fireside_core::turn::Interrupt;
use fireside_core::{Turn, Voice};

use crate::case::{Case, Change, State};
use crate::{record, time};

/// Tells both sides how a case moved on from where it stood `before`.
pub(super) fn tell(turn: &mut Turn<'_>, before: &Case, case: &Case, change: Change) -> Result<(), Interrupt> {
    tell_customer(turn, before, case, change)?;
    let Some((key, reason)) = for_staff(before, case, change) else { return Ok(()) };
    let name = actor_name(case, change);
    let until = case.snoozed_until().map(|until| time::said(turn, &turn.community().locale, until));
    let when = until.unwrap_or_default();
    let args = [("name", (&name).into()), ("reason", (&reason).into()), ("when", (&when).into())];
    let words = turn.say_to_staff(key, &args);
    record::happened(turn, case, &words)?;
    if let Some(room) = case.room_place() {
        let words = time::concerned(turn, case, change)?.with(turn, words);
        let manner = match change.to {
            State::Waiting => time::call_manner(case),
            _ => case.number.manner(Voice::System),
        };
        turn.send(room, words, manner);
    }
    Ok(())
}

/// The sentence for staff, with the reason that belongs in it.
fn for_staff(before: &Case, case: &Case, change: Change) -> Option<(&'static str, String)> {
    let key = match (change.from, change.to) {
        (State::Closed, _) => "handoff-reopened",
        (_, State::Closed) => {
            if let Some(into) = case.merged_into {
                return Some(("handoff-goes-on-elsewhere", into.to_string()));
            }
            let closure = case.closure()?;
            return Some(match (&closure.by, &closure.reason) {
                (None, _) => ("handoff-closed-by-itself", String::new()),
                (Some(_), None) => ("handoff-closed-by", String::new()),
                (Some(_), Some(reason)) => ("handoff-closed-because", reason.clone()),
            });
        }
        (_, State::Parked) if change.from != State::Parked => {
            return Some(("handoff-parked", case.parked_because().unwrap_or_default().to_owned()));
        }
        (State::Parked, _) if change.to != State::Parked => "handoff-resumed",
        (_, State::Snoozed) => "handoff-snoozed",
        (State::Snoozed, _) if before.owner() == case.owner() => "handoff-woken",
        _ if case.owner().is_none() => "handoff-released",
        _ if before.owner() != case.owner() => "handoff-claimed",
        _ => return None,
    };
    Some((key, String::new()))
}

/// Whose name the sentence holds.
fn actor_name(case: &Case, change: Change) -> String {
    let member = match change.to {
        State::Closed => case.closure().and_then(|closure| closure.by.as_ref()),
        _ => case.owner(),
    };
    member.map_or_else(String::new, |member| member.name.clone())
}

/// The customer is told who is with them, that nobody is any more, and the end.
fn tell_customer(turn: &mut Turn<'_>, before: &Case, case: &Case, change: Change) -> Result<(), Interrupt> {
    let brand = turn.community().name.clone();
    let number = ("number", Arg::from(case.number.get()));
    let owner = case.owner().map_or("", |owner| owner.name.as_str());
    let key = match change.to {
        State::Closed if case.closure().is_some_and(|closure| closure.silently) => return Ok(()),
        State::Closed => "handoff-closed",
        State::Active if before.owner_known() != case.owner() => "handoff-joined",
        State::Waiting if before.owner_known().is_some() && change.from != State::Closed => "handoff-left",
        State::Waiting | State::Active if change.from == State::Closed => "handoff-goes-on",
        _ => return Ok(()),
    };
    let Some(leg) = case.customer_leg() else { return Ok(()) };
    let args = [number, ("name", owner.into()), ("brand", (&brand).into())];
    let words = turn.say_in(&case.locale, key, &args);
    let content = match change.to {
        State::Closed => time::asked(turn, case, words)?,
        _ => words.into(),
    };
    turn.send(leg.place.clone(), content, case.number.manner(Voice::System));
    Ok(())
}
