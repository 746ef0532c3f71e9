//! The customer's other cases, as their card tells them.

use std::time::Duration;

use fireside_core::turn::Interrupt;
use fireside_core::{Text, Turn};

use crate::case::Case;
use crate::staff::elapsed;

/// How many of them are told.
const TOLD_MAX: usize = 3;
/// How many are counted.
const COUNTED_MAX: usize = 50;

/// What staff should know of the customer's other cases: how many there are,
/// and the last ones with how they ended.
pub(super) fn lines(turn: &mut Turn<'_>, case: &Case) -> Result<Option<Text>, Interrupt> {
    // They are only shown: nobody waits for those that are just being changed.
    let page = turn.page_of::<Case>(Case::BY_PERSON, case.person.as_str(), None, COUNTED_MAX + 1)?;
    let others: Vec<_> = page.records.into_iter().filter(|other| other.number != case.number).collect();
    if others.is_empty() {
        return Ok(None);
    }
    let count = u64::try_from(others.len()).unwrap_or(u64::MAX);
    let heading = turn.say_to_staff("handoff-card-other-cases", &[("count", count.into())]);
    let last = others.iter().rev().take(TOLD_MAX);
    Ok(Some(last.fold(Text::plain(heading), |text, other| text.line(line(turn, other)))))
}

fn line(turn: &Turn<'_>, other: &Case) -> String {
    let number = ("number", other.number.get().into());
    let Some(closure) = other.closure() else {
        return turn.say_to_staff("handoff-card-other-open", &[number]);
    };
    let ago = turn.now().since(closure.at).max(Duration::from_mins(1));
    let span = elapsed::in_words(turn, &turn.community().locale, ago);
    let closed = turn.say_to_staff("handoff-card-other-closed", &[number, ("span", (&span).into())]);
    closure.reason.as_ref().map_or(closed.clone(), |reason| format!("{closed}: {reason}"))
}
