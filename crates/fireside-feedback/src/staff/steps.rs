//! The steps of a merge: voices are copied, or their copies removed, some at a
//! time.

use std::time::Duration;

use fireside_core::event::TimerEvent;
use fireside_core::timer::Overdue;
use fireside_core::turn::{Cursor, Interrupt};
use fireside_core::{Decision, Outcome, Turn};

use super::merge::{Merge, MergeStage};
use crate::feedback::{Feedback, FeedbackNumber, Standing};
use crate::voice::Voice;
use crate::{card, closing, copies, ledger, outward};

/// The timer of the next step, about the item that is merged.
pub(super) const TIMER: &str = "merge";
/// How many voices, or followers, are looked at in one step.
const STEP_LEN: usize = 200;

/// It is time for the next step.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    if let Some(from) = FeedbackNumber::parse(&timer.tag.subject)
        && let Some(merge) = turn.get::<Merge>(&from)?
    {
        go_on(turn, merge)?;
    }
    Ok(Outcome::Handled)
}

/// Lets the next step be taken in a turn of its own.
pub(super) fn go_on_soon(turn: &mut Turn<'_>, merge: &Merge) -> Result<(), Interrupt> {
    let due = turn.now() + Duration::from_millis(1);
    turn.set_timer(TIMER, merge.from, due, Overdue::Fire)
}

/// Takes the next step.
pub(super) fn go_on(turn: &mut Turn<'_>, mut merge: Merge) -> Result<(), Interrupt> {
    let Merge { from, into, .. } = merge;
    merge.stage = match &merge.stage {
        MergeStage::Voices(after) => match copy_voices(turn, &merge, after.as_ref())? {
            Some(next) => MergeStage::Voices(Some(next)),
            None => MergeStage::Followers(None),
        },
        MergeStage::Followers(after) => {
            match closing::bring_followers(turn, from, into, after.as_ref(), STEP_LEN)? {
                Some(next) => MergeStage::Followers(Some(next)),
                None => MergeStage::Done,
            }
        }
        MergeStage::Done => return Ok(()),
        MergeStage::UndoingFollowers(after) => {
            match closing::return_followers(turn, from, into, after.as_ref(), STEP_LEN)? {
                Some(next) => MergeStage::UndoingFollowers(Some(next)),
                None => MergeStage::UndoingVoices(None),
            }
        }
        MergeStage::UndoingVoices(after) => match remove_copies(turn, &merge, after.as_ref())? {
            Some(next) => MergeStage::UndoingVoices(Some(next)),
            None => return stand_alone(turn, &merge),
        },
    };
    turn.put(&from, &merge)?;
    match merge.stage {
        MergeStage::Done => Ok(()),
        // Few are done with at once.
        MergeStage::Followers(None) | MergeStage::UndoingVoices(None) => go_on(turn, merge),
        _ => go_on_soon(turn, &merge),
    }
}

/// Copies the next voices. A person who has a voice there already keeps that one.
/// A page is not checked at the commit, so that each voice is read again.
fn copy_voices(
    turn: &mut Turn<'_>,
    merge: &Merge,
    after: Option<&Cursor>,
) -> Result<Option<Cursor>, Interrupt> {
    let page = turn.page::<Voice>(&merge.from, after, STEP_LEN)?;
    for voice in page.records {
        copies::add(turn, merge.from, merge.into, &voice.customer.person)?;
    }
    Ok(page.next)
}

/// Removes the copies of the next voices.
fn remove_copies(
    turn: &mut Turn<'_>,
    merge: &Merge,
    after: Option<&Cursor>,
) -> Result<Option<Cursor>, Interrupt> {
    let page = turn.page::<Voice>(&merge.from, after, STEP_LEN)?;
    for voice in page.records {
        copies::remove(turn, merge.from, merge.into, &voice.customer.person)?;
    }
    Ok(page.next)
}

/// The last copy is gone: the item stands for itself again.
fn stand_alone(turn: &mut Turn<'_>, merge: &Merge) -> Result<(), Interrupt> {
    turn.delete::<Merge>(&merge.from)?;
    card::touch(turn, merge.into)?;
    let Some(mut item) = turn.get::<Feedback>(&merge.from)? else { return Ok(()) };
    if item.standing != Standing::Merged(merge.into) {
        return Ok(());
    }
    // Its author took it back meanwhile, and nobody else backs it.
    let is_empty = item.title.is_empty();
    item.standing = if is_empty { Standing::Withdrawn } else { Standing::Live };
    let from = std::mem::replace(&mut item.status, merge.status);
    ledger::keep(turn, &item)?;
    outward::status_changed(turn, &item, from, None);
    Ok(())
}
