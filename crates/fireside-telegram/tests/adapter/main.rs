//! The adapter against the simulated Bot API, over real HTTP.

#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

mod albums;
mod bench;
mod connecting;
mod delivering;
mod doing;
mod files;
mod hearing;
mod polling;
mod staff;
mod webhook;
