//! A gateway that is read over several connections.

use fireside_sim::discord::Options;

use crate::stage::{SHOWN, Stage, simulated};

const SHARDS: u64 = 2;

async fn stage() -> Stage {
    let options = Options { shards: SHARDS, max_concurrency: SHARDS, ..simulated() };
    let stage = Stage::lit(options).await;
    whole(&stage).await;
    stage
}

/// Waits until every connection is there.
async fn whole(stage: &Stage) {
    let is_whole = |world: &fireside_sim::discord::World| (world.gateway_connections() == 2).then_some(());
    assert!(stage.world.wait_for(is_whole, SHOWN).await.is_some(), "every connection is made");
}

/// A channel in a guild of each connection's.
fn channels(stage: &Stage) -> [u64; 2] {
    let mut channels = [0, 0];
    while channels.contains(&0) {
        let guild = stage.world.add_guild("One more", stage.ana);
        let shard = usize::try_from((guild >> 22) % SHARDS).expect("it is small");
        channels[shard] = stage.world.add_channel(guild, "lounge");
    }
    channels
}

#[tokio::test]
async fn every_connections_guilds_are_heard() {
    let stage = stage().await;
    for channel in channels(&stage) {
        stage.world.say(channel, stage.ana, "hello", None).expect("she may talk");
    }
    stage.world.say_directly(stage.ana, "in private").expect("she may");
    let mut heard = stage.inbox.words(3).await;
    heard.sort_unstable();
    assert_eq!(heard, ["hello", "hello", "in private"]);
}

#[tokio::test]
async fn each_connection_goes_on_where_it_left_off() {
    let mut stage = stage().await;
    let channels = channels(&stage);
    for channel in channels {
        stage.world.say(channel, stage.ana, "before", None).expect("she may talk");
    }
    stage.inbox.words(2).await;
    stage.stop().await;
    for channel in channels {
        stage.world.say(channel, stage.ana, "meanwhile", None).expect("she may talk");
    }
    stage.restart().await;
    assert_eq!(stage.inbox.words(2).await, ["meanwhile", "meanwhile"]);
    whole(&stage).await;
    assert_eq!(stage.inbox.contents().notices, [], "nothing was missed");
}

#[tokio::test]
async fn with_another_number_of_connections_nothing_said_is_missed() {
    let mut stage = stage().await;
    let channels = channels(&stage);
    for channel in channels {
        stage.world.say(channel, stage.ana, "before", None).expect("she may talk");
    }
    stage.inbox.words(2).await;
    stage.stop().await;
    for channel in channels {
        stage.world.say(channel, stage.ana, "meanwhile", None).expect("she may talk");
    }
    stage.options.shards = Some(1);
    stage.restart().await;
    let both = |came: &fireside_testkit::adapter::Contents| (came.words().len() >= 2).then(|| came.words());
    assert_eq!(stage.inbox.wait_for(both).await, ["meanwhile", "meanwhile"]);
}
