//! Timers: stored with the commit that sets them, fired into their lanes.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use fireside_core::event::TimerEvent;
use fireside_core::ids::TimerId;
use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{Batch, Check, CommitError, StoreError, Write};
use fireside_core::record::{self, Record};
use fireside_core::timer::{Overdue, Timer, TimerChange};
use fireside_core::{Actor, Audience, CommunityId, Event, EventId, EventKind, Place, Platform, Timestamp};
use parking_lot::Mutex;
use tokio::sync::{Notify, oneshot};

use crate::lanes::Job;
use crate::shared::Shared;

/// A timer later than this came due while nothing was running.
const LATE_AFTER: Duration = Duration::from_mins(1);
/// The longest sleep before the clock is read again: it may have been set.
const SLEEP_MAX: Duration = Duration::from_secs(30);
/// How many are read at a start.
const TIMERS_MAX: usize = 1_000_000;

#[derive(Debug, Default)]
pub(crate) struct Timers {
    set: Mutex<SetTimers>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct SetTimers {
    due: BTreeMap<(Timestamp, CommunityId, TimerId), Timer>,
    by_id: HashMap<(CommunityId, TimerId), Timestamp>,
}

impl SetTimers {
    fn remove(&mut self, community: &CommunityId, id: &TimerId) {
        let key = (community.clone(), id.clone());
        if let Some(due) = self.by_id.remove(&key) {
            self.due.remove(&(due, key.0, key.1));
        }
    }

    fn set(&mut self, community: &CommunityId, timer: Timer) {
        self.remove(community, &timer.id);
        self.by_id.insert((community.clone(), timer.id.clone()), timer.due);
        self.due.insert((timer.due, community.clone(), timer.id.clone()), timer);
    }
}

impl Timers {
    /// Takes over how a commit changed the timers.
    pub(crate) fn change(&self, community: &CommunityId, changes: Vec<TimerChange>) {
        if changes.is_empty() {
            return;
        }
        let mut set = self.set.lock();
        for change in changes {
            match change {
                TimerChange::Set(timer) => set.set(community, timer),
                TimerChange::Cancelled(id) => set.remove(community, &id),
            }
        }
        drop(set);
        self.changed.notify_one();
    }

    /// Takes out what is due at `now`, in order. Of overdue timers that
    /// collapse, only the last of each kind fires; the others are done with.
    fn take_due(&self, now: Timestamp) -> Due {
        let mut set = self.set.lock();
        let mut taken = Vec::new();
        while let Some(entry) = set.due.first_entry().filter(|entry| entry.key().0 <= now) {
            let ((_, community, id), timer) = entry.remove_entry();
            set.by_id.remove(&(community.clone(), id));
            taken.push((community, timer));
        }
        let mut due = Due::default();
        let mut kinds = HashSet::new();
        for (community, timer) in taken.into_iter().rev() {
            let kind = (community.clone(), timer.tag.feature.clone(), timer.tag.label.clone());
            if timer.overdue == Overdue::Collapse && is_late(&timer, now) && !kinds.insert(kind) {
                due.collapsed.push((community, timer));
            } else {
                due.fires.push((community, timer));
            }
        }
        due.fires.reverse();
        due
    }

    fn next_due(&self) -> Option<Timestamp> {
        self.set.lock().due.first_key_value().map(|(key, _)| key.0)
    }
}

/// What came due.
#[derive(Debug, Default)]
struct Due {
    fires: Vec<(CommunityId, Timer)>,
    /// Later ones of their kind fire instead.
    collapsed: Vec<(CommunityId, Timer)>,
}

fn is_late(timer: &Timer, now: Timestamp) -> bool {
    now.since(timer.due) > LATE_AFTER
}

impl Shared {
    /// Reads the timers that an earlier run left.
    pub(crate) async fn load_timers(&self) -> Result<(), StoreError> {
        for community in self.claims.all() {
            let range = KeyRange::collection(&community.id, Timer::COLLECTION, TIMERS_MAX);
            let mut found = Vec::new();
            for (_, stored) in self.store.range(&range).await? {
                let timer = record::decode::<Timer>(&stored.value)
                    .map_err(|error| StoreError::Damaged { what: error.to_string() })?;
                found.push(TimerChange::Set(timer));
            }
            self.timers.change(&community.id, found);
        }
        Ok(())
    }

    /// Fires timers as they come due, each after the one before it is decided.
    pub(crate) async fn fire_timers(self: Arc<Self>) {
        loop {
            let now = self.clock.now();
            let due = self.timers.take_due(now);
            for (community, timer) in due.collapsed {
                if let Err(error) = self.forget_timer(&community, &timer).await {
                    return self.store_failed(&error.to_string());
                }
            }
            for (community, timer) in due.fires {
                // What is left is in the store and fires with the next start.
                if self.stopping.is_cancelled() {
                    return;
                }
                self.fire(&community, timer, now).await;
            }
            let wait =
                self.timers.next_due().map_or(SLEEP_MAX, |due| due.since(self.clock.now()).min(SLEEP_MAX));
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = self.timers.changed.notified() => {}
                () = self.stopping.cancelled() => return,
            }
        }
    }

    /// Removes a timer that does not fire, unless it was set again in between.
    async fn forget_timer(&self, community: &CommunityId, timer: &Timer) -> Result<(), CommitError> {
        let key = Key::new(community, Timer::COLLECTION, &timer.id);
        let found = self.store.get(std::slice::from_ref(&key)).await?.into_iter().next().flatten();
        let Some(stored) = found else { return Ok(()) };
        if record::decode::<Timer>(&stored.value).is_ok_and(|stored| stored.due != timer.due) {
            return Ok(());
        }
        let checks = vec![Check::Key { key: key.clone(), revision: Some(stored.revision) }];
        match self.store.commit(Batch { checks, writes: vec![Write::Delete(key)], lazy: true }).await {
            Err(CommitError::Conflict) => Ok(()),
            done => done,
        }
    }

    async fn fire(self: &Arc<Self>, community: &CommunityId, timer: Timer, now: Timestamp) {
        let Some(community) = self.claims.get(community) else { return };
        self.stats.timers.one();
        let missed = timer.overdue == Overdue::Skip && is_late(&timer, now);
        let nowhere = Platform::new("_system");
        let event = Event {
            id: EventId::new(format!("timer:{}:{}", timer.id, timer.due.as_millis())),
            community: Some(community.id.clone()),
            at: timer.due,
            place: Place::channel(nowhere.clone(), "timers"),
            audience: Audience::Group,
            actor: Actor::system(nowhere),
            locale: None,
            kind: EventKind::Timer(TimerEvent {
                timer: timer.id,
                tag: timer.tag,
                due: timer.due,
                missed,
                lane: timer.lane,
            }),
            reply: None,
        };
        let (done, decided) = oneshot::channel();
        let event = Arc::new(event);
        self.enqueue(Job { community, event, journaled: None, done: Some(done), permit: None }, None);
        // A timer that could not be stored as done is still in the store and
        // fires again at the next start.
        let _ = decided.await;
    }
}
