use std::time::Duration;

use reqwest::Method;
use serde_json::json;

use super::client::{EVERYTHING, Scene};
use crate::discord::Limits;

async fn thread_from_message(scene: &Scene) -> u64 {
    let message = scene.post_text("case 1").await;
    let path = format!("/channels/{}/messages/{message}/threads", scene.channel);
    let (status, thread) = scene.post(&path, json!({ "name": "case-1" })).await;
    assert_eq!((status, &thread["id"]), (201, &json!(message)), "a thread has its message's id");
    message.parse().expect("a snowflake")
}

#[tokio::test]
async fn a_message_has_one_thread() {
    let scene = Scene::start().await;
    let thread = thread_from_message(&scene).await;
    let path = format!("/channels/{}/messages/{thread}/threads", scene.channel);
    let (status, error) = scene.post(&path, json!({ "name": "again" })).await;
    assert_eq!((status, &error["code"]), (400, &json!(160_004)));
    assert_eq!(scene.world.threads(scene.channel).len(), 1);
    assert_eq!(scene.world.history(scene.channel)[0].thread, Some(thread));
}

#[tokio::test]
async fn a_guild_has_only_so_many_active_threads() {
    let scene = Scene::with(Limits { active_threads_max: 1, ..Limits::unlimited() }).await;
    thread_from_message(&scene).await;
    let path = format!("/channels/{}/threads", scene.channel);
    let (status, error) = scene.post(&path, json!({ "name": "one more", "type": 11 })).await;
    assert_eq!((status, &error["code"]), (400, &json!(160_006)));
}

#[tokio::test]
async fn a_private_thread_is_seen_by_its_members() {
    let scene = Scene::start().await;
    let path = format!("/channels/{}/threads", scene.channel);
    let (status, thread) = scene.post(&path, json!({ "name": "case-7", "type": 12 })).await;
    assert_eq!((status, &thread["type"]), (201, &json!(12)));
    let thread: u64 = thread["id"].as_str().expect("an id").parse().expect("a snowflake");
    assert!(scene.world.say(thread, scene.member, "hello?", None).is_err());
    let member = format!("/channels/{thread}/thread-members/{}", scene.member);
    assert_eq!(scene.get(&member).await.1["code"], 10007);
    assert_eq!(scene.call(Method::PUT, &member, json!(null)).await.0, 204);
    assert_eq!(scene.get(&member).await.0, 200);
    assert!(scene.world.say(thread, scene.member, "hello", None).is_ok());
    assert_eq!(scene.call(Method::DELETE, &member, json!(null)).await.0, 204);
    assert!(scene.world.say(thread, scene.member, "still here?", None).is_err());
}

#[tokio::test]
async fn talking_wakes_an_archived_thread_unless_it_is_locked() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let thread = thread_from_message(&scene).await;
    let messages = format!("/channels/{thread}/messages");
    scene.world.archive_thread(thread, scene.owner, true).expect("archived");
    let archived = gateway.event_among_others("THREAD_UPDATE").await;
    assert_eq!(archived["thread_metadata"]["archived"], json!(true));
    assert_eq!(scene.post(&messages, json!({ "content": "woken" })).await.0, 200);
    let woken = gateway.event("THREAD_UPDATE").await;
    assert_eq!(woken["thread_metadata"]["archived"], json!(false));
    scene.world.lock_thread(thread, scene.owner, true).expect("locked");
    scene.world.archive_thread(thread, scene.owner, true).expect("archived");
    let (status, error) = scene.post(&messages, json!({ "content": "too late" })).await;
    assert_eq!((status, &error["code"]), (400, &json!(50083)));
}

#[tokio::test]
async fn a_quiet_thread_archives_itself() {
    let scene = Scene::start().await;
    let thread = thread_from_message(&scene).await;
    scene.world.advance(Duration::from_hours(24));
    assert!(scene.world.thread(thread).is_some_and(|thread| thread.is_archived));
}

#[tokio::test]
async fn a_deleted_thread_is_unknown() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let thread = thread_from_message(&scene).await;
    scene.world.delete_channel(thread).expect("deleted");
    let deleted = gateway.event_among_others("THREAD_DELETE").await;
    assert_eq!(deleted["parent_id"], json!(scene.channel.to_string()));
    let (status, error) =
        scene.post(&format!("/channels/{thread}/messages"), json!({ "content": "x" })).await;
    assert_eq!((status, &error["code"]), (404, &json!(10003)));
}
