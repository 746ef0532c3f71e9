//! Staff's reaction on a message captures it at once; taken off within a
//! minute, it was never meant.

use std::time::Duration;

use fireside_core::event::{Reaction, ReactionChange};
use fireside_core::phrases::Arg;
use fireside_core::turn::Interrupt;
use fireside_core::turn::effects::Manner;
use fireside_core::{Audience, Decision, Effect, MessageRef, Outcome, Outgoing, Text, Turn, Voice};

use super::captured::{self, Captured, CapturingReaction};
use super::{emoji, message, saving, similar};
use crate::feedback::{Feedback, Standing};
use crate::settings::Settings;
use crate::{ledger, staff, withdrawal};

/// For so long taking the reaction off undoes it.
const UNDO_WITHIN: Duration = Duration::from_mins(1);

pub(super) fn on_reaction(turn: &mut Turn<'_>, reaction: &Reaction) -> Decision {
    let settings = turn.settings::<Settings>()?;
    let is_meant = settings.reaction.split_whitespace().any(|one| emoji::is_same(one, &reaction.emoji));
    let is_heard = turn.event().audience == Audience::Group && !turn.in_staff_place();
    if !is_meant || !is_heard {
        return Ok(Outcome::Pass);
    }
    match reaction.change {
        ReactionChange::Added if turn.is_staff() => capture(turn, reaction),
        ReactionChange::Removed => undo(turn, reaction),
        // What a moderator clears away was not taken back by who put it there.
        ReactionChange::Added | ReactionChange::Cleared => Ok(Outcome::Pass),
    }
}

fn capture(turn: &mut Turn<'_>, reaction: &Reaction) -> Decision {
    let event = turn.event();
    let heard = turn.heard(&event.place).into_iter().find(|heard| heard.is(&reaction.message));
    let Some(heard) = heard else {
        tell_staff(turn, "feedback-reaction-unheard", &[]);
        return Ok(Outcome::Handled);
    };
    if let Some(why) = message::refusal(turn, &heard.actor, &heard.message, false) {
        let why = turn.say_to_staff(why, &[]);
        tell_staff(turn, "feedback-reaction-refused", &[("why", (&why).into())]);
        return Ok(Outcome::Handled);
    }
    let draft = message::drafted(turn, &heard.actor, &heard.message, false)?;
    // A second reaction, or one after the menu, captures nothing more.
    if captured::of(turn, &draft.origin)?.is_some() {
        return Ok(Outcome::Handled);
    }
    let alike = similar::alike(turn, &draft)?;
    let item = ledger::raise(turn, draft)?;
    offer_merges(turn, &item, &alike)?;
    let Some(id) = &item.origin.message else { return Ok(Outcome::Handled) };
    let Feedback { number, author, origin, .. } = &item;
    let told = saving::tell_author(turn, "feedback-captured-noted", *number, author, origin, Vec::new())?;
    let note = told.map(|delivery| MessageRef::Sent { delivery, to: origin.place.clone().into() });
    let reaction = CapturingReaction { by: event.actor.account.clone(), at: event.at, note };
    let captured = Captured { feedback: item.number, reaction: Some(reaction) };
    turn.put(&captured::path(&item.origin.place, id), &captured)?;
    Ok(Outcome::Handled)
}

/// The one who captured it takes the reaction off again. Whether they are still
/// staff does not matter: they take back what they did.
fn undo(turn: &mut Turn<'_>, reaction: &Reaction) -> Decision {
    let event = turn.event();
    let path = captured::path(&event.place, &message::first_part(turn, &reaction.message));
    let Some(Captured { feedback, reaction: Some(by) }) = turn.get::<Captured>(&path)? else {
        return Ok(Outcome::Pass);
    };
    if by.by != event.actor.account {
        return Ok(Outcome::Pass);
    }
    let number = ("number", feedback.get().into());
    let item = turn.get::<Feedback>(&feedback)?.filter(|item| item.standing == Standing::Live);
    match item {
        Some(item) if event.at.since(by.at) <= UNDO_WITHIN => {
            if !withdrawal::unmake(turn, item)? {
                tell_staff(turn, "feedback-reaction-backed", &[number]);
                return Ok(Outcome::Handled);
            }
            if let Some(message) = by.note {
                turn.effect(Effect::Delete { message }, Manner::of(Voice::System));
            }
            turn.delete::<Captured>(&path)?;
        }
        _ => tell_staff(turn, "feedback-reaction-stays", &[number]),
    }
    Ok(Outcome::Handled)
}

/// A reaction asks nothing, so that staff are shown afterwards what is like the
/// new item: it can be merged with a press.
fn offer_merges(turn: &mut Turn<'_>, item: &Feedback, alike: &[Feedback]) -> Result<(), Interrupt> {
    let Some(home) = turn.community().staff_home.clone().filter(|_| !alike.is_empty()) else {
        return Ok(());
    };
    let locale = turn.community().locale.as_str();
    let args = [("number", item.number.get().into()), ("title", (&item.title).into())];
    let mut text = Text::plain(turn.say_to_staff("feedback-reaction-alike", &args));
    let mut rows = Vec::new();
    for other in alike {
        text = text.line(similar::line(turn, other, locale)?);
        rows.push(vec![staff::merge_button(turn, item.number, other.number)?]);
    }
    let content = rows.into_iter().fold(Outgoing::of(text), Outgoing::row);
    turn.send(home, content, Manner::of(Voice::System));
    Ok(())
}

/// Tells the actor something where staff work: a reaction can't be answered
/// where it was put.
fn tell_staff(turn: &mut Turn<'_>, key: &str, args: &[(&str, Arg<'_>)]) {
    let Some(home) = turn.community().staff_home.clone() else { return };
    let name = ledger::member(turn).name;
    let args: Vec<_> = args.iter().copied().chain([("name", (&name).into())]).collect();
    let words = turn.say_to_staff(key, &args);
    turn.send(home, words, Manner::of(Voice::System));
}
