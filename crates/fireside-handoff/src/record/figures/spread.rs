//! The spread of lengths of time: the median, and what nine of ten stay within.

use std::time::Duration;

/// How lengths of time are spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spread {
    /// Half of them are no longer.
    pub(super) median: Duration,
    /// Nine of ten are no longer.
    pub(super) ninth: Duration,
}

impl Spread {
    /// The spread of these, by nearest rank; `None`: there are none.
    pub(super) fn of(mut lengths: Vec<Duration>) -> Option<Self> {
        lengths.sort_unstable();
        let at = |tenths: usize| lengths.get((lengths.len() * tenths).div_ceil(10).checked_sub(1)?).copied();
        Some(Self { median: at(5)?, ninth: at(9)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(lengths: impl IntoIterator<Item = u64>) -> Option<(u64, u64)> {
        let spread = Spread::of(lengths.into_iter().map(Duration::from_secs).collect())?;
        Some((spread.median.as_secs(), spread.ninth.as_secs()))
    }

    #[test]
    fn half_are_within_the_median_and_nine_of_ten_within_the_other() {
        assert_eq!(spread([]), None);
        assert_eq!(spread([7]), Some((7, 7)));
        assert_eq!(spread([9, 1]), Some((1, 9)));
        assert_eq!(spread((1..=100).rev()), Some((50, 90)));
    }
}
