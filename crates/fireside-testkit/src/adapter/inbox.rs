//! An inbox that keeps what it is brought, and makes it durable when it is told to.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use fireside_core::ports::{Inbox, InboxError, Notice, Pending};
use fireside_core::{Answer, Event, EventKind};
use tokio::sync::{oneshot, watch};

use super::PATIENCE;

/// What has come in, and what the adapter keeps.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    /// The events, in the order they came.
    pub events: Vec<Event>,
    /// What the operator was told.
    pub notices: Vec<Notice>,
    /// The adapter's notes, by name.
    pub kept: HashMap<String, Vec<u8>>,
}

impl Contents {
    /// The words of all messages, in the order they came.
    pub fn words(&self) -> Vec<String> {
        self.events.iter().filter_map(Event::words).map(|message| message.text.to_plain()).collect()
    }
}

/// An event that is not durable yet.
#[derive(Debug)]
struct Held {
    verdict: oneshot::Sender<Result<Option<Answer>, InboxError>>,
    can_be_answered: bool,
}

#[derive(Debug, Default)]
struct State {
    contents: Contents,
    answers: VecDeque<Answer>,
    held: VecDeque<Held>,
    holds: bool,
    stopped: bool,
}

/// An inbox that a test looks into. Unless it holds, everything is durable at once.
#[derive(Debug)]
pub struct FakeInbox {
    state: Mutex<State>,
    changes: watch::Sender<u64>,
}

impl Default for FakeInbox {
    fn default() -> Self {
        Self::after(HashMap::new())
    }
}

impl FakeInbox {
    /// An inbox that makes everything durable at once.
    pub fn new() -> Self {
        Self::default()
    }

    /// An inbox that makes nothing durable until it is told to.
    pub fn holding() -> Self {
        let inbox = Self::default();
        inbox.hold();
        inbox
    }

    /// One that finds what an earlier one kept.
    pub fn after(kept: HashMap<String, Vec<u8>>) -> Self {
        let contents = Contents { kept, ..Contents::default() };
        Self { state: Mutex::new(State { contents, ..State::default() }), changes: watch::Sender::new(0) }
    }

    /// What has come in until now.
    pub fn contents(&self) -> Contents {
        self.lock().contents.clone()
    }

    /// Keeps `value` under `name` as if an earlier adapter had.
    pub fn put(&self, name: &str, value: &[u8]) {
        self.change(|state| state.contents.kept.insert(name.to_owned(), value.to_vec()));
    }

    /// Gives `answer` to the next event that can be answered.
    pub fn answer(&self, answer: Answer) {
        self.change(|state| state.answers.push_back(answer));
    }

    /// From now on nothing is durable until [`Self::commit`].
    pub fn hold(&self) {
        self.change(|state| state.holds = true);
    }

    /// Makes all that is held durable, in order, and holds no longer.
    pub fn commit(&self) {
        self.change(|state| {
            state.holds = false;
            while let Some(held) = state.held.pop_front() {
                let answer = if held.can_be_answered { state.answers.pop_front() } else { None };
                // An adapter that is gone asks no more.
                let _ = held.verdict.send(Ok(answer));
            }
        });
    }

    /// Decides the oldest events that are held, in order: durable, or not. The
    /// rest and those that come later are held on.
    pub fn decide(&self, verdicts: impl IntoIterator<Item = Result<(), InboxError>>) {
        self.change(|state| {
            for (verdict, held) in verdicts.into_iter().zip(std::iter::from_fn(|| state.held.pop_front())) {
                let _ = held.verdict.send(verdict.map(|()| None));
            }
        });
    }

    /// Fails all that is held, and holds no longer.
    pub fn lose(&self) {
        let full = InboxError::NotStored { what: "the disk is full".to_owned() };
        self.change(|state| {
            state.holds = false;
            state.fail_held(&full);
        });
    }

    /// Takes nothing more in; what is held will not be durable.
    pub fn stop(&self) {
        self.change(|state| {
            state.stopped = true;
            state.fail_held(&InboxError::Closed);
        });
    }

    /// Waits until `found` finds something in it.
    pub async fn wait_for<T>(&self, found: impl Fn(&Contents) -> Option<T>) -> T {
        let mut changes = self.changes.subscribe();
        let search = async {
            loop {
                changes.borrow_and_update();
                if let Some(found) = found(&self.lock().contents) {
                    return found;
                }
                changes.changed().await.expect("the inbox is there");
            }
        };
        let found = tokio::time::timeout(PATIENCE, search).await;
        found.unwrap_or_else(|_| panic!("it does not come; what came: {:?}", self.contents().events))
    }

    /// Waits until `count` events have come, and gives them all.
    pub async fn events(&self, count: usize) -> Vec<Event> {
        self.wait_for(|contents| (contents.events.len() >= count).then(|| contents.events.clone())).await
    }

    /// Waits until the words of `count` messages have come, and gives them all.
    pub async fn words(&self, count: usize) -> Vec<String> {
        self.wait_for(|contents| Some(contents.words()).filter(|words| words.len() >= count)).await
    }

    /// Waits for an event that `is_wanted` picks.
    pub async fn event(&self, is_wanted: impl Fn(&EventKind) -> bool) -> Event {
        self.wait_for(|contents| contents.events.iter().find(|event| is_wanted(&event.kind)).cloned()).await
    }

    /// Waits for a notice, and gives the first.
    pub async fn notice(&self) -> Notice {
        self.wait_for(|contents| contents.notices.first().cloned()).await
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let changed = change(&mut self.lock());
        self.changes.send_modify(|count| *count += 1);
        changed
    }
}

impl State {
    fn fail_held(&mut self, error: &InboxError) {
        for held in self.held.drain(..) {
            let _ = held.verdict.send(Err(error.clone()));
        }
    }
}

#[async_trait]
impl Inbox for FakeInbox {
    async fn push(&self, event: Event) -> Result<Pending, InboxError> {
        self.change(|state| {
            if state.stopped {
                return Err(InboxError::Closed);
            }
            let can_be_answered = event.reply.is_some();
            state.contents.events.push(event);
            if !state.holds {
                let answer = if can_be_answered { state.answers.pop_front() } else { None };
                return Ok(Box::pin(async move { Ok(answer) }) as Pending);
            }
            let (verdict, decided) = oneshot::channel();
            state.held.push_back(Held { verdict, can_be_answered });
            Ok(Box::pin(async move { decided.await.unwrap_or(Err(InboxError::Closed)) }) as Pending)
        })
    }

    async fn recall(&self, name: &str) -> Result<Option<Vec<u8>>, InboxError> {
        Ok(self.lock().contents.kept.get(name).cloned())
    }

    async fn keep(&self, name: &str, value: Vec<u8>) -> Result<(), InboxError> {
        self.change(|state| state.contents.kept.insert(name.to_owned(), value));
        Ok(())
    }

    async fn keep_durably(&self, name: &str, value: Vec<u8>) -> Result<(), InboxError> {
        self.keep(name, value).await
    }

    fn notice(&self, notice: Notice) {
        self.change(|state| state.contents.notices.push(notice));
    }

    async fn stopped(&self) {
        let mut changes = self.changes.subscribe();
        while !self.lock().stopped {
            if changes.changed().await.is_err() {
                return;
            }
        }
    }
}
