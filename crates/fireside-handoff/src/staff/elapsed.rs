//! Lengths of time, in words.

use std::time::Duration;

use fireside_core::Turn;

const MINUTE_S: u64 = 60;
const HOUR_S: u64 = 60 * MINUTE_S;
const DAY_S: u64 = 24 * HOUR_S;
/// From here on, days are exact enough.
const IN_DAYS_S: u64 = 2 * DAY_S;

/// A length of time, as coarse as a glance needs it: whole minutes, at least
/// one; from an hour on hours; from two days on days.
pub(crate) fn in_words(turn: &Turn<'_>, locale: &str, span: Duration) -> String {
    let (key, count) = largest(span);
    turn.say_in(locale, key, &[("count", count.into())])
}

fn largest(span: Duration) -> (&'static str, u64) {
    match span.as_secs() {
        seconds if seconds >= IN_DAYS_S => ("handoff-days", seconds / DAY_S),
        seconds if seconds >= HOUR_S => ("handoff-hours", seconds / HOUR_S),
        seconds => ("handoff-minutes", (seconds / MINUTE_S).max(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_said_in_its_largest_unit() {
        assert_eq!(largest(Duration::ZERO), ("handoff-minutes", 1));
        assert_eq!(largest(Duration::from_secs(3_599)), ("handoff-minutes", 59));
        assert_eq!(largest(Duration::from_hours(47)), ("handoff-hours", 47));
        assert_eq!(largest(Duration::from_hours(49)), ("handoff-days", 2));
    }
}
