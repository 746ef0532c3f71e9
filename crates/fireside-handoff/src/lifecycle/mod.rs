//! The life of a case: what follows from each step, wherever it was taken from.

mod telling;

use fireside_core::turn::Interrupt;
use fireside_core::{MessageId, PlaceRef, Tag, Turn, Voice};

use crate::case::{
    Case, CaseNumber, Change, Leg, LineOf, OpenCase, RecentCase, Refusal, StaffMember, State, Step,
};
use crate::feature::NAME;
use crate::{record, relay, room, time};

/// What a customer's binding is called.
pub(crate) const CUSTOMER: &str = "customer";

/// Opens a case: its card, its room, and a call for somebody to come. `said_in`
/// is the message that it was asked for in, if it was one of the place where
/// the event happened.
pub(crate) fn open(
    turn: &mut Turn<'_>,
    case: &mut Case,
    said_in: Option<&MessageId>,
) -> Result<(), Interrupt> {
    let line = record::opened(turn, case, said_in)?;
    room::open(turn, case, said_in, line)?;
    begin(turn, case)?;
    record::follow(turn, case)?;
    time::on_opened(turn, case)?;
    turn.put(&case.number, case)
}

/// Opens a case that somebody of staff has from the beginning: nobody is called.
pub(crate) fn open_with(
    turn: &mut Turn<'_>,
    case: &mut Case,
    said_in: Option<&MessageId>,
    member: StaffMember,
) -> Result<(), Interrupt> {
    let line = record::opened(turn, case, said_in)?;
    room::open(turn, case, said_in, line)?;
    begin(turn, case)?;
    case.is_seen_by(&member);
    // Nobody has a case that was just opened: nothing is refused.
    let _ = take(turn, case, Step::Claim(member))?;
    Ok(())
}

/// Takes a step, and does all that follows from it. A step that can't be taken
/// changes nothing.
pub(crate) fn take(
    turn: &mut Turn<'_>,
    case: &mut Case,
    step: Step,
) -> Result<Result<Change, Refusal>, Interrupt> {
    let before = case.clone();
    let change = match case.take(step) {
        Ok(change) => change,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if change.from == State::Closed {
        begin(turn, case)?;
        room::reopen(turn, case)?;
    }
    match change.to {
        State::Waiting => time::on_waiting(turn, case, change.from)?,
        State::Active => time::on_active(turn, case, change.from)?,
        State::Snoozed => time::on_snoozed(turn, case)?,
        State::Parked => time::on_parked(turn, case, change.from)?,
        State::Closed => end(turn, case)?,
    }
    hush(turn, case)?;
    telling::tell(turn, &before, case, change)?;
    if change.from == State::Parked && matches!(change.to, State::Waiting | State::Active) {
        relay::go_on(turn, case)?;
    }
    if change.to == State::Closed {
        relay::end(turn, case)?;
        room::shut(turn, case)?;
    }
    keep(turn, case)?;
    Ok(Ok(change))
}

/// Keeps a changed case, and lets its card show it.
pub(crate) fn keep(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    turn.put(&case.number, case)?;
    record::follow(turn, case)?;
    room::card::refresh(turn, case)
}

/// What a line says is changed: where it is what the customer called with, the
/// card says it too.
pub(crate) fn reword_call(
    turn: &mut Turn<'_>,
    case: &Case,
    line: &LineOf,
    words: &str,
) -> Result<(), Interrupt> {
    if case.words.is_empty() || line.at != case.opened {
        return Ok(());
    }
    let mut case = case.clone();
    words.clone_into(&mut case.words);
    keep(turn, &case)
}

/// The case that something the feature asked for was about.
pub(crate) fn case_tagged(turn: &mut Turn<'_>, tag: &Tag) -> Result<Option<Case>, Interrupt> {
    match CaseNumber::parse(&tag.subject) {
        Some(number) => turn.get(&number),
        None => Ok(None),
    }
}

/// The customer speaks in a place from now on: their words there are the case's,
/// and no dialogue's that they left open.
pub(crate) fn bind(turn: &mut Turn<'_>, case: &Case, leg: &Leg) -> Result<(), Interrupt> {
    let PlaceRef::At(place) = &leg.place else { return Ok(()) };
    let tag = Tag::new(NAME, CUSTOMER, case.number);
    if let Some(account) = &leg.account {
        turn.end_dialogue_of(place, account)?;
    }
    turn.bind(place, leg.account.as_ref(), case.number.lane(), tag)
}

/// The case is its customer's open one, and what they say is part of it.
fn begin(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    turn.put(&case.person, &OpenCase { number: case.number })?;
    turn.put(&RecentCase::path(case.number), &RecentCase { number: case.number })?;
    for leg in case.customer_legs() {
        bind(turn, case, leg)?;
    }
    Ok(())
}

/// While somebody of staff has the case, wherever it stands, what the bot has
/// not said yet stays unsaid.
fn hush(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    if case.is_open() && case.owner().is_some() {
        turn.withdraw(case.number.subject(), Some(Voice::Bot));
        return turn.hush(&case.person);
    }
    turn.unhush(&case.person)
}

/// What the customer says in the case's places is theirs alone again.
fn end(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    case.closing = None;
    case.unanswered_since = None;
    turn.delete::<OpenCase>(&case.person)?;
    turn.withdraw(case.number.subject(), Some(Voice::Bot));
    for leg in case.customer_legs() {
        turn.unbind(leg.place.anchor(), leg.account.as_ref())?;
    }
    time::on_closed(turn, case)
}
