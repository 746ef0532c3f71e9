//! The binary `fireside`, started as a person starts it, against simulated
//! platforms.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod audit;
mod cli;
mod communities;
mod kill;
mod kill_feedback;
mod process;
mod replay;
mod running;
mod webhook;

use std::time::Duration;

/// How long a test waits for what must happen.
const PATIENCE: Duration = Duration::from_secs(30);
