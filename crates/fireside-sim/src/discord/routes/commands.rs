//! Application commands, global and of one guild.

use serde_json::Value;

use super::super::errors::ApiError;
use super::super::world::State;
use super::{Access, Input, Reply, Route};

pub(super) const ROUTES: &[Route] = &[
    Route { name: "GET /applications/{application.id}/commands", access: Access::Bot, handler: list },
    Route { name: "POST /applications/{application.id}/commands", access: Access::Bot, handler: add },
    Route { name: "PUT /applications/{application.id}/commands", access: Access::Bot, handler: overwrite },
    Route {
        name: "GET /applications/{application.id}/commands/{command.id}",
        access: Access::Bot,
        handler: get,
    },
    Route {
        name: "PATCH /applications/{application.id}/commands/{command.id}",
        access: Access::Bot,
        handler: change,
    },
    Route {
        name: "DELETE /applications/{application.id}/commands/{command.id}",
        access: Access::Bot,
        handler: delete,
    },
    Route {
        name: "GET /applications/{application.id}/guilds/{guild.id}/commands",
        access: Access::Bot,
        handler: list_of_guild,
    },
    Route {
        name: "POST /applications/{application.id}/guilds/{guild.id}/commands",
        access: Access::Bot,
        handler: add_to_guild,
    },
    Route {
        name: "PUT /applications/{application.id}/guilds/{guild.id}/commands",
        access: Access::Bot,
        handler: overwrite_in_guild,
    },
    Route {
        name: "GET /applications/{application.id}/guilds/{guild.id}/commands/{command.id}",
        access: Access::Bot,
        handler: get_of_guild,
    },
    Route {
        name: "PATCH /applications/{application.id}/guilds/{guild.id}/commands/{command.id}",
        access: Access::Bot,
        handler: change_in_guild,
    },
    Route {
        name: "DELETE /applications/{application.id}/guilds/{guild.id}/commands/{command.id}",
        access: Access::Bot,
        handler: delete_from_guild,
    },
];

fn check_application(state: &State, input: &Input) -> Result<(), ApiError> {
    if input.id(0)? == state.bot() { Ok(()) } else { Err(ApiError::new(403, 20012, NOT_YOURS)) }
}

const NOT_YOURS: &str = "You are not authorized to perform this action on this application";

fn guild(state: &State, input: &Input) -> Result<Option<u64>, ApiError> {
    check_application(state, input)?;
    let guild = input.id(1)?;
    if state.is_bot_in(guild) { Ok(Some(guild)) } else { Err(ApiError::missing_access()) }
}

/// The commands of a scope, with their localizations when the query asks for them.
fn registered(state: &State, guild: Option<u64>, input: &Input) -> Reply {
    let mut commands = state.commands.get(&guild).cloned().unwrap_or_default();
    if !input.flag("with_localizations") {
        for command in commands.iter_mut().filter_map(Value::as_object_mut) {
            command.remove("name_localizations");
            command.remove("description_localizations");
        }
    }
    Reply::json(Value::Array(commands))
}

fn added((command, is_new): (Value, bool)) -> Reply {
    if is_new { Reply::created(command) } else { Reply::json(command) }
}

fn list(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    check_application(state, input)?;
    Ok(registered(state, None, input))
}

fn add(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    check_application(state, input)?;
    state.add_command(None, &input.body).map(added)
}

fn overwrite(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    check_application(state, input)?;
    state.overwrite_commands(None, &input.body).map(Reply::json)
}

fn get(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    check_application(state, input)?;
    state.command(None, input.id(1)?).cloned().map(Reply::json)
}

fn change(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    check_application(state, input)?;
    state.change_command(None, input.id(1)?, &input.body).map(Reply::json)
}

fn delete(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    check_application(state, input)?;
    state.delete_command(None, input.id(1)?)?;
    Ok(Reply::nothing())
}

fn list_of_guild(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild(state, input)?;
    Ok(registered(state, guild, input))
}

fn add_to_guild(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild(state, input)?;
    state.add_command(guild, &input.body).map(added)
}

fn overwrite_in_guild(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild(state, input)?;
    state.overwrite_commands(guild, &input.body).map(Reply::json)
}

fn get_of_guild(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild(state, input)?;
    state.command(guild, input.id(2)?).cloned().map(Reply::json)
}

fn change_in_guild(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild(state, input)?;
    state.change_command(guild, input.id(2)?, &input.body).map(Reply::json)
}

fn delete_from_guild(state: &mut State, input: &Input) -> Result<Reply, ApiError> {
    let guild = guild(state, input)?;
    state.delete_command(guild, input.id(2)?)?;
    Ok(Reply::nothing())
}
