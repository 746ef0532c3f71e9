//! The inbox: takes events in, in order, and never more than there is room for.
//!
//! Above high water ambient talk is spilled to the store and acknowledged.
//! Commands, presses and forms have room of their own and are never spilled.

use std::sync::Arc;

use async_trait::async_trait;
use fireside_core::action::Action;
use fireside_core::event::RoomChange;
use fireside_core::key::Key;
use fireside_core::ports::{Batch, CommitError, Inbox, InboxError, Notice, Pending, StoreError, Write};
use fireside_core::record::{self, Record};
use fireside_core::{Answer, Audience, Community, CommunityId, Event, EventKind, LaneId, Platform};
use tokio::sync::{OwnedSemaphorePermit, oneshot};
use tokio::time::Instant;

use crate::lanes::Job;
use crate::shared::Shared;

/// One platform's way in.
pub(crate) struct Intake {
    pub(crate) shared: Arc<Shared>,
    pub(crate) platform: Platform,
}

#[async_trait]
impl Inbox for Intake {
    async fn push(&self, mut event: Event) -> Result<Pending, InboxError> {
        let shared = &self.shared;
        if shared.stopping.is_cancelled() {
            return Err(InboxError::Closed);
        }
        shared.stats.received.one();
        event.place = shared.addresses.name(event.place);
        if let Some(talk) = &shared.talk {
            talk.locate(&mut event);
        }
        let Some(community) = shared.claims.claim(&event) else {
            shared.stats.unclaimed.one();
            return Ok(Box::pin(async { Ok(None) }));
        };
        if let EventKind::Room(RoomChange::Moved { to }) = &event.kind
            && shared.addresses.learn(&event.place, to).await.map_err(|error| shared.not_kept(&error))?
        {
            let what = format!("{} is at {to} now; the configuration may name either", event.place);
            shared.notice(Notice::Trouble { platform: self.platform.clone(), what });
        }
        event.community = Some(community.id.clone());
        if let Some(talk) = &shared.talk {
            talk.hear(&community, &event);
        }
        let event = Arc::new(event);
        let Some(permit) = shared.admit(&community, &event).await? else {
            shared.spill(&community, &event).await?;
            return Ok(Box::pin(async { Ok(None) }));
        };
        let named = shared.lane_named(&community, &event).await.map_err(not_stored)?;
        let (done, decided) = oneshot::channel();
        let job = Job {
            community: Arc::clone(&community),
            event: Arc::clone(&event),
            journaled: None,
            done: Some(done),
            permit: Some(permit),
        };
        let journal_at = Instant::now() + shared.options.journal_after;
        shared.enqueue(job, named);
        Ok(Box::pin(Arc::clone(shared).settled(community, event, decided, journal_at)))
    }

    async fn recall(&self, name: &str) -> Result<Option<Vec<u8>>, InboxError> {
        let found = self.shared.store.get(&[self.note_key(name)]).await.map_err(not_stored)?;
        Ok(found.into_iter().next().flatten().map(|stored| stored.value))
    }

    async fn keep(&self, name: &str, value: Vec<u8>) -> Result<(), InboxError> {
        let write = Write::Put(self.note_key(name), value);
        let batch = Batch { writes: vec![write], lazy: true, ..Batch::default() };
        self.shared.store.commit(batch).await.map_err(not_stored)
    }

    async fn keep_durably(&self, name: &str, value: Vec<u8>) -> Result<(), InboxError> {
        let batch = Batch { writes: vec![Write::Put(self.note_key(name), value)], ..Batch::default() };
        self.shared.store.commit(batch).await.map_err(not_stored)
    }

    fn notice(&self, notice: Notice) {
        self.shared.notice(notice);
    }

    async fn stopped(&self) {
        self.shared.stopping.cancelled().await;
    }
}

impl Intake {
    fn note_key(&self, name: &str) -> Key {
        Key::new(&CommunityId::system(), "adapter", &(&self.platform, name))
    }
}

impl Shared {
    /// Room for an event; `None` where it is to be spilled.
    async fn admit(
        &self,
        community: &Community,
        event: &Event,
    ) -> Result<Option<OwnedSemaphorePermit>, InboxError> {
        if is_ambient(event) && !self.lanes.is_bound(&community.id, event) {
            return Ok(if self.spill.is_open() {
                None
            } else {
                Arc::clone(&self.room).try_acquire_owned().ok()
            });
        }
        tokio::select! {
            permit = Arc::clone(&self.priority_room).acquire_owned() => Ok(permit.ok()),
            () = self.stopping.cancelled() => Err(InboxError::Closed),
        }
    }

    /// An event could not be made durable: nothing more is taken in.
    pub(crate) fn not_kept(&self, error: &CommitError) -> InboxError {
        self.store_failed(&error.to_string());
        not_stored(error)
    }

    /// The lane of what the event names: the button that was pressed, the thing
    /// that a command or a form is about.
    pub(crate) async fn lane_named(
        &self,
        community: &Community,
        event: &Event,
    ) -> Result<Option<LaneId>, StoreError> {
        let EventKind::Press(press) = &event.kind else { return Ok(self.engine.lane_named(event)) };
        let Some(token) = Action::token_in(&press.data) else { return Ok(None) };
        let key = Key::new(&community.id, Action::COLLECTION, token);
        let found = self.store.get(&[key]).await?.into_iter().next().flatten();
        Ok(found
            .and_then(|stored| record::decode::<Action>(&stored.value).ok())
            .and_then(|action| action.lane))
    }

    /// Resolves when the event is decided, or is durable because deciding it
    /// takes long. What somebody waits for on the platform is always decided.
    async fn settled(
        self: Arc<Self>,
        community: Arc<Community>,
        event: Arc<Event>,
        mut decided: oneshot::Receiver<Result<Option<Answer>, InboxError>>,
        journal_at: Instant,
    ) -> Result<Option<Answer>, InboxError> {
        if event.reply.is_some() {
            return decided.await.unwrap_or(Err(InboxError::Closed));
        }
        if let Ok(decided) = tokio::time::timeout_at(journal_at, &mut decided).await {
            return decided.unwrap_or(Err(InboxError::Closed));
        }
        self.stats.slow.one();
        let number = self.journal.reserve();
        let kept = self.journal.keep(number, &community.id, &event).await;
        let key = kept.map_err(|error| self.not_kept(&error))?;
        tokio::spawn(async move {
            if let Ok(Ok(_)) = decided.await
                && let Err(error) = self.journal.forget(key).await
            {
                tracing::debug!(%error, "a journaled event that is decided stays until the next start");
            }
        });
        Ok(None)
    }
}

/// Talk that waits for nobody: it is shed first. Words to the bot, and those in
/// a place that is bound, are no such talk: they keep their place before and
/// behind commands.
fn is_ambient(event: &Event) -> bool {
    match &event.kind {
        EventKind::Command(_) | EventKind::Press(_) | EventKind::Submit(_) | EventKind::Suggest(_) => false,
        EventKind::Message(message) => event.audience == Audience::Group && !message.addressed,
        _ => true,
    }
}

pub(crate) fn not_stored(error: impl std::fmt::Display) -> InboxError {
    InboxError::NotStored { what: error.to_string() }
}
