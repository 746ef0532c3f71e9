//! Making the index anew, page by page, while the bot goes on.

use fireside_core::key::{Key, KeyRange};
use fireside_core::ports::StoreError;
use fireside_core::record::Searchable;
use fireside_core::{Community, CommunityId};
use tracing::info;

use super::Progress;
use super::follow::Behind;
use crate::pages::Pages;
use crate::shared::Shared;

/// How many records are read at a time.
const PAGE: usize = 256;
/// How many pages are flushed together.
const FLUSH_PAGES: usize = 16;

impl Shared {
    /// Makes every part that has to be made.
    pub(super) async fn make_unmade(&self) -> Result<(), Behind> {
        let unmade = self.index.state.lock().unmade.clone();
        if unmade.is_empty() {
            return Ok(());
        }
        let communities = self.claims.all().iter().filter(|community| unmade.contains(&community.id));
        let mut of = 0;
        for community in communities.clone() {
            of += self.searchable_len(&community.id).await?;
        }
        self.index.state.lock().progress = Progress { done: 0, of };
        info!(of, "making the search index");
        for community in communities {
            self.make_part(community).await?;
        }
        info!("the search index is made");
        Ok(())
    }

    async fn make_part(&self, community: &Community) -> Result<(), Behind> {
        self.index.state.lock().lost.remove(&community.id);
        let origin = self.begin_part(community).await?;
        self.drop_unindexed(community).await?;
        for searchable in self.engine.searchable() {
            self.make_collection(&community.id, searchable).await?;
        }
        self.index.search.flush().await?;
        self.end_part(community, origin).await?;
        let mut state = self.index.state.lock();
        if !state.lost.contains(&community.id) {
            state.unmade.remove(&community.id);
        }
        Ok(())
    }

    async fn make_collection(&self, community: &CommunityId, searchable: &Searchable) -> Result<(), Behind> {
        let range = KeyRange::collection(community, searchable.collection, PAGE);
        let mut pages = Pages::of(&*self.store, range);
        let mut told = 0_usize;
        while let Some(page) = pages.next().await? {
            let len = page.len() as u64;
            self.tell_index(community, searchable, page)?;
            self.index.got_on(len);
            told += 1;
            if told.is_multiple_of(FLUSH_PAGES) {
                self.index.search.flush().await?;
                self.bring_over().await?;
            }
            tokio::task::yield_now().await;
        }
        Ok(())
    }

    /// About how many records there are to search in.
    async fn searchable_len(&self, community: &CommunityId) -> Result<u64, StoreError> {
        let counters = self.engine.searchable().iter().filter_map(|searchable| searchable.counter);
        let counters: Vec<_> = counters.map(|counter| Key::new(community, "counter", counter)).collect();
        let drawn = self.store.get(&counters).await?.into_iter().flatten();
        let drawn = drawn.filter_map(|stored| Some(i64::from_be_bytes(stored.value.try_into().ok()?)));
        Ok(drawn.filter_map(|drawn| u64::try_from(drawn).ok()).sum())
    }
}
