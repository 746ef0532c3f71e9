//! The history of an item: who of the staff did what, and what they noted.

use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use fireside_core::{Text, Timestamp, Turn, text};
use serde::{Deserialize, Serialize};

use crate::feedback::{FeedbackNumber, Member, Said};
use crate::ledger;
use crate::status::Status;

/// How many changes are shown, the newest first.
const SHOWN_MAX: usize = 15;
/// How many changes are looked through for answers.
const LOOKED_AT_MAX: usize = 100;
/// How many answers customers are shown.
const ANSWERS_MAX: usize = 5;
/// How much of what was written is shown, in characters as a reader counts them.
const WORDS_LEN_MAX: usize = 200;

/// Something that was done to an item, kept under the item, the newest first.
/// Customers are shown nothing of it but the answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The item.
    pub feedback: FeedbackNumber,
    /// Who did it.
    pub by: Member,
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: What,
}

/// What was done to an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Its status was set.
    Status {
        /// What it was.
        from: Status,
        /// What it is.
        to: Status,
        /// What customers were told with it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// It was answered in public.
    Answered {
        /// The answer.
        words: String,
    },
    /// Something was noted, for staff alone.
    Noted {
        /// The note.
        words: String,
    },
    /// Its words or its kind were changed.
    Edited {
        /// Its title before.
        title: String,
    },
    /// It was given an area, or none.
    Area {
        /// The area.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        area: Option<String>,
    },
    /// Somebody was asked to look after it, or nobody.
    Assigned {
        /// Who.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Member>,
    },
    /// It was merged into another.
    Merged {
        /// The other.
        into: FeedbackNumber,
    },
    /// Another was merged into it.
    TookIn {
        /// The other.
        from: FeedbackNumber,
    },
    /// It stands for itself again.
    Unmerged {
        /// What it was merged into.
        from: FeedbackNumber,
    },
}

impl Record for Change {
    const COLLECTION: &'static str = "feedback_change";
}

/// Notes down what the actor did to an item.
pub(crate) fn note_down(turn: &mut Turn<'_>, feedback: FeedbackNumber, what: What) -> Result<(), Interrupt> {
    let change = Change { feedback, by: ledger::member(turn), at: turn.now(), what };
    // The newest have the lowest keys; of one moment, the later one.
    let mut at = u64::MAX - change.at.as_millis();
    while turn.get::<Change>(&(feedback, at))?.is_some() {
        at -= 1;
    }
    turn.put(&(feedback, at), &change)
}

/// The last changes of an item, for staff: the newest first.
pub(crate) fn lines(turn: &mut Turn<'_>, number: FeedbackNumber) -> Result<Vec<Text>, Interrupt> {
    let changes = turn.page::<Change>(&number, None, SHOWN_MAX)?.records;
    Ok(changes.iter().map(|change| line(turn, change)).collect())
}

/// The public answers among the last changes of an item: the newest first.
pub(crate) fn answers(turn: &mut Turn<'_>, number: FeedbackNumber) -> Result<Vec<Said>, Interrupt> {
    let changes = turn.page::<Change>(&number, None, LOOKED_AT_MAX)?.records;
    let answered = changes.into_iter().filter_map(|Change { by, at, what, .. }| match what {
        What::Answered { words } => Some(Said { by, words, at }),
        _ => None,
    });
    Ok(answered.take(ANSWERS_MAX).collect())
}

fn line(turn: &Turn<'_>, change: &Change) -> Text {
    let name = ("name", change.by.name.as_str().into());
    let shown = |words: &str| text::cleaned(words, WORDS_LEN_MAX);
    let say = |key: &str, what: &str| turn.say(key, &[name, ("what", what.into())]);
    let line = match &change.what {
        What::Status { to, note, .. } => {
            let status = turn.say(to.phrase(), &[]);
            match note {
                Some(note) => {
                    let note = shown(note);
                    turn.say(
                        "feedback-history-status-note",
                        &[name, ("what", (&status).into()), ("note", (&note).into())],
                    )
                }
                None => say("feedback-history-status", &status),
            }
        }
        What::Answered { words } => say("feedback-history-answered", &shown(words)),
        What::Noted { words } => say("feedback-history-noted", &shown(words)),
        What::Edited { title } => say("feedback-history-edited", &shown(title)),
        What::Area { area: Some(area) } => say("feedback-history-area", area),
        What::Area { area: None } => say("feedback-history-no-area", ""),
        What::Assigned { to: Some(member) } => say("feedback-history-assigned", &member.name),
        What::Assigned { to: None } => say("feedback-history-unassigned", ""),
        What::Merged { into } => say("feedback-history-merged", &into.to_string()),
        What::TookIn { from } => say("feedback-history-took-in", &from.to_string()),
        What::Unmerged { from } => say("feedback-history-unmerged", &from.to_string()),
    };
    Text::plain(line)
}
