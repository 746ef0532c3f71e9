//! Unheard words: who writes to the bot alone, in no case, is told that nobody
//! reads it, and how a person is called.

use std::time::Duration;

use fireside_core::action::{Action, PERSON};
use fireside_core::record::Record;
use fireside_core::{Audience, Button, ButtonTarget, Decision, Message, Outcome, Outgoing, Timestamp, Turn};
use serde::{Deserialize, Serialize};

use super::human::PERSON_BUTTON;
use crate::Settings;

/// How long after that it is said again.
const AGAIN: Duration = Duration::from_hours(6);

/// When somebody was told last, kept under their account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unheard {
    /// When.
    pub told: Timestamp,
}

impl Record for Unheard {
    const COLLECTION: &'static str = "unheard";
}

/// Somebody said something that may be for nobody.
pub(super) fn on_message(turn: &mut Turn<'_>, _message: &Message) -> Decision {
    let event = turn.event();
    let is_alone = event.audience == Audience::Private && turn.binding().is_none();
    if !is_alone || turn.is_staff() || turn.community().staff_home.is_none() {
        return Ok(Outcome::Pass);
    }
    let told = turn.get::<Unheard>(&event.actor.account)?;
    if told.is_some_and(|unheard| turn.now().since(unheard.told) < AGAIN) {
        return Ok(Outcome::Pass);
    }
    turn.put(&event.actor.account, &Unheard { told: turn.now() })?;
    let brand = ("brand", (&turn.community().name).into());
    let mut content = Outgoing::of(turn.say("handoff-nobody-reads", &[brand]));
    if turn.settings::<Settings>()?.talk_button {
        let target = ButtonTarget::Press(Action::button_data(PERSON));
        content = content.row(vec![Button { label: turn.say(PERSON_BUTTON, &[]), target }]);
    }
    turn.answer(content);
    Ok(Outcome::Handled)
}
