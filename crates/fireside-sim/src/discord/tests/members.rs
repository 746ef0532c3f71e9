//! Requests for members over the gateway.

use serde_json::{Value, json};

use super::client::{EVERYTHING, Scene};
use crate::discord::{Limits, intents};

fn request(scene: &Scene, more: &Value) -> Value {
    let mut data = json!({ "guild_id": scene.guild.to_string() });
    for (key, value) in more.as_object().into_iter().flatten() {
        data[key] = value.clone();
    }
    json!({ "op": 8, "d": data })
}

fn names(chunk: &Value) -> Vec<&str> {
    let members = chunk["members"].as_array().expect("a list");
    members.iter().filter_map(|member| member["user"]["username"].as_str()).collect()
}

#[tokio::test]
async fn members_are_found_by_name_and_by_id() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    gateway.send(&request(&scene, &json!({ "query": "M", "limit": 5, "nonce": "n1" }))).await;
    let chunk = gateway.event("GUILD_MEMBERS_CHUNK").await;
    assert_eq!((names(&chunk), &chunk["nonce"]), (vec!["mia"], &json!("n1")));
    let stranger = scene.world.add_user("stranger").to_string();
    let wanted = json!({ "user_ids": [scene.owner.to_string(), stranger] });
    gateway.send(&request(&scene, &wanted)).await;
    let chunk = gateway.event("GUILD_MEMBERS_CHUNK").await;
    assert_eq!((names(&chunk), &chunk["not_found"]), (vec!["olga"], &json!([stranger])));
    assert_eq!(chunk.get("presences"), None, "nobody asked for presences");
}

#[tokio::test]
async fn all_members_come_in_chunks_of_a_thousand() {
    let scene = Scene::start().await;
    for number in 0..1_200 {
        let user = scene.world.add_user(&format!("user{number}"));
        scene.world.add_member(scene.guild, user);
    }
    let mut gateway = scene.identify(EVERYTHING | intents::GUILD_PRESENCES).await;
    gateway.send(&request(&scene, &json!({ "query": "", "limit": 0, "presences": true }))).await;
    let first = gateway.event("GUILD_MEMBERS_CHUNK").await;
    let second = gateway.event("GUILD_MEMBERS_CHUNK").await;
    assert_eq!((names(&first).len(), names(&second).len()), (1_000, 203));
    assert_eq!((&second["chunk_index"], &second["chunk_count"]), (&json!(1), &json!(2)));
    assert_eq!(second["presences"].as_array().map(Vec::len), Some(203));
}

#[tokio::test]
async fn all_members_are_given_once_in_a_while_and_by_the_intent() {
    let limits = Limits { member_request_window_ms: 30_000, ..Limits::unlimited() };
    let scene = Scene::with(limits).await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let all = request(&scene, &json!({ "query": "", "limit": 0, "nonce": "again" }));
    gateway.send(&all).await;
    gateway.event("GUILD_MEMBERS_CHUNK").await;
    gateway.send(&all).await;
    let limited = gateway.event("RATE_LIMITED").await;
    assert_eq!((&limited["opcode"], &limited["retry_after"]), (&json!(8), &json!(30.0)));
    assert_eq!(limited["meta"], json!({ "guild_id": scene.guild.to_string(), "nonce": "again" }));
    let mut without = scene.identify(EVERYTHING & !intents::GUILD_MEMBERS).await;
    without.send(&all).await;
    assert_eq!(without.close_code().await, 4014);
}
