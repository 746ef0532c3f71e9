//! The adapter port: how a platform is plugged in.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use thiserror::Error;

use crate::capabilities::{Capabilities, Capability};
use crate::delivery::{Delivery, Obstacle, Receipt};
use crate::effect::Effect;
use crate::engine::CommandSpec;
use crate::event::Event;
use crate::ids::{FileId, MessageId, Platform};
use crate::outgoing::Answer;
use crate::place::Place;
use crate::ports::files::{FileError, FileStream, Files};
use crate::time::Timestamp;

/// A platform, plugged in.
///
/// An adapter MUST push events in the platform's order, MUST NOT move its
/// acknowledgement past an event whose [`Pending`] has not resolved, MUST
/// escape every [`crate::text::Span::Plain`], and MUST NOT log a token, a
/// message's text or a file's address. It MUST take a place that is named by an
/// account's id ([`Account::private_place`](crate::Account::private_place)) for
/// the private chat with that account, and where a bot can't write first, end
/// what is said to an account that never did as
/// [`DeliveryError::Unreachable`]. It MUST ping whom a
/// [`crate::text::Span::Mention`] and, where the platform pings roles, a
/// [`crate::text::Span::RoleMention`] of its own names, in what is sent and what
/// is changed, and nobody else. What has at most `text_len_max` by
/// [`Outgoing::rendered_len_max`](crate::Outgoing::rendered_len_max) it MUST say
/// in one message. It is the only place where a platform's limit, quirk or
/// markup appears.
#[async_trait]
pub trait Adapter: Send + Sync {
    /// The platform's name.
    fn platform(&self) -> Platform;

    /// What the platform can do.
    fn capabilities(&self) -> Capabilities;

    /// Whether events come in through it. One that only tells does not keep a
    /// bot running that no other platform reaches any more.
    fn hears(&self) -> bool {
        true
    }

    /// Proves that the settings are right and the platform can be reached.
    /// Called once, before anything else.
    ///
    /// # Errors
    /// [`AdapterError::Stop`] says what to mend.
    async fn connect(&self) -> Result<(), AdapterError>;

    /// What of the settings does not fit what the platform has: one sentence
    /// each, that names the setting and says what to do. Called after
    /// [`Adapter::connect`], when a person asks.
    async fn check(&self) -> Vec<String> {
        Vec::new()
    }

    /// Tells the platform which commands there are.
    ///
    /// # Errors
    /// [`AdapterError::Stop`] when the bot can not work without them; after any other it goes on.
    async fn register(&self, commands: &[CommandSpec]) -> Result<(), AdapterError>;

    /// Takes in what happens until [`Inbox::stopped`].
    ///
    /// # Errors
    /// When it can't go on without a person.
    async fn run(&self, inbox: Arc<dyn Inbox>) -> Result<(), AdapterError>;

    /// The limits a delivery falls under, from the platform's documents or its
    /// own headers. The runtime keeps them.
    fn limits(&self, delivery: &Delivery) -> Vec<Limit>;

    /// Does what a delivery asks for. Every place and message it names is
    /// there: the runtime has put the real ones where the turn named what was
    /// still to be opened or sent. The bytes of the files it carries come from
    /// `files`; an adapter MUST NOT hold more than a piece of one, and MUST say
    /// a file's [`instead`](crate::CarriedFile::instead) where it can't be brought.
    ///
    /// # Errors
    /// What the runtime is to do next.
    async fn deliver(&self, delivery: &Delivery, files: &dyn Files) -> Result<Receipt, DeliveryError>;

    /// How a message's address is made: where a person opens it.
    fn message_link(&self) -> MessageLink {
        |_, _| None
    }

    /// Begins to read a file that this platform keeps.
    ///
    /// # Errors
    /// Why it can't be read.
    async fn open_file(&self, file: &FileId) -> Result<FileStream, FileError> {
        Err(FileError::Gone { why: format!("nobody knows a file {file}") })
    }

    /// Whether doing a delivery twice shows it once. An adapter that declares
    /// [`Capability::SendsOnce`] says here for what it does not hold.
    fn shows_once(&self, delivery: &Delivery) -> bool {
        match &delivery.effect {
            Effect::Send { .. } => self.capabilities().can(Capability::SendsOnce),
            Effect::OpenRoom(plan) => {
                plan.from.is_some() && self.capabilities().can(Capability::RoomsFromMessages)
            }
            _ => true,
        }
    }

    /// Looks whether a delivery, whose earlier attempt ended without an answer,
    /// was done. `None`: it was not, or nobody can tell.
    ///
    /// # Errors
    /// What the runtime is to do next.
    async fn reconcile(&self, delivery: &Delivery) -> Result<Option<Receipt>, DeliveryError> {
        let _ = delivery;
        Ok(None)
    }
}

/// The address at which a person opens the message `id` in a place; `None`
/// where messages have none. It MUST NOT make one up for what is no message.
pub type MessageLink = fn(&Place, &MessageId) -> Option<String>;

/// Resolves when a pushed event is durable, or needed no commit, to what the
/// one who asked gets at once.
pub type Pending = Pin<Box<dyn Future<Output = Result<Option<Answer>, InboxError>> + Send>>;

/// Where an adapter brings what it took in, and keeps its own place.
#[async_trait]
pub trait Inbox: Send + Sync {
    /// Brings one event. Waits while there is no room; events are taken in the
    /// order of the calls.
    ///
    /// # Errors
    /// [`InboxError::Closed`] once the runtime is stopping.
    async fn push(&self, event: Event) -> Result<Pending, InboxError>;

    /// What the adapter kept under `name`.
    ///
    /// # Errors
    /// When the store can't be read.
    async fn recall(&self, name: &str) -> Result<Option<Vec<u8>>, InboxError>;

    /// Keeps `value` under `name`, over a restart: a cursor, a session. A crash
    /// may lose the newest.
    ///
    /// # Errors
    /// When the store can't be written.
    async fn keep(&self, name: &str, value: Vec<u8>) -> Result<(), InboxError>;

    /// Keeps `value` under `name`, and resolves once it is durable: for what
    /// the platform is told has arrived.
    ///
    /// # Errors
    /// When the store can't be written.
    async fn keep_durably(&self, name: &str, value: Vec<u8>) -> Result<(), InboxError>;

    /// Tells the operator something that must not pass unseen.
    fn notice(&self, notice: Notice);

    /// Resolves when the runtime is stopping: take nothing more in.
    async fn stopped(&self);
}

/// Something an operator must see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// What happened in between can't be had any more.
    Gap {
        /// The platform.
        platform: Platform,
        /// The last moment before it that was seen.
        since: Timestamp,
    },
    /// An update was set aside because it can't be read.
    Undecodable {
        /// The platform.
        platform: Platform,
        /// What the platform calls it.
        update: String,
        /// What is wrong with it.
        why: String,
    },
    /// A kind of update that nothing here is made of was passed over. Told
    /// once for each kind.
    Skipped {
        /// The platform.
        platform: Platform,
        /// The kind, by the platform's word for it.
        kind: String,
    },
    /// Something is wrong that a person can mend.
    Trouble {
        /// The platform.
        platform: Platform,
        /// What is wrong and what to do.
        what: String,
    },
}

impl std::fmt::Display for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Gap { platform, since } => {
                let since = since.as_millis();
                write!(f, "{platform}: what happened since {since} ms can't be had any more")
            }
            Self::Undecodable { platform, update, why } => {
                write!(f, "{platform}: {update} can't be read and was set aside: {why}")
            }
            Self::Skipped { platform, kind } => {
                write!(f, "{platform}: `{kind}` was passed over: nothing here is made of it")
            }
            Self::Trouble { platform, what } => write!(f, "{platform}: {what}"),
        }
    }
}

/// An event could not be brought in.
#[derive(Debug, Clone, Error)]
pub enum InboxError {
    /// The runtime is stopping; the platform will tell the event again.
    #[error("the runtime is stopping")]
    Closed,
    /// The event could not be made durable; the platform will tell it again.
    #[error("the event could not be stored: {what}")]
    NotStored {
        /// What went wrong.
        what: String,
    },
}

/// An adapter can't do its work.
#[derive(Debug, Error)]
pub enum AdapterError {
    /// It will not work until a person mends something.
    #[error("{what}")]
    Stop {
        /// What is wrong, and what to do.
        what: String,
    },
    /// It may work later.
    #[error("{what}")]
    Later {
        /// What went wrong.
        what: String,
    },
    /// The inbox closed.
    #[error(transparent)]
    Inbox(#[from] InboxError),
}

/// A limit a delivery falls under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// At most `burst` deliveries in any stretch of `per`.
    Rate {
        /// What shares the limit.
        scope: String,
        /// How many.
        burst: u32,
        /// In how long.
        per: Duration,
    },
    /// None before `at`.
    Until {
        /// What shares the limit.
        scope: String,
        /// The moment.
        at: Timestamp,
    },
}

/// What must wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The one destination.
    Destination,
    /// Everything of the same kind to the same destination.
    Route,
    /// Everything to the platform.
    All,
}

/// A delivery did not succeed: what to do next.
#[derive(Debug, Clone, Error)]
pub enum DeliveryError {
    /// It took no effect; try again.
    #[error("to be tried again: {why}")]
    Retry {
        /// How long to wait; `None`: as the runtime sees fit.
        after: Option<Duration>,
        /// What waits.
        scope: Scope,
        /// What the platform said.
        why: String,
    },
    /// Nobody knows whether it took effect.
    #[error("it may have been done: {why}")]
    Ambiguous {
        /// What happened.
        why: String,
    },
    /// The place has a new address; everything for the old one goes there.
    #[error("the place has moved to {to}")]
    Moved {
        /// The new address.
        to: Place,
    },
    /// The place or message is not there any more.
    #[error("it is gone: {why}")]
    Gone {
        /// What the platform said.
        why: String,
    },
    /// The room is closed, and the bot may not open it.
    #[error("it is closed: {why}")]
    Closed {
        /// What to do, for staff to read.
        why: String,
    },
    /// The account or place can't be reached.
    #[error("it can't be reached: {why}")]
    Unreachable {
        /// What the platform said.
        why: String,
    },
    /// The platform does not take it; trying again changes nothing.
    #[error("it was refused: {why}")]
    Refused {
        /// What the platform said.
        why: String,
    },
    /// Nothing can be delivered until a person mends something.
    #[error("{why}")]
    Stop {
        /// What is wrong, and what to do.
        why: String,
    },
}

impl DeliveryError {
    /// What stands in the way for good, and why; `None` where it can be tried again.
    pub fn obstacle(&self) -> Option<(Obstacle, &str)> {
        match self {
            Self::Gone { why } => Some((Obstacle::Gone, why)),
            Self::Closed { why } => Some((Obstacle::Closed, why)),
            Self::Unreachable { why } => Some((Obstacle::Unreachable, why)),
            Self::Refused { why } => Some((Obstacle::Refused, why)),
            Self::Retry { .. } | Self::Ambiguous { .. } | Self::Moved { .. } | Self::Stop { .. } => None,
        }
    }
}
