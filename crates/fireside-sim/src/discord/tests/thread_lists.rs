//! Lists of archived threads, and locked ones.

use std::time::Duration;

use serde_json::{Value, json};

use super::client::Scene;
use crate::discord::permissions;

async fn start_thread(scene: &Scene, name: &str, kind: u8) -> u64 {
    let path = format!("/channels/{}/threads", scene.channel);
    let body = json!({ "name": name, "type": kind, "auto_archive_duration": 60 });
    let (status, thread) = scene.post(&path, body).await;
    assert_eq!(status, 201, "{thread}");
    thread["id"].as_str().expect("an id").parse().expect("a snowflake")
}

fn names(list: &Value) -> Vec<&str> {
    let threads = list["threads"].as_array().expect("a list");
    threads.iter().filter_map(|thread| thread["name"].as_str()).collect()
}

#[tokio::test]
async fn archived_threads_are_listed_by_kind_the_latest_first() {
    let scene = Scene::start().await;
    start_thread(&scene, "first", 11).await;
    start_thread(&scene, "hidden", 12).await;
    scene.world.advance(Duration::from_mins(1));
    start_thread(&scene, "second", 11).await;
    scene.world.advance(Duration::from_mins(59));
    scene.world.advance(Duration::from_mins(1));
    let archived = format!("/channels/{}/threads/archived", scene.channel);
    let (status, public) = scene.get(&format!("{archived}/public")).await;
    assert_eq!((status, names(&public), &public["has_more"]), (200, vec!["second", "first"], &json!(false)));
    let before = public["threads"][0]["thread_metadata"]["archive_timestamp"].as_str().expect("a time");
    let path = format!("{archived}/public?limit=1&before={}", before.replace('+', "%2B"));
    assert_eq!(names(&scene.get(&path).await.1), ["first"]);
    assert_eq!(names(&scene.get(&format!("{archived}/private")).await.1), ["hidden"]);
    let joined = format!("/channels/{}/users/@me/threads/archived/private", scene.channel);
    let (_, joined) = scene.get(&joined).await;
    assert_eq!((names(&joined), joined["members"].as_array().map(Vec::len)), (vec!["hidden"], Some(1)));
}

#[tokio::test]
async fn a_locked_thread_takes_messages_of_those_who_manage_threads_alone() {
    let scene = Scene::start().await;
    let thread = start_thread(&scene, "case", 11).await;
    scene.world.lock_thread(thread, scene.owner, true).expect("locked");
    let refused = scene.world.say(thread, scene.member, "x", None).expect_err("locked");
    assert_eq!(refused.to_string(), "Thread is locked");
    let path = format!("/channels/{thread}/messages");
    assert_eq!(scene.post(&path, json!({ "content": "still open to the bot" })).await.0, 200);
    let without = permissions::EVERYONE_DEFAULT;
    let guild = scene.world.add_guild_where_bot_may("Strict", scene.owner, without);
    let channel = scene.world.add_channel(guild, "general");
    let thread = scene.world.start_thread(channel, scene.owner, "case", None).expect("started");
    scene.world.lock_thread(thread, scene.owner, true).expect("locked");
    let (status, error) =
        scene.post(&format!("/channels/{thread}/messages"), json!({ "content": "x" })).await;
    assert_eq!((status, &error["code"]), (400, &json!(160_005)));
}
