//! The server that Telegram brings updates to.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use fireside_core::ports::{AdapterError, InboxError};
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;
use tokio::net::TcpListener;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::Webhook;
use super::albums::Albums;
use crate::intake::{CURSOR_EVERY, Intake};
use crate::update::RawUpdate;

/// What carries the secret (Bot API, `setWebhook`).
const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";
/// The longest update, in bytes: far more than any Telegram sends.
const BODY_LEN_MAX: usize = 1024 * 1024;
/// The most requests in hand: as many as Telegram ever brings at once.
const IN_HAND_MAX: usize = 100;
/// How long updates that are not durable yet may hold a stop up.
const FINISH_PATIENCE: Duration = Duration::from_secs(1);

/// What a request is answered with.
struct Ingress {
    intake: Arc<Intake>,
    albums: Arc<Albums>,
    secret: SecretString,
    /// The path that updates come to.
    path: String,
    room: Arc<Semaphore>,
}

/// Serves what Telegram brings until the inbox stops.
///
/// # Errors
/// When the address can't be listened on, or Telegram does not take it.
pub(crate) async fn serve(webhook: &Webhook, intake: Intake) -> Result<(), AdapterError> {
    let mut url = webhook.check()?;
    let intake = Arc::new(intake);
    intake.recall().await?;
    let albums = Arc::new(Albums::recall(Arc::clone(&intake)).await?);
    let listen = webhook.listen;
    let stop = |error: std::io::Error| AdapterError::Stop {
        what: format!("`telegram.webhook.listen` can't be listened on ({listen}): {error}"),
    };
    let listener = TcpListener::bind(listen).await.map_err(stop)?;
    if url.port() == Some(0) {
        let bound = listener.local_addr().map_err(stop)?.port();
        // An address with a host takes any port.
        let _ = url.set_port(Some(bound));
    }
    let ingress = Ingress {
        intake: Arc::clone(&intake),
        albums: Arc::clone(&albums),
        secret: webhook.secret.clone(),
        path: url.path().to_owned(),
        room: Arc::new(Semaphore::new(IN_HAND_MAX)),
    };
    // A route would take what is in the path for a pattern.
    let router = Router::new()
        .fallback(receive)
        .layer(DefaultBodyLimit::max(BODY_LEN_MAX))
        .with_state(Arc::new(ingress));
    webhook.announce(&intake.shared.client, url).await?;
    tracing::info!(%listen, "Telegram brings its updates");
    run(listener, router, &intake, &albums).await.map_err(stop)
}

async fn run(
    listener: TcpListener,
    router: Router,
    intake: &Arc<Intake>,
    albums: &Albums,
) -> Result<(), std::io::Error> {
    let inbox = Arc::clone(&intake.inbox);
    let serving = axum::serve(listener, router)
        .with_graceful_shutdown(async move { inbox.stopped().await })
        .into_future();
    let stopped = async {
        intake.inbox.stopped().await;
        tokio::time::sleep(FINISH_PATIENCE).await;
    };
    let ended = tokio::select! {
        ended = serving => ended,
        () = stopped => Ok(()),
        () = albums.run() => Ok(()),
        never = intake.keep_as_learnt() => match never {},
        never = keep_cursor(intake) => match never {},
    };
    intake.keep_learnt().await;
    ended
}

/// Keeps that updates are heard, also while nothing happens. Never ends.
async fn keep_cursor(intake: &Intake) -> Infallible {
    loop {
        intake.keep_cursor().await;
        tokio::time::sleep(CURSOR_EVERY).await;
    }
}

/// Telegram itself, which knows the secret, with room for what it brings.
struct Telegram {
    room: OwnedSemaphorePermit,
}

impl FromRequestParts<Arc<Ingress>> for Telegram {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, ingress: &Arc<Ingress>) -> Result<Self, StatusCode> {
        if parts.uri.path() != ingress.path {
            return Err(StatusCode::NOT_FOUND);
        }
        if parts.method != Method::POST {
            return Err(StatusCode::METHOD_NOT_ALLOWED);
        }
        let told = parts.headers.get(SECRET_HEADER).ok_or(StatusCode::UNAUTHORIZED)?;
        let secret = ingress.secret.expose_secret().as_bytes();
        let is_right = bool::from(told.as_bytes().ct_eq(secret));
        if !is_right {
            return Err(StatusCode::UNAUTHORIZED);
        }
        let room = Arc::clone(&ingress.room).try_acquire_owned();
        room.map(|room| Self { room }).map_err(|_| StatusCode::SERVICE_UNAVAILABLE)
    }
}

async fn receive(
    State(ingress): State<Arc<Ingress>>,
    Telegram { room }: Telegram,
    body: Bytes,
) -> StatusCode {
    // Telegram gives up an answer that takes too long, and tells the update
    // again: what has begun is brought to its end.
    let received = tokio::spawn(async move {
        let received = ingress.receive(&body).await;
        drop(room);
        received
    });
    match received.await {
        Ok(Ok(())) => StatusCode::OK,
        Ok(Err(error)) => {
            tracing::warn!(%error, "an update is not confirmed: Telegram will tell it again");
            StatusCode::SERVICE_UNAVAILABLE
        }
        Err(error) => {
            tracing::error!(%error, "an update could not be taken in");
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}

impl Ingress {
    async fn receive(&self, body: &[u8]) -> Result<(), InboxError> {
        let json = String::from_utf8_lossy(body);
        let update = match RawUpdate::of(&json) {
            Ok(update) => update,
            Err(error) => {
                self.intake.undecodable("without an id".to_owned(), &error);
                return Ok(());
            }
        };
        self.albums.receive(&update).await?;
        self.intake.tell_heard();
        self.intake.keep_learnt().await;
        Ok(())
    }
}
