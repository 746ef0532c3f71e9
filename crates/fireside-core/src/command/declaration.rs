//! A command as its feature declares it.

use serde::{Deserialize, Serialize};

use super::{CommandOption, OptionKind};

/// Who may run a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Everybody.
    Everyone,
    /// The community's staff.
    Staff,
}

/// What the first answer to a command will be. It is declared, because some
/// platforms fix it before the command has been decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstReply {
    /// A form opens.
    Form,
    /// An answer only the one who asked can see, where the platform has that.
    Private,
    /// An answer that everybody in the place can see.
    Public,
}

/// A command as its feature declares it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Command {
    /// Its name: 1–32 of `a-z0-9_`.
    pub name: String,
    /// The phrase that describes it in one line.
    pub description: String,
    /// Who may run it; of a command with subcommands, any of them.
    pub access: Access,
    /// What its first answer will be.
    pub first_reply: FirstReply,
    /// What can be given with it, required ones first.
    pub options: Vec<CommandOption>,
    /// The phrase in a message's menu that runs it on that message. Where there
    /// are no such menus, the command is sent as a reply to the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_menu: Option<String>,
    /// The phrase in an account's menu that runs it on that account. Where there
    /// are no such menus, the command is sent as a reply to a message of theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_menu: Option<String>,
    /// Its subcommands, the one that is run where none is named first. Each has
    /// a name, a description, access, a first reply and options of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subcommands: Vec<Self>,
}

impl Command {
    /// A command everybody may run, answered privately, without options.
    pub fn new(name: &str, description: &str) -> Self {
        Self {
            name: name.to_owned(),
            description: description.to_owned(),
            access: Access::Everyone,
            first_reply: FirstReply::Private,
            options: Vec::new(),
            message_menu: None,
            account_menu: None,
            subcommands: Vec::new(),
        }
    }

    /// Only staff may run it.
    #[must_use]
    pub fn staff(mut self) -> Self {
        self.access = Access::Staff;
        self
    }

    /// What its first answer will be.
    #[must_use]
    pub fn first_reply(mut self, first_reply: FirstReply) -> Self {
        self.first_reply = first_reply;
        self
    }

    /// With one more option.
    #[must_use]
    pub fn option(mut self, name: &str, description: &str, kind: OptionKind, required: bool) -> Self {
        let (name, description) = (name.to_owned(), description.to_owned());
        let (choices, suggests, named) = (Vec::new(), false, false);
        self.options.push(CommandOption { name, description, kind, required, choices, suggests, named });
        self
    }

    /// The last option takes one of these: values with the phrases that name
    /// them, at most 25.
    #[must_use]
    pub fn choices(mut self, choices: &[(&str, &str)]) -> Self {
        if let Some(option) = self.options.last_mut() {
            let owned = |(value, label): &(&str, &str)| ((*value).to_owned(), (*label).to_owned());
            option.choices = choices.iter().map(owned).collect();
        }
        self
    }

    /// What could be given for the last option is suggested while it is
    /// written, where the platform does that.
    #[must_use]
    pub fn suggests(mut self) -> Self {
        if let Some(option) = self.options.last_mut() {
            option.suggests = true;
        }
        self
    }

    /// Where a command is a line of text, the last option is given by its name
    /// alone: `area:billing`, or for a yes its bare name.
    #[must_use]
    pub fn named(mut self) -> Self {
        if let Some(option) = self.options.last_mut() {
            option.named = true;
        }
        self
    }

    /// It can be run on a message, under this phrase in the message's menu.
    #[must_use]
    pub fn on_message(mut self, label: &str) -> Self {
        self.message_menu = Some(label.to_owned());
        self
    }

    /// It can be run on an account, under this phrase in the account's menu.
    #[must_use]
    pub fn on_account(mut self, label: &str) -> Self {
        self.account_menu = Some(label.to_owned());
        self
    }

    /// With one more subcommand; the first is the one that is run where none is
    /// named. A command that has some takes no options of its own, and they have
    /// neither subcommands nor menus: the menus of the command run the first.
    #[must_use]
    pub fn subcommand(mut self, subcommand: Self) -> Self {
        self.subcommands.push(subcommand);
        self
    }

    /// What is run where this subcommand is named, or none: the subcommand, or
    /// the command itself where it has none. `None`: there is no such subcommand.
    pub fn part(&self, subcommand: Option<&str>) -> Option<&Self> {
        match subcommand {
            Some(name) => self.subcommands.iter().find(|part| part.name == name),
            None => Some(self.default_part()),
        }
    }

    /// What is run where no subcommand is named.
    pub fn default_part(&self) -> &Self {
        self.subcommands.first().unwrap_or(self)
    }

    /// Whether nobody but staff may run any of it.
    pub fn is_for_staff(&self) -> bool {
        let all_are = || self.subcommands.iter().all(|part| part.access == Access::Staff);
        self.access == Access::Staff || (!self.subcommands.is_empty() && all_are())
    }
}
