//! Posts updates to the bot's webhook: in order within a lane, lanes side by
//! side, a failed update again until it is taken or has expired.

use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use reqwest::redirect::Policy;
use tokio::task::JoinSet;

use super::bot_api;
use super::queue::Due;
use super::webhook::{Webhook, WebhookOptions, is_near};
use super::world::World;
use crate::Clock;

/// The header that carries the secret.
const SECRET_HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";
/// More of an answer than this is not read, in bytes.
const ANSWER_LEN_MAX: usize = 1024 * 1024;

/// Delivers until the server closes.
pub(crate) async fn run(world: World, options: WebhookOptions) {
    let clock = options.retry_clock.clone().unwrap_or_else(|| world.clock().clone());
    let mut wakes = world.deliveries();
    let mut posts = JoinSet::new();
    let mut post_office: Option<(Webhook, PostOffice)> = None;
    loop {
        wakes.mark_unchanged();
        let webhook = world.peek(|state| state.webhook.clone());
        if post_office.as_ref().is_none_or(|(known, _)| *known != webhook) {
            post_office = Some((webhook.clone(), PostOffice::open(&webhook, &options)));
        }
        let mut next_ms = None;
        if let Some((_, office)) = post_office.as_ref().filter(|_| webhook.is_set()) {
            while posts.len() < webhook.max_connections {
                let (now_ms, retry_ms) = (world.clock().now_ms(), clock.now_ms());
                let due = world.peek(|state| {
                    let is_same = state.webhook == webhook;
                    if is_same { state.updates.take_due(now_ms, retry_ms) } else { Due::Never }
                });
                match due {
                    Due::Now(place, json) => {
                        posts.spawn(deliver(world.clone(), office.clone(), clock.clone(), place, json));
                    }
                    Due::At(at_ms) => {
                        next_ms = Some(at_ms);
                        break;
                    }
                    Due::Never => break,
                }
            }
        }
        tokio::select! {
            woken = wakes.changed() => if woken.is_err() { return },
            Some(_) = posts.join_next() => {}
            () = wait(&clock, next_ms) => {}
            () = world.closing().cancelled() => return,
        }
    }
}

async fn wait(clock: &Clock, until_ms: Option<u64>) {
    match until_ms {
        Some(until_ms) => clock.until(until_ms).await,
        None => std::future::pending().await,
    }
}

/// Posts one update and settles what became of it.
async fn deliver(world: World, office: PostOffice, clock: Clock, place: u64, json: String) {
    match office.post(json).await {
        Ok(answer) => {
            world.change(|state| state.updates.delivered(place));
            if let Some(request) = answer {
                bot_api::carry_out_answer(&world, request).await;
            }
        }
        Err(reason) => {
            let now_s = world.clock().now_secs();
            world.change(|state| {
                state
                    .updates
                    .failed(place, |failures| clock.now_ms() + office.options.retry_after_ms(failures));
                state.webhook_error = Some((now_s, reason));
            });
        }
    }
}

/// The client for one webhook.
#[derive(Debug, Clone)]
struct PostOffice {
    /// None for an address that is not on this machine: the simulator stays on loopback.
    client: Option<reqwest::Client>,
    webhook: Webhook,
    options: WebhookOptions,
}

impl PostOffice {
    fn open(webhook: &Webhook, options: &WebhookOptions) -> Self {
        let url = reqwest::Url::parse(&webhook.url).ok();
        let host = url.as_ref().and_then(reqwest::Url::host_str).unwrap_or_default();
        let near = webhook.ip_address.map_or_else(|| is_near(host), |address| address.is_loopback());
        let mut builder = reqwest::Client::builder()
            .no_proxy()
            .redirect(Policy::none())
            // Webhooks on this machine sign their own certificates.
            .danger_accept_invalid_certs(true)
            .timeout(Duration::from_millis(options.timeout_ms));
        if let Some(address) = webhook.ip_address {
            let port = url.as_ref().and_then(reqwest::Url::port_or_known_default).unwrap_or_default();
            builder = builder.resolve(host, (address, port).into());
        }
        let client = builder.build().ok().filter(|_| near);
        Self { client, webhook: webhook.clone(), options: options.clone() }
    }

    /// Posts an update; an answer with a body comes back as the call it may be.
    async fn post(&self, json: String) -> Result<Option<Request>, String> {
        let client = self.client.as_ref().ok_or_else(|| "Connection failed".to_owned())?;
        let mut request = client.post(&self.webhook.url).header(CONTENT_TYPE, "application/json").body(json);
        if !self.webhook.secret.is_empty() {
            request = request.header(SECRET_HEADER, &self.webhook.secret);
        }
        let answer = request.send().await.map_err(|error| reason(&error))?;
        let status = answer.status();
        if !status.is_success() {
            let status = format!("{} {}", status.as_u16(), status.canonical_reason().unwrap_or_default());
            return Err(format!("Wrong response from the webhook: {}", status.trim()));
        }
        let content_type = answer.headers().get(CONTENT_TYPE).cloned();
        let body = answer.bytes().await.map_err(|error| reason(&error))?;
        let Some(content_type) = content_type.filter(|_| !body.is_empty() && body.len() <= ANSWER_LEN_MAX)
        else {
            return Ok(None);
        };
        Ok(Request::post("/").header(CONTENT_TYPE, content_type).body(Body::from(body)).ok())
    }
}

fn reason(error: &reqwest::Error) -> String {
    let text = if error.is_timeout() {
        "Read timeout expired"
    } else if error.is_connect() {
        "Connection refused"
    } else {
        "Connection closed"
    };
    text.to_owned()
}
