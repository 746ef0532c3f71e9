//! The bot's command menus.

use serde_json::Value;

use super::{Answer, render};
use crate::telegram::errors::ApiError;
use crate::telegram::params::Params;
use crate::telegram::state::{BotCommand, State};

/// How many commands one menu holds.
const COMMANDS_MAX: usize = 100;
/// The longest command name; letters are `[a-z0-9_]`.
const NAME_LEN_MAX: usize = 32;
/// The longest description, in characters.
const DESCRIPTION_LEN_MAX: usize = 256;

/// `setMyCommands`.
pub(super) fn set_my_commands(state: &mut State, params: &Params) -> Answer {
    let commands: Vec<BotCommand> = params.structure("commands")?.unwrap_or_default();
    if commands.len() > COMMANDS_MAX {
        return Err(ApiError::bad_request("BOT_COMMANDS_TOO_MUCH"));
    }
    for command in &commands {
        check(command)?;
    }
    let menu = menu(params)?;
    if commands.is_empty() {
        state.commands.remove(&menu);
    } else {
        state.commands.insert(menu, commands);
    }
    render(&true)
}

/// `getMyCommands`: exactly the menu asked for, without falling back.
pub(super) fn get_my_commands(state: &mut State, params: &Params) -> Answer {
    let commands = state.commands.get(&menu(params)?);
    render(&commands.map(Vec::as_slice).unwrap_or_default())
}

/// `deleteMyCommands`.
pub(super) fn delete_my_commands(state: &mut State, params: &Params) -> Answer {
    state.commands.remove(&menu(params)?);
    render(&true)
}

fn check(command: &BotCommand) -> Result<(), ApiError> {
    let name = command.command.strip_prefix('/').unwrap_or(&command.command);
    let is_letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    if name.is_empty() || name.len() > NAME_LEN_MAX || !name.chars().all(is_letter) {
        return Err(ApiError::bad_request("BOT_COMMAND_INVALID"));
    }
    if !(1..=DESCRIPTION_LEN_MAX).contains(&command.description.chars().count()) {
        return Err(ApiError::bad_request("BOT_COMMAND_DESCRIPTION_INVALID"));
    }
    Ok(())
}

/// The key of the menu that a call is about.
fn menu(params: &Params) -> Result<(String, String), ApiError> {
    const SCOPES: [&str; 7] = [
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    ];
    let scope: Option<Value> = params.structure("scope")?;
    let scope = match &scope {
        None => String::new(),
        Some(scope) => {
            let kind = scope.get("type").and_then(Value::as_str).unwrap_or_default();
            if !SCOPES.contains(&kind) {
                return Err(ApiError::bad_request("unsupported scope specified"));
            }
            let ids =
                ["chat_id", "user_id"].map(|id| scope.get(id).map(Value::to_string).unwrap_or_default());
            if kind == "default" {
                String::new()
            } else {
                format!("{kind} {} {}", ids[0], ids[1]).trim().to_owned()
            }
        }
    };
    let language = params.text("language_code").unwrap_or_default().into_owned();
    let is_code =
        language.is_empty() || (language.len() == 2 && language.bytes().all(|b| b.is_ascii_lowercase()));
    if !is_code {
        return Err(ApiError::bad_request("invalid language_code specified"));
    }
    Ok((scope, language))
}
