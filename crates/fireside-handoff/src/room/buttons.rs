//! The buttons with which staff move a case on: below its card, and below the
//! banner in its room. Each part that answers one checks who pressed it.

use std::time::Duration;

use fireside_core::turn::Interrupt;
use fireside_core::{Button, Turn};

use super::shown::Shown;
use crate::case::{Case, State};

/// Reads it along.
pub(crate) const JOIN: &str = "join";
/// Takes it on.
pub(crate) const CLAIM: &str = "claim";
/// Gives it back.
pub(crate) const RELEASE: &str = "release";
/// Answers the customer.
pub(crate) const REPLY: &str = "reply";
/// Puts it aside.
pub(crate) const SNOOZE: &str = "snooze";
/// Ends it.
pub(crate) const CLOSE: &str = "close";
/// Goes on with it after its end.
pub(crate) const REOPEN: &str = "reopen";

/// What is written on each.
const LABELS: [(&str, &str); 7] = [
    (JOIN, "handoff-button-join"),
    (CLAIM, "handoff-button-claim"),
    (RELEASE, "handoff-button-release"),
    (REPLY, "handoff-button-reply"),
    (SNOOZE, "handoff-button-snooze"),
    (CLOSE, "handoff-button-close"),
    (REOPEN, "handoff-button-reopen"),
];

/// How long the buttons of a case that nobody touches work.
const LIFETIME: Duration = Duration::from_hours(90 * 24);

/// The buttons that mean something where the case stands now; *Join* where it
/// `leads_in` from outside the room.
pub(super) fn of(
    turn: &mut Turn<'_>,
    case: &Case,
    shown: &Shown,
    leads_in: bool,
) -> Result<Vec<Button>, Interrupt> {
    if !case.is_open() {
        return Ok(vec![button(turn, case, shown, REOPEN)?]);
    }
    let takes = if case.owner().is_some() { RELEASE } else { CLAIM };
    let can_wait = matches!(case.state(), State::Waiting | State::Active);
    let actions =
        [leads_in.then_some(JOIN), Some(takes), Some(REPLY), can_wait.then_some(SNOOZE), Some(CLOSE)];
    actions.into_iter().flatten().map(|action| button(turn, case, shown, action)).collect()
}

fn button(turn: &mut Turn<'_>, case: &Case, shown: &Shown, action: &str) -> Result<Button, Interrupt> {
    let label = LABELS.iter().find(|(labelled, _)| *labelled == action).map_or("", |(_, phrase)| phrase);
    let label = turn.say_to_staff(label, &[]);
    let lane = case.number.lane();
    let token = format!("{}-{action}", shown.token);
    turn.button_of(&token, label, action, case.number, Some(&lane), LIFETIME)
}
