//! The calendar: whether somebody works at a moment, and when somebody will.

use std::time::Duration;

use fireside_core::{Community, Timestamp};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::hours::{DAY_END_MINS, DaySpan, Holidays, WorkingHours};
use crate::settings::Settings;

/// How many days are looked ahead for one on which somebody works.
const DAYS_AHEAD: usize = 400;

/// The days and hours on which people of a community work, wherever it is.
#[derive(Debug, Clone)]
pub(super) struct Calendar {
    zone: TimeZone,
    hours: WorkingHours,
    holidays: Holidays,
}

impl Calendar {
    /// The calendar of a community with these settings.
    pub(super) fn of(community: &Community, settings: &Settings) -> Self {
        let (hours, holidays) = (settings.working_hours.clone(), settings.holidays.clone());
        Self { zone: community.zone(), hours, holidays }
    }

    /// When somebody will work again; `None` where somebody does, or where it
    /// can't be told since nobody works for more than a year.
    pub(super) fn opens_at(&self, at: Timestamp) -> Option<Timestamp> {
        if self.is_always() {
            return None;
        }
        self.spans(at).next().map(|(from, _)| from).filter(|from| *from > at)
    }

    /// The moment at which somebody will have worked for so long after `from`.
    /// Where nobody works for more than a year, all time counts.
    pub(super) fn after(&self, from: Timestamp, working: Duration) -> Timestamp {
        if self.is_always() {
            return from + working;
        }
        let mut left = working;
        for (begin, end) in self.spans(from) {
            let length = end.since(begin);
            if left <= length {
                return begin + left;
            }
            left -= length;
        }
        from + working
    }

    fn is_always(&self) -> bool {
        self.hours.is_always() && self.holidays.is_empty()
    }

    /// The spans in which somebody works from a moment on, in order: when each
    /// begins, and when it ends.
    fn spans(&self, at: Timestamp) -> impl Iterator<Item = (Timestamp, Timestamp)> + '_ {
        let first = at.in_zone(self.zone.clone()).date();
        let days = std::iter::successors(Some(first), |day| day.tomorrow().ok()).take(DAYS_AHEAD);
        days.flat_map(move |day| {
            let spans = self.on(day).iter().filter_map(move |span| self.in_day(day, *span));
            spans.filter(move |(_, end)| *end > at).map(move |(begin, end)| (begin.max(at), end))
        })
    }

    /// The spans of a day.
    fn on(&self, day: Date) -> &[DaySpan] {
        const WHOLE: [DaySpan; 1] = [DaySpan { from: 0, to: DAY_END_MINS }];
        if self.holidays.hold(day) {
            &[]
        } else if self.hours.is_always() {
            &WHOLE
        } else {
            self.hours.on(day.weekday())
        }
    }

    /// A span of a day as moments; one that clocks leave out is none.
    fn in_day(&self, day: Date, span: DaySpan) -> Option<(Timestamp, Timestamp)> {
        let (begin, end) = (self.at(day, span.from)?, self.at(day, span.to)?);
        (begin < end).then_some((begin, end))
    }

    fn at(&self, day: Date, mins: u16) -> Option<Timestamp> {
        let (day, mins) = if mins == DAY_END_MINS { (day.tomorrow().ok()?, 0) } else { (day, mins) };
        let (hour, minute) = (i8::try_from(mins / 60).ok()?, i8::try_from(mins % 60).ok()?);
        let shown = day.at(hour, minute, 0, 0).to_zoned(self.zone.clone()).ok()?;
        Some(Timestamp::from(&shown))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: Duration = Duration::from_hours(1);

    /// The calendar of a community in Berlin that works on weekdays from 9 to 12
    /// and from 13 to 17, but for Christmas.
    fn berlin() -> Calendar {
        let day = "9:00-12:00, 13:00-17:00";
        calendar(serde_json::json!({
            "working_hours": { "mon": day, "tue": day, "wed": day, "thu": day, "fri": day },
            "holidays": ["2026-12-25"],
        }))
    }

    fn calendar(settings: serde_json::Value) -> Calendar {
        let time_zone = "Europe/Berlin".to_owned();
        let community = Community { time_zone, ..Community::new("acme", "Acme") };
        Calendar::of(&community, &serde_json::from_value(settings).expect("settings"))
    }

    /// A moment, as a clock in Berlin shows it.
    fn at(shown: &str) -> Timestamp {
        let shown: jiff::civil::DateTime = shown.parse().expect("a day and an hour");
        let zone = fireside_core::time::zone_named("Europe/Berlin").expect("it is there");
        Timestamp::from(&shown.to_zoned(zone).expect("a moment"))
    }

    #[test]
    fn somebody_works_within_the_hours_of_a_day() {
        let berlin = berlin();
        for open in ["2026-11-23T09:00", "2026-11-23T11:59:59", "2026-11-23T13:00"] {
            assert_eq!(berlin.opens_at(at(open)), None, "{open}");
        }
        for closed in ["2026-11-23T08:59:59", "2026-11-23T12:00", "2026-11-22T10:00", "2026-12-25T10:00"] {
            assert!(berlin.opens_at(at(closed)).is_some(), "{closed}");
        }
        assert_eq!(berlin.opens_at(at("2026-11-23T12:00")), Some(at("2026-11-23T13:00")));
        assert_eq!(berlin.opens_at(at("2026-11-20T17:00")), Some(at("2026-11-23T09:00")), "over a weekend");
        assert_eq!(berlin.opens_at(at("2026-12-24T18:00")), Some(at("2026-12-28T09:00")), "over Christmas");
    }

    #[test]
    fn only_working_time_counts() {
        let berlin = berlin();
        assert_eq!(berlin.after(at("2026-11-23T11:30"), HOUR), at("2026-11-23T13:30"));
        assert_eq!(berlin.after(at("2026-11-20T16:30"), HOUR), at("2026-11-23T09:30"));
        assert_eq!(berlin.after(at("2026-11-21T10:00"), 9 * HOUR), at("2026-11-24T11:00"));
    }

    #[test]
    fn an_hour_that_clocks_leave_out_is_no_working_time() {
        // On 28 March 2027 clocks go from 2:00 to 3:00, on 31 October from 3:00 to 2:00.
        let nights = calendar(serde_json::json!({ "working_hours": { "sun": "1:00-4:00" } }));
        assert_eq!(nights.after(at("2027-03-28T01:00"), 2 * HOUR), at("2027-03-28T04:00"));
        assert_eq!(nights.after(at("2027-10-31T01:00"), 4 * HOUR), at("2027-10-31T04:00"));
        let gap = calendar(serde_json::json!({ "working_hours": { "sun": "2:00-3:00" } }));
        assert_eq!(gap.opens_at(at("2027-03-27T12:00")), Some(at("2027-04-04T02:00")));
    }

    #[test]
    fn without_hours_somebody_always_works_but_on_holidays() {
        let always = calendar(serde_json::json!({}));
        assert_eq!(always.opens_at(at("2026-11-22T03:00")), None);
        assert_eq!(always.after(at("2026-11-22T03:00"), HOUR), at("2026-11-22T04:00"));
        let but = calendar(serde_json::json!({ "holidays": ["2026-12-25"] }));
        assert_eq!(but.opens_at(at("2026-12-25T10:00")), Some(at("2026-12-26T00:00")));
        assert_eq!(but.after(at("2026-12-24T23:30"), HOUR), at("2026-12-26T00:30"));
    }

    #[test]
    fn the_last_moment_there_is_does_no_harm() {
        let last = Timestamp::from_millis(u64::MAX);
        assert_eq!(berlin().opens_at(last), None);
        assert_eq!(berlin().after(last, HOUR), last);
    }
}
