//! Spans and moments, as staff write them: `90m`, `2d`, `tomorrow 9:00`.

use std::time::Duration;

use fireside_core::Timestamp;
use jiff::Zoned;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// The time of a day that is meant where none is given.
const MORNING: Time = Time::constant(9, 0, 0, 0);
/// The minutes in an hour.
const HOUR_MINS: u64 = 60;
/// The minutes in a day of 24 hours.
const DAY_MINS: u64 = 24 * HOUR_MINS;
/// The most minutes that can be written: ten years.
const MINS_MAX: u64 = 3_660 * DAY_MINS;

/// Why what was written is no moment to wait for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// It is no moment at all.
    Unreadable,
    /// It has passed.
    Past,
    /// It is further away than may be waited for.
    TooFar,
}

/// A length of time in whole minutes, as settings write it: `15m`, `2h`, `7d`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    minutes: u64,
}

impl Period {
    /// A length of so many minutes; of none, it is off.
    pub const fn minutes(minutes: u64) -> Self {
        Self { minutes }
    }

    /// How long it is; `None`: it is off.
    pub fn get(self) -> Option<Duration> {
        (self.minutes > 0).then(|| Duration::from_secs(self.minutes * 60))
    }
}

impl TryFrom<String> for Period {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        if matches!(written.trim(), "" | "0") {
            return Ok(Self::default());
        }
        let read = minutes_in(&written);
        read.map(Self::minutes).ok_or_else(|| {
            format!(
                "`{written}` is no length of time: write it like \"15m\", \"2h\" or \"7d\", or \"\" for off"
            )
        })
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        if period.minutes == 0 { Self::new() } else { format!("{}m", period.minutes) }
    }
}

/// The length of time that `90m`, `2h`, `1h30m`, `3d` or `1w` means: more than
/// nothing, at most ten years.
pub(crate) fn length(written: &str) -> Option<Duration> {
    minutes_in(written).map(|minutes| Duration::from_secs(minutes * 60))
}

/// The moment that is meant: a length of time from now on, or a day, an hour, or
/// both on the calendars and clocks of `zone`. It lies ahead, at most `longest`.
///
/// # Errors
/// Why it is no such moment.
pub(crate) fn parse(
    written: &str,
    now: Timestamp,
    zone: &TimeZone,
    longest: Duration,
) -> Result<Timestamp, Unfit> {
    let written = written.trim().to_lowercase();
    let written = written.strip_prefix("in ").unwrap_or(&written).trim();
    let at = match length(written) {
        Some(length) => now + length,
        None => moment(written, &now.in_zone(zone.clone())).ok_or(Unfit::Unreadable)?,
    };
    if at <= now {
        return Err(Unfit::Past);
    }
    if at.since(now) > longest { Err(Unfit::TooFar) } else { Ok(at) }
}

/// The minutes of parts like `1h30m`, one after another, with spaces or without.
fn minutes_in(written: &str) -> Option<u64> {
    let written = written.trim().to_ascii_lowercase();
    let mut left = written.as_str();
    let mut total = 0_u64;
    while !left.is_empty() {
        let digits = left.find(|c: char| !c.is_ascii_digit())?;
        let count: u64 = left[..digits].parse().ok()?;
        let unit = match left.as_bytes()[digits] {
            b'm' => 1,
            b'h' => HOUR_MINS,
            b'd' => DAY_MINS,
            b'w' => 7 * DAY_MINS,
            _ => return None,
        };
        total = count.checked_mul(unit)?.checked_add(total)?;
        left = left[digits + 1..].trim_start();
    }
    (1..=MINS_MAX).contains(&total).then_some(total)
}

/// A day with or without an hour, or an hour alone: the next time the clock
/// shows it.
fn moment(written: &str, now: &Zoned) -> Option<Timestamp> {
    let (first, rest) = written.split_once(char::is_whitespace).unwrap_or((written, ""));
    if let Some(time) = clock(first).filter(|_| rest.is_empty()) {
        let today = at(now, now.date(), time)?;
        let is_ahead = today > Timestamp::from(now);
        return if is_ahead { Some(today) } else { at(now, now.date().tomorrow().ok()?, time) };
    }
    let time = if rest.is_empty() { MORNING } else { clock(rest.trim())? };
    match first {
        "today" => at(now, now.date(), time),
        "tomorrow" => at(now, now.date().tomorrow().ok()?, time),
        _ => match weekday(first) {
            Some(day) => next(now, day, time),
            None => at(now, first.parse::<Date>().ok()?, time),
        },
    }
}

/// The next such day of the week on which that hour has not passed.
fn next(now: &Zoned, day: Weekday, time: Time) -> Option<Timestamp> {
    let today = Some(now.date()).filter(|date| date.weekday() == day);
    let today = today.and_then(|date| at(now, date, time)).filter(|at| *at > Timestamp::from(now));
    today.or_else(|| at(now, now.date().nth_weekday(1, day).ok()?, time))
}

/// A day and an hour on the clocks where `now` is; of an hour that these leave
/// out, the one after it.
fn at(now: &Zoned, date: Date, time: Time) -> Option<Timestamp> {
    let shown = date.to_datetime(time).to_zoned(now.time_zone().clone()).ok()?;
    Some(Timestamp::from(&shown))
}

/// The time of day that `9:00` or `17:30` means.
pub(super) fn clock(written: &str) -> Option<Time> {
    let (hour, minute) = written.split_once(':')?;
    let is_written = |part: &str, lengths: [usize; 2]| {
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !is_written(hour, [1, 2]) || !is_written(minute, [2, 2]) {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// The day of the week that a name, whole or its first three letters, means.
fn weekday(name: &str) -> Option<Weekday> {
    let days = [
        (Weekday::Monday, "monday"),
        (Weekday::Tuesday, "tuesday"),
        (Weekday::Wednesday, "wednesday"),
        (Weekday::Thursday, "thursday"),
        (Weekday::Friday, "friday"),
        (Weekday::Saturday, "saturday"),
        (Weekday::Sunday, "sunday"),
    ];
    let is_meant = |whole: &str| whole == name || whole.get(..3) == Some(name);
    days.into_iter().find(|(_, whole)| is_meant(whole)).map(|(day, _)| day)
}

#[cfg(test)]
mod tests {
    use fireside_core::time::zone_named;
    use proptest::prelude::*;

    use super::*;

    const LONGEST: Duration = Duration::from_hours(90 * 24);

    /// A moment, as a clock in Berlin shows it.
    fn berlin(shown: &str) -> Timestamp {
        let shown: jiff::civil::DateTime = shown.parse().expect("a day and an hour");
        let zone = zone_named("Europe/Berlin").expect("it is there");
        Timestamp::from(&shown.to_zoned(zone).expect("a moment"))
    }

    /// What is meant on Sunday, 22 November 2026, at 14:30 in Berlin.
    fn meant(written: &str) -> Result<Timestamp, Unfit> {
        let zone = zone_named("Europe/Berlin").expect("it is there");
        parse(written, berlin("2026-11-22T14:30"), &zone, LONGEST)
    }

    #[test]
    fn a_length_of_time_counts_from_now_on() {
        let at = |shown| Ok(berlin(shown));
        assert_eq!(meant("90m"), at("2026-11-22T16:00"));
        assert_eq!(meant("2h"), at("2026-11-22T16:30"));
        assert_eq!(meant("1h 30M"), at("2026-11-22T16:00"));
        assert_eq!(meant("in 2d"), at("2026-11-24T14:30"));
        assert_eq!(meant("1w"), at("2026-11-29T14:30"));
    }

    #[test]
    fn a_day_is_meant_in_its_morning_unless_an_hour_is_given() {
        let at = |shown| Ok(berlin(shown));
        assert_eq!(meant("tomorrow"), at("2026-11-23T09:00"));
        assert_eq!(meant("Tomorrow 17:45"), at("2026-11-23T17:45"));
        assert_eq!(meant("today 18:00"), at("2026-11-22T18:00"));
        assert_eq!(meant("wed 8:15"), at("2026-11-25T08:15"));
        assert_eq!(meant("2026-12-01"), at("2026-12-01T09:00"));
        assert_eq!(meant("2026-12-01  9:30"), at("2026-12-01T09:30"));
    }

    #[test]
    fn an_hour_or_a_day_of_the_week_that_has_passed_is_the_next_one() {
        assert_eq!(meant("9:00"), Ok(berlin("2026-11-23T09:00")));
        assert_eq!(meant("15:00"), Ok(berlin("2026-11-22T15:00")));
        assert_eq!(meant("sunday 9:00"), Ok(berlin("2026-11-29T09:00")));
        assert_eq!(meant("sun 16:00"), Ok(berlin("2026-11-22T16:00")));
    }

    #[test]
    fn an_hour_stays_the_hour_on_the_wall_when_clocks_are_moved() {
        let zone = zone_named("Europe/Berlin").expect("it is there");
        // In the night of 28 March 2027 clocks go from 2:00 to 3:00.
        let now = berlin("2027-03-27T14:00");
        let at = |written| parse(written, now, &zone, LONGEST);
        assert_eq!(at("tomorrow 9:00"), Ok(berlin("2027-03-28T09:00")));
        assert_eq!(at("tomorrow 2:30"), Ok(berlin("2027-03-28T03:30")));
        assert_eq!(at("1d"), Ok(berlin("2027-03-28T15:00")));
    }

    #[test]
    fn what_is_past_or_too_far_is_told_from_what_is_nothing() {
        assert_eq!(meant("2026-11-22 9:00"), Err(Unfit::Past));
        assert_eq!(meant("today 14:30"), Err(Unfit::Past));
        assert_eq!(meant("91d"), Err(Unfit::TooFar));
        assert_eq!(meant("2027-12-01"), Err(Unfit::TooFar));
        for nothing in
            ["", "soon", "2", "d", "0m", "-2d", "tomorrow noon", "25:00", "9:5", "2026-13-01", "²d"]
        {
            assert_eq!(meant(nothing), Err(Unfit::Unreadable), "{nothing}");
        }
    }

    #[test]
    fn a_setting_is_read_as_it_is_written_or_named() {
        let read = |written: &str| Period::try_from(written.to_owned());
        assert_eq!(read("1h30m").map(String::from), Ok("90m".to_owned()));
        assert_eq!(read("0").map(Period::get), Ok(None));
        assert_eq!(read("").map(String::from), Ok(String::new()));
        assert!(read("a while").expect_err("refused").contains("`a while`"));
    }

    proptest! {
        #[test]
        fn any_words_can_be_read(written in "(in|tomorrow|mon|[0-9:mhdw -]|\\PC){0,8}", now: u64) {
            for now in [berlin("2026-11-22T14:30"), Timestamp::from_millis(now)] {
                if let Ok(at) = parse(&written, now, &TimeZone::UTC, LONGEST) {
                    prop_assert!(at > now && at.since(now) <= LONGEST);
                }
            }
        }
    }
}
