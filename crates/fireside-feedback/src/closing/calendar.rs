//! The calendar: a community's days and hours, wherever it is.

use std::time::Duration;

use fireside_core::{Community, Timestamp};
use jiff::Zoned;
use jiff::tz::TimeZone;

use crate::settings::{QuietHours, Settings};

/// The hour at which what had to wait for another day goes on.
const MORNING_HOUR: u8 = 9;

/// The days and hours of a community.
#[derive(Debug, Clone)]
pub(super) struct Calendar {
    zone: TimeZone,
    quiet: Option<QuietHours>,
}

impl Calendar {
    /// The calendar of a community with these settings.
    pub(super) fn of(community: &Community, settings: &Settings) -> Self {
        Self { zone: community.zone(), quiet: settings.quiet_hours }
    }

    /// The day it is, as `2026-11-22`.
    pub(super) fn day(&self, now: Timestamp) -> String {
        self.local(now).date().to_string()
    }

    /// When the quiet hours end; `None` where it is not quiet.
    pub(super) fn quiet_until(&self, now: Timestamp) -> Option<Timestamp> {
        let quiet = self.quiet?;
        let local = self.local(now);
        if !quiet.hold(u8::try_from(local.hour()).ok()?) {
            return None;
        }
        let today = at_hour(&local, quiet.to).filter(|end| *end > local);
        let end = today.or_else(|| at_hour(&local.tomorrow().ok()?, quiet.to))?;
        Some(Timestamp::from(&end))
    }

    /// The morning of the next day, when nothing is quiet.
    pub(super) fn next_morning(&self, now: Timestamp) -> Timestamp {
        let tomorrow = self.local(now).tomorrow().ok();
        let morning = tomorrow.and_then(|tomorrow| at_hour(&tomorrow, MORNING_HOUR));
        let morning = morning.map_or(now + Duration::from_hours(24), |morning| Timestamp::from(&morning));
        self.quiet_until(morning).unwrap_or(morning)
    }

    fn local(&self, at: Timestamp) -> Zoned {
        at.in_zone(self.zone.clone())
    }
}

impl QuietHours {
    /// Whether an hour of the day is quiet.
    fn hold(self, hour: u8) -> bool {
        if self.from <= self.to {
            (self.from..self.to).contains(&hour)
        } else {
            hour >= self.from || hour < self.to
        }
    }
}

/// The beginning of an hour of the day that `day` is in.
fn at_hour(day: &Zoned, hour: u8) -> Option<Zoned> {
    let hour = i8::try_from(hour).ok()?;
    day.with().hour(hour).minute(0).second(0).subsec_nanosecond(0).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(time_zone: &str, quiet: Option<(u8, u8)>) -> Calendar {
        let quiet_hours = quiet.map(|(from, to)| QuietHours { from, to });
        let community = Community { time_zone: time_zone.to_owned(), ..Community::new("acme", "Acme") };
        Calendar::of(&community, &Settings { quiet_hours, ..Settings::default() })
    }

    fn at(moment: &str) -> Timestamp {
        let moment: jiff::Timestamp = moment.parse().expect("a moment");
        Timestamp::from_millis(u64::try_from(moment.as_millisecond()).expect("after 1970"))
    }

    #[test]
    fn quiet_hours_may_go_past_midnight() {
        let calendar = calendar("Europe/Berlin", Some((22, 8)));
        assert_eq!(calendar.quiet_until(at("2026-11-22T20:59:59Z")), None);
        let end = Some(at("2026-11-23T07:00:00Z"));
        assert_eq!(calendar.quiet_until(at("2026-11-22T21:00:00Z")), end);
        assert_eq!(calendar.quiet_until(at("2026-11-23T06:59:59Z")), end);
        assert_eq!(calendar.quiet_until(at("2026-11-23T07:00:00Z")), None);
    }

    #[test]
    fn quiet_hours_end_by_the_clock_on_the_wall_though_it_was_moved() {
        // In the night of 28 March 2027 Berlin goes from winter to summer time.
        let calendar = calendar("Europe/Berlin", Some((22, 8)));
        assert_eq!(calendar.quiet_until(at("2027-03-27T22:00:00Z")), Some(at("2027-03-28T06:00:00Z")));
    }

    #[test]
    fn quiet_hours_in_the_middle_of_the_day_end_on_it() {
        let calendar = calendar("UTC", Some((12, 14)));
        assert_eq!(calendar.quiet_until(at("2026-11-22T13:30:00Z")), Some(at("2026-11-22T14:00:00Z")));
        assert_eq!(calendar.quiet_until(at("2026-11-22T14:00:00Z")), None);
    }

    #[test]
    fn hours_that_are_none_keep_nothing_quiet_for_ever() {
        assert_eq!(calendar("UTC", Some((9, 9))).quiet_until(at("2026-11-22T09:00:00Z")), None);
        assert_eq!(calendar("UTC", Some((0, 255))).quiet_until(at("2026-11-22T09:00:00Z")), None);
        assert_eq!(calendar("Nowhere/Else", None).day(at("2026-11-22T23:59:00Z")), "2026-11-22");
    }

    #[test]
    fn a_day_begins_where_the_community_is() {
        let calendar = calendar("Asia/Tokyo", None);
        assert_eq!(calendar.day(at("2026-11-22T15:00:00Z")), "2026-11-23");
        assert_eq!(calendar.next_morning(at("2026-11-22T15:00:00Z")), at("2026-11-24T00:00:00Z"));
    }

    #[test]
    fn the_next_morning_waits_for_those_who_sleep_long() {
        let calendar = calendar("UTC", Some((22, 11)));
        assert_eq!(calendar.next_morning(at("2026-11-22T15:00:00Z")), at("2026-11-23T11:00:00Z"));
    }

    #[test]
    fn the_last_moment_there_is_does_no_harm() {
        let calendar = calendar("Pacific/Kiritimati", Some((22, 8)));
        let last = Timestamp::from_millis(u64::MAX);
        assert!(calendar.next_morning(last) >= calendar.quiet_until(last).unwrap_or_default());
    }
}
