//! Marks: what became of staff's words, shown on them by a reaction.

use fireside_core::{Capability, Effect, MessageRef, Turn, Voice};

use super::mirror::Copying;
use crate::case::Case;

/// The words have arrived.
const DELIVERED: &str = "✅";
/// The words have to wait.
const WAITING: &str = "⏳";
/// The words did not arrive, and will not.
const FAILED: &str = "🚫";

/// Whether an emoji is one of the marks, however it is drawn.
pub(super) fn is_one(emoji: &str) -> bool {
    [DELIVERED, WAITING, FAILED].contains(&emoji.trim_end_matches('\u{fe0f}'))
}

/// The words have arrived.
pub(super) fn delivered(turn: &mut Turn<'_>, case: &Case, copying: &Copying) {
    mark(turn, case, copying, DELIVERED);
}

/// The words have to wait.
pub(super) fn waits(turn: &mut Turn<'_>, case: &Case, copying: &Copying) {
    mark(turn, case, copying, WAITING);
}

/// The words did not arrive.
pub(super) fn failed(turn: &mut Turn<'_>, case: &Case, copying: &Copying) {
    mark(turn, case, copying, FAILED);
}

/// Puts a mark on the original, in place of the one that said that it waits.
fn mark(turn: &mut Turn<'_>, case: &Case, copying: &Copying, emoji: &str) {
    let Some(original) = copying.originals.first() else { return };
    let capabilities = turn.capabilities(&original.place().platform);
    if !capabilities.can(Capability::Reactions) {
        return;
    }
    let manner = || case.number.manner(Voice::System);
    // Where there is one reaction at a time, the new one takes its place.
    if copying.is_late && emoji != WAITING && capabilities.can(Capability::ManyReactions) {
        let effect = Effect::Unreact { message: original.clone(), emoji: WAITING.to_owned() };
        turn.effect(effect, manner());
    }
    react(turn, case, original, emoji);
}

fn react(turn: &mut Turn<'_>, case: &Case, message: &MessageRef, emoji: &str) {
    let effect = Effect::React { message: message.clone(), emoji: emoji.to_owned() };
    turn.effect(effect, case.number.manner(Voice::System));
}
