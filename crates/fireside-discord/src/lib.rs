//! The Discord adapter: serenity's models, builders and routes, with
//! twilight-gateway as the gateway's transport.
//!
//! ```
//! use std::sync::Arc;
//!
//! use fireside_core::ports::Adapter;
//! use fireside_core::{Clock, Timestamp};
//! use fireside_discord::{DiscordAdapter, DiscordOptions};
//!
//! struct StoppedClock;
//!
//! impl Clock for StoppedClock {
//!     fn now(&self) -> Timestamp {
//!         Timestamp::from_secs(1_700_000_000)
//!     }
//! }
//!
//! let mut options = DiscordOptions::new("a bot token".into(), Arc::new(StoppedClock));
//! options.guilds = vec![41_771_983_423_143_937];
//! let adapter = DiscordAdapter::new(options);
//! assert_eq!(adapter.platform().as_str(), fireside_discord::PLATFORM);
//! ```
//!
//! An update's way: `gateway` reads frames in order and keeps the session,
//! `decode` makes events of them, `interactions` has them answered in time:
//! they come over the gateway, or over HTTP to `endpoint`.
//! A delivery's way: `deliver` and `rooms` call Discord through `client`,
//! with words that `render` has made safe, files that `upload` streams, and
//! under another's name by one of the `webhooks`. `reconcile` looks in a
//! channel's history for what was sent without an answer, once a nonce may be
//! forgotten. `files` reads what Discord keeps.
//!
//! **Architecture invariants.** The saved sequence never passes an event whose
//! commit is open. No request leaves without `allowed_mentions` where it can
//! carry words. No address but the configured one is ever asked first, and
//! files are read from Discord's own hosts alone. No file is ever held whole.

mod adapter;
mod answer;
mod breaker;
mod buckets;
mod channels;
mod check;
mod client;
mod commands;
mod decode;
mod deliver;
mod direct;
mod endpoint;
mod errors;
mod files;
mod gateway;
mod interactions;
mod modal;
mod names;
mod options;
mod reconcile;
mod register;
mod render;
mod rooms;
mod snowflake;
mod upload;
mod webhooks;

pub use adapter::DiscordAdapter;
pub use decode::decode;
pub use options::{DiscordOptions, InteractionsEndpoint};
pub use render::bodies;

/// The platform's name.
pub const PLATFORM: &str = "discord";
