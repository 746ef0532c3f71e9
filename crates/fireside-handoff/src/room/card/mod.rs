//! The card: what staff see of a case in the place where they work, changed as
//! the case changes.
//!
//! The first change shows at once; those that follow it within two seconds are
//! shown together. A card that would say what it says already is left alone.

mod content;
mod ending;
mod history;
mod waiting;

use std::time::Duration;

use fireside_core::event::{ReceiptEvent, TimerEvent};
use fireside_core::record::fingerprint;
use fireside_core::timer::Overdue;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Capability, Decision, DeliveryId, Effect, MessageRef, Outcome, Outgoing, Place, PlaceRef, Text,
    Timestamp, Turn, Voice,
};

pub(super) use content::{says, state_line};
pub(super) use ending::{on_changed, on_posted};

pub(crate) use super::buttons::{CLAIM, CLOSE, JOIN};
use super::shown::Shown;
use super::{banner, buttons, tags};
use crate::case::{Case, CaseNumber};

/// What the card's delivery is called.
pub(super) const LABEL: &str = "card";
/// What a change of it is called.
pub(super) const CHANGED: &str = "card_changed";
/// The timer after which a case is shown as it stands.
pub(super) const TIMER: &str = "card";
/// The timer after which the customer's waiting time is shown as it has grown.
pub(super) const AGES: &str = "card_ages";
/// What is shown of a case is changed this often at most.
const EVERY: Duration = Duration::from_secs(2);

/// Puts up the card of a case as a message in `home`.
pub(super) fn post(
    turn: &mut Turn<'_>,
    case: &mut Case,
    shown: &mut Shown,
    home: &Place,
) -> Result<DeliveryId, Interrupt> {
    let content = whole(turn, case, shown, false)?;
    let manner = case.number.manner(Voice::System).about(case.number.of_customer());
    let manner = manner.tagged(LABEL, case.number);
    let delivery = turn.send(home.clone(), content, manner);
    case.card = Some(MessageRef::Sent { delivery: delivery.clone(), to: home.clone().into() });
    Ok(delivery)
}

/// The card with its buttons, noted as what is shown; as the first words of a
/// room it says also what the room is for.
pub(super) fn whole(
    turn: &mut Turn<'_>,
    case: &Case,
    shown: &mut Shown,
    opens_room: bool,
) -> Result<Outgoing, Interrupt> {
    let mut text = content::text(turn, case, shown)?;
    if opens_room && case.is_open() {
        text = text.line(banner::mode(turn, case));
    }
    shown.card = fingerprint(&text);
    with_buttons(turn, case, shown, text)
}

/// Lets what staff see of a case show how it stands: now, or together with what
/// changes next.
pub(crate) fn refresh(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    let Some(shown) = turn.get::<Shown>(&case.number)? else { return Ok(()) };
    match shown.changed.map(|changed| changed + EVERY) {
        Some(again) if turn.now() < again => wake(turn, case.number, again),
        _ => show(turn, case, shown),
    }
}

/// It is time to show how a case stands.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let Some(number) = CaseNumber::parse(&timer.tag.subject) else { return Ok(Outcome::Handled) };
    let Some(case) = turn.get::<Case>(&number)? else { return Ok(Outcome::Handled) };
    if let Some(shown) = turn.get::<Shown>(&number)? {
        show(turn, &case, shown)?;
    }
    Ok(Outcome::Handled)
}

fn show(turn: &mut Turn<'_>, case: &Case, mut shown: Shown) -> Result<(), Interrupt> {
    let card = show_card(turn, case, &mut shown)?;
    // A closed room is left as it was closed.
    let room = case.is_open() && (banner::show(turn, case, &mut shown)? | tags::show(turn, case, &mut shown));
    if card || room {
        shown.changed = Some(turn.now());
        turn.put(&case.number, &shown)?;
    }
    grow_old(turn, case)
}

/// How long the customer waits shows as time goes by.
pub(crate) fn grow_old(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    match waiting::changes_at(turn.now(), case) {
        Some(due) => turn.set_timer_in(case.number.lane(), AGES, case.number, due, Overdue::Fire),
        None => Ok(()),
    }
}

/// The customer, who had waited since then, has an answer.
pub(crate) fn is_answered(turn: &mut Turn<'_>, case: &Case, since: Timestamp) -> Result<(), Interrupt> {
    if waiting::is_shown(turn.now().since(since)) { refresh(turn, case) } else { Ok(()) }
}

/// Brings the card up to date, where it shows something else and what was said
/// can be changed.
pub(super) fn show_card(turn: &mut Turn<'_>, case: &Case, shown: &mut Shown) -> Result<bool, Interrupt> {
    let Some(message) = case.card.clone() else { return Ok(false) };
    if !turn.capabilities(&message.place().platform).can(Capability::Edits) {
        return Ok(false);
    }
    if case.shares_talk {
        shown.hear(turn, case);
    }
    let before = shown.card;
    let content = whole(turn, case, shown, is_first_words(case))?;
    if shown.card == before {
        return Ok(false);
    }
    change(turn, case, message, content, CHANGED);
    Ok(true)
}

/// Changes a message that shows a case. A change that still waits would show
/// what is no longer so.
pub(super) fn change(turn: &mut Turn<'_>, case: &Case, message: MessageRef, content: Outgoing, label: &str) {
    let subject = format!("{}/{label}", case.number.subject());
    turn.withdraw(&subject, None);
    let manner = case.number.manner(Voice::System).about(subject).about(case.number.of_customer());
    let manner = manner.tagged(label, case.number);
    turn.effect(Effect::Edit { message, content }, manner);
}

/// Whether the card is the first words of the case's room.
pub(super) fn is_first_words(case: &Case) -> bool {
    let place = match &case.card {
        Some(MessageRef::Known { place, .. }) => PlaceRef::At(place.clone()),
        Some(MessageRef::Sent { to, .. }) => to.clone(),
        None => return false,
    };
    case.room().is_some_and(|room| room.place == place)
}

/// Whether a receipt is of the delivery that says this message.
pub(super) fn is_by(message: Option<&MessageRef>, receipt: &ReceiptEvent) -> bool {
    matches!(message, Some(MessageRef::Sent { delivery, .. }) if *delivery == receipt.delivery)
}

fn wake(turn: &mut Turn<'_>, number: CaseNumber, due: Timestamp) -> Result<(), Interrupt> {
    turn.set_timer_in(number.lane(), TIMER, number, due, Overdue::Fire)
}

fn with_buttons(turn: &mut Turn<'_>, case: &Case, shown: &Shown, text: Text) -> Result<Outgoing, Interrupt> {
    Ok(Outgoing::of(text).row(buttons::of(turn, case, shown, true)?))
}
