//! Lengths of time in the signs that every language writes: `40 s`, `12 min`,
//! `3 h 5 min`, `2 d`.

use std::time::Duration;

const MINUTE_S: u64 = 60;
const HOUR_S: u64 = 60 * MINUTE_S;
const DAY_S: u64 = 24 * HOUR_S;

/// A length of time in its two greatest units, the lesser rounded down and left
/// out where it is nothing.
pub(super) fn shown(length: Duration) -> String {
    let seconds = length.as_secs();
    let (count, unit, rest, lesser) = match seconds {
        ..MINUTE_S => (seconds, "s", 0, ""),
        MINUTE_S..HOUR_S => (seconds / MINUTE_S, "min", 0, ""),
        HOUR_S..DAY_S => (seconds / HOUR_S, "h", seconds % HOUR_S / MINUTE_S, "min"),
        _ => (seconds / DAY_S, "d", seconds % DAY_S / HOUR_S, "h"),
    };
    // Units stay with their numbers when a line is broken.
    let greater = format!("{count}\u{A0}{unit}");
    if rest == 0 { greater } else { format!("{greater} {rest}\u{A0}{lesser}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_shown_in_its_two_greatest_units() {
        let shown = |seconds| shown(Duration::from_secs(seconds)).replace('\u{A0}', " ");
        assert_eq!([0, 59, 60, 3_599].map(shown), ["0 s", "59 s", "1 min", "59 min"]);
        assert_eq!([3_600, 3_900, 86_399].map(shown), ["1 h", "1 h 5 min", "23 h 59 min"]);
        assert_eq!([86_400, 180_000].map(shown), ["1 d", "2 d 2 h"]);
    }
}
