use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{EVERYTHING, Scene};
use crate::discord::intents;

fn poll(hours: u64, several: bool) -> Value {
    let answers = ["tea", "coffee"].map(|text| json!({ "poll_media": { "text": text } }));
    json!({ "poll": {
        "question": { "text": "What shall it be?" }, "answers": answers, "duration": hours,
        "allow_multiselect": several,
    } })
}

async fn ask(scene: &Scene, several: bool) -> u64 {
    let path = format!("/channels/{}/messages", scene.channel);
    let (status, message) = scene.post(&path, poll(1, several)).await;
    assert_eq!(status, 200, "{message}");
    assert_eq!(message["poll"]["answers"][1]["answer_id"], 2);
    message["id"].as_str().expect("an id").parse().expect("a snowflake")
}

#[tokio::test]
async fn votes_are_heard_moved_and_listed() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING | intents::GUILD_MESSAGE_POLLS).await;
    let message = ask(&scene, false).await;
    gateway.event("MESSAGE_CREATE").await;
    scene.world.vote(scene.channel, scene.member, message, 1).expect("voted");
    scene.world.vote(scene.channel, scene.member, message, 2).expect("voted");
    let vote = gateway.event("MESSAGE_POLL_VOTE_ADD").await;
    assert_eq!((&vote["answer_id"], &vote["user_id"]), (&json!(1), &json!(scene.member.to_string())));
    assert_eq!(gateway.event("MESSAGE_POLL_VOTE_REMOVE").await["answer_id"], 1, "one choice moves");
    assert_eq!(gateway.event("MESSAGE_POLL_VOTE_ADD").await["answer_id"], 2);
    let answers = format!("/channels/{}/polls/{message}/answers", scene.channel);
    let (_, voters) = scene.get(&format!("{answers}/2")).await;
    assert_eq!(voters["users"][0]["username"], "mia");
    assert_eq!(scene.get(&format!("{answers}/1")).await.1, json!({ "users": [] }));
    assert!(scene.world.vote(scene.channel, scene.member, message, 3).is_err());
}

#[tokio::test]
async fn several_answers_may_be_chosen_where_it_is_allowed() {
    let scene = Scene::start().await;
    let message = ask(&scene, true).await;
    scene.world.vote(scene.channel, scene.member, message, 1).expect("voted");
    scene.world.vote(scene.channel, scene.member, message, 2).expect("voted");
    scene.world.unvote(scene.channel, scene.member, message, 1).expect("taken back");
    let poll = scene.world.history(scene.channel)[0].poll.clone().expect("a poll");
    assert_eq!(poll.answers, [("tea".to_owned(), 0), ("coffee".to_owned(), 1)]);
}

#[tokio::test]
async fn a_poll_ends_by_the_clock_and_tells_its_result() {
    let scene = Scene::start().await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let message = ask(&scene, false).await;
    gateway.event("MESSAGE_CREATE").await;
    scene.world.vote(scene.channel, scene.member, message, 2).expect("voted");
    scene.world.advance(Duration::from_hours(1));
    let ended = gateway.event("MESSAGE_UPDATE").await;
    assert_eq!(ended["poll"]["results"]["is_finalized"], json!(true));
    assert!(ended["edited_timestamp"].is_null());
    let result = gateway.event("MESSAGE_CREATE").await;
    assert_eq!((&result["type"], &result["embeds"][0]["type"]), (&json!(46), &json!("poll_result")));
    assert_eq!(result["message_reference"]["message_id"], json!(message.to_string()));
    let fields = result["embeds"][0]["fields"].as_array().expect("fields").clone();
    let victor = fields.iter().find(|field| field["name"] == "victor_answer_text").expect("a victor");
    assert_eq!(victor["value"], "coffee");
    assert!(scene.world.vote(scene.channel, scene.member, message, 1).is_err(), "it has ended");
    scene.world.advance(Duration::from_hours(1));
    assert_eq!(scene.world.history(scene.channel).len(), 2, "the result is told once");
}

#[tokio::test]
async fn a_poll_is_ended_early_by_its_author_only() {
    let scene = Scene::start().await;
    let message = ask(&scene, false).await;
    let expire = |message: u64| format!("/channels/{}/polls/{message}/expire", scene.channel);
    let (status, ended) = scene.post(&expire(message), Value::Null).await;
    assert_eq!((status, &ended["poll"]["results"]["is_finalized"]), (200, &json!(true)));
    assert_eq!(scene.post(&expire(message), Value::Null).await.1["code"], 520_001);
    let text = scene.world.say(scene.channel, scene.member, "no poll", None).expect("sent");
    assert_eq!(scene.post(&expire(text), Value::Null).await.1["code"], 520_006);
    let theirs = scene.world.ask_poll(scene.channel, scene.member, "why?", &["so"], 1, false).expect("asked");
    assert_eq!(scene.post(&expire(theirs), Value::Null).await.1["code"], 50005);
}

#[tokio::test]
async fn a_poll_that_breaks_a_rule_is_refused() {
    let scene = Scene::start().await;
    let path = format!("/channels/{}/messages", scene.channel);
    let mut broken = vec![poll(769, false), poll(1, false), poll(1, false), poll(1, false)];
    broken[1]["poll"]["question"]["text"] = json!("q".repeat(301));
    broken[2]["poll"]["answers"] = json!([]);
    broken[3]["poll"]["answers"][0]["poll_media"]["text"] = json!("a".repeat(56));
    for body in broken {
        assert_eq!(scene.post(&path, body.clone()).await.1["code"], 50035, "{body}");
    }
    let message = ask(&scene, false).await;
    let edit = format!("{path}/{message}");
    let (_, error) = scene.call(Method::PATCH, &edit, json!({ "content": "x" })).await;
    assert_eq!(error["code"], 520_003);
}
