//! The handle through which tests, people and pages set the scene, act as
//! users and read what is shown.

mod acts;
mod business;
mod drafts;
mod links;
mod posting;
mod reacting;
mod reads;
mod scene;
mod standing;
mod topics;
mod voting;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

pub use acts::ActError;
pub use drafts::Draft;
pub use links::LinkError;
pub use posting::{Origin, Post, Share};
pub use reads::{TopicRecord, Typing, WaitError};

use super::server::Options;
use super::state::State;
use crate::{Clock, Faults};

/// The simulated Telegram, as its people see and shape it. Clones share it.
///
/// People and chats that an act names come into being with it: whoever speaks
/// exists, and is a member of the group they speak in.
#[derive(Debug, Clone)]
pub struct World {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    /// Held only between two statements of synchronous code, never across an await.
    state: Mutex<State>,
    bot_id: i64,
    token: String,
    clock: Clock,
    faults: Faults,
    /// Counts changes, for whoever waits to see one.
    changes: watch::Sender<u64>,
    /// Wakes the waiting poll.
    arrivals: watch::Sender<u64>,
    upload_len_max: usize,
    /// Wakes the deliveries to a webhook.
    deliveries: watch::Sender<u64>,
    closing: CancellationToken,
}

impl World {
    pub(crate) fn new(options: &Options) -> Self {
        let state = State::new(options);
        let shared = Shared {
            bot_id: state.bot.id,
            state: Mutex::new(state),
            token: options.token.clone(),
            clock: options.clock.clone(),
            faults: Faults::default(),
            changes: watch::Sender::new(0),
            arrivals: watch::Sender::new(0),
            upload_len_max: options.limits.upload_len_max,
            deliveries: watch::Sender::new(0),
            closing: CancellationToken::new(),
        };
        Self { shared: Arc::new(shared) }
    }

    /// The bot's account id.
    pub fn bot_id(&self) -> i64 {
        self.shared.bot_id
    }

    /// The time in this Telegram.
    pub fn clock(&self) -> &Clock {
        &self.shared.clock
    }

    /// The faults that wait for the bot's calls.
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    pub(crate) fn token(&self) -> &str {
        &self.shared.token
    }

    pub(crate) fn upload_len_max(&self) -> usize {
        self.shared.upload_len_max
    }

    pub(crate) fn closing(&self) -> &CancellationToken {
        &self.shared.closing
    }

    /// Changes the state, then wakes those who wait for that.
    pub(crate) fn change<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        let (outcome, stirred) = {
            let mut state = self.lock();
            let before = state.updates.stirred();
            let outcome = act(&mut state);
            (outcome, state.updates.stirred() != before)
        };
        self.shared.changes.send_modify(|count| *count += 1);
        if stirred {
            self.shared.arrivals.send_modify(|count| *count += 1);
            self.shared.deliveries.send_modify(|count| *count += 1);
        }
        outcome
    }

    /// Looks at the state, or changes what nobody waits for.
    pub(crate) fn peek<T>(&self, look: impl FnOnce(&mut State) -> T) -> T {
        look(&mut self.lock())
    }

    pub(crate) fn arrivals(&self) -> watch::Receiver<u64> {
        self.shared.arrivals.subscribe()
    }

    /// Moves on when there may be something to deliver.
    pub(crate) fn deliveries(&self) -> watch::Receiver<u64> {
        self.shared.deliveries.subscribe()
    }

    pub(crate) fn polls_waiting(&self) -> usize {
        self.shared.arrivals.receiver_count()
    }

    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.shared.changes.subscribe()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
