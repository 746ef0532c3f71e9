//! The announcement: what is being told of an item, and how far that is.

use fireside_core::record::Record;
use fireside_core::timer::Overdue;
use fireside_core::turn::{Cursor, Interrupt};
use fireside_core::{Timestamp, Turn};
use serde::{Deserialize, Serialize};

use super::words::PUBLIC_CHARS_MAX;
use crate::feedback::{Feedback, FeedbackNumber};
use crate::status::Status;

/// The timer with which an announcement goes on, about its item, and what its
/// messages are called.
pub(super) const LABEL: &str = "announcement";

/// The longest that several public notes are together, in characters: with the
/// names it still is one message, or two where messages are short.
const NOTES_CHARS_MAX: usize = 2 * PUBLIC_CHARS_MAX + 1;

/// A change of an item's status that is being told, kept under the item: only
/// the last one is, so that nobody hears what is outdated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// The item.
    pub feedback: FeedbackNumber,
    /// Which of the item's announcements it is, from 1.
    pub sequence: u64,
    /// What the status was.
    pub from: Status,
    /// What it is.
    pub to: Status,
    /// The staff's public words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When the status changed.
    pub at: Timestamp,
    /// Who is told next.
    pub stage: Stage,
    /// Where among them it goes on; `None`: with the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<Cursor>,
    /// How many messages are on their way.
    pub under_way: u32,
    /// How many messages arrived.
    pub told: u64,
    /// How many messages did not.
    pub failed: u64,
    /// How many places and people have heard enough today, or talk with a human.
    pub waiting: u64,
    /// What its buttons are kept under: each has the same on every message.
    pub tokens: Tokens,
}

/// Who is told at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Every place in which it was asked for.
    Places,
    /// Who asked for it in private.
    Private,
    /// Who follows it.
    Followers,
    /// All were reached, but for those who have heard enough today, or talk with
    /// a human.
    Reached,
    /// Nobody.
    Done,
}

impl Stage {
    fn next(self) -> Self {
        match self {
            Self::Places => Self::Private,
            Self::Private => Self::Followers,
            Self::Followers => Self::Reached,
            Self::Reached | Self::Done => Self::Done,
        }
    }
}

/// What the buttons of an announcement are kept under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tokens {
    /// It does what was hoped.
    pub up: String,
    /// It does not.
    pub down: String,
    /// To meet others.
    pub meet: String,
}

impl Record for Announcement {
    const COLLECTION: &'static str = "announcement";
}

impl Announcement {
    /// Goes on behind `cursor`, or with who comes next.
    pub(super) fn go_on(&mut self, cursor: Option<Cursor>) {
        if cursor.is_none() {
            self.stage = self.stage.next();
        }
        self.cursor = cursor;
    }

    /// Somebody is told another time; where all were reached already, it begins
    /// with the first again.
    pub(super) fn comes_back(&mut self) {
        self.waiting += 1;
        if self.stage == Stage::Done {
            (self.stage, self.cursor) = (Stage::Reached, None);
        }
    }

    /// What its messages on their way are withdrawn by.
    pub(super) fn subject(number: FeedbackNumber) -> String {
        format!("{LABEL}/{number}")
    }

    /// Whether it is still to be told, and nobody may have heard of it yet.
    fn is_unheard(&self) -> bool {
        self.stage != Stage::Done && self.under_way == 0 && self.told == 0
    }

    /// Keeps how far it is, to go on at a moment.
    pub(super) fn keep(&self, turn: &mut Turn<'_>, due: Timestamp) -> Result<(), Interrupt> {
        turn.put(&self.feedback, self)?;
        turn.set_timer(LABEL, self.feedback, due, Overdue::Fire)
    }
}

/// Begins to tell those who asked for an item that its status has changed from
/// `from`, with the staff's public words if there are some. What was being told
/// of it is told no more; where nobody has heard of it yet, the change is from
/// what was before that. Words without a change are told together with a change
/// that some have not heard of yet, and with what was said to that.
pub(crate) fn announce(
    turn: &mut Turn<'_>,
    item: &Feedback,
    from: Status,
    note: Option<&str>,
) -> Result<(), Interrupt> {
    let before = turn.get::<Announcement>(&item.number)?;
    turn.withdraw(Announcement::subject(item.number), None);
    let is_change = from != item.status;
    let is_still_told = |before: &Announcement| before.stage != Stage::Done && before.to == item.status;
    let is_told_too =
        |before: &&Announcement| if is_change { before.is_unheard() } else { is_still_told(before) };
    let told_too = before.as_ref().filter(is_told_too);
    let from = told_too.map_or(from, |before| before.from);
    let earlier = told_too.filter(|_| !is_change).and_then(|before| before.note.as_deref());
    let note = match (earlier, note) {
        (Some(earlier), Some(note)) => Some(joined(earlier, note)),
        (earlier, note) => note.or(earlier).map(str::to_owned),
    };
    let announcement = Announcement {
        feedback: item.number,
        sequence: before.map_or(1, |before| before.sequence + 1),
        from,
        to: item.status,
        note,
        at: turn.now(),
        stage: Stage::Places,
        cursor: None,
        under_way: 0,
        told: 0,
        failed: 0,
        waiting: 0,
        tokens: Tokens { up: turn.token(), down: turn.token(), meet: turn.token() },
    };
    if from == item.status && announcement.note.is_none() {
        // It is as it was when people last heard of it.
        let nothing = Announcement { stage: Stage::Done, ..announcement };
        return turn.put(&item.number, &nothing);
    }
    announcement.keep(turn, soon(turn))
}

/// Two public notes as one; where that is more than can be told, the later one.
fn joined(earlier: &str, note: &str) -> String {
    let both = format!("{earlier}\n{note}");
    if both.chars().count() <= NOTES_CHARS_MAX { both } else { note.to_owned() }
}

/// The next moment.
pub(super) fn soon(turn: &Turn<'_>) -> Timestamp {
    turn.now() + std::time::Duration::from_millis(1)
}
