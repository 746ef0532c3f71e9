//! Commands: what a platform registers, parses and hands back.

use serde::{Deserialize, Serialize};

use crate::ids::MessageId;

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
        self.options.push(CommandOption { name, description, kind, required });
        self
    }

    /// Reads the words after a command, for platforms where a command is a
    /// line of text: one word for each option, all that is left for the last.
    /// What can't be read as its option's kind is left out.
    pub fn parse(&self, words: &str) -> Vec<(String, OptionValue)> {
        let mut left = words.trim();
        let mut options = Vec::new();
        for (index, option) in self.options.iter().enumerate() {
            if left.is_empty() {
                break;
            }
            let takes_rest = index + 1 == self.options.len() && option.kind == OptionKind::Text;
            let (word, rest) = if takes_rest {
                (left, "")
            } else {
                left.split_once(char::is_whitespace).unwrap_or((left, ""))
            };
            if let Some(value) = option.kind.read(word) {
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
}

impl std::fmt::Display for OptionValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) | Self::Account(text) => f.write_str(text),
            Self::Integer(number) => number.fmt(f),
            Self::Boolean(yes) => yes.fmt(f),
        }
    }
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
}

impl Invocation {
    /// A command without options.
    pub fn of(name: &str) -> Self {
        Self { name: name.to_owned(), options: Vec::new(), message: None }
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
