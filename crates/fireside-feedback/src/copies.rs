//! Copies of voices: what an item has of those who back what was merged into it.

use fireside_core::turn::Interrupt;
use fireside_core::{PersonId, Turn};

use crate::feedback::{Feedback, FeedbackNumber, Standing};
use crate::staff;
use crate::voice::{self, Voice};

/// Somebody's voice for `from`, which was merged into `into`, counts there too,
/// unless they have one there.
pub(crate) fn add(
    turn: &mut Turn<'_>,
    from: FeedbackNumber,
    into: FeedbackNumber,
    person: &PersonId,
) -> Result<(), Interrupt> {
    if turn.get::<Voice>(&(into, person.clone()))?.is_some() {
        return Ok(());
    }
    let Some(voice) = turn.get::<Voice>(&(from, person.clone()))? else { return Ok(()) };
    voice::add(turn, &Voice { feedback: into, merged_from: Some(from), ..voice })
}

/// The copy of somebody's voice for `from` goes from `into`, and from what that
/// was merged into. Where they back something else that was merged there, their
/// voice for that takes its place.
pub(crate) fn remove(
    turn: &mut Turn<'_>,
    from: FeedbackNumber,
    into: FeedbackNumber,
    person: &PersonId,
) -> Result<(), Interrupt> {
    let copy = turn.get::<Voice>(&(into, person.clone()))?;
    let Some(copy) = copy.filter(|copy| copy.merged_from == Some(from)) else { return Ok(()) };
    voice::remove(turn, &copy)?;
    for other in staff::parts(turn, into)?.into_iter().filter(|other| *other != from) {
        add(turn, other, into, person)?;
    }
    if turn.get::<Voice>(&(into, person.clone()))?.is_some() {
        return Ok(());
    }
    match turn.get::<Feedback>(&into)?.map(|item| item.standing) {
        Some(Standing::Merged(further)) => remove(turn, into, further, person),
        _ => Ok(()),
    }
}

/// Somebody backs neither an item nor anything that was merged into it any
/// more. What they raised themselves keeps their voice.
pub(crate) fn take_back(
    turn: &mut Turn<'_>,
    number: FeedbackNumber,
    person: &PersonId,
) -> Result<(), Interrupt> {
    let mut numbers = vec![number];
    while let Some(number) = numbers.pop() {
        let is_own = turn.get::<Feedback>(&number)?.is_some_and(|item| item.author.person == *person);
        if !is_own && let Some(voice) = turn.get::<Voice>(&(number, person.clone()))? {
            voice::take_back(turn, &voice)?;
        }
        numbers.extend(staff::parts(turn, number)?);
    }
    Ok(())
}
