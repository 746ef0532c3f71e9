//! What came of a card: it is there, it was changed, or it could not be.

use fireside_core::event::ReceiptEvent;
use fireside_core::{Decision, DeliveryOutcome, MessageRef, Obstacle, Outcome, Turn};

use super::{is_by, is_first_words, post};
use crate::lifecycle;
use crate::room::shown::Shown;
use crate::room::stranded;

/// The card is there, or staff can't be shown it.
pub(in crate::room) fn on_posted(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some(mut case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    if !is_by(case.card.as_ref(), receipt) {
        return Ok(Outcome::Handled);
    }
    match &receipt.outcome {
        DeliveryOutcome::Delivered(done) => {
            let place = turn.event().place.clone();
            case.card = done.message.clone().map(|id| MessageRef::Known { place, id });
            turn.put(&case.number, &case)?;
        }
        DeliveryOutcome::Undeliverable { .. } => stranded::strand(turn, &mut case)?,
        DeliveryOutcome::Withdrawn => {}
    }
    Ok(Outcome::Handled)
}

/// The card was changed, or could not be: that is tried with the next change.
/// One that somebody removed is put up again while the case is open.
pub(in crate::room) fn on_changed(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let DeliveryOutcome::Undeliverable { obstacle, .. } = &receipt.outcome else {
        return Ok(Outcome::Handled);
    };
    let Some(mut case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    let Some(mut shown) = turn.get::<Shown>(&case.number)? else { return Ok(Outcome::Handled) };
    shown.card = 0;
    if *obstacle == Obstacle::Gone && !is_first_words(&case) {
        case.card = None;
        let home = turn.community().staff_home.clone().filter(|_| case.is_open());
        if let Some(home) = home {
            post(turn, &mut case, &mut shown, &home)?;
        }
        turn.put(&case.number, &case)?;
    }
    turn.put(&case.number, &shown)?;
    Ok(Outcome::Handled)
}
