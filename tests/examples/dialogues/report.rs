//! The figures, as a row of a table.

use std::io::Write as _;
use std::time::Duration;

use crate::Durability;
use crate::bot::Kept;
use crate::customers::Played;
use fireside_tests::Usage;

/// What one run came to.
pub(crate) struct Report {
    pub(crate) durability: Durability,
    pub(crate) took: Duration,
    pub(crate) usage: Usage,
    pub(crate) kept: Kept,
    pub(crate) played: Played,
}

impl Report {
    pub(crate) fn heading() -> String {
        let columns =
            "updates/s   p50 ms   p99 ms   CPU us/update   peak RSS MB   commits/flush   lost   doubled";
        format!("{:<12}{columns}", "durability")
    }

    pub(crate) fn row(&self) -> String {
        let updates = self.played.waits.len().max(1);
        let per_second = per(updates, self.took.as_secs_f64());
        let cpu_us = self.usage.cpu.as_secs_f64() * 1e6 / as_f64(updates);
        let commits_per_flush = self.kept.commits / self.kept.flushes.max(1);
        format!(
            "{:<12}{per_second:>9.0}{:>9.2}{:>9.2}{cpu_us:>16.0}{:>14}{commits_per_flush:>16}{:>7}{:>10}",
            format!("{:?}", self.durability).to_lowercase(),
            self.percentile_ms(50),
            self.percentile_ms(99),
            self.usage.rss_peak_kib / 1024,
            self.lost(),
            self.doubled(),
        )
    }

    /// Whether each dialogue came to exactly one item with a number of its own.
    pub(crate) fn is_whole(&self) -> bool {
        self.lost() == 0 && self.doubled() == 0
    }

    fn lost(&self) -> usize {
        let answered = self.played.begun - self.played.ended;
        answered.max(self.played.begun.saturating_sub(self.kept.saved))
    }

    fn doubled(&self) -> usize {
        let numbers_twice = self.played.ended - self.played.numbers;
        self.played.stray + numbers_twice + self.kept.saved.saturating_sub(self.played.begun)
    }

    fn percentile_ms(&self, per_cent: usize) -> f64 {
        let waits = &self.played.waits;
        let at = (waits.len() * per_cent / 100).min(waits.len().saturating_sub(1));
        waits.get(at).map_or(0.0, |wait| wait.as_secs_f64() * 1e3)
    }
}

fn per(count: usize, seconds: f64) -> f64 {
    as_f64(count) / seconds.max(f64::EPSILON)
}

#[expect(clippy::cast_precision_loss, reason = "counts here are far below 2^52")]
fn as_f64(count: usize) -> f64 {
    count as f64
}

/// Prints a line. Nobody reading it any more is no reason to fail.
pub(crate) fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
