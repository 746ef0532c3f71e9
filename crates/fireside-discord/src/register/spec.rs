//! A command as Discord takes it.

use std::collections::{BTreeMap, HashSet};

use fireside_core::command::{Command, CommandOption};
use fireside_core::engine::Translation;
use fireside_core::text::cut;
use fireside_core::{CommandSpec, OptionKind};
use serde_json::{Map, Value, json};

use super::locales;
use crate::commands::{Menu, labels};

/// The longest description and name of a choice, in characters.
const DESCRIPTION_MAX: usize = 100;
const CHOICE_MAX: usize = 100;
/// The longest name of a command, in characters.
const NAME_MAX: usize = 32;
/// The most choices of an option, and commands of each kind (Discord's documents).
const CHOICES_MAX: usize = 25;
const SLASH_MAX: usize = 100;
const MENU_MAX: usize = 15;

/// Discord's numbers for kinds of commands, and of what stands in a command.
const SLASH: u8 = 1;
const SUBCOMMAND: u8 = 1;
const ON_ACCOUNT: u8 = 2;
const ON_MESSAGE: u8 = 3;

/// What a command or subcommand is called, if it has a name of its own there,
/// and says in each of Discord's languages.
type Said<'a> = BTreeMap<&'static str, (Option<&'a str>, &'a Command)>;
/// Names in other languages, which nothing else beside may have there.
type Taken = HashSet<(&'static str, String)>;

/// Every command, in each of its forms.
pub(super) fn all(specs: &[CommandSpec]) -> Vec<Value> {
    let mut names = Taken::new();
    let mut all: Vec<Value> = specs.iter().take(SLASH_MAX).map(|spec| slash(spec, &mut names)).collect();
    for (menu, kind) in [(Menu::Message, ON_MESSAGE), (Menu::Account, ON_ACCOUNT)] {
        let labelled = labels(specs, menu).into_iter().take(MENU_MAX);
        all.extend(labelled.map(|(spec, label)| in_menu(spec, menu, kind, &label)));
    }
    all
}

/// A slash command. Discord lets nobody run one that has subcommands by its own
/// name, so the first of them, which is run where none is named, is one by name.
fn slash(spec: &CommandSpec, taken: &mut Taken) -> Value {
    let own = said(spec, |translation| Some((translation.name.as_deref(), &translation.command)));
    let mut command = entry(SLASH, &spec.command, &own, taken);
    let parts = &spec.command.subcommands;
    if !parts.is_empty() {
        let mut taken = Taken::new();
        let parts = parts.iter().enumerate().map(|(index, part)| {
            let said = said(spec, |translation| {
                let name = translation.subcommand_names.get(&part.name).map(String::as_str);
                Some((name, translation.command.subcommands.get(index)?))
            });
            entry(SUBCOMMAND, part, &said, &mut taken)
        });
        command["options"] = parts.collect::<Vec<_>>().into();
    }
    command
}

/// A command or subcommand with its options.
fn entry(kind: u8, command: &Command, said: &Said<'_>, taken: &mut Taken) -> Value {
    let names = said.iter().filter_map(|(locale, (name, _))| {
        let name = name.map(str::to_lowercase).filter(|name| is_name(name))?;
        taken.insert((locale, name.clone())).then(|| ((*locale).to_owned(), name.into()))
    });
    let names: Map<String, Value> = names.collect();
    let options = command.options.iter().enumerate();
    let mut entry = json!({
        "type": kind,
        "name": command.name,
        "description": described(&command.description, &command.name),
        "options": options.map(|(index, option)| create_option(option, index, said)).collect::<Vec<_>>(),
    });
    insert(&mut entry, "name_localizations", names);
    insert(
        &mut entry,
        "description_localizations",
        in_each(said, |said| Some(described(&said.description, &command.name))),
    );
    entry
}

fn in_menu(spec: &CommandSpec, menu: Menu, kind: u8, label: &str) -> Value {
    let mut command = json!({ "type": kind, "name": label });
    let said = said(spec, |translation| Some((None, &translation.command)));
    let names = in_each(&said, |said| {
        menu.label(said).map(|label| cut(label.trim(), NAME_MAX)).filter(|label| !label.is_empty())
    });
    insert(&mut command, "name_localizations", names);
    command
}

fn create_option(option: &CommandOption, index: usize, said: &Said<'_>) -> Value {
    let kind = match option.kind {
        OptionKind::Text => 3,
        OptionKind::Integer => 4,
        OptionKind::Boolean => 5,
        OptionKind::Account => 6,
        OptionKind::File => 11,
    };
    let mut created = json!({
        "type": kind,
        "name": option.name,
        "description": described(&option.description, &option.name),
        "required": option.required,
    });
    let descriptions =
        in_each(said, |said| Some(described(&said.options.get(index)?.description, &option.name)));
    insert(&mut created, "description_localizations", descriptions);
    if !option.choices.is_empty() {
        let choices = option.choices.iter().enumerate().take(CHOICES_MAX);
        let choices =
            choices.filter_map(|(at, choice)| create_choice(option.kind, choice, [index, at], said));
        created["choices"] = choices.collect::<Vec<_>>().into();
    } else if option.suggests && matches!(option.kind, OptionKind::Text | OptionKind::Integer) {
        created["autocomplete"] = true.into();
    }
    created
}

/// The choice that is at `at` of the option that is at `index`.
fn create_choice(
    kind: OptionKind,
    (value, label): &(String, String),
    [index, at]: [usize; 2],
    said: &Said<'_>,
) -> Option<Value> {
    let value: Value = match kind {
        OptionKind::Integer => value.parse::<i64>().ok()?.into(),
        _ => value.as_str().into(),
    };
    let mut choice = json!({ "name": cut(label, CHOICE_MAX), "value": value });
    let names = in_each(said, |said| {
        let (_, label) = said.options.get(index)?.choices.get(at)?;
        Some(cut(label, CHOICE_MAX))
    });
    insert(&mut choice, "name_localizations", names);
    Some(choice)
}

/// What the command, or the part of it that `words` are of, says in each of
/// Discord's languages.
fn said<'a>(
    spec: &'a CommandSpec,
    words: impl Fn(&'a Translation) -> Option<(Option<&'a str>, &'a Command)>,
) -> Said<'a> {
    let translated = |(locale, tag)| Some((locale, words(spec.translations.get(tag)?)?));
    locales::read(spec.translations.keys().map(String::as_str)).filter_map(translated).collect()
}

fn in_each(said: &Said<'_>, words: impl Fn(&Command) -> Option<String>) -> Map<String, Value> {
    let each = said.iter().filter_map(|(locale, (_, command))| {
        Some(((*locale).to_owned(), words(command).filter(|words| !words.is_empty())?.into()))
    });
    each.collect()
}

fn insert(into: &mut Value, name: &str, words: Map<String, Value>) {
    if !words.is_empty() {
        into[name] = words.into();
    }
}

/// A description, which Discord wants to have at least one character.
fn described(description: &str, name: &str) -> String {
    cut(if description.trim().is_empty() { name } else { description }, DESCRIPTION_MAX)
}

/// Whether a slash command may be called `name` (Discord's naming rule).
fn is_name(name: &str) -> bool {
    let fits = |c: char| {
        c.is_alphanumeric()
            || matches!(c, '-' | '_' | '\'')
            || matches!(c, '\u{0900}'..='\u{097F}' | '\u{0E00}'..='\u{0E7F}')
    };
    (1..=NAME_MAX).contains(&name.chars().count()) && name.chars().all(fits)
}

/// Whether Discord has just these commands: whatever we say of each is what it
/// tells, and it has no others.
pub(super) fn are_there(commands: &[Value], told: &Value) -> bool {
    let Some(told) = told.as_array() else { return false };
    let is_same = |command: &Value, told: &Value| {
        told["name"] == command["name"] && told.get("type").unwrap_or(&json!(SLASH)) == &command["type"]
    };
    told.len() == commands.len()
        && commands
            .iter()
            .all(|command| told.iter().any(|told| is_same(command, told) && says_all(command, told)))
}

/// Whether `told` has all that is in `said`; what says nothing may be left out.
fn says_all(said: &Value, told: &Value) -> bool {
    match (said, told) {
        (Value::Object(said), Value::Object(told)) => {
            said.iter().all(|(name, said)| says_all(said, told.get(name).unwrap_or(&Value::Null)))
        }
        (Value::Array(said), Value::Array(told)) => {
            said.len() == told.len() && said.iter().zip(told).all(|(said, told)| says_all(said, told))
        }
        (Value::Array(said), Value::Null) => said.is_empty(),
        (Value::Bool(false), Value::Null) => true,
        (said, told) => said == told,
    }
}

#[cfg(test)]
mod tests;
