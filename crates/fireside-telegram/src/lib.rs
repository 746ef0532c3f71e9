//! The Telegram adapter, on teloxide's types and payloads.
//!
//! ```
//! use std::sync::Arc;
//!
//! use fireside_core::ports::Adapter;
//! use fireside_core::{Capability, Clock, Timestamp};
//! use fireside_telegram::{TelegramAdapter, TelegramOptions};
//!
//! struct Noon;
//!
//! impl Clock for Noon {
//!     fn now(&self) -> Timestamp {
//!         Timestamp::from_secs(1_800_000_000)
//!     }
//! }
//!
//! let options = TelegramOptions::new("123456:token".into(), Arc::new(Noon));
//! let adapter = TelegramAdapter::new(options)?;
//! assert_eq!(adapter.platform().as_str(), fireside_telegram::PLATFORM);
//! assert!(!adapter.capabilities().can(Capability::Forms));
//! # Ok::<(), fireside_core::ports::AdapterError>(())
//! ```
//!
//! # The way of an update
//!
//! The polling loop asks for updates as raw JSON, each is decoded on its own into
//! events, the events are pushed in order, and only what the inbox has made
//! durable is confirmed to Telegram with the next poll. With a [`Webhook`],
//! Telegram brings each update, and is answered when it is durable. The parts of
//! an album become one event either way.
//!
//! # The way of a delivery
//!
//! Rich text is rendered to plain text with entities, never to a markup
//! language, so that a user's words can't format; then it is sent by a client
//! that neither sleeps nor retries: what is to be done next is the runtime's
//! decision.
//!
//! # What Telegram doesn't give
//!
//! Bots never see deletions; nobody can be added to a group; there are no
//! private answers in groups; a send can't be made idempotent. The adapter says
//! so in its capabilities.
//!
//! **Architecture invariants.** Nothing but this crate knows a limit, a quirk
//! or a message of the Bot API. No address with the token in it is ever logged.

mod adapter;
mod address;
mod authority;
mod batch;
mod check;
mod client;
mod decode;
mod deliver;
mod errors;
mod fields;
mod identity;
mod intake;
mod limits;
mod open_file;
mod options;
mod poll;
mod polls;
mod private_link;
mod register;
mod render;
mod topics;
mod update;
mod webhook;

pub use adapter::TelegramAdapter;
pub use decode::decode;
pub use deliver::REACTION_STAND_INS;
pub use options::{Rate, TelegramLimits, TelegramOptions};
pub use render::bodies;
pub use webhook::Webhook;

/// The role that an administrator of a staff chat holds there.
pub const ADMIN_ROLE: &str = "admin";
/// The platform's name: the first part of every place and account here.
pub const PLATFORM: &str = "telegram";
