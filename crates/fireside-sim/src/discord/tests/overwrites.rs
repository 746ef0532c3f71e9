//! Overwrites of a channel, and the threads that come into sight.

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{EVERYTHING, Scene};
use crate::discord::permissions::{
    ATTACH_FILES, MANAGE_CHANNELS, MENTION_EVERYONE, SEND_MESSAGES, VIEW_CHANNEL,
};

fn path(scene: &Scene, target: u64) -> String {
    format!("/channels/{}/permissions/{target}", scene.channel)
}

#[tokio::test]
async fn an_overwrite_is_set_heard_and_taken_away() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let path = path(&scene, scene.member);
    let deny = json!({ "type": 1, "allow": "0", "deny": SEND_MESSAGES.to_string() });
    assert_eq!(scene.call(Method::PUT, &path, deny).await, (204, Value::Null));
    let overwrites = gateway.event("CHANNEL_UPDATE").await["permission_overwrites"].clone();
    let id = scene.member.to_string();
    assert_eq!(overwrites, json!([{ "id": id, "type": 1, "allow": "0", "deny": "2048" }]));
    assert!(scene.world.say(scene.channel, scene.member, "x", None).is_err());
    assert_eq!(scene.call(Method::DELETE, &path, Value::Null).await.0, 204);
    assert!(scene.world.say(scene.channel, scene.member, "x", None).is_ok());
    assert_eq!(scene.call(Method::DELETE, &path, Value::Null).await.1["code"], 10009);
}

#[tokio::test]
async fn the_bot_grants_only_what_it_holds() {
    let scene = Scene::start().await;
    let kick = json!({ "type": 0, "allow": "2", "deny": "0" });
    let (status, error) = scene.call(Method::PUT, &path(&scene, scene.guild), kick).await;
    assert_eq!((status, &error["code"]), (403, &json!(50013)));
    let unknown = json!({ "type": 0, "allow": "0", "deny": "0" });
    assert_eq!(scene.call(Method::PUT, &path(&scene, 12), unknown).await.1["code"], 10009);
}

#[tokio::test]
async fn a_members_overwrite_outdoes_its_roles_and_theirs_everyones() {
    let scene = Scene::start().await;
    let role = scene.world.add_role(scene.guild, "staff", 0);
    scene.world.give_role(scene.guild, scene.member, role).expect("given");
    let set = |target: u64, is_for_member: bool, allow: u64, deny: u64| {
        scene.world.set_overwrite(scene.channel, target, is_for_member, allow, deny).expect("set");
        scene.world.permissions_in(scene.channel, scene.member)
    };
    assert_eq!(set(scene.guild, false, 0, VIEW_CHANNEL), 0, "who doesn't see it may nothing there");
    assert_ne!(set(role, false, VIEW_CHANNEL | MANAGE_CHANNELS, 0) & MANAGE_CHANNELS, 0);
    let muted = set(scene.member, true, 0, SEND_MESSAGES);
    assert_eq!(
        muted & (SEND_MESSAGES | ATTACH_FILES | MENTION_EVERYONE),
        0,
        "what goes with sending goes too"
    );
    assert_ne!(muted & VIEW_CHANNEL, 0);
}

#[tokio::test]
async fn the_threads_of_a_channel_that_comes_into_sight_are_told() {
    let scene = Scene::start().await;
    scene.world.set_overwrite(scene.channel, scene.guild, false, 0, VIEW_CHANNEL).expect("set");
    let thread = scene.world.start_thread(scene.channel, scene.owner, "inside", None).expect("started");
    let mut gateway = scene.identify(EVERYTHING).await;
    scene.world.set_overwrite(scene.channel, scene.guild, false, 0, 0).expect("set");
    gateway.event("CHANNEL_UPDATE").await;
    let sync = gateway.event("THREAD_LIST_SYNC").await;
    assert_eq!(sync["channel_ids"], json!([scene.channel.to_string()]));
    assert_eq!(sync["threads"][0]["id"], json!(thread.to_string()));
}
