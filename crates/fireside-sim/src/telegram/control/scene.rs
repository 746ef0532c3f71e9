//! Setting the scene over HTTP.

use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Body, Done, Mistake, done};
use crate::Fault;
use crate::telegram::chat::{ChatKind, Status};
use crate::telegram::objects::User;
use crate::telegram::world::World;

pub(super) async fn users(State(world): State<World>, Body(user): Body<User>) -> Json<Value> {
    world.put_user(user);
    done()
}

#[derive(Debug, Deserialize)]
pub(super) struct NewChat {
    id: i64,
    kind: ChatKind,
    title: String,
    #[serde(default)]
    forum: bool,
}

pub(super) async fn chats(State(world): State<World>, Body(new): Body<NewChat>) -> Done {
    match new.kind {
        ChatKind::Group => world.add_group(new.id, &new.title),
        ChatKind::Supergroup => world.add_supergroup(new.id, &new.title, new.forum),
        ChatKind::Private => {
            let reason = "a private chat begins when its person says something";
            return Err(Mistake(StatusCode::BAD_REQUEST, reason.to_owned()));
        }
    }
    Ok(done())
}

#[derive(Debug, Deserialize)]
pub(super) struct Standing {
    chat: i64,
    user: Option<i64>,
    status: Status,
}

pub(super) async fn members(State(world): State<World>, Body(standing): Body<Standing>) -> Json<Value> {
    let user = standing.user.unwrap_or(world.bot_id());
    world.set_status(standing.chat, user, standing.status);
    done()
}

#[derive(Debug, Deserialize)]
pub(super) struct Kick {
    chat: i64,
    user: Option<i64>,
}

pub(super) async fn kick(State(world): State<World>, Body(kick): Body<Kick>) -> Json<Value> {
    world.kick(kick.chat, kick.user.unwrap_or(world.bot_id()));
    done()
}

#[derive(Debug, Deserialize)]
pub(super) struct Block {
    user: i64,
    blocked: Option<bool>,
}

pub(super) async fn block(State(world): State<World>, Body(block): Body<Block>) -> Json<Value> {
    world.block_bot(block.user, block.blocked.unwrap_or(true));
    done()
}

#[derive(Debug, Deserialize)]
pub(super) struct NewTopic {
    chat: i64,
    user: i64,
    name: String,
}

pub(super) async fn open_topic(State(world): State<World>, Body(new): Body<NewTopic>) -> Json<Value> {
    Json(json!({ "thread": world.add_topic(new.chat, new.user, &new.name) }))
}

#[derive(Debug, Deserialize)]
pub(super) struct TopicChange {
    chat: i64,
    thread: i64,
    user: Option<i64>,
    state: TopicState,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum TopicState {
    Open,
    Closed,
    Deleted,
}

pub(super) async fn topic_state(State(world): State<World>, Body(change): Body<TopicChange>) -> Json<Value> {
    let user = change.user.unwrap_or(world.bot_id());
    match change.state {
        TopicState::Open => world.close_topic(change.chat, change.thread, user, false),
        TopicState::Closed => world.close_topic(change.chat, change.thread, user, true),
        TopicState::Deleted => world.delete_topic(change.chat, change.thread),
    }
    done()
}

#[derive(Debug, Deserialize)]
pub(super) struct Migration {
    chat: i64,
    to: i64,
    #[serde(default)]
    swapped: bool,
}

pub(super) async fn migrate(State(world): State<World>, Body(migration): Body<Migration>) -> Json<Value> {
    world.migrate(migration.chat, migration.to, migration.swapped);
    done()
}

pub(super) async fn updates(State(world): State<World>, Body(update): Body<Value>) -> Json<Value> {
    world.push_raw(update);
    done()
}

#[derive(Debug, Deserialize)]
pub(super) struct NextUpdateId {
    update_id: i64,
}

pub(super) async fn next_update_id(
    State(world): State<World>,
    Body(next): Body<NextUpdateId>,
) -> Json<Value> {
    world.set_next_update_id(next.update_id);
    done()
}

#[derive(Debug, Deserialize)]
pub(super) struct Privacy {
    on: bool,
}

pub(super) async fn privacy(State(world): State<World>, Body(privacy): Body<Privacy>) -> Json<Value> {
    world.set_privacy_mode(privacy.on);
    done()
}

#[derive(Debug, Deserialize)]
pub(super) struct Advance {
    advance_ms: u64,
}

pub(super) async fn clock(State(world): State<World>, Body(advance): Body<Advance>) -> Json<Value> {
    world.clock().advance(Duration::from_millis(advance.advance_ms));
    Json(json!({ "now_ms": world.clock().now_ms() }))
}

#[derive(Debug, Deserialize)]
pub(super) struct NewFault {
    #[serde(default)]
    call: String,
    fault: Fault,
}

pub(super) async fn faults(State(world): State<World>, Body(new): Body<NewFault>) -> Json<Value> {
    world.inject(&new.call, new.fault);
    done()
}
