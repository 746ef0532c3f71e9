//! A running bot, and how it is stopped.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use fireside_core::ports::{Adapter, AdapterError, Notice, StoreError};
use fireside_core::{Engine, Event};
use parking_lot::Mutex;
use tokio::task::JoinSet;
use tokio_util::task::AbortOnDropHandle;
use tracing::{info, warn};

use crate::builder::Builder;
use crate::inbox::Intake;
use crate::index::Progress;
use crate::quarantine::Quarantined;
use crate::shared::Shared;
use crate::stats::Snapshot;

/// How long it may take to drop what could not be ended in time.
const DROP_MAX: Duration = Duration::from_secs(1);
/// The longest wait before an adapter that gave up is run again.
const RERUN_MAX: Duration = Duration::from_mins(1);

/// A running bot.
pub struct Runtime {
    shared: Arc<Shared>,
    tasks: Mutex<JoinSet<()>>,
}

impl std::fmt::Debug for Runtime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Runtime").field("stats", &self.stats()).finish_non_exhaustive()
    }
}

impl Runtime {
    pub(crate) fn new(shared: Arc<Shared>, tasks: JoinSet<()>) -> Self {
        Self { shared, tasks: Mutex::new(tasks) }
    }

    /// A runtime around `engine`, to be furnished.
    pub fn builder(engine: Engine) -> Builder {
        Builder::new(engine)
    }

    /// What it counted.
    pub fn stats(&self) -> Snapshot {
        self.shared.stats.snapshot()
    }

    /// The last hundred things an operator must see, the newest last.
    pub fn notices(&self) -> Vec<Notice> {
        self.shared.notices()
    }

    /// Whether nothing is being decided, delivered or indexed right now.
    pub fn is_idle(&self) -> bool {
        let shared = &self.shared;
        shared.lanes.busy() == 0 && shared.outbox.busy() == 0 && shared.index.is_idle()
    }

    /// How far the search index is, while it is made anew. What is looked up
    /// meanwhile may lack something.
    pub fn indexing(&self) -> Option<Progress> {
        self.shared.index.progress()
    }

    /// The events that were set aside because they can't be decided.
    ///
    /// # Errors
    /// When the store can't be read.
    pub async fn quarantined(&self) -> Result<Vec<Quarantined>, StoreError> {
        self.shared.quarantined().await
    }

    /// Decides again what was set aside; says how many events that is.
    ///
    /// # Errors
    /// When the store can't be read.
    pub async fn replay_quarantined(&self) -> Result<usize, StoreError> {
        self.shared.replay_quarantined().await
    }

    /// Brings an event in as an adapter would, and waits for its answer.
    ///
    /// # Errors
    /// When the runtime is stopping or the event can't be stored.
    pub async fn push(
        &self,
        event: Event,
    ) -> Result<Option<fireside_core::Answer>, fireside_core::ports::InboxError> {
        use fireside_core::ports::Inbox;
        let platform = event.place.platform.clone();
        Intake { shared: Arc::clone(&self.shared), platform }.push(event).await?.await
    }

    /// Resolves when the runtime stops by itself: no platform can be worked
    /// with any more, or the store failed.
    pub async fn ended(&self) {
        self.shared.stopping.cancelled().await;
    }

    /// Stops, in bounded time: nothing new is taken in, what is under way is
    /// decided, deliveries that have begun are ended; the rest is in the store
    /// and goes on with the next start.
    pub async fn stop(&self) {
        let shared = &self.shared;
        shared.stopping.cancel();
        shared.lanes.deciding.close();
        shared.outbox.delivering.close();
        let orderly = async {
            let mut tasks = std::mem::take(&mut *self.tasks.lock());
            while tasks.join_next().await.is_some() {}
            shared.lanes.deciding.wait().await;
            shared.halted.cancel();
            shared.outbox.delivering.wait().await;
        };
        if tokio::time::timeout(shared.options.shutdown_max, orderly).await.is_err() {
            warn!("stopping took too long; what was under way goes on with the next start");
        }
        shared.halted.cancel();
        shared.dropped.cancel();
        let all_dropped = async {
            shared.lanes.deciding.wait().await;
            shared.outbox.delivering.wait().await;
        };
        if tokio::time::timeout(DROP_MAX, all_dropped).await.is_err() {
            warn!("something that was under way can't be dropped");
        }
    }
}

impl Shared {
    /// Runs an adapter until the runtime stops; after a failure that may pass, again.
    pub(crate) async fn run_adapter(self: Arc<Self>, adapter: Arc<dyn Adapter>) {
        let platform = adapter.platform();
        let mut wait = Duration::from_secs(1);
        while !self.stopping.is_cancelled() {
            let inbox = Arc::new(Intake { shared: Arc::clone(&self), platform: platform.clone() });
            info!(%platform, "listening");
            let listening = Arc::clone(&adapter);
            // In a task of its own: an adapter that panics is run again like one that gave up.
            let run = AbortOnDropHandle::new(tokio::spawn(async move { listening.run(inbox).await }));
            let what = match run.await {
                Ok(Ok(()) | Err(AdapterError::Inbox(_))) if self.stopping.is_cancelled() => return,
                Ok(Err(AdapterError::Stop { what })) => {
                    self.notice(Notice::Trouble { platform, what });
                    // With one platform gone the others go on; a bot that hears nobody stops.
                    if adapter.hears() && self.listening.fetch_sub(1, Ordering::AcqRel) == 1 {
                        self.stopping.cancel();
                    }
                    return;
                }
                Ok(Ok(())) => "it stopped listening".to_owned(),
                Ok(Err(error)) => error.to_string(),
                Err(panic) => panic.to_string(),
            };
            self.notice(Notice::Trouble { platform: platform.clone(), what });
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = self.stopping.cancelled() => return,
            }
            wait = (wait * 2).min(RERUN_MAX);
        }
    }
}
