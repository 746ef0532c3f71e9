//! The card: what staff see of a case in the place where they work.

use std::time::Duration;

use fireside_core::event::ReceiptEvent;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Capability, DeliveryId, DeliveryOutcome, Effect, MessageRef, Outgoing, Place, Span, Text, Turn, Voice,
};

use crate::case::{Case, State};

/// What the card's delivery is called.
pub(crate) const LABEL: &str = "card";
/// The action of the button that joins.
pub(crate) const JOIN: &str = "join";
/// The action of the button that closes.
pub(crate) const CLOSE: &str = "close";
/// How long the buttons of a card that nobody touches work.
const BUTTONS_LIFETIME: Duration = Duration::from_hours(90 * 24);

/// Puts up the card of a case that was just opened.
pub(crate) fn post(turn: &mut Turn<'_>, case: &mut Case, home: &Place) -> Result<DeliveryId, Interrupt> {
    let content = content(turn, case)?;
    let manner = case.number.manner(Voice::System).tagged(LABEL, case.number);
    let delivery = turn.send(home.clone(), content, manner);
    case.card = Some(MessageRef::Sent { delivery: delivery.clone(), to: home.clone().into() });
    Ok(delivery)
}

/// Brings the card up to date, where what was said can be changed.
pub(crate) fn refresh(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    let Some(message) = case.card.clone() else { return Ok(()) };
    if turn.capabilities(&message.place().platform).can(Capability::Edits) {
        let content = content(turn, case)?;
        turn.effect(Effect::Edit { message, content }, case.number.manner(Voice::System));
    }
    Ok(())
}

/// The card is there, or could not be put up.
pub(crate) fn on_receipt(
    turn: &mut Turn<'_>,
    case: &mut Case,
    receipt: &ReceiptEvent,
) -> Result<(), Interrupt> {
    match &receipt.outcome {
        DeliveryOutcome::Delivered(done) => {
            if let (Some(id), Some(card)) = (done.message.clone(), &case.card) {
                case.card = Some(MessageRef::Known { place: card.place().clone(), id });
                turn.put(&case.number, case)?;
            }
        }
        DeliveryOutcome::Undeliverable { .. } => {
            if let Some(leg) = case.customer_leg() {
                let number = ("number", case.number.get().into());
                let words = turn.say_in(&case.locale, "handoff-not-called", &[number]);
                turn.send(leg.place.clone(), words, case.number.manner(Voice::System));
            }
        }
        DeliveryOutcome::Withdrawn => {}
    }
    Ok(())
}

fn content(turn: &mut Turn<'_>, case: &Case) -> Result<Outgoing, Interrupt> {
    let (number, name) = (("number", case.number.get().into()), ("name", (&case.name).into()));
    let mut text = Text::bold(turn.say_to_staff("handoff-card-title", &[number, name]));
    if let Some(leg) = case.customer_leg() {
        let platform = leg.place.anchor().platform.title();
        text = text.line(turn.say_to_staff("handoff-card-from", &[("platform", (&platform).into())]));
    }
    if !case.words.is_empty() {
        text = text.line(Text::quote(case.words.as_str()));
    }
    for panel in turn.panels(&case.person)? {
        text = text.line(panel);
    }
    let text = text.line(Text(vec![Span::Italic(state_line(turn, case).into())]));
    if case.state() == State::Closed {
        return Ok(Outgoing::of(text));
    }
    let lane = case.number.lane();
    let (join, close) =
        (turn.say_to_staff("handoff-button-join", &[]), turn.say_to_staff("handoff-button-close", &[]));
    let join = turn.button(join, JOIN, case.number, Some(&lane), BUTTONS_LIFETIME)?;
    let close = turn.button(close, CLOSE, case.number, Some(&lane), BUTTONS_LIFETIME)?;
    Ok(Outgoing::of(text).row(vec![join, close]))
}

fn state_line(turn: &Turn<'_>, case: &Case) -> String {
    let (key, member) = match (case.state(), case.owner(), case.closure()) {
        (State::Closed, _, Some(closure)) => ("handoff-card-closed", Some(&closure.by)),
        (_, Some(owner), _) => ("handoff-card-active", Some(owner)),
        _ => ("handoff-card-waiting", None),
    };
    let name = member.map_or("", |member| member.name.as_str());
    turn.say_to_staff(key, &[("name", name.into())])
}
