//! Which feature an event is for: a dialogue that waits, else the owner of the
//! command, button, form, delivery or timer, else whoever takes it on first.

use super::Engine;
use super::dialogue::DIALOGUE;
use crate::action::{Action, PERSON};
use crate::binding::Binding;
use crate::event::{EventKind, Reaction, ReactionChange, TimerEvent};
use crate::feature::{Feature, Outcome};
use crate::flow::FlowInput;
use crate::message::Message;
use crate::outgoing::Outgoing;
use crate::place::Audience;
use crate::timer::Timer;
use crate::turn::{Interrupt, Turn};

impl Engine {
    pub(super) fn route(&self, turn: &mut Turn<'_>) -> Result<(), Interrupt> {
        let event = turn.event();
        match &event.kind {
            EventKind::Delayed(delay) => {
                let Some(owner) = self.owner(turn, &delay.tag.feature) else { return Ok(()) };
                owner.on_delay(turn, delay)?;
                return Ok(());
            }
            EventKind::Receipt(receipt) if receipt.tag.feature == DIALOGUE => {
                return Self::on_question_receipt(turn, receipt);
            }
            EventKind::Receipt(receipt) => {
                let Some(owner) = self.owner(turn, &receipt.tag.feature) else { return Ok(()) };
                owner.on_receipt(turn, receipt)?;
                return Ok(());
            }
            EventKind::Timer(timer) => return self.on_timer(turn, timer),
            // These change by nobody's word, or nobody says whose: they are no bot's talk.
            EventKind::Room(_)
            | EventKind::Membership(_)
            | EventKind::Deleted { .. }
            | EventKind::Reaction(Reaction { change: ReactionChange::Cleared, .. })
            | EventKind::ReactionCounts { .. }
            | EventKind::PollTally(_) => {}
            _ if event.actor.is_bot => return Ok(()),
            _ => {}
        }
        let binding = Self::binding(turn)?;
        turn.set_binding(binding);
        match &event.kind {
            EventKind::Command(invocation) => self.on_command(turn, invocation),
            EventKind::Suggest(request) => self.on_suggest(turn, request),
            EventKind::Press(press) => self.on_press(turn, &press.data),
            EventKind::Submit(submission) => self.on_submit(turn, submission),
            EventKind::Message(message) => self.on_message(turn, message),
            _ => self.offer(turn, |feature, turn| feature.on_event(turn, event)),
        }
    }

    /// What one account's words in the place are bound to, else everybody's.
    fn binding(turn: &mut Turn<'_>) -> Result<Option<Binding>, Interrupt> {
        let event = turn.event();
        let own = turn.get::<Binding>(&Binding::path(&event.place, Some(&event.actor.account)))?;
        match own {
            // Said before the place was bound, and told late: no part of it.
            Some(own) if own.since.is_some_and(|since| event.at < since) => Ok(None),
            Some(own) => Ok(Some(own)),
            None => turn.get(&Binding::path(&event.place, None)),
        }
    }

    fn on_press(&self, turn: &mut Turn<'_>, data: &str) -> Result<(), Interrupt> {
        let Some(token) = Action::token_in(data) else {
            return self.on_dialogue_press(turn, data);
        };
        if token == PERSON {
            return self.on_person_press(turn);
        }
        let action = turn.get::<Action>(token)?.filter(|action| turn.now() < action.expires);
        let Some(action) = action else {
            turn.answer_no_longer_current();
            return Ok(());
        };
        if action.feature == super::forms::RETRY {
            return Self::reopen_form(turn, &action.data);
        }
        let Some(owner) = self.owner(turn, &action.feature) else { return Ok(()) };
        owner.on_press(turn, &action.name, &action.data)?;
        Ok(())
    }

    fn on_person_press(&self, turn: &mut Turn<'_>) -> Result<(), Interrupt> {
        let Some((owner, _)) = self.person_button(turn.community()) else {
            turn.answer_no_longer_current();
            return Ok(());
        };
        turn.feature = owner.name();
        owner.on_press(turn, PERSON, "")?;
        Ok(())
    }

    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Result<(), Interrupt> {
        if self.on_dialogue_input(turn, FlowInput::Words(message))? == Outcome::Handled {
            return Ok(());
        }
        self.offer(turn, |feature, turn| feature.on_message(turn, message))
    }

    /// A timer that was moved or cancelled after it came due does nothing.
    fn on_timer(&self, turn: &mut Turn<'_>, fired: &TimerEvent) -> Result<(), Interrupt> {
        if turn.get::<Timer>(&fired.timer)?.is_none_or(|timer| timer.due != fired.due) {
            return Ok(());
        }
        turn.delete::<Timer>(&fired.timer)?;
        let Some(owner) = self.owner(turn, &fired.tag.feature) else { return Ok(()) };
        owner.on_timer(turn, fired)?;
        Ok(())
    }

    /// Offers the event to each feature until one takes it on.
    fn offer(
        &self,
        turn: &mut Turn<'_>,
        decide: impl Fn(&dyn Feature, &mut Turn<'_>) -> Result<Outcome, Interrupt>,
    ) -> Result<(), Interrupt> {
        for feature in &self.features {
            turn.feature = feature.name();
            if decide(feature.as_ref(), turn)? == Outcome::Handled {
                break;
            }
        }
        Ok(())
    }

    /// The feature called `name`, which decides from now on.
    fn owner(&self, turn: &mut Turn<'_>, name: &str) -> Option<&dyn Feature> {
        let owner = self.features.iter().find(|feature| feature.name() == name)?;
        turn.feature = owner.name();
        Some(owner.as_ref())
    }
}

impl Turn<'_> {
    /// Tells somebody who is not staff that this is for staff.
    pub fn refuse_stranger(&mut self) {
        self.refuse(self.say("staff-only", &[]));
    }

    /// Tells somebody why what they asked for can't be. To a press that can't be
    /// answered to the presser alone nothing is said.
    pub fn refuse(&mut self, words: impl Into<Outgoing>) {
        if !self.is_pressed_among_others() {
            self.answer(words);
        }
    }

    /// Whether a button was pressed where everybody would read the answer,
    /// without knowing to whom it is.
    pub fn is_pressed_among_others(&self) -> bool {
        let event = self.event();
        matches!(event.kind, EventKind::Press(_))
            && event.audience == Audience::Group
            && event.reply.is_none()
    }

    /// Tells somebody that the button or form is no longer current.
    pub fn answer_no_longer_current(&mut self) {
        self.answer(self.say("no-longer-current", &[]));
    }
}
