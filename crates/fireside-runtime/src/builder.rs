//! Putting a runtime together, and starting it.

use std::collections::BTreeMap;
use std::sync::Arc;

use fireside_core::memory::{MemorySearch, MemoryStore};
use fireside_core::ports::{Adapter, AdapterError, Notice, Search, Store, StoreError};
use fireside_core::{Clock, Community, Engine, Platform};
use thiserror::Error;
use tokio::task::JoinSet;

use crate::addresses::Addresses;
use crate::clock::SystemClock;
use crate::options::Options;
use crate::runtime::Runtime;
use crate::shared::Shared;

/// Puts a runtime together.
pub struct Builder {
    pub(crate) engine: Engine,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) search: Arc<dyn Search>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) communities: Vec<Community>,
    pub(crate) adapters: BTreeMap<Platform, Arc<dyn Adapter>>,
    pub(crate) options: Options,
}

impl std::fmt::Debug for Builder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Builder").field("adapters", &self.adapters.keys()).finish_non_exhaustive()
    }
}

impl Builder {
    pub(crate) fn new(engine: Engine) -> Self {
        Self {
            engine,
            store: Arc::new(MemoryStore::default()),
            search: Arc::new(MemorySearch::default()),
            clock: Arc::new(SystemClock),
            communities: Vec::new(),
            adapters: BTreeMap::new(),
            options: Options::default(),
        }
    }

    /// Where state is kept; in memory unless given.
    #[must_use]
    pub fn store(mut self, store: Arc<dyn Store>) -> Self {
        self.store = store;
        self
    }

    /// Where records are looked up; in memory unless given. What it holds is
    /// made from the store where it was not made from it already.
    #[must_use]
    pub fn search(mut self, search: Arc<dyn Search>) -> Self {
        self.search = search;
        self
    }

    /// The clock; the machine's unless given.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Adds a community.
    #[must_use]
    pub fn community(mut self, community: Community) -> Self {
        self.communities.push(community);
        self
    }

    /// Plugs a platform in.
    #[must_use]
    pub fn adapter(mut self, adapter: Arc<dyn Adapter>) -> Self {
        self.adapters.insert(adapter.platform(), adapter);
        self
    }

    /// The runtime's bounds; their defaults unless given.
    #[must_use]
    pub fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// Connects every platform, takes up what an earlier run left, and takes
    /// events in until the runtime is stopped.
    ///
    /// # Errors
    /// When a platform's settings are wrong or the store can't be read.
    pub async fn start(mut self) -> Result<Runtime, StartError> {
        let locale = self.communities.first().map_or("en", |community| &community.locale);
        let mut troubles = Vec::new();
        for (platform, adapter) in &self.adapters {
            let failed = |source| StartError::Adapter { platform: platform.clone(), source };
            adapter.connect().await.map_err(failed)?;
            let (capabilities, link) = (adapter.capabilities(), adapter.message_link());
            self.engine.learn_platform(platform.clone(), capabilities, link);
            match adapter.register(&self.engine.command_specs(locale)).await {
                Ok(()) => {}
                Err(stop @ AdapterError::Stop { .. }) => return Err(failed(stop)),
                // The platform goes on with the menu it has.
                Err(error) => {
                    let what = format!("the commands could not be registered: {error}");
                    troubles.push(Notice::Trouble { platform: platform.clone(), what });
                }
            }
        }
        let addresses = Addresses::load(Arc::clone(&self.store)).await?;
        let shared = Arc::new(Shared::new(self, addresses));
        for trouble in troubles {
            shared.notice(trouble);
        }
        shared.load_bindings().await?;
        shared.load_timers().await?;
        shared.load_talk().await?;
        shared.journal.resume(shared.claims.all()).await?;
        shared.spill.journal.resume(shared.claims.all()).await?;
        shared.load_outbox().await?;
        shared.load_index().await?;
        shared.recover().await?;
        let mut tasks = JoinSet::new();
        tasks.spawn(Arc::clone(&shared).fire_timers());
        tasks.spawn(Arc::clone(&shared).drain_spill());
        tasks.spawn(Arc::clone(&shared).tell_delays());
        tasks.spawn(Arc::clone(&shared).sweep());
        tasks.spawn(Arc::clone(&shared).write_talk());
        tasks.spawn(Arc::clone(&shared).keep_index());
        for adapter in shared.adapters.values() {
            tasks.spawn(Arc::clone(&shared).run_adapter(Arc::clone(adapter)));
        }
        Ok(Runtime::new(shared, tasks))
    }
}

/// A runtime can't start.
#[derive(Debug, Error)]
pub enum StartError {
    /// A platform can't be worked with.
    #[error("{platform}: {source}")]
    Adapter {
        /// The platform.
        platform: Platform,
        /// What is wrong, and what to do.
        source: AdapterError,
    },
    /// The store can't be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}
