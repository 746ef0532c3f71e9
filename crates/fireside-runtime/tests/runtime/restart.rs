//! What an earlier run left is taken up; stopping is bounded.

use std::time::Duration;

use fireside_core::binding::lane_of;
use fireside_core::event::RoomChange;
use fireside_core::{Event, EventKind, Place};
use fireside_runtime::Options;
use fireside_testkit::fake_adapter::Reply;
use fireside_testkit::fake_feature::message;
use fireside_testkit::script::{NORTH, chat};
use tokio::time::Instant;

use crate::stage::{COMMUNITY, Stage, ana, ben, echo, log, reporting_echo, square};

#[tokio::test(start_paused = true)]
async fn a_slow_event_is_journaled_acknowledged_and_decided_once() {
    let stage = Stage::set();
    let runtime = stage.start(echo()).await;
    stage.store.hold("seen");
    let began = Instant::now();
    stage.north.push(message(&ana(), &square(), "slow")).await.unwrap().await.unwrap();
    assert_eq!(began.elapsed(), Duration::from_millis(250));
    assert_eq!(stage.store.count(COMMUNITY, "journal"), 1);
    assert_eq!(runtime.stats().slow, 1);

    stage.store.release();
    assert_eq!(stage.north.deliveries.next_words().await, "slow");
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "journal"), 0);
    assert_eq!(runtime.stats().committed, 1);
}

#[tokio::test(start_paused = true)]
async fn many_slow_events_are_acknowledged_together() {
    let stage = Stage::set();
    let _runtime = stage.start(echo()).await;
    stage.store.hold("seen");
    let began = Instant::now();
    let mut pending = Vec::new();
    for words in ["one", "two", "three", "four"] {
        pending.push(stage.north.push(message(&ana(), &square(), words)).await.unwrap());
    }
    for pending in pending {
        pending.await.unwrap();
    }
    assert_eq!(began.elapsed(), Duration::from_millis(250));
}

#[tokio::test(start_paused = true)]
async fn what_was_acknowledged_and_not_decided_is_decided_after_a_restart() {
    let mut stage = Stage::set();
    stage.options = Options { events_max: 2, ..Options::default() };
    let runtime = stage.start(echo()).await;
    stage.store.hold("seen");
    let mut pending = Vec::new();
    for words in ["one", "two", "three", "four", "five"] {
        pending.push(stage.north.push(message(&ana(), &square(), words)).await.unwrap());
    }
    for pending in pending {
        pending.await.unwrap();
    }
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "seen"), 0);
    assert_eq!(stage.store.count(COMMUNITY, "journal"), 2);
    assert_eq!(stage.store.count(COMMUNITY, "spill"), 3);

    stage.store.release();
    let stage = stage.after(Duration::from_secs(1));
    let runtime = stage.start(echo()).await;
    stage.north.push(message(&ana(), &square(), "six")).await.unwrap().await.unwrap();
    let said = stage.north.deliveries.words(6).await;
    assert_eq!(said, ["one", "two", "three", "four", "five", "six"]);
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "journal"), 0);
    assert_eq!(stage.store.count(COMMUNITY, "spill"), 0);
}

#[tokio::test(start_paused = true)]
async fn deliveries_that_were_not_done_are_done_in_order_after_a_restart() {
    let stage = Stage::set();
    let runtime = stage.start(echo()).await;
    stage.north.reply_in(&square(), Reply::Never);
    for words in ["one", "two", "three"] {
        stage.north.push(message(&ana(), &square(), words)).await.unwrap().await.unwrap();
    }
    assert_eq!(stage.north.deliveries.next_words().await, "one");
    let began = Instant::now();
    runtime.stop().await;
    assert!(began.elapsed() <= Duration::from_secs(11), "stopping took {:?}", began.elapsed());
    assert_eq!(stage.store.count(COMMUNITY, "outbox"), 3);

    let stage = stage.after(Duration::from_secs(1));
    let runtime = stage.start(echo()).await;
    assert_eq!(stage.north.looked_for().len(), 0, "nothing is delivered before the start is over");
    stage.north.push(message(&ana(), &square(), "four")).await.unwrap().await.unwrap();
    assert_eq!(stage.north.deliveries.words(4).await, ["one", "two", "three", "four"]);
    let looked_for = stage.north.looked_for();
    let events: Vec<_> = looked_for.iter().map(|delivery| delivery.event.as_str()).collect();
    // The second was next behind the first: it is marked as attempted from the start.
    assert_eq!(events, ["one", "two"]);
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "outbox"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_new_journal_row_does_not_take_the_place_of_one_that_was_left() {
    let stage = Stage::set();
    let runtime = stage.start(reporting_echo()).await;
    stage.store.hold("seen");
    stage.north.push(message(&ana(), &square(), "left")).await.unwrap().await.unwrap();
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "journal"), 1);

    let stage = stage.after(Duration::from_secs(1));
    let runtime = stage.start(reporting_echo()).await;
    stage.north.push(message(&ben(), &chat(&ben()), "new")).await.unwrap().await.unwrap();
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "journal"), 2);

    stage.store.release();
    let stage = stage.after(Duration::from_secs(1));
    let _runtime = stage.start(reporting_echo()).await;
    let mut said = stage.north.deliveries.words(4).await;
    said.sort();
    assert_eq!(said, ["left", "left: delivered", "new", "new: delivered"]);
}

#[tokio::test(start_paused = true)]
async fn a_stopped_runtime_takes_nothing_in_and_does_nothing_more() {
    let stage = Stage::set();
    let runtime = stage.start(echo()).await;
    let gate = stage.north.hold(&log());
    let inbox = stage.north.inbox().await;
    stage.north.reply_in(&square(), Reply::Never);
    stage.north.push(message(&ana(), &square(), "one")).await.unwrap().await.unwrap();
    assert_eq!(stage.north.deliveries.next_words().await, "one");
    runtime.stop().await;
    assert!(inbox.push(message(&ana(), &square(), "two")).await.is_err());
    gate.notify_one();
    tokio::time::sleep(Duration::from_hours(1)).await;
    assert_eq!(stage.north.deliveries.so_far().await, [""; 0], "delivered after the stop");
    assert_eq!(runtime.stats().retries, 0);
}

#[tokio::test(start_paused = true)]
async fn a_channel_that_moved_is_known_by_its_old_name_after_a_restart() {
    let stage = Stage::set();
    let runtime = stage.start(echo()).await;
    let to = Place::channel(NORTH, "bigger-square");
    let moved = EventKind::Room(RoomChange::Moved { to: to.clone() });
    let event = Event { id: "moved".into(), kind: moved, ..message(&ben(), &square(), "") };
    stage.north.push(event).await.unwrap().await.unwrap();
    runtime.stop().await;
    let _runtime = stage.start(echo()).await;
    stage.north.push(message(&ben(), &to, "hello")).await.unwrap().await.unwrap();
    let answered = stage.north.deliveries.next().await;
    assert_eq!(answered.effect.destination(), &to, "it goes to the new address");
    assert_eq!(answered.lane, lane_of(&square(), &ben().account), "it belongs where it always did");
}
