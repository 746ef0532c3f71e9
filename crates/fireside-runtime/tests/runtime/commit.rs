//! Decide, commit, acknowledge.

use std::time::Duration;

use fireside_core::record::Record;
use fireside_core::turn::effects::Manner;
use fireside_core::{Outcome, Voice};
use fireside_testkit::fake_feature::{FakeFeature, message};
use fireside_testkit::fake_store::FakeStore;
use serde::{Deserialize, Serialize};

use crate::stage::{COMMUNITY, Stage, ana, echo, square};

#[tokio::test(start_paused = true)]
async fn nothing_is_acknowledged_or_said_before_its_commit() {
    let stage = Stage::set();
    let _runtime = stage.start(echo()).await;
    stage.store.hold("seen");
    let mut pending = stage.north.push(message(&ana(), &square(), "hello")).await.unwrap();
    stage.store.waiting(1).await;

    let soon = tokio::time::timeout(Duration::from_millis(100), &mut pending).await;
    assert!(soon.is_err(), "acknowledged before the commit");
    assert_eq!(stage.north.deliveries.so_far().await, [""; 0]);

    stage.store.release();
    pending.await.unwrap();
    assert_eq!(stage.store.count(COMMUNITY, "seen"), 1);
    assert_eq!(stage.north.deliveries.next_words().await, "hello");
}

#[tokio::test(start_paused = true)]
async fn a_repeated_event_changes_nothing() {
    let stage = Stage::set();
    let runtime = stage.start(echo()).await;
    for _ in 0..3 {
        stage.north.push(message(&ana(), &square(), "hello")).await.unwrap().await.unwrap();
    }
    stage.north.push(message(&ana(), &square(), "end")).await.unwrap().await.unwrap();
    assert_eq!(stage.north.deliveries.words(2).await, ["hello", "end"]);
    assert_eq!(runtime.stats().duplicates, 2);
    assert_eq!(runtime.stats().committed, 2);
}

#[tokio::test(start_paused = true)]
async fn a_conflict_is_decided_again() {
    let stage = Stage::set();
    let runtime = stage.start(echo()).await;
    stage.store.conflict(2);
    stage.north.push(message(&ana(), &square(), "hello")).await.unwrap().await.unwrap();
    assert_eq!(stage.north.deliveries.next_words().await, "hello");
    assert_eq!(runtime.stats().conflicts, 2);
    assert_eq!(runtime.stats().committed, 1);
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Count {
    messages: u64,
}

impl Record for Count {
    const COLLECTION: &'static str = "count";
}

/// Counts in a record, sees its own writes in a range, and draws a number.
fn counting() -> FakeFeature {
    FakeFeature::default().on_message(|turn, _| {
        let mut count = turn.get::<Count>("all")?.unwrap_or_default();
        count.messages += 1;
        turn.put("all", &count)?;
        let listed = turn.all::<Count>(10)?.len();
        let number = turn.next_number("message")?;
        let words = format!("{} {listed} {number}", count.messages);
        turn.send(turn.event().place.clone(), words, Manner::of(Voice::Bot));
        Ok(Outcome::Handled)
    })
}

#[tokio::test(start_paused = true)]
async fn what_a_turn_misses_is_loaded_and_it_is_decided_again() {
    for store in [FakeStore::default(), FakeStore::remote()] {
        let stage = Stage::on(store);
        let _runtime = stage.start(counting()).await;
        for words in ["a", "b", "c"] {
            stage.north.push(message(&ana(), &square(), words)).await.unwrap().await.unwrap();
        }
        assert_eq!(stage.north.deliveries.words(3).await, ["1 1 1", "2 1 2", "3 1 3"]);
    }
}
