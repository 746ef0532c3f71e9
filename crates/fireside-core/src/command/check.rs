//! Whether a command can be one.

use std::collections::BTreeSet;

use thiserror::Error;

use super::Command;

/// The longest name of a command, a subcommand or an option, in bytes.
const NAME_LEN_MAX: usize = 32;

/// A command can't be declared so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CommandError {
    /// Something is called what nothing may be called.
    #[error("`{name}` of the command `{command}` is no name: use 1 to 32 of a-z, 0-9 and _")]
    Name {
        /// The command.
        command: String,
        /// What it, its subcommand or its option is called.
        name: String,
    },
    /// Two of its subcommands, or of the options of one, share a name.
    #[error("the command `{command}` has `{name}` twice: rename one")]
    Twice {
        /// The command.
        command: String,
        /// The name.
        name: String,
    },
    /// It takes options beside its subcommands.
    #[error("the command `{command}` has subcommands: give its options to the first of them")]
    OptionsBesideSubcommands {
        /// The command.
        command: String,
    },
    /// An option that can't be left out comes behind one that can.
    #[error("`{option}` of the command `{command}` is required: put it before those that are not")]
    RequiredBehind {
        /// The command.
        command: String,
        /// Its option.
        option: String,
    },
    /// A subcommand has subcommands.
    #[error("`{subcommand}` of the command `{command}` has subcommands: only a command can")]
    Nested {
        /// The command.
        command: String,
        /// Its subcommand.
        subcommand: String,
    },
    /// A subcommand is in a menu.
    #[error("`{subcommand}` of the command `{command}` is in a menu: only a command can be")]
    InMenu {
        /// The command.
        command: String,
        /// Its subcommand.
        subcommand: String,
    },
}

impl Command {
    /// Says what keeps it from being declared.
    pub(crate) fn check(&self) -> Result<(), CommandError> {
        let command = || self.name.clone();
        self.check_parts(&self.name)?;
        if !self.subcommands.is_empty() && !self.options.is_empty() {
            return Err(CommandError::OptionsBesideSubcommands { command: command() });
        }
        let mut taken = BTreeSet::new();
        for part in &self.subcommands {
            let subcommand = || part.name.clone();
            if !taken.insert(&part.name) {
                return Err(CommandError::Twice { command: command(), name: subcommand() });
            }
            if !part.subcommands.is_empty() {
                return Err(CommandError::Nested { command: command(), subcommand: subcommand() });
            }
            if part.message_menu.is_some() || part.account_menu.is_some() {
                return Err(CommandError::InMenu { command: command(), subcommand: subcommand() });
            }
            part.check_parts(&self.name)?;
        }
        Ok(())
    }

    /// Its own name, those of its options, and their order.
    fn check_parts(&self, command: &str) -> Result<(), CommandError> {
        let behind = self.options.iter().skip_while(|option| option.required).find(|option| option.required);
        if let Some(option) = behind {
            let (command, option) = (command.to_owned(), option.name.clone());
            return Err(CommandError::RequiredBehind { command, option });
        }
        let mut taken = BTreeSet::new();
        let options = self.options.iter().map(|option| &option.name);
        if let Some(twice) = options.clone().find(|name| !taken.insert(*name)) {
            return Err(CommandError::Twice { command: command.to_owned(), name: twice.clone() });
        }
        match std::iter::once(&self.name).chain(options).find(|name| !is_name(name)) {
            Some(name) => Err(CommandError::Name { command: command.to_owned(), name: name.clone() }),
            None => Ok(()),
        }
    }
}

fn is_name(name: &str) -> bool {
    let fits = |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
    (1..=NAME_LEN_MAX).contains(&name.len()) && name.bytes().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::OptionKind;

    fn feedback(subcommand: Command) -> Result<(), CommandError> {
        Command::new("feedback", "d").subcommand(Command::new("new", "d")).subcommand(subcommand).check()
    }

    #[test]
    fn subcommands_are_told_apart_by_their_names() {
        let (command, name) = ("feedback".to_owned(), "new".to_owned());
        assert_eq!(feedback(Command::new("new", "d")), Err(CommandError::Twice { command, name }));
        let with_text = |name| Command::new(name, "d").option("text", "d", OptionKind::Text, false);
        let command =
            Command::new("feedback", "d").subcommand(with_text("new")).subcommand(with_text("note"));
        assert_eq!(command.check(), Ok(()));
    }

    #[test]
    fn what_is_required_comes_first() {
        let with = |first, second| {
            let command = Command::new("note", "d").option("case", "d", OptionKind::Integer, first);
            command.option("text", "d", OptionKind::Text, second).check()
        };
        let (command, option) = ("note".to_owned(), "text".to_owned());
        assert_eq!(with(false, true), Err(CommandError::RequiredBehind { command, option }));
        assert_eq!([with(true, true), with(true, false), with(false, false)], [Ok(()), Ok(()), Ok(())]);
    }

    #[test]
    fn a_subcommand_has_neither_subcommands_nor_menus() {
        let nested = Command::new("list", "d").subcommand(Command::new("open", "d"));
        assert!(matches!(feedback(nested), Err(CommandError::Nested { .. })));
        assert!(matches!(
            feedback(Command::new("list", "d").on_message("m")),
            Err(CommandError::InMenu { .. })
        ));
    }

    #[test]
    fn options_are_the_subcommands() {
        let command = Command::new("feedback", "d").option("text", "d", OptionKind::Text, false);
        let mixed = command.subcommand(Command::new("new", "d")).check();
        assert!(matches!(mixed, Err(CommandError::OptionsBesideSubcommands { .. })));
    }

    #[test]
    fn names_are_short_and_plain() {
        for name in ["", "Neu", "a-b", "été", "a b", &"x".repeat(33)] {
            assert!(matches!(Command::new(name, "d").check(), Err(CommandError::Name { .. })), "{name}");
            assert!(matches!(feedback(Command::new(name, "d")), Err(CommandError::Name { .. })), "{name}");
            let option = Command::new("list", "d").option(name, "d", OptionKind::Text, false);
            assert!(matches!(feedback(option), Err(CommandError::Name { .. })), "{name}");
        }
        assert_eq!(feedback(Command::new(&"x".repeat(32), "d")), Ok(()));
    }
}
