//! Timers: something to be told later, over restarts.

use serde::{Deserialize, Serialize};

use crate::delivery::Tag;
use crate::ids::{LaneId, TimerId};
use crate::record::Record;
use crate::time::Timestamp;

/// What a timer does that comes due while the service is down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Overdue {
    /// It fires as soon as it can.
    Fire,
    /// It does not fire; the feature is told that it was missed.
    Skip,
    /// Of the overdue ones with the same feature and label, only the last fires.
    Collapse,
}

/// A timer that is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timer {
    /// What it is known by; setting it again moves it.
    pub id: TimerId,
    /// When it is due.
    pub due: Timestamp,
    /// What the feature calls it.
    pub tag: Tag,
    /// What it does when it is late.
    pub overdue: Overdue,
    /// The lane it fires in.
    pub lane: LaneId,
}

impl Record for Timer {
    const COLLECTION: &'static str = "timer";
}

/// A change of the timers, told to the runtime with the commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimerChange {
    /// A timer is set, or set again.
    Set(Timer),
    /// A timer is cancelled.
    Cancelled(TimerId),
}
