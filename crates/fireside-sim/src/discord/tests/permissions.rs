use reqwest::Method;
use serde_json::json;

use super::client::{EVERYTHING, Scene};
use crate::discord::permissions;

#[tokio::test]
async fn a_channel_the_bot_does_not_see_is_missing_access_and_silent() {
    let scene = Scene::start().await;
    let other = scene.world.add_channel(scene.guild, "other");
    let mut gateway = scene.identify(EVERYTHING).await;
    let deny = permissions::VIEW_CHANNEL.to_string();
    let hide = json!([{ "id": scene.guild.to_string(), "type": 0, "allow": "0", "deny": deny }]);
    let path = format!("/channels/{}", scene.channel);
    let (status, _) = scene.call(Method::PATCH, &path, json!({ "permission_overwrites": hide })).await;
    assert_eq!(status, 200);
    let (status, error) = scene.get(&format!("{path}/messages")).await;
    assert_eq!((status, &error["code"]), (403, &json!(50001)));
    scene.world.say(scene.channel, scene.owner, "unseen", None).expect("sent");
    scene.world.say(other, scene.owner, "seen", None).expect("sent");
    gateway.event("CHANNEL_UPDATE").await;
    assert_eq!(gateway.event("MESSAGE_CREATE").await["content"], "seen");
}

#[tokio::test]
async fn sending_without_the_permission_is_refused() {
    let scene = Scene::start().await;
    let deny = permissions::SEND_MESSAGES.to_string();
    let mute = json!([{ "id": scene.guild.to_string(), "type": 0, "allow": "0", "deny": deny }]);
    let everyone_overwrite = json!({ "permission_overwrites": mute });
    let path = format!("/channels/{}", scene.channel);
    assert_eq!(scene.call(Method::PATCH, &path, everyone_overwrite).await.0, 200);
    let (status, error) = scene.post(&format!("{path}/messages"), json!({ "content": "x" })).await;
    assert_eq!((status, &error["code"]), (403, &json!(50013)));
    assert!(scene.world.say(scene.channel, scene.member, "x", None).is_err());
    assert!(scene.world.say(scene.channel, scene.owner, "x", None).is_ok(), "the owner may anything");
}

#[tokio::test]
async fn a_private_channel_is_for_its_roles() {
    let scene = Scene::start().await;
    let staff = scene.world.add_role(scene.guild, "staff", 0);
    let room = scene.world.add_private_channel(scene.guild, "staff", &[staff]);
    assert!(scene.world.say(room, scene.member, "let me in", None).is_err());
    scene.world.give_role(scene.guild, scene.member, staff).expect("given");
    assert!(scene.world.say(room, scene.member, "thanks", None).is_ok());
}

#[tokio::test]
async fn a_role_change_is_heard_with_the_roles_left() {
    let scene = Scene::start().await;
    let staff = scene.world.add_role(scene.guild, "staff", 0);
    let mut gateway = scene.identify(EVERYTHING).await;
    scene.world.give_role(scene.guild, scene.member, staff).expect("given");
    scene.world.take_role(scene.guild, scene.member, staff).expect("taken");
    assert_eq!(gateway.event("GUILD_MEMBER_UPDATE").await["roles"], json!([staff.to_string()]));
    assert_eq!(gateway.event("GUILD_MEMBER_UPDATE").await["roles"], json!([]));
}

#[tokio::test]
async fn closed_direct_messages_give_50007() {
    let scene = Scene::start().await;
    let recipient = json!({ "recipient_id": scene.member.to_string() });
    let (status, channel) = scene.post("/users/@me/channels", recipient).await;
    assert_eq!((status, &channel["type"]), (200, &json!(1)));
    let path = format!("/channels/{}/messages", channel["id"].as_str().expect("an id"));
    assert_eq!(scene.post(&path, json!({ "content": "hello" })).await.0, 200);
    scene.world.set_takes_direct_messages(scene.member, false);
    let (status, error) = scene.post(&path, json!({ "content": "hello?" })).await;
    assert_eq!((status, &error["code"]), (403, &json!(50007)));
}
