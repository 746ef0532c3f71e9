//! The feature: which part of it an event is for.

use fireside_core::command::{SuggestRequest, Suggestion};
use fireside_core::event::{ReceiptEvent, TimerEvent};
use fireside_core::parts::{Handled, Parts};
use fireside_core::record::Searchable;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Answers, Command, Decision, Event, Feature, Form, Invocation, Outcome, PersonId, Text, Turn,
};

use crate::feedback::Feedback;
use crate::{capture, card, closing, export, ledger, linked, mine, panel, staff};

/// The feature's name, and its command's.
pub(crate) const NAME: &str = "feedback";

/// The parts of the feature; of its subcommands, the first is the default.
const PARTS: Parts = Parts(&[
    capture::HANDLERS,
    mine::HANDLERS,
    card::HANDLERS,
    staff::HANDLERS,
    closing::HANDLERS,
    export::HANDLERS,
]);
/// The commands that stand beside `/feedback`.
const BESIDE: [&str; 1] = [capture::backing::VOICE];

/// Feedback, to be given to an engine.
#[derive(Debug, Clone, Copy, Default)]
pub struct FeedbackFeature;

/// The subcommand, or the command beside `/feedback`, that is meant.
fn meant(command: &str, subcommand: Option<&str>) -> Option<Handled> {
    let name = if command == NAME { subcommand? } else { command };
    PARTS.commands().find(|one| one.name == name && BESIDE.contains(&name) == (command != NAME))
}

impl Feature for FeedbackFeature {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> Vec<Command> {
        let (beside, within): (Vec<_>, Vec<_>) = PARTS.commands().partition(|one| BESIDE.contains(&one.name));
        let command = Command::new(NAME, "feedback-command").on_message("feedback-menu");
        let command = within.iter().fold(command, |command, one| command.subcommand((one.command)()));
        std::iter::once(command).chain(beside.iter().map(|one| (one.command)())).collect()
    }

    fn forms(&self) -> Vec<Form> {
        PARTS.forms()
    }

    fn searchable(&self) -> Vec<Searchable> {
        vec![Searchable::of::<Feedback>(Some(ledger::COUNTER))]
    }

    fn hears_talk(&self) -> bool {
        true
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        match meant(&invocation.name, invocation.subcommand.as_deref()) {
            Some(subcommand) => (subcommand.run)(turn, invocation),
            None => Ok(Outcome::Pass),
        }
    }

    fn suggest(&self, turn: &mut Turn<'_>, request: &SuggestRequest) -> Result<Vec<Suggestion>, Interrupt> {
        let suggest = meant(&request.command, request.subcommand.as_deref()).and_then(|one| one.suggest);
        suggest.map_or(Ok(Vec::new()), |suggest| suggest(turn, request))
    }

    fn on_press(&self, turn: &mut Turn<'_>, action: &str, data: &str) -> Decision {
        PARTS.on_press(turn, action, data)
    }

    fn on_form(&self, turn: &mut Turn<'_>, form: &str, answers: &Answers) -> Decision {
        PARTS.on_form(turn, form, answers)
    }

    fn on_receipt(&self, turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
        PARTS.on_receipt(turn, receipt)
    }

    fn on_timer(&self, turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
        PARTS.on_timer(turn, timer)
    }

    fn on_event(&self, turn: &mut Turn<'_>, event: &Event) -> Decision {
        PARTS.on_event(turn, event)
    }

    fn on_linked(&self, turn: &mut Turn<'_>, person: &PersonId, joined: &PersonId) -> Result<(), Interrupt> {
        linked::bring_over(turn, person, joined)
    }

    fn panel(&self, turn: &mut Turn<'_>, person: &PersonId) -> Result<Option<Text>, Interrupt> {
        panel::panel(turn, person)
    }
}
