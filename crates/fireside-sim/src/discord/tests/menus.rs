//! Menu commands, autocomplete and selects.

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{EVERYTHING, Gateway, Scene};

async fn registered(commands: Value) -> (Scene, Gateway) {
    let scene = Scene::start().await;
    let path = format!("/applications/{}/guilds/{}/commands", scene.world.bot(), scene.guild);
    let (status, body) = scene.call(Method::PUT, &path, commands).await;
    assert_eq!(status, 200, "{body}");
    let gateway = scene.identify(EVERYTHING).await;
    (scene, gateway)
}

fn callback(interaction: &Value) -> String {
    let text = |key: &str| interaction[key].as_str().expect("text");
    format!("/interactions/{}/{}/callback", text("id"), text("token"))
}

#[tokio::test]
async fn a_message_command_carries_the_message_with_its_content() {
    let (scene, mut gateway) = registered(json!([{ "type": 3, "name": "File as Bug" }])).await;
    let message = scene.world.say(scene.channel, scene.owner, "it crashes", None).expect("sent");
    gateway.event("MESSAGE_CREATE").await;
    let run = |user: u64| scene.world.run_message_command(scene.channel, user, "File as Bug", message);
    run(scene.member).expect("runs");
    let interaction = gateway.event("INTERACTION_CREATE").await;
    let (data, target) = (&interaction["data"], message.to_string());
    assert_eq!((&data["type"], &data["target_id"]), (&json!(3), &json!(target)));
    assert_eq!(data["resolved"]["messages"][&target]["content"], "it crashes");
    let answer = json!({ "type": 4, "data": { "content": "filed" } });
    let (_, answered) = scene.post(&format!("{}?with_response=1", callback(&interaction)), answer).await;
    let message = &answered["resource"]["message"];
    assert_eq!(message["type"], 23);
    assert_eq!(message["interaction_metadata"]["target_message_id"], json!(target));
    assert!(scene.world.run_message_command(scene.channel, scene.member, "File as Bug", 12).is_err());
}

#[tokio::test]
async fn a_user_command_carries_the_user_and_the_member() {
    let (scene, mut gateway) = registered(json!([{ "type": 2, "name": "Show Cases" }])).await;
    scene.world.run_user_command(scene.channel, scene.owner, "Show Cases", scene.member).expect("runs");
    let interaction = gateway.event("INTERACTION_CREATE").await;
    let (data, target) = (&interaction["data"], scene.member.to_string());
    assert_eq!((&data["type"], &data["target_id"]), (&json!(2), &json!(target)));
    assert_eq!(data["resolved"]["users"][&target]["username"], "mia");
    assert_eq!(data["resolved"]["members"][&target]["roles"], json!([]));
    assert!(scene.world.run_command(scene.channel, scene.owner, "Show Cases", &[]).is_err());
}

#[tokio::test]
async fn typing_in_an_option_is_answered_with_choices() {
    let option = |name: &str| json!({ "type": 3, "name": name, "description": "d", "required": true });
    let mut case = option("case");
    case["autocomplete"] = json!(true);
    let command = json!({ "name": "join", "description": "d", "options": [option("why"), case] });
    let (scene, mut gateway) = registered(json!([command])).await;
    let type_in =
        |option: (&str, &str)| scene.world.type_option(scene.channel, scene.member, "join", &[], option);
    assert!(type_in(("why", "x")).is_err(), "it completes nothing");
    let typed = type_in(("case", "ca")).expect("typed");
    let interaction = gateway.event("INTERACTION_CREATE").await;
    assert_eq!(interaction["type"], 4);
    let focused = json!([{ "name": "case", "type": 3, "value": "ca", "focused": true }]);
    assert_eq!(interaction["data"]["options"], focused);
    assert_eq!(scene.world.suggestions(typed), None);
    let message = json!({ "type": 4, "data": { "content": "no" } });
    assert_eq!(scene.post(&callback(&interaction), message).await.1["code"], 50035);
    let many: Value = (0..26).map(|at| json!({ "name": "n", "value": at.to_string() })).collect();
    let answer = |choices: Value| json!({ "type": 8, "data": { "choices": choices } });
    assert_eq!(scene.post(&callback(&interaction), answer(many)).await.1["code"], 50035);
    let numbers = json!([{ "name": "Case 7", "value": 7 }]);
    assert_eq!(scene.post(&callback(&interaction), answer(numbers)).await.1["code"], 50035);
    let choices = json!([{ "name": "Case 7", "value": "7" }]);
    assert_eq!(scene.post(&callback(&interaction), answer(choices)).await.0, 204);
    assert_eq!(scene.world.suggestions(typed), Some(vec![("Case 7".to_owned(), json!("7"))]));
}

#[tokio::test]
async fn only_an_autocomplete_is_answered_with_choices() {
    let (scene, mut gateway) = registered(json!([{ "name": "ping", "description": "d" }])).await;
    scene.world.run_command(scene.channel, scene.member, "ping", &[]).expect("runs");
    let interaction = gateway.event("INTERACTION_CREATE").await;
    let choices = json!({ "type": 8, "data": { "choices": [] } });
    assert_eq!(scene.post(&callback(&interaction), choices).await.1["code"], 50035);
}

#[tokio::test]
async fn selects_resolve_what_is_chosen_and_keep_their_bounds() {
    let (scene, mut gateway) = registered(json!([])).await;
    let select =
        |kind: u64, id: &str| json!({ "type": kind, "custom_id": id, "min_values": 1, "max_values": 2 });
    let kinds = [(5, "users"), (6, "roles"), (7, "anyone"), (8, "channels")];
    let rows: Value =
        kinds.iter().map(|(kind, name)| json!({ "type": 1, "components": [select(*kind, name)] })).collect();
    let body = json!({ "content": "choose", "components": rows });
    let (_, card) = scene.post(&format!("/channels/{}/messages", scene.channel), body).await;
    let card: u64 = card["id"].as_str().expect("an id").parse().expect("a snowflake");
    let role = scene.world.add_role(scene.guild, "staff", 0).to_string();
    let (owner, channel) = (scene.owner.to_string(), scene.channel.to_string());
    let choose = |name: &str, values: &[&str]| scene.world.choose(card, scene.member, name, values);
    choose("anyone", &[&owner, &role]).expect("chosen");
    let data = gateway.event_among_others("INTERACTION_CREATE").await["data"].clone();
    assert_eq!((&data["component_type"], &data["values"]), (&json!(7), &json!([owner, role])));
    assert_eq!(data["resolved"]["users"][&owner]["username"], "olga");
    assert_eq!(data["resolved"]["roles"][&role]["name"], "staff");
    choose("channels", &[&channel]).expect("chosen");
    let data = gateway.event("INTERACTION_CREATE").await["data"].clone();
    assert_eq!(data["resolved"]["channels"][&channel]["type"], 0);
    assert!(choose("users", &[]).is_err(), "one at least");
    assert!(choose("users", &[&role]).is_err(), "a role is no user");
    assert!(choose("roles", &[&role, &role]).is_err(), "nothing twice");
}

#[tokio::test]
async fn an_option_of_a_select_is_found_by_its_label_or_its_value() {
    let (scene, mut gateway) = registered(json!([])).await;
    let options = json!([{ "label": "Red", "value": "a:1" }, { "label": "a:1", "value": "a:2" }]);
    let select = json!({ "type": 3, "custom_id": "colour", "options": options });
    let body = json!({ "content": "choose", "components": [{ "type": 1, "components": [select] }] });
    let (_, card) = scene.post(&format!("/channels/{}/messages", scene.channel), body).await;
    let card: u64 = card["id"].as_str().expect("an id").parse().expect("a snowflake");
    // A value goes before a label that reads the same.
    for (named, value) in [("Red", "a:1"), ("a:1", "a:1"), ("a:2", "a:2")] {
        scene.world.choose(card, scene.member, "colour", &[named]).expect("it is offered");
        let chosen = gateway.event_among_others("INTERACTION_CREATE").await["data"]["values"].clone();
        assert_eq!(chosen, json!([value]), "{named}");
    }
    assert!(scene.world.choose(card, scene.member, "colour", &["Blue"]).is_err());
}

#[tokio::test]
async fn the_control_api_types_runs_and_reads() {
    let mut case = json!({ "type": 3, "name": "case", "description": "d" });
    case["autocomplete"] = json!(true);
    let join = json!({ "name": "join", "description": "d", "options": [case] });
    let (scene, mut gateway) = registered(json!([join, { "type": 2, "name": "Who" }])).await;
    let (channel, user) = (scene.channel.to_string(), scene.member.to_string());
    let typed = json!({ "channel": channel, "user": user, "command": "join", "option": "case", "text": "7" });
    let (status, typed) = scene.control(Method::POST, "/type_option", typed).await;
    assert_eq!(status, 200, "{typed}");
    let interaction = gateway.event("INTERACTION_CREATE").await;
    let choices = json!({ "type": 8, "data": { "choices": [{ "name": "Case 7", "value": "7" }] } });
    assert_eq!(scene.post(&callback(&interaction), choices).await.0, 204);
    let path = format!("/suggestions?interaction={}", typed["ok"].as_str().expect("an id"));
    let (_, shown) = scene.control(Method::GET, &path, Value::Null).await;
    assert_eq!(shown, json!([{ "name": "Case 7", "value": "7" }]));
    let who =
        json!({ "channel": channel, "user": user, "command": "Who", "target": scene.owner.to_string() });
    assert_eq!(scene.control(Method::POST, "/run_user_command", who).await.0, 200);
    assert_eq!(gateway.event("INTERACTION_CREATE").await["data"]["type"], 2);
    let mute = json!({ "channel": channel, "member": user, "deny": "2048" });
    assert_eq!(scene.control(Method::POST, "/set_overwrite", mute).await.0, 200);
    let path = format!("/permissions?channel={channel}&user={user}");
    let (_, held) = scene.control(Method::GET, &path, Value::Null).await;
    let held: u64 = held.as_str().and_then(|bits| bits.parse().ok()).expect("bits");
    assert_eq!(held & crate::discord::permissions::SEND_MESSAGES, 0);
    let wrong = scene.control(Method::POST, "/set_locale", json!({ "user": user, "locale": "xx" })).await;
    assert_eq!(wrong.0, 400);
}
