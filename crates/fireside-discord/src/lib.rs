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
//! `decode` makes events of them, `answer` answers interactions in time.
//! A delivery's way: `deliver` and `rooms` call Discord through `client`,
//! with words that `render` has made safe. `reconcile` looks in a channel's
//! history for what was sent without an answer, once a nonce may be forgotten.
//!
//! **Architecture invariants.** The saved sequence never passes an event whose
//! commit is open. No request leaves without `allowed_mentions` where it can
//! carry words. No address but the configured one is ever asked first.

mod adapter;
mod answer;
mod breaker;
mod buckets;
mod channels;
mod check;
mod client;
mod decode;
mod deliver;
mod errors;
mod gateway;
mod modal;
mod options;
mod reconcile;
mod register;
mod render;
mod rooms;
mod snowflake;

pub use adapter::DiscordAdapter;
pub use options::DiscordOptions;

/// The platform's name.
pub const PLATFORM: &str = "discord";
