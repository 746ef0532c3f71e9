//! Faults of Discord's gateway: whatever it does, every word comes through once
//! and in order.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use fireside_sim::discord::World;
use fireside_tests::{Home, PATIENCE, Stage};

/// Staff's words around a fault of the gateway: all of them reach the customer.
async fn every_word_comes_through(fault: impl AsyncFnOnce(&World)) {
    let stage = Stage::set(Home::Discord).await;
    let case = stage.call_from_group("hello").await;
    stage.claim(case).await;
    let say = |number: usize| {
        stage.discord.say(case.room, stage.here.ana, &format!("word {number}"), None).expect("may speak");
    };
    (0..3).for_each(say);
    fault(&stage.discord).await;
    (3..8).for_each(say);
    stage.in_group("word 7").await;
    let said = stage.telegram.history(stage.there.group);
    let words = said.iter().filter_map(|shown| Some(shown.text[shown.text.find("word ")?..].to_owned()));
    let all: Vec<_> = (0..8).map(|number| format!("word {number}")).collect();
    assert_eq!(words.collect::<Vec<_>>(), all);
    // What is no message comes through, too.
    stage.discord.run_command(case.room, stage.here.ana, "close", &[]).expect("registered");
    stage.in_group("closed").await;
    stage.clear().await;
}

fn is_alone(world: &World) -> Option<()> {
    (world.gateway_connections() == 0).then_some(())
}

/// Row 24.
#[tokio::test]
async fn a_gateway_that_asks_to_reconnect_loses_nothing() {
    every_word_comes_through(async |world| world.gateway_reconnect()).await;
}

/// Row 24, without asking.
#[tokio::test]
async fn a_connection_that_breaks_loses_nothing() {
    every_word_comes_through(async |world| world.gateway_close(None)).await;
}

/// Row 25: words said while there is no session are in the channel's history.
#[tokio::test]
async fn a_session_declared_invalid_is_begun_anew_and_what_was_missed_is_fetched() {
    every_word_comes_through(async |world| world.gateway_invalidate(false)).await;
}

/// Row 26.
#[tokio::test]
async fn a_gateway_that_falls_silent_is_left_and_resumed() {
    every_word_comes_through(async |world| {
        world.gateway_silence(true);
        world.wait_for(is_alone, PATIENCE).await.expect("the silence is noticed");
        world.gateway_silence(false);
    })
    .await;
}

/// Row 27.
#[tokio::test]
async fn a_gateway_that_closes_for_good_names_the_setting_to_mend() {
    for (code, setting) in [(4004, "discord.token"), (4014, "discord.message_content")] {
        let stage = Stage::set(Home::Discord).await;
        stage.discord.gateway_close(Some(code));
        stage
            .until("it is reported", |bot| bot.notices().iter().any(|it| it.to_string().contains(setting)))
            .await;
        assert_eq!(stage.discord.gateway_connections(), 0, "nor is it tried again");
        let mia = stage.there.mia;
        stage.telegram.say(mia, mia, "/feedback");
        let asked = stage.telegram.wait_for_text(mia, "What is it about", PATIENCE).await;
        asked.expect("the other platform goes on");
        stage.clear().await;
    }
}

/// Row 40.
#[tokio::test]
async fn a_bot_that_was_thrown_out_goes_on_when_it_is_back() {
    let stage = Stage::set(Home::Discord).await;
    let (group, mia) = (stage.there.group, stage.there.mia);
    let case = stage.call_from_group("hello").await;
    stage.discord.kick_bot(stage.here.guild);
    let tom = stage.there.tom;
    stage.telegram.say(tom, tom, "/human into the void");
    stage.telegram.wait_for_text(tom, "could not reach the team", PATIENCE).await.expect("he is told");
    assert!(stage.bot.runtime.stats().undeliverable > 0);
    stage.discord.add_bot(stage.here.guild);
    stage.telegram.say_in(group, None, mia, "back again", Some(case.called));
    stage.in_channel(case.room, "back again").await;
    stage.clear().await;
}
