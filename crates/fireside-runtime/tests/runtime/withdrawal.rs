//! Withdrawing what is not said yet.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::ports::{DeliveryError, Scope};
use fireside_core::turn::effects::Manner;
use fireside_core::{Outcome, Voice};
use fireside_runtime::Options;
use fireside_testkit::fake_adapter::Reply;
use fireside_testkit::fake_feature::{FakeFeature, message};
use fireside_testkit::script::chat;
use tokio::sync::Notify;

use crate::stage::{COMMUNITY, Stage, ana, ben, reporting, square};

/// Answers in the bot's name; `claim` withdraws what the bot has not said yet.
fn claimable() -> FakeFeature {
    let claimable = FakeFeature::default().on_message(|turn, message| {
        let words = message.text.to_plain();
        if words == "claim" {
            turn.withdraw("case", Some(Voice::Bot));
        }
        let voice = if words.starts_with("bot") { Voice::Bot } else { Voice::System };
        let manner = Manner::of(voice).about("case").tagged("words", words.as_str());
        turn.send(turn.event().place.clone(), words, manner);
        Ok(Outcome::Handled)
    });
    reporting(claimable)
}

#[tokio::test(start_paused = true)]
async fn the_bots_unsaid_words_are_withdrawn_and_nobody_elses() {
    let stage = Stage::set();
    let runtime = stage.start(claimable()).await;
    let gate = stage.north.hold(&square());
    for words in ["notice", "bot one", "another notice", "bot two"] {
        stage.north.push(message(&ana(), &square(), words)).await.unwrap().await.unwrap();
    }
    assert_eq!(stage.north.deliveries.next_words().await, "notice");
    stage.north.push(message(&ben(), &square(), "claim")).await.unwrap().await.unwrap();
    assert_eq!(runtime.stats().withdrawn, 2);
    gate.notify_one();
    let mut said = stage.north.deliveries.words(7).await;
    said.sort();
    let reports = ["another notice: delivered", "bot one: withdrawn", "bot two: withdrawn"];
    let more = ["claim", "claim: delivered", "notice: delivered"];
    assert_eq!(said, ["another notice"].into_iter().chain(reports).chain(more).collect::<Vec<_>>());
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "outbox"), 0);
}

#[tokio::test(start_paused = true)]
async fn words_under_way_when_they_are_withdrawn_are_not_tried_again() {
    let stage = Stage::set();
    let runtime = stage.start(claimable()).await;
    let gate = Arc::new(Notify::new());
    let retry = DeliveryError::Retry { after: None, scope: Scope::Destination, why: "busy".to_owned() };
    stage.north.reply_in(&square(), Reply::Once(gate.clone(), Box::new(Reply::Fails(retry))));
    stage.north.push(message(&ana(), &square(), "bot")).await.unwrap().await.unwrap();
    assert_eq!(stage.north.deliveries.next_words().await, "bot");
    stage.north.push(message(&ben(), &square(), "claim")).await.unwrap().await.unwrap();
    gate.notify_one();
    let mut said = stage.north.deliveries.words(3).await;
    said.sort();
    assert_eq!(said, ["bot: withdrawn", "claim", "claim: delivered"]);
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "outbox"), 0);
}

#[tokio::test(start_paused = true)]
async fn words_are_held_while_the_withdrawal_commits_and_said_if_it_is_not_made() {
    let stage = Stage::set();
    let runtime = stage.start(claimable()).await;
    let gate = stage.north.hold(&square());
    for words in ["notice", "bot"] {
        stage.north.push(message(&ana(), &square(), words)).await.unwrap().await.unwrap();
    }
    assert_eq!(stage.north.deliveries.next_words().await, "notice");
    stage.store.hold("seen");
    drop(stage.north.push(message(&ben(), &square(), "claim")).await.unwrap());
    stage.store.waiting(1).await;
    gate.notify_one();
    let soon = tokio::time::timeout(Duration::from_secs(5), stage.north.deliveries.next()).await;
    assert!(soon.is_err(), "said while the withdrawal was being committed: {soon:?}");

    stage.store.fail(1);
    stage.store.release();
    runtime.ended().await;
    runtime.stop().await;
    let stage = stage.after(Duration::from_secs(1));
    let _runtime = stage.start(claimable()).await;
    let said = stage.north.deliveries.words(2).await;
    assert!(said.contains(&"bot".to_owned()), "{said:?}");
}

#[tokio::test(start_paused = true)]
async fn words_held_by_a_withdrawal_that_conflicts_for_ever_are_released() {
    /// So often a decision is made again before its event is set aside.
    const CONFLICTS: usize = 103;
    let stage = Stage::set();
    let runtime = stage.start(claimable()).await;
    let gate = stage.north.hold(&square());
    for words in ["notice", "bot"] {
        stage.north.push(message(&ana(), &square(), words)).await.unwrap().await.unwrap();
    }
    assert_eq!(stage.north.deliveries.next_words().await, "notice");
    stage.store.conflict(CONFLICTS);
    stage.north.push(message(&ben(), &square(), "claim")).await.unwrap().await.unwrap();
    assert_eq!(runtime.stats().quarantined, 1);
    gate.notify_one();
    let mut said = stage.north.deliveries.words(3).await;
    said.sort();
    assert_eq!(said, ["bot", "bot: delivered", "notice: delivered"]);
}

#[tokio::test(start_paused = true)]
async fn words_that_wait_for_room_to_be_said_are_not_said_after_the_claim() {
    let mut stage = Stage::set();
    stage.options = Options { deliveries_max: 1, ..Options::default() };
    let runtime = stage.start(claimable()).await;
    let gate = stage.north.hold(&chat(&ben()));
    stage.north.push(message(&ben(), &chat(&ben()), "notice")).await.unwrap().await.unwrap();
    assert_eq!(stage.north.deliveries.next_words().await, "notice");
    stage.north.push(message(&ana(), &square(), "bot")).await.unwrap().await.unwrap();
    let soon = tokio::time::timeout(Duration::from_secs(5), stage.north.deliveries.next()).await;
    assert!(soon.is_err(), "there is room for one delivery only: {soon:?}");
    stage.north.push(message(&ben(), &chat(&ben()), "claim")).await.unwrap().await.unwrap();
    gate.notify_one();
    let mut said = stage.north.deliveries.words(4).await;
    said.sort();
    assert_eq!(said, ["bot: withdrawn", "claim", "claim: delivered", "notice: delivered"]);
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "outbox"), 0);
}
