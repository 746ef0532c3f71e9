//! Changes: what is edited or reacted to on one side, on the other.

use fireside_core::event::{Reaction, ReactionChange};
use fireside_core::turn::Interrupt;
use fireside_core::{
    Capability, Decision, Effect, Event, EventKind, Message, MessageRef, Outcome, Outgoing, PlaceRef, Text,
    Turn, Voice,
};

use super::aim::{self, Aim};
use super::mirror::{self, Copying, Mirror, Wording};
use super::{
    CHANGED, TO_ROOM, case_around, case_here, inbound, marks, outbound, parking, removal, reply, truth,
};
use crate::case::{Case, Speaker};
use crate::customer::HUMAN;
use crate::lifecycle::CUSTOMER;
use crate::{lifecycle, record, room};

/// What became of a change of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// It is on its way to the other side, or will be.
    Brought,
    /// The words are as they were.
    None,
    /// The other side has no copy.
    NoCopy,
}

/// A message was changed: so is its copy, if it has one.
pub(super) fn on_event(turn: &mut Turn<'_>, event: &Event) -> Decision {
    let EventKind::Edited(message) = &event.kind else { return Ok(Outcome::Pass) };
    let Some(id) = &message.id else { return Ok(Outcome::Pass) };
    let Some((case, side)) = case_around(turn, Some(id), true)? else { return Ok(Outcome::Pass) };
    let original = mirror::this(turn, id);
    match side.as_str() {
        CUSTOMER => {
            let message = &called_with(message);
            record::edited(turn, id, Speaker::Customer, message)?;
            if let Some(content) = turn.carry(message, &turn.community().locale) {
                bring(turn, &case, &original, content.text, Voice::Customer)?;
            }
        }
        room::LABEL if turn.is_staff() => {
            record::edited(turn, id, Speaker::Note, message)?;
            by_staff(turn, &case, &original, message)?;
        }
        _ => {}
    }
    Ok(Outcome::Handled)
}

/// A customer's message, of a call for a human what it was called with.
fn called_with(message: &Message) -> Message {
    let text = match reply::given(&message.text.to_plain(), [HUMAN]) {
        Some(given) => {
            let text = given.into_iter().find(|(option, _)| option == reply::TEXT);
            Text::plain(text.map(|(_, value)| value.to_string()).unwrap_or_default())
        }
        None => message.text.clone(),
    };
    Message { text, ..message.clone() }
}

/// Words of staff were changed. What was internal has no copy, and gets none;
/// what becomes internal stays for the customer as it was, which staff are told.
fn by_staff(
    turn: &mut Turn<'_>,
    case: &Case,
    original: &MessageRef,
    message: &Message,
) -> Result<(), Interrupt> {
    let words = message.text.to_plain();
    let text = match reply::retold(&words, case.number) {
        Some(words) => Text::plain(words),
        None => match turn.carry(message, &case.locale) {
            Some(content) => content.text,
            None => return Ok(()),
        },
    };
    if aim::of_words(&text.to_plain()) == Aim::Customer {
        return bring(turn, case, original, text, Voice::Staff).map(drop);
    }
    if mirror::leading(turn, original)?.is_some() || parking::waiting(turn, case, original)?.is_some() {
        let name = ("name", (&case.name).into());
        truth::tell_staff(turn, case, "handoff-edit-kept-inside", &[name], Some(original.clone()));
    }
    Ok(())
}

/// What a message says is `text` from now on, and so is what its copy says.
pub(super) fn bring(
    turn: &mut Turn<'_>,
    case: &Case,
    original: &MessageRef,
    text: Text,
    voice: Voice,
) -> Result<Change, Interrupt> {
    if text.is_blank() {
        return Ok(Change::None);
    }
    let Some((original, mut mirror)) = mirror::leading(turn, original)? else {
        return bring_to_waiting(turn, case, original, text);
    };
    let Some(mut said) = mirror.said.take() else { return Ok(Change::NoCopy) };
    if said.text == text {
        return Ok(Change::None);
    }
    said.text = text;
    if let Some(line) = &said.line {
        record::reworded(turn, line, &said.text)?;
        lifecycle::reword_call(turn, case, line, &said.text.to_plain())?;
    }
    let mirror = Mirror { said: Some(said.clone()), ..mirror };
    mirror::put(turn, &original, &mirror)?;
    show(turn, case, (&original, &mirror), said, voice)?;
    Ok(Change::Brought)
}

/// As [`bring`], of words that wait: they are said as they are now.
fn bring_to_waiting(
    turn: &mut Turn<'_>,
    case: &Case,
    original: &MessageRef,
    text: Text,
) -> Result<Change, Interrupt> {
    let Some(waiting) = parking::waiting(turn, case, original)? else { return Ok(Change::NoCopy) };
    if waiting.content.text == text {
        return Ok(Change::None);
    }
    if let Some(line) = &waiting.line {
        record::reworded(turn, line, &text)?;
    }
    parking::change(turn, case, original, |mut copying| {
        copying.content.text = text;
        Some(copying)
    })?;
    Ok(Change::Brought)
}

/// Changes the copy to what is said now; one that can't hold it gives way to
/// another. One that is still on its way is changed when it has arrived.
pub(super) fn show(
    turn: &mut Turn<'_>,
    case: &Case,
    (original, mirror): (&MessageRef, &Mirror),
    said: Wording,
    voice: Voice,
) -> Result<(), Interrupt> {
    let copy @ MessageRef::Known { place, .. } = &mirror.other else { return Ok(()) };
    let whole = if mirror.is_shared { together(turn, copy)? } else { said.text.clone() };
    let content = Outgoing { text: whole, author: said.author.clone(), ..Outgoing::default() };
    let capabilities = turn.capabilities(&place.platform);
    let fits = capabilities.can(Capability::Edits) && content.rendered_len_max() <= capabilities.text_len_max;
    // Files can't be said once more.
    if !fits && !said.has_files {
        return say_anew(turn, case, (original, mirror), said, voice);
    }
    let manner = case.number.manner(voice).tagged(CHANGED, case.number);
    turn.effect(Effect::Edit { message: copy.clone(), content }, manner);
    if !said.has_files && !mirror.is_shared {
        // Words that needed several messages stand in one from now on.
        for message in mirror.further.clone() {
            turn.effect(Effect::Delete { message }, case.number.manner(voice));
        }
    }
    Ok(())
}

/// Puts another copy in the place of one that can't be changed.
fn say_anew(
    turn: &mut Turn<'_>,
    case: &Case,
    (original, mirror): (&MessageRef, &Mirror),
    said: Wording,
    voice: Voice,
) -> Result<(), Interrupt> {
    removal::remove(turn, case, original, mirror)?;
    let content = Outgoing { text: said.text, author: said.author, ..Outgoing::default() };
    let copying = Copying::of(vec![original.clone()], content, said.line);
    let to = PlaceRef::At(mirror.other.place().clone());
    if voice == Voice::Customer {
        inbound::say_to_staff(turn, case, &to, TO_ROOM, copying)?;
    } else {
        outbound::say_in(turn, case, copying, to)?;
    }
    match mirror::of(turn, original)? {
        Some(anew) => mirror::put(turn, original, &Mirror { is_put_up: mirror.is_put_up, ..anew }),
        None => Ok(()),
    }
}

/// What a copy that says several messages says of them now.
pub(super) fn together(turn: &mut Turn<'_>, copy: &MessageRef) -> Result<Text, Interrupt> {
    let Some(shared) = mirror::of(turn, copy)? else { return Ok(Text::default()) };
    let mut whole = Text::default();
    for original in std::iter::once(&shared.other).chain(&shared.further) {
        if let Some(said) = mirror::of(turn, original)?.and_then(|mirror| mirror.said) {
            whole = whole.line(said.text);
        }
    }
    Ok(whole)
}

/// A customer's reaction is shown on the copy. Those of staff stay among staff:
/// a face made at a message is not meant for its author.
pub(super) fn on_reaction(turn: &mut Turn<'_>, reaction: &Reaction) -> Decision {
    let Some((case, side)) = case_here(turn)? else { return Ok(Outcome::Pass) };
    if side != CUSTOMER {
        return Ok(Outcome::Handled);
    }
    let mirror = mirror::here(turn, &reaction.message)?.filter(|mirror| mirror.case == case.number);
    let Some(mirror) = mirror else { return Ok(Outcome::Handled) };
    let message = mirror.other;
    let capabilities = turn.capabilities(&message.place().platform);
    // On staff's own words stands what became of them: no customer touches that.
    let takes_place =
        !mirror.leads && (marks::is_one(&reaction.emoji) || !capabilities.can(Capability::ManyReactions));
    if capabilities.can(Capability::Reactions) && !takes_place {
        let emoji = reaction.emoji.clone();
        let effect = match reaction.change {
            ReactionChange::Added => Effect::React { message, emoji },
            ReactionChange::Removed => Effect::Unreact { message, emoji },
            // Whose it was is not said; those of others may be gone, the customer's or not.
            ReactionChange::Cleared => return Ok(Outcome::Handled),
        };
        turn.effect(effect, case.number.manner(Voice::Customer));
    }
    Ok(Outcome::Handled)
}
