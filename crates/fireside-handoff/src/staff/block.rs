//! `/block` and `/unblock`: a person for whom staff are not called, for a time
//! or until staff say otherwise.

use std::time::Duration;

use fireside_core::parts::Handled;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, Turn, text};

use super::{colleague, elapsed, named, suggest};
use crate::case::StaffMember;
use crate::customer::{Blocked, blocked};
use crate::time::span;

/// `/block`.
pub(super) const BLOCK: Handled =
    Handled { name: "block", command: block_command, run: block, suggest: Some(suggest::recent_cases) };
/// `/unblock`.
pub(super) const UNBLOCK: Handled =
    Handled { name: "unblock", command: unblock_command, run: unblock, suggest: Some(suggest::recent_cases) };

/// The option that says for how long.
const TIME: &str = "time";
/// The word for a block without an end.
const FOREVER: &str = "forever";
/// The longest reason, in characters as a reader counts them.
const REASON_LEN_MAX: usize = 300;

/// What was given is no length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct NoLength;

fn block_command() -> Command {
    named::command(BLOCK.name, "handoff-command-block")
        .option(TIME, "handoff-command-block-time", OptionKind::Text, false)
        .option("reason", "handoff-command-block-reason", OptionKind::Text, false)
}

fn unblock_command() -> Command {
    named::command(UNBLOCK.name, "handoff-command-unblock")
}

fn block(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    colleague::note(turn)?;
    let Some(customer) = named::customer(turn, invocation)? else { return Ok(Outcome::Handled) };
    let Ok(span) = length(invocation.text(TIME)) else {
        turn.answer_private(turn.say("handoff-block-how-long", &[]));
        return Ok(Outcome::Handled);
    };
    let reason = invocation.text("reason").map(|reason| text::cleaned(reason, REASON_LEN_MAX));
    let reason = reason.filter(|reason| !text::is_blank(reason));
    let by = StaffMember::of(&turn.event().actor);
    let until = span.map(|span| turn.now() + span);
    let block = Blocked { until, reason, by };
    turn.put(&customer.person, &block)?;
    blocked::close_open_case(turn, &customer.person, &block)?;
    let (key, span) = match span {
        Some(span) => ("handoff-you-blocked-for", elapsed::in_words(turn, turn.locale(), span)),
        None => ("handoff-you-blocked", String::new()),
    };
    turn.answer_private(turn.say(key, &[("name", (&customer.name).into()), ("span", (&span).into())]));
    Ok(Outcome::Handled)
}

/// How long a block is; `None`: it has no end.
///
/// # Errors
/// Where what was given is no length of time.
fn length(given: Option<&str>) -> Result<Option<Duration>, NoLength> {
    match given {
        Some(given) if !given.trim().eq_ignore_ascii_case(FOREVER) => {
            span::length(given).map(Some).ok_or(NoLength)
        }
        _ => Ok(None),
    }
}

fn unblock(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    colleague::note(turn)?;
    let Some(customer) = named::customer(turn, invocation)? else { return Ok(Outcome::Handled) };
    let is_blocked = blocked::of(turn, &customer.person)?.is_some();
    turn.delete::<Blocked>(&customer.person)?;
    let key = if is_blocked { "handoff-you-unblocked" } else { "handoff-not-blocked" };
    turn.answer_private(turn.say(key, &[("name", (&customer.name).into())]));
    Ok(Outcome::Handled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_has_a_length_or_no_end() {
        assert_eq!(length(Some("3d")), Ok(Some(Duration::from_hours(72))));
        assert_eq!(length(Some(" 12H ")), Ok(Some(Duration::from_hours(12))));
        assert_eq!(length(Some(" Forever ")), Ok(None));
        assert_eq!(length(None), Ok(None));
        for given in ["", "3", "d", "0d", "-3d", "99999999999999999999d", "9999999999d", "spam"] {
            assert_eq!(length(Some(given)), Err(NoLength), "{given}");
        }
    }
}
