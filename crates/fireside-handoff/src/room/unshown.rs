//! The customer's words that could not be shown to staff: said elsewhere, or
//! kept until they can be.

use std::time::Duration;

use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{Obstacle, PlaceRef, Turn};
use serde::{Deserialize, Serialize};

use super::shown::Shown;
use super::{card, opening, state, stranded};
use crate::case::{Case, CaseNumber};
use crate::relay::{self, Copying, TO_ROOM};

/// How many words are brought in at once.
const AT_ONCE_MAX: usize = 100;
/// A room that was mended so short a time ago is not mended again: its words
/// are said where staff work.
const MENDED_FOR: Duration = Duration::from_mins(1);

/// What words on their way to where staff work, outside the room, are called.
pub(crate) const TO_HOME: &str = "to_home";
/// The counter that the order of kept words is drawn from.
const COUNTER: &str = "case_unshown";

/// Words of a customer's that wait to be shown to staff, kept under their case
/// and their number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unshown {
    /// The later they were kept, the higher it is.
    pub number: u64,
    /// The words, and what they copy.
    pub words: Copying,
}

impl Record for Unshown {
    const COLLECTION: &'static str = "case_unshown";
}

/// Words could not be shown, in the room or where staff work. Gives whether they
/// are taken care of: said elsewhere, or kept.
pub(crate) fn could_not_show(
    turn: &mut Turn<'_>,
    case: &mut Case,
    (label, obstacle, why): (&str, Obstacle, &str),
    words: Copying,
) -> Result<bool, Interrupt> {
    if !case.is_open() {
        return Ok(false);
    }
    if case.card.is_none() {
        keep(turn, case, words)?;
    } else if label == TO_HOME {
        if obstacle != Obstacle::Refused {
            stranded::strand(turn, case)?;
        }
        keep(turn, case, words)?;
    } else if case.is_roomless() {
        // What the customer called with stands on the card.
        if !(words.originals.is_empty() && card::says(case, &words.content.text)) {
            say_at_home(turn, case, words)?;
        }
    } else if obstacle == Obstacle::Refused {
        return Ok(false);
    } else if obstacle == Obstacle::Closed {
        state::stays_closed(turn, case, why)?;
        say_at_home(turn, case, words)?;
    } else {
        if obstacle == Obstacle::Gone {
            turn.unbind(&turn.event().place, None)?;
        }
        in_new_room(turn, case, words)?;
    }
    Ok(true)
}

/// The room is gone: another is opened, and what was for the old one is said in
/// it. Of several such words the first opens the room.
fn in_new_room(turn: &mut Turn<'_>, case: &mut Case, words: Copying) -> Result<(), Interrupt> {
    let here = PlaceRef::At(turn.event().place.clone());
    if case.room().is_none_or(|room| room.place == here) {
        if was_just_mended(turn, case)? {
            return say_at_home(turn, case, words);
        }
        opening::renew(turn, case)?;
    }
    match case.room_place() {
        Some(room) => say(turn, case, &room, TO_ROOM, words),
        None => Ok(()),
    }
}

fn was_just_mended(turn: &mut Turn<'_>, case: &Case) -> Result<bool, Interrupt> {
    let mended = turn.get::<Shown>(&case.number)?.and_then(|shown| shown.mended);
    Ok(mended.is_some_and(|mended| turn.now().since(mended) < MENDED_FOR))
}

/// Says words where staff work, outside the room.
fn say_at_home(turn: &mut Turn<'_>, case: &Case, words: Copying) -> Result<(), Interrupt> {
    let home = turn.community().staff_home.clone();
    home.map_or(Ok(()), |home| say(turn, case, &home.into(), TO_HOME, words))
}

fn say(
    turn: &mut Turn<'_>,
    case: &Case,
    place: &PlaceRef,
    label: &str,
    mut words: Copying,
) -> Result<(), Interrupt> {
    words.content.reply_to = None;
    relay::say_to_staff(turn, case, place, label, words)
}

fn keep(turn: &mut Turn<'_>, case: &Case, words: Copying) -> Result<(), Interrupt> {
    let number = turn.next_number(COUNTER)?;
    turn.put(&(case.number, number), &Unshown { number, words })
}

/// Keeps words behind those that are kept already, and tries to show them all.
/// Gives them back where none are, or none could be shown in a room.
pub(crate) fn keep_behind(
    turn: &mut Turn<'_>,
    case: &Case,
    words: Copying,
) -> Result<Option<Copying>, Interrupt> {
    if case.is_roomless() || turn.range::<Unshown>(&case.number, 1)?.is_empty() {
        return Ok(Some(words));
    }
    relay::note_kept(turn, case.number, &words)?;
    keep(turn, case, words)?;
    stranded::hurry(turn, case.number)?;
    Ok(None)
}

/// Says in the room everything that was kept, in the order in which it was said
/// and as it is said now.
pub(super) fn say_all(turn: &mut Turn<'_>, case: &Case) -> Result<(), Interrupt> {
    let Some(room) = case.room_place() else { return Ok(()) };
    let mut kept = take_page(turn, case.number)?;
    kept.sort_by_key(|unshown| unshown.words.at());
    for Unshown { mut words, .. } in kept {
        if relay::is_still_said(turn, &mut words)? {
            say(turn, case, &room, TO_ROOM, words)?;
        }
    }
    Ok(())
}

/// Forgets what was kept for a case.
pub(crate) fn forget(turn: &mut Turn<'_>, case: CaseNumber) -> Result<(), Interrupt> {
    take_page(turn, case).map(drop)
}

/// Takes the first that were kept; the others' turn comes very soon.
fn take_page(turn: &mut Turn<'_>, case: CaseNumber) -> Result<Vec<Unshown>, Interrupt> {
    let kept = turn.range::<Unshown>(&case, AT_ONCE_MAX)?;
    for unshown in &kept {
        turn.delete::<Unshown>(&(case, unshown.number))?;
    }
    if kept.len() == AT_ONCE_MAX {
        stranded::hurry(turn, case)?;
    }
    Ok(kept)
}
