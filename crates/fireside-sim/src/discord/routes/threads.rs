//! Threads and their members.

use serde_json::Value;

use super::super::errors::ApiError;
use super::super::permissions::{
    CREATE_PRIVATE_THREADS, CREATE_PUBLIC_THREADS, MANAGE_THREADS, SEND_MESSAGES, SEND_MESSAGES_IN_THREADS,
};
use super::super::world::model::{Thread, channel_type};
use super::super::world::{Draft, NewThread, State};
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route {
        name: "POST /channels/{channel.id}/messages/{message.id}/threads",
        access: Access::Bot,
        handler: start_from_message,
    },
    Route { name: "POST /channels/{channel.id}/threads", access: Access::Bot, handler: start },
    Route { name: "GET /channels/{channel.id}/thread-members", access: Access::Bot, handler: members },
    Route {
        name: "GET /channels/{channel.id}/thread-members/{user.id}",
        access: Access::Bot,
        handler: member,
    },
    Route { name: "PUT /channels/{channel.id}/thread-members/{user.id}", access: Access::Bot, handler: add },
    Route {
        name: "DELETE /channels/{channel.id}/thread-members/{user.id}",
        access: Access::Bot,
        handler: remove,
    },
];

fn start_from_message(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, bot) = (input.id(0)?, state.bot());
    state.channel_for(channel, bot, CREATE_PUBLIC_THREADS)?;
    let thread = state.start_thread(NewThread::read(channel, Some(input.id(1)?), bot, &input.body)?)?;
    Ok(started(state, thread))
}

fn start(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (channel, bot) = (input.id(0)?, state.bot());
    if state.channel_for(channel, bot, 0)?.is_forum() {
        return post(state, input, channel);
    }
    let new = NewThread::read(channel, None, bot, &input.body)?;
    let is_private = new.kind == channel_type::PRIVATE_THREAD;
    let needed = if is_private { CREATE_PRIVATE_THREADS } else { CREATE_PUBLIC_THREADS };
    state.channel_for(channel, bot, needed)?;
    let thread = state.start_thread(new)?;
    Ok(started(state, thread))
}

/// A forum's thread comes with its first message.
fn post(state: &mut State, input: &Input, forum: u64) -> Result<Reply, ApiError> {
    let bot = state.bot();
    state.channel_for(forum, bot, SEND_MESSAGES)?;
    let message = &input.body["message"];
    if !message.is_object() {
        return Err(ApiError::required("message"));
    }
    let attachments = input.attachments(state)?;
    let draft = Draft::read(message, &attachments)?;
    state.check_may_enclose(forum, bot, &draft)?;
    let tags = state.read_tags(Some(forum), bot, &input.body)?.unwrap_or_default();
    let new = NewThread { tags, ..NewThread::read(forum, None, bot, &input.body)? };
    let message = state.post_in_forum(new, draft)?;
    let mut reply = started(state, message.id);
    if let Some(thread) = &mut reply.body {
        thread["message"] = state.message_object(&message);
    }
    Ok(reply)
}

fn started(state: &State, thread_id: u64) -> Reply {
    let Some(channel) = state.channels.get(&thread_id) else { return Reply::nothing() };
    let mut object = state.channel_object(channel);
    let joined_at_ms = channel.thread.as_ref().map_or(0, |thread| thread.created_at_ms);
    object["member"] = State::thread_member_object(thread_id, state.bot(), joined_at_ms);
    Reply::created(object)
}

/// The thread, if the bot sees it.
fn thread_of<'state>(state: &'state State, input: &Input) -> Result<&'state Thread, ApiError> {
    let channel = state.channel_for(input.id(0)?, state.bot(), 0)?;
    channel.thread.as_ref().ok_or_else(ApiError::wrong_channel_type)
}

fn members(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (thread_id, with_member) = (input.id(0)?, input.flag("with_member"));
    let thread = thread_of(state, input)?;
    // Only lists with members are paged.
    let (after, limit) = match (with_member, input.number("limit")) {
        (true, limit) => (input.number("after").unwrap_or(0), limit.unwrap_or(100).clamp(1, 100)),
        (false, _) => (0, u64::MAX),
    };
    let page = thread.members.range(after.saturating_add(1)..);
    let page = page.take(usize::try_from(limit).unwrap_or(usize::MAX));
    let objects = page.map(|(user, joined_at_ms)| {
        let object = State::thread_member_object(thread_id, *user, *joined_at_ms);
        with_guild_member(state, object, thread_id, *user, with_member)
    });
    Ok(Reply::json(objects.collect()))
}

fn member(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (thread_id, user) = (input.id(0)?, input.user(1, state)?);
    let joined_at_ms = thread_of(state, input)?.members.get(&user).copied();
    let joined_at_ms = joined_at_ms.ok_or_else(ApiError::unknown_member)?;
    let object = State::thread_member_object(thread_id, user, joined_at_ms);
    Ok(Reply::json(with_guild_member(state, object, thread_id, user, input.flag("with_member"))))
}

fn with_guild_member(state: &State, mut object: Value, thread_id: u64, user: u64, wanted: bool) -> Value {
    let guild = state.channels.get(&thread_id).and_then(|channel| channel.guild);
    if let Some(guild) = guild.filter(|_| wanted).and_then(|guild| state.guilds.get(&guild)) {
        object["member"] = state.member_object(guild, user);
    }
    object
}

fn add(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (thread_id, user, bot) = (input.id(0)?, input.user(1, state)?, state.bot());
    let thread = thread_of(state, input)?;
    if thread.archived {
        return Err(ApiError::thread_archived());
    }
    let is_invitable = thread.invitable;
    if user != bot {
        let needed = if is_invitable { SEND_MESSAGES_IN_THREADS } else { MANAGE_THREADS };
        state.channel_for(thread_id, bot, needed)?;
    }
    if !state.users.contains_key(&user) {
        return Err(ApiError::unknown_user());
    }
    state.add_thread_member(thread_id, user)?;
    Ok(Reply::nothing())
}

fn remove(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (thread_id, user, bot) = (input.id(0)?, input.user(1, state)?, state.bot());
    let thread = thread_of(state, input)?;
    if thread.archived {
        return Err(ApiError::thread_archived());
    }
    if user != bot && thread.owner != bot {
        state.channel_for(thread_id, bot, MANAGE_THREADS)?;
    }
    let was_there = state.remove_thread_member(thread_id, user);
    if was_there { Ok(Reply::nothing()) } else { Err(ApiError::unknown_member()) }
}
