//! The control API over HTTP: what [`World`] does, as JSON below
//! `/control`. Bodies are JSON objects, answers JSON; a mistake is a 4xx with
//! `{"error": …}`.
//!
//! | call | body or query | answer |
//! |---|---|---|
//! | `POST /users` | `id, first_name, last_name?, username?, language_code?, is_bot?` | `{}` |
//! | `POST /chats` | `id, kind: group\|supergroup, title, forum?` | `{}` |
//! | `POST /members` | `chat, user?` (none: the bot), `status` (below) | `{}` |
//! | `POST /join`, `/leave`, `/kick` | `chat, user` | `{}` |
//! | `POST /block` | `user, blocked?` | `{}` |
//! | `POST /topics` | `chat, user, name` | `{"thread"}` |
//! | `POST /topic_state` | `chat, thread, user?, state: open\|closed\|deleted` | `{}` |
//! | `POST /migrate` | `chat, to, swapped?` | `{}` |
//! | `POST /say` | `chat, user, text, thread?, reply_to?` | `{"message_id"}` |
//! | `POST /press` | `chat, message_id, user, button` or `data` | `{"callback_query_id"}` |
//! | `POST /edit` | `chat, message_id, text` | `{}` |
//! | `POST /delete` | `chat, message_id` | `{}` |
//! | `POST /react` | `chat, message_id, user, emoji` (empty: take it away) | `{}` |
//! | `POST /updates` | an update, queued verbatim | `{}` |
//! | `POST /next_update_id` | `update_id` | `{}` |
//! | `POST /privacy` | `on` | `{}` |
//! | `POST /clock` | `advance_ms` | `{"now_ms"}` |
//! | `POST /faults` | `call`, `fault` (a [`Fault`](crate::Fault) as JSON) | `{}` |
//! | `GET /history` | `chat, thread?` (0: General) | what a person sees there |
//! | `GET /topics` | `chat` | topics with name and state |
//! | `GET /presses` | | presses and the answers shown |
//! | `GET /commands` | | menus by `scope/language` |
//! | `GET /calls` | `method?` | the bot's calls with parameters and answers |
//! | `GET /pending` | | `{"updates"}` that wait for the bot |
//! | `GET /events` | `after?, timeout_ms?` | what was shown since, waiting for the first |
//!
//! `status` is one of `creator`, `administrator`, `member`, `left`, `kicked`.

mod acts;
mod reads;
mod scene;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::world::{ActError, World};

/// A control call that can't be done.
#[derive(Debug)]
struct Mistake(StatusCode, String);

impl IntoResponse for Mistake {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

impl From<ActError> for Mistake {
    fn from(error: ActError) -> Self {
        Self(StatusCode::NOT_FOUND, error.to_string())
    }
}

/// A JSON body; what can't be read is a mistake that says where.
#[derive(Debug)]
struct Body<T>(T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Mistake;

    async fn from_request(request: Request, state: &S) -> Result<Self, Mistake> {
        let wrong = |reason: String| Mistake(StatusCode::BAD_REQUEST, reason);
        let bytes = Bytes::from_request(request, state).await.map_err(|error| wrong(error.to_string()))?;
        serde_json::from_slice(&bytes).map(Self).map_err(|error| wrong(error.to_string()))
    }
}

type Done = Result<Json<Value>, Mistake>;

fn done() -> Json<Value> {
    Json(json!({}))
}

/// The routes below `/control`.
pub(crate) fn routes() -> Router<World> {
    Router::new()
        .route("/users", post(scene::users))
        .route("/chats", post(scene::chats))
        .route("/members", post(scene::members))
        .route("/kick", post(scene::kick))
        .route("/block", post(scene::block))
        .route("/topics", post(scene::open_topic).get(reads::topics))
        .route("/topic_state", post(scene::topic_state))
        .route("/migrate", post(scene::migrate))
        .route("/updates", post(scene::updates))
        .route("/next_update_id", post(scene::next_update_id))
        .route("/privacy", post(scene::privacy))
        .route("/clock", post(scene::clock))
        .route("/faults", post(scene::faults))
        .route("/join", post(acts::join))
        .route("/leave", post(acts::leave))
        .route("/say", post(acts::say))
        .route("/press", post(acts::press))
        .route("/edit", post(acts::edit))
        .route("/delete", post(acts::delete))
        .route("/react", post(acts::react))
        .route("/history", get(reads::history))
        .route("/presses", get(reads::presses))
        .route("/commands", get(reads::commands))
        .route("/calls", get(reads::calls))
        .route("/pending", get(reads::pending))
        .route("/events", get(reads::events))
}
