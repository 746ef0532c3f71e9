//! The control API over HTTP: what [`World`] does, as JSON below
//! `/control`. Bodies are JSON objects, answers JSON; a mistake is a 4xx with
//! `{"error": …}`.
//!
//! | call | body or query | answer |
//! |---|---|---|
//! | `POST /users` | `id, first_name, last_name?, username?, language_code?, is_bot?` | `{}` |
//! | `POST /chats` | `id, kind: group\|supergroup\|channel, title, username?, forum?` | `{}` |
//! | `POST /members` | `chat, user?` (none: the bot), `status` (below), `rights?, anonymous?` | `{}` |
//! | `POST /join`, `/leave`, `/kick` | `chat, user` | `{}` |
//! | `POST /block` | `user, blocked?` | `{}` |
//! | `POST /topics` | `chat, user, name` | `{"thread"}` |
//! | `POST /topic_state` | `chat, thread?` (none: General), `user?, name?, state?` (below) | `{}` |
//! | `POST /migrate` | `chat, to, swapped?` | `{}` |
//! | `POST /link_discussion` | `channel, group` | `{}` |
//! | `POST /title` | `chat, user, title` | `{}` |
//! | `POST /say` | a [`Draft`](super::Draft) as JSON | `{"message_id"}` |
//! | `POST /open_link` | `user, payload?, group?` | `{"message_id"}` |
//! | `POST /connect_business` | `user, enabled?` | `{"connection"}` |
//! | `POST /say_to_business` | `connection, customer, message_id, text` | `{}` |
//! | `POST /press` | `chat, message_id, user, button` or `data, stale?` | `{"callback_query_id"}` |
//! | `POST /edit` | `chat, message_id, text` | `{}` |
//! | `POST /delete` | `chat, message_id` | `{}` |
//! | `POST /react` | `chat, message_id, user` or `actor_chat`, `emoji` (none: away) or `reactions` | `{}` |
//! | `POST /pin` | `chat, message_id, user?, pinned?` | `{}` |
//! | `POST /media` | `chat, user, thread?, reply_to?, media` (below), `apart_from?` | `{"message_ids"}` |
//! | `POST /edit_file` | `chat, message_id, media` (one, below) | `{}` |
//! | `POST /share` | `chat, user, thread?, reply_to?`, a [`Share`](super::Share) | `{"message_id"}` |
//! | `POST /poll` | `chat, user, thread?, reply_to?, poll`: [`NewPoll`](super::NewPoll) | `{"message_id"}` |
//! | `POST /vote` | `chat, message_id, user, options` (places; none: take it back) | `{}` |
//! | `POST /close_poll` | `chat, message_id` | `{}` |
//! | `POST /forward` | `chat, user, thread?, from_chat, message_id` or `origin, text` | `{"message_id"}` |
//! | `POST /hide_in_forwards` | `user, hidden?` | `{}` |
//! | `POST /updates` | an update, queued verbatim | `{}` |
//! | `POST /next_update_id` | `update_id` | `{}` |
//! | `POST /privacy` | `on` | `{}` |
//! | `POST /clock` | `advance_ms` | `{"now_ms"}` |
//! | `POST /faults` | `call`, `fault` (a [`Fault`](crate::Fault) as JSON) | `{}` |
//! | `GET /history` | `chat, thread?` (0: General) | what a person sees there |
//! | `GET /topics` | `chat` | topics with name and state |
//! | `GET /file` | `chat, message_id` | the bytes of the message's file |
//! | `GET /presses` | | presses and the answers shown |
//! | `GET /commands` | | menus by `scope/language` |
//! | `GET /menu` | `chat, user` | the commands that this person is offered |
//! | `GET /typing` | `chat` | who types, by account and topic |
//! | `GET /pinned` | `chat` | pinned messages, the last pinned first |
//! | `GET /calls` | `method?` | the bot's calls with parameters and answers |
//! | `GET /pending` | | `{"updates"}` that wait for the bot |
//! | `GET /events` | `after?, timeout_ms?` | what was shown since, waiting for the first |
//!
//! `media` is a list of files, several of which are an album: `kind` (`photo`,
//! `video_note` and so on), the bytes as `text`, as `size` made-up ones or as
//! `upload`, the name of a part in a multipart body, and the other fields of an
//! [`Attachment`](super::Attachment). With `apart_from` the files from that place
//! on come to the bot in a later poll.
//!
//! A fault for `file/` is one for a download: a slow answer stops half-way, a cut
//! one ends there.
//!
//! `status` is one of `creator`, `administrator`, `member`, `restricted`, `left`,
//! `kicked`; `rights` are the Bot API's names, such as `can_pin_messages`. `state`
//! of a topic is one of `open`, `closed`, `deleted`, of General also `hidden` and
//! `shown`.

mod acts;
mod posting;
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
        .route("/media", post(posting::media))
        .route("/edit_file", post(posting::edit_file))
        .route("/share", post(posting::share))
        .route("/poll", post(posting::poll))
        .route("/vote", post(posting::vote))
        .route("/close_poll", post(posting::close_poll))
        .route("/forward", post(posting::forward))
        .route("/hide_in_forwards", post(posting::hide_in_forwards))
        .route("/file", get(posting::file))
        .route("/pin", post(acts::pin))
        .route("/open_link", post(acts::open_link))
        .route("/connect_business", post(acts::connect_business))
        .route("/say_to_business", post(acts::say_to_business))
        .route("/link_discussion", post(scene::link_discussion))
        .route("/title", post(scene::set_title))
        .route("/typing", get(reads::typing))
        .route("/pinned", get(reads::pinned))
        .route("/menu", get(reads::menu))
        .route("/history", get(reads::history))
        .route("/presses", get(reads::presses))
        .route("/commands", get(reads::commands))
        .route("/calls", get(reads::calls))
        .route("/pending", get(reads::pending))
        .route("/events", get(reads::events))
}
