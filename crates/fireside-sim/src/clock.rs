//! The simulators' own clock: it follows real time or stands still, and a test
//! moves it forward.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

/// A clock that simulated servers read instead of the machine's.
///
/// Clones share one time.
#[derive(Debug, Clone)]
pub struct Clock {
    inner: Arc<Mutex<Inner>>,
    moved: watch::Sender<u64>,
}

#[derive(Debug)]
struct Inner {
    base_ms: u64,
    /// Real time since this instant is added, unless the clock stands still.
    running_since: Option<Instant>,
}

impl Clock {
    /// A clock that starts at the machine's time and runs with it.
    pub fn running() -> Self {
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self::new(millis(since_epoch), Some(Instant::now()))
    }

    /// A clock that stands at `at_ms` (milliseconds since the Unix epoch) until
    /// it is advanced.
    pub fn frozen(at_ms: u64) -> Self {
        Self::new(at_ms, None)
    }

    fn new(base_ms: u64, running_since: Option<Instant>) -> Self {
        let inner = Arc::new(Mutex::new(Inner { base_ms, running_since }));
        Self { inner, moved: watch::Sender::new(0) }
    }

    /// Milliseconds since the Unix epoch.
    pub fn now_ms(&self) -> u64 {
        let inner = self.inner.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        inner.base_ms + inner.running_since.map_or(0, |since| millis(since.elapsed()))
    }

    /// Seconds since the Unix epoch.
    pub fn now_secs(&self) -> u64 {
        self.now_ms() / 1000
    }

    /// Moves the clock forward and wakes whoever waits for a moment in it.
    pub fn advance(&self, by: Duration) {
        self.inner.lock().unwrap_or_else(std::sync::PoisonError::into_inner).base_ms += millis(by);
        self.moved.send_modify(|moves| *moves += 1);
    }

    /// Waits until the clock shows `at_ms` or later.
    pub async fn until(&self, at_ms: u64) {
        let mut moved = self.moved.subscribe();
        loop {
            let now_ms = self.now_ms();
            if now_ms >= at_ms {
                return;
            }
            let runs =
                self.inner.lock().unwrap_or_else(std::sync::PoisonError::into_inner).running_since.is_some();
            let left = if runs { Duration::from_millis(at_ms - now_ms) } else { Duration::from_hours(1) };
            tokio::select! {
                () = tokio::time::sleep(left) => {}
                _ = moved.changed() => {}
            }
        }
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_frozen_clock_moves_only_when_advanced() {
        let clock = Clock::frozen(1_000);
        let waiter = tokio::spawn({
            let clock = clock.clone();
            async move { clock.until(61_000).await }
        });
        assert_eq!(clock.now_ms(), 1_000);
        clock.advance(Duration::from_mins(1));
        waiter.await.expect("the waiter wakes");
        assert_eq!(clock.now_secs(), 61);
    }
}
