//! Parts: a feature put together of rooms of its own, each of which says what
//! it answers, so that what is added to one part is written in that part alone.

use crate::command::{Command, Invocation, SuggestRequest, Suggestion};
use crate::event::{DelayEvent, Event, EventKind, Reaction, ReceiptEvent, TimerEvent};
use crate::feature::{Decision, Outcome};
use crate::form::{Answers, Form};
use crate::message::Message;
use crate::turn::{Interrupt, Turn};

/// Decides what comes of something that happened.
pub type Decide<T> = fn(&mut Turn<'_>, &T) -> Decision;

/// Declares a form.
pub type Declare = fn() -> Form;

/// What could be given for an option, best first.
pub type Suggest = fn(&mut Turn<'_>, &SuggestRequest) -> Result<Vec<Suggestion>, Interrupt>;

/// What one part of a feature answers.
#[derive(Debug, Clone, Copy)]
pub struct Handlers {
    /// Commands, or subcommands of the feature's one.
    pub commands: &'static [Handled],
    /// Presses of buttons, by action.
    pub presses: &'static [(&'static str, Decide<str>)],
    /// Forms.
    pub forms: &'static [(Declare, Decide<Answers>)],
    /// Timers, by label.
    pub timers: &'static [(&'static str, Decide<TimerEvent>)],
    /// Ends of deliveries, by label.
    pub receipts: &'static [(&'static str, Decide<ReceiptEvent>)],
    /// Deliveries that have to wait, by label.
    pub delays: &'static [(&'static str, Decide<DelayEvent>)],
    /// Messages; the first that takes one on has it.
    pub messages: &'static [Decide<Message>],
    /// Reactions; the first that takes one on has it.
    pub reactions: &'static [Decide<Reaction>],
    /// Whatever else happens; the first that takes it on has it.
    pub events: &'static [Decide<Event>],
}

impl Handlers {
    /// Nothing.
    pub const NONE: Self = Self {
        commands: &[],
        presses: &[],
        forms: &[],
        timers: &[],
        receipts: &[],
        delays: &[],
        messages: &[],
        reactions: &[],
        events: &[],
    };
}

/// A command's declaration and what it does.
#[derive(Debug, Clone, Copy)]
pub struct Handled {
    /// Its name.
    pub name: &'static str,
    /// Its declaration.
    pub command: fn() -> Command,
    /// What it does.
    pub run: Decide<Invocation>,
    /// What can be given for its options.
    pub suggest: Option<Suggest>,
}

/// The parts of a feature: each of these brings what happened to the part that
/// answers it, as the feature's method of the same name would.
#[derive(Debug, Clone, Copy)]
pub struct Parts(pub &'static [Handlers]);

impl Parts {
    /// The commands of all parts.
    pub fn commands(self) -> impl Iterator<Item = Handled> {
        self.0.iter().flat_map(|part| part.commands.iter().copied())
    }

    /// The forms of all parts.
    pub fn forms(self) -> Vec<Form> {
        self.0.iter().flat_map(|part| part.forms).map(|(form, _)| form()).collect()
    }

    /// A button was pressed; one that no part knows is no longer current.
    ///
    /// # Errors
    /// As the part's.
    pub fn on_press(self, turn: &mut Turn<'_>, action: &str, data: &str) -> Decision {
        let mut presses = self.0.iter().flat_map(|part| part.presses);
        if let Some((_, decide)) = presses.find(|(name, _)| *name == action) {
            return decide(turn, data);
        }
        turn.answer_no_longer_current();
        Ok(Outcome::Handled)
    }

    /// A form was filled in.
    ///
    /// # Errors
    /// As the part's.
    pub fn on_form(self, turn: &mut Turn<'_>, form: &str, answers: &Answers) -> Decision {
        let mut forms = self.0.iter().flat_map(|part| part.forms);
        let sent_in = forms.find(|(declared, _)| declared().name == form);
        sent_in.map_or(Ok(Outcome::Pass), |(_, decide)| decide(turn, answers))
    }

    /// A delivery came to its end.
    ///
    /// # Errors
    /// As the part's.
    pub fn on_receipt(self, turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
        let mut receipts = self.0.iter().flat_map(|part| part.receipts);
        let ended = receipts.find(|(label, _)| *label == receipt.tag.label);
        ended.map_or(Ok(Outcome::Pass), |(_, decide)| decide(turn, receipt))
    }

    /// A delivery has to wait.
    ///
    /// # Errors
    /// As the part's.
    pub fn on_delay(self, turn: &mut Turn<'_>, delay: &DelayEvent) -> Decision {
        let mut delays = self.0.iter().flat_map(|part| part.delays);
        let told = delays.find(|(label, _)| *label == delay.tag.label);
        told.map_or(Ok(Outcome::Pass), |(_, decide)| decide(turn, delay))
    }

    /// A timer is due.
    ///
    /// # Errors
    /// As the part's.
    pub fn on_timer(self, turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
        let mut timers = self.0.iter().flat_map(|part| part.timers);
        let due = timers.find(|(label, _)| *label == timer.tag.label);
        due.map_or(Ok(Outcome::Pass), |(_, decide)| decide(turn, timer))
    }

    /// Somebody said something.
    ///
    /// # Errors
    /// As the part's.
    pub fn on_message(self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        first(self.0.iter().flat_map(|part| part.messages), turn, message)
    }

    /// Something else happened.
    ///
    /// # Errors
    /// As the part's.
    pub fn on_event(self, turn: &mut Turn<'_>, event: &Event) -> Decision {
        if let EventKind::Reaction(reaction) = &event.kind {
            let reactions = self.0.iter().flat_map(|part| part.reactions);
            if first(reactions, turn, reaction)? == Outcome::Handled {
                return Ok(Outcome::Handled);
            }
        }
        first(self.0.iter().flat_map(|part| part.events), turn, event)
    }
}

/// Offers something to each until one takes it on.
fn first<'a, T: 'a>(
    decide: impl Iterator<Item = &'a Decide<T>>,
    turn: &mut Turn<'_>,
    happened: &T,
) -> Decision {
    for decide in decide {
        if decide(turn, happened)? == Outcome::Handled {
            return Ok(Outcome::Handled);
        }
    }
    Ok(Outcome::Pass)
}
