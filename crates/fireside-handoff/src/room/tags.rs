//! Tags: a post shows in its forum where its case stands and how much it presses.

use fireside_core::event::ReceiptEvent;
use fireside_core::{Capability, Decision, DeliveryOutcome, Effect, Outcome, Turn, Voice};

use super::card;
use super::shown::Shown;
use crate::case::{Case, Priority, State};
use crate::lifecycle;

/// What a change of the tags is called.
pub(super) const LABEL: &str = "room_tags";

/// The tags of a case, by name.
pub(super) fn of(turn: &Turn<'_>, case: &Case) -> Vec<String> {
    let state = match case.state() {
        State::Waiting => "handoff-tag-waiting",
        State::Active => "handoff-tag-active",
        State::Snoozed => "handoff-tag-snoozed",
        State::Parked => "handoff-tag-parked",
        State::Closed => "handoff-tag-closed",
    };
    let priority = (case.priority != Priority::Normal).then(|| case.priority.phrase());
    [Some(state), priority].into_iter().flatten().map(|key| turn.say_to_staff(key, &[])).collect()
}

/// Gives a post its tags, where it has others.
pub(super) fn show(turn: &mut Turn<'_>, case: &Case, shown: &mut Shown) -> bool {
    let Some(room) = case.room_place().filter(|_| card::is_first_words(case)) else { return false };
    let tags = of(turn, case);
    if tags == shown.tags || !turn.capabilities(&room.anchor().platform).can(Capability::RoomTags) {
        return false;
    }
    shown.tags.clone_from(&tags);
    let manner = case.number.manner(Voice::System).tagged(LABEL, case.number);
    turn.effect(Effect::TagRoom { room, tags }, manner);
    true
}

/// The tags were changed, or could not be: that is tried with the next change.
pub(super) fn on_tagged(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
    if let DeliveryOutcome::Undeliverable { .. } = &receipt.outcome
        && let Some(case) = lifecycle::case_tagged(turn, &receipt.tag)?
        && let Some(mut shown) = turn.get::<Shown>(&case.number)?
    {
        shown.tags.clear();
        turn.put(&case.number, &shown)?;
    }
    Ok(Outcome::Handled)
}
