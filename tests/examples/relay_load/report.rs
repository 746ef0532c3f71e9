//! Figures as they are printed.

use std::time::Duration;

/// Of durations the median and the 99th percentile, in milliseconds.
pub(crate) fn spread(mut waits: Vec<Duration>) -> String {
    waits.sort_unstable();
    let at = |percent: usize| {
        let index = (waits.len().saturating_sub(1)) * percent / 100;
        waits.get(index).map_or(f64::NAN, |wait| wait.as_secs_f64() * 1e3)
    };
    format!("p50 {:6.2} ms  p99 {:6.2} ms  ({} of them)", at(50), at(99), waits.len())
}
