//! A meeting: two who have said yes are told of each other, one after the other.
//! Who talks with a human is told when they have.

use std::time::Duration;

use fireside_core::event::{ReceiptEvent, TimerEvent};
use fireside_core::timer::Overdue;
use fireside_core::turn::Interrupt;
use fireside_core::turn::effects::Manner;
use fireside_core::{Decision, DeliveryOutcome, Outcome, PersonId, Span, Text, Turn, Voice as Behalf, hush};

use super::announcement::soon;
use super::calendar::Calendar;
use super::introduction::Consent;
use crate::feedback::{Customer, Feedback, FeedbackNumber};
use crate::ledger;
use crate::settings::Settings;

/// How long two who are to meet wait while a human talks with one of them.
const HUSHED_FOR: Duration = Duration::from_hours(1);

/// The timer with which a meeting begins, and what its first message is called,
/// about who hears first and who hears then.
pub(super) const LABEL: &str = "meeting";
/// The timer and the message with which the second hears, about the same.
pub(super) const THEN: &str = "meeting_then";

/// Lets two meet who have both said yes for an item, once nobody is asleep.
pub(super) fn begin(turn: &mut Turn<'_>, first: &Consent, then: &Consent) -> Result<(), Interrupt> {
    let due = quiet_until(turn)?.unwrap_or_else(|| soon(turn));
    let between = (first.feedback, &first.customer.person, &then.customer.person);
    let subject = serde_json::to_string(&between).unwrap_or_default();
    turn.set_timer(LABEL, subject, due, Overdue::Fire)
}

fn quiet_until(turn: &mut Turn<'_>) -> Result<Option<fireside_core::Timestamp>, Interrupt> {
    let settings = turn.settings::<Settings>()?;
    Ok(Calendar::of(turn.community(), &settings).quiet_until(turn.now()))
}

/// The two whom a meeting is between, the one who hears first first, with their
/// item, or what it was merged into.
fn between(
    turn: &mut Turn<'_>,
    subject: &str,
) -> Result<Option<(Option<Feedback>, Consent, Consent)>, Interrupt> {
    let named = serde_json::from_str::<(FeedbackNumber, PersonId, PersonId)>(subject);
    let Ok((number, first, then)) = named else { return Ok(None) };
    let consents = (turn.get::<Consent>(&(number, first))?, turn.get::<Consent>(&(number, then))?);
    let (Some(first), Some(then)) = consents else { return Ok(None) };
    Ok(Some((ledger::live(turn, number)?, first, then)))
}

/// It is time: the first is told, if both still want it.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let Some((item, first, then)) = between(turn, &timer.tag.subject)? else { return Ok(Outcome::Handled) };
    let is_wanted = first.is_given && then.is_given && first.still_asks(turn)? && then.still_asks(turn)?;
    match item {
        Some(item) if is_wanted => {
            let person = &first.customer.person;
            if turn.is_hushed(person)? || turn.is_hushed(&then.customer.person)? {
                return put_off(turn, LABEL, &timer.tag.subject);
            }
            let manner = manner(LABEL, &item, &timer.tag.subject, person);
            let words = introduced(turn, &item, &first.customer, &then.customer);
            turn.send(first.customer.account.private_place(), words, manner);
        }
        _ => part(turn, first, then)?,
    }
    Ok(Outcome::Handled)
}

/// How somebody is told of another: a human who begins to talk with them takes
/// it back.
fn manner(label: &str, item: &Feedback, between: &str, person: &PersonId) -> Manner {
    let manner = Manner::of(Behalf::Bot).about(hush::subject(person));
    manner.tagged(label, between).lane(item.number.lane())
}

/// A human talks with one of the two: it is tried again.
fn put_off(turn: &mut Turn<'_>, label: &str, between: &str) -> Decision {
    turn.set_timer(label, between, turn.now() + HUSHED_FOR, Overdue::Fire)?;
    Ok(Outcome::Handled)
}

/// The first was told, or could not be. Then nobody was named to anybody, and
/// who is out of reach waits for nobody any more.
pub(super) fn on_receipt(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some((item, mut first, then)) = between(turn, &receipt.tag.subject)? else {
        return Ok(Outcome::Handled);
    };
    match (&receipt.outcome, item) {
        (DeliveryOutcome::Delivered(_), Some(item)) => {
            tell_then(turn, &item, &first, &then, &receipt.tag.subject)?;
        }
        (DeliveryOutcome::Delivered(_), None) => {}
        (DeliveryOutcome::Withdrawn, _) => return put_off(turn, LABEL, &receipt.tag.subject),
        (DeliveryOutcome::Undeliverable { .. }, _) => {
            first.is_given = false;
            part(turn, first, then)?;
        }
    }
    Ok(Outcome::Handled)
}

/// The second is told, unless a human talks with them.
fn tell_then(
    turn: &mut Turn<'_>,
    item: &Feedback,
    first: &Consent,
    then: &Consent,
    between: &str,
) -> Result<(), Interrupt> {
    if turn.is_hushed(&then.customer.person)? {
        put_off(turn, THEN, between)?;
        return Ok(());
    }
    let words = introduced(turn, item, &then.customer, &first.customer);
    let manner = manner(THEN, item, between, &then.customer.person);
    turn.send(then.customer.account.private_place(), words, manner);
    Ok(())
}

/// It is time for the second again: the first was told of them already.
pub(super) fn on_then_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    if let Some((Some(item), first, then)) = between(turn, &timer.tag.subject)? {
        tell_then(turn, &item, &first, &then, &timer.tag.subject)?;
    }
    Ok(Outcome::Handled)
}

/// The second was told, or will be.
pub(super) fn on_then_receipt(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    match receipt.outcome {
        DeliveryOutcome::Withdrawn => put_off(turn, THEN, &receipt.tag.subject),
        _ => Ok(Outcome::Handled),
    }
}

/// The two have not met after all.
fn part(turn: &mut Turn<'_>, mut first: Consent, mut then: Consent) -> Result<(), Interrupt> {
    first.met.retain(|met| *met != then.customer.person);
    then.met.retain(|met| *met != first.customer.person);
    turn.put(&first.path(), &first)?;
    turn.put(&then.path(), &then)
}

/// What one who said yes is told of another.
fn introduced(turn: &Turn<'_>, item: &Feedback, reader: &Customer, other: &Customer) -> Text {
    let args = [("number", item.number.get().into()), ("title", (&item.title).into())];
    let words = Text::plain(turn.say_in(&reader.locale, "feedback-introduction-met", &args)).then(" ");
    if other.account.platform == reader.account.platform {
        let mention = Span::Mention { account: other.account.clone(), name: other.name.clone() };
        return words.then(Text(vec![mention]));
    }
    let platform = other.account.platform.title();
    let args = [("name", (&other.name).into()), ("platform", (&platform).into())];
    words.then(turn.say_in(&reader.locale, "feedback-introduction-elsewhere", &args))
}
