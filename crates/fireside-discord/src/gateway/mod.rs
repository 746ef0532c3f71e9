//! The gateway: frames come in order, each is decoded and pushed in order, and
//! the saved session moves on only when what it covers is committed.

mod backfill;
mod budget;
mod dispatch;
mod frame;
mod session;
mod shards;
mod watermark;

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use fireside_core::ports::{AdapterError, Inbox, InboxError, Notice};
use fireside_core::{Platform, Timestamp};
use secrecy::ExposeSecret;
use tokio_util::sync::CancellationToken;
use tokio_util::task::{AbortOnDropHandle, TaskTracker};
use twilight_gateway::{ConfigBuilder, Session as ShardSession, Shard, ShardId};

use crate::PLATFORM;
use crate::adapter::{Connection, Identity};
use crate::errors::wrong_token;
use budget::Budget;
pub(crate) use frame::Head;
use frame::{Frames, Incoming};
use session::{Keeper, Session};
use shards::Shards;
pub(crate) use shards::run;
pub(crate) use watermark::Ticket;
use watermark::Watermark;

/// How long a stopping gateway waits for what it pushed to be committed.
pub(crate) const SETTLE_MAX: Duration = Duration::from_secs(3);
/// How long to wait before events that could not be stored are asked for again;
/// twice as long each time in which nothing could be stored.
const AGAIN_AFTER: Duration = Duration::from_secs(1);
/// The longest such wait.
const AGAIN_AFTER_MAX: Duration = Duration::from_secs(30);
/// The codes after which the session can't be resumed (Discord's close codes).
const SESSION_OVER: [u16; 2] = [4007, 4009];
/// The frame that says that the session can't go on as it is.
const INVALID_SESSION: u8 = 9;
/// The first frame of a connection.
const HELLO: u8 = 10;

/// Why a connection was given up.
#[derive(Debug, PartialEq, Eq)]
enum Ended {
    /// The runtime is stopping.
    Stopped,
    /// Something could not be stored: what is not committed is to come again.
    Again,
    /// Discord doesn't resume the session: a new one is begun.
    SessionOver,
}

/// One run of one of the gateway's connections.
struct Gateway {
    shard: ShardId,
    shards: Arc<Shards>,
    /// Keeps the session over a restart.
    keeper: Keeper,
    /// What Discord said about connecting when the run began.
    budget: Option<Budget>,
    connection: Arc<Connection>,
    identity: Identity,
    inbox: Arc<dyn Inbox>,
    watermark: Watermark,
    /// The id of the session frames come from, resume address with it.
    current: Option<(Arc<str>, Option<Arc<str>>)>,
    /// The guilds the bot is in: another one is news.
    guilds: HashSet<u64>,
    /// The last message heard before a session was lost. Ids grow over all
    /// channels: whatever is younger was missed, in any of them.
    heard_until: Option<u64>,
    /// The last moment before this connection of which everything is committed.
    seen_until: Option<Timestamp>,
    /// Whether what comes happened before this connection was made.
    is_replaying: bool,
    /// What waits for a commit, and answers interactions.
    tasks: TaskTracker,
}

impl Gateway {
    /// A run that goes on where an earlier one left off.
    async fn begin(
        shard: ShardId,
        shards: Arc<Shards>,
        connection: Arc<Connection>,
        identity: Identity,
        inbox: Arc<dyn Inbox>,
        budget: Budget,
    ) -> Result<Self, AdapterError> {
        let keeper = Keeper::of(shard);
        let watermark = keeper.recall(&*inbox).await?;
        Ok(Self {
            shard,
            shards,
            keeper,
            budget: Some(budget),
            connection,
            identity,
            inbox,
            watermark,
            current: None,
            guilds: HashSet::new(),
            heard_until: None,
            seen_until: None,
            is_replaying: true,
            tasks: TaskTracker::new(),
        })
    }

    /// Takes in what happens until the runtime stops, or the run is told to leave.
    async fn run(mut self, leaving: CancellationToken) -> Result<(), AdapterError> {
        let inbox = Arc::clone(&self.inbox);
        let ended = tokio::select! {
            () = inbox.stopped() => Ok(()),
            () = leaving.cancelled() => Ok(()),
            ended = self.connect_until_stopped() => ended,
        };
        self.tasks.close();
        // What is not committed by then comes again with the resumed session.
        let _ = tokio::time::timeout(SETTLE_MAX, self.tasks.wait()).await;
        self.keeper.keep(&*inbox, &self.watermark).await?;
        ended
    }

    async fn connect_until_stopped(&mut self) -> Result<(), AdapterError> {
        let mut wait = AGAIN_AFTER;
        loop {
            let before = self.watermark.session();
            let ended = self.connect_once().await?;
            self.leave_off();
            let session = self.watermark.session();
            wait = if session == before { (wait * 2).min(AGAIN_AFTER_MAX) } else { AGAIN_AFTER };
            // Tickets that are still open belong to the connection that was given up.
            let last_heard = self.watermark.last_heard();
            match ended {
                Ended::Stopped => return Ok(()),
                Ended::Again => {
                    self.watermark = Watermark::starting_at(session, last_heard);
                    tokio::time::sleep(wait).await;
                }
                Ended::SessionOver => self.watermark = Watermark::starting_at(None, last_heard),
            }
        }
    }

    async fn connect_once(&mut self) -> Result<Ended, AdapterError> {
        let mut frames = Frames::of(self.shard().await?);
        let keeper = self.keeper.clone().keep_on(Arc::clone(&self.inbox), self.watermark.clone());
        let _keeper = AbortOnDropHandle::new(tokio::spawn(keeper));
        let connection = Arc::clone(&self.connection);
        let watermark = self.watermark.clone();
        let mut close_code = None;
        loop {
            let incoming = tokio::select! {
                biased;
                () = watermark.failed() => return Ok(Ended::Again),
                () = connection.client.breaker.opened() => {
                    self.trouble("Discord refused over a thousand calls in ten minutes, so calls are halted: \
                        see that the bot is in the server and has its permissions");
                    continue;
                }
                incoming = frames.next() => incoming,
            };
            match incoming {
                Some(Incoming::Text(text)) => match self.take(&text).await {
                    Ok(()) => {}
                    Err(AdapterError::Inbox(InboxError::Closed)) => return Ok(Ended::Stopped),
                    Err(AdapterError::Inbox(InboxError::NotStored { .. })) => return Ok(Ended::Again),
                    Err(error) => return Err(error),
                },
                Some(Incoming::Closed(code)) => {
                    tracing::info!(code, "the gateway closed the connection");
                    if code.is_some_and(|code| SESSION_OVER.contains(&code)) {
                        return Ok(Ended::SessionOver);
                    }
                    close_code = code;
                }
                Some(Incoming::NotConnected(error)) => {
                    tracing::warn!(%error, "the gateway can't be reached");
                }
                Some(Incoming::Unreadable) => {
                    self.undecodable("a frame", "it is no gateway frame".to_owned());
                }
                None => return Err(fatal(close_code)),
            }
        }
    }

    /// A shard that resumes what is committed, or starts anew when allowed to.
    async fn shard(&mut self) -> Result<Shard<twilight_gateway::queue::InMemoryQueue>, AdapterError> {
        let mut budget = match self.budget.take() {
            Some(budget) => budget,
            None => self.ask_budget().await?,
        };
        let session = self.watermark.session();
        while let (None, Some(wait)) = (&session, budget.wait()) {
            self.trouble(&format!(
                "no new gateway session is allowed for {} s: something restarts the bot too often",
                wait.as_secs(),
            ));
            tokio::time::sleep(wait).await;
            budget = self.ask_budget().await?;
        }
        let options = &self.connection.options;
        let token = options.token.expose_secret().to_owned();
        let mut config = ConfigBuilder::new(token, options.intents())
            .proxy_url(budget.url().trim_end_matches('/').to_owned())
            .queue(self.shards.queue.clone());
        if let Some(Session { id, sequence, resume_url, .. }) = session {
            config = config.session(ShardSession::new(sequence, id.to_string()));
            if let Some(url) = &resume_url {
                config = config.resume_url(url.to_string());
            }
            self.current = Some((id, resume_url));
        }
        Ok(Shard::with_config(self.shard, config.build()))
    }

    /// Asks Discord how many sessions may be started, and lets the others know.
    async fn ask_budget(&self) -> Result<Budget, AdapterError> {
        let budget = Budget::ask(&self.connection.client, &*self.inbox).await?;
        budget.update(&self.shards.queue);
        Ok(budget)
    }

    /// Takes one frame in.
    async fn take(&mut self, text: &str) -> Result<(), AdapterError> {
        let head: Head<'_> = match serde_json::from_str(text) {
            Ok(head) => head,
            Err(error) => {
                self.undecodable("a frame", error.to_string());
                return Ok(());
            }
        };
        match (head.op, head.name, head.sequence) {
            (0, Some(name), Some(sequence)) => self.dispatch(&name, sequence, text).await,
            (INVALID_SESSION | HELLO, ..) => {
                self.leave_off();
                self.is_replaying = true;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Remembers how far everything was committed when the connection ended.
    fn leave_off(&mut self) {
        let committed = self.watermark.session().map(|session| session.seen_until);
        self.seen_until = committed.or(self.seen_until);
    }

    /// The session as it is once the frame `sequence` is committed.
    fn session_at(&self, sequence: u64) -> Option<Session> {
        let (id, resume_url) = self.current.clone()?;
        let now = self.connection.options.clock.now();
        let seen_until = if self.is_replaying { self.seen_until.unwrap_or_default() } else { now };
        Some(Session { id, sequence, resume_url, seen_until, shards: self.shard.total() })
    }

    /// Tells the operator that what happened after `since` can't be had.
    fn gap(&self, since: Timestamp) {
        self.inbox.notice(Notice::Gap { platform: Platform::new(PLATFORM), since });
    }

    fn undecodable<'a>(&self, update: impl Into<Cow<'a, str>>, why: String) {
        let update = update.into().into_owned();
        tracing::warn!(update, error = %why, "an update can't be read");
        self.inbox.notice(Notice::Undecodable { platform: Platform::new(PLATFORM), update, why });
    }

    fn trouble(&self, what: &str) {
        tracing::error!(what, "something is wrong that a person can mend");
        self.inbox.notice(Notice::Trouble { platform: Platform::new(PLATFORM), what: what.to_owned() });
    }
}

/// What a person reads when Discord closes for good.
fn fatal(code: Option<u16>) -> AdapterError {
    let what = match code {
        Some(4004) => wrong_token(),
        Some(4013) => "Discord knows none of the intents asked for: this is a fault of Fireside's".to_owned(),
        Some(4014) => "the bot may not read messages: switch on the Message Content intent for this bot in \
                       the developer portal or set discord.message_content = false"
            .to_owned(),
        Some(4010 | 4011) => "the bot is in so many servers that Discord wants it split into more shards: \
                              leave `discord.shards` out, or raise it"
            .to_owned(),
        Some(code) => format!("Discord closed the gateway for good (code {code})"),
        None => "Discord closed the gateway for good".to_owned(),
    };
    AdapterError::Stop { what }
}
