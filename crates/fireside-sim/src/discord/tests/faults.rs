use std::time::Duration;

use reqwest::Method;
use serde_json::json;

use super::client::{Scene, TOKEN};
use crate::Fault;

const SEND: &str = "POST /channels/{channel.id}/messages";

#[tokio::test]
async fn a_lost_answer_has_taken_effect() {
    let scene = Scene::start().await;
    scene.world.inject(SEND, Fault::AnswerLost);
    let path = format!("/channels/{}/messages", scene.channel);
    let request = scene.request(Method::POST, &path).header("Authorization", format!("Bot {TOKEN}"));
    let outcome = request.json(&json!({ "content": "lost?" })).send().await;
    assert!(outcome.is_err(), "the connection closes without an answer");
    assert_eq!(scene.world.history(scene.channel)[0].text, "lost?");
}

#[tokio::test]
async fn other_faults_have_no_effect() {
    let scene = Scene::start().await;
    scene.world.inject(SEND, Fault::TooManyRequests { retry_after_ms: 1_500, global: true });
    scene
        .world
        .inject(SEND, Fault::Refused { status: 403, code: 50013, description: "Missing Permissions".into() });
    scene.world.inject(SEND, Fault::ServerError { status: 502, html: true });
    let path = format!("/channels/{}/messages", scene.channel);
    let (status, body) = scene.post(&path, json!({ "content": "x" })).await;
    assert_eq!((status, &body["retry_after"], &body["global"]), (429, &json!(1.5), &json!(true)));
    let (status, body) = scene.post(&path, json!({ "content": "x" })).await;
    assert_eq!((status, body), (403, json!({ "message": "Missing Permissions", "code": 50013 })));
    let request = scene.request(Method::POST, &path).header("Authorization", format!("Bot {TOKEN}"));
    let answer = request.json(&json!({ "content": "x" })).send().await.expect("an answer");
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["content-type"]),
        (502, &"text/html".parse().expect("valid"))
    );
    assert_eq!(scene.world.history(scene.channel), []);
}

#[tokio::test]
async fn waiting_ends_when_the_text_is_there_and_not_before() {
    let scene = Scene::start().await;
    let (world, channel) = (scene.world.clone(), scene.channel);
    let waiter =
        tokio::spawn(async move { world.wait_for_text(channel, "second", super::client::SOON).await });
    scene.post_text("first").await;
    scene.post_text("the second").await;
    let found = waiter.await.expect("no panic").expect("found");
    assert_eq!(found.text, "the second");
    assert_eq!(scene.world.wait_for_text(channel, "third", Duration::ZERO).await, None);
}
