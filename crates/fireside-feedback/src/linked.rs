//! Two people who turn out to be one have one voice for an item, and one list
//! of what they raised.

use std::time::Duration;

use fireside_core::event::TimerEvent;
use fireside_core::timer::Overdue;
use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Outcome, PersonId, Turn};

use crate::author::Author;
use crate::closing;
use crate::feedback::{Feedback, FeedbackNumber};
use crate::ledger;
use crate::voice::{self, PERSON, Voice};

/// The timer that goes on where somebody had more voices than one turn brings over.
pub(crate) const TIMER: &str = "linked";
/// How many voices a turn brings over.
const VOICES_MAX: usize = 200;

/// Brings over what is kept about `joined` to `person`.
pub(crate) fn bring_over(turn: &mut Turn<'_>, person: &PersonId, joined: &PersonId) -> Result<(), Interrupt> {
    closing::bring_over(turn, person, joined)?;
    bring_items(turn, person, joined)?;
    bring_voices(turn, person, joined)
}

/// The rest of somebody's voices.
pub(crate) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    if let Ok((person, joined)) = serde_json::from_str::<(PersonId, PersonId)>(&timer.tag.subject) {
        bring_voices(turn, &person, &joined)?;
    }
    Ok(Outcome::Handled)
}

fn bring_items(turn: &mut Turn<'_>, person: &PersonId, joined: &PersonId) -> Result<(), Interrupt> {
    let Some(theirs) = turn.get::<Author>(joined)? else { return Ok(()) };
    let mut all = turn.get::<Author>(person)?.unwrap_or_default();
    for number in &theirs.numbers {
        let Some(mut item) = turn.get::<Feedback>(number)? else { continue };
        if item.author.person == *joined {
            item.author.person = person.clone();
            ledger::keep(turn, &item)?;
        }
    }
    all.join(theirs);
    turn.delete::<Author>(joined)?;
    turn.put(person, &all)
}

fn bring_voices(turn: &mut Turn<'_>, person: &PersonId, joined: &PersonId) -> Result<(), Interrupt> {
    let theirs = turn.find::<Voice>(PERSON, joined.as_str(), VOICES_MAX)?;
    if theirs.len() == VOICES_MAX {
        let subject = serde_json::to_string(&(person, joined)).unwrap_or_default();
        // A later moment: a timer of the one that fires now would be the same event.
        turn.set_timer(TIMER, subject, turn.now() + Duration::from_millis(1), Overdue::Fire)?;
    }
    for voice in theirs {
        bring_voice(turn, person, voice)?;
    }
    Ok(())
}

/// A voice where there was none of theirs; else their words go to the one there
/// is. A voice for the item itself stands before a copy of another.
fn bring_voice(turn: &mut Turn<'_>, person: &PersonId, mut voice: Voice) -> Result<(), Interrupt> {
    let path: (FeedbackNumber, PersonId) = (voice.feedback, person.clone());
    if let Some(mut known) = turn.get::<Voice>(&path)? {
        let (is_copy, is_known_copy) = (voice.merged_from.is_some(), known.merged_from.is_some());
        if is_copy || !is_known_copy {
            let words = voice.words.as_deref().filter(|_| is_copy == is_known_copy);
            if words.is_some_and(|words| voice::say_more(&mut known.words, words)) {
                turn.put(&path, &known)?;
            }
            return voice::remove(turn, &voice);
        }
        voice::remove(turn, &known)?;
    }
    turn.delete::<Voice>(&voice.path())?;
    voice.customer.person = person.clone();
    turn.put(&path, &voice)
}
