//! Telling Discord which commands there are: slash commands, and the commands
//! of messages' and accounts' menus, in every language the bot speaks.

mod limits;
mod locales;
mod spec;

use fireside_core::ports::AdapterError;
use fireside_core::{Access, CommandSpec};
use reqwest::Method;
use serde_json::Value;
use serenity::http::Route;

use crate::adapter::Connection;
use crate::client::Call;
use crate::errors::CallError;

/// The context of a private chat with the bot.
const BOT_DM: u8 = 1;

/// Replaces the bot's commands in each of its guilds, and those in private
/// chats, or everywhere if it has no guilds. Nothing is replaced by what is
/// there already.
///
/// Staff commands are shown to everybody: Discord can hide them behind a
/// permission, but staff are known by their roles, which need not have any; and
/// it can't hide a subcommand. Who is staff is checked when a command runs.
pub(crate) async fn register(connection: &Connection, commands: &[CommandSpec]) -> Result<(), AdapterError> {
    let application = connection.identity().await?.application;
    let application_id = application.into();
    let all = spec::all(commands);
    if let Some(what) = limits::exceeded(&all) {
        return Err(AdapterError::Stop { what: format!("the bot's commands can't be taken: {what}") });
    }
    let guilds = &connection.options.guilds;
    for guild in guilds {
        let route = Route::GuildCommands { application_id, guild_id: (*guild).into() };
        replace(connection, route, application, &all).await?;
    }
    let everywhere = if guilds.is_empty() { all } else { in_private(commands) };
    replace(connection, Route::Commands { application_id }, application, &everywhere).await
}

/// The commands that a private chat has: those that everybody may run, with the
/// subcommands that everybody may.
fn in_private(commands: &[CommandSpec]) -> Vec<Value> {
    let open = commands.iter().filter(|spec| !spec.is_for_staff()).map(without_staffs);
    let open: Vec<_> = open.collect();
    let mut open = spec::all(&open);
    for command in &mut open {
        command["contexts"] = vec![BOT_DM].into();
    }
    open
}

fn without_staffs(spec: &CommandSpec) -> CommandSpec {
    let mut spec = spec.clone();
    let translated = spec.translations.values_mut().map(|translation| &mut translation.command);
    for command in translated.chain([&mut spec.command]) {
        command.subcommands.retain(|part| part.access == Access::Everyone);
    }
    spec
}

async fn replace(
    connection: &Connection,
    route: Route<'_>,
    application: u64,
    commands: &[Value],
) -> Result<(), AdapterError> {
    let there = Call::new(Method::GET, route, application).query("with_localizations", true);
    let is_there = connection.client.send(there).await.is_ok_and(|there| spec::are_there(commands, &there));
    if is_there {
        return Ok(());
    }
    let call = Call::new(Method::PUT, route, application).body(commands.into());
    connection.client.send(call).await.map(|_| ()).map_err(refused)
}

fn refused(error: CallError) -> AdapterError {
    match error.status() {
        403 | 404 => AdapterError::Stop {
            what: format!(
                "the bot's commands were not taken: {error}: invite it again with the scope \
                 applications.commands"
            ),
        },
        400 => AdapterError::Stop { what: format!("the bot's commands were not taken: {error}") },
        _ => error.for_adapter(),
    }
}
