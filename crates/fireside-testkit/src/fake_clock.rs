//! A clock that goes with tokio's, so that paused time moves both.

use std::time::Duration;

use fireside_core::{Clock, Timestamp};
use tokio::time::Instant;

/// When every test begins, in milliseconds since the Unix epoch.
const BEGINNING_MS: u64 = 1_750_000_000_000;

/// A clock that goes with tokio's.
#[derive(Debug, Clone, Copy)]
pub struct FakeClock {
    began: Instant,
    ahead: Duration,
}

impl FakeClock {
    /// A clock that starts now.
    pub fn start() -> Self {
        Self { began: Instant::now(), ahead: Duration::ZERO }
    }

    /// This clock, `span` later: so long nothing was running.
    #[must_use]
    pub fn later(self, span: Duration) -> Self {
        Self { ahead: self.ahead + span, ..self }
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(BEGINNING_MS) + self.began.elapsed() + self.ahead
    }
}
