//! The adapter against a loopback Discord: real HTTP, a real websocket.

#![expect(clippy::expect_used, reason = "a test that can't go on fails there")]

mod answers;
mod deliveries;
mod gateway;
mod stage;
mod startup;
