//! The gateway's connections: as many as Discord advises, or as configured.
//! Each reads the frames of its own guilds, in their order, with a session and
//! a watermark of its own. Private chats come over the first.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use fireside_core::Platform;
use fireside_core::ports::{AdapterError, Inbox, Notice};
use tokio::task::{JoinError, JoinSet};
use tokio_util::sync::CancellationToken;
use twilight_gateway::ShardId;
use twilight_gateway::queue::InMemoryQueue;

use super::Gateway;
use super::budget::Budget;
use crate::PLATFORM;
use crate::adapter::Connection;

/// How many kinds of dispatches are told of.
const SKIPPED_MAX: usize = 200;

/// What the connections share.
#[derive(Debug)]
pub(super) struct Shards {
    /// Who may identify next.
    pub(super) queue: InMemoryQueue,
    /// The dispatches that were passed over, each told of once.
    skipped: Mutex<HashSet<String>>,
}

impl Shards {
    /// Tells the operator, once, that nothing is made of the dispatch `name`.
    pub(super) fn skip(&self, name: &str, inbox: &dyn Inbox) {
        let mut skipped = self.skipped.lock().unwrap_or_else(PoisonError::into_inner);
        if !skipped.contains(name) && skipped.len() < SKIPPED_MAX {
            skipped.insert(name.to_owned());
            inbox.notice(Notice::Skipped { platform: Platform::new(PLATFORM), kind: name.to_owned() });
        }
    }
}

/// Takes in what happens until the runtime stops, or one connection can't go on.
pub(crate) async fn run(connection: Arc<Connection>, inbox: Arc<dyn Inbox>) -> Result<(), AdapterError> {
    let identity = connection.identity().await?;
    let budget = tokio::select! {
        () = inbox.stopped() => return Ok(()),
        budget = Budget::ask(&connection.client, &*inbox) => budget?,
    };
    let count = connection.options.shards.unwrap_or(budget.shards()).max(1);
    tracing::info!(shards = count, "the gateway is read");
    let shards = Arc::new(Shards { queue: budget.queue(), skipped: Mutex::default() });
    let leaving = CancellationToken::new();
    // Each recalls what was kept before any of them keeps anything anew.
    let mut gateways = Vec::new();
    for shard in (0..count).filter_map(|number| ShardId::new_checked(number, count)) {
        let (connection, inbox, shards) = (Arc::clone(&connection), Arc::clone(&inbox), Arc::clone(&shards));
        gateways.push(Gateway::begin(shard, shards, connection, identity, inbox, budget.clone()).await?);
    }
    let mut running = JoinSet::new();
    for gateway in gateways {
        running.spawn(gateway.run(leaving.clone()));
    }
    let mut ended = Ok(());
    while let Some(one) = running.join_next().await {
        // One that can't go on takes the others along: what comes over it would be missed.
        leaving.cancel();
        let one = one.unwrap_or_else(|error| Err(lost(&error)));
        ended = if ended.is_ok() { one } else { ended };
    }
    ended
}

fn lost(error: &JoinError) -> AdapterError {
    AdapterError::Later { what: format!("a connection to the gateway was lost: {error}") }
}
