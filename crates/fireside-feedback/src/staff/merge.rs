//! `/feedback merge 3 into 7` and `/feedback unmerge 3`: two items that say the
//! same become one, and can be told apart again.
//!
//! The merged item keeps all it has and leads on to the other, which gets a
//! copy of each voice of a person who had none there. Copies say what they were
//! copied from, so that unmerging removes them and nothing else. Voices are
//! copied a step at a time in turns of their own; each step is one commit, so
//! that a crash anywhere goes on from the last one. Until an unmerge has taken
//! out the last copy, the item leads on.

use std::time::Duration;

use fireside_core::record::Record;
use fireside_core::turn::{Cursor, Interrupt};
use fireside_core::{Button, Command, Decision, Invocation, OptionKind, Outcome, Turn};
use serde::{Deserialize, Serialize};

use super::history::{self, What};
use super::{meant, steps, suggest};
use crate::feedback::{Feedback, FeedbackNumber, Standing};
use crate::status::Status;
use crate::{ledger, outward};
use fireside_core::parts::Handled;

/// The subcommand that merges.
pub(super) const MERGE: Handled =
    Handled { name: "merge", command: merge_command, run: merge, suggest: Some(suggest::suggest) };
/// The subcommand that takes it back.
pub(super) const UNMERGE: Handled =
    Handled { name: "unmerge", command: unmerge_command, run: unmerge, suggest: Some(suggest::suggest) };

/// The press that merges.
pub(super) const PRESSED: &str = "merge";

const INTO: &str = "into";
/// How long the button that merges works.
const BUTTON_LIFETIME: Duration = Duration::from_hours(7 * 24);

/// The index of merges by where they went.
const INTO_INDEX: &str = "into";
/// The index of merges under way, by where they go.
const UNDER_WAY: &str = "under_way";

/// How many merges into one item are looked through for another voice of somebody.
const PARTS_MAX: usize = 200;

/// That an item is merged into another, kept under the item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// The item.
    pub from: FeedbackNumber,
    /// What it was merged into.
    pub into: FeedbackNumber,
    /// The status it had, and will have again.
    pub status: Status,
    /// How far it is.
    pub stage: MergeStage,
}

/// How far a merge is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MergeStage {
    /// Voices are being copied, up to here.
    Voices(Option<Cursor>),
    /// Then those who follow the item, up to here.
    Followers(Option<Cursor>),
    /// All of them are.
    Done,
    /// Those who follow the other because of it are being taken off, up to here.
    UndoingFollowers(Option<Cursor>),
    /// Then the copies of voices, up to here.
    UndoingVoices(Option<Cursor>),
}

impl MergeStage {
    fn is_undoing(&self) -> bool {
        matches!(self, Self::UndoingFollowers(_) | Self::UndoingVoices(_))
    }
}

impl Record for Merge {
    const COLLECTION: &'static str = "feedback_merge";
    const INDEXED: bool = true;

    fn indexed_by(&self) -> Vec<(&'static str, String)> {
        let into = self.into.to_string();
        let under_way = (self.stage != MergeStage::Done).then(|| (UNDER_WAY, into.clone()));
        under_way.into_iter().chain([(INTO_INDEX, into)]).collect()
    }
}

/// What was merged into an item, the first `limit` of it.
pub(crate) fn merged_into(
    turn: &mut Turn<'_>,
    number: FeedbackNumber,
    limit: usize,
) -> Result<Vec<FeedbackNumber>, Interrupt> {
    let merges = turn.page_of::<Merge>(INTO_INDEX, &number.to_string(), None, limit)?.records;
    Ok(merges.into_iter().map(|merge| merge.from).collect())
}

/// What was merged into an item and is not being taken out again. It is held to
/// be so at the commit.
pub(crate) fn parts(turn: &mut Turn<'_>, number: FeedbackNumber) -> Result<Vec<FeedbackNumber>, Interrupt> {
    let merges = turn.find::<Merge>(INTO_INDEX, &number.to_string(), PARTS_MAX)?;
    Ok(merges.iter().filter(|merge| !merge.stage.is_undoing()).map(|merge| merge.from).collect())
}

fn merge_command() -> Command {
    meant::command(MERGE.name, "feedback-command-merge")
        .option(INTO, "feedback-command-merge-into", OptionKind::Integer, true)
        .suggests()
}

fn unmerge_command() -> Command {
    meant::command(UNMERGE.name, "feedback-command-unmerge")
}

fn merge(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    merge_into(turn, meant::number(invocation, meant::NUMBER), meant::number(invocation, INTO))
}

/// The button that merges an item into another.
pub(crate) fn merge_button(
    turn: &mut Turn<'_>,
    from: FeedbackNumber,
    into: FeedbackNumber,
) -> Result<Button, Interrupt> {
    let label = turn.say_to_staff("feedback-button-merge-into", &[("number", into.get().into())]);
    turn.button(label, PRESSED, format!("{from} {into}"), None, BUTTON_LIFETIME)
}

/// It was pressed.
pub(super) fn on_pressed(turn: &mut Turn<'_>, data: &str) -> Decision {
    if !turn.is_staff() {
        turn.refuse_stranger();
        return Ok(Outcome::Handled);
    }
    let numbers = data
        .split_once(' ')
        .and_then(|(from, into)| Some((FeedbackNumber::parse(from)?, FeedbackNumber::parse(into)?)));
    match numbers {
        Some((from, into)) => merge_into(turn, from, into),
        None => Ok(Outcome::Pass),
    }
}

/// Merges an item into another, and says what came of it.
fn merge_into(turn: &mut Turn<'_>, from: FeedbackNumber, into: FeedbackNumber) -> Decision {
    let said = begin(turn, from, into)?;
    let args = [("from", from.get().into()), ("number", said.number.get().into())];
    turn.answer(turn.say(said.key, &args));
    Ok(Outcome::Handled)
}

fn unmerge(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let from = meant::number(invocation, meant::NUMBER);
    let said = begin_undoing(turn, from)?;
    let args = [("from", from.get().into()), ("number", said.number.get().into())];
    turn.answer(turn.say(said.key, &args));
    Ok(Outcome::Handled)
}

/// What is said to a merge: a sentence, and the number it is about.
struct Said {
    key: &'static str,
    number: FeedbackNumber,
}

fn say(key: &'static str, number: FeedbackNumber) -> Said {
    Said { key, number }
}

/// Merges an item into what the other number leads to.
fn begin(turn: &mut Turn<'_>, from: FeedbackNumber, into: FeedbackNumber) -> Result<Said, Interrupt> {
    let Some(mut item) = turn.get::<Feedback>(&from)? else { return Ok(say("feedback-no-such-item", from)) };
    match item.standing {
        Standing::Withdrawn => return Ok(say("feedback-no-such-item", from)),
        Standing::Merged(into) => return already_merged(turn, from, into),
        Standing::Live => {}
    }
    if from == into {
        return Ok(say("feedback-merge-itself", from));
    }
    let Some(target) = ledger::live(turn, into)? else { return Ok(say("feedback-no-such-item", into)) };
    if target.number == from {
        return Ok(say("feedback-merge-circle", into));
    }
    if !turn.find::<Merge>(UNDER_WAY, &from.to_string(), 1)?.is_empty() {
        return Ok(say("feedback-merge-busy", from));
    }
    let into = target.number;
    let merge = Merge { from, into, status: item.status, stage: MergeStage::Voices(None) };
    item.standing = Standing::Merged(into);
    item.status = Status::Duplicate;
    ledger::keep(turn, &item)?;
    history::note_down(turn, from, What::Merged { into })?;
    history::note_down(turn, into, What::TookIn { from })?;
    outward::merged(turn, &item, into);
    turn.put(&from, &merge)?;
    // Voices that come at this moment are there when the first step is taken.
    steps::go_on_soon(turn, &merge)?;
    Ok(say("feedback-merged", into))
}

/// A merge asked for twice goes on, should it have stood still.
fn already_merged(
    turn: &mut Turn<'_>,
    from: FeedbackNumber,
    into: FeedbackNumber,
) -> Result<Said, Interrupt> {
    match turn.get::<Merge>(&from)?.filter(|merge| merge.stage != MergeStage::Done) {
        Some(merge) => {
            steps::go_on_soon(turn, &merge)?;
            Ok(say("feedback-merge-under-way", into))
        }
        None => Ok(say("feedback-merged-already", into)),
    }
}

/// Takes an item out of what it was merged into.
fn begin_undoing(turn: &mut Turn<'_>, from: FeedbackNumber) -> Result<Said, Interrupt> {
    let Some(item) = turn.get::<Feedback>(&from)? else { return Ok(say("feedback-no-such-item", from)) };
    let Standing::Merged(into) = item.standing else { return Ok(say("feedback-not-merged", from)) };
    let kept = turn.get::<Merge>(&from)?;
    if let Some(merge) = kept.as_ref().filter(|merge| merge.stage.is_undoing()) {
        steps::go_on_soon(turn, merge)?;
        return Ok(say("feedback-merge-under-way", into));
    }
    let target = turn.get::<Feedback>(&into)?;
    if matches!(target.map(|target| target.standing), Some(Standing::Merged(_))) {
        return Ok(say("feedback-unmerge-outer-first", into));
    }
    let status = kept.map_or(Status::Open, |merge| merge.status);
    history::note_down(turn, from, What::Unmerged { from: into })?;
    steps::go_on(turn, Merge { from, into, status, stage: MergeStage::UndoingFollowers(None) })?;
    Ok(say("feedback-unmerged", into))
}
