//! Loopback stand-ins for the Telegram Bot API and for Discord (REST and
//! gateway), spoken to over real HTTP and websockets.
//!
//! Both servers hold real state, enforce the documented limits and permissions
//! of the methods they know with the documented error bodies, keep a [`Clock`]
//! of their own that a test advances, and make [`Faults`] on demand. A test, a
//! person or a page acts as a user through the control API: the handle's
//! methods in Rust, the same calls over HTTP below `/control`.
//!
//! They listen on 127.0.0.1 only.

pub mod clock;
pub mod discord;
pub mod faults;
mod link;
pub mod scene;
pub mod telegram;

pub use clock::Clock;
pub use faults::{Fault, Faults};
pub use scene::Scene;
