use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{EVERYTHING, Scene};

fn path(scene: &Scene) -> String {
    format!("/channels/{}/messages", scene.channel)
}

#[tokio::test]
async fn a_sent_message_is_answered_and_dispatched() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let (status, message) = scene.post(&path(&scene), json!({ "content": "hello", "nonce": "n" })).await;
    assert_eq!((status, &message["content"], &message["nonce"]), (200, &json!("hello"), &json!("n")));
    let event = gateway.event("MESSAGE_CREATE").await;
    assert_eq!((&event["id"], &event["author"]["bot"]), (&message["id"], &json!(true)));
    assert_eq!(scene.world.history(scene.channel)[0].text, "hello");
}

#[tokio::test]
async fn an_enforced_nonce_makes_one_message_inside_its_window() {
    let scene = Scene::start().await;
    let body = json!({ "content": "once", "nonce": "abc", "enforce_nonce": true });
    let (_, first) = scene.post(&path(&scene), body.clone()).await;
    let (_, again) = scene.post(&path(&scene), body.clone()).await;
    assert_eq!(first["id"], again["id"]);
    scene.world.advance(Duration::from_secs(181));
    let (_, later) = scene.post(&path(&scene), body).await;
    assert_ne!(first["id"], later["id"]);
    assert_eq!(scene.world.history(scene.channel).len(), 2);
}

#[tokio::test]
async fn content_that_is_too_long_or_empty_is_refused() {
    let scene = Scene::start().await;
    let (status, error) = scene.post(&path(&scene), json!({ "content": "x".repeat(2_001) })).await;
    assert_eq!((status, &error["code"]), (400, &json!(50035)));
    assert!(error["errors"]["content"]["_errors"][0]["message"].is_string());
    let (status, error) = scene.post(&path(&scene), json!({ "content": "  " })).await;
    assert_eq!((status, &error["code"]), (400, &json!(50006)));
    assert_eq!(scene.post(&path(&scene), json!({ "content": "x".repeat(2_000) })).await.0, 200);
}

#[tokio::test]
async fn absent_allowed_mentions_ping_and_an_empty_parse_does_not() {
    let scene = Scene::start().await;
    let text = format!("@everyone <@{}>", scene.member);
    let (_, loud) = scene.post(&path(&scene), json!({ "content": text })).await;
    assert_eq!(
        (&loud["mention_everyone"], loud["mentions"].as_array().map(Vec::len)),
        (&json!(true), Some(1))
    );
    let quiet = json!({ "content": text, "allowed_mentions": { "parse": [] } });
    let (_, quiet) = scene.post(&path(&scene), quiet).await;
    assert_eq!((&quiet["mention_everyone"], &quiet["mentions"]), (&json!(false), &json!([])));
    let edit = format!("{}/{}", path(&scene), quiet["id"].as_str().expect("an id"));
    let (_, edited) = scene.call(Method::PATCH, &edit, json!({ "content": text })).await;
    assert_eq!(edited["mention_everyone"], json!(true), "an edit goes back to the default");
}

#[tokio::test]
async fn a_reply_pings_its_target_only_when_allowed() {
    let scene = Scene::start().await;
    let asked = scene.world.say(scene.channel, scene.member, "a question", None).expect("sent");
    let reply = |allowed: Value| {
        let reference = json!({ "message_id": asked.to_string() });
        json!({ "content": "an answer", "message_reference": reference, "allowed_mentions": allowed })
    };
    let (_, loud) = scene.post(&path(&scene), reply(json!({ "parse": [], "replied_user": true }))).await;
    assert_eq!(loud["mentions"][0]["id"], json!(scene.member.to_string()));
    assert_eq!(loud["referenced_message"]["content"], "a question");
    let (_, quiet) = scene.post(&path(&scene), reply(json!({ "parse": [] }))).await;
    assert_eq!(quiet["mentions"], json!([]));
    scene.world.delete(scene.channel, scene.member, asked).expect("deleted");
    let (status, error) = scene.post(&path(&scene), reply(json!({ "parse": [] }))).await;
    assert_eq!((status, &error["code"]), (400, &json!(50035)));
}

#[tokio::test]
async fn messages_are_listed_newest_first_from_where_it_is_asked() {
    let scene = Scene::start().await;
    let mut sent = Vec::new();
    for number in 0..5 {
        sent.push(scene.post_text(&number.to_string()).await);
    }
    let texts = |listed: Value| -> String {
        let all = listed.as_array().expect("a list").clone();
        all.iter().map(|message| message["content"].as_str().expect("text").to_owned()).collect()
    };
    let list = |query: String| scene_get(&scene, query);
    assert_eq!(texts(list("?limit=2".to_owned()).await), "43");
    assert_eq!(texts(list(format!("?after={}&limit=2", sent[0])).await), "21");
    assert_eq!(texts(list(format!("?before={}&limit=2", sent[3])).await), "21");
    assert_eq!(texts(list(format!("?around={}&limit=3", sent[2])).await), "321");
}

async fn scene_get(scene: &Scene, query: String) -> Value {
    let (status, listed) = scene.get(&format!("{}{query}", path(scene))).await;
    assert_eq!(status, 200);
    listed
}

#[tokio::test]
async fn edits_deletions_and_reactions_of_users_are_dispatched() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let said = scene.world.say(scene.channel, scene.member, "helo", None).expect("sent");
    scene.world.edit(scene.channel, scene.member, said, "hello").expect("edited");
    scene.world.react(scene.channel, scene.owner, said, "\u{1F44D}").expect("reacted");
    scene.world.delete(scene.channel, scene.member, said).expect("deleted");
    assert!(gateway.event("MESSAGE_CREATE").await["edited_timestamp"].is_null());
    assert!(gateway.event("MESSAGE_UPDATE").await["edited_timestamp"].is_string());
    assert_eq!(gateway.event("MESSAGE_REACTION_ADD").await["emoji"]["name"], "\u{1F44D}");
    assert_eq!(gateway.event("MESSAGE_DELETE").await["id"], json!(said.to_string()));
}

#[tokio::test]
async fn a_link_preview_is_an_update_but_no_edit() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let said = scene.world.say(scene.channel, scene.member, "https://example.org", None).expect("sent");
    scene.world.preview_link(scene.channel, said, "https://example.org").expect("previewed");
    gateway.event("MESSAGE_CREATE").await;
    let update = gateway.event("MESSAGE_UPDATE").await;
    assert_eq!((&update["edited_timestamp"], &update["embeds"][0]["type"]), (&Value::Null, &json!("link")));
}

#[tokio::test]
async fn a_file_is_taken_as_multipart_with_its_json() {
    let scene = Scene::start().await;
    let file = reqwest::multipart::Part::bytes(vec![7; 12]).file_name("log.txt");
    let form = reqwest::multipart::Form::new()
        .text("payload_json", json!({ "content": "see this" }).to_string())
        .part("files[0]", file);
    let request = scene.request(Method::POST, &path(&scene)).multipart(form);
    let response = request.header("Authorization", format!("Bot {}", super::client::TOKEN)).send().await;
    let message: Value = response.expect("an answer").json().await.expect("JSON");
    assert_eq!((&message["content"], &message["attachments"][0]["size"]), (&json!("see this"), &json!(12)));
}
