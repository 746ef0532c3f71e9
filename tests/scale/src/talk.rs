//! What it costs to remember what was said around a message.

use std::sync::Arc;
use std::time::Instant;

use fireside_core::{Clock, Engine, Event, Outcome};
use fireside_runtime::{Runtime, SystemClock};
use fireside_store::{SledOptions, SledStore};
use fireside_testkit::fake_adapter::FakeAdapter;
use fireside_testkit::fake_feature::{FakeFeature, message};
use fireside_testkit::script::NORTH;
use tokio::task::JoinSet;

use crate::measured;
use crate::town;

/// How many messages are brought in, by so many at once.
const MESSAGES: u64 = 100_000;
const AT_ONCE: u64 = 64;
/// How often it is measured with and without, in turns.
const ROUNDS: usize = 5;

/// Messages a second, with what was said remembered and without, where each
/// message is answered by one commit.
pub(crate) async fn measure() -> anyhow::Result<()> {
    println!("\nmessages a second, {AT_ONCE} at once, each with a commit");
    for _ in 0..ROUNDS {
        let without = rate(FakeFeature::default()).await?;
        let with = rate(FakeFeature::default().hearing_talk()).await?;
        let ratio = with / without;
        measured::said(
            "without, with what was said remembered, ratio",
            format_args!("{without:.0} {with:.0} {ratio:.2}"),
        );
    }
    Ok(())
}

async fn rate(feature: FakeFeature) -> anyhow::Result<f64> {
    let feature = feature.on_message(|turn, _| {
        turn.increment("said", 1);
        Ok(Outcome::Handled)
    });
    let folder = tempfile::tempdir()?;
    let adapter = Arc::new(FakeAdapter::new(NORTH));
    let runtime = Runtime::builder(Engine::builder().feature(feature).build()?)
        .store(Arc::new(SledStore::open(SledOptions::new(folder.path()))?))
        .adapter(Arc::clone(&adapter) as Arc<_>)
        .community(town::community())
        .start()
        .await?;
    let began = Instant::now();
    let mut talkers = JoinSet::new();
    for talker in 0..AT_ONCE {
        talkers.spawn(talk(Arc::clone(&adapter), talker));
    }
    while let Some(ended) = talkers.join_next().await {
        ended??;
    }
    let took = began.elapsed().as_secs_f64();
    runtime.stop().await;
    Ok(f64::from(u32::try_from(MESSAGES)?) / took)
}

/// One person's part of the messages, one after another.
async fn talk(adapter: Arc<FakeAdapter>, talker: u64) -> anyhow::Result<()> {
    let (actor, place) = (town::person(talker), town::place(talker));
    for index in 0..MESSAGES / AT_ONCE {
        let said = message(&actor, &place, &format!("message {index} of {talker}, with a few words in it"));
        adapter.push(Event { at: SystemClock.now(), ..said }).await?.await?;
    }
    Ok(())
}
