//! A stage's own time, as the adapter on it reads it.

use std::fmt;

use fireside_core::{Clock, Timestamp};

/// A clock that says what another one says, in milliseconds since the Unix epoch.
pub struct StageClock<F>(pub F);

impl<F> fmt::Debug for StageClock<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StageClock").finish_non_exhaustive()
    }
}

impl<F: Fn() -> u64 + Send + Sync> Clock for StageClock<F> {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis((self.0)())
    }
}
