//! Telling Discord which commands there are.

use fireside_core::command::CommandOption;
use fireside_core::ports::AdapterError;
use fireside_core::{CommandSpec, OptionKind};
use reqwest::Method;
use serenity::all::{CommandOptionType, CommandType, CreateCommand, CreateCommandOption};
use serenity::http::Route;

use crate::adapter::Connection;
use crate::client::Call;
use crate::render::cut;

/// The longest description, in characters.
const DESCRIPTION_MAX: usize = 100;

/// Replaces the bot's commands in each of its guilds, or everywhere if it has
/// none. Staff commands are open on Discord: who is staff is checked when they run.
pub(crate) async fn register(connection: &Connection, commands: &[CommandSpec]) -> Result<(), AdapterError> {
    let application = connection.identity().await?.application;
    let created: Vec<CreateCommand> = commands.iter().map(create).collect();
    let body =
        serde_json::to_value(created).map_err(|error| AdapterError::Stop { what: error.to_string() })?;
    let guilds = &connection.options.guilds;
    let application_id = application.into();
    let mut routes: Vec<Route<'_>> = guilds
        .iter()
        .map(|guild| Route::GuildCommands { application_id, guild_id: (*guild).into() })
        .collect();
    if routes.is_empty() {
        routes.push(Route::Commands { application_id });
    }
    for route in routes {
        let call = Call::new(Method::PUT, route, application).body(body.clone());
        connection.client.send(call).await.map_err(|error| match error.status() {
            400 | 403 | 404 => AdapterError::Stop {
                what: format!(
                    "the bot's commands were not taken: {error}: invite it again with the scope \
                     applications.commands"
                ),
            },
            _ => error.for_adapter(),
        })?;
    }
    Ok(())
}

fn create(spec: &CommandSpec) -> CreateCommand {
    let options = spec.command.options.iter().map(create_option).collect();
    CreateCommand::new(spec.name())
        .kind(CommandType::ChatInput)
        .description(described(&spec.command.description, spec.name()))
        .set_options(options)
}

fn create_option(option: &CommandOption) -> CreateCommandOption {
    let kind = match option.kind {
        OptionKind::Text => CommandOptionType::String,
        OptionKind::Integer => CommandOptionType::Integer,
        OptionKind::Boolean => CommandOptionType::Boolean,
        OptionKind::Account => CommandOptionType::User,
        OptionKind::File => CommandOptionType::Attachment,
    };
    CreateCommandOption::new(kind, &option.name, described(&option.description, &option.name))
        .required(option.required)
}

/// A description, which Discord wants to have at least one character.
fn described(description: &str, name: &str) -> String {
    cut(if description.trim().is_empty() { name } else { description }, DESCRIPTION_MAX)
}
