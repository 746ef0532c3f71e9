//! Consent: what was said in private before a case was opened is shown to
//! staff only if the customer says so.

use std::time::Duration;

use fireside_core::turn::Interrupt;
use fireside_core::{Button, Decision, Outcome, Turn};

use super::place::own_case;
use crate::case::Case;
use crate::lifecycle;

/// The action of the button that says yes.
pub(super) const SHARE: &str = "share";
/// How long it can be said.
const LIFETIME: Duration = Duration::from_hours(7 * 24);

/// The button that lets staff see what was said before.
pub(super) fn button(turn: &mut Turn<'_>, case: &Case) -> Result<Button, Interrupt> {
    let label = turn.say("handoff-button-share", &[]);
    turn.button(label, SHARE, case.number, Some(&case.number.lane()), LIFETIME)
}

/// The customer lets staff see what was said before.
pub(super) fn on_share(turn: &mut Turn<'_>, data: &str) -> Decision {
    let Some(mut case) = own_case(turn, data)? else { return Ok(Outcome::Handled) };
    if !case.shares_talk {
        case.shares_talk = true;
        lifecycle::keep(turn, &case)?;
    }
    turn.answer(turn.say("handoff-shared", &[]));
    Ok(Outcome::Handled)
}
