//! Faults of the bot itself: what it committed is done, whatever comes between.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use fireside_core::{Decision, Engine, Feature, Message, Outcome, Turn};
use fireside_feedback::FeedbackFeature;
use fireside_handoff::Handoff;
use fireside_sim::Fault;
use fireside_sim::discord::Limits;
use fireside_tests::{Home, Stage};

/// A feature that can't bear one word.
#[derive(Debug)]
struct Brittle;

impl Feature for Brittle {
    fn name(&self) -> &'static str {
        "brittle"
    }

    fn on_message(&self, _: &mut Turn<'_>, message: &Message) -> Decision {
        assert!(!message.text.to_plain().contains("boom"), "brittle broke");
        Ok(Outcome::Pass)
    }
}

fn brittle() -> Engine {
    let engine = Engine::builder().phrases("en", include_str!("../../config/locales/en.ftl"));
    engine
        .feature(Brittle)
        .feature(Handoff)
        .feature(FeedbackFeature)
        .build()
        .expect("each name is there once")
}

/// Row 46.
#[tokio::test]
async fn a_feature_that_panics_loses_one_event_for_the_time_being_and_no_other() {
    let stage = Stage::set_with(Home::Discord, Limits::unlimited(), brittle()).await;
    let there = stage.there;
    let case = stage.call_from_group("hello").await;
    for words in ["before", "boom", "after"] {
        stage.telegram.say_in(there.group, None, there.mia, words, Some(case.called));
    }
    stage.in_channel(case.room, "after").await;
    assert_eq!(stage.times_in(case.room, "before"), 1);
    assert_eq!(stage.times_in(case.room, "boom"), 0);
    let set_aside = stage.bot.runtime.quarantined().await.expect("the store can be read");
    assert_eq!(set_aside.len(), 1);
    assert!(set_aside[0].why.contains("brittle broke"), "{}", set_aside[0].why);
    stage.clear().await;
}

/// Row 46, mended: what was set aside is decided by the bot that can.
#[tokio::test]
async fn what_was_set_aside_is_decided_after_a_mend() {
    let stage = Stage::set_with(Home::Discord, Limits::unlimited(), brittle()).await;
    let there = stage.there;
    let case = stage.call_from_group("hello").await;
    stage.telegram.say_in(there.group, None, there.mia, "boom", Some(case.called));
    stage.until("the event is set aside", |bot| bot.stats().quarantined == 1).await;
    let stage = stage.restart(|_| ()).await;
    assert_eq!(stage.bot.runtime.replay_quarantined().await.expect("the store can be read"), 1);
    stage.in_channel(case.room, "boom").await;
    assert_eq!(stage.bot.runtime.quarantined().await.expect("the store can be read"), []);
    stage.clear().await;
}

/// Row 4.
#[tokio::test]
async fn what_was_committed_and_not_sent_is_sent_after_a_restart() {
    let stage = Stage::set(Home::Discord).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from_group("hello").await;
    stage.claim(case).await;
    stage.telegram.inject("sendMessage", Fault::TooManyRequests { retry_after_ms: 2_282_000, global: false });
    stage.discord.say(case.room, here.ana, "first", None).expect("may speak");
    stage.until("the first is refused", |bot| bot.stats().retries == 1).await;
    stage.discord.say(case.room, here.ana, "second", None).expect("may speak");
    stage.discord.run_command(case.room, here.ana, "claim", &[]).expect("registered");
    // What was said before that in the case is decided.
    stage.told(here.ana, "is yours already").await;
    let stage = stage.restart(|_| ()).await;
    stage.in_group("second").await;
    let said = stage.telegram.history(there.group);
    let words: Vec<_> = said.iter().filter(|shown| shown.text.contains("Ana · Acme")).collect();
    assert_eq!(words.len(), 2, "each once: {words:#?}");
    assert!(words[0].text.contains("first") && words[1].text.contains("second"), "in order: {words:#?}");
    stage.clear().await;
}
