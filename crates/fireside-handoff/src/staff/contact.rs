//! `/contact`: staff speak to a customer first.
//!
//! Their words go to the private chat in which the customer last wrote; where
//! there is none, to one that the bot may open; else to the place where the
//! customer was last seen.

use fireside_core::event::ReceiptEvent;
use fireside_core::parts::Handled;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Account, Actor, Capability, Command, Decision, DeliveryOutcome, Invocation, Message, OptionKind, Outcome,
    Outgoing, Place, PlaceRef, Span, Text, Turn, Voice, text,
};

use super::named::{self, Customer};
use super::{answer, colleague, suggest};
use crate::case::{Case, CaseNumber, Leg, OpenCase, StaffMember};
use crate::customer::{COUNTER, blocked};
use crate::relay::is_internal;
use crate::relay::outbound::{self, Signature};
use crate::{Settings, lifecycle};

/// `/contact`.
pub(super) const CONTACT: Handled =
    Handled { name: "contact", command, run: contact, suggest: Some(suggest::recent_cases) };

/// What the first words to a customer are called.
pub(super) const FIRST_WORDS: &str = "first_words";
/// The option that holds what is said.
const TEXT: &str = "text";

fn command() -> Command {
    named::command(CONTACT.name, "handoff-command-contact").option(
        TEXT,
        "handoff-command-contact-text",
        OptionKind::Text,
        false,
    )
}

fn contact(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    colleague::note(turn)?;
    let Some(words) = invocation.text(TEXT).filter(|words| !text::is_blank(words)) else {
        turn.answer_private(turn.say("handoff-contact-no-words", &[]));
        return Ok(Outcome::Handled);
    };
    if is_internal(words) {
        turn.answer_private(turn.say("handoff-marked-internal", &[]));
        return Ok(Outcome::Handled);
    }
    if turn.community().staff_home.is_none() {
        turn.answer_private(turn.say("handoff-no-team", &[]));
        return Ok(Outcome::Handled);
    }
    if let Some(customer) = named::customer(turn, invocation)?
        && may_be_contacted(turn, &customer)?
    {
        let Some((place, is_private)) = way_to(turn, &customer, invocation) else {
            let name = [("name", (&customer.name).into())];
            turn.answer_private(turn.say("handoff-contact-nowhere", &name));
            return Ok(Outcome::Handled);
        };
        open(turn, customer, place, is_private, words)?;
    }
    Ok(Outcome::Handled)
}

/// Whether nothing speaks against a new case; what does is said.
fn may_be_contacted(turn: &mut Turn<'_>, customer: &Customer) -> Result<bool, Interrupt> {
    if let Some(open) = turn.get::<OpenCase>(&customer.person)? {
        answer(turn, "handoff-has-open-case", open.number, &customer.name);
        return Ok(false);
    }
    if blocked::of(turn, &customer.person)?.is_some() {
        turn.answer_private(turn.say("handoff-contact-blocked", &[("name", (&customer.name).into())]));
        return Ok(false);
    }
    Ok(true)
}

/// Where a customer is spoken to, and whether nobody else hears it. What they
/// say in a private chat that is not the community's would be lost.
fn way_to(turn: &Turn<'_>, customer: &Customer, invocation: &Invocation) -> Option<(Place, bool)> {
    let platform = &customer.account.platform;
    let is_heard = turn.community().hears_private_chats(platform);
    let known = |leg: &&Leg| {
        let place = leg.place.anchor();
        leg.account.as_ref() == Some(&customer.account)
            && matches!(leg.place, PlaceRef::At(_))
            && (!leg.is_private || place.thread.is_none())
    };
    let legs: Vec<_> = customer.last.iter().flat_map(Case::customer_legs).filter(known).collect();
    if let Some(leg) = legs.iter().rfind(|leg| leg.is_private && is_heard) {
        return Some((leg.place.anchor().clone(), true));
    }
    let private = is_heard.then(|| (customer.account.private_place(), true));
    if !turn.capabilities(platform).can(Capability::PrivateLinks) && is_heard {
        return private;
    }
    let answered = invocation.on_message().filter(|(author, _)| author.account == customer.account);
    let here = answered.map(|_| turn.event().place.clone()).filter(|_| !turn.in_staff_place());
    let public = || legs.iter().rfind(|leg| !leg.is_private).map(|leg| leg.place.anchor().clone());
    here.or_else(public).map(|place| (place, false)).or(private)
}

/// Opens a case that the actor has from the beginning, and says their words.
fn open(
    turn: &mut Turn<'_>,
    customer: Customer,
    place: Place,
    is_private: bool,
    words: &str,
) -> Result<(), Interrupt> {
    let Customer { account, name, person, last } = customer;
    let relay = turn.settings::<Settings>()?.relay;
    let number = CaseNumber::new(turn.next_number(COUNTER)?);
    let actor = Actor::human(account.clone(), name);
    let mut case = Case::new(number, person, &actor, relay, turn.now());
    case.locale = last.map_or_else(|| turn.community().locale.clone(), |last| last.locale);
    case.unanswered_since = None;
    case.speaks_in(place.clone().into(), account.clone(), is_private);
    greet(turn, &case, place, (!is_private).then_some(account));
    lifecycle::open_with(turn, &mut case, None, StaffMember::of(&turn.event().actor))?;
    let (number, name) = (case.number, case.name.clone());
    outbound::say(turn, &mut case, &Message::of(words), Signature::Person)?;
    let key = if is_private { "handoff-contacted" } else { "handoff-contacted-in-public" };
    answer(turn, key, number, &name);
    Ok(())
}

/// Calls the customer, among others by name. Who is there for them is told then.
fn greet(turn: &mut Turn<'_>, case: &Case, place: Place, called: Option<Account>) {
    let args = [("number", case.number.get().into()), ("brand", (&turn.community().name).into())];
    let key = if called.is_some() { "handoff-contact-in-group" } else { "handoff-contact" };
    let said = Text::plain(turn.say_in(&case.locale, key, &args));
    let asks = called.is_some();
    let text = match called {
        Some(account) => Text(vec![Span::Mention { account, name: case.name.clone() }]).then(": ").then(said),
        None => said,
    };
    let content = Outgoing { asks, ..Outgoing::of(text) };
    turn.send(place, content, case.number.manner(Voice::System).tagged(FIRST_WORDS, case.number));
}

/// The first words have arrived: a private chat may be called otherwise than
/// the account, and what the customer says there is the case's.
pub(super) fn on_receipt(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    let Some(mut case) = lifecycle::case_tagged(turn, &receipt.tag)? else { return Ok(Outcome::Pass) };
    let DeliveryOutcome::Delivered(done) = &receipt.outcome else { return Ok(Outcome::Handled) };
    let Some(place) = done.place.clone().filter(|_| case.is_open()) else { return Ok(Outcome::Handled) };
    let named = PlaceRef::At(turn.event().place.clone());
    let leg = case.legs.iter_mut().find(|leg| leg.place == named && leg.account.is_some());
    if let Some(leg) = leg.filter(|leg| *leg.place.anchor() != place) {
        let account = leg.account.clone();
        leg.place = place.into();
        let leg = leg.clone();
        turn.unbind(named.anchor(), account.as_ref())?;
        lifecycle::bind(turn, &case, &leg)?;
        lifecycle::keep(turn, &case)?;
    }
    Ok(Outcome::Handled)
}
