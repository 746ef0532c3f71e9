//! Introductions: people who asked for the same meet, if both say yes.
//!
//! Somebody who presses *Meet others* is told what will be shown and to whom,
//! and nothing is shown before they say yes to that. Two who have said yes for
//! an item are told each other's name, and how to reach each other where they
//! share a platform; nobody else is told. The one who said yes first is told
//! first, since they may be out of reach by now: the other is told when that
//! has arrived. A yes can be taken back, and says nothing for other items. A
//! person meets three others for an item at most.

use std::time::Duration;

use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{Audience, Button, Decision, Outcome, Outgoing, PersonId, Timestamp, Turn};
use serde::{Deserialize, Serialize};

use super::meeting;
use super::mute::Mute;
use super::words::private_in;
use crate::feedback::{Customer, Feedback, FeedbackNumber};
use crate::ledger;
use crate::voice::Voice;

/// The action of the button that asks to meet others.
pub(super) const MEET: &str = "meet";
/// The action of the button that says yes to it.
pub(super) const YES: &str = "meet_yes";
/// The action of the button that takes the yes back.
pub(super) const NO: &str = "meet_no";
/// The index of consents by person.
pub(super) const PERSON: &str = "person";

/// The index of those who wait for somebody to meet, by item.
const WAITING: &str = "waiting";
/// How many others a person meets for an item.
const MET_MAX: usize = 3;
/// How many who wait are looked at.
const LOOKED_AT_MAX: usize = 20;
/// How long the buttons work.
const LIFETIME: Duration = Duration::from_hours(90 * 24);

/// Somebody's word that they want to meet others who asked for an item, kept
/// under the item and the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The item.
    pub feedback: FeedbackNumber,
    /// Who, by the name and account that are shown.
    pub customer: Customer,
    /// They have said yes, and not taken it back.
    pub is_given: bool,
    /// When they said so last.
    pub at: Timestamp,
    /// Whom they met, or are about to: at most three.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub met: Vec<PersonId>,
}

impl Record for Consent {
    const COLLECTION: &'static str = "consent";
    const INDEXED: bool = true;

    fn indexed_by(&self) -> Vec<(&'static str, String)> {
        let person = (PERSON, self.customer.person.to_string());
        let waits = self.is_given && self.met.len() < MET_MAX;
        let waiting = waits.then(|| (WAITING, self.feedback.to_string()));
        std::iter::once(person).chain(waiting).collect()
    }
}

impl Consent {
    /// Where it is kept.
    pub fn path(&self) -> (FeedbackNumber, PersonId) {
        (self.feedback, self.customer.person.clone())
    }

    /// Whether who gave it has a voice for the item, and is not muted.
    pub(super) fn still_asks(&self, turn: &mut Turn<'_>) -> Result<bool, Interrupt> {
        let is_muted = turn.get::<Mute>(&self.customer.person)?.is_some();
        Ok(!is_muted && turn.get::<Voice>(&self.path())?.is_some())
    }
}

/// The button *Meet others who asked for this*, for the one who just gave their
/// voice to an item.
pub(crate) fn introduction_button(turn: &mut Turn<'_>, number: FeedbackNumber) -> Result<Button, Interrupt> {
    let (token, locale, audience) = (turn.token(), turn.locale(), turn.event().audience);
    button_of(turn, &token, number, locale, audience)
}

/// The same button, kept under `token`, for a message in another language.
pub(super) fn button_of(
    turn: &mut Turn<'_>,
    token: &str,
    number: FeedbackNumber,
    locale: &str,
    audience: Audience,
) -> Result<Button, Interrupt> {
    let label = turn.say_in(locale, "feedback-introduction-meet", &[]);
    Ok(private_in(audience, turn.button_of(token, label, MEET, number, None, LIFETIME)?))
}

/// The item of a button, and the actor, if they have a voice for it; else they
/// are told why not.
fn asked(turn: &mut Turn<'_>, data: &str) -> Result<Option<(Feedback, Customer)>, Interrupt> {
    let number = FeedbackNumber::parse(data);
    let Some(item) = number.map(|number| ledger::live(turn, number)).transpose()?.flatten() else {
        turn.answer_no_longer_current();
        return Ok(None);
    };
    let customer = ledger::customer(turn)?;
    if turn.get::<Voice>(&(item.number, customer.person.clone()))?.is_none() {
        let args = [("number", item.number.get().into())];
        turn.answer_private(turn.say("feedback-introduction-not-asked", &args));
        return Ok(None);
    }
    Ok(Some((item, customer)))
}

/// Somebody wants to meet others: what that means is said, and asked.
pub(super) fn on_meet(turn: &mut Turn<'_>, data: &str) -> Decision {
    let Some((item, customer)) = asked(turn, data)? else { return Ok(Outcome::Handled) };
    let known = turn.get::<Consent>(&(item.number, customer.person.clone()))?;
    if known.is_some_and(|known| known.is_given) {
        let said = turn.say("feedback-introduction-waiting", &[("number", item.number.get().into())]);
        return answer_with_way_back(turn, item.number, said);
    }
    let platform = customer.account.platform.title();
    let args = [
        ("number", item.number.get().into()),
        ("title", (&item.title).into()),
        ("name", (&customer.name).into()),
        ("platform", (&platform).into()),
    ];
    let yes = turn.say("feedback-introduction-yes", &[]);
    let yes = turn.button(yes, YES, item.number, None, LIFETIME)?;
    turn.answer_private(Outgoing::of(turn.say("feedback-introduction-question", &args)).row(vec![yes]));
    Ok(Outcome::Handled)
}

/// Somebody said yes: they meet who said so before them.
pub(super) fn on_yes(turn: &mut Turn<'_>, data: &str) -> Decision {
    let Some((item, customer)) = asked(turn, data)? else { return Ok(Outcome::Handled) };
    let known = turn.get::<Consent>(&(item.number, customer.person.clone()))?;
    let met = known.map_or_else(Vec::new, |known| known.met);
    let mut own = Consent { feedback: item.number, customer, is_given: true, at: turn.now(), met };
    for mut other in waiting(turn, &own)? {
        if own.met.len() >= MET_MAX {
            break;
        }
        own.met.push(other.customer.person.clone());
        other.met.push(own.customer.person.clone());
        turn.put(&other.path(), &other)?;
        meeting::begin(turn, &other, &own)?;
    }
    turn.put(&own.path(), &own)?;
    let said = turn.say("feedback-introduction-waiting", &[("number", item.number.get().into())]);
    answer_with_way_back(turn, item.number, said)
}

/// Who waits to meet somebody like the one who says yes now, and still asks for
/// the item. All are read as they are, so that of two who say yes at once the
/// later one sees the other.
fn waiting(turn: &mut Turn<'_>, own: &Consent) -> Result<Vec<Consent>, Interrupt> {
    let mut waiting = Vec::new();
    for other in turn.find::<Consent>(WAITING, &own.feedback.to_string(), LOOKED_AT_MAX)? {
        let person = &other.customer.person;
        if *person != own.customer.person
            && !own.met.contains(person)
            && !other.met.contains(&own.customer.person)
            && other.still_asks(turn)?
        {
            waiting.push(other);
        }
    }
    Ok(waiting)
}

fn answer_with_way_back(turn: &mut Turn<'_>, number: FeedbackNumber, words: String) -> Decision {
    let no = turn.say("feedback-introduction-no", &[]);
    let no = turn.button(no, NO, number, None, LIFETIME)?;
    turn.answer_private(Outgoing::of(words).row(vec![no]));
    Ok(Outcome::Handled)
}

/// Somebody takes their yes back.
pub(super) fn on_no(turn: &mut Turn<'_>, data: &str) -> Decision {
    let Some(number) = FeedbackNumber::parse(data) else { return Ok(Outcome::Pass) };
    let path = (number, turn.person()?);
    if let Some(mut consent) = turn.get::<Consent>(&path)? {
        consent.is_given = false;
        turn.put(&path, &consent)?;
    }
    turn.answer_private(turn.say("feedback-introduction-taken-back", &[("number", number.get().into())]));
    Ok(Outcome::Handled)
}
