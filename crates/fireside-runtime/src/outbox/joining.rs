//! Joining: words that wait for the same limit are said as one message.
//!
//! The run keeps its order, and never grows past what one message of its
//! platform holds. `docs/adr/0014-words-that-wait.md` says what a crash in
//! between can do to it.

use std::sync::Arc;

use fireside_core::{Delivery, Effect, Outgoing, PlaceRef};

use super::row::Row;

/// The most rows that are said as one message.
pub(super) const JOINED_MAX: usize = 50;
/// What a new line may need.
const LINE_LEN: usize = 3;
/// Of a message's length this part stays free.
const MARGIN: usize = 16;

/// How a row may be joined by those behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Joins {
    /// It had to wait, and all that stands behind it waited with it.
    pub(super) has_waited: bool,
    /// How much one message holds.
    pub(super) len_max: usize,
}

/// Rows that are said as one message; nearly always one alone.
#[derive(Debug)]
pub(super) struct Run {
    /// The first, by which the message is known to its platform.
    pub(super) head: Row,
    /// Those behind it, in order.
    pub(super) others: Vec<Row>,
}

impl Run {
    /// All of them, in order.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> {
        std::iter::once(&self.head).chain(&self.others)
    }

    pub(super) fn rows_mut(&mut self) -> impl Iterator<Item = &mut Row> {
        std::iter::once(&mut self.head).chain(&mut self.others)
    }

    pub(super) fn into_rows(self) -> impl DoubleEndedIterator<Item = Row> {
        std::iter::once(self.head).chain(self.others)
    }

    /// Marks them as being attempted, together; false if they were so marked.
    pub(super) fn mark_attempting(&mut self) -> bool {
        let said_with = self.head.number;
        let mut changed = false;
        for row in &mut self.others {
            changed |= row.said_with.replace(said_with) != Some(said_with);
            changed |= !std::mem::replace(&mut row.attempting, true);
        }
        changed | !std::mem::replace(&mut self.head.attempting, true)
    }

    /// From now on each is said by itself: their message was refused.
    pub(super) fn part(&mut self) {
        for row in self.rows_mut() {
            row.said_with = None;
            row.goes_alone = true;
            row.unanswered = false;
        }
    }

    /// What is said by them: `first` is what the head says, its references resolved.
    pub(super) fn joined(&self, mut first: Arc<Delivery>) -> Arc<Delivery> {
        if !self.others.is_empty()
            && let Effect::Send { content, .. } = &mut Arc::make_mut(&mut first).effect
        {
            for row in &self.others {
                let more = row.delivery.effect.content().map(|content| content.text.clone());
                content.text = std::mem::take(&mut content.text).line(more.unwrap_or_default());
            }
        }
        first
    }
}

/// How many of the rows `behind` a row are said with it. Those that an earlier
/// attempt said with it stay with it; else they must have waited, and one
/// message of `len_max` must hold them.
pub(super) fn joined_len<'a>(
    head: &Row,
    behind: impl Iterator<Item = &'a Row> + Clone,
    len_max: Option<usize>,
) -> usize {
    let again = behind.clone().take_while(|row| row.said_with == Some(head.number)).count();
    let (Some(len_max), 0, Some(first)) = (len_max, again, words(head)) else { return again };
    let refers = |row: &&Row| row.delivery.effect.refers_to(|_| true);
    let referring: Vec<&Row> = behind.clone().filter(refers).collect();
    let is_named = |row: &Row| {
        referring.iter().any(|other| other.delivery.effect.refers_to(|id| *id == row.delivery.id))
    };
    if is_named(head) {
        return 0;
    }
    let mut left = (len_max - len_max / MARGIN).saturating_sub(first.rendered_len_max());
    let fits = |row: &&Row| {
        let Some(content) = words(row).filter(|content| content.author == first.author) else { return false };
        let same = row.delivery.voice == head.delivery.voice && row.held == 0 && !is_named(row);
        match left.checked_sub(content.text.rendered_len_max() + LINE_LEN) {
            Some(fewer) if same => left = fewer,
            _ => return false,
        }
        true
    };
    behind.take(JOINED_MAX - 1).take_while(fits).count()
}

/// What a row says, if that is words alone and may be joined with others.
fn words(row: &Row) -> Option<&Outgoing> {
    let Effect::Send { to: PlaceRef::At(_), content } = &row.delivery.effect else { return None };
    // Another thing that can be said must be thought of here.
    let Outgoing { text, author: _, files, buttons, menu, poll, is_card, reply_to, asks } = content;
    let is_bare = files.is_empty() && buttons.is_empty() && menu.is_none() && poll.is_none();
    let is_free = row.delivery.joins && !row.goes_alone && !row.unanswered && row.doubts == 0;
    (is_free && is_bare && !is_card && reply_to.is_none() && !asks && !text.is_blank()).then_some(content)
}
