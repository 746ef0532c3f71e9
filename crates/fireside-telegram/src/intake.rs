//! Bringing updates into the inbox: the same for polls and for the webhook.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use fireside_core::ports::{Inbox, InboxError, Notice, Pending};
use fireside_core::{Platform, Timestamp};
use serde_json::value::RawValue;
use teloxide::payloads::AnswerCallbackQuery;
use teloxide::types::CallbackQueryId;

use crate::PLATFORM;
use crate::adapter::Shared;
use crate::decode::{Decoded, Decoder};
use crate::identity::Identity;
use crate::update::RawUpdate;

/// What the topics that the bot opened are kept under.
const TOPICS: &str = "topics";
/// What the polls that the bot sent are kept under.
const POLLS: &str = "polls";
/// What the moment at which updates were last heard is kept under.
const CURSOR: &str = "cursor";
/// How often that is kept.
pub(crate) const CURSOR_EVERY: Duration = Duration::from_mins(1);
/// How long Telegram keeps updates (Bot API, "Getting updates").
const UPDATES_KEPT_FOR: Duration = Duration::from_hours(24);
/// The most kinds of updates that are told as passed over.
const SKIPPED_MAX: usize = 256;

/// Brings updates into the inbox.
pub(crate) struct Intake {
    pub(crate) shared: Arc<Shared>,
    pub(crate) inbox: Arc<dyn Inbox>,
    bot: Identity,
    /// The kinds that were told as passed over.
    skipped: Mutex<BTreeSet<String>>,
    /// Locked while keeping: what is older is not kept over what is newer.
    keeping: tokio::sync::Mutex<()>,
    cursor_kept: Mutex<Option<Timestamp>>,
}

/// What was pushed and is not durable yet.
#[must_use]
pub(crate) struct Taken {
    press: Option<CallbackQueryId>,
    pending: Vec<Pending>,
}

impl Intake {
    /// An intake for `bot`.
    pub(crate) fn new(shared: Arc<Shared>, bot: Identity, inbox: Arc<dyn Inbox>) -> Self {
        Self {
            shared,
            inbox,
            bot,
            skipped: Mutex::default(),
            keeping: tokio::sync::Mutex::default(),
            cursor_kept: Mutex::default(),
        }
    }

    /// Pushes what `update` tells.
    ///
    /// # Errors
    /// When the inbox takes nothing in.
    pub(crate) async fn push(&self, update: &RawUpdate<'_>) -> Result<Taken, InboxError> {
        self.push_decoded(update.update_id, |decoder| decoder.decode(update)).await
    }

    /// Pushes what the parts of an album tell together.
    ///
    /// # Errors
    /// When the inbox takes nothing in.
    pub(crate) async fn push_album(&self, update_id: i64, parts: &[&RawValue]) -> Result<Taken, InboxError> {
        self.push_decoded(update_id, |decoder| decoder.album(parts)).await
    }

    async fn push_decoded(
        &self,
        update_id: i64,
        decode: impl FnOnce(&Decoder<'_>) -> Result<Decoded, serde_json::Error>,
    ) -> Result<Taken, InboxError> {
        let now = self.shared.options.clock.now();
        let decoder = Decoder { bot: &self.bot, polls: &self.shared.polls, now };
        let Decoded { events, opened, press, skipped } = decode(&decoder).unwrap_or_else(|error| {
            self.undecodable(update_id.to_string(), &error);
            Decoded::default()
        });
        if let Some(kind) = skipped {
            self.skip(kind);
        }
        if let Some(topic) = opened {
            self.shared.topics.remember(topic);
            self.keep(TOPICS, self.shared.topics.to_bytes()).await;
        }
        let mut pending = Vec::with_capacity(events.len());
        for mut event in events {
            self.shared.authority.attach(&mut event).await;
            pending.push(self.inbox.push(event).await?);
        }
        Ok(Taken { press, pending })
    }

    /// Waits until what was taken is durable. A press is answered then.
    ///
    /// # Errors
    /// When it could not be made durable.
    pub(crate) async fn settle(&self, taken: Taken) -> Result<(), InboxError> {
        for pending in taken.pending {
            pending.await?;
        }
        if let Some(press) = taken.press {
            self.answer(press);
        }
        Ok(())
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

    /// Says that an update can't be read.
    pub(crate) fn undecodable(&self, update: String, error: &serde_json::Error) {
        let why = error.to_string();
        self.inbox.notice(Notice::Undecodable { platform: Platform::new(PLATFORM), update, why });
    }

    /// Says once for each kind that it is passed over.
    fn skip(&self, kind: String) {
        let mut skipped = self.skipped.lock().unwrap_or_else(PoisonError::into_inner);
        if skipped.len() < SKIPPED_MAX && skipped.insert(kind.clone()) {
            self.inbox.notice(Notice::Skipped { platform: Platform::new(PLATFORM), kind });
        }
    }

    /// Brings back what was learnt before the restart. Was that more than a day
    /// ago, updates are lost, which is told.
    ///
    /// # Errors
    /// When the store can't be read.
    pub(crate) async fn recall(&self) -> Result<(), InboxError> {
        if let Some(kept) = self.inbox.recall(TOPICS).await? {
            self.shared.topics.restore(&kept);
        }
        if let Some(kept) = self.inbox.recall(POLLS).await? {
            self.shared.polls.restore(&kept);
        }
        let cursor = self.inbox.recall(CURSOR).await?;
        let since = cursor.and_then(|kept| String::from_utf8(kept).ok()?.parse().ok());
        if let Some(since) = since.map(Timestamp::from_millis)
            && self.shared.options.clock.now().since(since) > UPDATES_KEPT_FOR
        {
            self.inbox.notice(Notice::Gap { platform: Platform::new(PLATFORM), since });
        }
        self.tell_heard();
        Ok(())
    }

    /// Keeps what was learnt since it was last kept.
    pub(crate) async fn keep_learnt(&self) {
        let _keeping = self.keeping.lock().await;
        if let Some(polls) = self.shared.polls.unkept()
            && self.keep(POLLS, polls.bytes.clone()).await
        {
            self.shared.polls.kept(&polls);
        }
    }

    /// Keeps what is learnt from deliveries as soon as it is. Never ends.
    pub(crate) async fn keep_as_learnt(&self) -> Infallible {
        loop {
            self.keep_learnt().await;
            self.shared.polls.added().await;
        }
    }

    /// Keeps that updates are heard now, where it was not kept lately.
    pub(crate) async fn keep_cursor(&self) {
        let now = self.shared.options.clock.now();
        {
            let mut kept = self.cursor_kept.lock().unwrap_or_else(PoisonError::into_inner);
            if kept.is_some_and(|kept| now.since(kept) < CURSOR_EVERY) {
                return;
            }
            *kept = Some(now);
        }
        self.keep(CURSOR, now.as_millis().to_string().into_bytes()).await;
    }

    /// Whoever looks for a topic looks again.
    pub(crate) fn tell_heard(&self) {
        self.shared.heard.send_modify(|heard| *heard += 1);
    }

    /// Keeps `value` under `name`; says whether it is kept. Not to keep it in
    /// time does no harm.
    async fn keep(&self, name: &str, value: Vec<u8>) -> bool {
        let kept = self.inbox.keep(name, value).await;
        kept.inspect_err(|error| tracing::warn!(%error, name, "the adapter's place could not be kept"))
            .is_ok()
    }
}
