use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{EVERYTHING, Gateway, Scene};

/// A scene with `/join case:<text>` and a listening bot.
async fn scene_with_join() -> (Scene, Gateway) {
    let scene = Scene::start().await;
    let option = json!({ "type": 3, "name": "case", "description": "which", "required": true });
    let join = json!({ "name": "join", "description": "Join a case", "options": [option] });
    let path = format!("/applications/{}/guilds/{}/commands", scene.world.bot(), scene.guild);
    let (status, registered) = scene.call(Method::PUT, &path, json!([join])).await;
    assert_eq!((status, &registered[0]["type"]), (200, &json!(1)));
    assert!(registered[0]["version"].is_string());
    let gateway = scene.identify(EVERYTHING).await;
    (scene, gateway)
}

async fn run_join(scene: &Scene, gateway: &mut Gateway) -> Value {
    scene.world.run_command(scene.channel, scene.member, "join", &[("case", "7")]).expect("runs");
    gateway.event_among_others("INTERACTION_CREATE").await
}

fn callback(interaction: &Value) -> String {
    let text = |key: &str| interaction[key].as_str().expect("text");
    format!("/interactions/{}/{}/callback", text("id"), text("token"))
}

fn webhook(interaction: &Value) -> String {
    let text = |key: &str| interaction[key].as_str().expect("text");
    format!("/webhooks/{}/{}", text("application_id"), text("token"))
}

#[tokio::test]
async fn a_command_arrives_with_its_options_member_and_permissions() {
    let (scene, mut gateway) = scene_with_join().await;
    let interaction = run_join(&scene, &mut gateway).await;
    assert_eq!(interaction["data"]["options"], json!([{ "name": "case", "type": 3, "value": "7" }]));
    assert_eq!(interaction["member"]["user"]["id"], json!(scene.member.to_string()));
    for text in
        [&interaction["member"]["permissions"], &interaction["app_permissions"], &interaction["locale"]]
    {
        assert!(text.is_string());
    }
    assert!(scene.world.run_command(scene.channel, scene.member, "join", &[]).is_err(), "case is required");
    assert!(scene.world.run_command(scene.channel, scene.member, "leave", &[]).is_err(), "not registered");
}

#[tokio::test]
async fn an_interaction_is_answered_within_three_seconds_and_once() {
    let (scene, mut gateway) = scene_with_join().await;
    let answer = json!({ "type": 4, "data": { "content": "joined" } });
    let interaction = run_join(&scene, &mut gateway).await;
    assert_eq!(scene.post(&callback(&interaction), answer.clone()).await, (204, Value::Null));
    let (status, error) = scene.post(&callback(&interaction), answer.clone()).await;
    assert_eq!((status, &error["code"]), (400, &json!(40060)));
    let late = run_join(&scene, &mut gateway).await;
    scene.world.advance(Duration::from_secs(3));
    let (status, error) = scene.post(&callback(&late), answer).await;
    assert_eq!((status, &error["code"]), (404, &json!(10062)));
    assert_eq!(scene.world.history(scene.channel).len(), 1);
}

#[tokio::test]
async fn an_ephemeral_answer_is_seen_by_its_user_alone() {
    let (scene, mut gateway) = scene_with_join().await;
    let interaction = run_join(&scene, &mut gateway).await;
    let answer = json!({ "type": 4, "data": { "content": "between us", "flags": 64 } });
    let path = format!("{}?with_response=true", callback(&interaction));
    let (status, answered) = scene.post(&path, answer).await;
    assert_eq!((status, &answered["resource"]["message"]["flags"]), (200, &json!(64)));
    assert_eq!(answered["interaction"]["response_message_ephemeral"], json!(true));
    assert_eq!(scene.world.history(scene.channel), []);
    assert_eq!(scene.world.private_messages(scene.owner), []);
    assert_eq!(scene.world.private_messages(scene.member)[0].text, "between us");
    let (_, listed) = scene.get(&format!("/channels/{}/messages", scene.channel)).await;
    assert_eq!(listed, json!([]));
}

#[tokio::test]
async fn a_deferred_answer_is_filled_in_later() {
    let (scene, mut gateway) = scene_with_join().await;
    let interaction = run_join(&scene, &mut gateway).await;
    scene.post(&callback(&interaction), json!({ "type": 5 })).await;
    assert!(scene.world.history(scene.channel)[0].is_loading);
    let original = format!("{}/messages/@original", webhook(&interaction));
    scene.world.advance(Duration::from_mins(1));
    let (status, message) = scene.call(Method::PATCH, &original, json!({ "content": "done" })).await;
    assert_eq!((status, &message["content"]), (200, &json!("done")));
    let (status, follow_up) = scene.post(&webhook(&interaction), json!({ "content": "more" })).await;
    assert_eq!(status, 200);
    assert_ne!(follow_up["id"], message["id"]);
    scene.world.advance(Duration::from_mins(15));
    let (status, error) = scene.post(&webhook(&interaction), json!({ "content": "too late" })).await;
    assert_eq!((status, &error["code"]), (401, &json!(50027)));
}

#[tokio::test]
async fn a_button_updates_its_message_and_opens_a_modal() {
    let (scene, mut gateway) = scene_with_join().await;
    let button = |id: &str| json!({ "type": 2, "style": 1, "label": id, "custom_id": id });
    let rows = json!([{ "type": 1, "components": [button("edit"), button("ask")] }]);
    let body = json!({ "content": "card", "components": rows });
    let (_, card) = scene.post(&format!("/channels/{}/messages", scene.channel), body).await;
    let card: u64 = card["id"].as_str().expect("an id").parse().expect("a snowflake");
    scene.world.press(card, scene.member, "edit").expect("pressed");
    let pressed = gateway.event_among_others("INTERACTION_CREATE").await;
    assert_eq!((&pressed["type"], &pressed["message"]["content"]), (&json!(3), &json!("card")));
    let update = json!({ "type": 7, "data": { "content": "claimed", "components": rows } });
    assert_eq!(scene.post(&callback(&pressed), update).await.0, 204);
    assert_eq!(scene.world.history(scene.channel)[0].text, "claimed");
    scene.world.press(card, scene.member, "ask").expect("pressed");
    let pressed = gateway.event_among_others("INTERACTION_CREATE").await;
    let input = json!({ "type": 4, "custom_id": "why", "style": 2, "max_length": 10 });
    let label = json!({ "type": 18, "label": "Why?", "component": input });
    let modal = json!({ "custom_id": "reasons", "title": "Reasons", "components": [label] });
    assert_eq!(scene.post(&callback(&pressed), json!({ "type": 9, "data": modal })).await.0, 204);
    let open = scene.world.open_modal(scene.member).expect("open");
    assert_eq!((open.title.as_str(), open.fields[0].label.as_str()), ("Reasons", "Why?"));
    assert!(scene.world.submit_modal(scene.member, "reasons", &[("why", "far too long")]).is_err());
    scene.world.submit_modal(scene.member, "reasons", &[("Why?", "because")]).expect("submitted");
    let submitted = gateway.event_among_others("INTERACTION_CREATE").await;
    assert_eq!(submitted["data"]["components"][0]["component"]["value"], "because");
    let (status, error) = scene.post(&callback(&submitted), json!({ "type": 9, "data": modal })).await;
    assert_eq!((status, &error["code"]), (400, &json!(50035)), "a modal is no answer to a modal");
}
