//! Acting as a user on commands: running them, and typing into an autocomplete.

use serde_json::{Value, json};

use super::super::command_rules::command_type;
use super::super::locales;
use super::super::objects::id;
use super::acting::Refused;
use super::command_options::Filling;
use super::interactions::{Act, interaction_type};
use super::resolved::Resolved;
use super::{State, Upload, World};

impl World {
    /// A user runs a slash command, a subcommand as `feedback list`; values are
    /// written as the user types them (ids for users, channels and roles). The
    /// interaction's id comes back.
    ///
    /// # Errors
    /// When no such command is registered there, the user may not run it, or an
    /// option is missing or takes no such value.
    pub fn run_command(
        &self,
        channel: u64,
        user: u64,
        command: &str,
        options: &[(&str, &str)],
    ) -> Result<u64, Refused> {
        self.run_command_with_files(channel, user, command, options, &[])
    }

    /// As [`World::run_command`], with files for options that take one.
    ///
    /// # Errors
    /// As [`World::run_command`], and when a file is too large.
    pub fn run_command_with_files(
        &self,
        channel: u64,
        user: u64,
        command: &str,
        options: &[(&str, &str)],
        files: &[(&str, Upload)],
    ) -> Result<u64, Refused> {
        let filling = Filling { channel, user, given: options, files, focused: None };
        self.change(|state| state.use_slash_command(interaction_type::COMMAND, command, &filling))
    }

    /// A user types `text` into an option that completes itself, with what is
    /// filled in before; the interaction's id comes back, and the choices it is
    /// answered with are its [`World::suggestions`].
    ///
    /// # Errors
    /// As [`World::run_command`], save that options may be missing; and when the
    /// option doesn't complete itself.
    pub fn type_option(
        &self,
        channel: u64,
        user: u64,
        command: &str,
        before: &[(&str, &str)],
        option: (&str, &str),
    ) -> Result<u64, Refused> {
        let given: Vec<_> = before.iter().copied().chain([option]).collect();
        let filling = Filling { channel, user, given: &given, files: &[], focused: Some(option.0) };
        self.change(|state| state.use_slash_command(interaction_type::AUTOCOMPLETE, command, &filling))
    }

    /// The choices an autocomplete was answered with, as names and values; none
    /// while it isn't answered.
    pub fn suggestions(&self, interaction: u64) -> Option<Vec<(String, Value)>> {
        self.read(|state| {
            let choices = state.interactions.get(&interaction)?.choices.as_ref()?;
            let named = |choice: &Value| {
                (choice["name"].as_str().unwrap_or_default().to_owned(), choice["value"].clone())
            };
            Some(choices.iter().map(named).collect())
        })
    }

    /// A user runs a command from the menu of another user. The interaction's id
    /// comes back.
    ///
    /// # Errors
    /// When no such command is offered there or the target isn't known.
    pub fn run_user_command(
        &self,
        channel: u64,
        user: u64,
        command: &str,
        target: u64,
    ) -> Result<u64, Refused> {
        self.change(|state| {
            let mut resolved = Resolved::default();
            if !resolved.user(state, channel, target) {
                return Err(Refused::new("there is no such user"));
            }
            state.use_menu_command(channel, user, command_type::USER, command, target, resolved)
        })
    }

    /// A user runs a command from the menu of a message. The interaction's id
    /// comes back.
    ///
    /// # Errors
    /// When no such command is offered there or the user doesn't see the message.
    pub fn run_message_command(
        &self,
        channel: u64,
        user: u64,
        command: &str,
        message: u64,
    ) -> Result<u64, Refused> {
        self.change(|state| {
            state.channel_for(channel, user, 0)?;
            let found = state.message(channel, message);
            let found = found.filter(|it| it.seen_only_by.is_none_or(|viewer| viewer == user));
            let found = found.ok_or_else(|| Refused::new("the user sees no such message"))?;
            let mut resolved = Resolved::default();
            resolved.message(message, state.message_object(found));
            state.use_menu_command(channel, user, command_type::MESSAGE, command, message, resolved)
        })
    }

    /// Sets the language of a user's client, in which commands are named.
    ///
    /// # Errors
    /// When there is no such user or Discord doesn't know the language.
    pub fn set_locale(&self, user: u64, locale: &str) -> Result<(), Refused> {
        self.change(|state| {
            let user = state.users.get_mut(&user).filter(|_| locales::is_known(locale));
            let user = user.ok_or_else(|| Refused::new("there is no such user or language"))?;
            locale.clone_into(&mut user.locale);
            Ok(())
        })
    }

    /// Sets the language of a guild.
    ///
    /// # Errors
    /// When there is no such guild or Discord doesn't know the language.
    pub fn set_guild_locale(&self, guild: u64, locale: &str) -> Result<(), Refused> {
        self.change(|state| {
            let guild = state.guilds.get_mut(&guild).filter(|_| locales::is_known(locale));
            let guild = guild.ok_or_else(|| Refused::new("there is no such guild or language"))?;
            locale.clone_into(&mut guild.locale);
            Ok(())
        })
    }
}

impl State {
    fn use_slash_command(&mut self, kind: u8, command: &str, filling: &Filling<'_>) -> Result<u64, Refused> {
        let mut words = command.trim_start_matches('/').split_whitespace();
        let name = words.next().unwrap_or_default();
        let path: Vec<&str> = words.collect();
        let (channel, user) = (filling.channel, filling.user);
        let registered = self.offered_command(channel, user, command_type::CHAT_INPUT, name)?.clone();
        let mut resolved = Resolved::default();
        let options = self.fill_options(&registered, &path, filling, &mut resolved)?;
        let mut data = command_data(&registered);
        data["options"] = options;
        resolved.write(&mut data);
        Ok(self.interact(Act { kind, user, channel, source: None, data, trigger: None }))
    }

    fn use_menu_command(
        &mut self,
        channel: u64,
        user: u64,
        kind: u64,
        name: &str,
        target: u64,
        resolved: Resolved,
    ) -> Result<u64, Refused> {
        let mut data = command_data(self.offered_command(channel, user, kind, name)?);
        data["target_id"] = id(target);
        resolved.write(&mut data);
        let kind = interaction_type::COMMAND;
        Ok(self.interact(Act { kind, user, channel, source: None, data, trigger: None }))
    }
}

fn command_data(registered: &Value) -> Value {
    let mut data = json!({ "id": registered["id"], "name": registered["name"], "type": registered["type"] });
    if let Some(guild) = registered.get("guild_id") {
        data["guild_id"] = guild.clone();
    }
    data
}
