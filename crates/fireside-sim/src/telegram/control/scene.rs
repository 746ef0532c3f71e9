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
use crate::telegram::rights::{Right, Rights};
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
    username: Option<String>,
    #[serde(default)]
    forum: bool,
}

pub(super) async fn chats(State(world): State<World>, Body(new): Body<NewChat>) -> Done {
    match new.kind {
        ChatKind::Group => world.add_group(new.id, &new.title),
        ChatKind::Supergroup => world.add_supergroup(new.id, &new.title, new.forum),
        ChatKind::Channel => world.add_channel(new.id, &new.title),
        ChatKind::Private => {
            let reason = "a private chat begins when its person says something";
            return Err(Mistake(StatusCode::BAD_REQUEST, reason.to_owned()));
        }
    }
    if let Some(username) = &new.username {
        world.set_username(new.id, username);
    }
    Ok(done())
}

#[derive(Debug, Deserialize)]
pub(super) struct Standing {
    chat: i64,
    user: Option<i64>,
    status: Status,
    /// For an administrator: these rights and no others.
    rights: Option<Vec<Right>>,
    #[serde(default)]
    anonymous: bool,
}

pub(super) async fn members(State(world): State<World>, Body(standing): Body<Standing>) -> Json<Value> {
    let user = standing.user.unwrap_or(world.bot_id());
    match (standing.status, standing.rights) {
        (Status::Administrator, Some(chosen)) => {
            let mut rights: Rights = chosen.into_iter().collect();
            rights.is_anonymous = standing.anonymous;
            world.promote_with(standing.chat, user, rights);
        }
        (Status::Restricted, _) => world.silence(standing.chat, user),
        (status, _) => world.set_status(standing.chat, user, status),
    }
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
    /// None is General.
    thread: Option<i64>,
    user: Option<i64>,
    state: Option<TopicState>,
    name: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum TopicState {
    Open,
    Closed,
    Deleted,
    Hidden,
    Shown,
}

pub(super) async fn topic_state(State(world): State<World>, Body(change): Body<TopicChange>) -> Done {
    let TopicChange { chat, thread, user, state, name } = change;
    let user = user.unwrap_or(world.bot_id());
    if let Some(name) = name {
        world.rename_topic(chat, thread, user, &name);
    }
    match (state, thread) {
        (Some(TopicState::Open), Some(thread)) => world.close_topic(chat, thread, user, false),
        (Some(TopicState::Closed), Some(thread)) => world.close_topic(chat, thread, user, true),
        (Some(TopicState::Deleted), Some(thread)) => world.delete_topic(chat, thread),
        (Some(TopicState::Open), None) => world.close_general(chat, user, false),
        (Some(TopicState::Closed), None) => world.close_general(chat, user, true),
        (Some(TopicState::Hidden), None) => world.hide_general(chat, user, true),
        (Some(TopicState::Shown), None) => world.hide_general(chat, user, false),
        (None, _) => {}
        (Some(TopicState::Deleted), None) => return Err(impossible("General can't be deleted")),
        (Some(_), Some(_)) => return Err(impossible("only General can be hidden")),
    }
    Ok(done())
}

fn impossible(reason: &str) -> Mistake {
    Mistake(StatusCode::BAD_REQUEST, reason.to_owned())
}

#[derive(Debug, Deserialize)]
pub(super) struct Discussion {
    channel: i64,
    group: i64,
}

pub(super) async fn link_discussion(State(world): State<World>, Body(link): Body<Discussion>) -> Json<Value> {
    world.link_discussion(link.channel, link.group);
    done()
}

#[derive(Debug, Deserialize)]
pub(super) struct NewTitle {
    chat: i64,
    user: i64,
    title: String,
}

pub(super) async fn set_title(State(world): State<World>, Body(new): Body<NewTitle>) -> Json<Value> {
    world.set_title(new.chat, new.user, &new.title);
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
