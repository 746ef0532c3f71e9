//! Two people who turn out to be one have one open case, the older, and are
//! blocked as one.

use fireside_core::turn::Interrupt;
use fireside_core::{PersonId, Turn};

use super::blocked::{self, Blocked};
use super::call::open_case;
use super::offer;
use crate::case::{Case, OpenCase};
use crate::staff::merge;

/// How many cases are brought over: more than anybody has.
const CASES_MAX: usize = 500;

/// Brings over what is kept about `joined` to `person`.
pub(crate) fn bring_over(turn: &mut Turn<'_>, person: &PersonId, joined: &PersonId) -> Result<(), Interrupt> {
    if let (Some(own), Some(theirs)) = (open_case(turn, person)?, open_case(turn, joined)?) {
        let (older, newer) = if own.number < theirs.number { (own, theirs) } else { (theirs, own) };
        merge::into(turn, newer, older)?;
    }
    for case in turn.find::<Case>(Case::BY_PERSON, joined.as_str(), CASES_MAX)? {
        bring_case(turn, person, case)?;
    }
    offer::forget(turn, joined)?;
    bring_block(turn, person, joined)
}

fn bring_case(turn: &mut Turn<'_>, person: &PersonId, mut case: Case) -> Result<(), Interrupt> {
    if case.is_open() {
        turn.delete::<OpenCase>(&case.person)?;
        turn.put(person, &OpenCase { number: case.number })?;
        if turn.is_hushed(&case.person)? {
            turn.unhush(&case.person)?;
            turn.hush(person)?;
        }
    }
    case.person = person.clone();
    turn.put(&case.number, &case)
}

/// Who is blocked as one of two is blocked, as long as either was.
fn bring_block(turn: &mut Turn<'_>, person: &PersonId, joined: &PersonId) -> Result<(), Interrupt> {
    let Some(theirs) = turn.get::<Blocked>(joined)? else { return Ok(()) };
    turn.delete::<Blocked>(joined)?;
    let own = turn.get::<Blocked>(person)?;
    let block = own.map_or(theirs.clone(), |own| own.longer(theirs));
    turn.put(person, &block)?;
    match blocked::of(turn, person)? {
        Some(block) => blocked::close_open_case(turn, person, &block),
        None => Ok(()),
    }
}
