//! Commands: what a platform registers, parses and hands back.

use serde::{Deserialize, Serialize};

use crate::actor::{Account, Actor};
use crate::file::Attachment;
use crate::ids::MessageId;
use crate::message::Message;

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
    /// Who may run it.
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
        let (choices, suggests) = (Vec::new(), false);
        self.options.push(CommandOption { name, description, kind, required, choices, suggests });
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

    /// Reads the words after a command, for platforms where a command is a
    /// line of text: one word for each option, all that is left for the last.
    /// What can't be read as its option's kind is left out; files are no words.
    pub fn parse(&self, words: &str) -> Vec<(String, OptionValue)> {
        let mut left = words.trim();
        let mut options = Vec::new();
        let mut written = self.options.iter().filter(|option| option.kind != OptionKind::File).peekable();
        while let Some(option) = written.next() {
            if left.is_empty() {
                break;
            }
            let takes_rest = written.peek().is_none() && option.kind == OptionKind::Text;
            let (word, rest) = if takes_rest {
                (left, "")
            } else {
                left.split_once(char::is_whitespace).unwrap_or((left, ""))
            };
            if let Some(value) = option.read(word) {
                options.push((option.name.clone(), value));
                left = rest.trim_start();
            }
        }
        options
    }
}

/// Something that can be given with a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommandOption {
    /// Its name: 1–32 of `a-z0-9_`.
    pub name: String,
    /// The phrase that describes it in one line.
    pub description: String,
    /// What it takes.
    pub kind: OptionKind,
    /// The command can't run without it.
    pub required: bool,
    /// The values it takes, each with the phrase that names it; empty: any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<(String, String)>,
    /// What could be given is suggested while it is written.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub suggests: bool,
}

impl CommandOption {
    /// Reads one word. A choice is known by its value or by its name.
    fn read(&self, word: &str) -> Option<OptionValue> {
        if self.choices.is_empty() {
            return self.kind.read(word);
        }
        let is_meant = |(value, label): &&(String, String)| {
            value.eq_ignore_ascii_case(word) || label.to_lowercase() == word.to_lowercase()
        };
        self.choices.iter().find(is_meant).and_then(|(value, _)| self.kind.read(value))
    }
}

/// What an option takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OptionKind {
    /// Words.
    Text,
    /// A whole number.
    Integer,
    /// Yes or no.
    Boolean,
    /// An account.
    Account,
    /// A file. Where a command is a line of text, it is a file sent with it.
    File,
}

impl OptionKind {
    fn read(self, word: &str) -> Option<OptionValue> {
        match self {
            Self::Text => Some(OptionValue::Text(word.to_owned())),
            Self::Integer => word.trim_start_matches('#').parse().ok().map(OptionValue::Integer),
            Self::Boolean => match word.to_ascii_lowercase().as_str() {
                "yes" | "true" | "on" | "1" => Some(OptionValue::Boolean(true)),
                "no" | "false" | "off" | "0" => Some(OptionValue::Boolean(false)),
                _ => None,
            },
            Self::Account => Some(OptionValue::Account(word.trim_start_matches('@').to_owned())),
            Self::File => None,
        }
    }
}

/// What was given for an option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OptionValue {
    /// Words.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Yes or no.
    Boolean(bool),
    /// An account's id or name on the platform.
    Account(String),
    /// A file.
    File(Attachment),
}

impl std::fmt::Display for OptionValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) | Self::Account(text) => f.write_str(text),
            Self::Integer(number) => number.fmt(f),
            Self::Boolean(yes) => yes.fmt(f),
            Self::File(file) => f.write_str(file.name.as_deref().unwrap_or_default()),
        }
    }
}

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

/// A command that somebody ran.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invocation {
    /// The command's name.
    pub name: String,
    /// What was given with it.
    pub options: Vec<(String, OptionValue)>,
    /// The message that carried it, on platforms where a command is a message.
    pub message: Option<MessageId>,
    /// What it was run on: from a menu, or as a reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Box<Target>>,
}

impl Invocation {
    /// A command without options.
    pub fn of(name: &str) -> Self {
        Self { name: name.to_owned(), options: Vec::new(), message: None, target: None }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_text_option_takes_all_the_words() {
        let command = Command::new("reply", "d").option("case", "d", OptionKind::Integer, false).option(
            "text",
            "d",
            OptionKind::Text,
            true,
        );
        let mut invocation = Invocation::of("reply");
        invocation.options = command.parse(" #12 thanks a lot ");
        assert_eq!(invocation.integer("case"), Some(12));
        assert_eq!(invocation.text("text"), Some("thanks a lot"));
    }

    #[test]
    fn a_file_takes_no_words() {
        let command = Command::new("bug", "d").option("text", "d", OptionKind::Text, true).option(
            "screenshot",
            "d",
            OptionKind::File,
            false,
        );
        let text = OptionValue::Text("it is slow".to_owned());
        assert_eq!(command.parse("it is slow"), [("text".to_owned(), text)]);
    }

    #[test]
    fn a_word_that_is_no_number_goes_to_the_next_option() {
        let command = Command::new("reply", "d").option("case", "d", OptionKind::Integer, false).option(
            "text",
            "d",
            OptionKind::Text,
            true,
        );
        let mut invocation = Invocation::of("reply");
        invocation.options = command.parse("thanks a lot");
        assert_eq!(invocation.integer("case"), None);
        assert_eq!(invocation.text("text"), Some("thanks a lot"));
    }
}
