use reqwest::Method;
use serde_json::{Value, json};

use super::client::{EVERYTHING, Scene};
use crate::discord::intents;

/// A webhook of the bot's in the scene's channel: its id and its path with the token.
async fn webhook(scene: &Scene, channel: u64) -> (String, String) {
    let path = format!("/channels/{channel}/webhooks");
    let (status, webhook) = scene.post(&path, json!({ "name": "relay" })).await;
    assert_eq!(status, 200, "{webhook}");
    let text = |key: &str| webhook[key].as_str().expect("text").to_owned();
    (text("id"), format!("/webhooks/{}/{}", text("id"), text("token")))
}

async fn execute(scene: &Scene, path: &str, body: Value) -> (u16, Value) {
    scene.anonymously(Method::POST, path, body).await
}

#[tokio::test]
async fn a_persona_speaks_without_being_a_member() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING | intents::GUILD_WEBHOOKS).await;
    let (id, path) = webhook(&scene, scene.channel).await;
    gateway.event("WEBHOOKS_UPDATE").await;
    let body =
        json!({ "content": "hello", "username": "Mia (Telegram)", "avatar_url": "https://a.example/m.png" });
    assert_eq!(execute(&scene, &path, body.clone()).await, (204, Value::Null));
    let event = gateway.event("MESSAGE_CREATE").await;
    assert_eq!((&event["webhook_id"], &event["author"]["id"]), (&json!(id), &json!(id)));
    assert_eq!(
        (&event["author"]["username"], &event["author"]["bot"]),
        (&json!("Mia (Telegram)"), &json!(true))
    );
    assert!(event.get("member").is_none(), "{event}");
    let (status, answer) = execute(&scene, &format!("{path}?wait=true"), body).await;
    assert_eq!((status, &answer["application_id"]), (200, &json!(scene.world.bot().to_string())));
    let seen = scene.world.history(scene.channel).pop().expect("a message");
    assert_eq!(
        (seen.author_name.as_str(), seen.author_avatar.as_deref()),
        ("Mia (Telegram)", Some("https://a.example/m.png"))
    );
}

#[tokio::test]
async fn names_that_deceive_and_webhooks_that_arent_there_are_refused() {
    let scene = Scene::start().await;
    let (id, path) = webhook(&scene, scene.channel).await;
    for name in ["Discord Support", "clyde", "", &"n".repeat(81)] {
        let (status, error) = execute(&scene, &path, json!({ "content": "x", "username": name })).await;
        assert_eq!((status, &error["code"]), (400, &json!(50035)), "{name:?}");
    }
    let (status, error) = execute(&scene, &format!("/webhooks/{id}/wrong"), json!({ "content": "x" })).await;
    assert_eq!((status, &error["code"]), (401, &json!(50027)));
    let (status, error) = execute(&scene, "/webhooks/123/wrong", json!({ "content": "x" })).await;
    assert_eq!((status, &error["code"]), (404, &json!(10015)));
    let channel = format!("/channels/{}/webhooks", scene.channel);
    for _ in 1..15 {
        assert_eq!(scene.post(&channel, json!({ "name": "more" })).await.0, 200);
    }
    let (status, error) = scene.post(&channel, json!({ "name": "one too many" })).await;
    assert_eq!((status, &error["code"]), (400, &json!(30007)));
    assert_eq!(scene.get(&channel).await.1.as_array().map(Vec::len), Some(15));
}

#[tokio::test]
async fn a_webhook_edits_and_deletes_its_own_messages_only() {
    let scene = Scene::start().await;
    let (_, path) = webhook(&scene, scene.channel).await;
    let (_, message) = execute(&scene, &format!("{path}?wait=true"), json!({ "content": "helo" })).await;
    let own = format!("{path}/messages/{}", message["id"].as_str().expect("an id"));
    let (status, edited) = scene.anonymously(Method::PATCH, &own, json!({ "content": "hello" })).await;
    assert_eq!(
        (status, &edited["content"], &edited["author"]["username"]),
        (200, &json!("hello"), &json!("relay"))
    );
    let by_bot = format!("/channels/{}/messages/{}", scene.channel, message["id"].as_str().expect("an id"));
    let (status, error) = scene.call(Method::PATCH, &by_bot, json!({ "content": "x" })).await;
    assert_eq!((status, &error["code"]), (403, &json!(50005)), "another author's message");
    let other = format!("{path}/messages/{}", scene.post_text("the bot's own").await);
    assert_eq!(scene.anonymously(Method::DELETE, &other, Value::Null).await.1["code"], 10008);
    assert_eq!(scene.anonymously(Method::DELETE, &own, Value::Null).await.0, 204);
    assert_eq!(scene.anonymously(Method::GET, &own, Value::Null).await.1["code"], 10008);
}

#[tokio::test]
async fn a_webhook_posts_in_threads_of_its_channel_and_makes_posts_in_its_forum() {
    let scene = Scene::start().await;
    let (_, path) = webhook(&scene, scene.channel).await;
    let thread = scene.world.start_thread(scene.channel, scene.member, "case", None).expect("started");
    let inside = format!("{path}?wait=true&thread_id={thread}");
    let (_, message) = execute(&scene, &inside, json!({ "content": "in the thread" })).await;
    assert_eq!(message["channel_id"], json!(thread.to_string()));
    let elsewhere = format!("{path}?thread_id={}", scene.channel);
    assert_eq!(execute(&scene, &elsewhere, json!({ "content": "x" })).await.1["code"], 10003);
    let forum = scene.world.add_forum(scene.guild, "ideas", &["bug"]).expect("a forum");
    let (_, path) = webhook(&scene, forum).await;
    assert_eq!(execute(&scene, &path, json!({ "content": "x" })).await.1["code"], 220_001);
    let titled = json!({ "content": "first", "thread_name": "an idea" });
    let (status, message) = execute(&scene, &format!("{path}?wait=true"), titled).await;
    assert_eq!((status, &message["id"]), (200, &message["channel_id"]), "the post has its message's id");
    assert_eq!(scene.world.threads(forum)[0].name, "an idea");
}

#[tokio::test]
async fn a_webhook_is_shown_renamed_and_deleted() {
    let scene = Scene::start().await;
    let (id, path) = webhook(&scene, scene.channel).await;
    let by_id = format!("/webhooks/{id}");
    let (_, changed) = scene.call(Method::PATCH, &by_id, json!({ "name": "bridge" })).await;
    assert_eq!((&changed["name"], changed["user"].is_object()), (&json!("bridge"), true));
    let (status, shown) = scene.anonymously(Method::GET, &path, Value::Null).await;
    assert_eq!((status, shown.get("user")), (200, None), "a token doesn't tell who made it");
    let of_guild = scene.get(&format!("/guilds/{}/webhooks", scene.guild)).await.1;
    assert_eq!(of_guild[0]["name"], "bridge");
    assert_eq!(scene.call(Method::DELETE, &by_id, Value::Null).await.0, 204);
    assert_eq!(scene.get(&by_id).await.1["code"], 10015);
}
