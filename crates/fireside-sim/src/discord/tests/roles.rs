//! Roles, their order, members and bans.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{EVERYTHING, Scene};
use crate::discord::permissions;

const KEEPER: u64 = permissions::BOT_DEFAULT
    | permissions::KICK_MEMBERS
    | permissions::BAN_MEMBERS
    | permissions::MANAGE_NICKNAMES
    | permissions::MODERATE_MEMBERS;

/// A scene whose bot may tend members, and its guild's path.
async fn scene_of_keeper() -> (Scene, String) {
    let mut scene = Scene::start().await;
    scene.guild = scene.world.add_guild_where_bot_may("Kept", scene.owner, KEEPER);
    scene.world.add_member(scene.guild, scene.member);
    let path = format!("/guilds/{}", scene.guild);
    (scene, path)
}

fn code((status, body): (u16, Value)) -> (u16, Value) {
    (status, body["code"].clone())
}

#[tokio::test]
async fn a_role_is_made_changed_moved_and_deleted_and_each_is_heard() {
    let (scene, guild) = scene_of_keeper().await;
    let mut gateway = scene.connect().await;
    gateway.identify(super::client::TOKEN, EVERYTHING).await;
    gateway.event("READY").await;
    let body = json!({ "name": "staff", "permissions": "1024", "mentionable": true, "color": 255 });
    let (status, role) = scene.post(&format!("{guild}/roles"), body).await;
    assert_eq!((status, &role["name"], &role["position"]), (200, &json!("staff"), &json!(1)));
    assert_eq!(role["colors"]["primary_color"], 255);
    let path = format!("{guild}/roles/{}", role["id"].as_str().expect("an id"));
    assert_eq!(gateway.event_among_others("GUILD_ROLE_CREATE").await["role"], role);
    assert_eq!(scene.call(Method::PATCH, &path, json!({ "name": "team" })).await.1["name"], "team");
    assert_eq!(gateway.event("GUILD_ROLE_UPDATE").await["role"]["name"], "team");
    assert_eq!(scene.get(&path).await.1["permissions"], "1024");
    assert_eq!(scene.call(Method::DELETE, &path, Value::Null).await.0, 204);
    assert_eq!(gateway.event("GUILD_ROLE_DELETE").await["role_id"], role["id"]);
    assert_eq!(code(scene.get(&path).await), (404, json!(10011)));
}

#[tokio::test]
async fn only_roles_below_the_bots_own_are_given_and_changed() {
    let (scene, guild) = scene_of_keeper().await;
    let low = scene.world.add_role(scene.guild, "low", 0);
    let high = scene.world.add_role(scene.guild, "high", 0);
    scene.world.move_role(scene.guild, high, 99);
    let member = format!("{guild}/members/{}/roles", scene.member);
    assert_eq!(scene.call(Method::PUT, &format!("{member}/{low}"), Value::Null).await.0, 204);
    let refused = (403, json!(50013));
    assert_eq!(code(scene.call(Method::PUT, &format!("{member}/{high}"), Value::Null).await), refused);
    let rename = json!({ "name": "mine" });
    let roles = format!("{guild}/roles");
    assert_eq!(code(scene.call(Method::PATCH, &format!("{roles}/{high}"), rename).await), refused);
    let lift = json!([{ "id": low.to_string(), "position": 3 }]);
    assert_eq!(code(scene.call(Method::PATCH, &roles, lift).await), refused);
    let grant = json!({ "permissions": permissions::ADMINISTRATOR.to_string() });
    assert_eq!(code(scene.call(Method::PATCH, &format!("{roles}/{low}"), grant).await), refused);
    let unknown = scene.call(Method::PUT, &format!("{member}/12"), Value::Null).await;
    assert_eq!(code(unknown), (404, json!(10011)));
}

#[tokio::test]
async fn roles_change_places() {
    let (scene, guild) = scene_of_keeper().await;
    let first = scene.world.add_role(scene.guild, "first", 0);
    let second = scene.world.add_role(scene.guild, "second", 0);
    let moves = json!([{ "id": first.to_string(), "position": 1 }]);
    let (status, roles) = scene.call(Method::PATCH, &format!("{guild}/roles"), moves).await;
    let position = |role: u64| {
        let found = roles.as_array().into_iter().flatten().find(|it| it["id"] == json!(role.to_string()));
        found.map(|role| role["position"].clone())
    };
    assert_eq!((status, position(first), position(second)), (200, Some(json!(1)), Some(json!(2))));
}

#[tokio::test]
async fn a_member_is_renamed_given_roles_and_silenced() {
    let (scene, guild) = scene_of_keeper().await;
    let role = scene.world.add_role(scene.guild, "vip", 0);
    let room = scene.world.add_channel(scene.guild, "room");
    let path = format!("{guild}/members/{}", scene.member);
    let changes = json!({ "nick": "Mimi", "roles": [role.to_string()] });
    let (status, member) = scene.call(Method::PATCH, &path, changes).await;
    assert_eq!(
        (status, &member["nick"], &member["roles"]),
        (200, &json!("Mimi"), &json!([role.to_string()]))
    );
    let (_, found) = scene.get(&format!("{guild}/members/search?query=mim&limit=5")).await;
    assert_eq!(found[0]["user"]["username"], "mia");
    scene.world.time_out(scene.guild, scene.member, Some(Duration::from_mins(5))).expect("a member");
    assert!(scene.world.say(room, scene.member, "silenced", None).is_err());
    scene.world.advance(Duration::from_mins(5));
    assert!(scene.world.say(room, scene.member, "again", None).is_ok());
    let until = json!({ "communication_disabled_until": "2099-01-01T00:00:00Z" });
    assert_eq!(code(scene.call(Method::PATCH, &path, until).await), (400, json!(50035)));
    let owner = format!("{guild}/members/{}", scene.owner);
    let renamed = scene.call(Method::PATCH, &owner, json!({ "nick": "x" })).await;
    assert_eq!(code(renamed), (403, json!(50013)), "nobody outranks the owner");
}

#[tokio::test]
async fn the_kicked_may_come_back_and_the_banned_not() {
    let (scene, guild) = scene_of_keeper().await;
    let member = format!("{guild}/members/{}", scene.member);
    let ban = format!("{guild}/bans/{}", scene.member);
    assert_eq!(scene.call(Method::DELETE, &member, Value::Null).await.0, 204);
    scene.world.add_member(scene.guild, scene.member);
    assert_eq!(scene.get(&member).await.0, 200);
    assert_eq!(code(scene.get(&ban).await), (404, json!(10026)));
    assert_eq!(scene.call(Method::PUT, &ban, json!({})).await.0, 204);
    scene.world.add_member(scene.guild, scene.member);
    assert_eq!(code(scene.get(&member).await), (404, json!(10007)));
    assert_eq!(scene.get(&ban).await.1["user"]["username"], "mia");
    assert_eq!(scene.call(Method::DELETE, &ban, Value::Null).await.0, 204);
    scene.world.add_member(scene.guild, scene.member);
    assert_eq!(scene.get(&member).await.0, 200);
}
