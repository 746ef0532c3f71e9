//! The gateway session, and keeping it over a restart.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::Timestamp;
use fireside_core::ports::{Inbox, InboxError};
use serde::{Deserialize, Serialize};

use super::watermark::{LastHeard, Watermark};

/// What the session is kept under.
const SESSION: &str = "session";
/// What the channels' last messages are kept under.
const CHANNELS: &str = "channels";
/// The session is kept at most this often.
const KEEP_EVERY: Duration = Duration::from_millis(500);
/// The channels' last messages are needed only when a session is lost, and
/// what is heard twice changes nothing: they are kept once in so many rounds.
const CHANNEL_ROUNDS: u32 = 10;

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
}

/// Reads what an earlier run kept. What can't be read was never kept: the bot
/// then begins a new session and asks for the last messages it knows of.
pub(crate) async fn recall(inbox: &dyn Inbox) -> Result<Watermark, InboxError> {
    let session = read::<Session>(inbox.recall(SESSION).await?);
    let last_heard = read::<LastHeard>(inbox.recall(CHANNELS).await?);
    Ok(Watermark::starting_at(session, last_heard.unwrap_or_default()))
}

fn read<T: for<'de> Deserialize<'de>>(kept: Option<Vec<u8>>) -> Option<T> {
    let kept = kept?;
    match serde_json::from_slice(&kept) {
        Ok(read) => Some(read),
        Err(error) => {
            tracing::warn!(%error, "what was kept of the gateway session can't be read");
            None
        }
    }
}

/// Keeps what is committed, now.
pub(crate) async fn keep(inbox: &dyn Inbox, watermark: &Watermark) -> Result<(), InboxError> {
    keep_session(inbox, watermark).await?;
    inbox.keep(CHANNELS, bytes(&watermark.last_heard())).await
}

/// Keeps what is committed, as it moves on; never ends.
pub(crate) async fn keep_on(inbox: Arc<dyn Inbox>, watermark: Watermark) {
    let mut rounds = 0;
    loop {
        watermark.moved().await;
        rounds += 1;
        let kept = if rounds % CHANNEL_ROUNDS == 1 {
            keep(&*inbox, &watermark).await
        } else {
            keep_session(&*inbox, &watermark).await
        };
        if let Err(error) = kept {
            tracing::warn!(%error, "the gateway session could not be kept");
        }
        tokio::time::sleep(KEEP_EVERY).await;
    }
}

async fn keep_session(inbox: &dyn Inbox, watermark: &Watermark) -> Result<(), InboxError> {
    match watermark.session() {
        Some(session) => inbox.keep(SESSION, bytes(&session)).await,
        None => Ok(()),
    }
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    // Strings and numbers alone: they can always be written.
    serde_json::to_vec(value).unwrap_or_default()
}
