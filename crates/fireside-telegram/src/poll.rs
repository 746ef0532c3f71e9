//! The polling loop: take in, make durable, then confirm.
//!
//! Telegram forgets an update once a poll asks for those behind it. So a poll
//! confirms only what the inbox has made durable; whatever a kill interrupts is
//! told again.

use std::time::Duration;

use fireside_core::Platform;
use fireside_core::ports::{AdapterError, InboxError, Notice};
use serde_json::value::RawValue;

use crate::PLATFORM;
use crate::adapter::Shared;
use crate::batch::Batch;
use crate::errors::CallError;
use crate::intake::Intake;
use crate::update::{AlbumId, PollUpdates, RawUpdate};

/// The first wait after a failed poll; it doubles.
const BACKOFF_MIN: Duration = Duration::from_millis(500);
/// The longest wait after a failed poll.
const BACKOFF_MAX: Duration = Duration::from_secs(30);
/// How long the last confirmation may hold a stop up.
const FINISH_PATIENCE: Duration = Duration::from_secs(1);

/// Polls until the inbox stops.
pub(crate) struct Poller {
    intake: Intake,
    request: PollUpdates,
    backoff: Duration,
    /// The albums that the last poll left to the next.
    waited_for: Vec<AlbumId>,
    /// Another poller has been told of, and is still there.
    conflict_told: bool,
}

/// How a poll went.
enum Polled {
    /// All of it was taken in.
    Whole,
    /// The parts of an album may still be on their way.
    AlbumOpen,
    /// Nothing was taken in.
    Stuck,
}

impl Poller {
    /// A poller that brings what it hears to `intake`.
    pub(crate) fn new(intake: Intake) -> Self {
        Self {
            request: PollUpdates::new(intake.shared.options.poll_timeout()),
            intake,
            backoff: BACKOFF_MIN,
            waited_for: Vec::new(),
            conflict_told: false,
        }
    }

    /// Polls until the inbox stops.
    ///
    /// # Errors
    /// When a person has to mend something, or what was kept can't be read.
    pub(crate) async fn run(mut self) -> Result<(), AdapterError> {
        self.intake.recall().await?;
        let inbox = std::sync::Arc::clone(&self.intake.inbox);
        let mut stopped = std::pin::pin!(inbox.stopped());
        loop {
            let answer = tokio::select! {
                biased;
                () = &mut stopped => return self.finish().await,
                answer = self.shared().client.call(&self.request) => answer,
                never = self.intake.keep_as_learnt() => match never {},
            };
            let taken = match answer {
                Ok(updates) => self.polled(&updates).await,
                Err(error) => self.failed(error),
            };
            let wait = match taken {
                Ok(Polled::Whole) => {
                    self.backoff = BACKOFF_MIN;
                    continue;
                }
                Ok(Polled::AlbumOpen) => self.shared().options.album_patience,
                Ok(Polled::Stuck) => {
                    let wait = self.backoff;
                    self.backoff = (self.backoff * 2).min(BACKOFF_MAX);
                    wait
                }
                Err(AdapterError::Inbox(InboxError::Closed)) => return self.finish().await,
                Err(error) => return Err(error),
            };
            tokio::select! {
                () = &mut stopped => return self.finish().await,
                () = tokio::time::sleep(wait) => {}
            }
        }
    }

    /// Confirms what is durable, so that the next start isn't told it again. Not
    /// to be confirmed in time does no harm.
    async fn finish(mut self) -> Result<(), AdapterError> {
        self.intake.keep_learnt().await;
        if self.request.offset.is_some() {
            self.request = self.request.without_waiting();
            let confirmed =
                tokio::time::timeout(FINISH_PATIENCE, self.intake.shared.client.call(&self.request));
            if !matches!(confirmed.await, Ok(Ok(_))) {
                tracing::debug!("the last updates are not confirmed: Telegram will tell them again");
            }
        }
        Ok(())
    }

    /// Takes a poll's updates in.
    async fn polled(&mut self, updates: &[Box<RawValue>]) -> Result<Polled, AdapterError> {
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
        self.intake.tell_heard();
        self.intake.keep_learnt().await;
        self.intake.keep_cursor().await;
        Ok(match went_well {
            true if self.waited_for.is_empty() => Polled::Whole,
            true => Polled::AlbumOpen,
            false => Polled::Stuck,
        })
    }

    /// Pushes all updates in order, then waits for each: what is durable may be
    /// confirmed, up to the first that is not.
    async fn take_in(&mut self, updates: &[Box<RawValue>]) -> Result<(), InboxError> {
        let updates = updates.iter().filter_map(|raw| self.read(raw.get())).collect();
        let batch = Batch::of(updates, &std::mem::take(&mut self.waited_for));
        let mut all = Vec::new();
        let mut pushed = Ok(());
        for group in batch.groups() {
            let taken = match group.as_slice() {
                [update] => self.intake.push(update).await,
                parts => {
                    let contents: Vec<&RawValue> = parts.iter().filter_map(|part| part.content).collect();
                    let first = parts.first().map_or(0, |part| part.update_id);
                    self.intake.push_album(first, &contents).await
                }
            };
            match taken {
                Ok(taken) => all.push(taken),
                Err(error) => {
                    pushed = Err(error);
                    break;
                }
            }
        }
        self.request.offset = batch.offset(0);
        for (settled, taken) in all.into_iter().enumerate() {
            self.intake.settle(taken).await?;
            self.request.offset = batch.offset(settled + 1);
        }
        pushed?;
        self.waited_for = batch.open();
        Ok(())
    }

    /// Takes an update apart. `None`: it has no id to confirm it by.
    fn read<'a>(&self, json: &'a str) -> Option<RawUpdate<'a>> {
        let update = RawUpdate::of(json);
        update.inspect_err(|error| self.intake.undecodable("without an id".to_owned(), error)).ok()
    }

    /// A poll that brought nothing but trouble.
    fn failed(&mut self, error: CallError) -> Result<Polled, AdapterError> {
        if error.is_wrong_token() {
            return Err(error.for_adapter(self.shared().client.api_url()));
        }
        if error.code() == Some(409) && !self.conflict_told {
            self.conflict_told = true;
            let what = format!(
                "another process polls with this bot's token, or a webhook is set for it: stop the other \
                 one ({error})"
            );
            self.intake.inbox.notice(Notice::Trouble { platform: Platform::new(PLATFORM), what });
        }
        if let CallError::Refused { retry_after: Some(after), .. } = &error {
            self.backoff = self.backoff.max(*after);
        }
        tracing::warn!(%error, wait_ms = self.backoff.as_millis(), "polling failed");
        Ok(Polled::Stuck)
    }

    fn shared(&self) -> &Shared {
        &self.intake.shared
    }
}
