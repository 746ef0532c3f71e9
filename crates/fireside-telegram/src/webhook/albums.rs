//! Keeping the parts of albums together, though each comes on its own.
//!
//! A part is confirmed once it is kept, or the next would not come. The album
//! is taken in when its chat goes on or one of its parts is changed, or after a
//! moment in which no more came; what was kept over a restart, right after it. Whatever else is said in the
//! chat comes behind it.

use std::collections::VecDeque;
use std::sync::Arc;

use fireside_core::ports::{AdapterError, InboxError};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tokio::sync::{Mutex, Notify};
use tokio::time::Instant;

use crate::batch::ALBUM_PARTS_MAX;
use crate::intake::{Intake, Taken};
use crate::update::{AlbumId, RawUpdate};

/// What the parts that wait are kept under.
const ALBUMS: &str = "albums";
/// How many parts that were taken in are remembered, for when Telegram tells
/// them again.
const TOLD_MAX: usize = 256;

/// Brings updates into the inbox, albums whole.
pub(super) struct Albums {
    intake: Arc<Intake>,
    /// Locked while an update is pushed: what comes first is pushed first.
    waiting: Mutex<Waiting>,
    changed: Notify,
}

/// The albums whose parts are still coming.
#[derive(Default, Serialize, Deserialize)]
struct Waiting {
    albums: Vec<Album>,
    /// The updates of the newest albums that were taken in.
    told: VecDeque<i64>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Album {
    id: AlbumId,
    parts: Vec<Part>,
    /// When it is taken in at the latest; after a restart at once.
    #[serde(skip, default = "Instant::now")]
    due: Instant,
    /// It is on its way into the inbox: no more parts are added.
    #[serde(skip)]
    is_pushed: bool,
}

#[derive(Clone, Serialize, Deserialize)]
struct Part {
    update_id: i64,
    content: Box<RawValue>,
}

/// An album on its way into the inbox.
struct Pushed {
    update_id: i64,
    taken: Taken,
}

impl Albums {
    /// With the albums that were waiting before the restart.
    pub(super) async fn recall(intake: Arc<Intake>) -> Result<Self, AdapterError> {
        let kept = intake.inbox.recall(ALBUMS).await?;
        let waiting = kept.and_then(|kept| match serde_json::from_slice(&kept) {
            Ok(waiting) => Some(waiting),
            Err(error) => {
                tracing::error!(%error, "the albums that were waiting can't be read");
                None
            }
        });
        let waiting: Waiting = waiting.unwrap_or_default();
        Ok(Self { intake, waiting: Mutex::new(waiting), changed: Notify::new() })
    }

    /// Takes an update in, or keeps it until its album is whole.
    ///
    /// # Errors
    /// When it could not be made durable.
    pub(super) async fn receive(&self, update: &RawUpdate<'_>) -> Result<(), InboxError> {
        let said_in = update.said_in();
        let mut waiting = self.waiting.lock().await;
        if let (Some((_, Some(album))), Some(content)) = (&said_in, update.content) {
            return self.add(&mut waiting, album, update.update_id, content).await;
        }
        let before = match (said_in, update.edited_album()) {
            (Some((chat, _)), _) => self.push_due(&mut waiting, |album| album.id.chat == chat).await?,
            (None, Some(edited)) => self.push_due(&mut waiting, |album| album.id == edited).await?,
            (None, None) => Vec::new(),
        };
        let taken = self.intake.push(update).await;
        drop(waiting);
        self.settle(before).await?;
        self.intake.settle(taken?).await
    }

    /// Takes albums in when they are due. Never ends.
    pub(super) async fn run(&self) {
        loop {
            let Some(due) = self.waiting.lock().await.next_due() else {
                self.changed.notified().await;
                continue;
            };
            tokio::select! {
                () = tokio::time::sleep_until(due) => {}
                () = self.changed.notified() => continue,
            }
            if let Err(error) = self.push_on_time().await {
                tracing::warn!(%error, "an album could not be taken in yet");
            }
        }
    }

    async fn push_on_time(&self) -> Result<(), InboxError> {
        let now = Instant::now();
        let mut waiting = self.waiting.lock().await;
        let is_due = |album: &Album| album.due <= now;
        let pushed = self.push_due(&mut waiting, is_due).await;
        drop(waiting);
        self.settle(pushed?).await
    }

    /// Keeps a part. Telegram may tell it a second time.
    async fn add(
        &self,
        waiting: &mut Waiting,
        id: &AlbumId,
        update_id: i64,
        content: &RawValue,
    ) -> Result<(), InboxError> {
        if waiting.knows(update_id) {
            return Ok(());
        }
        let now = Instant::now();
        let due = now + self.intake.shared.options.album_patience;
        let part = Part { update_id, content: content.to_owned() };
        match waiting.albums.iter_mut().find(|album| album.id == *id && !album.is_pushed) {
            Some(album) => {
                album.parts.push(part);
                let is_whole = album.parts.len() >= ALBUM_PARTS_MAX;
                album.due = if is_whole { now } else { due };
            }
            None => {
                waiting.albums.push(Album { id: id.clone(), parts: vec![part], due, is_pushed: false });
            }
        }
        self.changed.notify_one();
        if let Err(error) = self.keep(waiting).await {
            waiting.forget_part(update_id);
            return Err(error);
        }
        Ok(())
    }

    /// Pushes the albums that are chosen.
    async fn push_due(
        &self,
        waiting: &mut Waiting,
        is_due: impl Fn(&Album) -> bool,
    ) -> Result<Vec<Pushed>, InboxError> {
        let mut pushed: Vec<Pushed> = Vec::new();
        let retry_at = Instant::now() + self.intake.shared.options.album_patience;
        for album in waiting.albums.iter_mut().filter(|album| !album.is_pushed && is_due(album)) {
            let parts: Vec<&RawValue> = album.parts.iter().map(|part| &*part.content).collect();
            let update_id = album.parts.first().map_or(0, |part| part.update_id);
            album.due = retry_at;
            match self.intake.push_album(update_id, &parts).await {
                Ok(taken) => pushed.push(Pushed { update_id, taken }),
                // Those before it are pushed again with it, under the same ids.
                Err(error) => {
                    for before in pushed {
                        waiting.settled(before.update_id, false);
                    }
                    return Err(error);
                }
            }
            album.is_pushed = true;
        }
        Ok(pushed)
    }

    /// Waits until albums are durable, and forgets their parts.
    async fn settle(&self, pushed: Vec<Pushed>) -> Result<(), InboxError> {
        let mut all = Ok(());
        for Pushed { update_id, taken } in pushed {
            let settled = self.intake.settle(taken).await;
            let mut waiting = self.waiting.lock().await;
            waiting.settled(update_id, settled.is_ok());
            self.changed.notify_one();
            // Were it lost, the album would be told once more, under the same id.
            if let (Ok(()), Err(error)) = (&settled, self.keep(&waiting).await) {
                tracing::warn!(%error, "that an album was taken in could not be kept");
            }
            all = all.and(settled);
        }
        all
    }

    async fn keep(&self, waiting: &Waiting) -> Result<(), InboxError> {
        let kept = serde_json::to_vec(waiting).map_err(|error| InboxError::NotStored {
            what: format!("the parts of albums can't be written: {error}"),
        })?;
        self.intake.inbox.keep_durably(ALBUMS, kept).await
    }
}

impl Waiting {
    fn knows(&self, update_id: i64) -> bool {
        let mut parts = self.albums.iter().flat_map(|album| &album.parts);
        self.told.contains(&update_id) || parts.any(|part| part.update_id == update_id)
    }

    fn forget_part(&mut self, update_id: i64) {
        for album in &mut self.albums {
            album.parts.retain(|part| part.update_id != update_id);
        }
        self.albums.retain(|album| !album.parts.is_empty());
    }

    /// When the next album is to be taken in.
    fn next_due(&self) -> Option<Instant> {
        self.albums.iter().filter(|album| !album.is_pushed).map(|album| album.due).min()
    }

    /// The album that begins with this update is durable, or is to be pushed again.
    fn settled(&mut self, update_id: i64, is_durable: bool) {
        let is_it = |album: &Album| album.parts.first().is_some_and(|part| part.update_id == update_id);
        let Some(at) = self.albums.iter().position(is_it) else { return };
        if !is_durable {
            if let Some(album) = self.albums.get_mut(at) {
                album.is_pushed = false;
            }
            return;
        }
        for part in self.albums.remove(at).parts {
            if self.told.len() >= TOLD_MAX {
                self.told.pop_front();
            }
            self.told.push_back(part.update_id);
        }
    }
}
