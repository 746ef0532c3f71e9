//! The limiter: one for all platforms; their numbers come from the adapters.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use fireside_core::Timestamp;
use fireside_core::ports::Limit;
use parking_lot::Mutex;
use tokio::time::Instant;

/// When nothing was limited for so many scopes, those at rest are forgotten.
const SCOPES_MAX: usize = 4096;

#[derive(Debug, Default)]
pub(super) struct Limiter {
    scopes: Mutex<HashMap<String, State>>,
}

#[derive(Debug, Default)]
struct State {
    /// When the last deliveries of this scope left: as many as its burst.
    left: VecDeque<Instant>,
    blocked_until: Option<Instant>,
    per: Duration,
}

impl State {
    fn is_at_rest(&self, now: Instant) -> bool {
        self.blocked_until.is_none_or(|until| until <= now)
            && self.left.back().is_none_or(|last| *last + self.per <= now)
    }
}

impl Limiter {
    /// Takes room under all of `limits` and `scopes` at once.
    ///
    /// # Errors
    /// The moment at which to ask again; nothing is taken then.
    pub(super) fn reserve(
        &self,
        limits: &[Limit],
        scopes: &[String],
        wall: Timestamp,
    ) -> Result<(), Instant> {
        let now = Instant::now();
        let mut states = self.scopes.lock();
        let mut ready = now;
        for scope in scopes {
            if let Some(until) = states.get(scope).and_then(|state| state.blocked_until) {
                ready = ready.max(until);
            }
        }
        for limit in limits {
            match limit {
                Limit::Rate { scope, burst, per } => {
                    let Some(state) = states.get(scope) else { continue };
                    let over = state.left.len() >= usize::try_from(*burst).unwrap_or(usize::MAX).max(1);
                    if let Some(oldest) = state.left.front().filter(|_| over) {
                        ready = ready.max(*oldest + *per);
                    }
                }
                Limit::Until { at, .. } => ready = ready.max(now + at.since(wall)),
            }
        }
        if ready > now {
            return Err(ready);
        }
        for limit in limits {
            if let Limit::Rate { scope, burst, per } = limit {
                let state = states.entry(scope.clone()).or_default();
                state.per = *per;
                state.left.push_back(now);
                while state.left.len() > usize::try_from(*burst).unwrap_or(usize::MAX).max(1) {
                    state.left.pop_front();
                }
            }
        }
        if states.len() > SCOPES_MAX {
            states.retain(|_, state| !state.is_at_rest(now));
        }
        Ok(())
    }

    /// Lets nothing of `scope` through for `wait`.
    pub(super) fn block(&self, scope: String, wait: Duration) {
        let until = Instant::now() + wait;
        let mut scopes = self.scopes.lock();
        let state = scopes.entry(scope).or_default();
        state.blocked_until = Some(state.blocked_until.map_or(until, |old| old.max(until)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(scope: &str, burst: u32, secs: u64) -> Limit {
        Limit::Rate { scope: scope.into(), burst, per: Duration::from_secs(secs) }
    }

    #[tokio::test(start_paused = true)]
    async fn a_burst_goes_through_and_the_next_waits_for_the_oldest() {
        let limiter = Limiter::default();
        let limits = [rate("group", 2, 60)];
        let wall = Timestamp::default();
        assert_eq!(limiter.reserve(&limits, &[], wall), Ok(()));
        tokio::time::advance(Duration::from_secs(10)).await;
        assert_eq!(limiter.reserve(&limits, &[], wall), Ok(()));
        let ready = limiter.reserve(&limits, &[], wall).expect_err("the burst is spent");
        assert_eq!(ready, Instant::now() + Duration::from_secs(50));
        tokio::time::advance(Duration::from_secs(50)).await;
        assert_eq!(limiter.reserve(&limits, &[], wall), Ok(()));
    }

    #[tokio::test(start_paused = true)]
    async fn one_spent_limit_takes_nothing_from_the_others() {
        let limiter = Limiter::default();
        let wall = Timestamp::default();
        let both = [rate("all", 2, 1), rate("chat", 1, 1)];
        assert_eq!(limiter.reserve(&both, &[], wall), Ok(()));
        assert!(limiter.reserve(&both, &[], wall).is_err());
        assert_eq!(limiter.reserve(&[rate("all", 2, 1), rate("other", 1, 1)], &[], wall), Ok(()));
    }

    #[tokio::test(start_paused = true)]
    async fn a_blocked_destination_leaves_the_others_alone() {
        let limiter = Limiter::default();
        let wall = Timestamp::default();
        limiter.block("here".into(), Duration::from_secs(2282));
        assert_eq!(limiter.reserve(&[], &["there".into()], wall), Ok(()));
        let ready = limiter.reserve(&[], &["here".into()], wall).expect_err("blocked");
        assert_eq!(ready, Instant::now() + Duration::from_secs(2282));
    }
}
