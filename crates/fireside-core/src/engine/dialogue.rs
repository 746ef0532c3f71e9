//! Dialogues: the engine keeps a flow's state, shows its prompts and hands in
//! what the person says or chooses.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Engine;
use crate::actor::Account;
use crate::delivery::DeliveryOutcome;
use crate::effect::{MessageRef, PlaceRef};
use crate::event::ReceiptEvent;
use crate::feature::Outcome;
use crate::flow::{AnyFlow, Flow, FlowInput, Prompt, Transition};
use crate::ids::MessageId;
use crate::message::Message;
use crate::outgoing::{Button, ButtonTarget, Outgoing, Voice};
use crate::place::{Audience, Place};
use crate::record::Record;
use crate::text::Text;
use crate::time::Timestamp;
use crate::turn::effects::Manner;
use crate::turn::{Interrupt, Turn};

/// The owner of what asks a question: the engine itself.
pub(super) const DIALOGUE: &str = "_dialogue";
/// A dialogue nobody went on with for so long is over.
const AGE_MAX: Duration = Duration::from_hours(24);
/// One with staff is over sooner: what they write later is hardly for it, and
/// may not be for whoever would read it.
const STAFF_AGE_MAX: Duration = Duration::from_mins(15);

/// A flow in progress with one account in one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Dialogue {
    flow: String,
    version: u16,
    state: Value,
    /// What the buttons of the prompt that is current carry.
    token: String,
    /// What the person wrote last in it: what is asked after a press answers that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    said: Option<MessageId>,
    /// The message that asks, among others: nothing but a reply to it is an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    asked: Option<MessageRef>,
    updated: Timestamp,
}

impl Dialogue {
    /// Whether it is still going on with the actor.
    fn is_alive(&self, turn: &Turn<'_>) -> bool {
        let age_max = if turn.is_staff() { STAFF_AGE_MAX } else { AGE_MAX };
        turn.now().since(self.updated) < age_max
    }

    /// Whether words that the actor said here are meant for it.
    fn is_meant(&self, turn: &Turn<'_>, message: &Message) -> bool {
        match &self.asked {
            _ if turn.event().audience == Audience::Private => true,
            Some(MessageRef::Known { id, .. }) => message.reply_to.as_ref() == Some(id),
            // Nobody has read the question yet.
            Some(MessageRef::Sent { .. }) => false,
            None => message.addressed,
        }
    }
}

impl Record for Dialogue {
    const COLLECTION: &'static str = "dialogue";
}

const PRESS_PREFIX: &str = "d:";
const CANCEL: &str = "cancel";
const BACK: &str = "back";
const SKIP: &str = "skip";

impl Turn<'_> {
    /// Begins a dialogue with the actor, in `state`; one that was going on here
    /// is dropped.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn begin<F: Flow>(&mut self, state: &F::State) -> Result<(), Interrupt> {
        let state = serde_json::to_value(state).unwrap_or_default();
        let engine = self.engine;
        match engine.flows.get(F::NAME) {
            Some(flow) => Engine::ask(self, flow.as_ref(), state, None),
            None => Ok(()),
        }
    }

    /// Ends the dialogue that was going on with the actor here, if one was:
    /// their next words are for somebody else.
    ///
    /// # Errors
    /// When it has to be loaded.
    pub fn end_dialogue(&mut self) -> Result<(), Interrupt> {
        let event = self.event();
        self.end_dialogue_of(&event.place, &event.actor.account)
    }

    /// Ends the dialogue that was going on with an account in a place, if one
    /// was.
    ///
    /// # Errors
    /// When it has to be loaded.
    pub fn end_dialogue_of(&mut self, place: &Place, account: &Account) -> Result<(), Interrupt> {
        let path = (place.to_string(), account.to_string());
        if self.get::<Dialogue>(&path)?.is_some() {
            self.delete::<Dialogue>(&path)?;
        }
        Ok(())
    }

    fn dialogue_path(&self) -> (String, String) {
        (self.event().place.to_string(), self.event().actor.account.to_string())
    }
}

impl Engine {
    /// An input for the dialogue that waits for the actor's words here, if one does.
    pub(super) fn on_dialogue_input(
        &self,
        turn: &mut Turn<'_>,
        input: FlowInput<'_>,
    ) -> Result<Outcome, Interrupt> {
        let path = turn.dialogue_path();
        let Some(dialogue) = turn.get::<Dialogue>(&path)? else { return Ok(Outcome::Pass) };
        if let FlowInput::Words(message) = input
            && !dialogue.is_meant(turn, message)
        {
            return Ok(Outcome::Pass);
        }
        let flow = self.flows.get(dialogue.flow.as_str());
        let Some(flow) = flow.filter(|_| dialogue.is_alive(turn)) else {
            turn.delete::<Dialogue>(&path)?;
            return Ok(Outcome::Pass);
        };
        self.step(turn, flow.as_ref(), dialogue, input)?;
        Ok(Outcome::Handled)
    }

    /// A press of one of the buttons of a dialogue's prompt.
    pub(super) fn on_dialogue_press(&self, turn: &mut Turn<'_>, data: &str) -> Result<(), Interrupt> {
        let pressed = data.strip_prefix(PRESS_PREFIX).and_then(|data| data.split_once(':'));
        let path = turn.dialogue_path();
        let dialogue = turn.get::<Dialogue>(&path)?.filter(|dialogue| dialogue.is_alive(turn));
        let (Some((token, choice)), Some(dialogue)) = (pressed, dialogue) else {
            turn.answer_no_longer_current();
            return Ok(());
        };
        let flow = self.flows.get(dialogue.flow.as_str()).filter(|_| token == dialogue.token);
        let Some(flow) = flow else {
            turn.answer_no_longer_current();
            return Ok(());
        };
        turn.set_pressed_after(dialogue.said.clone());
        match choice {
            CANCEL | BACK | SKIP => self.on_dialogue_command(turn, choice),
            _ => {
                let prompt = flow.prompt(dialogue.version, &dialogue.state, &turn.flow_context());
                let chosen = prompt.and_then(|prompt| {
                    prompt.choices.into_iter().nth(choice.parse().ok()?).map(|choice| choice.value)
                });
                let Some(value) = chosen else {
                    turn.answer_no_longer_current();
                    return Ok(());
                };
                self.step(turn, flow.as_ref(), dialogue, FlowInput::Choice(&value))
            }
        }
    }

    /// `cancel`, `back` or `skip`, by button or as a command of that name. Any
    /// other command that nobody declared is somebody else's.
    pub(super) fn on_dialogue_command(&self, turn: &mut Turn<'_>, name: &str) -> Result<(), Interrupt> {
        let outcome = match name {
            BACK => self.on_dialogue_input(turn, FlowInput::Back)?,
            SKIP => self.on_dialogue_input(turn, FlowInput::Skip)?,
            CANCEL => {
                let path = turn.dialogue_path();
                match turn.get::<Dialogue>(&path)? {
                    Some(_) => {
                        turn.delete::<Dialogue>(&path)?;
                        turn.answer(turn.say("dialogue-cancelled", &[]));
                        Outcome::Handled
                    }
                    None => Outcome::Pass,
                }
            }
            _ => return Ok(()),
        };
        if outcome == Outcome::Pass {
            turn.answer(turn.say("dialogue-nothing-to-cancel", &[]));
        }
        Ok(())
    }

    fn step(
        &self,
        turn: &mut Turn<'_>,
        flow: &dyn AnyFlow,
        dialogue: Dialogue,
        input: FlowInput<'_>,
    ) -> Result<(), Interrupt> {
        let context = turn.flow_context();
        let path = turn.dialogue_path();
        let named = match input {
            FlowInput::Words(message) => {
                let prompt = flow.prompt(dialogue.version, &dialogue.state, &context);
                prompt.and_then(|prompt| {
                    let words = message.text.to_plain().trim().to_lowercase();
                    prompt.choices.into_iter().find(|choice| choice.label.to_lowercase() == words)
                })
            }
            _ => None,
        };
        let input = named.as_ref().map_or(input, |choice| FlowInput::Choice(&choice.value));
        match flow.step(dialogue.version, dialogue.state, input, &context) {
            Some(Transition::Next(state)) => Self::ask(turn, flow, state, None),
            Some(Transition::Again(state, why)) => Self::ask(turn, flow, state, Some(why)),
            Some(Transition::Done(state)) => {
                turn.delete::<Dialogue>(&path)?;
                turn.feature = self.flow_owner(flow.name());
                if let Some(content) = flow.finish(state, turn)? {
                    turn.answer(content);
                }
                Ok(())
            }
            None => {
                turn.delete::<Dialogue>(&path)?;
                turn.answer_no_longer_current();
                Ok(())
            }
        }
    }

    /// Keeps the state and asks what it asks.
    pub(super) fn ask(
        turn: &mut Turn<'_>,
        flow: &dyn AnyFlow,
        state: Value,
        before: Option<Text>,
    ) -> Result<(), Interrupt> {
        let Some(prompt) = flow.prompt(flow.version(), &state, &turn.flow_context()) else { return Ok(()) };
        let token = turn.token();
        let content = shown(turn, &token, prompt, before);
        let asked = say(turn, content);
        let dialogue = Dialogue {
            flow: flow.name().to_owned(),
            version: flow.version(),
            state,
            token,
            said: turn.said().cloned(),
            asked,
            updated: turn.now(),
        };
        turn.put(&turn.dialogue_path(), &dialogue)
    }

    /// A question stands in the place where the event happened, or does not.
    pub(super) fn on_question_receipt(turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Result<(), Interrupt> {
        let path = (turn.event().place.to_string(), receipt.tag.subject.clone());
        let is_it = |asked: &MessageRef| matches!(asked, MessageRef::Sent { delivery, .. } if *delivery == receipt.delivery);
        let dialogue = turn.get::<Dialogue>(&path)?;
        let Some(dialogue) = dialogue.filter(|dialogue| dialogue.asked.as_ref().is_some_and(is_it)) else {
            return Ok(());
        };
        match &receipt.outcome {
            DeliveryOutcome::Delivered(done) => {
                let asked = turn.message_ref(done.message.as_ref());
                turn.put(&path, &Dialogue { asked, ..dialogue })
            }
            _ => turn.delete::<Dialogue>(&path),
        }
    }

    fn flow_owner(&self, name: &str) -> &'static str {
        let mut features = self.features.iter();
        features
            .find(|feature| feature.flows().iter().any(|flow| flow.name() == name))
            .map_or("", |feature| feature.name())
    }
}

/// Asks. Among others the question is a message of its own: gives which, so that
/// it is known what answers it.
fn say(turn: &mut Turn<'_>, content: Outgoing) -> Option<MessageRef> {
    let event = turn.event();
    if event.audience == Audience::Private || event.reply.is_some() {
        turn.answer(content);
        return None;
    }
    let (place, account) = (event.place.clone(), event.actor.account.to_string());
    let content = content.reply_to(turn.message_ref(turn.said()));
    let feature = std::mem::replace(&mut turn.feature, DIALOGUE);
    let manner = Manner::of(Voice::System).tagged("asked", account);
    let delivery = turn.send(place.clone(), content, manner);
    turn.feature = feature;
    Some(MessageRef::Sent { delivery, to: PlaceRef::At(place) })
}

/// A prompt as it is said. In a group a question for words asks for a reply,
/// which leaves no room for buttons: the ways out are named instead.
fn shown(turn: &Turn<'_>, token: &str, prompt: Prompt, before: Option<Text>) -> Outgoing {
    let text = before.map_or(prompt.text.clone(), |before| before.line(prompt.text.clone()));
    let button = |label: String, choice: &str| Button {
        label,
        target: ButtonTarget::Press(format!("{PRESS_PREFIX}{token}:{choice}")),
    };
    if turn.event().audience == Audience::Group && prompt.takes_words && prompt.choices.is_empty() {
        let hint = if prompt.skippable { "dialogue-hint-skip" } else { "dialogue-hint-cancel" };
        return Outgoing { asks: true, ..Outgoing::of(text.line(turn.say(hint, &[]))) };
    }
    let choices: Vec<_> = prompt
        .choices
        .iter()
        .enumerate()
        .map(|(index, choice)| button(choice.label.clone(), &index.to_string()))
        .collect();
    let mut ways = Vec::new();
    if prompt.backable {
        ways.push(button(turn.say("dialogue-back", &[]), BACK));
    }
    if prompt.skippable {
        ways.push(button(turn.say("dialogue-skip", &[]), SKIP));
    }
    ways.push(button(turn.say("dialogue-cancel", &[]), CANCEL));
    choices.chunks(2).fold(Outgoing::of(text), |content, row| content.row(row.to_vec())).row(ways)
}
