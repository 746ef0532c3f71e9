//! What the runtime counts.

use std::sync::atomic::{AtomicU64, Ordering};

macro_rules! counters {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        #[derive(Debug, Default)]
        pub(crate) struct Stats {
            $(pub(crate) $name: Counter),*
        }

        /// What the runtime counted since it started.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct Snapshot {
            $($(#[$doc])* pub $name: u64),*
        }

        impl Stats {
            pub(crate) fn snapshot(&self) -> Snapshot {
                Snapshot { $($name: self.$name.get()),* }
            }
        }
    };
}

counters! {
    /// Events brought in by adapters.
    received,
    /// Events of no community.
    unclaimed,
    /// Events whose effects were committed.
    committed,
    /// Events of which nothing came that must be kept.
    idle,
    /// Events that had been decided before.
    duplicates,
    /// Decisions made again because what they read had changed.
    conflicts,
    /// Events journaled because they came in above high water.
    shed,
    /// Events journaled because they were slow to decide.
    slow,
    /// Events set aside because they can't be decided.
    quarantined,
    /// Deliveries done.
    delivered,
    /// Deliveries that could not be done.
    undeliverable,
    /// Deliveries taken back before they were sent.
    withdrawn,
    /// Deliveries that may have been done twice.
    ambiguous,
    /// Attempts that are made again.
    retries,
    /// Timers that fired.
    timers,
}

/// A number that only grows.
#[derive(Debug, Default)]
pub(crate) struct Counter(AtomicU64);

impl Counter {
    pub(crate) fn add(&self, by: usize) {
        self.0.fetch_add(by as u64, Ordering::Relaxed);
    }

    pub(crate) fn one(&self) {
        self.add(1);
    }

    fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}
