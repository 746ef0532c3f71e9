//! Where the gateway is, and whether a session may be started: Discord allows
//! so many a day and resets the token of a bot that takes more.

use std::time::Duration;

use fireside_core::Platform;
use fireside_core::ports::{AdapterError, Inbox, Notice};
use serde::Deserialize;
use serenity::http::Route;
use twilight_gateway::queue::InMemoryQueue;

use crate::PLATFORM;
use crate::client::{Call, Client};
use crate::errors::CallError;

/// The longest wait between two tries to find the gateway.
const WAIT_MAX: Duration = Duration::from_mins(1);

/// What Discord says about connecting.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Budget {
    url: String,
    /// How many connections Discord advises.
    #[serde(default)]
    shards: u32,
    session_start_limit: StartLimit,
}

#[derive(Debug, Clone, Copy, Deserialize)]
struct StartLimit {
    total: u32,
    remaining: u32,
    /// Milliseconds until `remaining` is `total` again.
    reset_after: u64,
    max_concurrency: u16,
}

impl Budget {
    /// Asks Discord. It is asked again, ever more slowly, until it answers: no
    /// other address is tried in its place.
    pub(crate) async fn ask(client: &Client, inbox: &dyn Inbox) -> Result<Self, AdapterError> {
        let mut wait = Duration::from_secs(1);
        let mut is_told = false;
        loop {
            let what = match client.send(Call::get(Route::GatewayBot)).await {
                Ok(told) => match serde_json::from_value::<Self>(told) {
                    Ok(budget) if reqwest::Url::parse(&budget.url).is_ok() => return Ok(budget),
                    _ => "Discord's answer to GET /gateway/bot can't be read".to_owned(),
                },
                Err(CallError::RateLimited { after, .. } | CallError::Halted { after }) => {
                    tokio::time::sleep(after).await;
                    continue;
                }
                Err(error) if !error.is_passing() => return Err(error.for_adapter()),
                Err(error) => error.to_string(),
            };
            tracing::warn!(error = %what, "the gateway can't be found");
            if !std::mem::replace(&mut is_told, true) {
                let what = format!("{what}; trying again (is `discord.api_url` right?)");
                inbox.notice(Notice::Trouble { platform: Platform::new(PLATFORM), what });
            }
            tokio::time::sleep(wait).await;
            wait = (wait * 2).min(WAIT_MAX);
        }
    }

    /// How long to wait before a session may be started.
    pub(crate) fn wait(&self) -> Option<Duration> {
        (self.session_start_limit.remaining == 0)
            .then(|| Duration::from_millis(self.session_start_limit.reset_after))
    }

    /// The gateway's address.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// How many connections Discord advises.
    pub(crate) fn shards(&self) -> u32 {
        self.shards.max(1)
    }

    /// A queue for identifying that keeps to the limit, over all connections.
    pub(crate) fn queue(&self) -> InMemoryQueue {
        let StartLimit { total, remaining, reset_after, max_concurrency } = self.session_start_limit;
        let reset_after = Duration::from_millis(reset_after);
        InMemoryQueue::new(max_concurrency, remaining.min(total), reset_after, total)
    }

    /// Tells the queue how the limit stands now.
    pub(crate) fn update(&self, queue: &InMemoryQueue) {
        let StartLimit { total, remaining, reset_after, max_concurrency } = self.session_start_limit;
        let reset_after = Duration::from_millis(reset_after);
        queue.update(max_concurrency, remaining.min(total), reset_after, total);
    }
}
