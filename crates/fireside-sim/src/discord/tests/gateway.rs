use std::time::Duration;

use serde_json::json;

use super::client::{EVERYTHING, Gateway, SOON, Scene, TOKEN};
use crate::discord::{Limits, Options, intents};

#[tokio::test]
async fn identifying_gives_ready_and_the_full_guild() {
    let scene = Scene::start().await;
    let mut gateway = scene.connect().await;
    gateway.identify(TOKEN, EVERYTHING).await;
    let ready = gateway.event("READY").await;
    assert_eq!(ready["guilds"], json!([{ "id": scene.guild.to_string(), "unavailable": true }]));
    assert!(ready["resume_gateway_url"].as_str().is_some_and(|url| url.starts_with("ws://127.0.0.1:")));
    let guild = gateway.event("GUILD_CREATE").await;
    assert_eq!(guild["channels"][0]["id"], json!(scene.channel.to_string()));
    assert_eq!(guild["member_count"], 3);
    let members = guild["members"].as_array().expect("a list");
    assert_eq!(members.len(), 1, "without the presence intent only the bot itself");
    gateway.send(&json!({ "op": 1, "d": gateway.sequence })).await;
    assert_eq!(gateway.payload().await["op"], 11);
}

#[tokio::test]
async fn a_wrong_token_closes_with_4004() {
    let scene = Scene::start().await;
    let mut gateway = scene.connect().await;
    gateway.identify("wrong", EVERYTHING).await;
    assert_eq!(gateway.close_code().await, 4004);
}

#[tokio::test]
async fn an_intent_that_was_not_granted_closes_with_4014() {
    let granted = intents::GUILD_MEMBERS;
    let scene = Scene::with_options(Options { privileged_intents: granted, ..Options::default() }).await;
    let mut gateway = scene.connect().await;
    gateway.identify(TOKEN, intents::MESSAGE_CONTENT).await;
    assert_eq!(gateway.close_code().await, 4014);
}

#[tokio::test]
async fn a_resumed_session_hears_what_it_missed_in_order() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    scene.world.say(scene.channel, scene.member, "one", None).expect("sent");
    gateway.event("MESSAGE_CREATE").await;
    let (session, sequence) = (gateway.session.clone(), gateway.sequence);
    scene.world.gateway_close(None);
    for text in ["two", "three"] {
        scene.world.say(scene.channel, scene.member, text, None).expect("sent");
    }
    let mut resumed = gateway.resume().await;
    for text in ["two", "three"] {
        assert_eq!(resumed.event("MESSAGE_CREATE").await["content"], text);
    }
    resumed.event("RESUMED").await;
    assert_eq!((resumed.session.as_str(), resumed.sequence), (session.as_str(), sequence + 3));
}

#[tokio::test]
async fn a_session_can_not_be_resumed_after_its_window() {
    let scene = Scene::with(Limits { resume_window_ms: 1_000, ..Limits::unlimited() }).await;
    let gateway = scene.identify(EVERYTHING).await;
    let session = gateway.session.clone();
    scene.world.gateway_close(Some(4000));
    let gone = |world: &crate::discord::World| (world.gateway_connections() == 0).then_some(());
    scene.world.wait_for(gone, SOON).await.expect("the connection ends");
    scene.world.advance(Duration::from_secs(1));
    let mut resumed = gateway.resume().await;
    assert_eq!(resumed.session, session);
    assert_eq!(resumed.payload().await, json!({ "t": null, "s": null, "op": 9, "d": false }));
    resumed.identify(TOKEN, EVERYTHING).await;
    resumed.event("READY").await;
}

#[tokio::test]
async fn closing_with_1000_ends_the_session() {
    let scene = Scene::start().await;
    let gateway = scene.identify(EVERYTHING).await;
    let (session, sequence) = (gateway.session.clone(), gateway.sequence);
    gateway.close(1000).await;
    let gone = |world: &crate::discord::World| (world.gateway_connections() == 0).then_some(());
    scene.world.wait_for(gone, SOON).await.expect("the connection ends");
    let mut next = scene.connect().await;
    let data = json!({ "token": TOKEN, "session_id": session, "seq": sequence });
    next.send(&json!({ "op": 6, "d": data })).await;
    assert_eq!(next.payload().await["op"], 9);
}

#[tokio::test]
async fn an_invalidated_session_identifies_again_on_its_connection() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    scene.world.gateway_invalidate(false);
    assert_eq!(gateway.payload().await["d"], json!(false));
    gateway.identify(TOKEN, EVERYTHING).await;
    let ready = gateway.event("READY").await;
    assert_ne!(ready["session_id"], json!(gateway.session));
}

#[tokio::test]
async fn reconnect_and_silence_happen_on_demand() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    scene.world.gateway_silence(true);
    gateway.send(&json!({ "op": 1, "d": null })).await;
    scene.world.gateway_reconnect();
    assert_eq!(gateway.payload().await["op"], 7, "no heartbeat was acknowledged before");
}

#[tokio::test]
async fn sending_too_much_closes_with_4008() {
    let scene = Scene::with(Limits { gateway_sends_per_minute: 3, ..Limits::unlimited() }).await;
    let mut gateway = scene.identify(EVERYTHING).await;
    for _ in 0..3 {
        gateway.send(&json!({ "op": 1, "d": null })).await;
    }
    assert_eq!(gateway.close_code().await, 4008);
}

#[tokio::test]
async fn without_the_content_intent_only_what_concerns_the_bot_has_content() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING & !intents::MESSAGE_CONTENT).await;
    let mention = format!("<@{}> hello", scene.world.bot());
    scene.world.say(scene.channel, scene.member, "to others", None).expect("sent");
    scene.world.say(scene.channel, scene.member, &mention, None).expect("sent");
    scene.world.say_directly(scene.member, "directly").expect("sent");
    let first = gateway.event("MESSAGE_CREATE").await;
    assert_eq!((&first["content"], &first["guild_id"]), (&json!(""), &json!(scene.guild.to_string())));
    assert!(first["member"]["roles"].is_array());
    assert_eq!(gateway.event("MESSAGE_CREATE").await["content"], json!(mention));
    let direct = gateway.event("MESSAGE_CREATE").await;
    assert_eq!((&direct["content"], direct.get("guild_id")), (&json!("directly"), None));
}

#[tokio::test]
async fn the_day_has_only_so_many_session_starts() {
    let scene = Scene::with(Limits { session_starts_per_day: 1, ..Limits::unlimited() }).await;
    scene.identify(EVERYTHING).await;
    let (_, found) = scene.get("/gateway/bot").await;
    assert_eq!(found["session_start_limit"]["remaining"], 0);
    let mut second = Gateway::connect(found["url"].as_str().expect("a URL")).await;
    second.identify(TOKEN, EVERYTHING).await;
    assert_eq!(second.close_code().await, 4004);
}

#[tokio::test]
async fn nothing_is_heard_of_a_guild_the_bot_was_kicked_from() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    scene.world.kick_bot(scene.guild);
    scene.world.say(scene.channel, scene.member, "unheard", None).expect("sent");
    scene.world.add_bot(scene.guild);
    assert_eq!(gateway.event("GUILD_DELETE").await["id"], json!(scene.guild.to_string()));
    assert_eq!(gateway.event("GUILD_CREATE").await["id"], json!(scene.guild.to_string()));
}
