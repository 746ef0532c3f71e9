//! The commands there are: what their first answers will be, and what each is
//! called in Discord's menus.

use std::collections::{HashMap, HashSet};

use fireside_core::{CommandSpec, FirstReply};

use crate::render::cut;

/// The longest name of a menu's command, in characters.
const LABEL_MAX: usize = 32;

/// Which menu a command is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Menu {
    /// A message's.
    Message,
    /// An account's.
    Account,
}

/// The commands there are.
#[derive(Debug, Default)]
pub(crate) struct Commands {
    first_replies: HashMap<String, FirstReply>,
    /// What stands behind each menu's labels.
    behind: HashMap<(Menu, String), String>,
}

impl Commands {
    pub(crate) fn of(specs: &[CommandSpec]) -> Self {
        let first_replies = specs.iter().map(|spec| (spec.name().to_owned(), spec.first_reply())).collect();
        let in_menu = |menu| {
            let labelled = labels(specs, menu).into_iter();
            labelled.map(move |(spec, label)| ((menu, label), spec.name().to_owned()))
        };
        let behind = in_menu(Menu::Message).chain(in_menu(Menu::Account)).collect();
        Self { first_replies, behind }
    }

    /// What the first answer to the command `name` will be.
    pub(crate) fn first_reply(&self, name: &str) -> FirstReply {
        self.first_replies.get(name).copied().unwrap_or(FirstReply::Private)
    }

    /// The command that `label` stands for in a menu.
    pub(crate) fn behind(&self, menu: Menu, label: &str) -> Option<String> {
        self.behind.get(&(menu, label.to_owned())).cloned()
    }
}

/// The commands that are in a menu, each with a label that no other has.
pub(crate) fn labels(specs: &[CommandSpec], menu: Menu) -> Vec<(&CommandSpec, String)> {
    let mut taken = HashSet::new();
    let labelled = specs.iter().filter_map(|spec| Some((spec, label(spec, menu)?)));
    labelled
        .map(|(spec, label)| {
            let is_free = taken.insert(label.clone());
            let label = if is_free { label } else { spec.name().to_owned() };
            (spec, label)
        })
        .collect()
}

fn label(spec: &CommandSpec, menu: Menu) -> Option<String> {
    menu.label(&spec.command).map(|label| match cut(label.trim(), LABEL_MAX) {
        empty if empty.is_empty() => spec.name().to_owned(),
        label => label,
    })
}

impl Menu {
    /// What the command is called in this menu, if it is in it.
    pub(crate) fn label(self, command: &fireside_core::command::Command) -> Option<&str> {
        match self {
            Self::Message => command.message_menu.as_deref(),
            Self::Account => command.account_menu.as_deref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use fireside_core::command::Command;

    use super::*;

    #[test]
    fn a_label_stands_for_its_command() {
        let specs = [
            CommandSpec::from(Command::new("feedback", "d").on_message("Save as feedback")),
            CommandSpec::from(
                Command::new("idea", "d").on_message("Save as feedback").on_account("Ideas of"),
            ),
            CommandSpec::from(Command::new("long", "d").on_account(&"x".repeat(40))),
        ];
        let commands = Commands::of(&specs);
        assert_eq!(commands.behind(Menu::Message, "Save as feedback").as_deref(), Some("feedback"));
        assert_eq!(commands.behind(Menu::Message, "idea").as_deref(), Some("idea"), "its label was taken");
        assert_eq!(commands.behind(Menu::Account, "Ideas of").as_deref(), Some("idea"));
        assert_eq!(commands.behind(Menu::Message, "Ideas of"), None);
        assert!(labels(&specs, Menu::Account).iter().all(|(_, label)| label.chars().count() <= LABEL_MAX));
    }
}
