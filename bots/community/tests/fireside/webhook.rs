//! Feedback is told to other software, though the bot is killed while it tells.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::{Router, routing};
use fireside_sim::{Clock, Scene};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};

use crate::PATIENCE;
use crate::process::Configured;
use crate::running::started;

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// What was told, and where it is answered.
type Told = (String, Value, oneshot::Sender<StatusCode>);

async fn take(
    State(told): State<mpsc::UnboundedSender<Told>>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let (answer, answered) = oneshot::channel();
    let id = headers.get("webhook-id").and_then(|id| id.to_str().ok()).unwrap_or_default().to_owned();
    let body = serde_json::from_slice(&body).unwrap_or_default();
    // Nobody asks for it any more when the test is over.
    let _ = told.send((id, body, answer));
    answered.await.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Other software that listens: its address, and what it is told.
async fn listening() -> (String, mpsc::UnboundedReceiver<Told>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port is free");
    let url = format!("http://{}/", listener.local_addr().expect("it listens"));
    let (sender, told) = mpsc::unbounded_channel();
    let router = Router::new().route("/", routing::post(take)).with_state(sender);
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, told)
}

async fn next(told: &mut mpsc::UnboundedReceiver<Told>) -> Told {
    tokio::time::timeout(PATIENCE, told.recv()).await.expect("it is told in time").expect("it listens")
}

#[tokio::test(flavor = "multi_thread")]
async fn feedback_is_told_to_other_software_though_the_bot_is_killed_meanwhile() {
    let scene = Scene::start(Clock::running()).await.expect("ports are free");
    let (url, mut told) = listening().await;
    let config = Configured::for_scene(&scene).webhook(&url, Some(SECRET));
    let running = started(&config, &scene, "info").await;
    let (discord, here) = (scene.discord.world(), scene.on_discord);
    discord.run_command(here.lounge, here.leo, "feedback new", &[]).expect("registered");
    let form = discord.wait_for_modal(here.leo, PATIENCE).await.expect("a form opens");
    let filled = [("title", "It flickers"), ("kind", "bug")];
    discord.submit_modal(here.leo, &form.custom_id, &filled).expect("it fits");
    let (id, body, unanswered) = next(&mut told).await;
    assert_eq!(body["type"], "feedback.created");
    assert_eq!((&body["data"]["number"], &body["data"]["title"]), (&json!(1), &json!("It flickers")));
    assert!(!body.to_string().contains("Leo"), "nobody is named: {body}");
    running.kill();
    drop(unanswered);

    let running = started(&config, &scene, "info").await;
    let (id_after, body_after, answer) = next(&mut told).await;
    assert_eq!((id_after, body_after), (id, body), "it is the same event, and known as such");
    answer.send(StatusCode::NO_CONTENT).expect("the bot waits for it");
    config.assert_no_token_in(&running.log());
    let ended = running.stop().await;
    assert!(ended.success(), "{ended}");
    scene.stop().await;
}
