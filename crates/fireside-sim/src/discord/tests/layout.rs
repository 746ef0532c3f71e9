use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::client::{EVERYTHING, Scene};

const V2: u64 = 1 << 15;

fn path(scene: &Scene) -> String {
    format!("/channels/{}/messages", scene.channel)
}

fn text(words: &str) -> Value {
    json!({ "type": 10, "content": words })
}

#[tokio::test]
async fn a_laid_out_message_is_read_as_its_texts_and_pressed() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let button = json!({ "type": 2, "style": 1, "label": "Take", "custom_id": "take" });
    let section = json!({ "type": 9, "components": [text("Case 7")], "accessory": button });
    let file = json!({ "type": 13, "file": { "url": "attachment://log.txt" } });
    let container =
        json!({ "type": 17, "components": [section, { "type": 14 }, text("A customer waits."), file] });
    let body = json!({ "flags": V2, "components": [container] });
    let part = Part::bytes(b"lines".to_vec()).file_name("log.txt");
    let form = Form::new().text("payload_json", body.to_string()).part("files[0]", part);
    let (status, message) = scene.send_form(Method::POST, &path(&scene), form).await;
    assert_eq!(status, 200, "{message}");
    let drawn = &message["components"][0];
    assert_eq!((&drawn["spoiler"], &drawn["components"][1]["divider"]), (&json!(false), &json!(true)));
    let file = &drawn["components"][3];
    assert_eq!((&file["name"], &file["size"]), (&json!("log.txt"), &json!(5)));
    assert!(file["file"]["url"].as_str().is_some_and(|url| url.starts_with("http://127.0.0.1")));
    let seen = scene.world.wait_for_text(scene.channel, "waits", super::client::SOON).await.expect("shown");
    assert_eq!(seen.text, "Case 7\nA customer waits.");
    assert_eq!(seen.buttons[0].label, "Take");
    scene.world.press(seen.id, scene.member, "Take").expect("pressed");
    let pressed = gateway.event_among_others("INTERACTION_CREATE").await;
    assert_eq!(pressed["data"]["custom_id"], "take");
}

#[tokio::test]
async fn what_was_there_before_doesnt_go_with_it() {
    let scene = Scene::start().await;
    let both = json!({ "flags": V2, "content": "old", "components": [text("new")] });
    let (status, error) = scene.post(&path(&scene), both).await;
    assert_eq!((status, &error["code"]), (400, &json!(50035)));
    let code = &error["errors"]["content"]["_errors"][0]["code"];
    assert_eq!(code, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2");
    let unflagged = json!({ "components": [text("new")] });
    assert_eq!(scene.post(&path(&scene), unflagged).await.1["code"], 50035, "the flag is needed");
}

#[tokio::test]
async fn the_flag_is_put_on_by_an_edit_and_never_off() {
    let scene = Scene::start().await;
    let message = format!("{}/{}", path(&scene), scene.post_text("plain").await);
    let edit = async |body: Value| scene.call(Method::PATCH, &message, body).await;
    let laid_out = json!({ "flags": V2, "components": [text("laid out")] });
    assert_eq!(edit(laid_out.clone()).await.1["code"], 50035, "the content is still there");
    let mut replaced = laid_out;
    replaced["content"] = Value::Null;
    let (status, edited) = edit(replaced).await;
    assert_eq!((status, &edited["flags"]), (200, &json!(V2)));
    let (_, again) = edit(json!({ "components": [text("still laid out")] })).await;
    assert_eq!(again["components"][0]["content"], "still laid out");
    let (status, error) = edit(json!({ "flags": 0, "content": "plain", "components": [] })).await;
    assert_eq!((status, &error["code"]), (400, &json!(50035)));
}
