//! How time passes in a script: with the service running, or down.

use std::collections::BTreeSet;
use std::time::Duration;

use fireside_core::event::TimerEvent;
use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Batch, Source, Versioned, Write};
use fireside_core::record::{self, Record};
use fireside_core::timer::{Overdue, Timer};
use fireside_core::{EventKind, Place, Timestamp};

use super::deciding::Script;

/// A timer later than this came due while nothing was running.
const LATE_AFTER: Duration = Duration::from_mins(1);

impl Script {
    /// Moves the clock on; what comes due on the way fires when it is due.
    pub fn advance(&mut self, span: Duration) {
        let end = self.now + span;
        while let Some(timer) = self.timers.values().filter(|timer| timer.due <= end).min_by_key(|t| t.due) {
            let timer = timer.clone();
            self.timers.remove(&timer.id);
            self.now = self.now.max(timer.due);
            self.fire(timer, false);
        }
        self.now = end;
    }

    /// The bot is killed and starts again: what it kept in memory is read from
    /// the store anew, and what was said around messages is forgotten.
    ///
    /// # Panics
    /// When a timer can't be read.
    pub fn restart(&mut self) {
        self.talk.clear();
        let every = KeyRange::collection(&self.community.id, Timer::COLLECTION, usize::MAX);
        let stored = Source::range(&self.store, &every).unwrap_or_else(|error| panic!("timers: {error}"));
        let timer = |(key, stored): (Key, Versioned)| -> Timer {
            record::decode(&stored.value).unwrap_or_else(|error| panic!("{key:?}: {error}"))
        };
        self.timers = stored.into_iter().map(timer).map(|timer| (timer.id.clone(), timer)).collect();
    }

    /// Nothing runs for so long. Then each timer that came due meanwhile does
    /// what it declared, in order, as a runtime lets them after a start.
    ///
    /// # Panics
    /// When a timer can't be read or forgotten.
    pub fn sleep_through(&mut self, span: Duration) {
        self.now = self.now + span;
        self.restart();
        loop {
            let due = self.take_due();
            if due.is_empty() {
                return;
            }
            for timer in due {
                let missed = timer.overdue == Overdue::Skip && is_late(&timer, self.now);
                self.fire(timer, missed);
            }
        }
    }

    /// Every timer that is set is lost, as by a fault that should never happen.
    pub fn drop_timers(&mut self) {
        self.timers.clear();
    }

    /// Takes out what is due now, in order. Of late timers that collapse, only
    /// the last of each kind is left; the others are done with.
    fn take_due(&mut self) -> Vec<Timer> {
        let mut due: Vec<_> = self.timers.values().filter(|timer| timer.due <= self.now).cloned().collect();
        due.sort_by_key(|timer| (timer.due, timer.id.clone()));
        for timer in &due {
            self.timers.remove(&timer.id);
        }
        let mut kinds = BTreeSet::new();
        let mut fires = Vec::new();
        for timer in due.into_iter().rev() {
            let kind = (timer.tag.feature.clone(), timer.tag.label.clone());
            if timer.overdue == Overdue::Collapse && is_late(&timer, self.now) && !kinds.insert(kind) {
                self.forget(&timer);
            } else {
                fires.push(timer);
            }
        }
        fires.reverse();
        fires
    }

    fn forget(&mut self, timer: &Timer) {
        let key = Key::new(&self.community.id, Timer::COLLECTION, &timer.id);
        let batch = Batch { writes: vec![Write::Delete(key)], ..Batch::default() };
        self.store.apply(batch).unwrap_or_else(|error| panic!("{}: {error}", timer.id));
    }

    fn fire(&mut self, timer: Timer, missed: bool) {
        let Timer { id: timer, due, tag, lane, .. } = timer;
        let kind = EventKind::Timer(TimerEvent { timer, tag, due, missed, lane });
        self.happens_by_itself(Place::channel("_system", "_timer"), kind);
        self.settle();
    }
}

fn is_late(timer: &Timer, now: Timestamp) -> bool {
    now.since(timer.due) > LATE_AFTER
}
