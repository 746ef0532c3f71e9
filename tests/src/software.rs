//! Other software that listens on this machine, and answers as a test says.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::{Router, routing};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};

use crate::bot::PATIENCE;

/// Other software that the bot tells what happens.
#[derive(Debug)]
pub struct Software {
    /// Where it listens.
    pub url: String,
    told: mpsc::UnboundedReceiver<Told>,
}

/// A request that waits for its answer.
#[derive(Debug)]
pub struct Told {
    /// Its `webhook-id`.
    pub id: String,
    /// Its `webhook-timestamp`.
    pub timestamp: String,
    /// Its `webhook-signature`.
    pub signature: String,
    /// What was sent, byte for byte.
    pub bytes: Bytes,
    /// The same as JSON.
    pub body: Value,
    answer: oneshot::Sender<u16>,
}

impl Told {
    /// Answers with a status. A request that is let go is answered with 500.
    ///
    /// # Panics
    /// When the bot has given up.
    pub fn answer(self, status: u16) {
        self.answer.send(status).expect("the bot waits for it");
    }
}

impl Software {
    /// Listens on a free port.
    ///
    /// # Panics
    /// When there is none.
    pub async fn listen() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port is free");
        let url = format!("http://{}/", listener.local_addr().expect("it listens"));
        let (sender, told) = mpsc::unbounded_channel();
        let router = Router::new().route("/", routing::post(take)).with_state(sender);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, told }
    }

    /// What it is told next.
    ///
    /// # Panics
    /// When it is told nothing.
    pub async fn next(&mut self) -> Told {
        let told = tokio::time::timeout(PATIENCE, self.told.recv()).await;
        told.expect("it is told in time").expect("it listens")
    }
}

async fn take(
    State(told): State<mpsc::UnboundedSender<Told>>,
    headers: HeaderMap,
    bytes: Bytes,
) -> StatusCode {
    let header =
        |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let (answer, answered) = oneshot::channel();
    let body = serde_json::from_slice(&bytes).expect("it is JSON");
    let (id, timestamp) = (header("webhook-id"), header("webhook-timestamp"));
    let signature = header("webhook-signature");
    let _ = told.send(Told { id, timestamp, signature, bytes, body, answer });
    StatusCode::from_u16(answered.await.unwrap_or(500)).expect("a status")
}
