//! What the parts of a running bot share.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use fireside_core::ports::{Adapter, Notice, Store};
use fireside_core::{Clock, Engine, Platform};
use parking_lot::Mutex;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{error, warn};

use crate::addresses::Addresses;
use crate::builder::Builder;
use crate::claims::Claims;
use crate::index::Index;
use crate::journal::Journal;
use crate::lanes::Lanes;
use crate::options::Options;
use crate::outbox::Outbox;
use crate::spill::Spill;
use crate::stats::Stats;
use crate::talk::Memory;
use crate::timers::Timers;

/// How many notices are kept for whoever asks.
const NOTICES_MAX: usize = 100;

pub(crate) struct Shared {
    pub(crate) engine: Engine,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) claims: Claims,
    pub(crate) addresses: Addresses,
    pub(crate) adapters: BTreeMap<Platform, Arc<dyn Adapter>>,
    pub(crate) options: Options,
    pub(crate) lanes: Lanes,
    pub(crate) journal: Journal,
    pub(crate) spill: Spill,
    pub(crate) outbox: Outbox,
    pub(crate) timers: Timers,
    pub(crate) index: Index,
    pub(crate) stats: Stats,
    /// What was said lately; `None` where no feature asks.
    pub(crate) talk: Option<Memory>,
    /// Room for ordinary events, and for those that are never shed.
    pub(crate) room: Arc<Semaphore>,
    pub(crate) priority_room: Arc<Semaphore>,
    /// Nothing new is taken in.
    pub(crate) stopping: CancellationToken,
    /// Nothing more is decided or delivered.
    pub(crate) halted: CancellationToken,
    /// What is still under way is dropped where it is.
    pub(crate) dropped: CancellationToken,
    /// How many platforms are listened to.
    pub(crate) listening: AtomicUsize,
    notices: Mutex<VecDeque<Notice>>,
}

impl Shared {
    pub(crate) fn new(builder: Builder, addresses: Addresses) -> Self {
        let Builder { engine, store, search, clock, communities, adapters, options } = builder;
        Self {
            lanes: Lanes::default(),
            journal: Journal::under_way(Arc::clone(&store)),
            spill: Spill::new(Arc::clone(&store)),
            outbox: Outbox::new(adapters.keys(), &options),
            timers: Timers::default(),
            index: Index::new(search),
            stats: Stats::default(),
            talk: engine.hears_talk().then(Memory::default),
            room: Arc::new(Semaphore::new(options.events_max)),
            priority_room: Arc::new(Semaphore::new(options.priority_events_max)),
            stopping: CancellationToken::new(),
            halted: CancellationToken::new(),
            dropped: CancellationToken::new(),
            listening: AtomicUsize::new(adapters.values().filter(|adapter| adapter.hears()).count()),
            notices: Mutex::default(),
            engine,
            store,
            clock,
            claims: Claims::new(communities.into_iter().map(|one| addresses.named(one)).collect()),
            addresses,
            adapters,
            options,
        }
    }

    /// Tells the operator something, and keeps it for whoever asks.
    pub(crate) fn notice(&self, notice: Notice) {
        match &notice {
            Notice::Gap { platform, since } => {
                error!(%platform, since_ms = since.as_millis(), "what happened in between can't be had any more");
            }
            Notice::Undecodable { platform, update, why } => {
                warn!(%platform, update, why, "an update can't be read and was set aside");
            }
            Notice::Skipped { platform, kind } => {
                warn!(%platform, kind, "updates of this kind are passed over: nothing here is made of them");
            }
            Notice::Trouble { platform, what } => warn!(%platform, what, "something is wrong"),
        }
        let mut notices = self.notices.lock();
        if notices.len() == NOTICES_MAX {
            notices.pop_front();
        }
        notices.push_back(notice);
    }

    pub(crate) fn notices(&self) -> Vec<Notice> {
        self.notices.lock().iter().cloned().collect()
    }

    /// The store can't be written: nothing more is taken in, decided or
    /// delivered, so that nothing is acknowledged that would be lost, and
    /// nothing said that would be said again.
    pub(crate) fn store_failed(&self, what: &str) {
        error!(what, "the store failed; taking nothing more in");
        self.stopping.cancel();
        self.halted.cancel();
    }

    /// Runs a task among `tasks`; it does not outlive the runtime.
    pub(crate) fn spawn(&self, tasks: &TaskTracker, task: impl Future<Output = ()> + Send + 'static) {
        let dropped = self.dropped.clone();
        tasks.spawn(async move {
            dropped.run_until_cancelled_owned(task).await;
        });
    }
}
