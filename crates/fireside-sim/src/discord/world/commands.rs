//! Registered application commands.

use serde_json::{Map, Value, json};

use super::super::errors::ApiError;
use super::super::mentions::snowflake;
use super::super::objects::id;
use super::State;

const NAME_LEN_MAX: usize = 32;
const DESCRIPTION_LEN_MAX: usize = 100;
const OPTIONS_MAX: usize = 25;
const COMMANDS_MAX: usize = 100;
/// The type of a slash command; user and message commands have no description.
pub(crate) const CHAT_INPUT: u64 = 1;

impl State {
    /// Replaces all commands of a guild, or all global ones. A command that keeps
    /// its name and type keeps its id.
    pub(crate) fn overwrite_commands(&mut self, guild: Option<u64>, new: &Value) -> Result<Value, ApiError> {
        let new = new.as_array().ok_or_else(|| ApiError::required("_root"))?;
        let slash = new.iter().filter(|command| command_type(command) == CHAT_INPUT).count();
        if slash > COMMANDS_MAX {
            let message = "Maximum number of application commands reached (100)";
            return Err(ApiError::new(400, 30032, message));
        }
        for (at, command) in new.iter().enumerate() {
            check(command).map_err(|(field, error)| error(&format!("{at}.{field}")))?;
        }
        let commands: Vec<Value> = new.iter().map(|command| self.registered(guild, command)).collect();
        self.commands.insert(guild, commands.clone());
        Ok(Value::Array(commands))
    }

    /// Adds a command, or changes the one of the same name; true when it is new.
    pub(crate) fn add_command(
        &mut self,
        guild: Option<u64>,
        command: &Value,
    ) -> Result<(Value, bool), ApiError> {
        check(command).map_err(|(field, error)| error(field))?;
        let registered = self.registered(guild, command);
        let commands = self.commands.entry(guild).or_default();
        let before = commands.len();
        commands.retain(|other| other["id"] != registered["id"]);
        let is_new = commands.len() == before;
        commands.push(registered.clone());
        Ok((registered, is_new))
    }

    pub(crate) fn delete_command(&mut self, guild: Option<u64>, command: u64) -> Result<(), ApiError> {
        let commands = self.commands.entry(guild).or_default();
        let before = commands.len();
        commands.retain(|other| snowflake(&other["id"]) != Some(command));
        if commands.len() < before { Ok(()) } else { Err(ApiError::unknown_command()) }
    }

    fn registered(&mut self, guild: Option<u64>, command: &Value) -> Value {
        let same =
            |other: &&Value| other["name"] == command["name"] && command_type(other) == command_type(command);
        let known = self.commands.get(&guild).and_then(|commands| commands.iter().find(same));
        let command_id = known.and_then(|known| snowflake(&known["id"]));
        let command_id = command_id.unwrap_or_else(|| self.next_id());
        let version = self.next_id();
        let mut object = command.as_object().cloned().unwrap_or_else(Map::new);
        for option in object.get_mut("options").and_then(Value::as_array_mut).into_iter().flatten() {
            drop_nulls(option);
        }
        object.insert("id".to_owned(), id(command_id));
        object.insert("version".to_owned(), id(version));
        object.insert("application_id".to_owned(), id(self.bot()));
        object.insert("type".to_owned(), json!(command_type(command)));
        if let Some(guild) = guild {
            object.insert("guild_id".to_owned(), id(guild));
        }
        let defaults = [
            ("description", json!("")),
            ("default_member_permissions", Value::Null),
            ("nsfw", json!(false)),
            ("dm_permission", json!(guild.is_none())),
            ("contexts", Value::Null),
            ("integration_types", json!([0])),
        ];
        for (key, value) in defaults {
            let given = object.entry(key).or_insert(Value::Null);
            if given.is_null() {
                *given = value;
            }
        }
        Value::Object(object)
    }

    /// The slash command of that name that is offered in a guild or, with none,
    /// in direct messages.
    pub(crate) fn command_named(&self, guild: Option<u64>, name: &str) -> Option<&Value> {
        let of_guild = guild.and_then(|_| self.commands.get(&guild)).into_iter().flatten();
        let global = self.commands.get(&None).into_iter().flatten();
        let mut offered = of_guild.chain(global);
        offered.find(|command| command["name"] == name && command_type(command) == CHAT_INPUT)
    }
}

/// What an SDK wrote as null is left out of the answer, as Discord does.
fn drop_nulls(option: &mut Value) {
    if let Some(fields) = option.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
        for inner in fields.get_mut("options").and_then(Value::as_array_mut).into_iter().flatten() {
            drop_nulls(inner);
        }
    }
}

fn command_type(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(CHAT_INPUT)
}

/// An error for a field, once the field's place in the body is known.
type FieldError = (&'static str, fn(&str) -> ApiError);

fn check(command: &Value) -> Result<(), FieldError> {
    let is_slash = command_type(command) == CHAT_INPUT;
    let name = command["name"].as_str().ok_or(("name", ApiError::required as fn(&str) -> ApiError))?;
    let length = name.chars().count();
    if length == 0 || length > NAME_LEN_MAX {
        return Err(("name", |field| ApiError::bad_length(field, 1, NAME_LEN_MAX)));
    }
    let is_valid = |letter: char| {
        (letter.is_alphanumeric() && !letter.is_uppercase()) || matches!(letter, '-' | '_' | '\'')
    };
    if is_slash && !name.chars().all(is_valid) {
        return Err(("name", |field| {
            ApiError::form(field, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
        }));
    }
    let description = command["description"].as_str().unwrap_or_default().chars().count();
    if is_slash && (description == 0 || description > DESCRIPTION_LEN_MAX) {
        return Err(("description", |field| ApiError::bad_length(field, 1, DESCRIPTION_LEN_MAX)));
    }
    let options = command["options"].as_array().map_or(&[][..], Vec::as_slice);
    if options.len() > OPTIONS_MAX {
        return Err(("options", |field| ApiError::bad_length(field, 0, OPTIONS_MAX)));
    }
    let is_required = |option: &Value| option["required"] == json!(true);
    let disordered = options.windows(2).any(|pair| !is_required(&pair[0]) && is_required(&pair[1]));
    if disordered {
        return Err(("options", |field| {
            let message = "Required options must be placed before non-required options";
            ApiError::form(field, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message)
        }));
    }
    Ok(())
}
