//! Furnishing an engine: features, their commands, forms and flows, each name once.

use std::collections::BTreeMap;

use thiserror::Error;

use super::Engine;
use crate::command::{Access, Command, FirstReply};
use crate::feature::Feature;
use crate::phrases::{PhraseError, Phrasebook};

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
    /// When two features share a name, or a sentence can't be read.
    pub fn build(self) -> Result<Engine, EngineError> {
        let mut phrases = Phrasebook::default();
        phrases.add(crate::phrases::FALLBACK_LOCALE, OWN_PHRASES)?;
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
        Ok(Engine { features, commands, forms, flows, phrases, platforms: BTreeMap::new() })
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
    /// The command with its sentences said; it keeps its name.
    pub command: Command,
}

impl From<Command> for CommandSpec {
    /// A command that is in one language, with its sentences said already.
    fn from(command: Command) -> Self {
        Self { command, translations: BTreeMap::new() }
    }
}

impl CommandSpec {
    pub(super) fn of(command: &Command, phrases: &Phrasebook, locale: &str) -> Self {
        let name_key = format!("command-name-{}", command.name);
        let translated = |other: &str| Translation {
            name: phrases.has(other, &name_key).then(|| phrases.say(other, &name_key, &[])),
            command: said(command, phrases, other),
        };
        let others = phrases.locales().filter(|other| !other.eq_ignore_ascii_case(locale));
        Self {
            command: said(command, phrases, locale),
            translations: others.map(|other| (other.to_owned(), translated(other))).collect(),
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.command.name
    }

    /// Whether only staff may run it.
    pub fn is_for_staff(&self) -> bool {
        self.command.access == Access::Staff
    }

    /// What its first answer will be.
    pub fn first_reply(&self) -> FirstReply {
        self.command.first_reply
    }
}

/// The command with its sentences said in `locale`.
fn said(command: &Command, phrases: &Phrasebook, locale: &str) -> Command {
    let say = |key: &mut String| *key = phrases.say(locale, key, &[]);
    let mut command = command.clone();
    say(&mut command.description);
    command.message_menu.as_mut().map(say);
    command.account_menu.as_mut().map(say);
    for option in &mut command.options {
        say(&mut option.description);
        option.choices.iter_mut().for_each(|(_, label)| say(label));
    }
    command
}
