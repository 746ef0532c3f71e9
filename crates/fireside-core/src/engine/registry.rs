//! Furnishing an engine: features, their commands, forms and flows, each name once.

use std::collections::BTreeMap;

use thiserror::Error;

use super::Engine;
use crate::command::{Command, CommandError, FirstReply};
use crate::feature::Feature;
use crate::phrases::{FALLBACK_LOCALE, PhraseError, Phrasebook};

/// The engine's own sentences, in English: they are there without any file.
const OWN_PHRASES: &str = include_str!("phrases.ftl");

/// Gathers what an engine is made of.
#[derive(Default)]
pub struct EngineBuilder {
    features: Vec<Box<dyn Feature>>,
    sentences: Vec<(String, String)>,
}

impl std::fmt::Debug for EngineBuilder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<_> = self.features.iter().map(|feature| feature.name()).collect();
        f.debug_struct("EngineBuilder").field("features", &names).finish_non_exhaustive()
    }
}

impl EngineBuilder {
    /// Adds a feature, behind those that are there.
    #[must_use]
    pub fn feature(mut self, feature: impl Feature + 'static) -> Self {
        self.features.push(Box::new(feature));
        self
    }

    /// Adds a language's sentences, a Fluent file's text.
    #[must_use]
    pub fn phrases(mut self, locale: &str, source: &str) -> Self {
        self.sentences.push((locale.to_owned(), source.to_owned()));
        self
    }

    /// Puts the engine together.
    ///
    /// # Errors
    /// When two features share a name, a command can't be declared as it is, or
    /// a sentence can't be read.
    pub fn build(self) -> Result<Engine, EngineError> {
        let mut phrases = Phrasebook::default();
        phrases.add(FALLBACK_LOCALE, OWN_PHRASES)?;
        for (locale, source) in &self.sentences {
            phrases.add(locale, source)?;
        }
        let features = self.features.into_boxed_slice();
        let mut commands = BTreeMap::new();
        let mut forms = BTreeMap::new();
        let mut flows = BTreeMap::new();
        for (index, feature) in features.iter().enumerate() {
            if features[..index].iter().any(|other| other.name() == feature.name()) {
                return Err(EngineError::Twice { what: "feature", name: feature.name().to_owned() });
            }
            for command in feature.commands() {
                command.check()?;
                unique(&mut commands, "command", command.name.clone(), (index, command))?;
            }
            for form in feature.forms() {
                unique(&mut forms, "form", form.name, (index, form))?;
            }
            for flow in feature.flows() {
                unique(&mut flows, "flow", flow.name(), flow)?;
            }
        }
        let form_walk = super::forms::FormWalk::boxed(&forms);
        unique(&mut flows, "flow", form_walk.name(), form_walk)?;
        let searchable = features.iter().flat_map(|feature| feature.searchable()).collect();
        Ok(Engine { features, commands, forms, flows, searchable, phrases, platforms: BTreeMap::new() })
    }
}

fn unique<K: Ord + std::fmt::Display, V>(
    names: &mut BTreeMap<K, V>,
    what: &'static str,
    name: K,
    value: V,
) -> Result<(), EngineError> {
    let shown = name.to_string();
    match names.insert(name, value) {
        None => Ok(()),
        Some(_) => Err(EngineError::Twice { what, name: shown }),
    }
}

/// An engine can't be put together.
#[derive(Debug, Error)]
pub enum EngineError {
    /// Two things share a name.
    #[error("two {what}s are called `{name}`: rename one")]
    Twice {
        /// What they are.
        what: &'static str,
        /// Their name.
        name: String,
    },
    /// A command can't be declared as it is.
    #[error(transparent)]
    Command(#[from] CommandError),
    /// A sentence can't be read.
    #[error(transparent)]
    Phrases(#[from] PhraseError),
}

/// A command with its sentences said: what an adapter registers and parses by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandSpec {
    /// The command; its descriptions and labels are sentences, no longer keys.
    pub command: Command,
    /// The same in the bot's other languages, by their BCP 47 tags.
    pub translations: BTreeMap<String, Translation>,
}

/// A command in one more language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// What it is called there, if it has a name of its own: the phrase
    /// `command-name-` and its name, in that language.
    pub name: Option<String>,
    /// What its subcommands are called there, by their names, for those that
    /// have one: the phrase `command-name-`, its name, `-` and theirs.
    pub subcommand_names: BTreeMap<String, String>,
    /// The command with its sentences said; it and its subcommands keep their names.
    pub command: Command,
}

impl From<Command> for Translation {
    /// A command whose sentences are said in the other language already.
    fn from(command: Command) -> Self {
        Self { name: None, subcommand_names: BTreeMap::new(), command }
    }
}

impl From<Command> for CommandSpec {
    /// A command that is in one language, with its sentences said already.
    fn from(command: Command) -> Self {
        Self { command, translations: BTreeMap::new() }
    }
}

impl CommandSpec {
    pub(super) fn of(command: &Command, phrases: &Phrasebook, locale: &str) -> Self {
        let key = format!("command-name-{}", command.name);
        let name = |other: &str, key: &str| phrases.has(other, key).then(|| phrases.say(other, key, &[]));
        let translated = |other: &str| {
            let part_name =
                |part: &Command| Some((part.name.clone(), name(other, &format!("{key}-{}", part.name))?));
            Translation {
                name: name(other, &key),
                subcommand_names: command.subcommands.iter().filter_map(part_name).collect(),
                command: said(command, phrases, other),
            }
        };
        let own = phrases.nearest(locale).unwrap_or(FALLBACK_LOCALE);
        let others = phrases.locales().filter(|other| *other != own);
        Self {
            command: said(command, phrases, locale),
            translations: others.map(|other| (other.to_owned(), translated(other))).collect(),
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.command.name
    }

    /// Whether nobody but staff may run any of it.
    pub fn is_for_staff(&self) -> bool {
        self.command.is_for_staff()
    }

    /// What its first answer will be, or that of its default subcommand.
    pub fn first_reply(&self) -> FirstReply {
        self.command.default_part().first_reply
    }
}

/// The command with its sentences said in `locale`.
pub(super) fn said(command: &Command, phrases: &Phrasebook, locale: &str) -> Command {
    let say = |key: &mut String| *key = phrases.say(locale, key, &[]);
    let mut command = command.clone();
    say(&mut command.description);
    command.message_menu.as_mut().map(say);
    command.account_menu.as_mut().map(say);
    for option in &mut command.options {
        say(&mut option.description);
        option.choices.iter_mut().for_each(|(_, label)| say(label));
    }
    for part in &mut command.subcommands {
        *part = said(part, phrases, locale);
    }
    command
}
