//! What staff can do: by command where they are, by button on a case's card.

mod audit;
mod beside;
mod block;
mod cases;
mod close;
pub(crate) mod colleague;
mod contact;
pub(crate) mod elapsed;
mod filing;
mod join;
pub(crate) mod merge;
mod named;
mod queue;
mod reopen;
mod snippet;
pub(crate) mod suggest;
mod transfer;
mod watch;

use fireside_core::parts::Handlers;
use fireside_core::turn::Interrupt;
use fireside_core::{Invocation, Turn};

pub use colleague::Colleague;
pub use snippet::{Draft, Snippet};

use crate::case::{Case, CaseNumber, Refusal};
use crate::{relay, room};

/// The option that names a case by its number.
pub(crate) const CASE: &str = "case";

/// The options whose words may end with the number of a case.
const HOLD_NUMBER: [&str; 2] = [UNTIL, transfer::NAME];
/// The option that says until when.
pub(crate) const UNTIL: &str = "until";

/// What staff's desk answers.
pub(crate) const HANDLERS: Handlers = Handlers {
    commands: &[
        join::JOIN,
        join::CLAIM,
        join::RELEASE,
        join::LEAVE,
        close::CLOSE,
        cases::CASES,
        transfer::TRANSFER,
        reopen::REOPEN,
        contact::CONTACT,
        snippet::SNIPPET,
        filing::PRIORITY,
        filing::TAG,
        merge::MERGE,
        block::BLOCK,
        block::UNBLOCK,
        watch::NOTIFY,
        watch::SUBSCRIBE,
        audit::AUDIT,
    ],
    presses: &[
        (room::card::JOIN, join::on_join_pressed),
        (room::card::CLAIM, join::on_claim_pressed),
        (join::RELEASE.name, join::on_release_pressed),
        (room::card::CLOSE, close::on_pressed),
        (reopen::REOPEN.name, reopen::on_pressed),
        (cases::PAGE, cases::on_page),
        (audit::OLDER, audit::on_older),
        (snippet::PAGE, snippet::on_page),
        (snippet::SEND, snippet::on_send),
    ],
    receipts: &[(contact::FIRST_WORDS, contact::on_receipt)],
    timers: &[(snippet::DRAFT, snippet::on_draft_expired)],
    ..Handlers::NONE
};

/// The case that a command of staff names, or in whose room it was run.
pub(crate) fn meant(turn: &Turn<'_>, invocation: &Invocation) -> Option<CaseNumber> {
    case_named(invocation).or_else(|| room::case_here(turn))
}

/// The number that a command gives its case by: as an option, or behind the
/// words of another (`/snooze 2d #7`).
pub(crate) fn case_named(invocation: &Invocation) -> Option<CaseNumber> {
    if let Some(number) = invocation.integer(CASE) {
        return Some(CaseNumber::new(u64::try_from(number).unwrap_or(0)));
    }
    HOLD_NUMBER.into_iter().find_map(|option| with_number(invocation.text(option)?).1)
}

/// What was given for an option, without the number of a case behind it.
pub(crate) fn words_of<'i>(invocation: &'i Invocation, option: &str) -> Option<&'i str> {
    let words = invocation.text(option)?;
    Some(if invocation.integer(CASE).is_some() { words } else { with_number(words).0 })
}

/// What a command is about, as the audit log tells it: its case, or two that
/// become one; else whose account it is run on.
pub(crate) fn subject_named(invocation: &Invocation) -> Option<String> {
    let (from, into) = (invocation.integer(merge::FROM), invocation.integer(merge::INTO));
    let numbers: Vec<_> = from.into_iter().chain(into).map(|number| number.to_string()).collect();
    if !numbers.is_empty() {
        return Some(numbers.join(" "));
    }
    let number = case_named(invocation).map(|number| number.to_string());
    let is_on_account =
        [block::BLOCK, block::UNBLOCK, contact::CONTACT].iter().any(|one| one.name == invocation.name);
    number.or_else(|| named::subject(invocation).filter(|_| is_on_account))
}

/// The case that a command of staff is about, also by words of it that
/// it is run on; where none is, that is answered.
pub(crate) fn case_meant(turn: &mut Turn<'_>, invocation: &Invocation) -> Result<Option<Case>, Interrupt> {
    let number = match meant(turn, invocation) {
        None => {
            let on = invocation.on_message().and_then(|(_, message)| message.id.as_ref());
            relay::case_beside(turn, on)?.map(|(case, _)| case.number)
        }
        meant => meant,
    };
    case_at(turn, number)
}

/// The case of this number, for a command of staff; where none was named, or
/// there is none, that is answered.
pub(crate) fn case_at(turn: &mut Turn<'_>, number: Option<CaseNumber>) -> Result<Option<Case>, Interrupt> {
    colleague::note(turn)?;
    let Some(number) = number else {
        turn.answer_private(turn.say("handoff-which-case", &[]));
        return Ok(None);
    };
    case_of(turn, number)
}

/// What stands before a case's number at the end of some words, and the number:
/// `2d #7` names the seventh. A bare number is one of the words: it may be an hour.
fn with_number(words: &str) -> (&str, Option<CaseNumber>) {
    let split = words.trim().rsplit_once(char::is_whitespace);
    match split.and_then(|(before, last)| Some((before, CaseNumber::parse(last.strip_prefix('#')?)?))) {
        Some((before, number)) => (before, Some(number)),
        None => (words, None),
    }
}

/// The case of this number; where there is none, that is answered.
pub(crate) fn case_of(turn: &mut Turn<'_>, number: CaseNumber) -> Result<Option<Case>, Interrupt> {
    let case = turn.get::<Case>(&number)?;
    if case.is_none() {
        answer(turn, "handoff-no-such-case", number, "");
    }
    Ok(case)
}

/// The open case that a pressed button is about, if the presser may press it.
pub(crate) fn case_pressed(turn: &mut Turn<'_>, action: &str, data: &str) -> Result<Option<Case>, Interrupt> {
    let pressed = pressed(turn, action, data)?;
    if pressed.as_ref().is_some_and(|case| !case.is_open()) {
        turn.answer_no_longer_current();
        return Ok(None);
    }
    Ok(pressed)
}

/// Whether the actor may press a button of staff's: authority is checked when it
/// is pressed, and that is written down.
fn may_press(turn: &mut Turn<'_>, action: &str, subject: &str) -> Result<bool, Interrupt> {
    if !turn.is_staff() {
        turn.audit_refusal(action, subject)?;
        turn.refuse_stranger();
        return Ok(false);
    }
    turn.audit(action, subject)?;
    colleague::note(turn)?;
    Ok(true)
}

/// The case that a pressed button is about, if the presser may press it. A
/// button stays where it was put, whoever comes by later.
fn pressed(turn: &mut Turn<'_>, action: &str, data: &str) -> Result<Option<Case>, Interrupt> {
    if !may_press(turn, action, data)? {
        return Ok(None);
    }
    let case = match CaseNumber::parse(data) {
        Some(number) => turn.get::<Case>(&number)?,
        None => None,
    };
    if case.is_none() {
        turn.answer_no_longer_current();
    }
    Ok(case)
}

/// Answers the one of staff who asked, with a sentence about a case and
/// somebody's name.
pub(crate) fn answer(turn: &mut Turn<'_>, key: &str, number: CaseNumber, name: &str) {
    let args = [("number", number.get().into()), ("name", name.into())];
    turn.answer_private(turn.say(key, &args));
}

/// Answers why a step can't be taken.
pub(crate) fn answer_refusal(turn: &mut Turn<'_>, number: CaseNumber, refusal: &Refusal) {
    let (key, name) = match refusal {
        Refusal::Closed => ("handoff-already-closed", ""),
        Refusal::NotClosed => ("handoff-not-closed", ""),
        Refusal::Held => ("handoff-still-yours", ""),
        Refusal::HeldBy(owner) => ("handoff-theirs", owner.name.as_str()),
        Refusal::NotHeld => ("handoff-not-held", ""),
        Refusal::Parked => ("handoff-is-parked", ""),
        Refusal::AsItWas => ("handoff-as-it-was", ""),
    };
    answer(turn, key, number, name);
}
