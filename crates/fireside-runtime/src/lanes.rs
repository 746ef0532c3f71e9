//! Lanes: events that belong together are decided one at a time, in order.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use fireside_core::binding::{Binding, lane_of};
use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::{InboxError, StoreError};
use fireside_core::record::{self, Record};
use fireside_core::turn::BindingChange;
use fireside_core::{Answer, Community, CommunityId, Event, EventKind, LaneId};
use parking_lot::{Mutex, RwLock};
use tokio::sync::{OwnedSemaphorePermit, oneshot};
use tokio_util::task::TaskTracker;

use crate::shared::Shared;

/// An event on its way to being decided.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) community: Arc<Community>,
    pub(crate) event: Arc<Event>,
    /// Its row in the journal, which goes away with the commit.
    pub(crate) journaled: Option<Key>,
    /// Who waits for it.
    pub(crate) done: Option<oneshot::Sender<Result<Option<Answer>, InboxError>>>,
    /// Its room among the events under way.
    pub(crate) permit: Option<OwnedSemaphorePermit>,
}

type LaneKey = (CommunityId, LaneId);
type BindingKey = (CommunityId, (String, String));

#[derive(Debug, Default)]
pub(crate) struct Lanes {
    waiting: Mutex<Waiting>,
    /// What places are bound to: the stored bindings, in memory.
    bindings: RwLock<HashMap<BindingKey, LaneId>>,
    /// The lanes being worked on.
    pub(crate) deciding: TaskTracker,
}

#[derive(Debug, Default)]
struct Waiting {
    /// The jobs that wait, by lane; a lane is here as long as it is worked on.
    lanes: HashMap<LaneKey, VecDeque<Seated>>,
    /// Where an account's words wait, or are being decided, by its own lane:
    /// the lane and how many, the earliest words first.
    words: HashMap<LaneKey, VecDeque<(LaneId, usize)>>,
}

/// A job in its lane.
#[derive(Debug)]
struct Seated {
    job: Job,
    /// The account's own lane, where the job is its words.
    own: Option<LaneKey>,
}

impl Waiting {
    /// Puts a job at the end of a lane; true if the lane is new.
    fn push(&mut self, lane: &LaneKey, seated: Seated) -> bool {
        if let Some(own) = &seated.own {
            let words = self.words.entry(own.clone()).or_default();
            match words.iter_mut().find(|(other, _)| *other == lane.1) {
                Some((_, count)) => *count += 1,
                None => words.push_back((lane.1.clone(), 1)),
            }
        }
        if let Some(queue) = self.lanes.get_mut(lane) {
            queue.push_back(seated);
            return false;
        }
        self.lanes.insert(lane.clone(), VecDeque::from([seated]));
        true
    }

    /// Where the earliest words of an account are that are not decided.
    fn words_in(&self, own: &LaneKey) -> Option<&LaneId> {
        self.words.get(own)?.front().map(|(lane, _)| lane)
    }

    /// Words have left a lane: decided, or for the lane they belong to by now.
    fn left(&mut self, own: &LaneKey, lane: &LaneId) {
        let Some(words) = self.words.get_mut(own) else { return };
        if let Some((_, count)) = words.iter_mut().find(|(other, _)| other == lane) {
            *count -= 1;
        }
        words.retain(|(_, count)| *count > 0);
        if words.is_empty() {
            self.words.remove(own);
        }
    }
}

impl Lanes {
    /// Takes over how a commit changed the bindings.
    pub(crate) fn rebind(&self, community: &CommunityId, changes: Vec<BindingChange>) {
        if changes.is_empty() {
            return;
        }
        let mut bindings = self.bindings.write();
        for change in changes {
            let key = (community.clone(), change.path);
            match change.binding {
                Some(binding) => bindings.insert(key, binding.lane),
                None => bindings.remove(&key),
            };
        }
    }

    /// How many lanes are being worked on.
    pub(crate) fn busy(&self) -> usize {
        self.waiting.lock().lanes.len()
    }

    /// Whether what is said there is part of something.
    pub(crate) fn is_bound(&self, community: &CommunityId, event: &Event) -> bool {
        self.bound(community, event).is_some()
    }

    fn bound(&self, community: &CommunityId, event: &Event) -> Option<LaneId> {
        let bindings = self.bindings.read();
        if bindings.is_empty() {
            return None;
        }
        let find =
            |account| bindings.get(&(community.clone(), Binding::path(&event.place, account))).cloned();
        find(Some(&event.actor.account)).or_else(|| find(None))
    }

    /// The lane of an event that is nobody's words: it stays there.
    fn fixed(event: &Event) -> Option<&LaneId> {
        match &event.kind {
            EventKind::Delayed(delay) => Some(&delay.lane),
            EventKind::Receipt(receipt) => Some(&receipt.lane),
            EventKind::Timer(timer) => Some(&timer.lane),
            _ => None,
        }
    }

    /// The lane an account's words belong to now.
    fn right(&self, own: &LaneKey, event: &Event) -> LaneKey {
        self.bound(&own.0, event).map_or_else(|| own.clone(), |lane| (own.0.clone(), lane))
    }

    /// Seats a job. What an account says while earlier words of it still wait
    /// goes behind them, even if the place has been bound or unbound in
    /// between: they are sent on together, in order. Gives the lane if it is new.
    fn seat(&self, job: Job, named: Option<LaneId>) -> Option<LaneKey> {
        let community = job.community.id.clone();
        let fixed = named.or_else(|| Self::fixed(&job.event).cloned());
        let mut waiting = self.waiting.lock();
        let (lane, own) = if let Some(lane) = fixed {
            ((community, lane), None)
        } else {
            let own = (community.clone(), lane_of(&job.event.place, &job.event.actor.account));
            let earlier = waiting.words_in(&own).map(|lane| (community, lane.clone()));
            (earlier.unwrap_or_else(|| self.right(&own, &job.event)), Some(own))
        };
        waiting.push(&lane, Seated { job, own }).then_some(lane)
    }

    /// The next job of a lane; `None` when the lane is done with. Words that
    /// belong to another lane by now are sent on; gives the lanes that are new.
    fn next(&self, lane: &LaneKey, begun: &mut Vec<LaneKey>) -> Option<Seated> {
        let mut waiting = self.waiting.lock();
        loop {
            let Some(seated) = waiting.lanes.get_mut(lane)?.pop_front() else {
                waiting.lanes.remove(lane);
                return None;
            };
            let Some(own) = &seated.own else { return Some(seated) };
            let right = self.right(own, &seated.job.event);
            if right == *lane {
                return Some(seated);
            }
            waiting.left(own, &lane.1);
            if waiting.push(&right, seated) {
                begun.push(right);
            }
        }
    }

    fn decided(&self, own: &LaneKey, lane: &LaneKey) {
        self.waiting.lock().left(own, &lane.1);
    }
}

impl Shared {
    /// Reads the bindings that earlier runs made.
    pub(crate) async fn load_bindings(&self) -> Result<(), StoreError> {
        for community in self.claims.all() {
            let range = KeyRange::collection(&community.id, Binding::COLLECTION, usize::MAX);
            let mut found = Vec::new();
            for (_, stored) in self.store.range(&range).await? {
                let binding = record::decode::<Binding>(&stored.value)
                    .map_err(|error| StoreError::Damaged { what: error.to_string() })?;
                let path = Binding::path(&binding.place, binding.account.as_ref());
                found.push(BindingChange { path, binding: Some(binding) });
            }
            self.lanes.rebind(&community.id, found);
        }
        Ok(())
    }

    /// Puts a job into its lane. `named`: the lane of what the event names.
    pub(crate) fn enqueue(self: &Arc<Self>, job: Job, named: Option<LaneId>) {
        if let Some(lane) = self.lanes.seat(job, named) {
            self.start_lane(lane);
        }
    }

    fn start_lane(self: &Arc<Self>, lane: LaneKey) {
        let shared = Arc::clone(self);
        self.spawn(&self.lanes.deciding, async move { shared.work_lane(lane).await });
    }

    /// Decides a lane's events until none waits.
    async fn work_lane(self: Arc<Self>, lane: LaneKey) {
        loop {
            let mut begun = Vec::new();
            let next = self.lanes.next(&lane, &mut begun);
            for lane in begun {
                self.start_lane(lane);
            }
            let Some(Seated { job, own }) = next else { return };
            self.settle(&lane.1, job).await;
            if let Some(own) = own {
                self.lanes.decided(&own, &lane);
            }
        }
    }
}
