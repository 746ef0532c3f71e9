//! Updates delivered to the bot's webhook.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::*;
use crate::telegram::WebhookOptions;

/// The secret and the update of one request.
type Delivery = (Option<String>, Value);

/// A bot that is told by webhook: it notes what comes and answers as it is set to.
#[derive(Debug, Clone)]
struct Hook {
    url: String,
    received: watch::Sender<Vec<Delivery>>,
    answer: Arc<Mutex<(u16, String)>>,
    /// Deliveries wait while this is false.
    open: watch::Sender<bool>,
}

impl Hook {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/hook", listener.local_addr().expect("an address"));
        let answer = Arc::new(Mutex::new((200, String::new())));
        let hook = Self { url, received: watch::Sender::default(), answer, open: watch::Sender::new(true) };
        let app = Router::new().fallback(receive).with_state(hook.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        hook
    }

    fn answers(&self, status: u16, body: &str) {
        *self.answer.lock().expect("not poisoned") = (status, body.to_owned());
    }

    fn received(&self) -> Vec<Delivery> {
        self.received.borrow().clone()
    }

    /// Waits until so many updates came.
    async fn wait_for(&self, count: usize) {
        let mut received = self.received.subscribe();
        let came = received.wait_for(|received| received.len() >= count);
        let came = tokio::time::timeout(PATIENCE, came).await.expect("they come");
        came.expect("the hook lives");
    }

    fn texts(&self) -> Vec<String> {
        let text = |update: &Value| update["message"]["text"].as_str().unwrap_or_default().to_owned();
        self.received().iter().map(|(_, update)| text(update)).collect()
    }
}

async fn receive(State(hook): State<Hook>, headers: HeaderMap, body: String) -> Response {
    let secret = headers.get("x-telegram-bot-api-secret-token").and_then(|secret| secret.to_str().ok());
    let update = serde_json::from_str(&body).expect("JSON");
    hook.received.send_modify(|received| received.push((secret.map(str::to_owned), update)));
    hook.open.subscribe().wait_for(|open| *open).await.expect("the hook lives");
    let (status, body) = hook.answer.lock().expect("not poisoned").clone();
    let status = StatusCode::from_u16(status).expect("a status");
    (status, [("content-type", "application/json")], body).into_response()
}

async fn webhooked(more: Value) -> (Bench, Hook) {
    let (bench, hook) = (Bench::start().await, Hook::start().await);
    let mut params = json!({ "url": hook.url });
    for (name, value) in more.as_object().expect("an object") {
        params[name] = value.clone();
    }
    bench.ok("setWebhook", params).await;
    (bench, hook)
}

async fn until(bench: &Bench, what: impl Fn() -> bool) {
    bench.world.wait_for(PATIENCE, |_| what().then_some(())).await.expect("it happens");
}

async fn drained(bench: &Bench) {
    let empty = |world: &World| (world.pending_updates() == 0).then_some(());
    bench.world.wait_for(PATIENCE, empty).await.expect("all is delivered");
}

#[tokio::test]
async fn an_update_is_posted_with_the_secret_and_is_gone_once_taken() {
    let (bench, hook) = webhooked(json!({ "secret_token": "s-3_cret" })).await;
    bench.world.say(ANNA, ANNA, "/start");
    drained(&bench).await;
    let received = hook.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].0.as_deref(), Some("s-3_cret"));
    assert_eq!(received[0].1["message"]["text"], "/start");
    assert_eq!(bench.ok("getWebhookInfo", json!({})).await["pending_update_count"], 0);
}

#[tokio::test]
async fn a_refused_update_is_told_again_in_order_after_its_wait() {
    let (bench, hook) = webhooked(json!({})).await;
    hook.answers(500, "");
    bench.world.say(ANNA, ANNA, "one");
    bench.world.say(ANNA, ANNA, "two");
    let failed = |world: &World| world.peek(|state| state.webhook_error.clone());
    bench.world.wait_for(PATIENCE, failed).await.expect("it fails");
    let info = bench.ok("getWebhookInfo", json!({})).await;
    assert_eq!(info["last_error_message"], "Wrong response from the webhook: 500 Internal Server Error");
    assert_eq!(info["last_error_date"], 1_700_000_000);
    assert_eq!(info["pending_update_count"], 2);
    hook.answers(200, "");
    bench.world.clock().advance(Duration::from_secs(1));
    drained(&bench).await;
    assert_eq!(hook.texts(), ["one", "one", "two"]);
}

#[tokio::test]
async fn chats_are_served_side_by_side_up_to_max_connections() {
    let (bench, hook) = webhooked(json!({ "max_connections": 2 })).await;
    bench.world.set_privacy_mode(false);
    hook.open.send_replace(false);
    for (user, text) in [(ANNA, "a1"), (ANNA, "a2"), (8, "b1"), (9, "c1")] {
        bench.world.say(user, user, text);
    }
    hook.wait_for(2).await;
    let mut first = hook.texts();
    first.sort();
    assert_eq!(first, ["a1", "b1"], "a2 waits for a1, c1 for a connection");
    hook.open.send_replace(true);
    drained(&bench).await;
    let texts = hook.texts();
    let place = |text: &str| texts.iter().position(|other| other == text).expect("it came");
    assert!(place("a1") < place("a2"));
    assert_eq!(texts.len(), 4);
}

#[tokio::test]
async fn a_method_in_the_answer_is_carried_out() {
    let (bench, hook) = webhooked(json!({})).await;
    hook.answers(200, r#"{"method":"sendMessage","chat_id":7,"text":"Welcome"}"#);
    bench.world.say(ANNA, ANNA, "/start");
    let shown = bench.world.wait_for_text(ANNA, "Welcome", PATIENCE).await.expect("it is sent");
    assert!(shown.from_bot);
    until(&bench, || !bench.world.calls("sendMessage").is_empty()).await;
}

#[tokio::test]
async fn an_unreachable_hook_is_tried_again_by_its_own_clock() {
    let retry_clock = Clock::frozen(0);
    let options = WebhookOptions { retry_clock: Some(retry_clock.clone()), ..WebhookOptions::default() };
    let bench = Bench::with(|bench| bench.webhook = options).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    bench.ok("setWebhook", json!({ "url": format!("http://{address}/") })).await;
    bench.world.say(ANNA, ANNA, "hello");
    let failed = |world: &World| world.peek(|state| state.webhook_error.clone());
    let (_, reason) = bench.world.wait_for(PATIENCE, failed).await.expect("it fails");
    assert_eq!(reason, "Connection refused");
    let received = watch::Sender::default();
    let answer = Arc::new(Mutex::new((200, String::new())));
    let hook = Hook { url: String::new(), received, answer, open: watch::Sender::new(true) };
    let listener = TcpListener::bind(address).await.expect("the same port");
    tokio::spawn({
        let app = Router::new().fallback(receive).with_state(hook.clone());
        async move { axum::serve(listener, app).await }
    });
    retry_clock.advance(Duration::from_secs(1));
    drained(&bench).await;
    assert_eq!(hook.texts(), ["hello"]);
}

#[tokio::test]
async fn a_webhook_ends_polling_and_polling_is_back_when_it_is_deleted() {
    let bench = Bench::start().await;
    let hook = Hook::start().await;
    let waiting = bench.refused("getUpdates", json!({ "timeout": 50 }));
    let setting = async {
        bench.world.wait_for(PATIENCE, |world| world.poll_waits().then_some(())).await.expect("it polls");
        bench.ok("setWebhook", json!({ "url": hook.url })).await;
    };
    let (refusal, ()) = tokio::join!(waiting, setting);
    assert_eq!(refusal, (409, "Conflict: terminated by setWebhook request".to_owned()));
    let refusal = bench.refused("getUpdates", json!({})).await;
    assert!(refusal.1.starts_with("Conflict: can't use getUpdates method while webhook is active"));
    hook.answers(500, "");
    bench.world.say(ANNA, ANNA, "kept");
    let failed = |world: &World| world.peek(|state| state.webhook_error.clone());
    bench.world.wait_for(PATIENCE, failed).await.expect("it fails");
    bench.ok("deleteWebhook", json!({})).await;
    assert_eq!(bench.updates(0).await[0]["message"]["text"], "kept");
    assert_eq!(bench.ok("getWebhookInfo", json!({})).await["url"], "");
}

#[tokio::test]
async fn addresses_ports_and_secrets_are_checked() {
    let bench = Bench::start().await;
    let refused = async |params: Value| bench.refused("setWebhook", params).await.1;
    let plain = refused(json!({ "url": "http://example.org/" })).await;
    assert_eq!(plain, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
    let port = refused(json!({ "url": "https://example.org:8080/" })).await;
    let ports = "Webhook can be set up only on ports 80, 88, 443 or 8443";
    assert_eq!(port, format!("Bad Request: bad webhook: {ports}"));
    let secret = refused(json!({ "url": "https://example.org/", "secret_token": "a b" })).await;
    assert_eq!(secret, "Bad Request: secret token contains unallowed characters");
    let long = refused(json!({ "url": "https://example.org/", "secret_token": "x".repeat(257) })).await;
    assert_eq!(long, "Bad Request: secret token is too long");
}

#[tokio::test]
async fn setting_it_may_drop_what_waits_and_choose_kinds() {
    let bench = Bench::start().await;
    bench.world.say(ANNA, ANNA, "dropped");
    let hook = Hook::start().await;
    let form = reqwest::multipart::Form::new()
        .text("url", hook.url.clone())
        .text("ip_address", "127.0.0.1")
        .text("max_connections", "7")
        .text("allowed_updates", r#"["message"]"#)
        .text("drop_pending_updates", "true");
    let answer = bench.client.post(bench.url("setWebhook")).multipart(form).send().await.expect("an answer");
    assert_eq!(answer.status(), 200);
    bench.world.say(ANNA, ANNA, "told");
    drained(&bench).await;
    assert_eq!(hook.texts(), ["told"]);
    let info = bench.ok("getWebhookInfo", json!({})).await;
    assert_eq!(info["max_connections"], 7);
    assert_eq!(info["ip_address"], "127.0.0.1");
    assert_eq!(info["allowed_updates"], json!(["message"]));
}
