//! The bot's command menus.

use serde_json::Value;

use super::{Answer, render};
use crate::telegram::chat::ChatKind;
use crate::telegram::errors::ApiError;
use crate::telegram::menus::Scope;
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
    commands.iter().try_for_each(check)?;
    let bare = |command: BotCommand| BotCommand {
        command: command.command.trim_start_matches('/').to_owned(),
        ..command
    };
    let commands: Vec<BotCommand> = commands.into_iter().map(bare).collect();
    let menu = menu(state, params)?;
    if commands.is_empty() {
        state.commands.remove(&menu);
    } else {
        state.commands.insert(menu, commands);
    }
    render(&true)
}

/// `getMyCommands`: exactly the menu asked for, without falling back.
pub(super) fn get_my_commands(state: &mut State, params: &Params) -> Answer {
    let commands = state.commands.get(&menu(state, params)?);
    render(&commands.map(Vec::as_slice).unwrap_or_default())
}

/// `deleteMyCommands`.
pub(super) fn delete_my_commands(state: &mut State, params: &Params) -> Answer {
    let menu = menu(state, params)?;
    state.commands.remove(&menu);
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
fn menu(state: &State, params: &Params) -> Result<(Scope, String), ApiError> {
    let scope: Option<Value> = params.structure("scope")?;
    let scope = scope.map_or(Ok(Scope::Default), |scope| read_scope(state, &scope))?;
    Ok((scope, language(params)?))
}

fn read_scope(state: &State, scope: &Value) -> Result<Scope, ApiError> {
    let chat = || {
        let named = match &scope["chat_id"] {
            Value::String(named) => state.named_chat(named),
            number => number.as_i64(),
        };
        let chat = named.and_then(|id| state.chats.get(&id));
        let chat = chat.ok_or_else(|| ApiError::bad_request("chat not found"))?;
        match chat.kind {
            ChatKind::Channel => Err(ApiError::bad_request("can't change commands in channel chats")),
            _ => Ok(chat),
        }
    };
    let group = || match chat()? {
        chat if chat.kind == ChatKind::Private => {
            Err(ApiError::bad_request("chat_id must be of a group or supergroup chat"))
        }
        chat => Ok(chat.id),
    };
    Ok(match scope["type"].as_str().unwrap_or_default() {
        "default" => Scope::Default,
        "all_private_chats" => Scope::AllPrivateChats,
        "all_group_chats" => Scope::AllGroupChats,
        "all_chat_administrators" => Scope::AllChatAdministrators,
        "chat" => Scope::Chat(chat()?.id),
        "chat_administrators" => Scope::ChatAdministrators(group()?),
        "chat_member" => {
            let user = scope["user_id"].as_i64().filter(|user| state.users.contains_key(user));
            let unknown = || ApiError::bad_request("invalid user_id specified");
            Scope::ChatMember(group()?, user.ok_or_else(unknown)?)
        }
        _ => return Err(ApiError::bad_request("can't parse BotCommandScope: unsupported type specified")),
    })
}

/// The language that a call is about; none is for everybody else.
pub(super) fn language(params: &Params) -> Result<String, ApiError> {
    let language = params.text("language_code").unwrap_or_default().into_owned();
    let is_code = language.len() == 2 && language.bytes().all(|b| b.is_ascii_lowercase());
    if language.is_empty() || is_code {
        return Ok(language);
    }
    Err(ApiError::bad_request("invalid language code specified"))
}
