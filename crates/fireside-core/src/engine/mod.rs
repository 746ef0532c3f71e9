//! The engine: brings an event to the feature it is for.

mod commands;
mod dialogue;
mod forms;
mod lane;
mod registry;
mod route;

use std::collections::BTreeMap;
use std::fmt;

pub use registry::{CommandSpec, EngineBuilder, EngineError, Translation};

use crate::capabilities::Capabilities;
use crate::command::Command;
use crate::community::Community;
use crate::feature::Feature;
use crate::flow::AnyFlow;
use crate::form::Form;
use crate::ids::{MessageId, Platform};
use crate::phrases::Phrasebook;
use crate::place::Place;
use crate::ports::MessageLink;
use crate::record::Searchable;
use crate::turn::{Decided, Input, Interrupt, Turn};

/// The features of a bot, ready to decide events.
pub struct Engine {
    features: Box<[Box<dyn Feature>]>,
    /// Each command, with the index of its feature.
    commands: BTreeMap<String, (usize, Command)>,
    /// Each form, with the index of its feature.
    forms: BTreeMap<&'static str, (usize, Form)>,
    flows: BTreeMap<&'static str, Box<dyn AnyFlow>>,
    searchable: Vec<Searchable>,
    phrases: Phrasebook,
    platforms: BTreeMap<Platform, Learned>,
}

/// What an engine was told of a platform.
struct Learned {
    capabilities: Capabilities,
    message_link: MessageLink,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine").field("commands", &self.commands.keys()).finish_non_exhaustive()
    }
}

impl Engine {
    /// An engine without features, to be furnished.
    pub fn builder() -> EngineBuilder {
        EngineBuilder::default()
    }

    /// Decides one event: which feature takes it on, and what comes of it.
    /// Pure: the same input decides the same.
    ///
    /// # Errors
    /// [`Interrupt::Missing`] when something has to be loaded first;
    /// [`Interrupt::Failed`] when the event can't be decided.
    pub fn decide(&self, input: Input<'_>) -> Result<Decided, Interrupt> {
        let mut turn = Turn::new(self, input);
        self.route(&mut turn)?;
        Ok(turn.finish())
    }

    /// The features, in the order in which they see what is said.
    pub fn features(&self) -> &[Box<dyn Feature>] {
        &self.features
    }

    /// The collections that the search index holds.
    pub fn searchable(&self) -> &[Searchable] {
        &self.searchable
    }

    pub(crate) fn is_searchable(&self, collection: &str) -> bool {
        self.searchable.iter().any(|searchable| searchable.collection == collection)
    }

    /// Whether any feature asks what was said around a message.
    pub fn hears_talk(&self) -> bool {
        self.features.iter().any(|feature| feature.hears_talk())
    }

    /// The feature that answers calls for a person, with the phrase on the
    /// button that makes one.
    pub(crate) fn person_button(&self, community: &Community) -> Option<(&dyn Feature, &'static str)> {
        let mut features = self.features.iter();
        features.find_map(|feature| Some((feature.as_ref(), feature.person_button(community)?)))
    }

    /// Every sentence the bot says.
    pub fn phrases(&self) -> &Phrasebook {
        &self.phrases
    }

    /// What a platform can do; the least, of one without an adapter.
    pub fn capabilities(&self, platform: &Platform) -> Capabilities {
        self.platforms.get(platform).map_or(Capabilities::LEAST, |learned| learned.capabilities)
    }

    /// Where a person opens the message `id` in a place.
    pub(crate) fn message_link(&self, place: &Place, id: &MessageId) -> Option<String> {
        (self.platforms.get(&place.platform)?.message_link)(place, id)
    }

    /// The commands with their sentences said in `locale`, as adapters register them.
    pub fn command_specs(&self, locale: &str) -> Vec<CommandSpec> {
        let spec = |(_, command): &(usize, Command)| CommandSpec::of(command, &self.phrases, locale);
        self.commands.values().map(spec).collect()
    }

    /// Says what a platform of this bot can do, and where its messages are
    /// opened. Called once for each, before events come in.
    pub fn learn_platform(
        &mut self,
        platform: Platform,
        capabilities: Capabilities,
        message_link: MessageLink,
    ) {
        self.platforms.insert(platform, Learned { capabilities, message_link });
    }
}
