//! The interactions endpoint: interactions as signed posts to the application,
//! in place of the gateway.

use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{Uri, header};
use ed25519_dalek::{Signer, SigningKey};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::errors::ApiError;
use super::objects::id;
use super::rest::read_input;
use super::world::{State, World};

/// How long a post may take, in real time. That the answer is in time by the
/// simulator's clock is checked besides.
const POST_TIMEOUT: Duration = Duration::from_secs(10);

/// Where interactions go, and the key they are signed with.
#[derive(Debug)]
pub(crate) struct Endpoint {
    /// None lets them go over the gateway.
    pub(crate) url: Option<String>,
    key: SigningKey,
    outlet: Option<mpsc::UnboundedSender<Delivery>>,
}

/// An interaction on its way to the endpoint.
#[derive(Debug)]
pub(crate) struct Delivery {
    pub(crate) interaction: u64,
    pub(crate) token: String,
    pub(crate) body: String,
}

/// A body with what proves that it comes from Discord.
#[derive(Debug)]
struct Signed {
    body: String,
    timestamp: String,
    signature: String,
}

impl Endpoint {
    /// A key of its own for each application, the same one at every start.
    pub(crate) fn new(application: u64, url: Option<String>) -> Self {
        let mut seed = *b"fireside-simulator-ed25519-seed!";
        seed[..8].copy_from_slice(&application.to_be_bytes());
        Self { url, key: SigningKey::from_bytes(&seed), outlet: None }
    }

    /// The public key in hexadecimal, as the application object tells it.
    pub(crate) fn verify_key(&self) -> String {
        hex(self.key.verifying_key().as_bytes())
    }

    /// Hands an interaction to whoever posts; false when it goes over the gateway.
    pub(crate) fn takes(&self, interaction: u64, token: &str, event: &Value) -> bool {
        let Some(outlet) = self.outlet.as_ref().filter(|_| self.url.is_some()) else { return false };
        let delivery = Delivery { interaction, token: token.to_owned(), body: event.to_string() };
        outlet.send(delivery).is_ok()
    }

    fn sign(&self, body: String, now_secs: u64) -> Signed {
        let timestamp = now_secs.to_string();
        let signature = self.key.sign(format!("{timestamp}{body}").as_bytes());
        Signed { body, signature: hex(&signature.to_bytes()), timestamp }
    }
}

impl State {
    /// Begins to post interactions; the other end is for [`run`].
    pub(crate) fn open_endpoint(&mut self) -> mpsc::UnboundedReceiver<Delivery> {
        let (outlet, deliveries) = mpsc::unbounded_channel();
        self.endpoint.outlet = Some(outlet);
        deliveries
    }
}

/// Posts interactions until `stop`, each in a task of its own.
pub(crate) async fn run(
    world: World,
    mut deliveries: mpsc::UnboundedReceiver<Delivery>,
    stop: CancellationToken,
) {
    let client = Client::new();
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            delivery = deliveries.recv() => {
                let Some(delivery) = delivery else { return };
                let (world, client, stop) = (world.clone(), client.clone(), stop.clone());
                tokio::spawn(async move {
                    tokio::select! {
                        () = stop.cancelled() => {}
                        () = deliver(&world, &client, delivery) => {}
                    }
                });
            }
        }
    }
}

/// Posts one interaction and takes the answer as its first.
async fn deliver(world: &World, client: &Client, delivery: Delivery) {
    let (url, signed) = world.read(|state| {
        (state.endpoint.url.clone(), state.endpoint.sign(delivery.body, state.clock.now_secs()))
    });
    let Some(url) = url else { return };
    let answered = match post(client, &url, signed).await {
        // The application answers by the callback route.
        Ok((StatusCode::ACCEPTED, _, _)) => return,
        Ok((StatusCode::OK, content_type, bytes)) => {
            let mut request = Request::new(Body::from(bytes));
            if let Ok(content_type) = content_type.parse() {
                request.headers_mut().insert(header::CONTENT_TYPE, content_type);
            }
            match read_input(request, Vec::new(), &Uri::default()).await {
                Ok(input) => world.change(|state| {
                    let attachments = input.attachments(state)?;
                    let token = &delivery.token;
                    state.acknowledge(delivery.interaction, token, &input.body, &attachments).map(drop)
                }),
                Err(error) => Err(error),
            }
        }
        Ok((status, _, _)) => Err(ApiError::new(status.as_u16(), 0, "the endpoint refused the interaction")),
        Err(_) => Err(ApiError::new(0, 0, "the endpoint did not answer")),
    };
    if let Err(error) = answered {
        let failed = json!({ "id": id(delivery.interaction), "error": error.body() });
        world.change(|state| state.log.push("INTERACTION_FAILED", failed.to_string()));
    }
}

async fn post(
    client: &Client,
    url: &str,
    signed: Signed,
) -> Result<(StatusCode, String, Vec<u8>), reqwest::Error> {
    let request = client
        .post(url)
        .timeout(POST_TIMEOUT)
        .header("Content-Type", "application/json")
        .header("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)")
        .header("X-Signature-Ed25519", signed.signature)
        .header("X-Signature-Timestamp", signed.timestamp)
        .body(signed.body);
    let response = request.send().await?;
    let content_type = response.headers().get("Content-Type").and_then(|value| value.to_str().ok());
    let content_type = content_type.unwrap_or("application/json").to_owned();
    Ok((response.status(), content_type, response.bytes().await?.to_vec()))
}

/// Tries an endpoint out before it is taken: a signed PING must be answered with
/// a PONG, and one with a wrong signature with 401.
pub(crate) async fn verify(world: &World, url: &str) -> Result<(), ApiError> {
    let ping = |state: &State| {
        let bot = id(state.bot());
        let body = json!({
            "id": id(state.clock.now_ms()), "application_id": bot, "type": 1, "token": "ping", "version": 1,
            "entitlements": [], "authorizing_integration_owners": {}, "attachment_size_limit": 0,
        });
        state.endpoint.sign(body.to_string(), state.clock.now_secs())
    };
    let (valid, mut forged) = world.read(|state| (ping(state), ping(state)));
    forged.signature = forged.signature.chars().rev().collect();
    let client = Client::new();
    let answer = post(&client, url, valid).await;
    let answers = answer.is_ok_and(|(status, _, body)| {
        let body: Value = serde_json::from_slice(&body).unwrap_or_default();
        status == StatusCode::OK && body["type"] == json!(1)
    });
    let refuses =
        post(&client, url, forged).await.is_ok_and(|(status, _, _)| status == StatusCode::UNAUTHORIZED);
    if answers && refuses {
        return Ok(());
    }
    let message = "The specified interactions endpoint url could not be verified.";
    Err(ApiError::form("interactions_endpoint_url", "APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID", message))
}

fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

#[cfg(test)]
mod tests {
    use ed25519_dalek::{Signature, Verifier};

    use super::*;

    #[test]
    fn what_is_signed_is_the_timestamp_and_the_body() {
        let endpoint = Endpoint::new(42, None);
        let signed = endpoint.sign("{}".to_owned(), 1_790_000_000);
        let bytes: Vec<u8> = (0..64)
            .map(|at| u8::from_str_radix(&signed.signature[at * 2..at * 2 + 2], 16).expect("hexadecimal"))
            .collect();
        let signature = Signature::from_slice(&bytes).expect("64 bytes");
        let key = endpoint.key.verifying_key();
        assert!(key.verify(b"1790000000{}", &signature).is_ok());
        assert!(key.verify(b"1790000001{}", &signature).is_err());
        assert_eq!(endpoint.verify_key().len(), 64);
    }
}
