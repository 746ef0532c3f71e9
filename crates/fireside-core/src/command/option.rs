//! What can be given with a command, and what was.

use serde::{Deserialize, Serialize};

use crate::file::Attachment;

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
    /// Where a command is a line of text, it is given by its name alone:
    /// `area:billing`. Other words are left to the options behind it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub named: bool,
}

impl CommandOption {
    /// Reads what `left` begins with, or all of it, and says what is left then.
    /// A choice is known by its value or by the phrase that names it.
    pub(super) fn read<'w>(&self, left: &'w str, takes_rest: bool) -> Option<(OptionValue, &'w str)> {
        if self.choices.is_empty() {
            let (word, rest) = if takes_rest { (left, "") } else { first_word(left) };
            return Some((self.kind.read(word)?, rest));
        }
        let chosen = |(value, label): &'_ (String, String)| {
            let rest =
                after(left, value).into_iter().chain(after(left, label)).min_by_key(|rest| rest.len())?;
            Some((self.kind.read(value)?, rest))
        };
        self.choices.iter().filter_map(chosen).min_by_key(|(_, rest)| rest.len())
    }

    /// Reads what `left` begins with if it names this option: `name:value`, or
    /// the name alone for a yes.
    pub(super) fn read_named<'w>(&self, left: &'w str, takes_rest: bool) -> Option<(OptionValue, &'w str)> {
        let (word, rest) = first_word(left);
        if self.kind == OptionKind::Boolean && word.eq_ignore_ascii_case(&self.name) {
            return Some((OptionValue::Boolean(true), rest));
        }
        let (name, _) = word.split_once(':')?;
        let value = left.get(name.len() + 1..)?;
        if !name.eq_ignore_ascii_case(&self.name)
            || value.is_empty()
            || value.starts_with(char::is_whitespace)
        {
            return None;
        }
        self.read(value, takes_rest)
    }
}

/// The first word of `words`, and what is left then.
pub(super) fn first_word(words: &str) -> (&str, &str) {
    let (word, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    (word, rest.trim_start())
}

/// What is left of `words` behind `phrase`, if they begin with its words, in any case.
fn after<'w>(words: &'w str, phrase: &str) -> Option<&'w str> {
    let mut wanted = phrase.split_whitespace().peekable();
    wanted.peek()?;
    wanted.try_fold(words, |left, wanted| {
        let (word, rest) = first_word(left);
        (word.to_lowercase() == wanted.to_lowercase()).then_some(rest)
    })
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
