//! A guild's roles.

use super::super::errors::ApiError;
use super::super::objects;
use super::super::world::State;
use super::guilds::guild_of;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route { name: "GET /guilds/{guild.id}/roles", access: Access::Bot, handler: list },
    Route { name: "POST /guilds/{guild.id}/roles", access: Access::Bot, handler: create },
    Route { name: "PATCH /guilds/{guild.id}/roles", access: Access::Bot, handler: reorder },
    Route { name: "GET /guilds/{guild.id}/roles/{role.id}", access: Access::Bot, handler: get },
    Route { name: "PATCH /guilds/{guild.id}/roles/{role.id}", access: Access::Bot, handler: change },
    Route { name: "DELETE /guilds/{guild.id}/roles/{role.id}", access: Access::Bot, handler: delete },
];

fn list(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    Ok(Reply::json(guild_of(state, input)?.roles.values().map(objects::role).collect()))
}

fn get(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let role = guild_of(state, input)?.roles.get(&input.id(1)?).ok_or_else(ApiError::unknown_role)?;
    Ok(Reply::json(objects::role(role)))
}

fn create(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?.id;
    state.create_role(guild, &input.body).map(Reply::json)
}

fn change(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?.id;
    state.change_role(guild, input.id(1)?, &input.body).map(Reply::json)
}

fn reorder(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?.id;
    state.move_roles(guild, &input.body).map(Reply::json)
}

fn delete(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild_of(state, input)?.id;
    state.delete_role(guild, input.id(1)?)?;
    Ok(Reply::nothing())
}
