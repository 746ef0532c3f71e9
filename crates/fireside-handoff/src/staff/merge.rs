//! Merging: two cases of one human become one. `docs/adr/0017-merging-cases.md`
//! says why those of two humans never do.

use fireside_core::parts::Handled;
use fireside_core::turn::Interrupt;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, PersonId, Turn, Voice};

use super::{case_of, colleague, suggest};
use crate::case::{Case, CaseNumber, Closure, Leg, OpenCase, Side, StaffMember, State, Step};
use crate::customer::take_up;
use crate::{lifecycle, record, relay, time};

/// `/merge_cases`.
pub(super) const MERGE: Handled =
    Handled { name: "merge_cases", command, run: merge, suggest: Some(suggest::recent_cases) };

/// The option that names the case that ends.
pub(super) const FROM: &str = "from";
/// The option that names the case that goes on.
pub(super) const INTO: &str = "into";

fn command() -> Command {
    Command::new(MERGE.name, "handoff-command-merge")
        .staff()
        .option(FROM, "handoff-command-merge-from", OptionKind::Integer, true)
        .suggests()
        .option(INTO, "handoff-command-merge-into", OptionKind::Integer, true)
        .suggests()
}

fn merge(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    colleague::note(turn)?;
    let number = |option| {
        let given = invocation.integer(option).and_then(|number| u64::try_from(number).ok());
        CaseNumber::new(given.unwrap_or(0))
    };
    let Some(from) = case_of(turn, number(FROM))? else { return Ok(Outcome::Handled) };
    let Some(into) = case_of(turn, number(INTO))? else { return Ok(Outcome::Handled) };
    let (from_number, into_number) = (from.number, into.number);
    let refusal = refusal(turn, &from, &into)?;
    if refusal.is_none() {
        self::into(turn, from, into)?;
    }
    let key = refusal.unwrap_or("handoff-merged");
    let args = [("from", from_number.get().into()), ("into", into_number.get().into())];
    turn.answer_private(turn.say(key, &args));
    Ok(Outcome::Handled)
}

/// Why a case can't become part of another, as a sentence.
fn refusal(turn: &mut Turn<'_>, from: &Case, into: &Case) -> Result<Option<&'static str>, Interrupt> {
    let key = if from.number == into.number {
        "handoff-merge-itself"
    } else if from.merged_into.is_some() {
        "handoff-merged-already"
    } else if customer_of(turn, from)? != customer_of(turn, into)? {
        "handoff-merge-two-people"
    } else if !into.is_open() {
        "handoff-merge-into-closed"
    } else {
        return Ok(None);
    };
    Ok(Some(key))
}

/// Whose case it is, even where they were linked to another since.
fn customer_of(turn: &mut Turn<'_>, case: &Case) -> Result<PersonId, Interrupt> {
    let account = case.customer_leg().and_then(|leg| leg.account.clone());
    account.map_or_else(|| Ok(case.person.clone()), |account| turn.person_of(&account))
}

/// Merges a case into an open one of the same human: `from` ends without a word
/// to them, and what they say where it was spoken is `into`'s from now on. What
/// staff knew about `from` is kept with `into`.
pub(crate) fn into(turn: &mut Turn<'_>, mut from: Case, mut into: Case) -> Result<(), Interrupt> {
    let (was_open, unanswered_since) = (from.is_open(), from.unanswered_since);
    let is_reached = was_open && from.state() != State::Parked;
    let kept = relay::take_kept(turn, &from)?;
    from.merged_into = Some(into.number);
    let owner = from.owner().filter(|_| from.state() == State::Active).cloned();
    if was_open {
        let by = turn.is_staff().then(|| StaffMember::of(&turn.event().actor));
        let reason = turn.say_to_staff("handoff-merged-reason", &[("into", into.number.get().into())]);
        let closure = Closure { by, at: turn.now(), reason: Some(reason), silently: true };
        let _ = lifecycle::take(turn, &mut from, Step::Close(closure))?;
        take_legs(&from, &mut into);
    } else {
        lifecycle::keep(turn, &from)?;
    }
    take_over(&from, &mut into);
    if let Some(since) = unanswered_since {
        time::on_wait_taken_over(turn, &mut into, since)?;
    }
    settle(turn, &mut into)?;
    if is_reached {
        take_up(turn, &mut into)?;
    }
    relay::set_out(turn, &into, kept)?;
    tell_room(turn, &from, &into)?;
    if let Some(owner) = owner.filter(|_| into.state() == State::Waiting) {
        let _ = lifecycle::take(turn, &mut into, Step::Claim(owner))?;
    }
    Ok(())
}

/// The places of `from` become places of `into`; where the customer spoke to
/// `into` last is still the last. A place that is still being opened stays
/// behind, and is closed when it is there.
fn take_legs(from: &Case, into: &mut Case) {
    let last = into.legs.pop();
    for leg in from.customer_legs().filter(|leg| !leg.is_awaited()) {
        let is_known =
            |own: &Leg| own.side == Side::Customer && own.place == leg.place && own.account == leg.account;
        if !into.legs.iter().chain(&last).any(is_known) {
            into.legs.push(leg.clone());
        }
    }
    into.legs.extend(last);
}

/// What staff knew about `from` is known about `into`.
fn take_over(from: &Case, into: &mut Case) {
    into.priority = into.priority.max(from.priority);
    for tag in &from.tags {
        if !into.tags.contains(tag) {
            into.tags.push(tag.clone());
        }
    }
    for member in &from.seen_by {
        into.is_seen_by(member);
    }
    for watcher in &from.watchers {
        if into.watchers.iter().all(|known| known.member.account != watcher.member.account) {
            into.watchers.push(watcher.clone());
        }
    }
}

/// The case is its customer's open one, whoever they are now, and hears them in
/// all its places.
fn settle(turn: &mut Turn<'_>, into: &mut Case) -> Result<(), Interrupt> {
    let person = customer_of(turn, into)?;
    if person != into.person {
        turn.delete::<OpenCase>(&into.person)?;
        turn.unhush(&into.person)?;
        into.person = person;
    }
    turn.put(&into.person, &OpenCase { number: into.number })?;
    if into.owner().is_some() {
        turn.hush(&into.person)?;
    }
    for leg in into.customer_legs() {
        lifecycle::bind(turn, into, leg)?;
    }
    lifecycle::keep(turn, into)
}

fn tell_room(turn: &mut Turn<'_>, from: &Case, into: &Case) -> Result<(), Interrupt> {
    let words = turn.say_to_staff("handoff-took-in", &[("from", from.number.get().into())]);
    record::happened(turn, into, &words)?;
    if let Some(room) = into.room_place() {
        turn.send(room, words, into.number.manner(Voice::System));
    }
    Ok(())
}
