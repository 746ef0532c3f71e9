//! Commands: what was given with one, what it was run on, what is being written.

use fireside_core::command::{SuggestRequest, Target};
use fireside_core::{Invocation, OptionValue};
use serde::Deserialize;
use serde_json::Value;
use serenity::all::UserId;

use super::{Data, Interaction, Resolved};
use crate::commands::{Commands, Menu};
use crate::decode::Scene;
use crate::decode::who::{Who, account};
use crate::snowflake;

/// Discord's numbers for what a command is run on.
const ON_ACCOUNT: u8 = 2;
const ON_MESSAGE: u8 = 3;

/// Discord's numbers for what an option is or takes.
const SUBCOMMAND: u8 = 1;
const TEXT: u8 = 3;
const INTEGER: u8 = 4;
const BOOLEAN: u8 = 5;
const ACCOUNT: u8 = 6;
const FILE: u8 = 11;

/// What was given for an option, or the subcommand with what was given for its own.
#[derive(Debug, Deserialize)]
pub(super) struct Given {
    name: String,
    #[serde(rename = "type")]
    kind: u8,
    #[serde(default)]
    value: Value,
    /// It is being written.
    #[serde(default)]
    focused: bool,
    #[serde(default)]
    options: Vec<Given>,
}

impl Given {
    pub(super) fn is_written_number(&self) -> bool {
        self.focused && self.kind == INTEGER
    }

    fn value(&self, resolved: &Resolved, channel: u64) -> Option<OptionValue> {
        match self.kind {
            TEXT => self.value.as_str().map(|text| OptionValue::Text(text.to_owned())),
            INTEGER => self.value.as_i64().map(OptionValue::Integer),
            BOOLEAN => self.value.as_bool().map(OptionValue::Boolean),
            ACCOUNT => {
                let id = self.value.as_str().and_then(snowflake::parse)?;
                Some(OptionValue::Account(id.to_string()))
            }
            FILE => {
                let id = self.value.as_str().and_then(snowflake::parse)?;
                let file = resolved.attachments.get(&id.into())?;
                Some(OptionValue::File(file.of_interaction(channel)))
            }
            _ => None,
        }
    }

    /// What is written so far: Discord sends a number as what was typed.
    fn typed(&self) -> String {
        self.value.as_str().map_or_else(|| self.value.to_string(), str::to_owned)
    }
}

impl Data {
    /// The command's name: a menu says what it is called there.
    pub(super) fn command(&self, commands: &Commands) -> String {
        let menu = match self.kind {
            ON_ACCOUNT => Some(Menu::Account),
            ON_MESSAGE => Some(Menu::Message),
            _ => None,
        };
        menu.and_then(|menu| commands.behind(menu, &self.name)).unwrap_or_else(|| self.name.clone())
    }

    /// The name of the subcommand, where the command has some.
    pub(super) fn subcommand(&self) -> Option<&str> {
        self.branch().map(|branch| branch.name.as_str())
    }

    fn branch(&self) -> Option<&Given> {
        self.options.first().filter(|given| given.kind == SUBCOMMAND)
    }

    /// What was given for each option.
    pub(super) fn given(&self) -> &[Given] {
        self.branch().map_or(&self.options, |branch| &branch.options)
    }

    pub(super) fn suggest(&self, commands: &Commands, channel: u64) -> Option<SuggestRequest> {
        let written = self.given().iter().find(|given| given.focused)?;
        Some(SuggestRequest {
            command: self.command(commands),
            subcommand: self.subcommand().map(str::to_owned),
            option: written.name.clone(),
            typed: written.typed(),
            options: self.values(channel),
        })
    }

    fn values(&self, channel: u64) -> Vec<(String, OptionValue)> {
        let whole = self.given().iter().filter(|given| !given.focused);
        whole.filter_map(|given| Some((given.name.clone(), given.value(&self.resolved, channel)?))).collect()
    }
}

impl Interaction {
    /// The command as it was run. `None` where what it was run on is not told.
    pub(super) fn invocation(&self, scene: &Scene<'_>, commands: &Commands) -> Option<Invocation> {
        let target = match self.data.kind {
            ON_MESSAGE => Some(Box::new(self.message_target(scene)?)),
            ON_ACCOUNT => Some(Box::new(self.account_target()?)),
            _ => None,
        };
        let options = self.data.values(self.channel().unwrap_or_default());
        let subcommand = self.data.subcommand().map(str::to_owned);
        Some(Invocation { subcommand, options, target, ..Invocation::of(&self.data.command(commands)) })
    }

    fn message_target(&self, scene: &Scene<'_>) -> Option<Target> {
        let resolved = &self.data.resolved;
        let message = resolved.messages.get(&self.data.target_id?)?;
        let member = resolved.members.get(&message.author.id).or(message.member.as_ref());
        let who = Who { user: &message.author, member, guild: self.guild_id };
        let mut author = who.actor(scene.as_of(self.at()));
        author.is_bot |= message.webhook_id.is_some();
        Some(Target::Message { author, message: message.content(scene.bot, scene.names) })
    }

    fn account_target(&self) -> Option<Target> {
        let resolved = &self.data.resolved;
        let id = UserId::new(self.data.target_id?.get());
        let (user, member) = (resolved.users.get(&id)?, resolved.members.get(&id));
        let name = Who { user, member, guild: self.guild_id }.actor(self.at()).name;
        Some(Target::Account { account: account(id), name })
    }
}
