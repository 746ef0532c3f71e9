//! Order, acknowledgement after commit, resuming, backfill.

use std::collections::BTreeSet;
use std::time::Duration;

use fireside_core::community::AUTHORITY_AGE_MAX;
use fireside_core::event::{Membership, RoomChange};
use fireside_core::ports::{Adapter, AdapterError, Notice};
use fireside_core::{Event, EventKind, Timestamp};
use fireside_sim::Fault;
use fireside_sim::discord::Options;
use fireside_testkit::adapter::Contents;
use serde_json::json;

use crate::stage::{SHOWN, Stage, simulated};

/// The moments since which something is missing.
fn gaps(came: &Contents) -> Vec<Timestamp> {
    let since = |notice: &Notice| match notice {
        Notice::Gap { since, .. } => Some(*since),
        _ => None,
    };
    came.notices.iter().filter_map(since).collect()
}

fn authority_age(stage: &Stage, event: &Event) -> Duration {
    stage.now().since(event.actor.authority.as_ref().expect("its roles are told").as_of)
}

fn numbers(upto: usize) -> Vec<String> {
    (0..upto).map(|number| format!("message {number}")).collect()
}

#[tokio::test]
async fn a_reconnect_loses_and_doubles_nothing() {
    let stage = Stage::lit(simulated()).await;
    stage.say("before");
    stage.inbox.words(1).await;
    stage.world.gateway_reconnect();
    stage.say("between");
    stage.say("after");
    assert_eq!(stage.inbox.words(3).await, ["before", "between", "after"]);
}

#[tokio::test]
async fn a_lost_session_is_made_good_from_the_channels_history() {
    let mut stage = Stage::lit(simulated()).await;
    stage.say("before");
    stage.inbox.words(1).await;
    stage.stop().await;
    for words in numbers(250) {
        stage.say(&words);
    }
    stage.world.gateway_invalidate(false);
    stage.restart().await;
    let heard: BTreeSet<String> = stage.inbox.words(250).await.into_iter().collect();
    assert_eq!(heard, numbers(250).into_iter().collect());
    assert_eq!(stage.inbox.contents().events.len(), 250, "nothing else came");
}

#[tokio::test]
async fn a_channel_made_while_the_bot_was_away_is_heard_too() {
    let mut stage = Stage::lit(simulated()).await;
    stage.say("before");
    stage.inbox.words(1).await;
    stage.stop().await;
    let channel = stage.world.add_channel(stage.guild, "made-meanwhile");
    stage.world.say(channel, stage.ana, "is anybody here?", None).expect("she may talk");
    stage.world.gateway_invalidate(false);
    stage.restart().await;
    assert_eq!(stage.inbox.words(1).await, ["is anybody here?"]);
}

#[tokio::test]
async fn a_session_declared_invalid_in_between_loses_nothing() {
    let stage = Stage::lit(simulated()).await;
    stage.say("before");
    stage.inbox.words(1).await;
    stage.world.gateway_invalidate(false);
    stage.say("between");
    let heard =
        stage.inbox.wait_for(|came| came.words().contains(&"between".to_owned()).then(|| came.words())).await;
    assert_eq!(heard, ["before", "between"]);
}

#[tokio::test]
async fn a_session_that_timed_out_is_begun_anew_and_made_good() {
    let stage = Stage::lit(simulated()).await;
    stage.say("before");
    stage.inbox.words(1).await;
    stage.world.gateway_close(Some(4009));
    stage.say("between");
    let heard =
        stage.inbox.wait_for(|came| came.words().contains(&"between".to_owned()).then(|| came.words())).await;
    assert_eq!(heard, ["before", "between"]);
}

#[tokio::test]
async fn messages_that_can_not_be_had_are_reported() {
    let mut stage = Stage::lit(simulated()).await;
    stage.say("before");
    stage.inbox.words(1).await;
    stage.stop().await;
    stage.world.gateway_invalidate(false);
    for _ in 0..5 {
        let fault = Fault::ServerError { status: 502, html: true };
        stage.world.inject("GET /channels/{channel.id}/messages", fault);
    }
    stage.restart().await;
    // One for the channel's messages, one for the session and all else that it held.
    stage.inbox.wait_for(|came| (gaps(came).len() == 2).then_some(())).await;
}

#[tokio::test]
async fn a_lost_session_is_reported_once_with_the_last_moment_that_was_seen() {
    let mut stage = Stage::lit(simulated()).await;
    stage.say("before");
    stage.inbox.words(1).await;
    stage.stop().await;
    let stopped = stage.now();
    stage.world.advance(Duration::from_hours(1));
    stage.restart().await;
    let [since] = stage.inbox.wait_for(|came| gaps(came).try_into().ok()).await;
    assert!(since <= stopped && stopped.since(since) < Duration::from_mins(1), "{since:?}");
    stage.say("after");
    stage.inbox.words(1).await;
    assert_eq!(gaps(&stage.inbox.contents()), [since]);
}

#[tokio::test]
async fn a_session_that_timed_out_while_connected_is_reported() {
    let stage = Stage::lit(simulated()).await;
    stage.say("before");
    stage.inbox.words(1).await;
    let before = stage.now();
    stage.world.gateway_close(Some(4009));
    let [since] = stage.inbox.wait_for(|came| gaps(came).try_into().ok()).await;
    assert!(since <= before && before.since(since) < Duration::from_mins(1), "{since:?}");
}

#[tokio::test]
async fn neither_a_first_session_nor_a_resumed_one_is_a_gap() {
    let mut stage = Stage::lit(simulated()).await;
    stage.say("before");
    stage.inbox.words(1).await;
    stage.world.gateway_reconnect();
    stage.say("between");
    stage.inbox.words(2).await;
    stage.stop().await;
    assert_eq!(stage.inbox.contents().notices, []);
    stage.say("while away");
    stage.restart().await;
    stage.inbox.words(1).await;
    assert_eq!(stage.inbox.contents().notices, []);
}

#[tokio::test]
async fn what_a_resume_replays_brings_the_authority_of_its_moment() {
    let mut stage = Stage::lit(simulated()).await;
    stage.say("before");
    stage.inbox.words(1).await;
    stage.stop().await;
    stage.say("while away");
    let message = stage.say("a card");
    stage.world.edit(stage.channel, stage.ana, message, "a better card").expect("it is hers");
    stage.world.run_command(stage.channel, stage.ana, "join", &[]).expect("it is registered");
    stage.world.advance(Duration::from_mins(2));
    stage.restart().await;
    for event in stage.inbox.events(4).await {
        assert!(authority_age(&stage, &event) > AUTHORITY_AGE_MAX, "{event:?}");
    }
    assert!(stage.world.wait_for_bot(SHOWN).await, "it is back");
    stage.say("live again");
    let live = stage.inbox.events(5).await.pop().expect("it came");
    assert!(authority_age(&stage, &live) < AUTHORITY_AGE_MAX, "{live:?}");
}

#[tokio::test]
async fn a_backfilled_message_brings_the_authority_that_was_asked_for() {
    let mut stage = Stage::lit(simulated()).await;
    stage.say("before");
    stage.inbox.words(1).await;
    stage.stop().await;
    stage.say("while away");
    stage.world.advance(Duration::from_hours(1));
    stage.restart().await;
    let event = stage.inbox.events(1).await.remove(0);
    assert!(authority_age(&stage, &event) < AUTHORITY_AGE_MAX, "{event:?}");
}

#[tokio::test]
async fn a_silent_gateway_is_left_and_the_session_resumed() {
    let stage = Stage::lit(Options { heartbeat_interval_ms: 200, ..simulated() }).await;
    stage.world.gateway_silence(true);
    stage.left().await;
    stage.world.gateway_silence(false);
    stage.say("still there");
    assert_eq!(stage.inbox.words(1).await, ["still there"]);
}

#[tokio::test]
async fn a_refused_token_stops_and_names_the_setting() {
    let mut stage = Stage::lit(simulated()).await;
    stage.world.gateway_close(Some(4004));
    let Err(AdapterError::Stop { what }) = stage.ended().await else { panic!("it stops") };
    assert!(what.contains("discord.token"), "{what}");
}

#[tokio::test]
async fn a_refused_intent_stops_and_names_the_setting() {
    let mut stage = Stage::dark(Options { privileged_intents: 0, ..simulated() }).await;
    stage.run();
    let Err(AdapterError::Stop { what }) = stage.ended().await else { panic!("it stops") };
    assert!(what.contains("discord.message_content"), "{what}");
}

#[tokio::test]
async fn without_the_gateways_address_no_other_is_tried() {
    let mut stage = Stage::dark(simulated()).await;
    stage.adapter.connect().await.expect("the settings are right");
    stage.world.inject("GET /gateway/bot", Fault::ServerError { status: 502, html: true });
    stage.run();
    assert!(stage.world.wait_for_bot(SHOWN).await, "it comes to the simulator in the end");
    let told = stage.inbox.contents().notices.clone();
    assert!(matches!(&told[..], [Notice::Trouble { .. }]), "{told:?}");
}

#[tokio::test]
async fn an_update_that_can_not_be_read_is_set_aside_and_the_next_is_heard() {
    let stage = Stage::lit(simulated()).await;
    stage.world.gateway_dispatch("MESSAGE_CREATE", &json!({ "id": "no number" }));
    stage.say("next");
    assert_eq!(stage.inbox.words(1).await, ["next"]);
    let told = stage.inbox.contents().notices.clone();
    assert!(
        matches!(&told[..], [Notice::Undecodable { update, .. }] if update == "MESSAGE_CREATE"),
        "{told:?}"
    );
}

#[tokio::test]
async fn a_links_preview_is_no_edit() {
    let stage = Stage::lit(simulated()).await;
    let message = stage.say("see https://example.org");
    stage.world.preview_link(stage.channel, message, "https://example.org").expect("it is there");
    stage.world.edit(stage.channel, stage.ana, message, "never mind").expect("it is hers");
    let edited = stage.inbox.event(|kind| matches!(kind, EventKind::Edited(_))).await;
    let EventKind::Edited(edited) = edited.kind else { panic!("it is an edit") };
    assert_eq!(edited.text.to_plain(), "never mind");
    assert_eq!(stage.inbox.contents().events.len(), 2, "the preview was nothing");
}

#[tokio::test]
async fn a_thread_is_heard_as_a_place_inside_its_channel() {
    let stage = Stage::lit(simulated()).await;
    let message = stage.say("a topic");
    let thread = stage.world.start_thread(stage.channel, stage.ana, "topic", Some(message)).expect("she may");
    stage.world.say(thread, stage.ana, "inside", None).expect("she may");
    stage.inbox.words(2).await;
    let place = stage.inbox.contents().events.last().map(|event| event.place.clone());
    assert_eq!(place, Some(stage.place().thread(thread.to_string())));
    stage.world.archive_thread(thread, stage.ana, true).expect("she started it");
    let closed = stage.inbox.event(|kind| *kind == EventKind::Room(RoomChange::Closed)).await;
    assert_eq!(closed.place, stage.place().thread(thread.to_string()));
    stage.world.delete_channel(thread).expect("it is there");
    stage.inbox.event(|kind| *kind == EventKind::Room(RoomChange::Removed)).await;
}

#[tokio::test]
async fn the_bot_hears_that_it_is_thrown_out_and_asked_back() {
    let stage = Stage::lit(simulated()).await;
    stage.world.kick_bot(stage.guild);
    stage.inbox.event(|kind| *kind == EventKind::Membership(Membership::BotRemoved)).await;
    stage.world.add_bot(stage.guild);
    stage.inbox.event(|kind| *kind == EventKind::Membership(Membership::BotAdded)).await;
}
