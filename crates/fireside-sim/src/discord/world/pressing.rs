//! Acting as a user on what the application offers: commands, components, modals.

use serde_json::{Value, json};

use super::super::components::component_type::{ACTION_ROW, BUTTON};
use super::super::objects::id;
use super::super::permissions::USE_APPLICATION_COMMANDS;
use super::acting::Refused;
use super::interactions::{Act, interaction_type};
use super::modals::Modal;
use super::{State, World};

/// Option types whose values aren't texts.
mod option_type {
    pub(super) const SUBCOMMAND: u64 = 1;
    pub(super) const SUBCOMMAND_GROUP: u64 = 2;
    pub(super) const STRING: u64 = 3;
    pub(super) const INTEGER: u64 = 4;
    pub(super) const BOOLEAN: u64 = 5;
    pub(super) const USER: u64 = 6;
    pub(super) const CHANNEL: u64 = 7;
    pub(super) const ROLE: u64 = 8;
    pub(super) const MENTIONABLE: u64 = 9;
    pub(super) const NUMBER: u64 = 10;
}

impl World {
    /// A user runs a slash command, a subcommand as `feedback list`; values are
    /// written as the user types them (ids for users, channels and roles). The
    /// interaction's id comes back.
    ///
    /// # Errors
    /// When no such command is registered there, the user may not run it, or a
    /// required option is missing.
    pub fn run_command(
        &self,
        channel: u64,
        user: u64,
        command: &str,
        options: &[(&str, &str)],
    ) -> Result<u64, Refused> {
        self.change(|state| {
            let data = state.command_data(channel, user, command, options)?;
            let kind = interaction_type::COMMAND;
            Ok(state.interact(Act { kind, user, channel, source: None, data, trigger: None }))
        })
    }

    /// A user presses a button, named by custom id or label. The interaction's
    /// id comes back.
    ///
    /// # Errors
    /// When the user sees no such message or button, or it is disabled.
    pub fn press(&self, message: u64, user: u64, button: &str) -> Result<u64, Refused> {
        self.use_component(message, user, button, &[])
    }

    /// A user chooses values in a select, named by custom id.
    ///
    /// # Errors
    /// When the user sees no such message or select, or it doesn't offer a value.
    pub fn choose(&self, message: u64, user: u64, select: &str, values: &[&str]) -> Result<u64, Refused> {
        self.use_component(message, user, select, values)
    }

    fn use_component(&self, message: u64, user: u64, name: &str, values: &[&str]) -> Result<u64, Refused> {
        self.change(|state| {
            let channel = state.channel_of_message(message, user)?;
            let component = state.component(channel, message, name)?;
            let data = component_data(&component, values)?;
            let kind = interaction_type::COMPONENT;
            Ok(state.interact(Act { kind, user, channel, source: Some(message), data, trigger: None }))
        })
    }

    /// A user submits the modal open before them. Fields are named by custom id
    /// or label; one not named keeps what it was filled with. The interaction's
    /// id comes back.
    ///
    /// # Errors
    /// When the user has no modal of that custom id open or a value doesn't fit.
    pub fn submit_modal(&self, user: u64, custom_id: &str, fields: &[(&str, &str)]) -> Result<u64, Refused> {
        self.change(|state| {
            let is_it = |modal: &Modal| modal.user == user && modal.custom_id == custom_id;
            let at = state.modals.iter().position(is_it);
            let at = at.ok_or_else(|| Refused::new("the user has no such modal open"))?;
            let data = state.modals[at].submit(fields).map_err(Refused::new)?;
            let modal = state.modals.remove(at);
            let (channel, source, trigger) = (modal.channel, modal.source, Some(modal.trigger));
            Ok(state.interact(Act {
                kind: interaction_type::MODAL_SUBMIT,
                user,
                channel,
                source,
                data,
                trigger,
            }))
        })
    }

    /// A user closes the modal open before them without submitting it.
    pub fn dismiss_modal(&self, user: u64) {
        self.change(|state| state.modals.retain(|modal| modal.user != user));
    }
}

impl State {
    fn command_data(
        &self,
        channel_id: u64,
        user: u64,
        command: &str,
        given: &[(&str, &str)],
    ) -> Result<Value, Refused> {
        let channel = self.channel_for(channel_id, user, USE_APPLICATION_COMMANDS)?;
        let mut words = command.trim_start_matches('/').split_whitespace();
        let name = words.next().unwrap_or_default();
        let registered = self
            .command_named(channel.guild, name)
            .ok_or_else(|| Refused::new(format!("no command /{name} is registered here")))?;
        let needed = registered["default_member_permissions"].as_str().and_then(|bits| bits.parse().ok());
        if self.permissions_in(channel, user) & needed.unwrap_or(0) != needed.unwrap_or(0) {
            return Err(Refused::new(format!("/{name} isn't offered to this user")));
        }
        let path: Vec<&str> = words.collect();
        let options = fill_options(registered, &path, given)?;
        let mut data = json!({
            "id": registered["id"], "name": name, "type": 1, "options": options,
        });
        if let Some(guild) = registered.get("guild_id") {
            data["guild_id"] = guild.clone();
        }
        self.resolve(&mut data, channel.guild, given);
        Ok(data)
    }

    /// Adds the users and roles that options name.
    fn resolve(&self, data: &mut Value, guild: Option<u64>, given: &[(&str, &str)]) {
        let guild = guild.and_then(|guild| self.guilds.get(&guild));
        let (mut users, mut members, mut roles) = (json!({}), json!({}), json!({}));
        for value in given.iter().filter_map(|(_, value)| value.parse::<u64>().ok()) {
            let key = value.to_string();
            if self.users.contains_key(&value) {
                users[&key] = self.user_object(value);
                if let Some(guild) = guild.filter(|guild| guild.members.contains_key(&value)) {
                    let held = Self::guild_permissions(guild, value);
                    let mut member = self.interaction_member(guild, value, held);
                    if let Some(member) = member.as_object_mut() {
                        // A resolved member stands beside its user.
                        for key in ["user", "deaf", "mute"] {
                            member.remove(key);
                        }
                    }
                    members[&key] = member;
                }
            } else if let Some(role) = guild.and_then(|guild| guild.roles.get(&value)) {
                roles[&key] = super::super::objects::role(role);
            }
        }
        for (kind, found) in [("users", users), ("members", members), ("roles", roles)] {
            if found.as_object().is_some_and(|found| !found.is_empty()) {
                data["resolved"][kind] = found;
            }
        }
    }

    /// The channel of a message with components that `user` sees.
    fn channel_of_message(&self, message_id: u64, user: u64) -> Result<u64, Refused> {
        let unseen = || Refused::new("the user sees no such message, or it has nothing to press");
        let channel = *self.with_components.get(&message_id).ok_or_else(unseen)?;
        let message = self.message(channel, message_id).ok_or_else(unseen)?;
        let is_shown = message.seen_only_by.is_none_or(|viewer| viewer == user);
        if is_shown && self.may_see(channel, user) { Ok(channel) } else { Err(unseen()) }
    }

    fn component(&self, channel: u64, message: u64, name: &str) -> Result<Value, Refused> {
        let message = self.message(channel, message);
        let rows = message.into_iter().flat_map(|message| &message.components);
        let rows = rows.filter(|row| row["type"] == json!(ACTION_ROW));
        let mut all = rows.filter_map(|row| row["components"].as_array()).flatten();
        let is_named = |it: &&Value| it["custom_id"] == name || it["label"] == name;
        let found = all.find(is_named).cloned();
        let found = found.ok_or_else(|| Refused::new(format!("the message has no {name:?}")))?;
        match (&found["disabled"], &found["custom_id"]) {
            (Value::Bool(true), _) => Err(Refused::new(format!("{name:?} is disabled"))),
            (_, Value::Null) => Err(Refused::new(format!("{name:?} is a link"))),
            _ => Ok(found),
        }
    }
}

fn component_data(component: &Value, values: &[&str]) -> Result<Value, Refused> {
    let mut data = json!({
        "custom_id": component["custom_id"], "component_type": component["type"], "id": component["id"],
    });
    if component["type"] != json!(BUTTON) {
        let options = component["options"].as_array();
        let offered = |value: &&str| {
            options.is_none_or(|options| options.iter().any(|option| option["value"] == *value))
        };
        if let Some(missing) = values.iter().find(|value| !offered(value)) {
            return Err(Refused::new(format!("the select doesn't offer {missing:?}")));
        }
        data["values"] = json!(values);
    }
    Ok(data)
}

/// The `options` of the interaction, checked against the registered ones.
fn fill_options(registered: &Value, path: &[&str], given: &[(&str, &str)]) -> Result<Value, Refused> {
    let offered = registered["options"].as_array().map_or(&[][..], Vec::as_slice);
    let is_branch = |option: &Value| {
        matches!(option["type"].as_u64(), Some(option_type::SUBCOMMAND | option_type::SUBCOMMAND_GROUP))
    };
    if let Some((first, rest)) = path.split_first() {
        let branch = offered.iter().find(|option| option["name"] == *first && is_branch(option));
        let branch = branch.ok_or_else(|| Refused::new(format!("there is no subcommand {first}")))?;
        let inner = fill_options(branch, rest, given)?;
        return Ok(json!([{ "name": first, "type": branch["type"], "options": inner }]));
    }
    if offered.iter().any(is_branch) {
        return Err(Refused::new("a subcommand is needed"));
    }
    let is_given = |option: &Value| given.iter().any(|(name, _)| option["name"] == *name);
    let missing = offered.iter().find(|option| option["required"] == json!(true) && !is_given(option));
    if let Some(missing) = missing {
        return Err(Refused::new(format!("the option {} is required", missing["name"])));
    }
    let filled = given.iter().map(|(name, value)| {
        let option = offered.iter().find(|option| option["name"] == *name);
        let option = option.ok_or_else(|| Refused::new(format!("there is no option {name}")))?;
        let value = typed(option, value)?;
        Ok(json!({ "name": name, "type": option["type"], "value": value }))
    });
    filled.collect::<Result<Vec<Value>, Refused>>().map(Value::Array)
}

fn typed(option: &Value, text: &str) -> Result<Value, Refused> {
    let name = &option["name"];
    let wrong = || Refused::new(format!("{text:?} is no value for the option {name}"));
    match option["type"].as_u64() {
        Some(option_type::INTEGER) => text.parse::<i64>().map(|number| json!(number)).map_err(|_| wrong()),
        Some(option_type::NUMBER) => text.parse::<f64>().map(|number| json!(number)).map_err(|_| wrong()),
        Some(option_type::BOOLEAN) => text.parse::<bool>().map(|flag| json!(flag)).map_err(|_| wrong()),
        Some(option_type::USER | option_type::CHANNEL | option_type::ROLE | option_type::MENTIONABLE) => {
            text.parse::<u64>().map(id).map_err(|_| wrong())
        }
        Some(option_type::STRING) => {
            let choices = option["choices"].as_array().filter(|choices| !choices.is_empty());
            let chosen = choices.map(|choices| {
                let named = |choice: &&Value| choice["name"] == text || choice["value"] == text;
                choices.iter().find(named).map(|choice| choice["value"].clone())
            });
            let length = text.chars().count() as u64;
            let fits = length >= option["min_length"].as_u64().unwrap_or(0)
                && length <= option["max_length"].as_u64().unwrap_or(6_000);
            match chosen {
                Some(choice) => choice.ok_or_else(wrong),
                None if fits => Ok(json!(text)),
                None => Err(wrong()),
            }
        }
        _ => Ok(json!(text)),
    }
}
