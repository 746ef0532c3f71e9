//! Events told over real HTTP and TLS, to receivers on this machine that answer
//! as a test says.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod answers;
mod documented;
mod receiver;
mod stage;
mod telling;
mod tls;
