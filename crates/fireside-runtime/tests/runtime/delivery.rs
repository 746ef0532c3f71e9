//! Delivery: in order to each destination, within what platforms allow.

use std::time::Duration;

use fireside_core::Place;
use fireside_core::ports::{DeliveryError, Scope};
use fireside_testkit::fake_adapter::Reply;
use fireside_testkit::fake_feature::message;
use fireside_testkit::script::{self, NORTH, SOUTH, chat};
use tokio::time::Instant;

use crate::stage::{COMMUNITY, Stage, ana, ben, echo, reporting_echo, square};

async fn say(stage: &Stage, place: &Place, words: &[&str]) {
    for words in words {
        stage.north.push(message(&ana(), place, words)).await.unwrap().await.unwrap();
    }
}

fn wait(secs: u64, scope: Scope) -> Reply {
    let after = Some(Duration::from_secs(secs));
    Reply::Fails(DeliveryError::Retry { after, scope, why: "too many requests".to_owned() })
}

#[tokio::test(start_paused = true)]
async fn a_destination_is_in_order_and_does_not_hold_up_others() {
    let stage = Stage::set();
    let _runtime = stage.start(echo()).await;
    let gate = stage.north.hold(&square());
    say(&stage, &square(), &["one", "two"]).await;
    assert_eq!(stage.north.deliveries.next_words().await, "one");
    say(&stage, &chat(&ana()), &["elsewhere"]).await;
    assert_eq!(stage.north.deliveries.next_words().await, "elsewhere");
    assert_eq!(stage.north.deliveries.so_far().await, [""; 0]);
    gate.notify_one();
    assert_eq!(stage.north.deliveries.next_words().await, "two");
}

#[tokio::test(start_paused = true)]
async fn a_destination_that_must_wait_38_minutes_waits_alone() {
    let stage = Stage::set();
    let _runtime = stage.start(echo()).await;
    stage.north.reply_in(&square(), wait(2282, Scope::Destination));
    let began = Instant::now();
    say(&stage, &square(), &["one", "two"]).await;
    assert_eq!(stage.north.deliveries.next_words().await, "one");
    say(&stage, &chat(&ana()), &["elsewhere"]).await;
    assert_eq!(stage.north.deliveries.next_words().await, "elsewhere");
    assert!(began.elapsed() < Duration::from_secs(1));
    assert_eq!(stage.north.deliveries.words(2).await, ["one", "two"]);
    let waited = began.elapsed().as_secs();
    assert!((2282..2284).contains(&waited), "{waited} s");
}

#[tokio::test(start_paused = true)]
async fn a_platform_that_must_wait_waits_as_a_whole_and_alone() {
    let stage = Stage::set();
    let _runtime = stage.start(echo()).await;
    stage.north.reply_in(&square(), wait(60, Scope::All));
    let began = Instant::now();
    say(&stage, &square(), &["one"]).await;
    assert_eq!(stage.north.deliveries.next_words().await, "one");
    say(&stage, &chat(&ana()), &["same platform"]).await;
    let other = script::customer(SOUTH, "3", "Cleo");
    let said = message(&other, &script::square(SOUTH), "other platform");
    stage.south.push(said).await.unwrap().await.unwrap();
    assert_eq!(stage.south.deliveries.next_words().await, "other platform");
    assert!(began.elapsed() < Duration::from_secs(1));
    let mut later = stage.north.deliveries.words(2).await;
    later.sort();
    assert_eq!(later, ["one", "same platform"]);
    assert!(began.elapsed() >= Duration::from_mins(1));
}

#[tokio::test(start_paused = true)]
async fn a_channel_that_moves_takes_its_queue_along_in_order() {
    let stage = Stage::set();
    let _runtime = stage.start(echo()).await;
    let to = Place::channel(NORTH, "bigger-square");
    stage.north.reply_in(&square(), Reply::Fails(DeliveryError::Moved { to: to.clone() }));
    let gate = stage.north.hold(&to);
    say(&stage, &square(), &["one", "two", "three"]).await;
    assert_eq!(stage.north.deliveries.next().await.effect.destination(), &square());
    let first = stage.north.deliveries.next().await;
    assert_eq!(first.effect.destination(), &to);
    say(&stage, &square(), &["four"]).await;
    gate.notify_one();
    assert_eq!(stage.north.deliveries.words(3).await, ["two", "three", "four"]);
}

#[tokio::test(start_paused = true)]
async fn a_thread_of_a_channel_that_moves_is_not_overtaken_by_its_own_queue() {
    let stage = Stage::set();
    let _runtime = stage.start(echo()).await;
    let to = Place::channel(NORTH, "bigger-square");
    let thread = square().thread("7");
    let moved = || Box::new(Reply::Fails(DeliveryError::Moved { to: to.clone() }));
    let gate = std::sync::Arc::new(tokio::sync::Notify::new());
    stage.north.reply_in(&thread, Reply::Once(gate.clone(), moved()));
    stage.north.reply_in(&square(), *moved());
    say(&stage, &thread, &["one", "two"]).await;
    assert_eq!(stage.north.deliveries.next_words().await, "one");
    say(&stage, &square(), &["main"]).await;
    assert_eq!(stage.north.deliveries.words(2).await, ["main", "main"]);
    gate.notify_one();
    let again = stage.north.deliveries.next().await;
    assert_eq!(again.effect.destination(), &to.clone().thread("7"));
    assert_eq!(fireside_testkit::fake_adapter::words(&again), "one");
    assert_eq!(stage.north.deliveries.next_words().await, "two");
}

#[tokio::test(start_paused = true)]
async fn a_move_that_leads_nowhere_is_reported_instead_of_followed() {
    let stage = Stage::set();
    let _runtime = stage.start(reporting_echo()).await;
    stage.north.reply_in(&square(), Reply::Fails(DeliveryError::Moved { to: square() }));
    say(&stage, &square(), &["one"]).await;
    let reported = stage.north.deliveries.words(2).await;
    assert_eq!(reported[0], "one");
    assert!(reported[1].starts_with("one: the place has moved"), "{reported:?}");
}

#[tokio::test(start_paused = true)]
async fn what_a_platform_does_not_take_is_told_to_the_feature_and_not_tried_again() {
    let stage = Stage::set();
    let runtime = stage.start(reporting_echo()).await;
    let why = || "says the platform".to_owned();
    let errors = [
        DeliveryError::Gone { why: why() },
        DeliveryError::Refused { why: why() },
        DeliveryError::Unreachable { why: why() },
    ];
    for (error, words) in errors.into_iter().zip(["one", "two", "three"]) {
        stage.north.reply_in(&square(), Reply::Fails(error.clone()));
        say(&stage, &square(), &[words]).await;
        assert_eq!(stage.north.deliveries.words(2).await, [words.to_owned(), format!("{words}: {}", why())]);
    }
    assert_eq!(runtime.stats().undeliverable, 3);
    assert_eq!(runtime.stats().retries, 0);
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "outbox"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_delivery_that_can_not_be_done_for_a_day_is_given_up() {
    for scope in [Scope::Destination, Scope::Route] {
        let stage = Stage::set();
        let _runtime = stage.start(reporting_echo()).await;
        stage.north.reply_in(&square(), wait(13 * 3600, scope));
        stage.north.reply_in(&square(), wait(12 * 3600, scope));
        stage.north.reply_in(&square(), wait(1, scope));
        stage.north.push(message(&ben(), &square(), "one")).await.unwrap().await.unwrap();
        let tried = stage.north.deliveries.words(4).await;
        assert_eq!(tried, ["one", "one", "one", "one: too many requests"]);
    }
}
