//! Flows: dialogues of many steps, as state machines.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::message::Message;
use crate::outgoing::Outgoing;
use crate::phrases::{Arg, Phrasebook};
use crate::text::Text;
use crate::turn::{Interrupt, Turn};

/// A dialogue of many steps with one account in one place.
///
/// The engine keeps the state, shows each state's prompt, and hands in what
/// the person says or chooses.
pub trait Flow: Send + Sync + 'static {
    /// Where the dialogue stands.
    type State: Serialize + DeserializeOwned;
    /// Its name, unique in the bot.
    const NAME: &'static str;
    /// The version of [`Flow::State`]'s shape, from 1.
    const VERSION: u16 = 1;

    /// What is asked in `state`.
    fn prompt(&self, state: &Self::State, context: &FlowContext<'_>) -> Prompt;

    /// What comes of an input in `state`.
    fn on_input(
        &self,
        state: Self::State,
        input: FlowInput<'_>,
        context: &FlowContext<'_>,
    ) -> Transition<Self::State>;

    /// The dialogue is done: keep what came of it, and say so.
    ///
    /// # Errors
    /// When a read has to be loaded, or stored data can't be read.
    fn finish(&self, state: Self::State, turn: &mut Turn<'_>) -> Result<Option<Outgoing>, Interrupt>;

    /// Reads a state that an older version kept. `None`: the dialogue is dropped.
    fn migrate(&self, version: u16, state: Value) -> Option<Self::State> {
        let _ = (version, state);
        None
    }
}

/// What a flow may know besides its state.
#[derive(Debug, Clone, Copy)]
pub struct FlowContext<'a> {
    /// The language the dialogue is held in.
    pub locale: &'a str,
    /// What the bot says.
    pub phrases: &'a Phrasebook,
}

impl FlowContext<'_> {
    /// The sentence `key`, in the dialogue's language.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.phrases.say(self.locale, key, args)
    }
}

/// What a dialogue asks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prompt {
    /// The question.
    pub text: Text,
    /// What can be chosen with a button.
    pub choices: Vec<Choice>,
    /// Whether words are expected, too.
    pub takes_words: bool,
    /// Whether it can be skipped.
    pub skippable: bool,
    /// Whether one can go back.
    pub backable: bool,
}

impl Prompt {
    /// A question that is answered with words.
    pub fn ask(text: impl Into<Text>) -> Self {
        Self { text: text.into(), takes_words: true, ..Self::default() }
    }

    /// A question that is answered by choosing.
    pub fn choose(text: impl Into<Text>, choices: Vec<Choice>) -> Self {
        Self { text: text.into(), choices, ..Self::default() }
    }
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What comes in when it is chosen.
    pub value: String,
    /// What is written on its button.
    pub label: String,
}

impl Choice {
    /// The choice of `value`, shown as `label`.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// What comes into a dialogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlowInput<'a> {
    /// Words. Where they are one of the choices' labels, the choice comes in instead.
    Words(&'a Message),
    /// One of the prompt's choices, by its value.
    Choice(&'a str),
    /// A step back.
    Back,
    /// This question is left out.
    Skip,
}

/// What comes of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Transition<S> {
    /// Ask what this state asks.
    Next(S),
    /// Say what was wrong and ask again.
    Again(S, Text),
    /// All is answered.
    Done(S),
}

/// A [`Flow`] whose state's type is hidden, as the engine holds it.
pub trait AnyFlow: Send + Sync {
    /// The flow's name.
    fn name(&self) -> &'static str;

    /// The version of its state's shape.
    fn version(&self) -> u16;

    /// What is asked in `state`; `None` when the state can't be read.
    fn prompt(&self, version: u16, state: &Value, context: &FlowContext<'_>) -> Option<Prompt>;

    /// What comes of an input; `None` when the state can't be read or written.
    fn step(
        &self,
        version: u16,
        state: Value,
        input: FlowInput<'_>,
        context: &FlowContext<'_>,
    ) -> Option<Transition<Value>>;

    /// Ends the dialogue.
    ///
    /// # Errors
    /// When a read has to be loaded, or stored data can't be read.
    fn finish(&self, state: Value, turn: &mut Turn<'_>) -> Result<Option<Outgoing>, Interrupt>;
}

/// Reads a state of this or an older version.
fn read<F: Flow>(flow: &F, version: u16, state: Value) -> Option<F::State> {
    if version == F::VERSION { serde_json::from_value(state).ok() } else { flow.migrate(version, state) }
}

impl<F: Flow> AnyFlow for F {
    fn name(&self) -> &'static str {
        F::NAME
    }

    fn version(&self) -> u16 {
        F::VERSION
    }

    fn prompt(&self, version: u16, state: &Value, context: &FlowContext<'_>) -> Option<Prompt> {
        Some(Flow::prompt(self, &read(self, version, state.clone())?, context))
    }

    fn step(
        &self,
        version: u16,
        state: Value,
        input: FlowInput<'_>,
        context: &FlowContext<'_>,
    ) -> Option<Transition<Value>> {
        Some(match self.on_input(read(self, version, state)?, input, context) {
            Transition::Next(state) => Transition::Next(serde_json::to_value(state).ok()?),
            Transition::Again(state, why) => Transition::Again(serde_json::to_value(state).ok()?, why),
            Transition::Done(state) => Transition::Done(serde_json::to_value(state).ok()?),
        })
    }

    fn finish(&self, state: Value, turn: &mut Turn<'_>) -> Result<Option<Outgoing>, Interrupt> {
        match read(self, F::VERSION, state) {
            Some(state) => Flow::finish(self, state, turn),
            None => Ok(None),
        }
    }
}
