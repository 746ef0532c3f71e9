//! Modals with every kind of field.

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{EVERYTHING, Gateway, Scene};
use crate::discord::Upload;

fn callback(interaction: &Value) -> String {
    let text = |key: &str| interaction[key].as_str().expect("text");
    format!("/interactions/{}/{}/callback", text("id"), text("token"))
}

fn label(name: &str, component: Value) -> Value {
    json!({ "type": 18, "label": name, "component": component })
}

/// A scene where a modal of these components is open before the member.
async fn opened(components: Value) -> (Scene, Gateway) {
    let scene = Scene::start().await;
    let path = format!("/applications/{}/commands", scene.world.bot());
    scene.call(Method::PUT, &path, json!([{ "name": "report", "description": "d" }])).await;
    let mut gateway = scene.identify(EVERYTHING).await;
    scene.world.run_command(scene.channel, scene.member, "report", &[]).expect("runs");
    let interaction = gateway.event("INTERACTION_CREATE").await;
    let data = json!({ "custom_id": "report", "title": "Report", "components": components });
    let (status, error) = scene.post(&callback(&interaction), json!({ "type": 9, "data": data })).await;
    assert_eq!(status, 204, "{error}");
    (scene, gateway)
}

async fn submitted(gateway: &mut Gateway) -> Value {
    gateway.event("INTERACTION_CREATE").await["data"].clone()
}

#[tokio::test]
async fn selects_in_a_modal_are_submitted_with_what_they_stand_for() {
    let options =
        json!([{ "label": "Bug", "value": "bug", "default": true }, { "label": "Idea", "value": "idea" }]);
    let components = json!([
        { "type": 10, "content": "Tell us" },
        label("Kind", json!({ "type": 3, "custom_id": "kind", "options": options })),
        label("Who", json!({ "type": 5, "custom_id": "who", "required": false, "min_values": 0 })),
        label("Where", json!({ "type": 8, "custom_id": "where", "max_values": 2 })),
    ]);
    let (scene, mut gateway) = opened(components).await;
    let open = scene.world.open_modal(scene.member).expect("open");
    assert_eq!((open.texts, open.fields[0].value.as_str()), (vec!["Tell us".to_owned()], "bug"));
    let channel = scene.channel.to_string();
    let submit = |fields: &[(&str, &str)]| scene.world.submit_modal(scene.member, "report", fields);
    assert!(submit(&[]).is_err(), "a channel is required");
    assert!(submit(&[("where", &channel), ("kind", "praise")]).is_err(), "not offered");
    submit(&[("where", &channel)]).expect("submitted");
    let data = submitted(&mut gateway).await;
    assert_eq!(data["components"][0], json!({ "type": 10, "id": 1 }));
    assert_eq!(data["components"][1]["component"]["values"], json!(["bug"]));
    assert_eq!(data["components"][2]["component"]["values"], json!([]));
    assert_eq!(data["components"][3]["component"]["values"], json!([channel]));
    assert_eq!(data["resolved"]["channels"][&channel]["name"], "general");
    assert!(submit(&[("where", &channel)]).is_err(), "it is closed");
}

#[tokio::test]
async fn groups_and_checkboxes_are_submitted_as_values() {
    let options = json!([{ "label": "A", "value": "a" }, { "label": "B", "value": "b" }]);
    let components = json!([
        label("One", json!({ "type": 21, "custom_id": "one", "options": options, "required": false })),
        label("Some", json!({ "type": 22, "custom_id": "some", "options": options })),
        label("Sure", json!({ "type": 23, "custom_id": "sure", "default": false })),
    ]);
    let (scene, mut gateway) = opened(components).await;
    let submit = |fields: &[(&str, &str)]| scene.world.submit_modal(scene.member, "report", fields);
    assert!(submit(&[("one", "a,b"), ("some", "a")]).is_err(), "one of a radio group");
    submit(&[("some", "a,b"), ("sure", "true")]).expect("submitted");
    let data = submitted(&mut gateway).await;
    let answer = |at: usize| data["components"][at]["component"].clone();
    assert_eq!(answer(0)["value"], Value::Null);
    assert_eq!(answer(1)["values"], json!(["a", "b"]));
    assert_eq!(answer(2)["value"], json!(true));
}

#[tokio::test]
async fn files_are_uploaded_through_a_modal() {
    let files = json!({ "type": 19, "custom_id": "shots", "max_values": 2 });
    let (scene, mut gateway) = opened(json!([label("Screenshots", files)])).await;
    let file = |name: &str| Upload { name: name.to_owned(), bytes: vec![1, 2, 3], ..Upload::default() };
    let submit = |count: usize| {
        let files: Vec<_> = (0..count).map(|at| ("shots", file(&format!("{at}.png")))).collect();
        scene.world.submit_modal_with_files(scene.member, "report", &[], &files)
    };
    assert!(submit(0).is_err(), "one is required");
    assert!(submit(3).is_err(), "two at most");
    submit(2).expect("submitted");
    let data = submitted(&mut gateway).await;
    let ids = data["components"][0]["component"]["values"].as_array().expect("ids").clone();
    assert_eq!(ids.len(), 2);
    let second = ids[1].as_str().expect("an id");
    assert_eq!(data["resolved"]["attachments"][second]["filename"], "1.png");
}
