//! More than there is room for: ambient talk waits in the store.

use fireside_core::turn::effects::Manner;
use fireside_core::{Outcome, Voice};
use fireside_runtime::Options;
use fireside_testkit::fake_adapter::{FakeAdapter, words};
use fireside_testkit::fake_feature::{FakeFeature, command, message};
use fireside_testkit::script::{self, NORTH, SOUTH, chat};

use crate::stage::{COMMUNITY, Stage, ana, ben, echo, square};

fn narrow(events_max: usize) -> Stage {
    let options = Options { events_max, ..Options::default() };
    Stage { options, ..Stage::set() }
}

fn obeying_echo() -> FakeFeature {
    echo().answering("human").on_command(|turn, _| {
        turn.send(turn.event().place.clone(), "human", Manner::of(Voice::Bot));
        Ok(Outcome::Handled)
    })
}

#[tokio::test(start_paused = true)]
async fn ambient_talk_above_high_water_waits_in_the_store_and_keeps_its_order() {
    let stage = narrow(4);
    let runtime = stage.start(obeying_echo()).await;
    stage.store.hold("seen");
    let mut waiting = Vec::new();
    let names: Vec<_> = (0..20).map(|index| format!("m{index}")).collect();
    for words in &names {
        let pending = stage.north.push(message(&ana(), &square(), words)).await.unwrap();
        if waiting.len() < 4 { waiting.push(pending) } else { assert_eq!(pending.await.unwrap(), None) }
    }
    assert_eq!(runtime.stats().shed, 16);
    assert_eq!(stage.store.count(COMMUNITY, "spill"), 16);

    let passes = stage.north.push(command("c", &ben(), &chat(&ben()), "human")).await.unwrap();
    stage.store.waiting(2).await;
    assert_eq!(runtime.stats().shed, 16, "a command was shed");

    stage.store.release();
    passes.await.unwrap();
    for pending in waiting {
        pending.await.unwrap();
    }
    let mut said = stage.north.deliveries.words(21).await;
    said.retain(|words| words != "human");
    assert_eq!(said, names);
    assert_eq!(stage.store.count(COMMUNITY, "spill"), 0);
    assert_eq!(runtime.stats().duplicates, 0, "something was taken up twice");
}

#[tokio::test(start_paused = true)]
async fn what_is_said_while_something_is_spilled_does_not_overtake_it() {
    let stage = narrow(1);
    let runtime = stage.start(echo()).await;
    stage.store.hold("seen");
    let first = stage.north.push(message(&ana(), &square(), "one")).await.unwrap();
    stage.store.waiting(1).await;
    stage.north.push(message(&ana(), &square(), "two")).await.unwrap().await.unwrap();
    stage.north.push(message(&ana(), &square(), "three")).await.unwrap().await.unwrap();
    stage.store.let_through(1);
    first.await.unwrap();
    stage.store.waiting(1).await;
    stage.north.push(message(&ana(), &square(), "four")).await.unwrap().await.unwrap();
    stage.store.release();
    assert_eq!(stage.north.deliveries.words(4).await, ["one", "two", "three", "four"]);
    assert_eq!(runtime.stats().shed, 3);
}

async fn flood(adapter: &FakeAdapter, platform: &str, count: usize) {
    let person = script::customer(platform, "9", "Flo");
    let mut pending = Vec::new();
    for index in 0..count {
        let said = message(&person, &script::square(platform), &format!("{platform}-{index:04}"));
        pending.push(adapter.push(said).await.unwrap());
    }
    for pending in pending {
        pending.await.unwrap();
    }
}

async fn heard(adapter: &FakeAdapter, count: usize) -> Vec<String> {
    let mut heard = Vec::with_capacity(count);
    while heard.len() < count {
        heard.push(words(&adapter.deliveries.next().await));
    }
    heard
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_platforms_that_flood_at_once_lose_nothing_and_stay_in_order() {
    const COUNT: usize = 400;
    let stage = narrow(2);
    let runtime = stage.start(echo()).await;
    tokio::join!(flood(&stage.north, NORTH, COUNT), flood(&stage.south, SOUTH, COUNT));
    for adapter in [&stage.north, &stage.south] {
        let heard = heard(adapter, COUNT).await;
        assert!(heard.is_sorted(), "{heard:?}");
    }
    assert_eq!(runtime.stats().duplicates, 0);
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "spill"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_row_being_written_is_not_passed_over() {
    let stage = narrow(1);
    let _runtime = stage.start(echo()).await;
    stage.store.hold("spill");
    let cleo = script::customer(SOUTH, "3", "Cleo");
    let blocker = stage.north.push(message(&ana(), &square(), "one")).await.unwrap();
    let late = stage.north.push(message(&ana(), &square(), "late"));
    let early = async {
        stage.store.waiting(1).await;
        // The row of the second platform is there before the first one's.
        stage.store.hold("nothing");
        stage.south.push(message(&cleo, &script::square(SOUTH), "early")).await.unwrap().await.unwrap();
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        stage.store.let_through(1);
    };
    let (late, ()) = tokio::join!(late, early);
    late.unwrap().await.unwrap();
    blocker.await.unwrap();
    assert_eq!(stage.north.deliveries.words(2).await, ["one", "late"]);
    assert_eq!(stage.south.deliveries.next_words().await, "early");
}
