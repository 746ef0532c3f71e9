//! Early words: what staff write in a room before the bot knows that it is
//! there. Nobody knows yet whose they are, so they are not brought over; the
//! room says so as soon as it is known.

use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Message, Outcome, Place, Turn, Voice};
use serde::{Deserialize, Serialize};

use crate::case::{Case, CaseNumber, shown_name};

/// How many authors of early words are named.
const NAMES_MAX: usize = 5;

/// A case whose room is being opened, kept under its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The case.
    pub case: CaseNumber,
}

impl Record for Opening {
    const COLLECTION: &'static str = "case_opening";
}

/// Who wrote in a place that may become a case's room, kept under the place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Early {
    /// Their names, the first first.
    pub names: Vec<String>,
}

impl Record for Early {
    const COLLECTION: &'static str = "case_early";
}

/// Somebody of staff wrote in a room of nobody's while a case's room was being
/// opened: it may be that one.
pub(super) fn on_message(turn: &mut Turn<'_>, _message: &Message) -> Decision {
    let event = turn.event();
    let may_be = turn.binding().is_none() && event.place.thread.is_some() && turn.in_staff_place();
    if !may_be || !turn.is_staff() || turn.all::<Opening>(1)?.is_empty() {
        return Ok(Outcome::Pass);
    }
    let path = event.place.to_string();
    let mut early = turn.get::<Early>(&path)?.unwrap_or_default();
    let name = shown_name(&event.actor);
    if early.names.len() < NAMES_MAX && !early.names.contains(&name) {
        early.names.push(name);
        turn.put(&path, &early)?;
    }
    Ok(Outcome::Pass)
}

/// The room is known: whoever wrote in it before is told that it went nowhere.
pub(super) fn tell(turn: &mut Turn<'_>, case: &Case, place: &Place) -> Result<(), Interrupt> {
    let path = place.to_string();
    let Some(early) = turn.get::<Early>(&path)? else { return Ok(()) };
    turn.delete::<Early>(&path)?;
    let names = early.names.join(", ");
    let words = turn.say_to_staff("handoff-room-early", &[("names", (&names).into())]);
    turn.send(place.clone(), words, case.number.manner(Voice::System));
    Ok(())
}
