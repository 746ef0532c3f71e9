//! The feature port: what a bot can do, decided without I/O.

use crate::command::{Command, Invocation, OptionValue, SuggestRequest, Suggestion};
use crate::community::Community;
use crate::event::{DelayEvent, Event, ReceiptEvent, TimerEvent};
use crate::flow::AnyFlow;
use crate::form::{Answers, Form};
use crate::ids::{LaneId, PersonId};
use crate::message::Message;
use crate::record::Searchable;
use crate::text::Text;
use crate::turn::{Interrupt, Turn};

/// Whether a feature took an event on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is dealt with; no other feature sees it.
    Handled,
    /// It is for somebody else.
    Pass,
}

/// How a feature's decision ends. `?` on a read ends it early where something
/// has to be loaded first; it is then made again.
pub type Decision = Result<Outcome, Interrupt>;

/// Something the bot can do.
///
/// A feature decides in a [`Turn`]: it reads and writes records, says things,
/// sets timers. It MUST decide the same from the same turn, since a decision is
/// made again when what it read has changed; it has no clock, no randomness and
/// no I/O but the turn's. Every method passes unless it is written.
pub trait Feature: Send + Sync {
    /// Its name, unique in the bot: 1–32 of `a-z0-9_`.
    fn name(&self) -> &'static str;

    /// The commands it answers.
    fn commands(&self) -> Vec<Command> {
        Vec::new()
    }

    /// The forms it opens.
    fn forms(&self) -> Vec<Form> {
        Vec::new()
    }

    /// The collections it wants found by what their records say and are.
    fn searchable(&self) -> Vec<Searchable> {
        Vec::new()
    }

    /// The dialogues it leads.
    fn flows(&self) -> Vec<Box<dyn AnyFlow>> {
        Vec::new()
    }

    /// Whether it asks what was said around a message ([`Turn::heard`]). Where no
    /// feature does, nobody's talk is remembered.
    fn hears_talk(&self) -> bool {
        false
    }

    /// The lane in which one of its commands is decided, by what was given with
    /// it: that of the thing it names. `None`: that of the place where it is run.
    fn lane_of_command(&self, invocation: &Invocation) -> Option<LaneId> {
        let _ = invocation;
        None
    }

    /// What one of its commands is about, by what was given with it, as the
    /// audit log tells it: the number that was given. `None`: what the place is
    /// about where it is run.
    fn subject_of_command(&self, invocation: &Invocation) -> Option<String> {
        invocation.options.iter().find_map(|(_, value)| match value {
            OptionValue::Integer(number) => Some(number.to_string()),
            _ => None,
        })
    }

    /// The lane in which one of its forms is decided, by what it is about.
    /// `None`: that of the place where it is sent in.
    fn lane_of_form(&self, form: &str, subject: &str) -> Option<LaneId> {
        let _ = (form, subject);
        None
    }

    /// The phrase on a button that calls a person, in this community: it stands
    /// below what the bot answers customers, and its press comes back as the
    /// action [`PERSON`](crate::action::PERSON). The first feature that has one
    /// answers it. Another feature calls a person by [`Turn::call_person`]: the
    /// same action, with what was said as its data.
    fn person_button(&self, community: &Community) -> Option<&'static str> {
        let _ = community;
        None
    }

    /// One of its commands was run by somebody who may.
    ///
    /// # Errors
    /// When a read has to be loaded, or stored data can't be read.
    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        let _ = (turn, invocation);
        Ok(Outcome::Pass)
    }

    /// Somebody who may run one of its commands is writing it: what could be
    /// given for an option, best first. At most 25 are shown.
    ///
    /// # Errors
    /// When a read has to be loaded, or stored data can't be read.
    fn suggest(&self, turn: &mut Turn<'_>, request: &SuggestRequest) -> Result<Vec<Suggestion>, Interrupt> {
        let _ = (turn, request);
        Ok(Vec::new())
    }

    /// One of its buttons was pressed: `action` and `data` are as it made them.
    ///
    /// # Errors
    /// When a read has to be loaded, or stored data can't be read.
    fn on_press(&self, turn: &mut Turn<'_>, action: &str, data: &str) -> Decision {
        let _ = (turn, action, data);
        Ok(Outcome::Pass)
    }

    /// One of its forms was filled in; the answers fit its fields.
    ///
    /// # Errors
    /// When a read has to be loaded, or stored data can't be read.
    fn on_form(&self, turn: &mut Turn<'_>, form: &str, answers: &Answers) -> Decision {
        let _ = (turn, form, answers);
        Ok(Outcome::Pass)
    }

    /// Somebody said something that no dialogue waits for. What bots say never
    /// comes here.
    ///
    /// # Errors
    /// When a read has to be loaded, or stored data can't be read.
    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        let _ = (turn, message);
        Ok(Outcome::Pass)
    }

    /// One of its deliveries that [tell so](crate::turn::effects::Manner::tells_delay)
    /// has to wait. It still comes to its end, which is told as always.
    ///
    /// # Errors
    /// When a read has to be loaded, or stored data can't be read.
    fn on_delay(&self, turn: &mut Turn<'_>, delay: &DelayEvent) -> Decision {
        let _ = (turn, delay);
        Ok(Outcome::Pass)
    }

    /// One of its tagged deliveries came to its end.
    ///
    /// # Errors
    /// When a read has to be loaded, or stored data can't be read.
    fn on_receipt(&self, turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
        let _ = (turn, receipt);
        Ok(Outcome::Pass)
    }

    /// One of its timers is due.
    ///
    /// # Errors
    /// When a read has to be loaded, or stored data can't be read.
    fn on_timer(&self, turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
        let _ = (turn, timer);
        Ok(Outcome::Pass)
    }

    /// Two people turned out to be one: what it keeps about `joined` belongs to
    /// `person` from now on.
    ///
    /// # Errors
    /// When a read has to be loaded, or stored data can't be read.
    fn on_linked(&self, turn: &mut Turn<'_>, person: &PersonId, joined: &PersonId) -> Result<(), Interrupt> {
        let _ = (turn, person, joined);
        Ok(())
    }

    /// Something else happened: an edit, a member who came, a room that closed.
    ///
    /// # Errors
    /// When a read has to be loaded, or stored data can't be read.
    fn on_event(&self, turn: &mut Turn<'_>, event: &Event) -> Decision {
        let _ = (turn, event);
        Ok(Outcome::Pass)
    }

    /// What it knows about a person, in a few lines for staff: its panel on
    /// other features' cards.
    ///
    /// # Errors
    /// When a read has to be loaded, or stored data can't be read.
    fn panel(&self, turn: &mut Turn<'_>, person: &PersonId) -> Result<Option<Text>, Interrupt> {
        let _ = (turn, person);
        Ok(None)
    }
}
