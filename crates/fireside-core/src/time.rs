//! Moments, and the port through which time comes in.

use std::ops::{Add, Sub};
use std::time::Duration;

use jiff::Zoned;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// A moment, in milliseconds since the Unix epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(u64);

impl Timestamp {
    /// A moment from milliseconds since the Unix epoch.
    pub fn from_millis(millis: u64) -> Self {
        Self(millis)
    }

    /// A moment from seconds since the Unix epoch; a negative count is the epoch itself.
    pub fn from_secs(secs: i64) -> Self {
        Self(u64::try_from(secs).unwrap_or(0).saturating_mul(1000))
    }

    /// Milliseconds since the Unix epoch.
    pub fn as_millis(self) -> u64 {
        self.0
    }

    /// This moment as the calendars and clocks of a time zone show it.
    pub fn in_zone(self, zone: TimeZone) -> Zoned {
        let millis = i64::try_from(self.0).unwrap_or(i64::MAX);
        jiff::Timestamp::from_millisecond(millis).unwrap_or(jiff::Timestamp::MAX).to_zoned(zone)
    }

    /// How long after `earlier` this is; nothing if it is not after it.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0))
    }
}

impl From<&Zoned> for Timestamp {
    /// The moment that calendars and clocks show; one before 1970 is the epoch itself.
    fn from(shown: &Zoned) -> Self {
        Self(u64::try_from(shown.timestamp().as_millisecond()).unwrap_or(0))
    }
}

impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, span: Duration) -> Self {
        Self(self.0.saturating_add(u64::try_from(span.as_millis()).unwrap_or(u64::MAX)))
    }
}

impl Sub<Duration> for Timestamp {
    type Output = Self;

    fn sub(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(u64::try_from(span.as_millis()).unwrap_or(u64::MAX)))
    }
}

/// The time zone of this name in the IANA database, like `Europe/Berlin`.
pub fn zone_named(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// Tells the time. The runtime asks it and hands each turn its `now`; nothing
/// else in core or the features knows what time it is.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_shown_as_the_clocks_of_a_zone_show_it() {
        let berlin = zone_named("Europe/Berlin").expect("it is there");
        let moment = Timestamp::from_millis(1_750_000_000_000);
        let shown = moment.in_zone(berlin);
        assert_eq!(shown.datetime().to_string(), "2025-06-15T17:06:40");
        assert_eq!(Timestamp::from(&shown), moment);
    }

    #[test]
    fn the_last_moment_there_is_can_be_shown() {
        assert_eq!(Timestamp::from_millis(u64::MAX).in_zone(TimeZone::UTC).year(), 9999);
        assert!(zone_named("Atlantis").is_none());
    }
}
