//! Attempts that end without an answer: nobody knows whether they took effect.

use std::time::Duration;

use fireside_core::ports::{DeliveryError, Scope};
use fireside_core::{Actor, Receipt};
use fireside_testkit::fake_adapter::{FakeAdapter, Reply};
use fireside_testkit::fake_feature::message;
use fireside_testkit::script::{self, NORTH, SOUTH};
use tokio::time::Instant;

use crate::stage::{COMMUNITY, Stage, reporting_echo};

fn unanswered() -> Reply {
    Reply::Fails(DeliveryError::Ambiguous { why: "the answer was lost".to_owned() })
}

fn cleo(platform: &str) -> Actor {
    script::customer(platform, "3", "Cleo")
}

async fn say(adapter: &FakeAdapter, platform: &str) {
    let said = message(&cleo(platform), &script::square(platform), "hello");
    adapter.push(said).await.unwrap().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn where_a_platform_shows_a_delivery_once_it_is_made_again_unflagged() {
    let stage = Stage::set();
    let runtime = stage.start(reporting_echo()).await;
    stage.north.reply(unanswered());
    stage.north.reply(unanswered());
    say(&stage.north, NORTH).await;
    let tried = stage.north.deliveries.words(4).await;
    assert_eq!(tried, ["hello", "hello", "hello", "hello: delivered"]);
    assert_eq!(stage.north.looked_for().len(), 2, "it was looked for before each further attempt");
    assert_eq!(runtime.stats().ambiguous, 0);
}

#[tokio::test(start_paused = true)]
async fn elsewhere_it_is_made_again_once_and_flagged() {
    let stage = Stage::set();
    let runtime = stage.start(reporting_echo()).await;
    stage.south.reply(unanswered());
    say(&stage.south, SOUTH).await;
    assert_eq!(stage.south.deliveries.words(2).await, ["hello", "hello"]);
    assert_eq!(stage.north.deliveries.next_words().await, "hello: maybe twice");
    assert_eq!(runtime.stats().ambiguous, 1);
}

#[tokio::test(start_paused = true)]
async fn a_flagged_delivery_that_must_wait_is_still_made() {
    let stage = Stage::set();
    let _runtime = stage.start(reporting_echo()).await;
    let wait = DeliveryError::Retry { after: None, scope: Scope::Destination, why: "busy".to_owned() };
    stage.south.reply(unanswered());
    stage.south.reply(Reply::Fails(wait));
    say(&stage.south, SOUTH).await;
    assert_eq!(stage.south.deliveries.words(3).await, ["hello", "hello", "hello"]);
    assert_eq!(stage.north.deliveries.next_words().await, "hello: maybe twice");
}

#[tokio::test(start_paused = true)]
async fn after_two_attempts_without_an_answer_it_is_given_up() {
    let stage = Stage::set();
    let _runtime = stage.start(reporting_echo()).await;
    stage.south.reply(unanswered());
    stage.south.reply(unanswered());
    say(&stage.south, SOUTH).await;
    let report = stage.north.deliveries.next_words().await;
    assert!(report.contains("it was sent twice and never answered"), "{report}");
    assert_eq!(stage.south.deliveries.so_far().await, ["hello", "hello"]);
}

#[tokio::test(start_paused = true)]
async fn what_is_found_is_not_made_again() {
    let stage = Stage::set();
    let _runtime = stage.start(reporting_echo()).await;
    stage.south.reply(unanswered());
    stage.south.finds(Receipt { message: Some("there".into()), ..Receipt::default() });
    say(&stage.south, SOUTH).await;
    assert_eq!(stage.north.deliveries.next_words().await, "hello: delivered");
    assert_eq!(stage.south.deliveries.so_far().await, ["hello"]);
}

#[tokio::test(start_paused = true)]
async fn a_platform_that_never_answers_is_not_waited_for_longer_than_the_timeout() {
    let stage = Stage::set();
    let _runtime = stage.start(reporting_echo()).await;
    stage.south.reply(Reply::Never);
    let began = Instant::now();
    say(&stage.south, SOUTH).await;
    assert_eq!(stage.south.deliveries.words(2).await, ["hello", "hello"]);
    let waited = began.elapsed();
    assert!((30..33).contains(&waited.as_secs()), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn what_was_being_attempted_when_the_process_ended_is_looked_for_first() {
    let stage = Stage::set();
    let runtime = stage.start(reporting_echo()).await;
    stage.south.reply(Reply::Never);
    say(&stage.south, SOUTH).await;
    assert_eq!(stage.south.deliveries.next_words().await, "hello");
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "outbox"), 1);

    let stage = stage.after(Duration::from_secs(1));
    stage.south.finds(Receipt { message: Some("there".into()), ..Receipt::default() });
    let _runtime = stage.start(reporting_echo()).await;
    assert_eq!(stage.north.deliveries.next_words().await, "hello: delivered");
    assert_eq!(stage.south.looked_for().len(), 1);
    assert_eq!(stage.south.deliveries.so_far().await, [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn crashes_before_an_answer_do_not_lose_a_delivery() {
    let mut stage = Stage::set();
    for crash in 0..2 {
        let runtime = stage.start(reporting_echo()).await;
        stage.south.reply(Reply::Never);
        if crash == 0 {
            say(&stage.south, SOUTH).await;
        }
        assert_eq!(stage.south.deliveries.next_words().await, "hello");
        runtime.stop().await;
        stage = stage.after(Duration::from_secs(1));
    }
    let _runtime = stage.start(reporting_echo()).await;
    assert_eq!(stage.south.deliveries.next_words().await, "hello");
    assert_eq!(stage.north.deliveries.next_words().await, "hello: maybe twice");
}

#[tokio::test(start_paused = true)]
async fn an_adapter_that_panics_does_not_stop_its_destination() {
    let stage = Stage::set();
    let _runtime = stage.start(reporting_echo()).await;
    stage.south.reply(Reply::Panics);
    say(&stage.south, SOUTH).await;
    assert_eq!(stage.south.deliveries.words(2).await, ["hello", "hello"]);
    assert_eq!(stage.north.deliveries.next_words().await, "hello: maybe twice");
}

#[tokio::test(start_paused = true)]
async fn what_is_never_answered_for_a_day_is_given_up_and_nothing_breaks() {
    let stage = Stage::set();
    let _runtime = stage.start(reporting_echo()).await;
    for _ in 0..2_000 {
        stage.north.reply_in(&script::square(NORTH), unanswered());
    }
    say(&stage.north, NORTH).await;
    let is_report = |words: &String| words.starts_with("hello: ");
    let mut report = stage.north.deliveries.next_words().await;
    while !is_report(&report) {
        report = stage.north.deliveries.next_words().await;
    }
    assert_eq!(report, "hello: the answer was lost");
}
