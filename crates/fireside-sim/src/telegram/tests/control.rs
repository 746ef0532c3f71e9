//! The control API over HTTP.

use super::*;

pub(super) async fn post(bench: &Bench, path: &str, body: Value) -> Value {
    let url = format!("{}/control/{path}", bench.server.url());
    let answer = bench.client.post(url).json(&body).send().await.expect("an answer");
    assert!(answer.status().is_success(), "{path}: {}", answer.status());
    answer.json().await.expect("JSON")
}

pub(super) async fn get(bench: &Bench, path: &str) -> Value {
    let url = format!("{}/control/{path}", bench.server.url());
    bench.client.get(url).timeout(PATIENCE).send().await.expect("an answer").json().await.expect("JSON")
}

#[tokio::test]
async fn a_scene_is_set_and_played_over_http() {
    let bench = Bench::start().await;
    post(&bench, "users", json!({ "id": 8, "first_name": "Ben", "username": "ben" })).await;
    post(&bench, "chats", json!({ "id": -1_005, "kind": "supergroup", "title": "Help", "forum": true }))
        .await;
    post(&bench, "members", json!({ "chat": -1_005, "status": "administrator" })).await;
    let thread =
        post(&bench, "topics", json!({ "chat": -1_005, "user": 8, "name": "Tents" })).await["thread"].clone();
    let words = json!({ "chat": -1_005, "user": 8, "thread": thread, "text": "It leaks" });
    let id = post(&bench, "say", words).await["message_id"].clone();
    let history = get(&bench, &format!("history?chat=-1005&thread={thread}")).await;
    assert_eq!(history[1]["text"], "It leaks");
    assert_eq!(history[1]["message_id"], id);
    assert_eq!(history[1]["from"], "Ben");
    post(&bench, "edit", json!({ "chat": -1_005, "message_id": id, "text": "It drips" })).await;
    post(&bench, "topic_state", json!({ "chat": -1_005, "thread": thread, "state": "closed" })).await;
    assert_eq!(get(&bench, "topics?chat=-1005").await[0]["closed"], true);
    assert_eq!(get(&bench, "pending").await["updates"], 5);
    let now_ms = post(&bench, "clock", json!({ "advance_ms": 1_000 })).await["now_ms"].clone();
    assert_eq!(now_ms, 1_700_000_001_000_u64);
}

#[tokio::test]
async fn presses_faults_and_calls_are_reached_over_http() {
    let bench = Bench::start().await;
    bench.world.say(ANNA, ANNA, "/start");
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Go", "callback_data": "go" }]] });
    bench.ok("sendMessage", json!({ "chat_id": ANNA, "text": "Press", "reply_markup": keyboard })).await;
    let press = json!({ "chat": ANNA, "message_id": 2, "user": ANNA, "button": "Go" });
    let query = post(&bench, "press", press).await["callback_query_id"].clone();
    bench.ok("answerCallbackQuery", json!({ "callback_query_id": query, "text": "Ok" })).await;
    assert_eq!(get(&bench, "presses").await[0]["answer"]["text"], "Ok");
    assert_eq!(get(&bench, "calls?method=sendMessage").await[0]["params"]["text"], "Press");
    post(
        &bench,
        "faults",
        json!({ "call": "getMe", "fault": { "kind": "server_error", "status": 503, "html": false } }),
    )
    .await;
    assert_eq!(bench.refused("getMe", json!({})).await.0, 503);
    let missing = json!({ "chat": ANNA, "message_id": 2, "user": ANNA, "button": "Stop" });
    let url = format!("{}/control/press", bench.server.url());
    let answer = bench.client.post(url).json(&missing).send().await.expect("an answer");
    assert_eq!(answer.status(), 404);
}

#[tokio::test]
async fn a_watcher_hears_of_what_is_shown_as_it_happens() {
    let bench = Bench::start().await;
    let after = bench.world.events(0).last().map_or(0, |event| event.seq);
    let path = format!("events?after={after}&timeout_ms=10000");
    let speak = async { bench.world.say(ANNA, ANNA, "/start") };
    let (events, _) = tokio::join!(get(&bench, &path), speak);
    assert_eq!(events[0]["kind"], "sent");
    assert_eq!(events[0]["message"]["text"], "/start");
    assert_eq!(events[0]["seq"], after + 1);
}
