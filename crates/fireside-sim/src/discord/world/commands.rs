//! Registered application commands, and to whom they are offered.

use serde_json::{Map, Value, json};

use super::super::command_rules::{self, command_type, type_of};
use super::super::errors::ApiError;
use super::super::mentions::snowflake;
use super::super::objects::id;
use super::super::permissions::{ADMINISTRATOR, USE_APPLICATION_COMMANDS};
use super::State;
use super::acting::Refused;

const DAY_MS: u64 = 86_400_000;
/// Commands of one scope by type: slash, user, message.
const COMMANDS_MAX: [(u64, usize); 3] =
    [(command_type::CHAT_INPUT, 100), (command_type::USER, 15), (command_type::MESSAGE, 15)];

impl State {
    /// Replaces all commands of a guild, or all global ones. A command that keeps
    /// its name and type keeps its id.
    pub(crate) fn overwrite_commands(&mut self, guild: Option<u64>, new: &Value) -> Result<Value, ApiError> {
        let new = new.as_array().ok_or_else(|| ApiError::required("_root"))?;
        check_count(new)?;
        for (at, command) in new.iter().enumerate() {
            command_rules::check(&format!("{at}."), command)?;
            if new[..at].iter().any(|other| is_same(other, command)) {
                let (field, message) = (format!("{at}.name"), "Application command names must be unique");
                return Err(ApiError::form(&field, "APPLICATION_COMMANDS_DUPLICATE_NAME", message));
            }
        }
        let added = new.iter().filter(|command| self.known(guild, command).is_none()).count();
        self.count_creates(guild, added)?;
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
        command_rules::check("", command)?;
        let is_new = self.known(guild, command).is_none();
        if is_new {
            let mut all = self.commands.get(&guild).cloned().unwrap_or_default();
            all.push(command.clone());
            check_count(&all)?;
            self.count_creates(guild, 1)?;
        }
        let registered = self.registered(guild, command);
        self.put_command(guild, registered.clone());
        Ok((registered, is_new))
    }

    pub(crate) fn command(&self, guild: Option<u64>, command: u64) -> Result<&Value, ApiError> {
        let mut commands = self.commands.get(&guild).into_iter().flatten();
        let found = commands.find(|other| snowflake(&other["id"]) == Some(command));
        found.ok_or_else(ApiError::unknown_command)
    }

    /// Changes a command by the fields that `changes` names.
    pub(crate) fn change_command(
        &mut self,
        guild: Option<u64>,
        command: u64,
        changes: &Value,
    ) -> Result<Value, ApiError> {
        let mut merged = self.command(guild, command)?.clone();
        for (key, value) in changes.as_object().into_iter().flatten() {
            if key != "type" && key != "id" {
                merged[key] = value.clone();
            }
        }
        command_rules::check("", &merged)?;
        let mut registered = self.registered(guild, &merged);
        registered["id"] = id(command);
        self.put_command(guild, registered.clone());
        Ok(registered)
    }

    pub(crate) fn delete_command(&mut self, guild: Option<u64>, command: u64) -> Result<(), ApiError> {
        self.command(guild, command)?;
        let commands = self.commands.entry(guild).or_default();
        commands.retain(|other| snowflake(&other["id"]) != Some(command));
        Ok(())
    }

    fn put_command(&mut self, guild: Option<u64>, command: Value) {
        let commands = self.commands.entry(guild).or_default();
        match commands.iter_mut().find(|other| other["id"] == command["id"]) {
            Some(other) => *other = command,
            None => commands.push(command),
        }
    }

    /// The registered command that has the name and type of this one.
    fn known(&self, guild: Option<u64>, command: &Value) -> Option<&Value> {
        self.commands.get(&guild)?.iter().find(|other| is_same(other, command))
    }

    /// Counts commands created today; past the day's limit none is.
    fn count_creates(&mut self, guild: Option<u64>, added: usize) -> Result<(), ApiError> {
        let now_ms = self.clock.now_ms();
        let (ends_at_ms, created) = self.command_creates.entry(guild).or_insert((now_ms + DAY_MS, 0));
        if now_ms >= *ends_at_ms {
            (*ends_at_ms, *created) = (now_ms + DAY_MS, 0);
        }
        let total = *created + added;
        let max = self.options.limits.command_creates_per_day;
        if added > 0 && total > usize::try_from(max).unwrap_or(usize::MAX) {
            let message = format!("Max number of daily application command creates has been reached ({max})");
            return Err(ApiError::new(400, 30034, message));
        }
        *created = total;
        Ok(())
    }

    fn registered(&mut self, guild: Option<u64>, command: &Value) -> Value {
        let command_id = self.known(guild, command).and_then(|known| snowflake(&known["id"]));
        let command_id = command_id.unwrap_or_else(|| self.next_id());
        let version = self.next_id();
        let mut object = command.as_object().cloned().unwrap_or_else(Map::new);
        for option in object.get_mut("options").and_then(Value::as_array_mut).into_iter().flatten() {
            drop_nulls(option);
        }
        if object.get("options").is_some_and(Value::is_null) {
            object.remove("options");
        }
        object.insert("id".to_owned(), id(command_id));
        object.insert("version".to_owned(), id(version));
        object.insert("application_id".to_owned(), id(self.bot()));
        object.insert("type".to_owned(), json!(type_of(command)));
        if let Some(guild) = guild {
            object.insert("guild_id".to_owned(), id(guild));
        }
        if let Some(bits) = object.get("default_member_permissions").and_then(snowflake) {
            object.insert("default_member_permissions".to_owned(), json!(bits.to_string()));
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

    /// The command of that type and name, in any language the user reads, if it is
    /// offered to the user in that channel.
    pub(super) fn offered_command(
        &self,
        channel_id: u64,
        user: u64,
        kind: u64,
        name: &str,
    ) -> Result<&Value, Refused> {
        let channel = self.channel_for(channel_id, user, USE_APPLICATION_COMMANDS)?;
        let locale = self.users.get(&user).map_or("", |user| user.locale.as_str());
        let of_guild = channel.guild.and_then(|_| self.commands.get(&channel.guild)).into_iter().flatten();
        let mut all = of_guild.chain(self.commands.get(&None).into_iter().flatten());
        let is_it = |command: &&Value| {
            let is_named = command["name"] == name || command["name_localizations"][locale] == name;
            is_named && type_of(command) == kind && is_for(command, channel.guild.is_some())
        };
        let missing = || Refused::new(format!("no command {name} is registered here"));
        let command = all.find(is_it).ok_or_else(missing)?;
        let needed = snowflake(&command["default_member_permissions"]).map(|bits| {
            // A command for nobody is for administrators.
            if bits == 0 { ADMINISTRATOR } else { bits }
        });
        let needed = needed.filter(|_| channel.guild.is_some()).unwrap_or(0);
        let may = self.permissions_in(channel, user) & needed == needed;
        if may { Ok(command) } else { Err(Refused::new(format!("{name} isn't offered to this user"))) }
    }
}

/// Whether a command is offered in guilds, or in direct messages with the bot.
fn is_for(command: &Value, in_guild: bool) -> bool {
    let Some(contexts) = command["contexts"].as_array() else {
        return in_guild || command["dm_permission"] != json!(false);
    };
    contexts.contains(&json!(u8::from(!in_guild)))
}

fn is_same(one: &Value, other: &Value) -> bool {
    one["name"] == other["name"] && type_of(one) == type_of(other)
}

fn check_count(commands: &[Value]) -> Result<(), ApiError> {
    for (kind, max) in COMMANDS_MAX {
        if commands.iter().filter(|command| type_of(command) == kind).count() > max {
            let message = format!("Maximum number of application commands reached ({max})");
            return Err(ApiError::new(400, 30032, message));
        }
    }
    Ok(())
}

/// What an SDK wrote as null is left out of the answer, as Discord does.
fn drop_nulls(option: &mut Value) {
    if let Some(fields) = option.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
        for name in ["options", "choices"] {
            for inner in fields.get_mut(name).and_then(Value::as_array_mut).into_iter().flatten() {
                drop_nulls(inner);
            }
        }
    }
}
