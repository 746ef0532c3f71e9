use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::client::{Scene, TOKEN};
use crate::discord::{Limits, RouteLimit};

#[tokio::test]
async fn a_wrong_token_is_unauthorized() {
    let scene = Scene::start().await;
    let request = scene.request(Method::GET, "/users/@me").header("Authorization", "Bot wrong");
    let response = request.send().await.expect("an answer");
    assert_eq!(response.status(), 401);
    let body: Value = response.json().await.expect("JSON");
    assert_eq!(body, json!({ "message": "401: Unauthorized", "code": 0 }));
}

#[tokio::test]
async fn answers_are_exactly_json_and_carry_their_bucket() {
    let limits = Limits { route_default: RouteLimit { calls: 2, window_ms: 4_000 }, ..Limits::default() };
    let scene = Scene::with(limits).await;
    let ask = async || {
        let request =
            scene.request(Method::GET, "/users/@me").header("Authorization", format!("Bot {TOKEN}"));
        request.send().await.expect("an answer")
    };
    let response = ask().await;
    let header = |name: &str| response.headers()[name].to_str().expect("text").to_owned();
    assert_eq!(header("content-type"), "application/json");
    assert_eq!((header("x-ratelimit-limit"), header("x-ratelimit-remaining")), ("2".into(), "1".into()));
    assert_eq!(header("x-ratelimit-reset-after"), "4.000");
    ask().await;
    let refused = ask().await;
    assert_eq!(
        (refused.status().as_u16(), &refused.headers()["x-ratelimit-scope"]),
        (429, &"user".parse().expect("valid"))
    );
    let body: Value = refused.json().await.expect("JSON");
    assert_eq!((&body["retry_after"], &body["global"]), (&json!(4.0), &json!(false)));
    scene.world.advance(Duration::from_secs(4));
    assert_eq!(ask().await.status(), 200);
}

#[tokio::test]
async fn the_global_limit_says_so() {
    let scene = Scene::with(Limits { global_per_second: 1, ..Limits::unlimited() }).await;
    assert_eq!(scene.get("/users/@me").await.0, 200);
    let (status, body) = scene.get(&format!("/guilds/{}", scene.guild)).await;
    assert_eq!((status, &body["global"]), (429, &json!(true)));
}

#[tokio::test]
async fn members_and_roles_are_looked_up() {
    let scene = Scene::start().await;
    let members = format!("/guilds/{}/members", scene.guild);
    let (_, member) = scene.get(&format!("{members}/{}", scene.member)).await;
    assert_eq!(member["user"]["username"], "mia");
    let stranger = scene.world.add_user("stranger");
    assert_eq!(scene.get(&format!("{members}/{stranger}")).await.1["code"], 10007);
    assert_eq!(scene.get(&format!("{members}/12")).await.1["code"], 10013);
    assert_eq!(scene.get(&format!("{members}?limit=10")).await.1.as_array().map(Vec::len), Some(3));
    assert_eq!(scene.get("/guilds/12").await.1["code"], 10004);
}

#[tokio::test]
async fn calls_are_logged_by_name() {
    let scene = Scene::start().await;
    scene.post_text("hello").await;
    let last = scene.world.calls().pop().expect("a call");
    assert_eq!((last.name.as_str(), last.status), ("POST /channels/{channel.id}/messages", 200));
    assert_eq!(last.path, format!("/channels/{}/messages", scene.channel));
}
