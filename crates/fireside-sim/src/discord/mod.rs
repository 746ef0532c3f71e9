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
//! **REST**, below `/api`, `/api/v10` or any other version: messages with files,
//! embeds, components of both versions, stickers, polls, replies and forwards;
//! reactions, pins, webhooks; channels of every kind, threads and forum posts;
//! guilds, roles, overwrites, members, commands, answers to interactions.
//! Permissions, rate limits with their headers, and error bodies are the
//! documented ones. Files are kept and served at links that expire.
//!
//! **Gateway**, at `/gateway`: sessions and resumes, shards, intents, members,
//! every compression. Interactions come over it or are posted, signed, to the
//! application's endpoint.
//!
//! `docs/simulators.md` lists every call and event, and what differs from Discord.
//!
//! **Faults** go by call names such as `POST /channels/{channel.id}/messages`; the
//! gateway reconnects, declares sessions invalid, falls silent and closes on
//! demand. [`World`] acts as users and reads what is shown; the same calls are at
//! `/control` over HTTP, whose tables stand in the `control` module.
//! Ephemeral answers are not dispatched; [`World::private_messages`] shows them.

mod cdn;
mod channel_objects;
mod command_rules;
mod components;
mod control;
mod embeds;
mod endpoint;
mod errors;
mod gateway;
mod layout;
mod locales;
mod mentions;
mod message_objects;
mod modal_rules;
mod objects;
mod options;
pub mod permissions;
mod rate_limits;
mod rest;
mod routes;
mod select_rules;
mod server;
#[cfg(test)]
mod tests;
mod time;
mod world;

pub use gateway::intents;
pub use options::{Limits, Options, RouteLimit};
pub use server::Server;
pub use world::{
    Button, Call, Modal, ModalField, Post, Refused, SeenAttachment, SeenMessage, SeenPoll, ThreadSummary,
    Upload, World,
};
