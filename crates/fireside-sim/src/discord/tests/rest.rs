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

#[tokio::test]
async fn buckets_are_apart_by_channel_and_shared_by_the_routes_of_one_limit() {
    let one = RouteLimit { calls: 1, window_ms: 5_000 };
    let limits = Limits { routes: vec![("/reactions".to_owned(), one)], ..Limits::unlimited() };
    let scene = Scene::with(limits).await;
    let other = scene.world.add_channel(scene.guild, "other");
    let reaction = |channel: u64, message: &str| {
        format!("/channels/{channel}/messages/{message}/reactions/%F0%9F%91%8D/@me")
    };
    let message = scene.post_text("hello").await;
    let there = scene.world.say(other, scene.owner, "hello", None).expect("sent").to_string();
    let mine = reaction(scene.channel, &message);
    assert_eq!(scene.call(Method::PUT, &mine, Value::Null).await.0, 204);
    assert_eq!(scene.call(Method::DELETE, &mine, Value::Null).await.0, 429);
    assert_eq!(scene.call(Method::PUT, &reaction(other, &there), Value::Null).await.0, 204);
    scene.world.advance(Duration::from_secs(5));
    assert_eq!(scene.call(Method::DELETE, &mine, Value::Null).await.0, 204);
}

#[tokio::test]
async fn an_address_with_too_many_invalid_requests_is_shut_out_with_a_page() {
    let scene = Scene::with(Limits { invalid_requests_max: 2, ..Limits::unlimited() }).await;
    let ask = |token: &str| {
        scene.request(Method::GET, "/users/@me").header("Authorization", token.to_owned()).send()
    };
    for _ in 0..2 {
        assert_eq!(ask("Bot wrong").await.expect("an answer").status(), 401);
    }
    let right = format!("Bot {TOKEN}");
    let refused = ask(&right).await.expect("an answer");
    assert_eq!(
        (refused.status().as_u16(), &refused.headers()["retry-after"]),
        (429, &"600".parse().expect("valid"))
    );
    assert!(refused.text().await.expect("a page").contains("<html>"));
    scene.world.advance(Duration::from_mins(10));
    assert_eq!(ask(&right).await.expect("an answer").status(), 200);
}
