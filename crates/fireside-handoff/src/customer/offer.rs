//! Before a person is called: an answer that the community accepted, if one
//! fits. It is one step, and never stands twice between a customer and a person.

use std::time::Duration;

use fireside_core::ports::{Order, Query};
use fireside_core::record::Record;
use fireside_core::turn::{Interrupt, TurnError};
use fireside_core::{Account, Decision, Message, MessageId, Outcome, Outgoing, PersonId, Text, Turn};
use serde::{Deserialize, Serialize};

use super::accepted::AcceptedAnswer;
use super::call::{self, to_actor};

/// The action of the button that says that it helps.
pub(super) const HELPS: &str = "helps";
/// The action of the button that calls a person all the same.
pub(super) const CALL: &str = "call";

/// What is less like the words than this is no answer to them: of 0 to 1.
const LIKENESS_MIN: f32 = 0.35;
/// How many are looked at: some may have changed since they were indexed.
const LOOKED_AT_MAX: usize = 3;
/// How long the buttons work.
const LIFETIME: Duration = Duration::from_hours(7 * 24);

/// An answer was offered to somebody before a person was called, kept under the
/// person until they call again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {}

impl Record for Offered {
    const COLLECTION: &'static str = "offered_answer";
}

/// A call that was answered with an offer.
#[derive(Debug, Serialize, Deserialize)]
struct Asked {
    by: Account,
    words: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<MessageId>,
}

/// Offers an answer to what a call says it is about. Gives whether there was one.
pub(super) fn made(turn: &mut Turn<'_>, person: &PersonId, message: &Message) -> Result<bool, Interrupt> {
    if message.text.is_blank() {
        return Ok(false);
    }
    if turn.get::<Offered>(person)?.is_some() {
        turn.delete::<Offered>(person)?;
        return Ok(false);
    }
    let words = message.text.to_plain();
    let Some(answer) = fitting(turn, &words)? else { return Ok(false) };
    turn.put(person, &Offered {})?;
    let by = turn.event().actor.account.clone();
    let asked = serde_json::to_string(&Asked { by, words, message: message.id.clone() }).unwrap_or_default();
    let mut row = Vec::new();
    for (label, action) in [("handoff-button-helps", HELPS), ("handoff-button-call", CALL)] {
        row.push(turn.button(turn.say(label, &[]), action, &asked, None, LIFETIME)?);
    }
    turn.answer(Outgoing::of(content(turn, &answer)).row(row));
    Ok(true)
}

/// The accepted answer that fits words best. Without an index there is none:
/// nobody waits for a person because of it.
fn fitting(turn: &mut Turn<'_>, words: &str) -> Result<Option<AcceptedAnswer>, Interrupt> {
    let query = Query::new(Order::Like(words.to_owned()), LOOKED_AT_MAX);
    match turn.search::<AcceptedAnswer>(&query) {
        Ok(found) => Ok(found
            .records
            .into_iter()
            .find(|(_, likeness)| *likeness >= LIKENESS_MIN)
            .map(|(answer, _)| answer)),
        Err(Interrupt::Failed(TurnError::Search(_))) => Ok(None),
        Err(interrupt) => Err(interrupt),
    }
}

fn content(turn: &Turn<'_>, answer: &AcceptedAnswer) -> Text {
    let said = turn.say("handoff-offer", &[("name", (&answer.author).into())]);
    let text = Text::plain(said).line(Text::quote(answer.words.as_str()));
    match &answer.link {
        Some(link) => text.line(Text::link(link.as_str(), turn.say("handoff-offer-link", &[]))),
        None => text,
    }
}

/// The call that a pressed button is about, and who made it, if the presser did.
fn own_call(turn: &mut Turn<'_>, data: &str) -> Result<Option<Asked>, Interrupt> {
    let Ok(asked) = serde_json::from_str::<Asked>(data) else {
        turn.answer_no_longer_current();
        return Ok(None);
    };
    if asked.by != turn.event().actor.account {
        turn.refuse(turn.say("handoff-for-caller", &[]));
        return Ok(None);
    }
    let person = turn.person()?;
    forget(turn, &person)?;
    Ok(Some(asked))
}

/// It helps: nobody is called.
pub(super) fn on_helps(turn: &mut Turn<'_>, data: &str) -> Decision {
    if own_call(turn, data)?.is_some() {
        let said = to_actor(turn, turn.say("handoff-offer-helped", &[]));
        turn.answer(said);
    }
    Ok(Outcome::Handled)
}

/// It does not help: a person is called.
pub(super) fn on_call(turn: &mut Turn<'_>, data: &str) -> Decision {
    if let Some(asked) = own_call(turn, data)?
        && let Some(person) = call::caller(turn)?
    {
        let message = Message { id: asked.message, ..Message::of(asked.words) };
        call::call(turn, &person, &message)?;
    }
    Ok(Outcome::Handled)
}

/// What was offered to somebody stands in no way any more.
pub(super) fn forget(turn: &mut Turn<'_>, person: &PersonId) -> Result<(), Interrupt> {
    turn.delete::<Offered>(person)
}
