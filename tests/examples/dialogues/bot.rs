//! The bot that is measured: the community bot's features on Telegram alone.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use fireside_core::key::KeyRange;
use fireside_core::ports::Store;
use fireside_core::record::Record;
use fireside_core::{Community, CommunityId, Ground, Place};
use fireside_feedback::Feedback;
use fireside_runtime::{Runtime, SystemClock};
use fireside_search::TantivySearch;
use fireside_sim::scene::TELEGRAM_TOKEN;
use fireside_store::{SledOptions, SledStore};
use fireside_telegram::{PLATFORM, TelegramAdapter, TelegramLimits, TelegramOptions};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt, stdin};

use crate::{Durability, report};

const COMMUNITY: &str = "acme";

/// What the bot is told.
#[derive(Debug, Args)]
pub(crate) struct Settings {
    /// The Bot API's address.
    #[arg(long)]
    api_url: String,
    /// The bot's token there.
    #[arg(long, default_value = TELEGRAM_TOKEN)]
    token: String,
    /// The store's folder.
    #[arg(long)]
    store: PathBuf,
    /// What an acknowledged step outlives.
    #[arg(long, value_enum, default_value = "power")]
    durability: Durability,
    /// How much of the store is kept in memory, in MiB.
    #[arg(long, default_value_t = 8)]
    cache_mib: u64,
    /// The group that each item is shown in.
    #[arg(long, allow_negative_numbers = true)]
    staff_group: Option<i64>,
}

/// What the bot leaves, told when it ends.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// Batches that were committed.
    pub(crate) commits: u64,
    /// Flushes that brought them to the disk.
    pub(crate) flushes: u64,
    /// Items of feedback in the store.
    pub(crate) saved: usize,
}

/// Runs until standard input closes, then tells what it leaves as a line of JSON.
pub(crate) async fn run(settings: Settings) -> anyhow::Result<()> {
    let durability = match settings.durability {
        Durability::Power => fireside_store::Durability::Power,
        Durability::Process => fireside_store::Durability::Process,
    };
    let cache_bytes = settings.cache_mib * 1024 * 1024;
    let store = SledOptions { durability, cache_bytes, ..SledOptions::new(&settings.store) };
    let store = Arc::new(SledStore::open(store)?);
    let mut acme = Community::new(COMMUNITY, "Acme").ground(Ground::PrivateChats(PLATFORM.into()));
    acme.staff_home = settings.staff_group.map(|group| Place::channel(PLATFORM, group.to_string()));
    let telegram = TelegramOptions {
        api_url: Some(settings.api_url),
        limits: TelegramLimits::none(),
        ..TelegramOptions::new(settings.token.into(), Arc::new(SystemClock))
    };
    let runtime = Runtime::builder(fireside_tests::engine())
        .community(acme)
        .store(Arc::clone(&store) as Arc<dyn Store>)
        .search(Arc::new(TantivySearch::open(settings.store.join("index"))?))
        .adapter(Arc::new(TelegramAdapter::new(telegram)?))
        .start()
        .await?;
    stdin().read_to_end(&mut Vec::new()).await?;
    runtime.stop().await;
    let stats = store.stats();
    let everything = KeyRange::collection(&CommunityId::new(COMMUNITY), Feedback::COLLECTION, usize::MAX);
    let saved = store.range(&everything).await?.len();
    let kept = Kept { commits: stats.commits, flushes: stats.flushes, saved };
    report::say(&serde_json::to_string(&kept)?);
    Ok(())
}
