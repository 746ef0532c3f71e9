//! Stops calling before Discord bans the address.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use fireside_core::Timestamp;
use tokio::sync::Notify;

/// Discord bans an address after 10,000 answers of 401, 403 or 429 in ten
/// minutes (its rate-limit page); the breaker opens at a tenth of that.
const REFUSALS_MAX: u32 = 1_000;
/// The stretch they are counted in.
const WINDOW: Duration = Duration::from_mins(10);

/// Counts refused calls and opens when there are too many.
#[derive(Debug, Default)]
pub(crate) struct Breaker {
    counted: Mutex<Counted>,
    opened: Notify,
}

#[derive(Debug, Default)]
struct Counted {
    since: Timestamp,
    refusals: u32,
}

impl Breaker {
    /// How long no call may be made, if so.
    pub(crate) fn halted(&self, now: Timestamp) -> Option<Duration> {
        let counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let left = (counted.since + WINDOW).since(now);
        (counted.refusals >= REFUSALS_MAX && !left.is_zero()).then_some(left)
    }

    /// Counts a call that was refused with `status`.
    pub(crate) fn count(&self, status: u16, now: Timestamp) {
        if !matches!(status, 401 | 403 | 429) {
            return;
        }
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if now.since(counted.since) >= WINDOW {
            *counted = Counted { since: now, refusals: 0 };
        }
        counted.refusals += 1;
        if counted.refusals == REFUSALS_MAX {
            self.opened.notify_one();
        }
    }

    /// Resolves when the breaker opens.
    pub(crate) async fn opened(&self) {
        self.opened.notified().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_of_refusals_halts_calls_for_the_rest_of_the_window() {
        let breaker = Breaker::default();
        let start = Timestamp::from_secs(1_700_000_000);
        for _ in 1..REFUSALS_MAX {
            breaker.count(403, start);
        }
        assert_eq!(breaker.halted(start), None);
        breaker.count(403, start);
        assert_eq!(breaker.halted(start + Duration::from_mins(4)), Some(Duration::from_mins(6)));
        assert_eq!(breaker.halted(start + WINDOW), None);
    }

    #[test]
    fn a_missing_message_does_not_count() {
        let breaker = Breaker::default();
        for _ in 0..2 * REFUSALS_MAX {
            breaker.count(404, Timestamp::from_secs(1_700_000_000));
        }
        assert_eq!(breaker.halted(Timestamp::from_secs(1_700_000_000)), None);
    }
}
