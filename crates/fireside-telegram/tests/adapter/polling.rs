//! What comes in, and when it is confirmed.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::event::Membership;
use fireside_core::ports::{InboxError, Notice};
use fireside_core::{EventKind, Outgoing, Timestamp};
use fireside_sim::Fault;
use fireside_testkit::adapter::{FakeInbox, PATIENCE};
use serde_json::json;

use crate::bench::{ANA, Bench, FORUM, forum, private, send};

fn words(event: &fireside_core::Event) -> String {
    event.words().expect("a message").text.to_plain()
}

#[tokio::test]
async fn an_update_is_confirmed_only_once_it_is_durable() {
    let bench = Bench::start().await;
    bench.world.say(ANA, ANA, "one");
    bench.world.say(ANA, ANA, "two");
    let told = bench.world.pending_updates();
    let inbox = Arc::new(FakeInbox::holding());
    let running = bench.run(&inbox);
    let events = inbox.events(2).await;
    assert_eq!([words(&events[0]), words(&events[1])], ["one", "two"]);
    assert_eq!(bench.world.pending_updates(), told);
    inbox.decide([Ok(()), Ok(())]);
    bench
        .world
        .wait_for(PATIENCE, |world| (world.pending_updates() == 0).then_some(()))
        .await
        .expect("confirmed");
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn what_became_durable_while_stopping_is_confirmed() {
    let bench = Bench::start().await;
    bench.world.say(ANA, ANA, "one");
    let inbox = Arc::new(FakeInbox::holding());
    let running = bench.run(&inbox);
    inbox.events(1).await;
    // Nothing runs between these two: the adapter sees both at once.
    inbox.decide([Ok(())]);
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
    assert_eq!(bench.world.pending_updates(), 0);
}

#[tokio::test]
async fn what_did_not_become_durable_while_stopping_is_not_confirmed() {
    let bench = Bench::start().await;
    bench.world.say(ANA, ANA, "one");
    bench.world.say(ANA, ANA, "two");
    let inbox = Arc::new(FakeInbox::holding());
    let running = bench.run(&inbox);
    inbox.events(2).await;
    inbox.decide([Ok(()), Err(InboxError::Closed)]);
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
    assert_eq!(bench.world.pending_updates(), 1);
}

#[tokio::test]
async fn what_could_not_be_stored_is_told_again() {
    let bench = Bench::start().await;
    bench.world.say(ANA, ANA, "one");
    bench.world.say(ANA, ANA, "two");
    let inbox = Arc::new(FakeInbox::holding());
    let running = bench.run(&inbox);
    inbox.events(2).await;
    inbox.decide([Ok(()), Err(InboxError::NotStored { what: "full".to_owned() })]);
    let events = inbox.events(3).await;
    assert_eq!(words(&events[2]), "two");
    assert_eq!(events[1].id, events[2].id);
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

/// Nesting deeper than parsers follow.
fn deep() -> serde_json::Value {
    (0..300).fold(json!({}), |inner, _| json!({ "deeper": inner }))
}

#[tokio::test]
async fn a_bad_update_is_set_aside_alone() {
    let bench = Bench::start().await;
    bench.world.say(ANA, ANA, "before");
    bench.world.push_raw(json!({ "message": { "text": "no chat, no date" } }));
    bench.world.push_raw(json!({ "update_id": null, "message": 5 }));
    bench.world.push_raw(json!({ "novelty": {} }));
    bench.world.push_raw(json!({ "message": deep() }));
    bench.world.say(ANA, ANA, "after");
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let events = inbox.events(2).await;
    assert_eq!([words(&events[0]), words(&events[1])], ["before", "after"]);
    let notices = inbox.contents().notices;
    let undecodable = |notice: &&Notice| matches!(notice, Notice::Undecodable { .. });
    let skipped = |notice: &&Notice| matches!(notice, Notice::Skipped { kind, .. } if kind == "novelty");
    let counts = [notices.iter().filter(undecodable).count(), notices.iter().filter(skipped).count()];
    assert_eq!(counts, [3, 1], "{notices:?}");
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn ids_that_go_back_lose_nothing() {
    let bench = Bench::start().await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    bench.world.say(ANA, ANA, "one");
    inbox.events(1).await;
    bench
        .world
        .wait_for(PATIENCE, |world| (world.pending_updates() == 0).then_some(()))
        .await
        .expect("confirmed");
    bench.world.set_next_update_id(5);
    bench.world.say(ANA, ANA, "two");
    bench.world.say(ANA, ANA, "three");
    let events = inbox.events(3).await;
    assert_eq!(events[1..].iter().map(words).collect::<Vec<_>>(), ["two", "three"]);
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

async fn polls_on_after(fault: Fault) {
    let bench = Bench::start().await;
    bench.world.inject("getUpdates", fault);
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    bench.world.say(ANA, ANA, "hello");
    assert_eq!(words(&inbox.events(1).await[0]), "hello");
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn polling_goes_on_after_a_page_from_a_proxy() {
    polls_on_after(Fault::ServerError { status: 502, html: true }).await;
}

#[tokio::test]
async fn polling_goes_on_after_a_lost_answer() {
    polls_on_after(Fault::AnswerLost).await;
}

#[tokio::test]
async fn polling_goes_on_after_too_many_requests() {
    polls_on_after(Fault::TooManyRequests { retry_after_ms: 1, global: true }).await;
}

#[tokio::test]
async fn a_second_poller_is_told_of_once() {
    let bench = Bench::start().await;
    let conflict = || Fault::Refused {
        status: 409,
        code: 0,
        description: "Conflict: terminated by other getUpdates request".to_owned(),
    };
    bench.world.inject("getUpdates", conflict());
    bench.world.inject("getUpdates", conflict());
    bench.world.say(ANA, ANA, "hello");
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    inbox.events(1).await;
    let notices = inbox.wait_for(|contents| Some(contents.notices.clone())).await;
    assert!(matches!(&notices[..], [Notice::Trouble { what, .. }] if what.contains("another process")));
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn a_revoked_token_ends_it_with_a_clear_word() {
    let bench = Bench::start().await;
    let revoked = Fault::Refused { status: 401, code: 0, description: "Unauthorized".to_owned() };
    bench.world.inject("getUpdates", revoked);
    let inbox = Arc::new(FakeInbox::new());
    let error = bench.run(&inbox).await.expect("it ends").expect_err("it can't go on");
    assert!(error.to_string().contains("`telegram.token`"), "{error}");
}

#[tokio::test]
async fn more_than_a_day_without_polling_is_a_gap() {
    let bench = Bench::start().await;
    let then = bench.world.clock().now_ms() - 25 * 60 * 60 * 1_000;
    let inbox = Arc::new(FakeInbox::new());
    inbox.put("cursor", then.to_string().as_bytes());
    let running = bench.run(&inbox);
    let Notice::Gap { since, .. } = inbox.notice().await else { panic!("another notice") };
    assert_eq!(since, Timestamp::from_millis(then));
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn a_press_is_answered_once_it_is_durable() {
    let bench = Bench::start().await;
    bench.world.say(ANA, ANA, "/start");
    let button = fireside_core::Button {
        label: "Yes".to_owned(),
        target: fireside_core::ButtonTarget::Press("a:yes".to_owned()),
    };
    let question = fireside_core::Outgoing::of("Sure?").row(vec![button]);
    let receipt = bench.deliver(crate::bench::send(private(), question)).await.expect("it is sent");
    let asked = receipt.message.expect("a message").as_str().parse().expect("a number");
    let query = bench.world.press(ANA, asked, ANA, "Yes").expect("it is pressed");
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let events = inbox.events(2).await;
    assert!(matches!(&events[1].kind, EventKind::Press(press) if press.data == "a:yes"));
    let answered = |world: &fireside_sim::telegram::World| world.press_record(&query)?.answer;
    bench.world.wait_for(PATIENCE, answered).await.expect("it is answered");
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn stopping_ends_a_waiting_poll() {
    let bench = Bench::start().await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    bench.world.wait_for(PATIENCE, |world| world.poll_waits().then_some(())).await.unwrap_or(());
    inbox.stop();
    let ended = tokio::time::timeout(Duration::from_secs(5), running).await.expect("promptly");
    ended.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn the_bot_hears_that_it_is_thrown_out_and_asked_back() {
    let bench = Bench::start().await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    bench.world.kick(FORUM, bench.world.bot_id());
    let removed = inbox.event(|kind| *kind == EventKind::Membership(Membership::BotRemoved)).await;
    bench.world.add_member(FORUM, bench.world.bot_id());
    let added = inbox.event(|kind| *kind == EventKind::Membership(Membership::BotAdded)).await;
    assert_eq!([removed.place, added.place], [forum(), forum()]);
    bench.deliver(send(forum(), Outgoing::of("back again"))).await.expect("it is said");
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn a_topic_closed_by_staff_is_told() {
    let bench = Bench::start().await;
    let thread = bench.world.add_topic(FORUM, ANA, "Case 1");
    bench.world.close_topic(FORUM, thread, ANA, true);
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let closed = |event: &fireside_core::Event| matches!(event.kind, EventKind::Room(_));
    let event = inbox.wait_for(|contents| contents.events.iter().find(|event| closed(event)).cloned()).await;
    assert_eq!(event.place.thread.expect("a thread").as_str(), thread.to_string());
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}
