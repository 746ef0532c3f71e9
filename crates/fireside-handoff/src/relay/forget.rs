//! `/forget`: a customer takes back a message of theirs, where nobody hears
//! that it was removed, or everything.

use std::time::Duration;

use fireside_core::parts::Handled;
use fireside_core::{Command, Decision, Invocation, Message, Outcome, Outgoing, Text, Turn};

use super::{erasure, mirror, removal};
use crate::case::Case;
use crate::customer;

/// `/forget`.
pub(super) const FORGET: Handled = Handled {
    name: "forget",
    command: || Command::new("forget", "handoff-command-forget"),
    run,
    suggest: None,
};
/// The action of the button that forgets everything.
pub(super) const ME: &str = "forget_me";
/// How long the button works.
const BUTTON_LIFETIME: Duration = Duration::from_hours(1);

fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some((author, message)) = invocation.on_message() else { return explain(turn) };
    let is_own = author.account == turn.event().actor.account;
    let was_offered = is_own && customer::forget_answer(turn, message)?;
    let key = match is_own && take_back(turn, message)? {
        true => "handoff-forgot-message",
        false if was_offered => "handoff-unaccepted",
        false => "handoff-not-yours",
    };
    turn.answer(turn.say(key, &[]));
    Ok(Outcome::Handled)
}

/// Takes back the actor's own message. Gives whether it had reached anybody.
fn take_back(turn: &mut Turn<'_>, message: &Message) -> Result<bool, fireside_core::Interrupt> {
    let Some(id) = &message.id else { return Ok(false) };
    let Some(mirror) = mirror::here(turn, id)?.filter(|mirror| mirror.leads) else { return Ok(false) };
    let Some(case) = turn.get::<Case>(&mirror.case)? else { return Ok(false) };
    let original = mirror::this(turn, id);
    removal::take_back(turn, &case, &original)
}

/// Says what can be forgotten, with a button that does it.
fn explain(turn: &mut Turn<'_>) -> Decision {
    let person = turn.person()?;
    let text = Text::plain(turn.say("handoff-forget-explained", &[]));
    let has_case = !turn.find::<Case>(Case::BY_PERSON, person.as_str(), 1)?.is_empty();
    if !has_case && customer::answers_of(turn, &person)?.is_empty() {
        turn.answer_private(text.line(turn.say("handoff-forget-nothing", &[])));
        return Ok(Outcome::Handled);
    }
    let label = turn.say("handoff-button-forget-me", &[]);
    let button = turn.button(label, ME, &person, None, BUTTON_LIFETIME)?;
    let text = text.line(turn.say("handoff-forget-asks", &[]));
    turn.answer_private(Outgoing::of(text).row(vec![button]));
    Ok(Outcome::Handled)
}

/// *Forget me* was pressed: by the one who asked, or nothing comes of it.
pub(super) fn on_me(turn: &mut Turn<'_>, data: &str) -> Decision {
    let person = turn.person()?;
    if person.as_str() != data {
        turn.answer_no_longer_current();
        return Ok(Outcome::Handled);
    }
    let answers = customer::forget_answers(turn, &person)?;
    let had_any = erasure::begin(turn, &person)? + answers > 0;
    let key = if had_any { "handoff-forgot" } else { "handoff-forget-nothing" };
    turn.answer_private(turn.say(key, &[]));
    Ok(Outcome::Handled)
}
