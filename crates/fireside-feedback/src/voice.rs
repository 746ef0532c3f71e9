//! Voices: who backs an item.

use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{MessageId, Place, Text, Timestamp, Turn};
use serde::{Deserialize, Serialize};

use crate::card;
use crate::feedback::{Customer, Feedback, FeedbackNumber, Origin};
use crate::ledger;
use crate::outward;

/// One person's backing of an item, kept under the item and the person: a
/// person has one voice. The author's is the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// The item.
    pub feedback: FeedbackNumber,
    /// Who backs it.
    pub customer: Customer,
    /// What they said to it, in their own words: at most 2,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Where they gave it.
    pub place: Place,
    /// Nobody but the bot could hear it.
    pub is_private: bool,
    /// The message they gave it with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageId>,
    /// When.
    pub at: Timestamp,
    /// The item it was given to, where that was merged into this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_from: Option<FeedbackNumber>,
}

impl Record for Voice {
    const COLLECTION: &'static str = "voice";
    const INDEXED: bool = true;

    fn indexed_by(&self) -> Vec<(&'static str, String)> {
        let given = format!("{} {}", self.feedback, self.given());
        let worded = self.words.is_some().then(|| (WORDED, given.clone()));
        let person = (PERSON, self.customer.person.to_string());
        [(GIVEN, given), person].into_iter().chain(worded).collect()
    }
}

/// The index of voices by item and where they were given: `7 north:square`, or
/// `7 private`.
pub(crate) const GIVEN: &str = "given";
/// The same of those with words.
pub(crate) const WORDED: &str = "worded";
/// The index of voices by person.
pub(crate) const PERSON: &str = "person";

impl Voice {
    /// Where it is kept.
    pub fn path(&self) -> (FeedbackNumber, fireside_core::PersonId) {
        (self.feedback, self.customer.person.clone())
    }

    /// The counters that it is counted under: all of its item's voices, and
    /// those that were given where it was.
    pub fn tallies(&self) -> [String; 2] {
        [tally(self.feedback), tally_at(self.feedback, &self.given())]
    }

    /// Where it was given, as indexes and counters have it.
    fn given(&self) -> String {
        if self.is_private { "private".to_owned() } else { self.place.to_string() }
    }
}

/// Adds to what somebody said. `false`: nothing is new in it.
pub(crate) fn say_more(said: &mut Option<String>, more: &str) -> bool {
    let known = said.take().unwrap_or_default();
    let is_new = !known.contains(more);
    let words = if is_new { Text::plain(known).line(more) } else { Text::plain(known) };
    *said = Some(words.cut(ledger::WORDS_CHARS_MAX).to_plain()).filter(|words| !words.is_empty());
    is_new
}

/// A place where an item was backed, kept under the item and the place: who
/// gave a voice there hears there what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoicePlace {
    /// The place.
    pub place: Place,
}

impl Record for VoicePlace {
    const COLLECTION: &'static str = "voice_place";
}

/// That somebody took their voice back, kept under the item and the person:
/// should they give it again, other software is not told again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TakenBack {
    /// The item.
    feedback: FeedbackNumber,
}

impl Record for TakenBack {
    const COLLECTION: &'static str = "voice_taken_back";
}

/// What became of a voice that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Given {
    /// It counts from now on, for this item.
    Added(Box<Feedback>),
    /// They had given it before.
    Already(Box<Feedback>),
    /// There is no such item any more.
    NoItem,
}

/// The actor backs an item, or what it was merged into, with their own words if
/// they said some.
pub(crate) fn give(
    turn: &mut Turn<'_>,
    number: FeedbackNumber,
    words: Option<String>,
) -> Result<Given, Interrupt> {
    let (customer, origin) = (ledger::customer(turn)?, ledger::origin(turn));
    give_for(turn, number, customer, words, &origin)
}

/// Somebody backs an item, or what it was merged into, with what they said
/// somewhere. Who backs it already can add to their words; the copy of a voice
/// for something else gives way to a voice for the item itself.
pub(crate) fn give_for(
    turn: &mut Turn<'_>,
    number: FeedbackNumber,
    customer: Customer,
    words: Option<String>,
    origin: &Origin,
) -> Result<Given, Interrupt> {
    let Some(item) = ledger::live(turn, number)? else { return Ok(Given::NoItem) };
    let known = turn.get::<Voice>(&(item.number, customer.person.clone()))?;
    let is_known = known.is_some();
    if let Some(mut known) = known {
        if known.merged_from.is_none() {
            if words.is_some_and(|words| say_more(&mut known.words, &words)) {
                turn.put(&known.path(), &known)?;
            }
            return Ok(Given::Already(Box::new(item)));
        }
        remove(turn, &known)?;
    }
    let voice = Voice {
        feedback: item.number,
        customer,
        words,
        place: origin.place.clone(),
        is_private: origin.is_private,
        message: origin.message.clone(),
        at: turn.now(),
        merged_from: None,
    };
    add(turn, &voice)?;
    if is_known {
        return Ok(Given::Already(Box::new(item)));
    }
    if turn.get::<TakenBack>(&voice.path())?.is_none() {
        outward::voiced(turn, &item, voice.words.as_deref());
    }
    Ok(Given::Added(Box::new(item)))
}

/// Keeps a voice that was not there, and counts it. The card shows it soon.
pub(crate) fn add(turn: &mut Turn<'_>, voice: &Voice) -> Result<(), Interrupt> {
    turn.put(&voice.path(), voice)?;
    count(turn, voice, 1);
    if !voice.is_private {
        let path = (voice.feedback, voice.place.to_string());
        if turn.get::<VoicePlace>(&path)?.is_none() {
            turn.put(&path, &VoicePlace { place: voice.place.clone() })?;
        }
    }
    card::touch(turn, voice.feedback)
}

/// Removes a voice that was there.
pub(crate) fn remove(turn: &mut Turn<'_>, voice: &Voice) -> Result<(), Interrupt> {
    turn.delete::<Voice>(&voice.path())?;
    count(turn, voice, -1);
    card::touch(turn, voice.feedback)
}

/// Removes the voice of somebody who takes it back.
pub(crate) fn take_back(turn: &mut Turn<'_>, voice: &Voice) -> Result<(), Interrupt> {
    turn.put(&voice.path(), &TakenBack { feedback: voice.feedback })?;
    remove(turn, voice)
}

/// The tallies are counted and never read before they are written, so that a
/// hundred voices in a second don't wait for each other.
fn count(turn: &mut Turn<'_>, voice: &Voice, by: i64) {
    for tally in voice.tallies() {
        turn.increment(&tally, by);
    }
}

/// The counter of an item's voices.
pub(crate) fn tally(number: FeedbackNumber) -> String {
    format!("voices {number}")
}

/// The counter of an item's voices in one place.
pub(crate) fn tally_at(number: FeedbackNumber, given: &str) -> String {
    format!("voices {number} {given}")
}
