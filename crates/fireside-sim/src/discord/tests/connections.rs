//! What connections ask for: compression, versions, shards, and their heartbeats.

use std::time::Duration;

use serde_json::json;

use super::client::{EVERYTHING, Gateway, SOON, Scene, TOKEN};
use crate::discord::{Limits, Options, World, intents};

fn identify(more: &serde_json::Value) -> serde_json::Value {
    let properties = json!({ "os": "x", "browser": "x", "device": "x" });
    let mut data = json!({ "token": TOKEN, "intents": EVERYTHING, "properties": properties });
    for (key, value) in more.as_object().into_iter().flatten() {
        data[key] = value.clone();
    }
    json!({ "op": 2, "d": data })
}

#[tokio::test]
async fn a_payload_is_compressed_when_identify_asks_for_it() {
    let scene = Scene::start().await;
    let mut gateway = scene.connect().await;
    gateway.send(&identify(&json!({ "compress": true }))).await;
    assert_eq!(gateway.inflated().await["t"], "READY");
    assert_eq!(gateway.inflated().await["t"], "GUILD_CREATE");
}

#[tokio::test]
async fn only_json_of_a_known_version_is_spoken() {
    let scene = Scene::start().await;
    for (query, code) in [("v=5&encoding=json", 4012), ("v=x", 4012), ("v=10&encoding=etf", 4002)] {
        let mut gateway = Gateway::open(&scene.gateway_url().await, query).await;
        assert_eq!(gateway.close_code().await, code, "{query}");
    }
}

#[tokio::test]
async fn a_shard_hears_of_its_guilds_and_shard_0_of_direct_messages() {
    let options = Options { shards: 2, limits: Limits::unlimited(), ..Options::default() };
    let scene = Scene::with_options(options).await;
    let (_, found) = scene.get("/gateway/bot").await;
    assert_eq!(found["shards"], 2);
    let mine = (scene.guild >> 22) % 2;
    let (mut with, mut without) = (scene.connect().await, scene.connect().await);
    with.send(&identify(&json!({ "shard": [mine, 2] }))).await;
    without.send(&identify(&json!({ "shard": [1 - mine, 2] }))).await;
    assert_eq!(with.event("READY").await["guilds"].as_array().map(Vec::len), Some(1));
    assert_eq!(without.event("READY").await["guilds"], json!([]));
    with.event("GUILD_CREATE").await;
    scene.world.say(scene.channel, scene.member, "in the guild", None).expect("sent");
    scene.world.say_directly(scene.member, "directly").expect("sent");
    assert_eq!(with.event("MESSAGE_CREATE").await["content"], "in the guild");
    let direct = if mine == 0 { &mut with } else { &mut without };
    assert_eq!(direct.event("MESSAGE_CREATE").await["content"], "directly");
}

#[tokio::test]
async fn a_wrong_shard_closes_with_4010_and_too_many_guilds_with_4011() {
    let scene = Scene::with(Limits { guilds_per_shard_max: 0, ..Limits::unlimited() }).await;
    for (shard, code) in [(json!([2, 2]), 4010), (json!("first"), 4010), (json!([0, 1]), 4011)] {
        let mut gateway = scene.connect().await;
        gateway.send(&identify(&json!({ "shard": shard }))).await;
        assert_eq!(gateway.close_code().await, code);
    }
}

#[tokio::test]
async fn shards_of_one_concurrency_bucket_identify_one_after_the_other() {
    let limits = Limits { identify_window_ms: 5_000, ..Limits::unlimited() };
    let scene = Scene::with_options(Options { max_concurrency: 2, limits, ..Options::default() }).await;
    let mut shards = Vec::new();
    for number in 0..3 {
        let mut gateway = scene.connect().await;
        gateway.send(&identify(&json!({ "shard": [number, 4] }))).await;
        shards.push(gateway.payload().await);
    }
    assert_eq!((&shards[0]["t"], &shards[1]["t"]), (&json!("READY"), &json!("READY")));
    assert_eq!(shards[2], json!({ "t": null, "s": null, "op": 9, "d": false }), "2 % 2 is 0 % 2");
    scene.world.advance(Duration::from_secs(5));
    let mut gateway = scene.connect().await;
    gateway.send(&identify(&json!({ "shard": [2, 4] }))).await;
    gateway.event("READY").await;
}

#[tokio::test]
async fn a_connection_without_heartbeats_is_closed_and_its_session_over() {
    let options = Options {
        heartbeat_interval_ms: 1,
        heartbeat_grace_ms: 50,
        limits: Limits::unlimited(),
        ..Options::default()
    };
    let scene = Scene::with_options(options).await;
    let mut gateway = scene.identify(EVERYTHING).await;
    assert_eq!(gateway.close_code().await, 4009);
    let gone = |world: &World| (world.gateway_connections() == 0).then_some(());
    scene.world.wait_for(gone, SOON).await.expect("the connection ends");
    assert_eq!(gateway.resume().await.payload().await["op"], 9);
}

#[tokio::test]
async fn only_unknown_opcodes_close_with_4001() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let presence = json!({ "since": null, "activities": [], "status": "online", "afk": false });
    gateway.send(&json!({ "op": 3, "d": presence })).await;
    gateway.send(&json!({ "op": 4, "d": { "guild_id": scene.guild.to_string(), "channel_id": null } })).await;
    gateway.send(&json!({ "op": 31, "d": { "guild_ids": [scene.guild.to_string()] } })).await;
    gateway.send(&json!({ "op": 1, "d": null })).await;
    assert_eq!(gateway.payload().await["op"], 11);
    gateway.send(&json!({ "op": 99, "d": null })).await;
    assert_eq!(gateway.close_code().await, 4001);
}

#[tokio::test]
async fn an_unknown_intent_closes_with_4013_and_polls_are_known() {
    let scene = Scene::start().await;
    let mut gateway = scene.connect().await;
    gateway.identify(TOKEN, 1 << 18).await;
    assert_eq!(gateway.close_code().await, 4013);
    let mut gateway = scene.connect().await;
    gateway.identify(TOKEN, intents::GUILD_MESSAGE_POLLS | intents::DIRECT_MESSAGE_POLLS).await;
    gateway.event("READY").await;
}

#[tokio::test]
async fn an_outage_silences_a_guild_until_it_is_over() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    scene.world.set_unavailable(scene.guild, true);
    let event = json!({ "id": scene.guild.to_string(), "unavailable": true });
    assert_eq!(gateway.event("GUILD_DELETE").await, event);
    scene.world.say(scene.channel, scene.member, "unheard", None).expect("sent");
    scene.world.set_unavailable(scene.guild, false);
    assert_eq!(gateway.event("GUILD_CREATE").await["unavailable"], json!(false));
}
