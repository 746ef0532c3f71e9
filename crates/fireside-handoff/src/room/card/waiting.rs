//! How long the customer waits for an answer, in steps: a card is not changed
//! each minute.

use std::time::Duration;

use fireside_core::Timestamp;

use crate::case::Case;

/// The first steps, in minutes; then each day is one.
const STEPS_MIN: [u64; 9] = [5, 10, 15, 30, 60, 120, 240, 480, 1440];
const DAY_S: u64 = 24 * 60 * 60;

/// The last step that the waiting time has reached; `None`: nobody waits, or too
/// short to speak of.
pub(super) fn shown(now: Timestamp, case: &Case) -> Option<Duration> {
    since(case).and_then(|since| reached(now.since(since)))
}

/// When it reaches the next step.
pub(super) fn changes_at(now: Timestamp, case: &Case) -> Option<Timestamp> {
    since(case).map(|since| since + next(now.since(since)))
}

/// Whether so long a waiting time is shown.
pub(super) fn is_shown(waited: Duration) -> bool {
    reached(waited).is_some()
}

fn since(case: &Case) -> Option<Timestamp> {
    case.unanswered_since.filter(|_| case.is_open())
}

fn reached(waited: Duration) -> Option<Duration> {
    let step = STEPS_MIN.into_iter().map(Duration::from_mins).rfind(|step| *step <= waited)?;
    Some(step.max(Duration::from_secs(waited.as_secs() / DAY_S * DAY_S)))
}

fn next(waited: Duration) -> Duration {
    let step = STEPS_MIN.into_iter().map(Duration::from_mins).find(|step| *step > waited);
    step.unwrap_or_else(|| Duration::from_secs((waited.as_secs() / DAY_S + 1) * DAY_S))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_waiting_time_grows_in_steps() {
        let minutes = Duration::from_mins;
        assert_eq!(reached(minutes(4)), None);
        assert_eq!(reached(minutes(29)), Some(minutes(15)));
        assert_eq!(next(minutes(29)), minutes(30));
        assert_eq!(reached(minutes(3 * 1440 + 5)), Some(minutes(3 * 1440)));
        assert_eq!(next(minutes(3 * 1440)), minutes(4 * 1440));
    }

    #[test]
    fn each_step_is_reached_when_it_is_next() {
        let mut waited = Duration::ZERO;
        for _ in 0..15 {
            let step = next(waited);
            assert_eq!(reached(step), Some(step));
            waited = step;
        }
    }
}
