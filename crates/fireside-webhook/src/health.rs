//! How an endpoint has been doing, since this process began.

use std::time::Duration;

/// The first wait after a failure; it doubles with each that follows.
const WAIT_MIN: Duration = Duration::from_secs(1);
/// The longest wait.
const WAIT_MAX: Duration = Duration::from_mins(10);
/// After so many failures in a row, of which any may pass by itself, a person
/// is told.
const FAILURES_SILENT: u32 = 5;

/// How an endpoint has been doing.
#[derive(Debug, Default)]
pub(crate) struct Health {
    failures: u32,
    is_told: bool,
    is_gone: bool,
}

impl Health {
    /// It took an event.
    pub(crate) fn recovered(&mut self) {
        *self = Self::default();
    }

    /// It failed once more: how long to wait.
    pub(crate) fn failed(&mut self) -> Duration {
        self.failures = self.failures.saturating_add(1);
        WAIT_MIN.saturating_mul(1 << (self.failures - 1).min(10)).min(WAIT_MAX)
    }

    /// Whether a person is to be told now of what is wrong: once, until it has
    /// recovered; at once where they are needed, else after some failures.
    pub(crate) fn is_to_be_told(&mut self, at_once: bool) -> bool {
        let told = !self.is_told && (at_once || self.failures >= FAILURES_SILENT);
        self.is_told |= told;
        told
    }

    /// It wants no more events.
    pub(crate) fn gone(&mut self) {
        self.is_gone = true;
    }

    /// Whether it wants no more events.
    pub(crate) fn is_gone(&self) -> bool {
        self.is_gone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_ten_minutes_and_begin_anew() {
        let mut health = Health::default();
        let waits: Vec<_> = (0..12).map(|_| health.failed().as_secs()).collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600]);
        health.recovered();
        assert_eq!(health.failed(), WAIT_MIN);
    }

    #[test]
    fn a_person_is_told_once_until_it_has_recovered() {
        let mut health = Health::default();
        let told: Vec<_> = (0..7).map(|_| (health.failed(), health.is_to_be_told(false)).1).collect();
        assert_eq!(told, [false, false, false, false, true, false, false]);
        health.recovered();
        health.failed();
        assert!(health.is_to_be_told(true));
        assert!(!health.is_to_be_told(true));
    }
}
