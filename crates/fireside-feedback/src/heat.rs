//! Heat: which items are rising.

use fireside_core::Timestamp;
use serde::{Deserialize, Serialize};

/// After this long a voice counts for 1/e of what a fresh one does: three days, in milliseconds.
const FADING_MS: f64 = 3.0 * 24.0 * 3_600_000.0;

/// How much is said for an item lately, as the moment at which one single
/// voice would weigh as much as all of its voices do. Items are compared by
/// it at any time, though voices fade, since all of them fade alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Heat(u64);

impl Heat {
    /// The heat with `voices` more at a moment.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "moments are far below 2^53 ms, and none is before the epoch"
    )]
    pub fn with(self, voices: u64, at: Timestamp) -> Self {
        if voices == 0 {
            return self;
        }
        let added = at.as_millis() as f64 + FADING_MS * (voices as f64).ln();
        let before = self.0 as f64;
        let (high, low) = if added > before { (added, before) } else { (before, added) };
        Self((high + FADING_MS * ((low - high) / FADING_MS).exp().ln_1p()).round() as u64)
    }

    /// What items are ordered by.
    pub fn get(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_MS: u64 = 24 * 3_600_000;

    fn at(day: u64) -> Timestamp {
        Timestamp::from_millis((20_000 + day) * DAY_MS)
    }

    #[test]
    fn fresh_voices_weigh_more_than_old_ones() {
        let (old, fresh) = (Heat::default().with(10, at(0)), Heat::default().with(10, at(1)));
        assert!(fresh > old);
        assert!(Heat::default().with(100, at(0)) > Heat::default().with(10, at(1)));
        assert!(Heat::default().with(100, at(0)) < Heat::default().with(10, at(10)));
    }

    #[test]
    fn voices_one_by_one_weigh_what_they_do_together() {
        let one_by_one = (0..10).fold(Heat::default(), |heat, _| heat.with(1, at(0)));
        let together = Heat::default().with(10, at(0));
        assert!(one_by_one.get().abs_diff(together.get()) < 10, "{one_by_one:?} {together:?}");
        assert_eq!(together.with(0, at(5)), together);
    }
}
