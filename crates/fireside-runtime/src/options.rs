//! The runtime's bounds, each with its default.

use std::time::Duration;

/// The runtime's bounds.
#[derive(Debug, Clone)]
pub struct Options {
    /// How many ordinary events are decided or waiting at once; what comes in
    /// above it is journaled and taken up later. Default 4,096.
    pub events_max: usize,
    /// How many commands, presses and forms more: they are never shed. Default 1,024.
    pub priority_events_max: usize,
    /// An event undecided after this is journaled and acknowledged. Default 250 ms.
    pub journal_after: Duration,
    /// How often an event that fails is tried before it is set aside. Default 3.
    pub tries_max: u32,
    /// How many deliveries are under way at once on one platform. Default 256.
    pub deliveries_max: usize,
    /// How long one attempt at a delivery may take. Default 30 s.
    pub delivery_timeout: Duration,
    /// A delivery that could not be done for so long is given up. Default 24 h.
    pub delivery_age_max: Duration,
    /// How long stopping may take. Default 10 s.
    pub shutdown_max: Duration,
    /// How long an event is remembered as seen. Default 7 days.
    pub seen_for: Duration,
    /// How long what was said around a message is remembered, where a feature
    /// asks for it. Default 24 h.
    pub talk_for: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            events_max: 4096,
            priority_events_max: 1024,
            journal_after: Duration::from_millis(250),
            tries_max: 3,
            deliveries_max: 256,
            delivery_timeout: Duration::from_secs(30),
            delivery_age_max: Duration::from_hours(24),
            shutdown_max: Duration::from_secs(10),
            seen_for: Duration::from_hours(7 * 24),
            talk_for: Duration::from_hours(24),
        }
    }
}
