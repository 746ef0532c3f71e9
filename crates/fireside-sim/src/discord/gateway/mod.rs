//! The gateway: sessions that outlive their connections, dispatches with
//! sequence numbers, resumes.
//!
//! Architecture invariant: an event is written as JSON once, however many
//! sessions hear it, and nothing here waits while the world is locked.

pub(crate) mod compression;
pub(crate) mod dispatch;
mod identify;
pub mod intents;
mod members;
pub(crate) mod receive;
pub(crate) mod session;
pub(crate) mod socket;
