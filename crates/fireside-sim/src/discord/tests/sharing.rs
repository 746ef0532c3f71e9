use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{EVERYTHING, Scene};
use crate::discord::Post;

fn path(scene: &Scene) -> String {
    format!("/channels/{}/messages", scene.channel)
}

#[tokio::test]
async fn pins_are_set_told_listed_and_taken_away() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let first = scene.post_text("first").await;
    let second = scene.world.say(scene.channel, scene.member, "second", None).expect("sent");
    let pins = format!("{}/pins", path(&scene));
    assert_eq!(scene.call(Method::PUT, &format!("{pins}/{first}"), Value::Null).await.0, 204);
    let update = gateway.event_among_others("CHANNEL_PINS_UPDATE").await;
    assert!(update["last_pin_timestamp"].is_string());
    assert_eq!(gateway.event("MESSAGE_UPDATE").await["pinned"], json!(true));
    let told = gateway.event("MESSAGE_CREATE").await;
    assert_eq!((&told["type"], &told["message_reference"]["message_id"]), (&json!(6), &json!(first)));
    scene.world.advance(Duration::from_secs(1));
    scene.world.pin(scene.channel, scene.owner, second).expect("pinned");
    let (_, page) = scene.get(&format!("{pins}?limit=1")).await;
    assert_eq!(
        (&page["items"][0]["message"]["content"], &page["has_more"]),
        (&json!("second"), &json!(true))
    );
    let before = page["items"][0]["pinned_at"].as_str().expect("a time").replace('+', "%2B");
    let (_, page) = scene.get(&format!("{pins}?before={before}")).await;
    assert_eq!(
        (&page["items"][0]["message"]["content"], &page["has_more"]),
        (&json!("first"), &json!(false))
    );
    let old = format!("/channels/{}/pins", scene.channel);
    assert_eq!(scene.get(&old).await.1.as_array().map(Vec::len), Some(2));
    assert_eq!(scene.call(Method::DELETE, &format!("{old}/{first}"), Value::Null).await.0, 204);
    assert_eq!(scene.world.pins(scene.channel).len(), 1);
    assert!(scene.world.pin(scene.channel, scene.member, second).is_err(), "a member may not");
}

#[tokio::test]
async fn a_forward_carries_the_message_as_it_was() {
    let scene = Scene::start().await;
    let other = scene.world.add_channel(scene.guild, "elsewhere");
    let said = scene.world.say(scene.channel, scene.member, "as it was", None).expect("sent");
    let reference = json!({
        "type": 1, "channel_id": scene.channel.to_string(), "message_id": said.to_string(),
    });
    let elsewhere = format!("/channels/{other}/messages");
    let (status, forward) = scene.post(&elsewhere, json!({ "message_reference": reference })).await;
    assert_eq!((status, &forward["content"]), (200, &json!("")), "{forward}");
    assert_eq!(forward["message_reference"]["type"], 1);
    scene.world.edit(scene.channel, scene.member, said, "changed").expect("edited");
    let copy = scene.world.forward(scene.channel, scene.owner, other, scene.world.history(other)[0].id);
    let copy = copy.expect("forwarded");
    let seen = scene.world.history(scene.channel).into_iter().find(|message| message.id == copy);
    assert_eq!(seen.and_then(|it| it.forwarded).map(|it| it.text), Some("as it was".to_owned()));
    let with_text = json!({ "message_reference": reference, "content": "look" });
    assert_eq!(scene.post(&elsewhere, with_text).await.1["code"], 50035);
    let staff = scene.world.add_private_channel(scene.guild, "staff", &[]);
    let secret = scene.world.say(staff, scene.owner, "secret", None).expect("sent");
    assert!(scene.world.forward(scene.channel, scene.member, staff, secret).is_err());
}

#[tokio::test]
async fn an_answer_to_a_deleted_message_is_refused_or_becomes_plain() {
    let scene = Scene::start().await;
    let reply = |fails: bool| {
        let reference = json!({ "message_id": "123", "fail_if_not_exists": fails });
        json!({ "content": "so?", "message_reference": reference })
    };
    assert_eq!(scene.post(&path(&scene), reply(true)).await.1["code"], 50035);
    let (status, plain) = scene.post(&path(&scene), reply(false)).await;
    assert_eq!((status, &plain["type"], plain.get("message_reference")), (200, &json!(0), None));
}

#[tokio::test]
async fn many_messages_are_deleted_at_once_unless_one_is_old() {
    let scene = Scene::start().await;
    let old = scene.post_text("old").await;
    scene.world.advance(Duration::from_hours(15 * 24));
    let mut gateway = scene.identify(EVERYTHING).await;
    let (one, two) = (scene.post_text("one").await, scene.post_text("two").await);
    let bulk = format!("{}/bulk-delete", path(&scene));
    let delete = async |messages: Value| scene.post(&bulk, json!({ "messages": messages })).await;
    assert_eq!(delete(json!([one])).await.1["code"], 50035);
    assert_eq!(delete(json!([old, one])).await.1["code"], 50034);
    assert_eq!(delete(json!([one, two, "123"])).await.0, 204);
    let event = gateway.event_among_others("MESSAGE_DELETE_BULK").await;
    assert_eq!(event["ids"], json!([one, two]));
    assert_eq!(scene.world.history(scene.channel).len(), 1);
}

#[tokio::test]
async fn announcements_are_published_once() {
    let scene = Scene::start().await;
    let news = scene.world.create_channel(scene.guild, &json!({ "name": "news", "type": 5 })).expect("made");
    let (_, message) = scene.post(&format!("/channels/{news}/messages"), json!({ "content": "v2" })).await;
    let message = message["id"].as_str().expect("an id");
    let publish = format!("/channels/{news}/messages/{message}/crosspost");
    let (status, published) = scene.post(&publish, Value::Null).await;
    assert_eq!((status, &published["flags"]), (200, &json!(1)));
    assert_eq!(scene.post(&publish, Value::Null).await.1["code"], 40033);
    let plain = format!("{}/{}/crosspost", path(&scene), scene.post_text("x").await);
    assert_eq!(scene.post(&plain, Value::Null).await.1["code"], 50024);
}

#[tokio::test]
async fn stickers_are_sent_by_id() {
    let scene = Scene::start().await;
    let sticker = scene.world.add_sticker(scene.guild, "wave");
    let (status, message) = scene.post(&path(&scene), json!({ "sticker_ids": [sticker.to_string()] })).await;
    assert_eq!((status, &message["sticker_items"][0]["name"]), (200, &json!("wave")));
    assert_eq!(scene.post(&path(&scene), json!({ "sticker_ids": ["1"] })).await.1["code"], 50081);
    let post = Post { stickers: vec![sticker], is_silent: true, ..Post::default() };
    scene.world.post(scene.channel, scene.member, &post).expect("sent");
    let seen = scene.world.history(scene.channel).pop().expect("a message");
    assert_eq!((seen.stickers, seen.is_silent), (vec!["wave".to_owned()], true));
    let picture = |name: String| format!("{}/stickers/{name}", scene.server.url());
    let (status, bytes) = scene.download(&picture(format!("{sticker}.png"))).await;
    assert!(status == 200 && bytes.starts_with(b"\x89PNG"), "{status}");
    assert_eq!(scene.download(&picture("1.png".to_owned())).await.0, 404);
}

#[tokio::test]
async fn embeds_are_hidden_on_anybodys_message_and_nothing_else_is_changed() {
    let scene = Scene::start().await;
    let said = scene.world.say(scene.channel, scene.member, "https://example.org", None).expect("sent");
    scene.world.preview_link(scene.channel, said, "https://example.org").expect("previewed");
    let message = format!("{}/{said}", path(&scene));
    let (status, hidden) = scene.call(Method::PATCH, &message, json!({ "flags": 4 })).await;
    assert_eq!((status, &hidden["embeds"], &hidden["edited_timestamp"]), (200, &json!([]), &Value::Null));
    let (status, error) = scene.call(Method::PATCH, &message, json!({ "content": "mine now" })).await;
    assert_eq!((status, &error["code"]), (403, &json!(50005)));
}

#[tokio::test]
async fn embeds_have_their_limits() {
    let scene = Scene::start().await;
    let send = async |embed: Value| scene.post(&path(&scene), json!({ "embeds": [embed] })).await;
    assert_eq!(send(json!({ "title": "t".repeat(256) })).await.0, 200);
    for wrong in [json!({ "title": "t".repeat(257) }), json!({ "url": "javascript:1" }), json!("text")] {
        assert_eq!(send(wrong.clone()).await.1["code"], 50035, "{wrong}");
    }
}
