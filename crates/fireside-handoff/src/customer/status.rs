//! `/status`: how things stand, told to the customer wherever they ask.

use fireside_core::parts::Handled;
use fireside_core::turn::Interrupt;
use fireside_core::{Audience, Command, Decision, Invocation, Outcome, PersonId, PlaceRef, Text, Turn};

use super::blocked;
use super::call::open_case;
use crate::case::{Case, Closure, State, recent};
use crate::staff::elapsed;
use crate::{record, time};

/// `/status`.
pub(super) const STATUS: Handled = Handled { name: "status", command, run: status, suggest: None };

fn command() -> Command {
    Command::new("status", "handoff-command-status")
}

fn status(turn: &mut Turn<'_>, _invocation: &Invocation) -> Decision {
    if turn.in_staff_place() {
        turn.answer(turn.say("handoff-for-customers", &[]));
        return Ok(Outcome::Handled);
    }
    let person = turn.person()?;
    let Some(case) = open_case(turn, &person)? else {
        // Nobody else is told that somebody is blocked.
        if let Some(blocked) = blocked::of(turn, &person)? {
            turn.answer_private(blocked.said(turn, turn.locale()));
        } else {
            let said = without_case(turn, &person)?;
            turn.answer(said);
        }
        return Ok(Outcome::Handled);
    };
    let said = standing(turn, &case)?;
    // Who is talked with in private is not told so among others.
    if is_spoken_here(turn, &case) {
        turn.answer(said);
    } else {
        turn.answer_private(said);
    }
    Ok(Outcome::Handled)
}

/// Whether what is said of the case here goes no further than it is spoken.
fn is_spoken_here(turn: &Turn<'_>, case: &Case) -> bool {
    let event = turn.event();
    let here = PlaceRef::At(event.place.clone());
    event.audience == Audience::Private
        || case.customer_legs().any(|leg| !leg.is_private || leg.place == here)
}

/// How an open case stands.
fn standing(turn: &mut Turn<'_>, case: &Case) -> Result<Text, Interrupt> {
    let waits = elapsed::in_words(turn, turn.locale(), turn.now().since(case.opened));
    let owner = case.owner().map_or("", |owner| owner.name.as_str());
    let args = [("number", case.number.get().into()), ("name", owner.into()), ("span", (&waits).into())];
    let key = match case.state() {
        State::Waiting => "handoff-status-waiting",
        State::Active => "handoff-status-active",
        State::Snoozed => "handoff-status-snoozed",
        State::Parked | State::Closed => "handoff-status-parked",
    };
    let mut text = Text::plain(turn.say(key, &args));
    if let Some(seen) = case.seen_by.first().filter(|_| case.state() == State::Waiting) {
        let brand = (&turn.community().name).into();
        text = text.line(turn.say("handoff-seen", &[("name", (&seen.name).into()), ("brand", brand)]));
    }
    if let Some(since) = case.unanswered_since.filter(|_| case.state() == State::Active) {
        let span = elapsed::in_words(turn, turn.locale(), turn.now().since(since));
        text = text.line(turn.say("handoff-status-unanswered", &[("span", (&span).into())]));
    }
    if case.unanswered_since.is_none() {
        return Ok(text);
    }
    if let Some(away) = time::away(turn, turn.locale())? {
        text = text.line(away);
    } else if let Some(usually) = record::typical_answer(turn)? {
        let span = elapsed::in_words(turn, turn.locale(), usually);
        text = text.line(turn.say("handoff-usually", &[("span", (&span).into())]));
    }
    Ok(text)
}

/// How things stand where no case is open: how the last one ended.
fn without_case(turn: &mut Turn<'_>, person: &PersonId) -> Result<Text, Interrupt> {
    let last = recent::last_of(turn, person)?;
    let Some((number, closure)) = last.as_ref().and_then(closed) else {
        return Ok(turn.say("handoff-status-none", &[]).into());
    };
    let span = elapsed::in_words(turn, turn.locale(), turn.now().since(closure.at));
    Ok(turn.say("handoff-status-closed", &[("number", number.into()), ("span", (&span).into())]).into())
}

fn closed(case: &Case) -> Option<(u64, &Closure)> {
    Some((case.number.get(), case.closure()?))
}
