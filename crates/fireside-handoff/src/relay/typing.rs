//! Typing: that one side writes, shown to the other.

use std::time::Duration;

use fireside_core::record::Record;
use fireside_core::{Capability, Decision, Effect, Event, EventKind, Outcome, Timestamp, Turn, Voice};
use serde::{Deserialize, Serialize};

use super::case_here;
use crate::case::Side;
use crate::lifecycle::CUSTOMER;
use crate::room;
use crate::settings::Relay;

/// How long it is shown for without being shown again.
const SHOWN_FOR: Duration = Duration::from_secs(5);

/// When it was last shown that one side of a case writes, kept under the case's
/// number and the side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// When.
    pub at: Timestamp,
}

impl Record for Typed {
    const COLLECTION: &'static str = "typed";
}

/// Somebody writes. Staff are shown to write where all they write goes out:
/// elsewhere it may be for staff.
pub(super) fn on_event(turn: &mut Turn<'_>, event: &Event) -> Decision {
    let EventKind::Typing = &event.kind else { return Ok(Outcome::Pass) };
    let Some((case, side)) = case_here(turn)? else { return Ok(Outcome::Pass) };
    let (side, to) = match side.as_str() {
        CUSTOMER => (Side::Customer, case.room_place()),
        room::LABEL if turn.is_staff() && case.relay == Relay::All => {
            (Side::Staff, case.customer_leg().map(|leg| leg.place.clone()))
        }
        _ => return Ok(Outcome::Handled),
    };
    let Some(to) = to else { return Ok(Outcome::Handled) };
    let name = if side == Side::Customer { "customer" } else { "staff" };
    let path = (case.number, name);
    let shown = turn.get::<Typed>(&path)?;
    let is_shown = shown.is_some_and(|shown| turn.now().since(shown.at) < SHOWN_FOR);
    if !is_shown && turn.capabilities(&to.anchor().platform).can(Capability::Typing) {
        turn.put(&path, &Typed { at: turn.now() })?;
        turn.effect(Effect::Type { to }, case.number.manner(Voice::System));
    }
    Ok(Outcome::Handled)
}
