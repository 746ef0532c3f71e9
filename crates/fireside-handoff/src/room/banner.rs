//! The banner: what stands pinned in a case's room. It says whose the case is,
//! and what of staff's words goes out. Where the card is the room's first words
//! there is no other.

use fireside_core::event::ReceiptEvent;
use fireside_core::record::fingerprint;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Capability, Decision, DeliveryOutcome, Effect, MessageRef, Obstacle, Outcome, Outgoing, PlaceRef, Span,
    Text, Turn, Voice,
};

use super::shown::Shown;
use super::{buttons, card};
use crate::case::Case;
use crate::lifecycle;
use crate::settings::Relay;

/// What the banner's delivery is called.
pub(super) const LABEL: &str = "banner";
/// What a change of it is called.
pub(super) const CHANGED: &str = "banner_changed";

/// Says in a room, that may still be opening, what it is for, and pins it there.
pub(super) fn post(
    turn: &mut Turn<'_>,
    case: &mut Case,
    shown: &mut Shown,
    room: PlaceRef,
) -> Result<(), Interrupt> {
    let text = text(turn, case);
    shown.banner = fingerprint(&text);
    let content = with_buttons(turn, case, shown, text)?;
    let pins = turn.capabilities(&room.anchor().platform).can(Capability::Pins);
    let manner = case.number.manner(Voice::System).about(case.number.of_customer());
    let manner = manner.tagged(LABEL, case.number);
    let delivery = turn.send(room.clone(), content, manner);
    let banner = MessageRef::Sent { delivery, to: room };
    if pins {
        let pin = Effect::Pin { message: banner.clone(), pinned: true };
        turn.effect(pin, case.number.manner(Voice::System));
    }
    case.banner = Some(banner);
    Ok(())
}

/// Lets the banner say how things stand, where it says something else.
pub(super) fn show(turn: &mut Turn<'_>, case: &Case, shown: &mut Shown) -> Result<bool, Interrupt> {
    let Some(message) = case.banner.clone() else { return Ok(false) };
    let text = text(turn, case);
    let words = fingerprint(&text);
    if words == shown.banner || !turn.capabilities(&message.place().platform).can(Capability::Edits) {
        return Ok(false);
    }
    let content = with_buttons(turn, case, shown, text)?;
    card::change(turn, case, message, content, CHANGED);
    shown.banner = words;
    Ok(true)
}

/// The banner is there, or could not be.
pub(super) fn on_posted(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some(mut case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    if !card::is_by(case.banner.as_ref(), receipt) {
        return Ok(Outcome::Handled);
    }
    case.banner = match &receipt.outcome {
        DeliveryOutcome::Delivered(done) => {
            let place = turn.event().place.clone();
            done.message.clone().map(|id| MessageRef::Known { place, id })
        }
        DeliveryOutcome::Undeliverable { .. } | DeliveryOutcome::Withdrawn => None,
    };
    turn.put(&case.number, &case)?;
    Ok(Outcome::Handled)
}

/// The banner was changed, or could not be. One that somebody removed is said
/// again: staff must see where their words go.
pub(super) fn on_changed(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let DeliveryOutcome::Undeliverable { obstacle, .. } = &receipt.outcome else {
        return Ok(Outcome::Handled);
    };
    let Some(mut case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    let Some(mut shown) = turn.get::<Shown>(&case.number)? else { return Ok(Outcome::Handled) };
    shown.banner = 0;
    if *obstacle == Obstacle::Gone {
        case.banner = None;
        if let Some(room) = case.room_place().filter(|_| case.is_open()) {
            post(turn, &mut case, &mut shown, room)?;
        }
        turn.put(&case.number, &case)?;
    }
    turn.put(&case.number, &shown)?;
    Ok(Outcome::Handled)
}

fn text(turn: &Turn<'_>, case: &Case) -> Text {
    let state = Span::Italic(card::state_line(turn, case).into());
    Text::plain(mode(turn, case)).line(Text(vec![state]))
}

/// What of staff's words goes out, in a sentence.
pub(super) fn mode(turn: &Turn<'_>, case: &Case) -> String {
    let key = match case.relay {
        Relay::Explicit => "handoff-room-explicit",
        Relay::All => "handoff-room-all",
    };
    turn.say_to_staff(key, &[("name", (&case.name).into())])
}

fn with_buttons(turn: &mut Turn<'_>, case: &Case, shown: &Shown, text: Text) -> Result<Outgoing, Interrupt> {
    let content = Outgoing::of(text);
    if !case.is_open() {
        return Ok(content);
    }
    Ok(content.row(buttons::of(turn, case, shown, false)?))
}
