//! Scales: round numbers at the lines of a grid.

use std::time::Duration;

use super::super::length;

/// The most lines above the lowest.
const LINES_MAX: u64 = 5;
/// Lengths of time that read well as the distance of two lines, in seconds.
const LENGTH_STEPS_S: [u64; 21] = [
    10, 30, 60, 120, 180, 300, 600, 900, 1_200, 1_800, 3_600, 7_200, 10_800, 14_400, 21_600, 43_200, 86_400,
    172_800, 259_200, 432_000, 604_800,
];

/// Round numbers at the lines of a grid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// The distance of two lines.
    step: u64,
    lines: u64,
    shown: fn(u64) -> String,
}

impl Scale {
    /// Whole numbers up to `most`.
    pub(super) fn of_counts(most: u64) -> Self {
        let most = most.max(1);
        let steps = (0..19).flat_map(|tens| [1, 2, 5].map(|step| step * 10_u64.pow(tens)));
        let step = steps.into_iter().find(|step| most.div_ceil(*step) <= LINES_MAX);
        let step = step.unwrap_or(u64::MAX / LINES_MAX);
        Self { step, lines: most.div_ceil(step).clamp(1, LINES_MAX), shown: |count| count.to_string() }
    }

    /// Lengths of time up to `longest`, at so many lines.
    pub(super) fn of_lengths(longest: Duration, lines: u64) -> Self {
        let fits = |step: &u64| step.saturating_mul(lines) >= longest.as_secs();
        let weeks = longest.as_secs().div_ceil(604_800).div_ceil(lines.max(1)).saturating_mul(604_800);
        let step = LENGTH_STEPS_S.into_iter().find(fits).unwrap_or(weeks);
        Self { step, lines, shown: |seconds| length::shown(Duration::from_secs(seconds)) }
    }

    /// How many lines there are above the lowest.
    pub(super) fn lines(&self) -> u64 {
        self.lines
    }

    /// What stands at a line, counted from the lowest.
    pub(super) fn label(&self, line: u64) -> String {
        if line == 0 { "0".to_owned() } else { (self.shown)(self.step.saturating_mul(line)) }
    }

    /// How far up a line is, of the whole.
    pub(super) fn part_of_line(&self, line: u64) -> f32 {
        super::share_of(line) / super::share_of(self.lines)
    }

    /// How far up a value is, of the whole.
    pub(super) fn part(&self, value: f32) -> f32 {
        let whole = Duration::from_secs(self.step.saturating_mul(self.lines)).as_secs_f32();
        (value / whole).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(scale: Scale) -> Vec<String> {
        (0..=scale.lines()).map(|line| scale.label(line).replace('\u{A0}', " ")).collect()
    }

    #[test]
    fn counts_stand_at_round_numbers() {
        assert_eq!(labels(Scale::of_counts(0)), ["0", "1"]);
        assert_eq!(labels(Scale::of_counts(3)), ["0", "1", "2", "3"]);
        assert_eq!(labels(Scale::of_counts(23)), ["0", "5", "10", "15", "20", "25"]);
        assert!(labels(Scale::of_counts(u64::MAX)).len() <= 6);
    }

    #[test]
    fn lengths_share_the_lines_of_the_counts() {
        let lengths = |seconds, lines| labels(Scale::of_lengths(Duration::from_secs(seconds), lines));
        assert_eq!(lengths(840, 3), ["0", "5 min", "10 min", "15 min"]);
        assert_eq!(lengths(0, 1), ["0", "10 s"]);
        assert_eq!(lengths(90_000, 5), ["0", "6 h", "12 h", "18 h", "1 d", "1 d 6 h"]);
        assert_eq!(lengths(u64::MAX, 4).len(), 5);
    }

    #[test]
    fn nothing_is_above_the_whole_or_below_nothing() {
        let scale = Scale::of_counts(10);
        assert!((scale.part(10.0) - 1.0).abs() < 1e-6);
        assert!((scale.part(1e30) - 1.0).abs() < 1e-6);
        assert!(scale.part(-1.0).abs() < 1e-6);
    }
}
