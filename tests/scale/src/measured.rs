//! What was measured: times, and what the process holds in memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// How often memory is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(2);

/// How long something took each time.
#[derive(Debug, Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn add(&mut self, took: Duration) {
        self.0.push(took);
    }

    /// What so many of a thousand took at most, in milliseconds.
    fn at(&self, per_mille: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let at = (sorted.len() * per_mille / 1000).min(sorted.len().saturating_sub(1));
        sorted.get(at).map_or(0.0, |took| millis(*took))
    }

    /// One row of the table.
    pub(crate) fn print(&self, what: &str) {
        let (p50, p99, worst) = (self.at(500), self.at(990), self.at(1000));
        println!("{what:<58} {p50:9.2} {p99:9.2} {worst:9.2} {:7}", self.0.len());
    }
}

/// The heading above rows of times.
pub(crate) fn heading(what: &str) {
    println!("\n{what:<58} {:>9} {:>9} {:>9} {:>7}", "p50 ms", "p99 ms", "most ms", "times");
}

/// A row that says one thing.
pub(crate) fn said(what: &str, value: impl std::fmt::Display) {
    println!("{what:<58} {value}");
}

pub(crate) fn millis(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}

/// What the process holds now that is its own and in no file, in KiB; 0 where the system does not tell.
pub(crate) fn memory_kib() -> u64 {
    status("RssAnon:")
}

/// The most that the process ever held, files that are mapped included, in KiB.
pub(crate) fn peak_kib() -> u64 {
    status("VmHWM:")
}

fn status(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// KiB as they are read: in MB.
#[expect(clippy::cast_precision_loss, reason = "memory is far below 2^53 bytes")]
pub(crate) fn megabytes(kib: u64) -> String {
    format!("{:.1} MB", kib as f64 * 1024.0 / 1e6)
}

/// Looks at the memory of the process until it is asked what the most was.
#[derive(Debug)]
pub(crate) struct Watch {
    most: Arc<AtomicU64>,
    is_over: Arc<AtomicBool>,
    looking: JoinHandle<()>,
}

impl Watch {
    pub(crate) fn begin() -> Self {
        let (most, is_over) = (Arc::new(AtomicU64::new(memory_kib())), Arc::new(AtomicBool::new(false)));
        let (seen, over) = (Arc::clone(&most), Arc::clone(&is_over));
        let looking = std::thread::spawn(move || {
            while !over.load(Ordering::Relaxed) {
                seen.fetch_max(memory_kib(), Ordering::Relaxed);
                std::thread::sleep(LOOK_EVERY);
            }
        });
        Self { most, is_over, looking }
    }

    /// The most that was held meanwhile, in KiB.
    pub(crate) fn end(self) -> u64 {
        self.is_over.store(true, Ordering::Relaxed);
        // A thread that only looks has nothing to say when it ends.
        let _ = self.looking.join();
        self.most.load(Ordering::Relaxed)
    }
}
