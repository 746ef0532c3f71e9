use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{EVERYTHING, Scene};
use crate::discord::{Limits, Options, Post};

async fn create(scene: &Scene, settings: Value) -> Value {
    let (status, channel) = scene.post(&format!("/guilds/{}/channels", scene.guild), settings).await;
    assert_eq!(status, 201, "{channel}");
    channel
}

fn number(object: &Value) -> u64 {
    object["id"].as_str().expect("an id").parse().expect("a snowflake")
}

fn text(words: &str) -> Post {
    Post { text: words.to_owned(), ..Post::default() }
}

#[tokio::test]
async fn channels_of_every_kind_are_made_and_carried_by_the_guild() {
    let scene = Scene::start().await;
    let category = create(&scene, json!({ "name": "Support", "type": 4 })).await;
    let inside = create(&scene, json!({ "name": "help", "parent_id": category["id"], "topic": "ask" })).await;
    assert_eq!((&inside["parent_id"], &inside["topic"]), (&category["id"], &json!("ask")));
    create(&scene, json!({ "name": "news", "type": 5 })).await;
    let voice = create(&scene, json!({ "name": "talk", "type": 2, "user_limit": 9 })).await;
    assert_eq!((&voice["bitrate"], &voice["user_limit"]), (&json!(64_000), &json!(9)));
    let tags = json!([{ "name": "bug", "emoji_name": "\u{1F41E}" }, { "name": "done", "moderated": true }]);
    let forum =
        json!({ "name": "ideas", "type": 15, "available_tags": tags, "default_auto_archive_duration": 60 });
    let forum = create(&scene, forum).await;
    assert!(forum["available_tags"][1]["id"].is_string());
    let mut gateway = scene.connect().await;
    gateway.identify(super::client::TOKEN, EVERYTHING).await;
    gateway.event("READY").await;
    let kinds = gateway.event("GUILD_CREATE").await["channels"].clone();
    let kinds: Vec<_> = kinds.as_array().expect("a list").iter().map(|it| it["type"].clone()).collect();
    assert_eq!(json!(kinds), json!([0, 4, 0, 5, 2, 15]));
    let path = format!("/guilds/{}/channels", scene.guild);
    for bad in [json!({ "name": "x", "type": 3 }), json!({ "name": "x", "parent_id": inside["id"] })] {
        assert_eq!(scene.post(&path, bad).await.1["code"], 50035);
    }
    for silent in [&category, &forum] {
        let path = format!("/channels/{}/messages", number(silent));
        assert_eq!(scene.post(&path, json!({ "content": "x" })).await.1["code"], 50008);
    }
}

#[tokio::test]
async fn a_post_has_its_messages_id_and_its_tags() {
    let scene = Scene::start().await;
    let forum = scene.world.add_forum(scene.guild, "ideas", &["bug", "idea"]).expect("a forum");
    let tags = scene.world.tags(forum);
    let mut gateway = scene.identify(EVERYTHING).await;
    let path = format!("/channels/{forum}/threads");
    let tag = tags[1].0.to_string();
    let post = json!({ "name": "more tea", "applied_tags": [tag], "message": { "content": "please" } });
    let (status, thread) = scene.post(&path, post).await;
    assert_eq!((status, &thread["message"]["id"]), (201, &thread["id"]), "{thread}");
    assert_eq!(thread["applied_tags"], json!([tag]));
    assert_eq!(gateway.event("THREAD_CREATE").await["parent_id"], json!(forum.to_string()));
    assert_eq!(gateway.event("MESSAGE_CREATE").await["content"], "please");
    let moved = json!({ "applied_tags": [tags[0].0.to_string()] });
    let thread = number(&thread);
    assert_eq!(scene.call(Method::PATCH, &format!("/channels/{thread}"), moved).await.0, 200);
    assert_eq!(scene.world.thread(thread).expect("a thread").tags, [tags[0].0]);
    let unknown = json!({ "name": "x", "applied_tags": ["123"], "message": { "content": "x" } });
    assert_eq!(scene.post(&path, unknown).await.1["code"], 10087);
    assert_eq!(scene.post(&path, json!({ "name": "x" })).await.1["code"], 50035, "a post has a message");
    let six =
        json!({ "name": "x", "applied_tags": ["1", "2", "3", "4", "5", "6"], "message": { "content": "x" } });
    assert_eq!(scene.post(&path, six).await.1["code"], 50035);
}

#[tokio::test]
async fn a_forum_may_require_a_tag() {
    let scene = Scene::start().await;
    let forum = scene.world.add_forum(scene.guild, "ideas", &["bug"]).expect("a forum");
    scene.world.change_channel(forum, &json!({ "flags": 16 })).expect("changed");
    let untagged = json!({ "name": "x", "message": { "content": "x" } });
    let (status, error) = scene.post(&format!("/channels/{forum}/threads"), untagged).await;
    assert_eq!((status, &error["code"]), (400, &json!(40067)));
    assert!(scene.world.post_in_forum(forum, scene.member, "x", &text("x"), &[]).is_err());
    let tags = [scene.world.tags(forum)[0].0];
    let post = scene.world.post_in_forum(forum, scene.member, "late tea", &text("why?"), &tags);
    let post = post.expect("posted");
    assert_eq!(scene.world.history(post)[0].id, post);
}

#[tokio::test]
async fn a_third_rename_in_ten_minutes_waits() {
    let limits = Limits { channel_renames: Limits::default().channel_renames, ..Limits::unlimited() };
    let scene = Scene::with_options(Options { limits, ..Options::default() }).await;
    let path = format!("/channels/{}", scene.channel);
    let rename = async |name: &str| scene.call(Method::PATCH, &path, json!({ "name": name })).await;
    assert_eq!((rename("one").await.0, rename("two").await.0), (200, 200));
    assert_eq!(rename("two").await.0, 200, "nothing changes");
    scene.world.advance(Duration::from_mins(1));
    let (status, error) = rename("three").await;
    assert_eq!((status, &error["retry_after"], &error["global"]), (429, &json!(540.0), &json!(false)));
    scene.world.advance(Duration::from_mins(9));
    assert_eq!(rename("three").await.0, 200);
}

#[tokio::test]
async fn threads_tell_how_they_began_and_were_named() {
    let scene = Scene::start().await;
    let free = scene.world.start_thread(scene.channel, scene.member, "a case", None).expect("started");
    let told = scene.world.history(scene.channel).pop().expect("a message");
    assert_eq!((told.kind, told.text.as_str()), (18, "a case"));
    let asked = scene.world.say(scene.channel, scene.member, "a question", None).expect("sent");
    let from = scene.world.start_thread(scene.channel, scene.owner, "answers", Some(asked)).expect("started");
    let (_, starter) = scene.get(&format!("/channels/{from}/messages")).await;
    assert_eq!((&starter[0]["type"], &starter[0]["content"]), (&json!(21), &json!("")));
    assert_eq!(starter[0]["referenced_message"]["content"], "a question");
    scene.world.change_thread(free, scene.member, &json!({ "name": "case 1" })).expect("renamed");
    let told = scene.world.history(free).pop().expect("a message");
    assert_eq!((told.kind, told.text.as_str()), (4, "case 1"));
    let news = number(&create(&scene, json!({ "name": "news", "type": 5 })).await);
    let thread = scene.world.start_thread(news, scene.owner, "comments", None).expect("started");
    assert_eq!(scene.world.channel(thread).expect("a thread")["type"], 10);
}

#[tokio::test]
async fn joins_are_announced_where_it_is_set() {
    let scene = Scene::start().await;
    scene.world.announce_joins(scene.guild, Some(scene.channel));
    let new = scene.world.add_user("nina");
    scene.world.add_member(scene.guild, new);
    let told = scene.world.history(scene.channel).pop().expect("a message");
    assert_eq!((told.kind, told.author), (7, new));
}

#[tokio::test]
async fn a_channel_in_a_category_keeps_its_own_overwrites() {
    let scene = Scene::start().await;
    let category = scene.world.create_channel(scene.guild, &json!({ "name": "c", "type": 4 })).expect("made");
    let deny = crate::discord::permissions::VIEW_CHANNEL.to_string();
    let hidden = json!([{ "id": scene.guild.to_string(), "type": 0, "allow": "0", "deny": deny }]);
    let inside = json!({ "name": "inside", "parent_id": category.to_string() });
    let inside = scene.world.create_channel(scene.guild, &inside).expect("made");
    let path = format!("/channels/{category}");
    assert_eq!(scene.call(Method::PATCH, &path, json!({ "permission_overwrites": hidden })).await.0, 200);
    assert!(scene.world.say(inside, scene.member, "still here", None).is_ok());
}
