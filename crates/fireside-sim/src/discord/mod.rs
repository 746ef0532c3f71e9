//! A loopback Discord: REST v10 and gateway, for any SDK that takes a base URL.
//!
//! ```
//! use fireside_sim::discord::{Options, Server};
//!
//! # async fn example() -> std::io::Result<()> {
//! let server = Server::start(Options::default()).await?;
//! let world = server.world();
//! let olga = world.add_user("olga");
//! let guild = world.add_guild("Brand", olga);
//! let general = world.add_channel(guild, "general");
//! world.say(general, olga, "hello", None).expect("the owner may talk");
//! // The bot's SDK is pointed at `server.url()` in place of https://discord.com.
//! # Ok(())
//! # }
//! ```
//!
//! # What is simulated
//! **REST**, below `/api`, `/api/v10` or any other version: the gateway's address,
//! the application, users, direct channels, guilds with channels, roles and
//! members, messages, reactions, typing, threads and their members, application
//! commands, answers to interactions and follow-ups. Each resource's module has
//! its table of routes. Permissions, rate limits with their headers, and error
//! bodies are the documented ones.
//!
//! **Gateway**, at `/gateway`: identify, heartbeats, resume, request for members,
//! `zlib-stream`; intents (privileged ones as granted), close codes, session
//! start limit, 120 sends a minute.
//!
//! | events | sent for |
//! |---|---|
//! | `READY`, `RESUMED`, `GUILD_CREATE`, `GUILD_DELETE` | the session, the bot's guilds |
//! | `CHANNEL_CREATE`, `_UPDATE`, `_DELETE`, `GUILD_ROLE_CREATE` | changes of a guild |
//! | `THREAD_CREATE`, `_UPDATE`, `_DELETE`, `THREAD_MEMBERS_UPDATE` | threads the bot sees |
//! | `GUILD_MEMBER_ADD`, `_UPDATE`, `_REMOVE`, `GUILD_MEMBERS_CHUNK` | members |
//! | `MESSAGE_CREATE`, `_UPDATE`, `_DELETE`, `MESSAGE_REACTION_ADD`, `_REMOVE` | messages |
//! | `TYPING_START`, `INTERACTION_CREATE` | what users do |
//!
//! **Faults** go by call names such as `POST /channels/{channel.id}/messages`; the
//! gateway reconnects, declares sessions invalid, falls silent and closes on
//! demand. [`World`] acts as users and reads what is shown; the same calls are at
//! `/control` over HTTP, whose tables stand in the `control` module.
//!
//! # What differs from Discord
//! - There are text channels, threads and direct channels: no forums, voice or categories.
//! - Starting a thread makes no system message, and a user's join none either.
//! - Ephemeral answers are not dispatched; [`World::private_messages`] shows them.
//! - Uploaded files are counted and dropped; their links lead nowhere.
//! - A connection that stops its heartbeats is not closed; payload compression
//!   (`compress` in identify) and `zstd-stream` are answered with plain text.
//! - A slash command must be registered for the guild or globally; both take effect at once.
//! - Role positions are not compared, so a role may be given by whoever has `MANAGE_ROLES`.

mod components;
mod control;
mod errors;
mod gateway;
mod mentions;
mod objects;
mod options;
pub mod permissions;
mod rate_limits;
mod rest;
mod routes;
mod server;
#[cfg(test)]
mod tests;
mod time;
mod world;

pub use gateway::intents;
pub use options::{Limits, Options, RouteLimit};
pub use server::Server;
pub use world::{Button, Call, Modal, ModalField, Refused, SeenMessage, ThreadSummary, World};
