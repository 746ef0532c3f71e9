//! The Telegram Bot API on a loopback port.
//!
//! Point any SDK's base URL at [`Server::url`]. Calls go to
//! `/bot<TOKEN>/<method>` by GET or POST, parameters in the query string, as a
//! JSON object, an urlencoded form or multipart; the method's letter case
//! doesn't matter. Answers and refusals are those of the Bot API 10.1.
//!
//! ```
//! use fireside_sim::telegram::{Options, Server};
//!
//! # async fn example() -> std::io::Result<()> {
//! let server = Server::start(Options::default()).await?;
//! let world = server.world();
//! world.add_user(7, "Anna");
//! world.say(7, 7, "/start");
//! // A bot that polls `server.url()` now gets the update, and what it sends
//! // is in `world.history(7)`.
//! assert_eq!(world.pending_updates(), 1);
//! # server.stop().await;
//! # Ok(())
//! # }
//! ```
//!
//! Every method and update that it knows, and where it differs from Telegram, is
//! written in `docs/simulators.md`.

mod attachment;
mod bot_api;
mod callbacks;
mod chat;
mod content;
pub mod control;
mod delivery;
mod downloads;
mod entities;
mod errors;
mod files;
mod history;
mod image;
mod limits;
mod markup;
mod members;
mod menus;
mod methods;
mod objects;
mod params;
mod polls;
mod privacy;
mod profile;
mod queue;
mod reactions;
mod rights;
mod senders;
mod server;
mod shown;
mod state;
#[cfg(test)]
mod tests;
mod webhook;
mod world;

pub use attachment::{Attachment, FileBytes, MediaKind};
pub use callbacks::{Press, PressAnswer};
pub use chat::{ChatKind, Status};
pub use entities::Entity;
pub use limits::Limits;
pub use objects::User;
pub use polls::{NewPoll, PollKind, ShownOption, ShownPoll};
pub use rights::{Right, Rights};
pub use server::{Options, Server};
pub use shown::{Button, CallRecord, Event, EventKind, Shown, ShownMedia};
pub use state::BotCommand;
pub use webhook::WebhookOptions;
pub use world::{ActError, Draft, LinkError, Origin, Post, Share, TopicRecord, Typing, WaitError, World};
