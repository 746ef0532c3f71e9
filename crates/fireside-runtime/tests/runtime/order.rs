//! One writer for each lane, in the platform's order.

use std::collections::HashMap;

use fireside_core::delivery::Tag;
use fireside_core::turn::effects::Manner;
use fireside_core::{LaneId, Outcome, Voice};
use fireside_testkit::fake_adapter::words;
use fireside_testkit::fake_feature::{FakeFeature, message};
use fireside_testkit::script::{NORTH, chat, customer};

use crate::stage::{Stage, ana, echo, square};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_messages_over_many_lanes_keep_each_accounts_order() {
    const PEOPLE: usize = 40;
    let stage = Stage::set();
    let runtime = stage.start(echo()).await;
    let mut pending = Vec::new();
    for index in 0..1000 {
        let person = customer(NORTH, &(index % PEOPLE).to_string(), "somebody");
        pending.push(stage.north.push(message(&person, &chat(&person), &index.to_string())).await.unwrap());
    }
    for pending in pending {
        pending.await.unwrap();
    }
    let mut heard: HashMap<_, Vec<usize>> = HashMap::new();
    for _ in 0..1000 {
        let delivery = stage.north.deliveries.next().await;
        let place = delivery.effect.destination().clone();
        heard.entry(place).or_default().push(words(&delivery).parse().unwrap());
    }
    assert_eq!(heard.len(), PEOPLE);
    assert!(heard.values().all(|own| own.is_sorted() && own.len() == 1000 / PEOPLE), "{heard:?}");
    runtime.stop().await;
}

/// Says what was said and in which lane; `bind` and `unbind` do so for the place.
fn binding() -> FakeFeature {
    FakeFeature::default().on_message(|turn, message| {
        let place = turn.event().place.clone();
        let account = turn.event().actor.account.clone();
        match message.text.to_plain().as_str() {
            "bind" => turn.bind(&place, Some(&account), LaneId::new("case"), Tag::new("fake", "case", 1))?,
            "unbind" => turn.unbind(&place, Some(&account))?,
            _ => {}
        }
        let lane = if turn.lane().as_str() == "case" { "case" } else { "own" };
        turn.send(place, format!("{} {lane}", message.text.to_plain()), Manner::of(Voice::Bot));
        Ok(Outcome::Handled)
    })
}

/// The first of these words is committed alone, with two waiting behind it,
/// before the last are said.
async fn said_around(stage: &Stage, change: &str) -> Vec<String> {
    stage.store.hold("seen");
    for words in [change, "one", "two"] {
        drop(stage.north.push(message(&ana(), &square(), words)).await.unwrap());
    }
    stage.store.waiting(1).await;
    stage.store.let_through(1);
    assert!(stage.north.deliveries.next_words().await.starts_with(change));
    drop(stage.north.push(message(&ana(), &square(), "three")).await.unwrap());
    // Whatever is decided side by side stands at the store side by side.
    tokio::task::yield_now().await;
    stage.store.release();
    stage.north.deliveries.words(3).await
}

#[tokio::test(start_paused = true)]
async fn words_that_wait_are_not_overtaken_when_their_place_is_bound() {
    let stage = Stage::set();
    let _runtime = stage.start(binding()).await;
    assert_eq!(said_around(&stage, "bind").await, ["one case", "two case", "three case"]);
}

#[tokio::test(start_paused = true)]
async fn words_that_wait_are_not_overtaken_when_their_place_is_unbound() {
    let stage = Stage::set();
    let _runtime = stage.start(binding()).await;
    stage.north.push(message(&ana(), &square(), "bind")).await.unwrap().await.unwrap();
    assert_eq!(stage.north.deliveries.next_words().await, "bind own");
    assert_eq!(said_around(&stage, "unbind").await, ["one own", "two own", "three own"]);
}
