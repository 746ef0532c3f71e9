//! What has to wait tells its feature so.

use std::time::Duration;

use fireside_core::ports::{DeliveryError, Limit, Scope};
use fireside_core::turn::effects::Manner;
use fireside_core::{Outcome, Voice};
use fireside_testkit::fake_adapter::Reply;
use fireside_testkit::fake_feature::{FakeFeature, message};
use fireside_testkit::script::chat;
use tokio::time::Instant;

use crate::stage::{Stage, ana, ben, log, reporting, square};

/// Says in its place what was said there, and in [`log`] if that waits and how
/// it ended. What begins with `calm` tells of no delay; `claim` withdraws.
fn telling() -> FakeFeature {
    let telling = FakeFeature::default().on_message(|turn, message| {
        let words = message.text.to_plain();
        if words == "claim" {
            turn.withdraw("case", None);
            return Ok(Outcome::Handled);
        }
        let manner = Manner::of(Voice::Staff).tagged("words", words.as_str()).about("case");
        let manner = if words.starts_with("calm") { manner } else { manner.tells_delay() };
        turn.send(turn.event().place.clone(), words, manner);
        Ok(Outcome::Handled)
    });
    let telling = telling.on_delay(|turn, delay| {
        turn.send(log(), format!("{}: waits", delay.tag.subject), Manner::of(Voice::System));
        Ok(Outcome::Handled)
    });
    reporting(telling)
}

async fn say(stage: &Stage, words: &str) {
    stage.north.push(message(&ana(), &square(), words)).await.unwrap().await.unwrap();
}

fn wait(secs: u64) -> Reply {
    let (after, scope) = (Some(Duration::from_secs(secs)), Scope::Destination);
    Reply::Fails(DeliveryError::Retry { after, scope, why: "too many requests".to_owned() })
}

#[tokio::test(start_paused = true)]
async fn words_that_wait_for_two_seconds_tell_it_once_before_their_end() {
    let stage = Stage::set();
    let _runtime = stage.start(telling()).await;
    stage.north.reply_in(&square(), wait(10));
    stage.north.reply_in(&square(), wait(10));
    let began = Instant::now();
    say(&stage, "one").await;
    assert_eq!(stage.north.deliveries.words(2).await, ["one", "one: waits"]);
    let told = began.elapsed();
    assert!((2..3).contains(&told.as_secs()), "{told:?}");
    assert_eq!(stage.north.deliveries.words(3).await, ["one", "one", "one: delivered"]);
}

#[tokio::test(start_paused = true)]
async fn words_behind_others_that_wait_tell_it_too_unless_nobody_asked() {
    let stage = Stage::set();
    let _runtime = stage.start(telling()).await;
    stage.north.reply_in(&square(), wait(10));
    for words in ["calm", "one", "two", "calm too"] {
        say(&stage, words).await;
    }
    let mut said = stage.north.deliveries.words(3).await;
    assert_eq!(said, ["calm", "one: waits", "two: waits"]);
    said = stage.north.deliveries.words(8).await;
    assert!(!said.iter().any(|words| words.ends_with("waits")), "{said:?}");
}

#[tokio::test(start_paused = true)]
async fn words_that_are_said_in_time_tell_nothing() {
    let stage = Stage::set();
    let _runtime = stage.start(telling()).await;
    stage.north.reply_in(&square(), wait(1));
    say(&stage, "one").await;
    assert_eq!(stage.north.deliveries.words(3).await, ["one", "one", "one: delivered"]);
    tokio::time::sleep(Duration::from_mins(1)).await;
    assert_eq!(stage.north.deliveries.so_far().await, [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn words_that_are_withdrawn_tell_nothing_after() {
    let stage = Stage::set();
    let _runtime = stage.start(telling()).await;
    stage.north.limit(vec![Limit::Rate { scope: "all".into(), burst: 1, per: Duration::from_secs(20) }]);
    say(&stage, "calm").await;
    say(&stage, "one").await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    stage.north.push(message(&ben(), &chat(&ben()), "claim")).await.unwrap().await.unwrap();
    let said = stage.north.deliveries.words(3).await;
    assert_eq!(said, ["calm", "calm: delivered", "one: withdrawn"]);
    tokio::time::sleep(Duration::from_mins(1)).await;
    assert_eq!(stage.north.deliveries.so_far().await, [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn after_a_restart_no_delay_is_told() {
    let stage = Stage::set();
    let runtime = stage.start(telling()).await;
    stage.north.reply_in(&square(), wait(60));
    say(&stage, "one").await;
    assert_eq!(stage.north.deliveries.next_words().await, "one");
    runtime.stop().await;
    let stage = stage.after(Duration::from_secs(1));
    stage.north.reply_in(&square(), wait(60));
    let _runtime = stage.start(telling()).await;
    assert_eq!(stage.north.deliveries.words(3).await, ["one", "one", "one: delivered"]);
}
