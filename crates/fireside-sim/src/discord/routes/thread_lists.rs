//! Lists of archived threads.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::permissions::{MANAGE_THREADS, READ_MESSAGE_HISTORY};
use super::super::time::read_iso8601;
use super::super::world::State;
use super::super::world::model::{Channel, Thread, channel_type};
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route {
        name: "GET /channels/{channel.id}/threads/archived/public",
        access: Access::Bot,
        handler: public,
    },
    Route {
        name: "GET /channels/{channel.id}/threads/archived/private",
        access: Access::Bot,
        handler: private,
    },
    Route {
        name: "GET /channels/{channel.id}/users/@me/threads/archived/private",
        access: Access::Bot,
        handler: joined_private,
    },
];

const LIMIT_DEFAULT: usize = 50;
const LIMIT_MAX: usize = 100;

fn public(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let before_ms = before_ms(input)?;
    list(state, input, 0, |channel, thread| {
        channel.kind != channel_type::PRIVATE_THREAD
            && before_ms.is_none_or(|before_ms| thread.archive_changed_at_ms < before_ms)
    })
}

fn private(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let before_ms = before_ms(input)?;
    list(state, input, MANAGE_THREADS, |channel, thread| {
        channel.kind == channel_type::PRIVATE_THREAD
            && before_ms.is_none_or(|before_ms| thread.archive_changed_at_ms < before_ms)
    })
}

/// Paged by thread ids, where the others are paged by the time of archiving.
fn joined_private(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (before, bot) = (input.number("before"), state.bot());
    list(state, input, 0, |channel, thread| {
        channel.kind == channel_type::PRIVATE_THREAD
            && thread.members.contains_key(&bot)
            && before.is_none_or(|before| channel.id < before)
    })
}

fn before_ms(input: &Input) -> Result<Option<u64>, ApiError> {
    let Some(text) = input.query.get("before") else { return Ok(None) };
    let parsed = read_iso8601(text);
    let wrong = || ApiError::form("before", "DATE_TIME_TYPE_PARSE", "Could not parse the timestamp.");
    parsed.map(Some).ok_or_else(wrong)
}

/// The archived threads of a channel that `is_wanted`, the last archived first.
fn list(
    state: &State,
    input: &Input,
    needed: u64,
    is_wanted: impl Fn(&Channel, &Thread) -> bool,
) -> Result<Reply, ApiError> {
    let (parent, bot) = (input.id(0)?, state.bot());
    state.channel_for(parent, bot, READ_MESSAGE_HISTORY | needed)?;
    let limit = input.number("limit").and_then(|limit| usize::try_from(limit).ok());
    let limit = limit.unwrap_or(LIMIT_DEFAULT).clamp(1, LIMIT_MAX);
    let mut archived: Vec<(&Channel, &Thread)> = state
        .channels
        .values()
        .filter(|channel| channel.parent == Some(parent))
        .filter_map(|channel| Some((channel, channel.thread.as_ref()?)))
        .filter(|(channel, thread)| thread.archived && is_wanted(channel, thread))
        .collect();
    archived.sort_unstable_by_key(|(channel, thread)| {
        std::cmp::Reverse((thread.archive_changed_at_ms, channel.id))
    });
    let page = &archived[..limit.min(archived.len())];
    let members = page.iter().filter_map(|(channel, thread)| {
        let joined_at_ms = *thread.members.get(&bot)?;
        Some(State::thread_member_object(channel.id, bot, joined_at_ms))
    });
    Ok(Reply::json(json!({
        "threads": page.iter().map(|(channel, _)| state.channel_object(channel)).collect::<Value>(),
        "members": members.collect::<Value>(), "has_more": archived.len() > limit,
    })))
}
