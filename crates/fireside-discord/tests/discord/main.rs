//! The adapter against a loopback Discord: real HTTP, a real websocket.

#![expect(clippy::expect_used, reason = "a test that can't go on fails there")]

mod answers;
mod captures;
mod cards;
mod commands;
mod deliveries;
mod endpoint;
mod files;
mod gateway;
mod hearing;
mod marks;
mod personas;
mod rooms;
mod shards;
mod staff_rooms;
mod stage;
mod startup;
