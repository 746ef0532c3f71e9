//! What a receiver gets, and what it never gets.

use axum::http::Method;
use fireside_core::ports::{Adapter, DeliveryError};
use fireside_core::{Effect, Place};
use fireside_testkit::adapter::delivery;
use serde_json::json;

use crate::receiver::Receiver;
use crate::stage::{Stage, data, event};

#[tokio::test]
async fn an_event_is_told_as_promised() {
    let receiver = Receiver::listen().await;
    let stage = Stage::before(receiver.address.port());
    stage.tell(0).await.expect("it is taken");
    let [request] = receiver.requests().try_into().expect("one request");
    assert_eq!(request.method, Method::POST);
    assert_eq!(request.header("content-type"), "application/json");
    assert!(request.header("user-agent").starts_with("fireside/"), "{request:?}");
    assert_eq!(
        request.json(),
        json!({
            "type": "feedback.created",
            "timestamp": "2025-06-15T15:06:40.007Z",
            "version": 1,
            "community": "acme",
            "data": data(),
        })
    );
    assert!(stage.notices().await.is_empty());
}

#[tokio::test]
async fn every_attempt_at_an_event_has_its_id_and_its_body() {
    let receiver = Receiver::listen().await;
    let port = receiver.address.port();
    Stage::before(port).tell(0).await.expect("it is taken");
    Stage::before(port).tell(0).await.expect("it is taken after a restart, too");
    Stage::before(port).tell(1).await.expect("another event is taken");
    let requests = receiver.requests();
    let ids: Vec<_> = requests.iter().map(|request| request.header("webhook-id")).collect();
    assert!(ids[0].starts_with("msg_"), "{ids:?}");
    assert_eq!(ids[0], ids[1]);
    assert_ne!(ids[0], ids[2]);
    assert_eq!(requests[0].body, requests[1].body);
}

#[tokio::test]
async fn only_events_are_told() {
    let receiver = Receiver::listen().await;
    let stage = Stage::before(receiver.address.port());
    let words = Effect::Send { to: fireside_webhook::place(&"acme".into()).into(), content: "hello".into() };
    let refused = stage.deliver(&delivery(0, words)).await;
    assert!(matches!(refused, Err(DeliveryError::Refused { .. })), "{refused:?}");
    assert_eq!(receiver.requests().len(), 0);
}

#[tokio::test]
async fn a_community_whose_webhook_was_removed_is_refused() {
    let receiver = Receiver::listen().await;
    let stage = Stage::before(receiver.address.port());
    let mut other = event(0);
    other.effect = Effect::Post {
        to: Place::channel(fireside_webhook::PLATFORM, "beta"),
        event_type: "feedback.created".to_owned(),
        data: json!({}),
    };
    let refused = stage.deliver(&other).await.expect_err("nobody to tell");
    assert_eq!(refused.to_string(), "it was refused: community `beta` has no webhook any more");
    assert_eq!(receiver.requests().len(), 0);
}

#[tokio::test]
async fn it_hears_nothing_and_needs_nobody_to_start() {
    let stage = Stage::before(1);
    assert!(!stage.adapter.hears());
    stage.adapter.connect().await.expect("nobody is called");
    assert_eq!(stage.adapter.check().await, Vec::<String>::new());
}

/// The test that is run again where the environment names a proxy.
const TOLD: &str = "telling::an_event_is_told_as_promised";

#[test]
fn a_proxy_that_the_environment_names_is_not_used() {
    // Nobody listens on port 1: what went through it would not be told.
    let proxy = "http://127.0.0.1:1";
    let names = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
    let this = std::env::current_exe().expect("a test has a program");
    let mut command = std::process::Command::new(this);
    command.args(["--exact", TOLD]).envs(names.map(|name| (name, proxy)));
    let output = command.env_remove("no_proxy").env_remove("NO_PROXY").output().expect("it can be run again");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}
