//! Reading what is shown over HTTP.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::Json;
use axum::extract::{Query, State};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::telegram::callbacks;
use crate::telegram::shown::{CallRecord, Event, Shown};
use crate::telegram::state::BotCommand;
use crate::telegram::world::{TopicRecord, Typing, World};

/// The longest a reader waits for an event, in milliseconds of real time.
const WAIT_MAX_MS: u64 = 60_000;

#[derive(Debug, Deserialize)]
pub(super) struct Where {
    chat: i64,
    thread: Option<i64>,
}

pub(super) async fn history(State(world): State<World>, Query(place): Query<Where>) -> Json<Vec<Shown>> {
    Json(match place.thread {
        None => world.history(place.chat),
        Some(thread) => world.thread_history(place.chat, Some(thread).filter(|thread| *thread != 0)),
    })
}

pub(super) async fn topics(State(world): State<World>, Query(place): Query<Where>) -> Json<Vec<TopicRecord>> {
    Json(world.topics(place.chat))
}

pub(super) async fn typing(State(world): State<World>, Query(place): Query<Where>) -> Json<Vec<Typing>> {
    Json(world.typing(place.chat))
}

pub(super) async fn pinned(State(world): State<World>, Query(place): Query<Where>) -> Json<Vec<Shown>> {
    Json(world.pinned(place.chat))
}

#[derive(Debug, Deserialize)]
pub(super) struct Reader {
    chat: i64,
    user: i64,
}

pub(super) async fn menu(State(world): State<World>, Query(reader): Query<Reader>) -> Json<Vec<BotCommand>> {
    Json(world.menu_shown(reader.chat, reader.user))
}

pub(super) async fn presses(State(world): State<World>) -> Json<Vec<callbacks::Press>> {
    Json(world.presses())
}

pub(super) async fn commands(State(world): State<World>) -> Json<BTreeMap<String, Vec<BotCommand>>> {
    Json(world.commands())
}

#[derive(Debug, Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    method: String,
}

pub(super) async fn calls(State(world): State<World>, Query(which): Query<Which>) -> Json<Vec<CallRecord>> {
    Json(world.calls(&which.method))
}

pub(super) async fn pending(State(world): State<World>) -> Json<Value> {
    Json(json!({ "updates": world.pending_updates() }))
}

#[derive(Debug, Deserialize)]
pub(super) struct Since {
    #[serde(default)]
    after: u64,
    #[serde(default)]
    timeout_ms: u64,
}

pub(super) async fn events(State(world): State<World>, Query(since): Query<Since>) -> Json<Vec<Event>> {
    let timeout = Duration::from_millis(since.timeout_ms.min(WAIT_MAX_MS));
    tokio::select! {
        events = world.next_events(since.after, timeout) => Json(events),
        () = world.closing().cancelled() => Json(Vec::new()),
    }
}
