//! Saving: a draft becomes an item, and those concerned are told.

use std::time::Duration;

use fireside_core::turn::Interrupt;
use fireside_core::turn::effects::Manner;
use fireside_core::{Audience, Button, Capability, DeliveryId, MessageRef, Outgoing, Text, Turn, Voice};

use super::{backing, captured, message};
use crate::closing::Mute;
use crate::feedback::{Customer, Feedback, FeedbackNumber, Origin, Standing};
use crate::ledger::{self, Draft};

/// How long the buttons below an answer work.
pub(super) const BUTTONS_LIFETIME: Duration = Duration::from_hours(7 * 24);

/// Saves a draft as new and answers the actor, after `before`. What was
/// captured meanwhile stays what it is.
pub(super) fn save(turn: &mut Turn<'_>, draft: Draft, before: Text) -> Result<FeedbackNumber, Interrupt> {
    if let Some(number) = captured::of(turn, &draft.origin)? {
        answer_known(turn, number)?;
        return Ok(number);
    }
    let item = ledger::raise(turn, draft)?;
    captured::keep(turn, &item.origin, item.number)?;
    if item.author.person == turn.person()? {
        answer_saved(turn, item.number, before);
    } else {
        let Feedback { number, author, origin, .. } = &item;
        tell_both(turn, "feedback-captured", "feedback-captured-noted", *number, author, origin)?;
        message::count(turn)?;
    }
    Ok(item.number)
}

/// Answers that what the actor sent in is an item.
pub(super) fn answer_saved(turn: &mut Turn<'_>, number: FeedbackNumber, before: Text) {
    let words = turn.say("feedback-saved", &[("number", number.get().into())]);
    turn.answer(before.line(words));
}

/// Answers that a message was captured before.
pub(super) fn answer_known(turn: &mut Turn<'_>, number: FeedbackNumber) -> Result<(), Interrupt> {
    let is_withdrawn =
        turn.peek::<Feedback>(&number)?.is_none_or(|item| item.standing == Standing::Withdrawn);
    let key = if is_withdrawn { "feedback-capture-taken-back" } else { "feedback-capture-known" };
    let mut content = Outgoing::of(turn.say(key, &[("number", number.get().into())]));
    if !is_withdrawn {
        content = content.row(vec![backing::button(turn, number)?]);
    }
    turn.answer(content);
    Ok(())
}

/// What such a message is called, so that it is remembered where it went: it may
/// be taken back.
const TOLD: &str = "captured";

/// Tells the author of a message what became of it, and the actor, who captured
/// it. Where all read both, once is enough.
pub(super) fn tell_both(
    turn: &mut Turn<'_>,
    answer: &str,
    note: &str,
    number: FeedbackNumber,
    author: &Customer,
    origin: &Origin,
) -> Result<(), Interrupt> {
    let voice = vec![backing::button(turn, number)?];
    let event = turn.event();
    let can_whisper = turn.capabilities(&event.place.platform).can(Capability::PrivateAnswers);
    let is_public = event.audience == Audience::Group && (event.reply.is_none() || !can_whisper);
    let below_note = if is_public { voice.clone() } else { Vec::new() };
    let is_told = tell_author(turn, note, number, author, origin, below_note)?.is_some();
    if !is_told || !is_public {
        let answer = if is_told { answer } else { "feedback-captured-unnamed" };
        let args = [("number", number.get().into()), ("name", (&author.name).into())];
        turn.answer(Outgoing::of(turn.say(answer, &args)).row(voice));
    }
    Ok(())
}

/// Tells the author of a message, where they said it, what became of it, with
/// buttons below. `None`: they want to be left alone.
pub(super) fn tell_author(
    turn: &mut Turn<'_>,
    key: &str,
    number: FeedbackNumber,
    author: &Customer,
    origin: &Origin,
    below: Vec<Button>,
) -> Result<Option<DeliveryId>, Interrupt> {
    if turn.peek::<Mute>(&author.person)?.is_some() {
        return Ok(None);
    }
    let args = [("number", number.get().into()), ("name", (&author.name).into())];
    let message = origin.message.clone();
    let message = message.map(|id| MessageRef::Known { place: origin.place.clone(), id });
    let content = Outgoing::of(turn.say_in(&author.locale, key, &args)).row(below).reply_to(message);
    Ok(Some(turn.send(origin.place.clone(), content, Manner::of(Voice::System).tagged(TOLD, number))))
}
