//! The vocabulary of Fireside, its pure conversation engine, and its ports.
//!
//! Nothing here waits, reads a clock or draws a random number: the engine takes
//! an [`Event`] and what is stored, and gives back what is to change.
//!
//! ```
//! use fireside_core::{Decision, Engine, Feature, Message, Outcome, Turn};
//!
//! struct Echo;
//!
//! impl Feature for Echo {
//!     fn name(&self) -> &'static str {
//!         "echo"
//!     }
//!
//!     fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
//!         turn.answer_public(message.text.clone().tame());
//!         Ok(Outcome::Handled)
//!     }
//! }
//!
//! let engine = Engine::builder().feature(Echo).build()?;
//! assert_eq!(engine.features().len(), 1);
//! # Ok::<(), fireside_core::EngineError>(())
//! ```
//!
//! **Architecture invariants.** No tokio, no I/O, no clock, no randomness. No
//! platform is named. Every stored key begins with its community.

pub mod action;
pub mod actor;
pub mod audit;
pub mod binding;
pub mod capabilities;
mod carry;
pub mod command;
pub mod community;
pub mod delivery;
pub mod effect;
pub mod engine;
pub mod event;
pub mod feature;
pub mod file;
pub mod file_job;
pub mod flow;
pub mod form;
pub mod hush;
pub mod ids;
pub mod key;
pub mod locale;
pub mod memory;
pub mod message;
pub mod outgoing;
pub mod parts;
pub mod person;
pub mod phrases;
pub mod place;
pub mod poll;
pub mod ports;
pub mod record;
pub mod stored_file;
pub mod talk;
pub mod text;
pub mod time;
pub mod timer;
pub mod turn;

pub use actor::{Account, Actor, Authority};
pub use capabilities::{Capabilities, Capability};
pub use command::{Access, Command, FirstReply, Invocation, OptionKind, OptionValue};
pub use community::{Community, Ground, Settings, StaffRole, StaffRule};
pub use delivery::{Delivery, DeliveryOutcome, Obstacle, Receipt, Tag};
pub use effect::{Effect, MessageRef, PlaceRef, RoomPlan};
pub use engine::{CommandSpec, Engine, EngineError};
pub use event::{Event, EventKind};
pub use feature::{Decision, Feature, Outcome};
pub use file::{Attachment, FileKind, FileRef};
pub use form::{Answers, Field, Form};
pub use ids::{CommunityId, DeliveryId, EventId, LaneId, MessageId, PersonId, Platform};
pub use message::{Extra, Message};
pub use outgoing::{Answer, Author, Button, ButtonTarget, CarriedFile, Menu, Outgoing, Privacy, Voice};
pub use person::Person;
pub use place::{Audience, Place};
pub use poll::Poll;
pub use stored_file::StoredFile;
pub use talk::Heard;
pub use text::{Span, Text};
pub use time::{Clock, Timestamp};
pub use turn::{Decided, Input, Interrupt, Turn};
