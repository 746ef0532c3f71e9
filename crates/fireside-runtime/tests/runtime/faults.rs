//! Features that fail, and stores that do.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use fireside_core::event::ReplyHandle;
use fireside_core::ports::InboxError;
use fireside_core::turn::effects::Manner;
use fireside_core::{Answer, Event, Outcome, Privacy, Timestamp, Voice};
use fireside_testkit::fake_feature::{FakeFeature, message};

use crate::stage::{COMMUNITY, Stage, ana, echo, square};

#[tokio::test(start_paused = true)]
async fn a_feature_that_panics_has_its_event_set_aside_and_decided_again_after_a_mend() {
    let (mended, tries) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let (is_mended, counted) = (mended.clone(), tries.clone());
    let feature = FakeFeature::default().on_message(move |turn, message| {
        let words = message.text.to_plain();
        if words == "boom" && !is_mended.load(Ordering::SeqCst) {
            counted.fetch_add(1, Ordering::SeqCst);
            panic!("can't take this");
        }
        turn.send(turn.event().place.clone(), words, Manner::of(Voice::Bot));
        Ok(Outcome::Handled)
    });
    let stage = Stage::set();
    let runtime = stage.start(feature).await;
    stage.north.push(message(&ana(), &square(), "boom")).await.unwrap().await.unwrap();
    stage.north.push(message(&ana(), &square(), "fine")).await.unwrap().await.unwrap();
    assert_eq!(stage.north.deliveries.next_words().await, "fine");
    assert_eq!(tries.load(Ordering::SeqCst), 3);
    let set_aside = runtime.quarantined().await.unwrap();
    assert_eq!(set_aside[0].why, "a feature panicked: can't take this");

    assert_eq!(runtime.replay_quarantined().await.unwrap(), 1);
    stage.north.push(message(&ana(), &square(), "again")).await.unwrap().await.unwrap();
    assert_eq!(tries.load(Ordering::SeqCst), 6);
    assert_eq!(runtime.quarantined().await.unwrap().len(), 1, "lost by a replay in vain");
    assert_eq!(stage.north.deliveries.next_words().await, "again");

    mended.store(true, Ordering::SeqCst);
    assert_eq!(runtime.replay_quarantined().await.unwrap(), 1);
    assert_eq!(stage.north.deliveries.next_words().await, "boom");
    assert_eq!(runtime.quarantined().await.unwrap(), []);
}

#[tokio::test(start_paused = true)]
async fn when_the_store_fails_nothing_is_acknowledged_and_the_runtime_ends() {
    let stage = Stage::set();
    let runtime = stage.start(echo()).await;
    let inbox = stage.north.inbox().await;
    stage.store.hold("seen");
    let first = inbox.push(message(&ana(), &square(), "one")).await.unwrap();
    let second = inbox.push(message(&ana(), &square(), "two")).await.unwrap();
    stage.store.waiting(1).await;
    stage.store.fail(1);
    stage.store.release();
    assert!(matches!(first.await, Err(InboxError::NotStored { .. })));
    // The store works again, but the second must not come before the first.
    assert!(matches!(second.await, Err(InboxError::Closed)));
    runtime.ended().await;
    assert!(matches!(inbox.push(message(&ana(), &square(), "three")).await, Err(InboxError::Closed)));
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "seen"), 0);
    assert_eq!(stage.north.deliveries.so_far().await, [""; 0]);

    let stage = stage.after(Duration::from_secs(1));
    let _runtime = stage.start(echo()).await;
    for words in ["one", "two"] {
        stage.north.push(message(&ana(), &square(), words)).await.unwrap().await.unwrap();
    }
    assert_eq!(stage.north.deliveries.words(2).await, ["one", "two"]);
}

#[tokio::test(start_paused = true)]
async fn when_a_slow_event_can_not_be_journaled_it_is_not_acknowledged() {
    let stage = Stage::set();
    let runtime = stage.start(echo()).await;
    stage.store.hold("seen");
    let pending = stage.north.push(message(&ana(), &square(), "one")).await.unwrap();
    stage.store.waiting(1).await;
    stage.store.fail(1);
    assert!(matches!(pending.await, Err(InboxError::NotStored { .. })));
    runtime.ended().await;
}

#[tokio::test(start_paused = true)]
async fn who_waits_for_an_answer_that_can_not_be_given_is_told() {
    let stage = Stage::set();
    let feature = FakeFeature::default().on_message(|_, _| panic!("can't take this"));
    let _runtime = stage.start(feature).await;
    let at = Timestamp::from_millis(u64::MAX);
    let reply = Some(ReplyHandle { respond_by: at, expires_at: at, opens_forms: false });
    let asked = Event { reply, ..message(&ana(), &square(), "boom") };
    let answer = stage.north.push(asked).await.unwrap().await.unwrap();
    let Some(Answer::Say { content, privacy: Privacy::Private }) = answer else { panic!("{answer:?}") };
    assert!(content.text.to_plain().starts_with("Something went wrong"));
}

#[tokio::test(start_paused = true)]
async fn a_bot_that_hears_nobody_ends_though_it_could_still_tell() {
    let stage = Stage::set().with_deaf_south();
    let runtime = stage.start(echo()).await;
    stage.north.inbox().await;
    stage.north.break_down();
    runtime.ended().await;
}

#[tokio::test(start_paused = true)]
async fn a_bot_that_still_hears_somebody_goes_on() {
    let stage = Stage::set().with_deaf_south();
    let runtime = stage.start(echo()).await;
    stage.south.inbox().await;
    stage.south.break_down();
    let broke_down = || runtime.notices().iter().any(|notice| notice.to_string().contains("it broke down"));
    while !broke_down() {
        tokio::task::yield_now().await;
    }
    stage.north.push(message(&ana(), &square(), "one")).await.unwrap().await.unwrap();
    assert_eq!(stage.north.deliveries.next_words().await, "one");
}
