//! Guilds, their channels, roles and members.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::objects;
use super::super::permissions::{MANAGE_CHANNELS, MANAGE_ROLES, VIEW_CHANNEL};
use super::super::world::State;
use super::super::world::model::Guild;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route { name: "GET /guilds/{guild.id}", access: Access::Bot, handler: guild },
    Route { name: "GET /guilds/{guild.id}/channels", access: Access::Bot, handler: channels },
    Route { name: "POST /guilds/{guild.id}/channels", access: Access::Bot, handler: create_channel },
    Route { name: "GET /guilds/{guild.id}/roles", access: Access::Bot, handler: roles },
    Route { name: "GET /guilds/{guild.id}/threads/active", access: Access::Bot, handler: active_threads },
    Route { name: "GET /guilds/{guild.id}/members", access: Access::Bot, handler: members },
    Route { name: "GET /guilds/{guild.id}/members/{user.id}", access: Access::Bot, handler: member },
    Route {
        name: "PUT /guilds/{guild.id}/members/{user.id}/roles/{role.id}",
        access: Access::Bot,
        handler: give_role,
    },
    Route {
        name: "DELETE /guilds/{guild.id}/members/{user.id}/roles/{role.id}",
        access: Access::Bot,
        handler: take_role,
    },
];

/// The guild, if the bot is in it: any other is unknown to it.
fn guild_of<'state>(state: &'state State, input: &Input) -> Result<&'state Guild, ApiError> {
    let guild = state.guilds.get(&input.id(0)?);
    guild.filter(|guild| guild.members.contains_key(&state.bot())).ok_or_else(ApiError::unknown_guild)
}

fn guild(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?;
    let mut object = State::guild_object(guild);
    if input.flag("with_counts") {
        object["approximate_member_count"] = json!(guild.members.len());
        object["approximate_presence_count"] = json!(guild.members.len());
    }
    Ok(Reply::json(object))
}

fn channels(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?;
    let channels = guild.channels.iter().filter_map(|channel| state.channels.get(channel));
    Ok(Reply::json(channels.map(|channel| state.channel_object(channel)).collect()))
}

fn create_channel(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?;
    if State::guild_permissions(guild, state.bot()) & MANAGE_CHANNELS == 0 {
        return Err(ApiError::missing_permissions());
    }
    let guild_id = guild.id;
    let name = input.body["name"].as_str().ok_or_else(|| ApiError::required("name"))?;
    if name.is_empty() || name.chars().count() > 100 {
        return Err(ApiError::bad_length("name", 1, 100));
    }
    let overwrites = super::channels::read_overwrites(&input.body);
    let channel = state.add_channel(guild_id, name, overwrites);
    Ok(Reply::created(state.channels.get(&channel).map_or(Value::Null, |it| state.channel_object(it))))
}

fn roles(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    Ok(Reply::json(guild_of(state, input)?.roles.values().map(objects::role).collect()))
}

fn active_threads(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (guild_id, bot) = (guild_of(state, input)?.id, state.bot());
    let sees = |channel: &&super::super::world::model::Channel| {
        state.permissions_in(channel, bot) & VIEW_CHANNEL != 0
    };
    let threads: Vec<_> = state.active_threads(guild_id).filter(sees).collect();
    let members = threads.iter().filter_map(|channel| {
        let joined_at_ms = *channel.thread.as_ref()?.members.get(&bot)?;
        Some(State::thread_member_object(channel.id, bot, joined_at_ms))
    });
    Ok(Reply::json(json!({
        "threads": threads.iter().map(|channel| state.channel_object(channel)).collect::<Value>(),
        "members": members.collect::<Value>(), "has_more": false,
    })))
}

fn members(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?;
    let limit = usize::try_from(input.number("limit").unwrap_or(1)).unwrap_or(1).clamp(1, 1_000);
    let after = input.number("after").unwrap_or(0);
    let members = guild.members.range(after.saturating_add(1)..).take(limit);
    Ok(Reply::json(members.map(|(user, _)| state.member_object(guild, *user)).collect()))
}

fn member(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?;
    let user = input.user(1, state)?;
    if !state.users.contains_key(&user) {
        return Err(ApiError::unknown_user());
    }
    match state.member_object(guild, user) {
        Value::Null => Err(ApiError::unknown_member()),
        member => Ok(Reply::json(member)),
    }
}

fn give_role(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    set_role(state, input, true)
}

fn take_role(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    set_role(state, input, false)
}

fn set_role(state: &mut State, input: &Input, holds: bool) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?;
    if State::guild_permissions(guild, state.bot()) & MANAGE_ROLES == 0 {
        return Err(ApiError::missing_permissions());
    }
    let (guild_id, user, role) = (guild.id, input.user(1, state)?, input.id(2)?);
    if !guild.roles.contains_key(&role) {
        return Err(ApiError::unknown_role());
    }
    let is_set = state.set_role(guild_id, user, role, holds);
    if is_set { Ok(Reply::nothing()) } else { Err(ApiError::unknown_member()) }
}
