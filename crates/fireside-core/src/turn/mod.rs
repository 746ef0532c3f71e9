//! The turn: what a feature sees of one event, and what it wants to come of it.

pub mod effects;
mod fit;
mod person;
mod reads;
pub mod search;
pub mod unchecked;
mod writes;

pub use search::Found;
pub use unchecked::{Cursor, Page};

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::binding::Binding;
use crate::capabilities::{Capabilities, Capability};
use crate::community::{Community, Settings, SettingsError};
use crate::delivery::{Delivery, Withdrawal};
use crate::engine::Engine;
use crate::event::Event;
use crate::flow::FlowContext;
use crate::form::SUBJECT_LEN_MAX;
use crate::ids::{LaneId, MessageId, PersonId, Platform};
use crate::key::{Key, KeyRange};
use crate::outgoing::{Answer, Outgoing, Privacy};
use crate::phrases::Arg;
use crate::place::Place;
use crate::ports::{Batch, DocumentChange, Revision, SearchError, Source, SourceError, StoreError, Write};
use crate::record::RecordError;
use crate::stored_file::PART_BYTES_MAX;
use crate::text::Text;
use crate::time::Timestamp;
use crate::timer::TimerChange;

/// What an event is decided from.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// Whose it is.
    pub community: &'a Community,
    /// What happened.
    pub event: &'a Event,
    /// The lane it is decided in.
    pub lane: &'a LaneId,
    /// The present moment.
    pub now: Timestamp,
    /// Fresh random bytes, the same when the event is decided again.
    pub seed: [u8; 32],
    /// What is stored.
    pub source: &'a dyn Source,
}

impl std::fmt::Debug for Input<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Input")
            .field("event", &self.event.id)
            .field("lane", &self.lane)
            .finish_non_exhaustive()
    }
}

/// One event being decided.
///
/// Reads are remembered and checked again at the commit; writes and effects
/// are gathered and become one atomic batch.
pub struct Turn<'a> {
    pub(crate) engine: &'a Engine,
    pub(crate) input: Input<'a>,
    /// The feature that is deciding.
    pub(crate) feature: &'static str,
    binding: Option<Binding>,
    key_reads: BTreeMap<Key, Option<Revision>>,
    range_reads: BTreeMap<KeyRange, Vec<(Key, Revision)>>,
    /// What was put (`Some`) or deleted (`None`), as later reads of this turn see it.
    written: BTreeMap<Key, Option<Vec<u8>>>,
    other_writes: Vec<Write>,
    documents: BTreeMap<Key, DocumentChange>,
    deliveries: Vec<Delivery>,
    withdrawals: Vec<Withdrawal>,
    bindings: Vec<BindingChange>,
    timers: Vec<TimerChange>,
    answer: Option<Answer>,
    /// What the presser of a dialogue's button wrote last in it.
    pressed_after: Option<MessageId>,
    tokens: u32,
}

impl std::fmt::Debug for Turn<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Turn")
            .field("input", &self.input)
            .field("feature", &self.feature)
            .finish_non_exhaustive()
    }
}

/// A binding made or (`None`) undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BindingChange {
    /// The path of the binding: place and account.
    pub path: (String, String),
    /// The binding.
    pub binding: Option<Binding>,
}

/// What a turn came to.
#[derive(Debug, Default)]
pub struct Decided {
    /// What changes in the store, and what must still be so.
    pub batch: Batch,
    /// What is to be done on platforms, in order.
    pub deliveries: Vec<Delivery>,
    /// Which unsent deliveries are taken back.
    pub withdrawals: Vec<Withdrawal>,
    /// How bindings change; the batch holds the same as records.
    pub bindings: Vec<BindingChange>,
    /// How timers change; the batch holds the same as records.
    pub timers: Vec<TimerChange>,
    /// How the search index changes.
    pub documents: Vec<DocumentChange>,
    /// What the one who asked gets at once.
    pub answer: Option<Answer>,
}

impl Decided {
    /// Whether nothing comes of the event that must be kept.
    pub fn is_idle(&self) -> bool {
        self.batch.writes.is_empty() && self.deliveries.is_empty() && self.withdrawals.is_empty()
    }
}

/// Something a turn can't go on without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// What is under a key.
    Key(Key),
    /// What is in a range.
    Range(KeyRange),
    /// A number of its own under a key.
    Number(Key),
}

/// A turn ended early.
#[derive(Debug)]
pub enum Interrupt {
    /// Load this and decide again.
    Missing(Vec<Wanted>),
    /// It can't be decided.
    Failed(TurnError),
}

impl<E: Into<TurnError>> From<E> for Interrupt {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// Why an event can't be decided.
#[derive(Debug, Error)]
pub enum TurnError {
    /// A stored record can't be read or written.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// A section of the settings can't be read.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The store can't be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The search index can't be read.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// A part of a file is too long.
    #[error("a part of a file is {bytes} bytes long: keep it in parts of {max}", max = PART_BYTES_MAX)]
    LongPart {
        /// How long it is.
        bytes: usize,
    },
    /// What a form is opened about is not what every platform can give back.
    #[error("what a form is opened about is not at most {max} of A-Za-z0-9_-", max = SUBJECT_LEN_MAX)]
    Subject,
    /// A feature panicked.
    #[error("a feature panicked: {what}")]
    Panic {
        /// What it said.
        what: String,
    },
}

impl From<SourceError> for TurnError {
    fn from(error: SourceError) -> Self {
        match error {
            // Nobody asks on for what is not loaded: that is an interrupt.
            SourceError::NotLoaded => Self::Store(StoreError::Unavailable { what: error.to_string() }),
            SourceError::Store(error) => Self::Store(error),
            SourceError::Search(error) => Self::Search(error),
        }
    }
}

impl<'a> Turn<'a> {
    pub(crate) fn new(engine: &'a Engine, input: Input<'a>) -> Self {
        Self {
            engine,
            input,
            feature: "",
            binding: None,
            key_reads: BTreeMap::new(),
            range_reads: BTreeMap::new(),
            written: BTreeMap::new(),
            other_writes: Vec::new(),
            documents: BTreeMap::new(),
            deliveries: Vec::new(),
            withdrawals: Vec::new(),
            bindings: Vec::new(),
            timers: Vec::new(),
            answer: None,
            pressed_after: None,
            tokens: 0,
        }
    }

    /// What happened.
    pub fn event(&self) -> &'a Event {
        self.input.event
    }

    /// Whose it is.
    pub fn community(&self) -> &'a Community {
        self.input.community
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        self.input.now
    }

    /// The lane the event is decided in.
    pub fn lane(&self) -> &'a LaneId {
        self.input.lane
    }

    /// What the place, or the actor's words in it, are bound to.
    pub fn binding(&self) -> Option<&Binding> {
        self.binding.as_ref()
    }

    /// Whether the actor acts as staff, now.
    pub fn is_staff(&self) -> bool {
        self.community().is_staff(&self.event().actor, self.now())
    }

    /// Whether this happened where staff work.
    pub fn in_staff_place(&self) -> bool {
        self.community().is_staff_place(&self.event().place)
    }

    /// The settings of one section, in this community.
    ///
    /// # Errors
    /// When they don't have the section's shape.
    pub fn settings<T: Settings>(&self) -> Result<T, Interrupt> {
        Ok(self.community().settings()?)
    }

    /// What a platform can do; the least, of one without an adapter.
    pub fn capabilities(&self, platform: &Platform) -> Capabilities {
        self.engine.capabilities(platform)
    }

    /// Where a person opens the message `id` in a place; `None` where messages
    /// have no address.
    pub fn link_to(&self, place: &Place, id: &MessageId) -> Option<String> {
        self.engine.message_link(&self.input.source.address(place), id)
    }

    /// The actor's language, if the bot speaks it, else the community's.
    pub fn locale(&self) -> &'a str {
        self.engine.phrases().choose(self.event().locale.as_deref(), &self.community().locale)
    }

    /// The sentence `key` in the actor's language.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.say_in(self.locale(), key, args)
    }

    /// The sentence `key` in the community's language, for staff.
    pub fn say_to_staff(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.say_in(&self.community().locale, key, args)
    }

    /// The sentence `key` in a language.
    pub fn say_in(&self, locale: &str, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.engine.phrases().say(locale, key, args)
    }

    /// What flows may know of this turn.
    pub(crate) fn flow_context(&self) -> FlowContext<'a> {
        FlowContext { locale: self.locale(), phrases: self.engine.phrases() }
    }

    /// What every other feature knows about a person: lines for staff.
    ///
    /// # Errors
    /// When a read has to be loaded.
    pub fn panels(&mut self, person: &PersonId) -> Result<Vec<Text>, Interrupt> {
        let asking = self.feature;
        let engine = self.engine;
        let mut lines = Vec::new();
        for feature in engine.features().iter().filter(|feature| feature.name() != asking) {
            self.feature = feature.name();
            lines.extend(feature.panel(self, person)?);
        }
        self.feature = asking;
        Ok(lines)
    }

    /// Lets every feature bring over what it keeps about somebody who turned
    /// out to be `person`.
    pub(crate) fn tell_linked(&mut self, person: &PersonId, joined: &PersonId) -> Result<(), Interrupt> {
        let asking = self.feature;
        let engine = self.engine;
        for feature in engine.features() {
            self.feature = feature.name();
            feature.on_linked(self, person, joined)?;
        }
        self.feature = asking;
        Ok(())
    }

    /// Answers the one who asked so that nobody else can read it. Where that
    /// can't be, they are told so instead.
    pub fn answer_private(&mut self, content: impl Into<Outgoing>) {
        self.answer = Some(Answer::Say { content: Box::new(content.into()), privacy: Privacy::Private });
    }

    /// Answers so that everybody in the place can read it.
    pub fn answer_public(&mut self, content: impl Into<Outgoing>) {
        self.answer = Some(Answer::Say { content: Box::new(content.into()), privacy: Privacy::Public });
    }

    /// Answers something that others may read: privately where the platform
    /// can, else in the place.
    pub fn answer(&mut self, content: impl Into<Outgoing>) {
        let capabilities = self.capabilities(&self.event().place.platform);
        let private = self.event().reply.is_some() && capabilities.can(Capability::PrivateAnswers);
        if private { self.answer_private(content) } else { self.answer_public(content) }
    }

    pub(crate) fn set_answer(&mut self, answer: Answer) {
        self.answer = Some(answer);
    }

    pub(crate) fn set_pressed_after(&mut self, said: Option<MessageId>) {
        self.pressed_after = said;
    }

    pub(crate) fn set_binding(&mut self, binding: Option<Binding>) {
        self.binding = binding;
    }

    /// A fresh token that nobody can guess: 22 letters, digits, `-` or `_`.
    pub fn token(&mut self) -> String {
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        self.tokens += 1;
        let hash = Sha256::new()
            .chain_update(self.input.seed)
            .chain_update(self.event().id.as_str())
            .chain_update(self.tokens.to_be_bytes())
            .finalize();
        hash.iter().take(22).map(|byte| char::from(ALPHABET[usize::from(byte & 63)])).collect()
    }

    /// Everything the turn gathered. An answer that the platform can't carry
    /// back becomes a message.
    pub(crate) fn finish(mut self) -> Decided {
        self.offer_person();
        self.send_unanswerable();
        self.fit_answer();
        let batch = self.take_batch();
        Decided {
            batch,
            deliveries: self.deliveries,
            withdrawals: self.withdrawals,
            bindings: self.bindings,
            timers: self.timers,
            documents: self.documents.into_values().collect(),
            answer: self.answer,
        }
    }
}
