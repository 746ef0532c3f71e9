//! Interactions over HTTP, in place of the gateway: each is a request that
//! Discord has signed, and the first answer to it is the response.

mod signature;

use std::future::IntoFuture as _;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use fireside_core::Platform;
use fireside_core::ports::{AdapterError, Inbox, Notice};
use serde_json::json;
use tokio::net::TcpListener;
use tokio_util::task::TaskTracker;

use crate::PLATFORM;
use crate::adapter::Connection;
use crate::answer::FirstAnswer;
use crate::decode::interaction::Interaction;
use crate::gateway::SETTLE_MAX;
use crate::interactions::{Taken, take};
use crate::options::DiscordOptions;
use signature::PublicKey;

/// The longest request, in bytes: a message that a menu's command is run on
/// comes with all its parts.
const BODY_MAX: usize = 1024 * 1024;
/// How long a request's body may take: Discord waits no longer for the answer.
const BODY_PATIENCE: Duration = Duration::from_secs(3);
/// Discord's number for a ping, and for the answer to one.
const PING: u8 = 1;

/// What a request is answered with.
#[derive(Clone)]
struct Endpoint {
    connection: Arc<Connection>,
    inbox: Arc<dyn Inbox>,
    key: Arc<PublicKey>,
    tasks: TaskTracker,
}

/// Whether what is configured of it can work with the application whose key
/// is `verify_key`, where Discord told it.
pub(crate) fn check(options: &DiscordOptions, verify_key: Option<&str>) -> Result<(), AdapterError> {
    let Some(endpoint) = &options.interactions else { return Ok(()) };
    let configured = key(&endpoint.public_key)?;
    if verify_key.and_then(PublicKey::read).is_some_and(|told| told != configured) {
        let what = "`discord.interactions.public_key` is the key of another application: copy that of this \
                    bot's from the developer portal";
        return Err(AdapterError::Stop { what: what.to_owned() });
    }
    Ok(())
}

fn key(digits: &str) -> Result<PublicKey, AdapterError> {
    PublicKey::read(digits).ok_or_else(|| AdapterError::Stop {
        what: "`discord.interactions.public_key` is no key: copy the public key of the application from \
               the developer portal, 64 hexadecimal digits"
            .to_owned(),
    })
}

/// Takes interactions in until the runtime stops, if it is configured to.
pub(crate) async fn run(connection: Arc<Connection>, inbox: Arc<dyn Inbox>) -> Result<(), AdapterError> {
    let Some(configured) = connection.options.interactions.clone() else { return Ok(()) };
    let key = Arc::new(key(&configured.public_key)?);
    let unheard = |error: std::io::Error| AdapterError::Stop {
        what: format!("`discord.interactions.listen` ({}) can't be listened at: {error}", configured.listen),
    };
    let listener = TcpListener::bind(configured.listen).await.map_err(unheard)?;
    let address = listener.local_addr().map_err(unheard)?;
    let _ = connection.endpoint.set(address);
    tracing::info!(%address, "interactions are taken in over HTTP");
    let tasks = TaskTracker::new();
    let endpoint = Endpoint { connection, inbox: Arc::clone(&inbox), key, tasks: tasks.clone() };
    let router = Router::new()
        .fallback_service(post(interaction).with_state(endpoint))
        .layer(DefaultBodyLimit::max(BODY_MAX));
    let stopping = Arc::clone(&inbox);
    let stopped = async move { stopping.stopped().await };
    let serving = axum::serve(listener, router).with_graceful_shutdown(stopped).into_future();
    let served = tokio::select! {
        served = serving => served,
        // A connection that is not closed holds nothing up.
        () = async { inbox.stopped().await; tokio::time::sleep(SETTLE_MAX).await } => Ok(()),
    };
    tasks.close();
    let _ = tokio::time::timeout(SETTLE_MAX, tasks.wait()).await;
    served.map_err(unheard)
}

/// One request. Whoever can't sign as Discord does learns nothing and changes nothing.
async fn interaction(State(endpoint): State<Endpoint>, request: Request) -> Response {
    let headers = request.headers().clone();
    let body = match whole(request, BODY_PATIENCE).await {
        Ok(body) => body,
        Err(refusal) => return refusal,
    };
    if !endpoint.key.has_signed(&headers, &body, endpoint.connection.options.clock.now()) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    match serde_json::from_slice::<Asked>(&body) {
        Ok(Asked { kind: PING }) => return axum::Json(json!({ "type": PING })).into_response(),
        Ok(_) => {}
        Err(error) => return endpoint.unreadable(&error),
    }
    match serde_json::from_slice::<Interaction>(&body) {
        Ok(interaction) => endpoint.answer(interaction).await,
        Err(error) => endpoint.unreadable(&error),
    }
}

/// The body of a request, if all of it comes within `patience`.
async fn whole(request: Request, patience: Duration) -> Result<Bytes, Response> {
    match tokio::time::timeout(patience, Bytes::from_request(request, &())).await {
        Ok(body) => body.map_err(IntoResponse::into_response),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT.into_response()),
    }
}

/// What a request is for; a ping has nothing else.
#[derive(serde::Deserialize)]
struct Asked {
    #[serde(rename = "type")]
    kind: u8,
}

impl Endpoint {
    async fn answer(&self, interaction: Interaction) -> Response {
        let (first, answer) = FirstAnswer::response();
        let Self { connection, inbox, tasks, .. } = self.clone();
        // It is taken in even if Discord hangs up, which drops this request alone.
        let taking = self.tasks.spawn(async move {
            // A request may come late, or again: its roles are as old as it is.
            take(&interaction, true, None, first, &connection, &*inbox, &tasks).await
        });
        let Ok(taken) = taking.await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
        match taken {
            Ok(Taken::Pushed) => match answer.await {
                Ok(answer) => axum::Json(answer).into_response(),
                // The answer goes another way, or the event was not committed.
                Err(_) => StatusCode::ACCEPTED.into_response(),
            },
            Ok(Taken::Unknown) => {
                self.undecodable("it is of a type that is not known here".to_owned());
                StatusCode::BAD_REQUEST.into_response()
            }
            Err(error) => {
                tracing::warn!(%error, "an interaction was not taken in");
                StatusCode::SERVICE_UNAVAILABLE.into_response()
            }
        }
    }

    fn unreadable(&self, error: &serde_json::Error) -> Response {
        self.undecodable(error.to_string());
        StatusCode::BAD_REQUEST.into_response()
    }

    fn undecodable(&self, why: String) {
        tracing::warn!(error = %why, "an interaction can't be read");
        let update = "an interaction over HTTP".to_owned();
        self.inbox.notice(Notice::Undecodable { platform: Platform::new(PLATFORM), update, why });
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use futures_util::stream;

    use super::*;

    #[tokio::test]
    async fn a_body_that_does_not_come_is_not_waited_for() {
        let body = Body::from_stream(stream::pending::<Result<Bytes, std::io::Error>>());
        let refusal = whole(Request::new(body), Duration::from_millis(1)).await.unwrap_err();
        assert_eq!(refusal.status(), StatusCode::REQUEST_TIMEOUT);
    }
}
