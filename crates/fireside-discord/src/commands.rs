//! The commands there are: what their first answers will be, and what each is
//! called in Discord's menus.

use std::collections::{HashMap, HashSet};

use fireside_core::command::Command;
use fireside_core::text::cut;
use fireside_core::{CommandSpec, FirstReply};

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
    declared: HashMap<String, Command>,
    /// What stands behind each menu's labels.
    behind: HashMap<(Menu, String), String>,
}

impl Commands {
    pub(crate) fn of(specs: &[CommandSpec]) -> Self {
        let declared = specs.iter().map(|spec| (spec.name().to_owned(), spec.command.clone())).collect();
        let in_menu = |menu| {
            let labelled = labels(specs, menu).into_iter();
            labelled.map(move |(spec, label)| ((menu, label), spec.name().to_owned()))
        };
        let behind = in_menu(Menu::Message).chain(in_menu(Menu::Account)).collect();
        Self { declared, behind }
    }

    /// What the first answer to the command `name`, or to its subcommand, will be.
    pub(crate) fn first_reply(&self, name: &str, subcommand: Option<&str>) -> FirstReply {
        let part = self.declared.get(name).and_then(|command| command.part(subcommand));
        part.map_or(FirstReply::Private, |part| part.first_reply)
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
    pub(crate) fn label(self, command: &Command) -> Option<&str> {
        match self {
            Self::Message => command.message_menu.as_deref(),
            Self::Account => command.account_menu.as_deref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_subcommand_has_a_first_reply_of_its_own() {
        let new = Command::new("new", "d").first_reply(FirstReply::Form);
        let vote = Command::new("vote", "d").first_reply(FirstReply::Public);
        let feedback = Command::new("feedback", "d").subcommand(new).subcommand(vote);
        let commands = Commands::of(&[CommandSpec::from(feedback)]);
        let first_reply = |subcommand| commands.first_reply("feedback", subcommand);
        assert_eq!(first_reply(Some("vote")), FirstReply::Public);
        assert_eq!(first_reply(None), FirstReply::Form, "a menu runs the first");
        assert_eq!(first_reply(Some("gone")), FirstReply::Private);
    }

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
