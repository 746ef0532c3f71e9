//! Updates that Telegram brings by itself.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::ports::{Adapter, InboxError, Notice};
use fireside_core::{Event, EventKind, Timestamp};
use fireside_sim::telegram::{Post, World};
use fireside_telegram::{TelegramOptions, Webhook};
use fireside_testkit::adapter::{FakeInbox, PATIENCE};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use crate::albums::{parts, said};
use crate::bench::{ANA, Bench, FORUM};

const SECRET: &str = "a-secret_1";
const HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";

fn brought(options: TelegramOptions) -> TelegramOptions {
    let webhook = Webhook {
        listen: ([127, 0, 0, 1], 0).into(),
        public_url: "http://127.0.0.1:0/telegram".to_owned(),
        secret: SECRET.into(),
        max_connections: 4,
    };
    TelegramOptions { webhook: Some(webhook), ..options }
}

async fn start() -> Bench {
    Bench::with(brought).await
}

/// Where the bot told Telegram to bring updates.
async fn address(bench: &Bench) -> String {
    let told = |world: &World| {
        let call = world.calls("setWebhook").pop()?;
        (call.status == 200).then(|| call.params["url"].as_str().expect("an address").to_owned())
    };
    bench.world.wait_for(PATIENCE, told).await.expect("it is told")
}

async fn all_confirmed(bench: &Bench) {
    let confirmed = |world: &World| (world.pending_updates() == 0).then_some(());
    bench.world.wait_for(PATIENCE, confirmed).await.expect("confirmed");
}

async fn post(url: &str, secret: &str, body: impl ToString) -> StatusCode {
    let post = Client::new().post(url).header(HEADER, secret).body(body.to_string());
    post.send().await.expect("an answer").status()
}

fn hello(update_id: i64) -> Value {
    json!({ "update_id": update_id, "message": {
        "message_id": update_id, "date": 60, "text": "hello", "from": { "id": ANA, "first_name": "Ana" },
        "chat": { "id": ANA, "type": "private" },
    }})
}

#[tokio::test]
async fn an_update_is_confirmed_only_once_it_is_durable() {
    let bench = start().await;
    let inbox = Arc::new(FakeInbox::holding());
    let running = bench.run(&inbox);
    bench.world.say(ANA, ANA, "one");
    assert_eq!(said(&inbox.events(1).await), [("one".to_owned(), 0)]);
    // Whatever else was on its way tells nothing, and is confirmed.
    let waits = |world: &World| (world.pending_updates() == 1).then_some(());
    bench.world.wait_for(PATIENCE, waits).await.expect("it waits");
    inbox.decide([Ok(())]);
    all_confirmed(&bench).await;
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn what_could_not_be_stored_is_told_again() {
    let bench = start().await;
    let inbox = Arc::new(FakeInbox::holding());
    let running = bench.run(&inbox);
    bench.world.say(ANA, ANA, "one");
    inbox.events(1).await;
    inbox.decide([Err(InboxError::NotStored { what: "full".to_owned() })]);
    let events = inbox.events(2).await;
    assert_eq!(events[0].id, events[1].id);
    inbox.commit();
    all_confirmed(&bench).await;
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn a_stranger_is_refused_and_nothing_is_written() {
    let bench = start().await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let url = address(&bench).await;
    for wrong in ["", "a-secret_2", "a-secret_1x"] {
        assert_eq!(post(&url, wrong, hello(1)).await, StatusCode::UNAUTHORIZED, "{wrong}");
    }
    let silent = Client::new().post(&url).body(hello(1).to_string()).send().await.expect("an answer");
    assert_eq!(silent.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(inbox.contents().events, []);
    assert_eq!(post(&url, SECRET, hello(1)).await, StatusCode::OK);
    assert_eq!(inbox.contents().events.len(), 1);
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn what_is_no_update_is_answered_as_what_it_is() {
    let bench = start().await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let url = address(&bench).await;
    let huge = format!("\"{}\"", "a".repeat(1024 * 1024));
    assert_eq!(post(&url, SECRET, huge).await, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(post(&format!("{url}/more"), SECRET, hello(1)).await, StatusCode::NOT_FOUND);
    let got = Client::new().get(&url).header(HEADER, SECRET).send().await.expect("an answer");
    assert_eq!(got.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(inbox.contents().notices, []);
    // Told again, it would not be any better.
    for unreadable in ["", "{", "[]", r#"{"update_id":null}"#, r#"{"update_id":1,"message":5}"#] {
        assert_eq!(post(&url, SECRET, unreadable).await, StatusCode::OK, "{unreadable}");
    }
    let notices = inbox.contents().notices;
    assert!(notices.iter().all(|notice| matches!(notice, Notice::Undecodable { .. })), "{notices:?}");
    assert_eq!((notices.len(), inbox.contents().events.len()), (5, 0));
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn an_album_is_one_message_in_its_place() {
    let bench = start().await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    bench.world.say(FORUM, ANA, "before");
    bench.world.send_album(&Post::new(FORUM, ANA), parts(3), None);
    bench.world.say(FORUM, ANA, "after");
    let events = inbox.events(3).await;
    let expected = [("before", 0), ("look", 3), ("after", 0)];
    assert_eq!(said(&events), expected.map(|(words, files)| (words.to_owned(), files)));
    all_confirmed(&bench).await;
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn an_album_nobody_follows_comes_after_a_moment() {
    let bench = start().await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    bench.world.send_album(&Post::new(FORUM, ANA), parts(2), None);
    assert_eq!(said(&inbox.events(1).await), [("look".to_owned(), 2)]);
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn the_parts_of_an_album_survive_a_restart() {
    let patient = |options| TelegramOptions { album_patience: Duration::from_hours(1), ..brought(options) };
    let bench = Bench::with(patient).await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    bench.world.send_album(&Post::new(FORUM, ANA), parts(2), None);
    all_confirmed(&bench).await;
    assert_eq!(inbox.contents().events, []);
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");

    let after = Arc::new(FakeInbox::after(inbox.contents().kept));
    let running = bench.run(&after);
    assert_eq!(said(&after.events(1).await), [("look".to_owned(), 2)]);
    after.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn a_part_that_is_told_twice_counts_once() {
    let bench = start().await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let url = address(&bench).await;
    let part = |update_id: i64| {
        let mut update = hello(update_id);
        update["message"]["media_group_id"] = "1".into();
        update["message"]["photo"] = json!([{ "file_id": "f", "width": 1, "height": 1 }]);
        update
    };
    for update_id in [1, 1, 2] {
        assert_eq!(post(&url, SECRET, part(update_id)).await, StatusCode::OK);
    }
    assert_eq!(post(&url, SECRET, hello(3)).await, StatusCode::OK);
    assert_eq!(post(&url, SECRET, part(2)).await, StatusCode::OK);
    assert_eq!(post(&url, SECRET, hello(4)).await, StatusCode::OK);
    let files = |event: &Event| event.words().map(|message| message.attachments.len());
    assert_eq!(inbox.contents().events.iter().map(files).collect::<Vec<_>>(), [Some(2), Some(0), Some(0)]);
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn an_album_comes_before_what_is_changed_in_it() {
    let patient = |options| TelegramOptions { album_patience: Duration::from_hours(1), ..brought(options) };
    let bench = Bench::with(patient).await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let url = address(&bench).await;
    let mut part = hello(1);
    part["message"]["media_group_id"] = "1".into();
    part["message"]["photo"] = json!([{ "file_id": "f", "width": 1, "height": 1 }]);
    assert_eq!(post(&url, SECRET, &part).await, StatusCode::OK);
    assert_eq!(inbox.contents().events, []);
    let mut edited = part["message"].take();
    edited["edit_date"] = 61.into();
    let edited = json!({ "update_id": 2, "edited_message": edited });
    assert_eq!(post(&url, SECRET, edited).await, StatusCode::OK);
    let events = inbox.contents().events;
    assert!(
        matches!(&events[..], [said, edited] if matches!(said.kind, EventKind::Message(_))
            && matches!(edited.kind, EventKind::Edited(_))),
        "{events:?}"
    );
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn what_is_too_much_at_once_is_left_for_later() {
    let bench = start().await;
    let inbox = Arc::new(FakeInbox::holding());
    let running = bench.run(&inbox);
    let url = address(&bench).await;
    all_confirmed(&bench).await;
    let posts: Vec<_> = (1..=100)
        .map(|update_id| {
            let url = url.clone();
            tokio::spawn(async move { post(&url, SECRET, hello(update_id)).await })
        })
        .collect();
    inbox.events(100).await;
    assert_eq!(post(&url, SECRET, hello(101)).await, StatusCode::SERVICE_UNAVAILABLE);
    inbox.commit();
    for posted in posts {
        assert_eq!(posted.await.expect("an answer"), StatusCode::OK);
    }
    assert_eq!(post(&url, SECRET, hello(101)).await, StatusCode::OK);
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn a_path_is_taken_as_it_is_written() {
    let bench = Bench::with(|options| {
        let options = brought(options);
        let public_url = "http://127.0.0.1:0/:bot/*rest/{secret}".to_owned();
        let webhook = options.webhook.map(|webhook| Webhook { public_url, ..webhook });
        TelegramOptions { webhook, ..options }
    })
    .await;
    let inbox = Arc::new(FakeInbox::new());
    let running = bench.run(&inbox);
    let url = address(&bench).await;
    assert_eq!(post(&url, SECRET, hello(1)).await, StatusCode::OK);
    assert_eq!(post(&url.replace(":bot", "a"), SECRET, hello(2)).await, StatusCode::NOT_FOUND);
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn more_than_a_day_without_updates_is_a_gap() {
    let bench = start().await;
    let then = bench.world.clock().now_ms() - 25 * 60 * 60 * 1_000;
    let inbox = Arc::new(FakeInbox::new());
    inbox.put("cursor", then.to_string().as_bytes());
    let running = bench.run(&inbox);
    let Notice::Gap { since, .. } = inbox.notice().await else { panic!("another notice") };
    assert_eq!(since, Timestamp::from_millis(then));
    let is_kept_anew = |kept: &Vec<u8>| *kept != then.to_string().into_bytes();
    inbox.wait_for(|contents| contents.kept.get("cursor").filter(|kept| is_kept_anew(kept)).cloned()).await;
    inbox.stop();
    running.await.expect("it ends").expect("it ends well");
}

#[tokio::test]
async fn an_address_that_is_taken_names_its_setting() {
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let listen = taken.local_addr().expect("an address");
    let bench = Bench::with(|options| {
        let options = brought(options);
        let webhook = options.webhook.map(|webhook| Webhook { listen, ..webhook });
        TelegramOptions { webhook, ..options }
    })
    .await;
    let error = bench.adapter.run(Arc::new(FakeInbox::new())).await.expect_err("it can't listen");
    assert!(error.to_string().contains("`telegram.webhook.listen`"), "{error}");
}

#[tokio::test]
async fn an_address_that_telegram_refuses_names_its_setting() {
    let bench = start().await;
    let description = "Bad Request: bad webhook: HTTPS url must be provided for webhook".to_owned();
    bench.world.inject("setWebhook", fireside_sim::Fault::Refused { status: 400, code: 0, description });
    let error = bench.adapter.run(Arc::new(FakeInbox::new())).await.expect_err("it is refused");
    assert!(error.to_string().contains("`telegram.webhook.public_url`"), "{error}");
    assert!(!error.to_string().contains(SECRET), "{error}");
}
