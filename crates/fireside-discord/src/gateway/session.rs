//! The gateway session, and keeping it over a restart.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::Timestamp;
use fireside_core::ports::{Inbox, InboxError};
use serde::{Deserialize, Serialize};
use twilight_gateway::ShardId;

use super::watermark::{LastHeard, Watermark};

/// What the first connection's session is kept under.
const SESSION: &str = "session";
/// What the last messages of its channels are kept under.
const CHANNELS: &str = "channels";
/// The session is kept at most this often.
const KEEP_EVERY: Duration = Duration::from_millis(500);
/// The channels' last messages are needed only when a session is lost, and
/// what is heard twice changes nothing: they are kept once in so many rounds.
const CHANNEL_ROUNDS: u32 = 10;
/// More connections than any bot has had.
const SHARDS_MAX: u32 = 10_000;

/// A session that can be resumed: everything up to its sequence is committed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Session {
    /// Discord's id of it.
    pub(crate) id: Arc<str>,
    /// The last sequence that is committed.
    pub(crate) sequence: u64,
    /// Where it is resumed.
    pub(crate) resume_url: Option<Arc<str>>,
    /// The last moment of which everything is committed.
    #[serde(default)]
    pub(crate) seen_until: Timestamp,
    /// How many connections there were: with another number it is no session.
    #[serde(default = "one")]
    pub(crate) shards: u32,
}

fn one() -> u32 {
    1
}

/// Keeps what is committed of one connection, each under names of its own.
#[derive(Debug, Clone)]
pub(crate) struct Keeper {
    shard: ShardId,
}

impl Keeper {
    pub(crate) fn of(shard: ShardId) -> Self {
        Self { shard }
    }

    /// Reads what an earlier run kept. What can't be read was never kept: the bot
    /// then begins a new session and asks for the last messages it knows of.
    /// Where there are more or fewer connections than there were, the guilds
    /// are spread anew, and the first one asks for the messages of all.
    pub(crate) async fn recall(&self, inbox: &dyn Inbox) -> Result<Watermark, InboxError> {
        let session = self.kept::<Session>(inbox, SESSION, self.shard.number()).await?;
        let first = self.kept::<Session>(inbox, SESSION, 0).await?;
        let before = first.map_or(self.shard.total(), |first| first.shards);
        if before == self.shard.total() {
            let session = session.filter(|session| session.shards == before);
            let last_heard = self.kept(inbox, CHANNELS, self.shard.number()).await?;
            return Ok(Watermark::starting_at(session, last_heard.unwrap_or_default()));
        }
        let mut last_heard = LastHeard::new();
        if self.shard.number() == 0 {
            for number in 0..before.min(SHARDS_MAX) {
                let heard: Option<LastHeard> = self.kept(inbox, CHANNELS, number).await?;
                last_heard.extend(heard.unwrap_or_default());
            }
        }
        Ok(Watermark::starting_at(None, last_heard))
    }

    /// Keeps what is committed, now.
    pub(crate) async fn keep(&self, inbox: &dyn Inbox, watermark: &Watermark) -> Result<(), InboxError> {
        self.keep_session(inbox, watermark).await?;
        inbox.keep(&name(CHANNELS, self.shard.number()), bytes(&watermark.last_heard())).await
    }

    /// Keeps what is committed, as it moves on; never ends.
    pub(crate) async fn keep_on(self, inbox: Arc<dyn Inbox>, watermark: Watermark) {
        let mut rounds = 0;
        loop {
            watermark.moved().await;
            rounds += 1;
            let kept = if rounds % CHANNEL_ROUNDS == 1 {
                self.keep(&*inbox, &watermark).await
            } else {
                self.keep_session(&*inbox, &watermark).await
            };
            if let Err(error) = kept {
                tracing::warn!(%error, "the gateway session could not be kept");
            }
            tokio::time::sleep(KEEP_EVERY).await;
        }
    }

    async fn keep_session(&self, inbox: &dyn Inbox, watermark: &Watermark) -> Result<(), InboxError> {
        match watermark.session() {
            Some(session) => inbox.keep(&name(SESSION, self.shard.number()), bytes(&session)).await,
            None => Ok(()),
        }
    }

    async fn kept<T: for<'de> Deserialize<'de>>(
        &self,
        inbox: &dyn Inbox,
        what: &str,
        number: u32,
    ) -> Result<Option<T>, InboxError> {
        let Some(kept) = inbox.recall(&name(what, number)).await? else { return Ok(None) };
        let read = serde_json::from_slice(&kept);
        if let Err(error) = &read {
            tracing::warn!(%error, "what was kept of the gateway session can't be read");
        }
        Ok(read.ok())
    }
}

/// What something of one connection is kept under.
fn name(what: &str, number: u32) -> String {
    if number == 0 { what.to_owned() } else { format!("{what}/{number}") }
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    // Strings and numbers alone: they can always be written.
    serde_json::to_vec(value).unwrap_or_default()
}
