//! Interactions posted to the application's own address.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use ed25519_dalek::{Signature, Verifier, VerifyingKey};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::client::{EVERYTHING, SOON, Scene};
use crate::discord::{Limits, Options};

/// An application that checks signatures and answers as it is told.
#[derive(Clone)]
struct Application {
    key: Arc<Mutex<Option<VerifyingKey>>>,
    answer: Arc<Mutex<(String, String)>>,
    seen: Arc<Mutex<Vec<Value>>>,
}

impl Application {
    /// Its address and itself; without a key it takes any signature.
    async fn start() -> (String, Self) {
        let answer = ("application/json".to_owned(), json!({ "type": 1 }).to_string());
        let application =
            Self { key: Arc::default(), answer: Arc::new(Mutex::new(answer)), seen: Arc::default() };
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/interactions", listener.local_addr().expect("an address"));
        let app = Router::new().route("/interactions", post(answer_to)).with_state(application.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        (url, application)
    }

    fn trust(&self, hex: &str) {
        let bytes = bytes(hex).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok()).expect("32 bytes");
        *self.key.lock().expect("a lock") = Some(VerifyingKey::from_bytes(&bytes).expect("a key"));
    }

    fn answer_with(&self, content_type: &str, body: &str) {
        *self.answer.lock().expect("a lock") = (content_type.to_owned(), body.to_owned());
    }
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    (0..hex.len() / 2).map(|at| u8::from_str_radix(hex.get(at * 2..at * 2 + 2)?, 16).ok()).collect()
}

async fn answer_to(State(application): State<Application>, headers: HeaderMap, body: String) -> Response {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let key = *application.key.lock().expect("a lock");
    let signature = bytes(header("x-signature-ed25519")).and_then(|bytes| Signature::from_slice(&bytes).ok());
    let signed = format!("{}{body}", header("x-signature-timestamp"));
    let is_genuine = match (key, signature) {
        (Some(key), Some(signature)) => key.verify(signed.as_bytes(), &signature).is_ok(),
        (None, _) => true,
        (Some(_), None) => false,
    };
    if !is_genuine {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    application.seen.lock().expect("a lock").push(serde_json::from_str(&body).expect("JSON"));
    let (content_type, answer) = application.answer.lock().expect("a lock").clone();
    ([(header::CONTENT_TYPE, content_type)], answer).into_response()
}

async fn scene_with_ping(options: Options) -> Scene {
    let scene = Scene::with_options(Options { limits: Limits::unlimited(), ..options }).await;
    let path = format!("/applications/{}/commands", scene.world.bot());
    scene.call(Method::PUT, &path, json!([{ "name": "ping", "description": "d" }])).await;
    scene
}

#[tokio::test]
async fn an_endpoint_is_taken_when_it_tells_signatures_apart() {
    let scene = scene_with_ping(Options::default()).await;
    let (url, application) = Application::start().await;
    let set = || {
        let body = json!({ "interactions_endpoint_url": url });
        scene.call(Method::PATCH, "/applications/@me", body)
    };
    let (status, error) = set().await;
    assert_eq!((status, &error["code"]), (400, &json!(50035)), "it took a forged signature");
    let (_, own) = scene.get("/applications/@me").await;
    assert_eq!(own["interactions_endpoint_url"], Value::Null);
    application.trust(own["verify_key"].as_str().expect("a key"));
    let (status, own) = set().await;
    assert_eq!((status, &own["interactions_endpoint_url"]), (200, &json!(url)));
    application.answer_with("application/json", "{}");
    assert_eq!(set().await.0, 400, "a PING wants a PONG");
}

#[tokio::test]
async fn what_the_endpoint_answers_is_the_first_answer() {
    let (url, application) = Application::start().await;
    let endpoint = Some(url);
    let scene = scene_with_ping(Options { interactions_endpoint_url: endpoint, ..Options::default() }).await;
    let mut gateway = scene.identify(EVERYTHING).await;
    let answer = json!({ "type": 4, "data": { "content": "pong" } }).to_string();
    application.answer_with("application/json", &answer);
    let interaction = scene.world.run_command(scene.channel, scene.member, "ping", &[]).expect("runs");
    scene.world.wait_for_text(scene.channel, "pong", SOON).await.expect("answered");
    assert!(scene.world.is_answered(interaction));
    gateway.event("MESSAGE_CREATE").await;
    let seen = application.seen.lock().expect("a lock")[0].clone();
    assert_eq!((&seen["type"], &seen["data"]["name"]), (&json!(2), &json!("ping")));
    let follow_up = format!("/webhooks/{}/{}", scene.world.bot(), seen["token"].as_str().expect("a token"));
    assert_eq!(scene.post(&follow_up, json!({ "content": "and more" })).await.0, 200);
}

#[tokio::test]
async fn an_endpoint_answers_with_files_too() {
    let (url, application) = Application::start().await;
    let endpoint = Some(url);
    let scene = scene_with_ping(Options { interactions_endpoint_url: endpoint, ..Options::default() }).await;
    let payload = json!({ "type": 4, "data": { "content": "here" } });
    let body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n{payload}\r\n\
         --b\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"a.txt\"\r\n\
         Content-Type: text/plain\r\n\r\nabc\r\n--b--\r\n"
    );
    application.answer_with("multipart/form-data; boundary=b", &body);
    scene.world.run_command(scene.channel, scene.member, "ping", &[]).expect("runs");
    let answer = scene.world.wait_for_text(scene.channel, "here", SOON).await.expect("answered");
    let path = format!("/channels/{}/messages/{}", scene.channel, answer.id);
    assert_eq!(scene.get(&path).await.1["attachments"][0]["filename"], "a.txt");
}

#[tokio::test]
async fn an_endpoint_that_fails_leaves_the_interaction_unanswered() {
    let endpoint = Some("http://127.0.0.1:1/nobody".to_owned());
    let scene = scene_with_ping(Options { interactions_endpoint_url: endpoint, ..Options::default() }).await;
    let interaction = scene.world.run_command(scene.channel, scene.member, "ping", &[]).expect("runs");
    let (_, events) = scene.control(Method::GET, "/events?timeout_ms=5000", Value::Null).await;
    let names = |events: &Value| -> Vec<String> {
        let all = events["events"].as_array().into_iter().flatten();
        all.filter_map(|event| event["t"].as_str().map(str::to_owned)).collect()
    };
    let last = events["last"].as_u64().expect("a number");
    let failed = names(&events).contains(&"INTERACTION_FAILED".to_owned()) || {
        let path = format!("/events?after={last}&timeout_ms=5000");
        names(&scene.control(Method::GET, &path, Value::Null).await.1)
            .contains(&"INTERACTION_FAILED".to_owned())
    };
    assert!(failed && !scene.world.is_answered(interaction));
}
