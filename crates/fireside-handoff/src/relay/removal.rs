//! Removal: what is taken back on one side is gone on the other.

use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Effect, Event, EventKind, MessageRef, Outcome, Outgoing, Turn, Voice};

use super::mirror::{self, Copying, Mirror};
use super::{CHANGED, changes, parking};
use crate::case::{Case, Speaker};
use crate::{lifecycle, record, room};

/// A message was removed, and so is its copy. Nobody says who did it: that it
/// has a copy says that it belongs to a case.
pub(super) fn on_event(turn: &mut Turn<'_>, event: &Event) -> Decision {
    let EventKind::Deleted { message: id } = &event.kind else { return Ok(Outcome::Pass) };
    record::removed(turn, id)?;
    let original = mirror::this(turn, id);
    let number = mirror::here(turn, id)?.map(|mirror| mirror.case).or_else(|| room::case_here(turn));
    let Some(number) = number else { return Ok(Outcome::Pass) };
    let Some(case) = turn.get::<Case>(&number)? else { return Ok(Outcome::Pass) };
    take_back(turn, &case, &original)?;
    Ok(Outcome::Handled)
}

/// What a message says is unsaid on the other side, and out of the record.
/// Gives whether there was anything to take back.
pub(super) fn take_back(turn: &mut Turn<'_>, case: &Case, original: &MessageRef) -> Result<bool, Interrupt> {
    let Some((original, mirror)) = mirror::leading(turn, original)? else {
        return take_back_waiting(turn, case, original);
    };
    if let Some(line) = mirror.said.as_ref().and_then(|said| said.line.clone()) {
        record::blanked(turn, &line)?;
        lifecycle::reword_call(turn, case, &line, "")?;
    }
    match &mirror.other {
        MessageRef::Sent { delivery, .. } => match turn.get::<Copying>(delivery)? {
            // It goes away when it has arrived.
            Some(copying) => turn.put(delivery, &Copying { is_taken_back: true, ..copying })?,
            // It could not arrive, and is kept: it will not be said.
            None => mirror::forget(turn, &original)?,
        },
        MessageRef::Known { .. } => remove(turn, case, &original, &mirror)?,
    }
    Ok(true)
}

/// As [`take_back`], of words that wait: they are not said.
fn take_back_waiting(turn: &mut Turn<'_>, case: &Case, original: &MessageRef) -> Result<bool, Interrupt> {
    if let Some(line) = parking::waiting(turn, case, original)?.and_then(|waiting| waiting.line) {
        record::blanked(turn, &line)?;
    }
    parking::change(turn, case, original, |_| None)
}

/// What a message says is gone from its copy.
pub(super) fn remove(
    turn: &mut Turn<'_>,
    case: &Case,
    original: &MessageRef,
    mirror: &Mirror,
) -> Result<(), Interrupt> {
    if mirror.is_shared {
        unshare(turn, case, original, mirror)
    } else {
        remove_copies(turn, case, original, mirror)
    }
}

fn remove_copies(
    turn: &mut Turn<'_>,
    case: &Case,
    original: &MessageRef,
    mirror: &Mirror,
) -> Result<(), Interrupt> {
    for message in mirror.copies() {
        mirror::forget(turn, message)?;
        let effect = Effect::Delete { message: message.clone() };
        turn.effect(effect, case.number.manner(Voice::System).tagged(CHANGED, case.number));
    }
    mirror::forget(turn, original)
}

/// Removes what the bot put up in the room for words of staff, if it did.
pub(super) fn take_down(turn: &mut Turn<'_>, case: &Case, original: &MessageRef) -> Result<(), Interrupt> {
    let put_up = match mirror::leading(turn, original)? {
        Some((message, mirror)) => Some(message).filter(|_| mirror.is_put_up),
        None => parking::waiting(turn, case, original)?.and_then(|waiting| waiting.put_up),
    };
    if let Some(message) = put_up {
        turn.effect(Effect::Delete { message }, case.number.manner(Voice::System));
    }
    Ok(())
}

/// Nobody follows a message any more. Gives the messages that show it to staff.
pub(super) fn let_go(
    turn: &mut Turn<'_>,
    original: &MessageRef,
    speaker: Speaker,
) -> Result<Vec<MessageRef>, Interrupt> {
    let Some((original, mirror)) = mirror::leading(turn, original)? else { return Ok(Vec::new()) };
    let copies: Vec<_> = mirror.copies().cloned().collect();
    for message in copies.iter().chain([&original]) {
        mirror::forget(turn, message)?;
    }
    Ok(match speaker {
        Speaker::Customer => copies,
        Speaker::Staff if mirror.is_put_up => vec![original],
        Speaker::Staff | Speaker::Note | Speaker::Service => Vec::new(),
    })
}

/// Nothing is known of a message any more; its copies are gone where they hold
/// a customer's words.
pub(super) fn erase(
    turn: &mut Turn<'_>,
    case: &Case,
    original: &MessageRef,
    is_customers: bool,
) -> Result<(), Interrupt> {
    let Some((original, mirror)) = mirror::leading(turn, original)? else { return Ok(()) };
    if let MessageRef::Known { .. } = &mirror.other {
        if is_customers {
            return remove_copies(turn, case, &original, &mirror);
        }
        for copy in mirror.copies() {
            mirror::forget(turn, copy)?;
        }
    }
    mirror::forget(turn, &original)
}

/// A copy that says several messages says one less.
fn unshare(
    turn: &mut Turn<'_>,
    case: &Case,
    original: &MessageRef,
    mirror: &Mirror,
) -> Result<(), Interrupt> {
    let copy = &mirror.other;
    let author = mirror.said.as_ref().and_then(|said| said.author.clone());
    let Some(shared) = mirror::of(turn, copy)? else { return remove_copies(turn, case, original, mirror) };
    let mut left = std::iter::once(shared.other.clone()).chain(shared.further.clone());
    let mut left: Vec<_> = left.by_ref().filter(|other| !mirror::is_same(other, original)).collect();
    if left.is_empty() {
        return remove_copies(turn, case, original, mirror);
    }
    mirror::forget(turn, original)?;
    let other = left.remove(0);
    mirror::put(turn, copy, &Mirror { other, further: left, ..shared })?;
    let text = changes::together(turn, copy)?;
    let content = Outgoing { text, author, ..Outgoing::default() };
    let effect = Effect::Edit { message: copy.clone(), content };
    turn.effect(effect, case.number.manner(Voice::System).tagged(CHANGED, case.number));
    Ok(())
}

/// What was changed or taken back while a copy was on its way is done to it,
/// now that it has arrived.
pub(super) fn catch_up(
    turn: &mut Turn<'_>,
    case: &Case,
    copying: &Copying,
    voice: Voice,
) -> Result<(), Interrupt> {
    let Some(original) = copying.originals.first() else { return Ok(()) };
    if copying.is_taken_back {
        return take_back(turn, case, original).map(drop);
    }
    let Some(mirror) = mirror::of(turn, original)? else { return Ok(()) };
    match mirror.said.clone() {
        Some(said) if said.text != copying.content.text => {
            changes::show(turn, case, (original, &mirror), said, voice)
        }
        _ => Ok(()),
    }
}
