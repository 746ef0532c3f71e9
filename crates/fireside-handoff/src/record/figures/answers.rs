//! How long people usually wait for the first answer: of the last answers, kept
//! in one small record.

use std::time::Duration;

use fireside_core::Turn;
use fireside_core::record::Record;
use fireside_core::turn::Interrupt;
use serde::{Deserialize, Serialize};

use super::spread::Spread;

/// How many first answers are remembered.
const REMEMBERED_MAX: usize = 50;
/// With fewer, nobody knows what is usual.
const KNOWN_MIN: usize = 5;
/// What is said is one of these, in minutes; above, whole hours.
const STEPS_MIN: [u64; 6] = [5, 10, 15, 20, 30, 45];
/// The minutes in an hour.
const HOUR_MIN: u64 = 60;
/// Where it is kept.
const PATH: &str = "last";

/// How long the last customers waited for the first answer, the newest last.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FirstAnswers {
    /// In milliseconds, at most 50.
    pub waited_ms: Vec<u64>,
}

impl Record for FirstAnswers {
    const COLLECTION: &'static str = "first_answers";
}

/// One more customer has their first answer.
pub(super) fn remember(turn: &mut Turn<'_>, waited: Duration) -> Result<(), Interrupt> {
    let mut answers = turn.get::<FirstAnswers>(PATH)?.unwrap_or_default();
    let over = (answers.waited_ms.len() + 1).saturating_sub(REMEMBERED_MAX);
    answers.waited_ms.drain(..over);
    answers.waited_ms.push(u64::try_from(waited.as_millis()).unwrap_or(u64::MAX));
    turn.put(PATH, &answers)
}

/// How long people here usually wait for the first answer, in a step that is
/// easy to say; `None`: too few were answered for anybody to know.
pub(crate) fn typical_answer(turn: &mut Turn<'_>) -> Result<Option<Duration>, Interrupt> {
    let answers = turn.peek::<FirstAnswers>(PATH)?.unwrap_or_default();
    if answers.waited_ms.len() < KNOWN_MIN {
        return Ok(None);
    }
    let waited = answers.waited_ms.iter().copied().map(Duration::from_millis);
    Ok(Spread::of(waited.collect()).map(|spread| stepped(spread.median)))
}

/// The next step that is not shorter: what is promised is kept more often than not.
fn stepped(waited: Duration) -> Duration {
    let minutes = waited.as_secs().div_ceil(60);
    let step = STEPS_MIN.into_iter().find(|step| minutes <= *step);
    Duration::from_secs(60 * step.unwrap_or_else(|| minutes.div_ceil(HOUR_MIN) * HOUR_MIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_told_in_steps_that_are_not_too_short() {
        let told = |secs: u64| stepped(Duration::from_secs(secs)).as_secs() / 60;
        assert_eq!([0, 299, 300, 301, 601].map(told), [5, 5, 5, 10, 15]);
        assert_eq!([1_800, 2_701, 3_601, 100 * 3_600].map(told), [30, 60, 120, 6_000]);
    }
}
