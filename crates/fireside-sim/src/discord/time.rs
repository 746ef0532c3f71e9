//! Snowflakes and ISO 8601 timestamps from the simulator's clock.

/// Milliseconds since the Unix epoch at which Discord's ids begin (2015-01-01).
const DISCORD_EPOCH_MS: u64 = 1_420_070_400_000;

/// Gives out ids that carry the clock's time and always increase.
#[derive(Debug, Default)]
pub(crate) struct Snowflakes {
    last: u64,
}

impl Snowflakes {
    pub(crate) fn next(&mut self, now_ms: u64) -> u64 {
        let from_time = now_ms.saturating_sub(DISCORD_EPOCH_MS) << 22;
        self.last = from_time.max(self.last + 1);
        self.last
    }
}

/// `2026-01-31T12:34:56.789000+00:00`, as Discord writes it.
pub(crate) fn iso8601(at_ms: u64) -> String {
    let (days, ms_of_day) = (at_ms / 86_400_000, at_ms % 86_400_000);
    let (year, month, day) = civil_date(days);
    let (hour, minute) = (ms_of_day / 3_600_000, ms_of_day / 60_000 % 60);
    let (second, ms) = (ms_of_day / 1000 % 60, ms_of_day % 1000);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{ms:03}000+00:00")
}

/// Milliseconds since the Unix epoch, from what [`iso8601`] and SDKs write:
/// `2026-01-31T12:34:56`, a fraction, and `Z` or an offset such as `+02:00`.
pub(crate) fn read_iso8601(text: &str) -> Option<u64> {
    let (date, time) = text.split_once(['T', ' '])?;
    let mut date = date.splitn(3, '-').map(str::parse::<u64>);
    let (year, month, day) = (date.next()?.ok()?, date.next()?.ok()?, date.next()?.ok()?);
    if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let (time, offset_minutes) = split_offset(time)?;
    let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let mut clock = clock.splitn(3, ':').map(str::parse::<u64>);
    let (hour, minute) = (clock.next()?.ok()?, clock.next()?.ok()?);
    let second = clock.next().unwrap_or(Ok(0)).ok()?;
    let fraction_ms: u64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let minutes = i64::try_from(days_since_epoch(year, month, day) * 1_440 + hour * 60 + minute).ok()?;
    let minutes = u64::try_from(minutes - offset_minutes).ok()?;
    Some(minutes * 60_000 + second * 1_000 + fraction_ms)
}

/// The time of day, and minutes that its zone is ahead.
fn split_offset(time: &str) -> Option<(&str, i64)> {
    if let Some(time) = time.strip_suffix('Z') {
        return Some((time, 0));
    }
    let Some(at) = time.find(['+', '-']) else { return Some((time, 0)) };
    let (hours, minutes) = time[at + 1..].split_once(':')?;
    let ahead = hours.parse::<i64>().ok()?.checked_mul(60)?.checked_add(minutes.parse().ok()?)?;
    Some((&time[..at], if time[at..].starts_with('-') { -ahead } else { ahead }))
}

/// The inverse of [`civil_date`].
fn days_since_epoch(year: u64, month: u64, day: u64) -> u64 {
    let year = year - u64::from(month <= 2);
    let (era, year_of_era) = (year / 400, year % 400);
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    (era * 146_097 + day_of_era).saturating_sub(719_468)
}

/// Year, month and day of the Gregorian calendar, from days since 1970-01-01.
fn civil_date(days: u64) -> (u64, u64, u64) {
    // Counted from 0000-03-01, so that a leap day ends its year; 400 years have 146,097 days.
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timestamps_are_calendar_dates() {
        assert_eq!(iso8601(0), "1970-01-01T00:00:00.000000+00:00");
        assert_eq!(iso8601(1_709_210_096_789), "2024-02-29T12:34:56.789000+00:00");
    }

    #[test]
    fn timestamps_are_read_in_every_zone() {
        for at_ms in [0, 1_709_210_096_789, 1_790_000_000_000] {
            assert_eq!(read_iso8601(&iso8601(at_ms)), Some(at_ms));
        }
        assert_eq!(read_iso8601("2024-02-29T14:34:56.789+02:00"), Some(1_709_210_096_789));
        assert_eq!(read_iso8601("2024-02-29T12:34:56Z"), Some(1_709_210_096_000));
        for wrong in ["", "tomorrow", "2024-13-01T00:00:00Z", "2024-01-01T99:00:00Z", "1970-01-01T00:00+1:x"]
        {
            assert_eq!(read_iso8601(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn ids_increase_while_the_clock_stands_still() {
        let mut ids = Snowflakes::default();
        let first = ids.next(1_800_000_000_000);
        assert_eq!(first >> 22, 1_800_000_000_000 - DISCORD_EPOCH_MS);
        assert!(ids.next(1_800_000_000_000) > first);
    }
}
