//! `/close`: staff end a case, and both sides are told.

use fireside_core::turn::Interrupt;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, PlaceRef, Turn, Voice, text};

use crate::case::{Case, CaseNumber, Closure, OpenCase, StaffMember};
use crate::{card, rooms, staff};

/// The command's name.
pub(crate) const CLOSE: &str = "close";

pub(crate) fn command() -> Command {
    Command::new(CLOSE, "handoff-command-close")
        .staff()
        .option(staff::CASE, "handoff-command-close-case", OptionKind::Integer, false)
        .option("reason", "handoff-command-close-reason", OptionKind::Text, false)
}

/// Closes the case that is named, else the room's.
pub(crate) fn close(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let reason = invocation.text("reason").filter(|reason| !text::is_blank(reason)).map(str::to_owned);
    match staff::meant(turn, invocation) {
        Some(number) => close_case(turn, number, reason)?,
        None => turn.answer_private(turn.say_to_staff("handoff-which-case", &[])),
    }
    Ok(Outcome::Handled)
}

/// Closes a case on behalf of the actor, who is staff.
pub(crate) fn close_case(
    turn: &mut Turn<'_>,
    number: CaseNumber,
    reason: Option<String>,
) -> Result<(), Interrupt> {
    let Some(mut case) = staff::case_of(turn, number)? else { return Ok(()) };
    let closure = Closure { by: StaffMember::of(&turn.event().actor), at: turn.now(), reason };
    if case.close(closure.clone()).is_err() {
        let args = [("number", number.get().into())];
        turn.answer_private(turn.say_to_staff("handoff-already-closed", &args));
        return Ok(());
    }
    turn.put(&case.number, &case)?;
    turn.delete::<OpenCase>(&case.person)?;
    turn.withdraw(number.subject(), Some(Voice::Bot));
    part_with_customer(turn, &case)?;
    tell_room(turn, &case, &closure);
    rooms::shut(turn, &case)?;
    card::refresh(turn, &case)?;
    answer_closed(turn, &case);
    Ok(())
}

/// What the customer says in the case's place is theirs alone again.
fn part_with_customer(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    let Some(leg) = case.customer_leg() else { return Ok(()) };
    turn.unbind(leg.place.anchor(), leg.account.as_ref())?;
    let closed = turn.say_in(&case.locale, "handoff-closed", &[("number", case.number.get().into())]);
    turn.send(leg.place.clone(), closed, case.number.manner(Voice::System));
    Ok(())
}

fn tell_room(turn: &mut Turn<'_>, case: &Case, closure: &Closure) {
    let Some(room) = case.room().map(|leg| leg.place.clone()) else { return };
    let name = ("name", (&closure.by.name).into());
    let words = match &closure.reason {
        Some(reason) => turn.say_to_staff("handoff-closed-because", &[name, ("reason", reason.into())]),
        None => turn.say_to_staff("handoff-closed-by", &[name]),
    };
    turn.send(room, words, case.number.manner(Voice::System));
}

/// Answers whoever closed the case. In its room the room's last words are the
/// answer, unless the platform waits for one.
fn answer_closed(turn: &mut Turn<'_>, case: &Case) {
    let event = turn.event();
    let in_room = case.room().is_some_and(|leg| leg.place == PlaceRef::At(event.place.clone()));
    if event.reply.is_some() || !in_room {
        let args = [("number", case.number.get().into())];
        turn.answer_private(turn.say_to_staff("handoff-you-closed", &args));
    }
}
