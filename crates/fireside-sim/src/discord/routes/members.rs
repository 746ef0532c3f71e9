//! A guild's members and bans.

use serde_json::{Value, json};

use super::super::errors::ApiError;
use super::super::permissions::{BAN_MEMBERS, KICK_MEMBERS, MANAGE_ROLES};
use super::super::world::State;
use super::super::world::model::Guild;
use super::guilds::guild_of;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route { name: "GET /guilds/{guild.id}/members", access: Access::Bot, handler: list },
    Route { name: "GET /guilds/{guild.id}/members/search", access: Access::Bot, handler: search },
    Route { name: "GET /guilds/{guild.id}/members/{user.id}", access: Access::Bot, handler: get },
    Route { name: "PATCH /guilds/{guild.id}/members/{user.id}", access: Access::Bot, handler: change },
    Route { name: "DELETE /guilds/{guild.id}/members/{user.id}", access: Access::Bot, handler: kick },
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
    Route { name: "GET /guilds/{guild.id}/bans", access: Access::Bot, handler: bans },
    Route { name: "GET /guilds/{guild.id}/bans/{user.id}", access: Access::Bot, handler: ban_of },
    Route { name: "PUT /guilds/{guild.id}/bans/{user.id}", access: Access::Bot, handler: ban },
    Route { name: "DELETE /guilds/{guild.id}/bans/{user.id}", access: Access::Bot, handler: lift_ban },
];

fn limit(input: &Input, default: usize) -> usize {
    let asked = input.number("limit").and_then(|limit| usize::try_from(limit).ok());
    asked.unwrap_or(default).clamp(1, 1_000)
}

fn list(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?;
    let after = input.number("after").unwrap_or(0);
    let members = guild.members.range(after.saturating_add(1)..).take(limit(input, 1));
    Ok(Reply::json(members.map(|(user, _)| state.member_object(guild, *user)).collect()))
}

fn search(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?;
    let query = input.query.get("query").ok_or_else(|| ApiError::required("query"))?.to_lowercase();
    let starts = |name: &str| name.to_lowercase().starts_with(&query);
    let found = guild.members.iter().filter(|(user, member)| {
        let name = state.users.get(user).map(|user| user.name.as_str());
        name.is_some_and(starts) || member.nick.as_deref().is_some_and(starts)
    });
    let found = found.take(limit(input, 1));
    Ok(Reply::json(found.map(|(user, _)| state.member_object(guild, *user)).collect()))
}

/// The guild and the user that a path names, who is there.
fn member_of<'state>(state: &'state State, input: &Input) -> Result<(&'state Guild, u64), ApiError> {
    let guild = guild_of(state, input)?;
    let user = input.user(1, state)?;
    if !state.users.contains_key(&user) {
        return Err(ApiError::unknown_user());
    }
    if guild.members.contains_key(&user) { Ok((guild, user)) } else { Err(ApiError::unknown_member()) }
}

fn get(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (guild, user) = member_of(state, input)?;
    Ok(Reply::json(state.member_object(guild, user)))
}

fn change(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (guild, user) = member_of(state, input)?;
    let guild = guild.id;
    state.change_member(guild, user, &input.body)?;
    let changed = state.guilds.get(&guild).map(|guild| state.member_object(guild, user));
    Ok(Reply::json(changed.unwrap_or_default()))
}

/// Refuses to throw out whom the bot doesn't outrank.
fn check_removal(state: &State, guild: &Guild, user: u64, needed: u64) -> Result<(), ApiError> {
    let bot = state.bot();
    let may = State::guild_permissions(guild, bot) & needed != 0;
    let outranks = !guild.members.contains_key(&user) || State::outranks(guild, bot, user);
    if may && outranks { Ok(()) } else { Err(ApiError::missing_permissions()) }
}

fn kick(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (guild, user) = member_of(state, input)?;
    check_removal(state, guild, user, KICK_MEMBERS)?;
    let guild = guild.id;
    state.remove_member(guild, user);
    Ok(Reply::nothing())
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
    State::check_assignable(guild, state.bot(), role)?;
    let is_set = state.set_role(guild_id, user, role, holds);
    if is_set { Ok(Reply::nothing()) } else { Err(ApiError::unknown_member()) }
}

/// The guild, if the bot may ban there.
fn ban_keeper<'state>(state: &'state State, input: &Input) -> Result<&'state Guild, ApiError> {
    let guild = guild_of(state, input)?;
    let may = State::guild_permissions(guild, state.bot()) & BAN_MEMBERS != 0;
    if may { Ok(guild) } else { Err(ApiError::missing_permissions()) }
}

fn ban_object(state: &State, user: u64, reason: Option<&String>) -> Value {
    json!({ "user": state.user_object(user), "reason": reason })
}

fn bans(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = ban_keeper(state, input)?;
    let bans = guild.bans.iter().take(limit(input, 1_000));
    Ok(Reply::json(bans.map(|(user, reason)| ban_object(state, *user, reason.as_ref())).collect()))
}

fn ban_of(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let user = input.id(1)?;
    let reason = ban_keeper(state, input)?.bans.get(&user).ok_or_else(ApiError::unknown_ban)?;
    Ok(Reply::json(ban_object(state, user, reason.as_ref())))
}

fn ban(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let (guild, user) = (ban_keeper(state, input)?, input.id(1)?);
    if !state.users.contains_key(&user) {
        return Err(ApiError::unknown_user());
    }
    check_removal(state, guild, user, BAN_MEMBERS)?;
    let guild = guild.id;
    state.ban(guild, user, None);
    Ok(Reply::nothing())
}

fn lift_ban(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = ban_keeper(state, input)?.id;
    let was_banned = state.lift_ban(guild, input.id(1)?);
    if was_banned { Ok(Reply::nothing()) } else { Err(ApiError::unknown_ban()) }
}
