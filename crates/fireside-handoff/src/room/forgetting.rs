//! Forgetting: what staff are shown of a customer who wants nothing of theirs
//! to be kept.

use fireside_core::turn::Interrupt;
use fireside_core::{Effect, Turn, Voice};

use super::shown::Shown;
use super::{card, unshown};
use crate::case::Case;

/// Card and room show nothing of the customer any more, whom the case has
/// forgotten. A card that can't be changed is removed. What stands pinned in a room that is closed is removed.
pub(crate) fn forget(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Interrupt> {
    unshown::forget(turn, case.number)?;
    if let Some(mut shown) = turn.get::<Shown>(&case.number)? {
        shown.said.clear();
        shown.link = None;
        if !card::show_card(turn, case, &mut shown)?
            && let Some(message) = case.card.take()
        {
            turn.effect(Effect::Delete { message }, case.number.manner(Voice::System));
        }
        turn.put(&case.number, &shown)?;
    }
    let told = case.rating.as_mut().map(|rating| std::mem::take(&mut rating.told)).unwrap_or_default();
    for message in told {
        turn.effect(Effect::Delete { message }, case.number.manner(Voice::System));
    }
    if let Some(message) = case.banner.take() {
        turn.effect(Effect::Delete { message }, case.number.manner(Voice::System));
    }
    if let Some(room) = case.room_place() {
        let name = case.room_name();
        turn.effect(Effect::RenameRoom { room, name }, case.number.manner(Voice::System));
    }
    Ok(())
}
