use reqwest::Method;
use serde_json::{Value, json};

use super::client::Scene;

async fn act(scene: &Scene, action: &str, body: Value) -> Value {
    let (status, outcome) = scene.control(Method::POST, &format!("/{action}"), body).await;
    assert_eq!(status, 200, "{outcome}");
    outcome["ok"].clone()
}

async fn view(scene: &Scene, path: String) -> Value {
    let (status, shown) = scene.control(Method::GET, &path, Value::Null).await;
    assert_eq!(status, 200, "{shown}");
    shown
}

#[tokio::test]
async fn a_page_sets_up_talks_and_reads() {
    let scene = Scene::start().await;
    let user = act(&scene, "add_user", json!({ "name": "pat" })).await;
    act(&scene, "add_member", json!({ "guild": scene.guild.to_string(), "user": user })).await;
    let channel = act(&scene, "add_channel", json!({ "guild": scene.guild, "name": "help" })).await;
    let said = json!({ "channel": channel, "user": user, "text": "hello" });
    let message = act(&scene, "say", said).await;
    let channel = channel.as_str().expect("ids are strings");
    let history = view(&scene, format!("/history?channel={channel}")).await;
    assert_eq!((&history[0]["id"], &history[0]["author_name"]), (&message, &json!("pat")));
    let (status, refused) = scene.control(Method::POST, "/say", json!({ "user": user })).await;
    assert_eq!((status, refused), (400, json!({ "error": "\"channel\" is needed, as an id" })));
    let (status, _) = scene.control(Method::POST, "/no_such_action", json!({})).await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn events_are_waited_for_and_numbered() {
    let scene = Scene::start().await;
    let before = view(&scene, "/events".to_owned()).await["last"].as_u64().expect("a number");
    let path = format!("/events?after={before}&timeout_ms=5000");
    let waiting = view(&scene, path);
    let saying = async { scene.world.say(scene.channel, scene.member, "news", None).expect("sent") };
    let (events, said) = tokio::join!(waiting, saying);
    assert_eq!(events["last"], json!(before + 1));
    assert_eq!(events["events"][0]["t"], "MESSAGE_CREATE");
    assert_eq!(events["events"][0]["d"]["id"], json!(said.to_string()));
}

#[tokio::test]
async fn faults_and_time_are_steered() {
    let scene = Scene::start().await;
    let fault = json!({ "kind": "too_many_requests", "retry_after_ms": 500, "global": false });
    act(&scene, "inject", json!({ "call": "GET /users/@me", "fault": fault })).await;
    assert_eq!(scene.get("/users/@me").await.0, 429);
    let before = scene.world.clock().now_ms();
    assert_eq!(act(&scene, "advance", json!({ "ms": 1_000 })).await, json!(before + 1_000));
    let calls = view(&scene, "/calls".to_owned()).await;
    assert_eq!((&calls["total"], &calls["calls"][0]["status"]), (&json!(1), &json!(429)));
}

#[tokio::test]
async fn a_page_shares_files_asks_and_posts() {
    let scene = Scene::start().await;
    let (channel, user) = (scene.channel.to_string(), scene.member.to_string());
    let files = json!([
        { "name": "hello.txt", "base64": "aGVsbG8=", "description": "a greeting" },
        { "name": "big.bin", "size": 1_000 },
    ]);
    act(&scene, "post", json!({ "channel": channel, "user": user, "files": files })).await;
    let history = view(&scene, format!("/history?channel={channel}")).await;
    let shown = &history[0]["attachments"];
    assert_eq!((&shown[0]["size"], &shown[1]["size"]), (&json!(5), &json!(1_000)));
    assert_eq!(scene.download(shown[0]["url"].as_str().expect("a link")).await.1, b"hello");
    let question = json!({ "channel": channel, "user": user, "question": "tea?", "answers": ["yes", "no"] });
    let poll = act(&scene, "ask_poll", question).await;
    let vote = json!({ "channel": channel, "user": user, "message": poll, "answer": 1 });
    act(&scene, "vote", vote).await;
    act(&scene, "pin", json!({ "channel": channel, "user": scene.owner.to_string(), "message": poll })).await;
    let pins = view(&scene, format!("/pins?channel={channel}")).await;
    assert_eq!(pins[0]["poll"]["answers"][0], json!(["yes", 1]));
    let guild = scene.guild.to_string();
    let forum = act(&scene, "add_forum", json!({ "guild": guild, "name": "ideas", "tags": ["bug"] })).await;
    let tags = view(&scene, format!("/tags?forum={}", forum.as_str().expect("an id"))).await;
    let post = json!({ "forum": forum, "user": user, "title": "t", "text": "x", "tags": [tags[0]["id"]] });
    let thread = act(&scene, "post_in_forum", post).await;
    let thread = view(&scene, format!("/thread?thread={}", thread.as_str().expect("an id"))).await;
    assert_eq!(thread["tags"][0], tags[0]["id"]);
    let broken = json!({ "channel": channel, "user": user, "files": [{ "name": "x", "base64": "?" }] });
    assert_eq!(scene.control(Method::POST, "/post", broken).await.0, 400);
}
