//! The control API over HTTP: what [`World`](super::World) does in Rust, for a
//! page, a person or a test in another language.
//!
//! `POST /control/{action}` takes a JSON object and answers `{"ok":…}`, or 400
//! with `{"error":"…"}`. Ids are strings (numbers are taken too).
//!
//! | action | fields |
//! |---|---|
//! | `add_user` | `name`, `bot`? |
//! | `add_guild` | `name`, `owner`, `bot_permissions`? |
//! | `add_role` | `guild`, `name`, `permissions`? |
//! | `give_role`, `take_role` | `guild`, `user`, `role` |
//! | `add_member`, `remove_member` | `guild`, `user` |
//! | `add_channel` | `guild`, `name`, `roles`? (private to these) |
//! | `delete_channel` | `channel` |
//! | `kick_bot`, `add_bot` | `guild` |
//! | `set_takes_direct_messages` | `user`, `takes` |
//! | `say` | `channel`, `user`, `text`, `reply_to`? |
//! | `say_directly` | `user`, `text` |
//! | `say_as_webhook` | `channel`, `name`, `text` |
//! | `edit` | `channel`, `user`, `message`, `text` |
//! | `delete` | `channel`, `user`, `message` |
//! | `preview_link` | `channel`, `message`, `url` |
//! | `post` | `channel`, `user`, `text`?, `reply_to`?, `files`?, `stickers`?, `is_silent`? |
//! | `forward` | `channel`, `user`, `from` (the message's channel), `message` |
//! | `post_in_forum` | `forum`, `user`, `title`, `tags`? (ids), and as `post` |
//! | `ask_poll` | `channel`, `user`, `question`, `answers`, `hours`?, `allows_several`? |
//! | `vote`, `unvote` | `channel`, `user`, `message`, `answer` (counted from 1) |
//! | `pin`, `unpin` | `channel`, `user`, `message` |
//! | `react`, `super_react`, `unreact` | `channel`, `user`, `message`, `emoji` |
//! | `clear_reactions` | `channel`, `user`, `message`, `emoji`? |
//! | `create_channel` | `guild`, `settings` (as in `POST /guilds/{guild.id}/channels`) |
//! | `change_channel` | `channel`, `changes` (as in `PATCH /channels/{channel.id}`) |
//! | `change_thread` | `thread`, `user`, `changes` (the same) |
//! | `add_forum` | `guild`, `name`, `tags`? (names) |
//! | `announce_joins` | `guild`, `channel`? |
//! | `boost` | `guild`, `tier` |
//! | `add_sticker` | `guild`, `name` |
//! | `add_webhook` | `channel`, `user`, `name`; gives `id` and `token` |
//! | `type` | `channel`, `user` |
//! | `set_overwrite` | `channel`, `role` or `member`, `allow`?, `deny`? |
//! | `change_role` | `guild`, `role`, `name`, `permissions`? |
//! | `move_role` | `guild`, `role`, `position` |
//! | `delete_role` | `guild`, `role` |
//! | `time_out` | `guild`, `user`, `ms`? (none ends it) |
//! | `ban`, `lift_ban` | `guild`, `user` |
//! | `set_unavailable` | `guild`, `unavailable` |
//! | `set_locale` | `user`, `locale` |
//! | `set_guild_locale` | `guild`, `locale` |
//! | `run_command` | `channel`, `user`, `command`, `options`? (an object), `files`? |
//! | `run_user_command` | `channel`, `user`, `command`, `target` |
//! | `run_message_command` | `channel`, `user`, `command`, `message` |
//! | `type_option` | `channel`, `user`, `command`, `option`, `text`, `options`? |
//! | `press` | `message`, `user`, `button` (custom id or label) |
//! | `choose` | `message`, `user`, `select`, `values` |
//! | `submit_modal` | `user`, `custom_id`, `fields`? (an object), `files`? |
//! | `dismiss_modal` | `user` |
//! | `start_thread` | `channel`, `user`, `name`, `message`? |
//! | `archive_thread` | `thread`, `user`, `archived` |
//! | `lock_thread` | `thread`, `user`, `locked` |
//! | `join_thread`, `leave_thread` | `thread`, `user` |
//! | `advance` | `ms` |
//! | `inject` | `call`, `fault` (as [`Fault`](crate::Fault) in JSON) |
//! | `gateway_reconnect` | |
//! | `gateway_invalidate` | `resumable`? |
//! | `gateway_silence` | `silent` |
//! | `gateway_close` | `code`? |
//! | `gateway_dispatch` | `name`, `data` |
//!
//! A file of a command or modal also names the `option` or `field` it is for.
//! A file is `name` and one of `text`, `base64` and `size` (as many zeros), with
//! `content_type`, `description` and `voice_ms` where it has them. Attachments are
//! downloaded by the links that are shown.
//!
//! `GET /control/{view}` answers with what is shown:
//!
//! | view | query |
//! |---|---|
//! | `history`, `threads`, `pins`, `channel` | `channel` |
//! | `tags` | `forum` |
//! | `direct_history`, `private_messages`, `open_modal` | `user` |
//! | `thread`, `thread_members` | `thread` |
//! | `commands` | `guild`? |
//! | `suggestions` | `interaction` |
//! | `permissions` | `channel`, `user` |
//! | `calls`, `clock`, `guilds` | |
//! | `events` | `after`?, `timeout_ms`? (real time; at most 60,000) |
//!
//! `events` gives `{"last":N,"events":[{"n":…,"t":…,"d":…}]}`: every dispatched
//! event, and `PRIVATE_MESSAGE` and `MODAL_OPENED` for what one user sees.

mod actions;
mod administration;
mod arguments;
mod interactions;
mod posts;
mod views;

use std::collections::HashMap;
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Value, json};

use super::server::Served;
use super::world::World;
use arguments::Arguments;

const EVENTS_WAIT_MAX_MS: u64 = 60_000;

/// The routes below `/control`.
pub(crate) fn router() -> Router<Served> {
    Router::new().route("/events", get(events)).route("/{name}", get(view).post(act))
}

async fn act(State(served): State<Served>, Path(action): Path<String>, body: String) -> Response {
    let body = if body.is_empty() { Ok(json!({})) } else { serde_json::from_str::<Value>(&body) };
    let outcome = match body {
        Ok(body) => actions::act(&served.world, &action, &Arguments::new(body)),
        Err(error) => Err(super::world::Refused::new(format!("the body is no JSON: {error}"))),
    };
    match outcome {
        Ok(outcome) => answer(StatusCode::OK, json!({ "ok": outcome }).to_string()),
        Err(refused) => refusal(&refused),
    }
}

async fn view(
    State(served): State<Served>,
    Path(view): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    match views::show(&served.world, &view, &arguments(&query)) {
        Ok(shown) => answer(StatusCode::OK, shown.to_string()),
        Err(refused) => refusal(&refused),
    }
}

async fn events(State(served): State<Served>, Query(query): Query<HashMap<String, String>>) -> Response {
    let number = |name: &str| query.get(name).and_then(|text| text.parse::<u64>().ok());
    let after = number("after").unwrap_or(0);
    let timeout = Duration::from_millis(number("timeout_ms").unwrap_or(0).min(EVENTS_WAIT_MAX_MS));
    let newer = |world: &World| (world.read(|state| state.log.last()) > after).then_some(());
    tokio::select! {
        _ = served.world.wait_for(newer, timeout) => {}
        () = served.stop.cancelled() => {}
    }
    let (last, events) = served.world.read(|state| state.log.since(after));
    answer(StatusCode::OK, format!(r#"{{"last":{last},"events":{events}}}"#))
}

fn arguments(query: &HashMap<String, String>) -> Arguments {
    Arguments::new(json!(query))
}

fn refusal(refused: &super::world::Refused) -> Response {
    answer(StatusCode::BAD_REQUEST, json!({ "error": refused.to_string() }).to_string())
}

fn answer(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}
