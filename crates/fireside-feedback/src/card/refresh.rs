//! Bringing a card up to date.

use fireside_core::event::TimerEvent;
use fireside_core::record::fingerprint;
use fireside_core::turn::Interrupt;
use fireside_core::{Capability, Decision, Effect, Outcome, Turn};

use super::{CardState, RENEWED_AFTER, add_files, content, endings, home, manner, post, touch_after};
use crate::feedback::{Feedback, FeedbackNumber, Standing};
use crate::voice;

/// It is time: voices are counted, and the card shows what has changed.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let number = timer.tag.subject.split(' ').next().and_then(FeedbackNumber::parse);
    let Some(number) = number else { return Ok(Outcome::Handled) };
    let Some(stored) = turn.get::<Feedback>(&number)? else { return Ok(Outcome::Handled) };
    let mut item = stored.clone();
    recount(turn, &mut item)?;
    show(turn, &mut item)?;
    if item != stored {
        turn.put(&number, &item)?;
    }
    Ok(Outcome::Handled)
}

/// Takes over how many back the item now. It rises with those that are more
/// than ever: a voice that comes and goes adds nothing.
fn recount(turn: &mut Turn<'_>, item: &mut Feedback) -> Result<(), Interrupt> {
    let counted = turn.tally(&voice::tally(item.number))?;
    let counted = u64::try_from(counted).unwrap_or(0);
    let most = item.voices_max.max(item.voices);
    item.heat = item.heat.with(counted.saturating_sub(most), turn.now());
    item.voices_max = most.max(counted);
    item.voices = counted;
    Ok(())
}

fn show(turn: &mut Turn<'_>, item: &mut Feedback) -> Result<(), Interrupt> {
    match item.card.as_ref().map(|card| (card.state, card.posted + RENEWED_AFTER)) {
        None if item.standing == Standing::Live => post(turn, item),
        None | Some((CardState::Coming, _)) => Ok(()),
        // What nobody can back any more is not put up again.
        Some((CardState::Missing, _)) if item.standing != Standing::Live => Ok(()),
        Some((CardState::Missing, again)) if turn.now() < again => touch_after(turn, item.number, again),
        Some((CardState::Missing, _)) => post(turn, item),
        Some((CardState::Up, _)) => edit(turn, item),
    }
}

/// Changes what the card shows, where it shows something else.
fn edit(turn: &mut Turn<'_>, item: &mut Feedback) -> Result<(), Interrupt> {
    let (Some(mut card), Some(home)) = (item.card.take(), home(turn)) else { return Ok(()) };
    let files = fingerprint(&item.files);
    if files != card.shown.files {
        for message in std::mem::take(&mut card.files) {
            turn.effect(Effect::Delete { message }, manner(item.number));
        }
        let to = card.room.clone().unwrap_or_else(|| card.message.place().clone().into());
        card.files = add_files(turn, item, to);
        card.shown.files = files;
    }
    let can = |turn: &Turn<'_>, capability| turn.capabilities(&home.platform).can(capability);
    if let Some(room) = card.room.clone() {
        let name = content::room_name(item);
        if name != card.shown.name {
            turn.effect(Effect::RenameRoom { room: room.clone(), name: name.clone() }, manner(item.number));
            card.shown.name = name;
        }
        let tags = content::tags(turn, item);
        if tags != card.shown.tags && can(turn, Capability::RoomTags) {
            let manner = manner(item.number).tagged(endings::TAGGED, item.number);
            turn.effect(Effect::TagRoom { room, tags: tags.clone() }, manner);
            card.shown.tags = tags;
        }
    }
    let text = content::text(turn, item, &home)?;
    let words = fingerprint(&text);
    if words != card.shown.words && can(turn, Capability::Edits) {
        let content = content::with_buttons(turn, item, &card.token, &home, text)?;
        let subject = format!("feedback/{}/card", item.number);
        // A change that still waits would show what is no longer so.
        turn.withdraw(&subject, None);
        let manner = manner(item.number).about(subject).tagged(endings::EDITED, item.number);
        turn.effect(Effect::Edit { message: card.message.clone(), content }, manner);
        card.shown.words = words;
    }
    item.card = Some(card);
    Ok(())
}
