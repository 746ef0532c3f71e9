//! The polling loop: take in, make durable, then confirm.
//!
//! Telegram forgets an update once a poll asks for those behind it. So a poll
//! confirms only what the inbox has made durable; whatever a kill interrupts is
//! told again.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::ports::{AdapterError, Inbox, InboxError, Notice, Pending};
use fireside_core::{Clock, Platform, Timestamp};
use serde_json::value::RawValue;
use teloxide::payloads::AnswerCallbackQuery;
use teloxide::types::CallbackQueryId;

use crate::PLATFORM;
use crate::adapter::Shared;
use crate::decode::{Decoded, Decoder};
use crate::errors::CallError;
use crate::identity::Identity;
use crate::update::{PollUpdates, RawUpdate};

/// The first wait after a failed poll; it doubles.
const BACKOFF_MIN: Duration = Duration::from_millis(500);
/// The longest wait after a failed poll.
const BACKOFF_MAX: Duration = Duration::from_secs(30);
/// How long the last confirmation may hold a stop up.
const FINISH_PATIENCE: Duration = Duration::from_secs(1);
/// How long Telegram keeps updates (Bot API, "Getting updates").
const UPDATES_KEPT_FOR: Duration = Duration::from_hours(24);
/// How often the moment of the last poll is kept.
const CURSOR_EVERY: Duration = Duration::from_mins(1);
/// What the moment of the last poll is kept under.
const CURSOR: &str = "cursor";
/// What the topics that the bot opened are kept under.
const TOPICS: &str = "topics";

/// Polls until the inbox stops.
pub(crate) struct Poller<'a> {
    shared: &'a Shared,
    bot: &'a Identity,
    inbox: Arc<dyn Inbox>,
    request: PollUpdates,
    backoff: Duration,
    /// Another poller has been told of, and is still there.
    conflict_told: bool,
    cursor_kept: Option<Timestamp>,
}

/// An update on its way into the inbox.
struct Taken {
    update_id: i64,
    press: Option<CallbackQueryId>,
    pending: Vec<Pending>,
}

impl<'a> Poller<'a> {
    /// A poller for `bot`.
    pub(crate) fn new(shared: &'a Shared, bot: &'a Identity, inbox: Arc<dyn Inbox>) -> Self {
        let request = PollUpdates::new(shared.options.poll_timeout());
        Self { shared, bot, inbox, request, backoff: BACKOFF_MIN, conflict_told: false, cursor_kept: None }
    }

    /// Polls until the inbox stops.
    ///
    /// # Errors
    /// When a person has to mend something, or what was kept can't be read.
    pub(crate) async fn run(mut self) -> Result<(), AdapterError> {
        self.recall().await?;
        let inbox = Arc::clone(&self.inbox);
        let mut stopped = std::pin::pin!(inbox.stopped());
        loop {
            let answer = tokio::select! {
                biased;
                () = &mut stopped => return self.finish().await,
                answer = self.shared.client.call(&self.request) => answer,
            };
            let taken = match answer {
                Ok(updates) => self.polled(&updates).await,
                Err(error) => self.failed(error),
            };
            match taken {
                Ok(true) => self.backoff = BACKOFF_MIN,
                Ok(false) => {
                    tokio::select! {
                        () = &mut stopped => return self.finish().await,
                        () = tokio::time::sleep(self.backoff) => {}
                    }
                    self.backoff = (self.backoff * 2).min(BACKOFF_MAX);
                }
                Err(AdapterError::Inbox(InboxError::Closed)) => return self.finish().await,
                Err(error) => return Err(error),
            }
        }
    }

    /// Confirms what is durable, so that the next start isn't told it again. Not
    /// to be confirmed in time does no harm.
    async fn finish(mut self) -> Result<(), AdapterError> {
        if self.request.offset.is_some() {
            self.request = self.request.without_waiting();
            let confirmed = tokio::time::timeout(FINISH_PATIENCE, self.shared.client.call(&self.request));
            if !matches!(confirmed.await, Ok(Ok(_))) {
                tracing::debug!("the last updates are not confirmed: Telegram will tell them again");
            }
        }
        Ok(())
    }

    /// Takes a poll's updates in. `false`: wait before the next poll.
    async fn polled(&mut self, updates: &[Box<RawValue>]) -> Result<bool, AdapterError> {
        // What the poll confirmed is forgotten. Ids can start anew after a quiet
        // week, so an offset is never told a second time.
        self.request.offset = None;
        self.conflict_told = false;
        let went_well = match self.take_in(updates).await {
            Ok(()) => updates.is_empty() || self.request.offset.is_some(),
            Err(InboxError::Closed) => return Err(InboxError::Closed.into()),
            Err(error) => {
                tracing::error!(%error, "updates are not confirmed: Telegram will tell them again");
                false
            }
        };
        self.shared.polls.send_modify(|polls| *polls += 1);
        self.keep_cursor().await;
        Ok(went_well)
    }

    /// Pushes all updates in order, then waits for each: what is durable may be
    /// confirmed, up to the first that is not.
    async fn take_in(&mut self, updates: &[Box<RawValue>]) -> Result<(), InboxError> {
        let mut all = Vec::with_capacity(updates.len());
        let mut pushed = Ok(());
        for raw in updates {
            match self.push(raw.get()).await {
                Ok(taken) => all.extend(taken),
                Err(error) => {
                    pushed = Err(error);
                    break;
                }
            }
        }
        for Taken { update_id, press, pending } in all {
            for one in pending {
                one.await?;
            }
            self.request.offset = Some(update_id + 1);
            if let Some(press) = press {
                self.answer(press);
            }
        }
        pushed
    }

    /// Decodes one update and pushes what it tells. `None`: it has no id to
    /// confirm it by.
    async fn push(&self, json: &str) -> Result<Option<Taken>, InboxError> {
        let update = match RawUpdate::of(json) {
            Ok(update) => update,
            Err(error) => {
                self.undecodable("without an id".to_owned(), &error);
                return Ok(None);
            }
        };
        let commands = self.shared.commands();
        let decoder = Decoder { bot: self.bot, commands: &commands, now: self.clock().now() };
        let update_id = update.update_id;
        let Decoded { events, opened, press } = decoder.decode(&update).unwrap_or_else(|error| {
            self.undecodable(update_id.to_string(), &error);
            Decoded::default()
        });
        if let Some(topic) = opened {
            self.shared.topics.remember(topic);
            self.keep(TOPICS, self.shared.topics.to_bytes()).await;
        }
        let mut pending = Vec::with_capacity(events.len());
        for mut event in events {
            self.shared.authority.attach(&mut event).await;
            pending.push(self.inbox.push(event).await?);
        }
        Ok(Some(Taken { update_id, press, pending }))
    }

    fn undecodable(&self, update: String, error: &serde_json::Error) {
        let why = error.to_string();
        self.inbox.notice(Notice::Undecodable { platform: platform(), update, why });
    }

    /// Ends the waiting that the button shows. Nothing depends on it.
    fn answer(&self, press: CallbackQueryId) {
        let client = self.shared.client.clone();
        tokio::spawn(async move {
            if let Err(error) = client.call(&AnswerCallbackQuery::new(press)).await {
                tracing::debug!(%error, "a press could not be answered");
            }
        });
    }

    /// A poll that brought nothing but trouble.
    fn failed(&mut self, error: CallError) -> Result<bool, AdapterError> {
        if error.is_wrong_token() {
            return Err(error.for_adapter(self.shared.client.api_url()));
        }
        if error.code() == Some(409) && !self.conflict_told {
            self.conflict_told = true;
            let what = format!(
                "another process polls with this bot's token, or a webhook is set for it: stop the other \
                 one ({error})"
            );
            self.inbox.notice(Notice::Trouble { platform: platform(), what });
        }
        if let CallError::Refused { retry_after: Some(after), .. } = &error {
            self.backoff = self.backoff.max(*after);
        }
        tracing::warn!(%error, wait_ms = self.backoff.as_millis(), "polling failed");
        Ok(false)
    }

    /// What was kept over the restart. More than a day ago, and updates are lost.
    async fn recall(&mut self) -> Result<(), AdapterError> {
        if let Some(kept) = self.inbox.recall(TOPICS).await? {
            self.shared.topics.restore(&kept);
            // Who looks for a topic looks again.
            self.shared.polls.send_modify(|polls| *polls += 1);
        }
        let kept = self.inbox.recall(CURSOR).await?;
        let since = kept.and_then(|kept| String::from_utf8(kept).ok()?.parse().ok());
        if let Some(since) = since.map(Timestamp::from_millis)
            && self.clock().now().since(since) > UPDATES_KEPT_FOR
        {
            self.inbox.notice(Notice::Gap { platform: platform(), since });
        }
        Ok(())
    }

    async fn keep_cursor(&mut self) {
        let now = self.clock().now();
        if self.cursor_kept.is_none_or(|kept| now.since(kept) >= CURSOR_EVERY) {
            self.cursor_kept = Some(now);
            self.keep(CURSOR, now.as_millis().to_string().into_bytes()).await;
        }
    }

    async fn keep(&self, name: &str, value: Vec<u8>) {
        if let Err(error) = self.inbox.keep(name, value).await {
            tracing::warn!(%error, name, "the adapter's place could not be kept");
        }
    }

    fn clock(&self) -> &dyn Clock {
        self.shared.options.clock.as_ref()
    }
}

fn platform() -> Platform {
    Platform::new(PLATFORM)
}
