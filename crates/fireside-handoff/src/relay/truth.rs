//! Truth: what became of words on their way to the other side.

use fireside_core::event::{DelayEvent, ReceiptEvent};
use fireside_core::phrases::Arg;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Decision, DeliveryOutcome, MessageRef, Obstacle, Outcome, Outgoing, Receipt, Turn, Voice,
};

use super::mirror::{self, Copying};
use super::{erasure, marks, parking, removal};
use crate::case::Case;
use crate::{lifecycle, record, room, time};

/// A customer's words have come to the room, or have not. One that is gone is
/// opened again.
pub(super) fn on_shown_to_staff(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some(mut case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    let copying = mirror::take(turn, &receipt.delivery)?;
    match (&receipt.outcome, copying) {
        (DeliveryOutcome::Delivered(done), _) if case.is_forgotten() => erasure::on_late(turn, &case, done),
        (_, _) if case.is_forgotten() => {}
        (DeliveryOutcome::Delivered(done), Some(copying)) => {
            if copying.originals.is_empty() {
                erasure::note_first_words(turn, &case, done)?;
            }
            mirror::arrived(turn, case.number, &copying, done)?;
            removal::catch_up(turn, &case, &copying, Voice::Customer)?;
        }
        (DeliveryOutcome::Undeliverable { .. }, Some(copying)) if copying.is_taken_back => {}
        (DeliveryOutcome::Undeliverable { obstacle, why }, Some(mut copying)) => {
            mirror::reword(turn, &mut copying)?;
            let failed = (receipt.tag.label.as_str(), *obstacle, why.as_str());
            if !room::could_not_show(turn, &mut case, failed, copying)? && case.room().is_some() {
                room::tell_home(turn, &case, "handoff-not-shown", &about(&case, why));
            }
        }
        _ => {}
    }
    Ok(Outcome::Handled)
}

/// Words of staff have reached the customer, or have not: that is shown on them.
pub(super) fn on_said_to_customer(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some(mut case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    let copying = mirror::take(turn, &receipt.delivery)?.filter(|_| !case.is_forgotten());
    let Some(copying) = copying else { return Ok(Outcome::Handled) };
    match &receipt.outcome {
        DeliveryOutcome::Delivered(done) => has_arrived(turn, &case, &copying, done)?,
        DeliveryOutcome::Undeliverable { why, .. } if parking::is_out_of_reach(&receipt.outcome) => {
            parking::on_unreachable(turn, &mut case, copying, why)?;
        }
        DeliveryOutcome::Undeliverable { obstacle: Obstacle::Closed, .. }
            if parking::may_open(turn, &copying) =>
        {
            parking::open_and_say(turn, &case, copying)?;
        }
        DeliveryOutcome::Undeliverable { .. } if copying.is_taken_back => {}
        DeliveryOutcome::Undeliverable { why, .. } => is_refused(turn, &mut case, &copying, why)?,
        DeliveryOutcome::Withdrawn => {}
    }
    Ok(Outcome::Handled)
}

fn has_arrived(
    turn: &mut Turn<'_>,
    case: &Case,
    copying: &Copying,
    receipt: &Receipt,
) -> Result<(), Interrupt> {
    mirror::arrived(turn, case.number, copying, receipt)?;
    removal::catch_up(turn, case, copying, Voice::Staff)?;
    if !copying.is_taken_back {
        marks::delivered(turn, case, copying);
    }
    if receipt.ambiguous {
        let answered = copying.originals.first().cloned();
        tell_staff(turn, case, "handoff-maybe-twice", &about(case, ""), answered);
    }
    Ok(())
}

/// The platform does not take the words: whoever wrote them is told why, and
/// what to do. The customer has no answer.
fn is_refused(turn: &mut Turn<'_>, case: &mut Case, copying: &Copying, why: &str) -> Result<(), Interrupt> {
    if let Some(since) = copying.answers.filter(|_| case.is_open()) {
        time::on_answer_lost(turn, case, since, case.first_answer == copying.at())?;
        lifecycle::keep(turn, case)?;
    }
    for original in &copying.originals {
        mirror::forget(turn, original)?;
    }
    marks::failed(turn, case, copying);
    if let Some(line) = &copying.line {
        record::undelivered(turn, line)?;
    }
    let answered = copying.originals.first().cloned();
    tell_staff(turn, case, "handoff-not-delivered", &about(case, why), answered);
    Ok(())
}

/// Words of staff have to wait, which is shown on them.
pub(super) fn on_delay(turn: &mut Turn<'_>, delay: &DelayEvent) -> Decision {
    let Some(case) = lifecycle::case_tagged(turn, &delay.tag)? else { return Ok(Outcome::Pass) };
    if let Some(mut copying) = turn.get::<Copying>(&delay.delivery)?
        && !copying.is_late
    {
        marks::waits(turn, &case, &copying);
        copying.is_late = true;
        turn.put(&delay.delivery, &copying)?;
    }
    Ok(Outcome::Handled)
}

/// What the bot put up for staff's words stands in the room, or does not.
pub(super) fn on_copy_shown(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some(case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    if let DeliveryOutcome::Delivered(done) = &receipt.outcome
        && !case.is_forgotten()
    {
        let known = mirror::shown(turn, case.number, &receipt.delivery, done)?;
        if let Some((sent, original)) = known {
            parking::is_known_as(turn, &case, &sent, &original)?;
            stand_in_record(turn, &case, &original)?;
        }
    }
    Ok(Outcome::Handled)
}

/// What stands in the room is the line that was said.
fn stand_in_record(turn: &mut Turn<'_>, case: &Case, original: &MessageRef) -> Result<(), Interrupt> {
    let MessageRef::Known { id, .. } = original else { return Ok(()) };
    let said = mirror::of(turn, original)?.and_then(|mirror| mirror.said);
    let line = match said {
        Some(said) => said.line,
        None => parking::waiting(turn, case, original)?.and_then(|waiting| waiting.line),
    };
    match line {
        Some(line) => record::stands_as(turn, &line, id),
        None => Ok(()),
    }
}

/// A change of words was brought over, or was not, which staff are told.
/// Notices like these ask for no receipt, so that none is ever about another.
pub(super) fn on_changed(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some(case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    if let DeliveryOutcome::Undeliverable { why, .. } = &receipt.outcome {
        tell_staff(turn, &case, "handoff-not-changed", &about(&case, why), None);
    }
    Ok(Outcome::Handled)
}

/// Of which case, and why, something is told.
fn about<'a>(case: &'a Case, why: &'a str) -> [(&'static str, Arg<'a>); 3] {
    [("number", case.number.get().into()), ("name", (&case.name).into()), ("why", why.into())]
}

/// Tells staff something in the room, as an answer to a message there; without
/// a room, where they work.
pub(super) fn tell_staff(
    turn: &mut Turn<'_>,
    case: &Case,
    key: &str,
    args: &[(&str, Arg<'_>)],
    answered: Option<MessageRef>,
) {
    let Some(room) = case.room_place() else { return room::tell_home(turn, case, key, args) };
    // What was written in a room that is gone can't be answered.
    let is_there = |message: &MessageRef| room.anchor().is_within(&message.place().parent());
    let words = Outgoing::of(turn.say_to_staff(key, args)).reply_to(answered.filter(is_there));
    turn.send(room, words, case.number.manner(Voice::System));
}
