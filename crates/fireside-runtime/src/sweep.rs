//! The sweep: what is kept for a time goes when the time is over.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::action::Action;
use fireside_core::key::KeyRange;
use fireside_core::ports::{Batch, CommitError, Write};
use fireside_core::record::{self, Record};
use fireside_core::talk::Talk;
use fireside_core::{CommunityId, Timestamp};
use tracing::{debug, warn};

use crate::decide::SEEN;
use crate::outbox::Outcome;
use crate::pages::Pages;
use crate::shared::Shared;

/// How often.
const EVERY: Duration = Duration::from_hours(1);
/// How many rows are looked at together.
const PAGE: usize = 500;
/// How long an outcome is kept for those that refer to it.
const OUTCOME_AGE_MAX: Duration = Duration::from_hours(90 * 24);

impl Shared {
    /// Sweeps once an hour.
    pub(crate) async fn sweep(self: Arc<Self>) {
        loop {
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                () = self.stopping.cancelled() => return,
            }
            if let Err(error) = self.sweep_once().await {
                warn!(%error, "old marks could not be swept away; the next hour tries again");
            }
        }
    }

    pub(crate) async fn sweep_once(&self) -> Result<(), CommitError> {
        let now = self.clock.now();
        self.forget_talk();
        let seen_for = self.options.seen_for;
        let talk_for = self.options.talk_for;
        for community in self.claims.all() {
            let marks = |value: &[u8]| {
                value.try_into().ok().map(|at| Timestamp::from_millis(u64::from_be_bytes(at)) + seen_for)
            };
            self.sweep_collection(&community.id, SEEN, now, marks).await?;
            let actions = |value: &[u8]| record::decode::<Action>(value).ok().map(|action| action.expires);
            self.sweep_collection(&community.id, Action::COLLECTION, now, actions).await?;
            let outcomes = |value: &[u8]| {
                record::decode::<Outcome>(value).ok().map(|outcome| outcome.at + OUTCOME_AGE_MAX)
            };
            self.sweep_collection(&community.id, Outcome::COLLECTION, now, outcomes).await?;
            // Of places that nobody remembers, because no feature asks any more.
            let talk = |value: &[u8]| {
                let newest = record::decode::<Talk>(value).ok()?.newest();
                Some(newest.map_or(Timestamp::default(), |at| at + talk_for))
            };
            self.sweep_collection(&community.id, Talk::COLLECTION, now, talk).await?;
        }
        Ok(())
    }

    /// Removes the rows of a collection whose time, read from their value, is over.
    async fn sweep_collection(
        &self,
        community: &CommunityId,
        collection: &str,
        now: Timestamp,
        expires: impl Fn(&[u8]) -> Option<Timestamp>,
    ) -> Result<(), CommitError> {
        let mut pages = Pages::of(&*self.store, KeyRange::collection(community, collection, PAGE));
        let mut swept = 0;
        while let Some(page) = pages.next().await? {
            let over = page.iter().filter(|(_, stored)| expires(&stored.value).is_some_and(|at| at <= now));
            let writes: Vec<_> = over.map(|(key, _)| Write::Delete(key.clone())).collect();
            swept += writes.len();
            if !writes.is_empty() {
                self.store.commit(Batch { writes, lazy: true, ..Batch::default() }).await?;
            }
        }
        debug!(collection, swept, "swept");
        Ok(())
    }
}
