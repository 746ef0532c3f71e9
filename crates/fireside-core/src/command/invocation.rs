//! A command that is written or was run.

use serde::{Deserialize, Serialize};

use super::OptionValue;
use crate::actor::{Account, Actor};
use crate::file::Attachment;
use crate::ids::MessageId;
use crate::message::Message;

/// What a command was run on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "an invocation holds it in a box")]
pub enum Target {
    /// A message in the place where the command was run.
    Message {
        /// Whose message it is.
        author: Actor,
        /// What it says.
        message: Message,
    },
    /// An account.
    Account {
        /// The account.
        account: Account,
        /// Its display name.
        name: String,
    },
}

/// Somebody writes a command: what could be given for an option is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestRequest {
    /// The command.
    pub command: String,
    /// Its subcommand, as in [`Invocation::subcommand`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subcommand: Option<String>,
    /// The option that is being written.
    pub option: String,
    /// What is written of it so far.
    pub typed: String,
    /// What was given for the others.
    pub options: Vec<(String, OptionValue)>,
}

/// Something that could be given for an option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What is shown: at most 100 characters.
    pub label: String,
    /// What is given when it is chosen: at most 100 characters.
    pub value: String,
}

/// What stands after a command that is a line of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// The words after the command's name.
    pub words: String,
    /// The files that were sent with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Attachment>,
}

/// A command that somebody ran.
///
/// An adapter tells the subcommand and the options where the platform knows
/// them, and what was written where a command is a line of text. A feature is
/// always told the subcommand, if there are any, and the options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invocation {
    /// The command's name.
    pub name: String,
    /// The subcommand's name. An adapter that is told none leaves it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subcommand: Option<String>,
    /// What was given with it.
    pub options: Vec<(String, OptionValue)>,
    /// What was written and sent with it, still to be read: who may run which
    /// subcommand decides what it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<Written>,
    /// The message that carried it, on platforms where a command is a message.
    pub message: Option<MessageId>,
    /// What it was run on: from a menu, or as a reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Box<Target>>,
}

impl Invocation {
    /// A command without options.
    pub fn of(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            subcommand: None,
            options: Vec::new(),
            written: None,
            message: None,
            target: None,
        }
    }

    /// A command with the words that were written after it.
    pub fn written(name: &str, words: &str) -> Self {
        let written = Written { words: words.to_owned(), files: Vec::new() };
        Self { written: Some(written), ..Self::of(name) }
    }

    /// With this subcommand.
    #[must_use]
    pub fn subcommand(mut self, name: &str) -> Self {
        self.subcommand = Some(name.to_owned());
        self
    }

    /// With `value` for an option.
    #[must_use]
    pub fn given(mut self, option: &str, value: OptionValue) -> Self {
        self.options.push((option.to_owned(), value));
        self
    }

    /// The message it was run on.
    pub fn on_message(&self) -> Option<(&Actor, &Message)> {
        match self.target.as_deref()? {
            Target::Message { author, message } => Some((author, message)),
            Target::Account { .. } => None,
        }
    }

    /// The account it was run on: chosen itself, or the author of the message.
    pub fn on_account(&self) -> Option<&Account> {
        match self.target.as_deref()? {
            Target::Message { author, .. } => Some(&author.account),
            Target::Account { account, .. } => Some(account),
        }
    }

    /// The words given for `option`.
    pub fn text(&self, option: &str) -> Option<&str> {
        match self.value(option)? {
            OptionValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number given for `option`.
    pub fn integer(&self, option: &str) -> Option<i64> {
        match self.value(option)? {
            OptionValue::Integer(number) => Some(*number),
            _ => None,
        }
    }

    fn value(&self, option: &str) -> Option<&OptionValue> {
        self.options.iter().find(|(name, _)| name == option).map(|(_, value)| value)
    }
}
