//! The feature: which part of it an event is for.

use fireside_core::command::{SuggestRequest, Suggestion};
use fireside_core::event::{ReceiptEvent, TimerEvent};
use fireside_core::record::Searchable;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Answers, Command, Decision, Event, EventKind, Feature, Form, Invocation, Outcome, PersonId, Text, Turn,
};

use crate::feedback::Feedback;
use crate::handlers::{Handlers, Subcommand};
use crate::{capture, card, closing, export, ledger, linked, mine, panel, staff};

/// The feature's name, and its command's.
pub(crate) const NAME: &str = "feedback";

/// The parts of the feature; of its subcommands, the first is the default.
const PARTS: [Handlers; 6] =
    [capture::HANDLERS, mine::HANDLERS, card::HANDLERS, staff::HANDLERS, closing::HANDLERS, export::HANDLERS];
/// The commands that stand beside `/feedback`.
const BESIDE: [&str; 1] = [capture::backing::VOICE];

/// Feedback, to be given to an engine.
#[derive(Debug, Clone, Copy, Default)]
pub struct FeedbackFeature;

fn subcommands() -> impl Iterator<Item = Subcommand> {
    PARTS.into_iter().flat_map(|part| part.commands.iter().copied())
}

/// The subcommand, or the command beside `/feedback`, that is meant.
fn meant(command: &str, subcommand: Option<&str>) -> Option<Subcommand> {
    let name = if command == NAME { subcommand? } else { command };
    subcommands().find(|one| one.name == name && BESIDE.contains(&name) == (command != NAME))
}

impl Feature for FeedbackFeature {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> Vec<Command> {
        let (beside, within): (Vec<_>, Vec<_>) = subcommands().partition(|one| BESIDE.contains(&one.name));
        let command = Command::new(NAME, "feedback-command").on_message("feedback-menu");
        let command = within.iter().fold(command, |command, one| command.subcommand((one.command)()));
        std::iter::once(command).chain(beside.iter().map(|one| (one.command)())).collect()
    }

    fn forms(&self) -> Vec<Form> {
        PARTS.iter().flat_map(|part| part.forms).map(|(form, _)| form()).collect()
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
        let mut presses = PARTS.iter().flat_map(|part| part.presses);
        if let Some((_, decide)) = presses.find(|(name, _)| *name == action) {
            return decide(turn, data);
        }
        turn.answer_no_longer_current();
        Ok(Outcome::Handled)
    }

    fn on_form(&self, turn: &mut Turn<'_>, form: &str, answers: &Answers) -> Decision {
        let mut forms = PARTS.iter().flat_map(|part| part.forms);
        match forms.find(|(declared, _)| declared().name == form) {
            Some((_, sent_in)) => sent_in(turn, answers),
            None => Ok(Outcome::Pass),
        }
    }

    fn on_receipt(&self, turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
        let mut receipts = PARTS.iter().flat_map(|part| part.receipts);
        match receipts.find(|(label, _)| *label == receipt.tag.label) {
            Some((_, ended)) => ended(turn, receipt),
            None => Ok(Outcome::Pass),
        }
    }

    fn on_timer(&self, turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
        let mut timers = PARTS.iter().flat_map(|part| part.timers);
        match timers.find(|(label, _)| *label == timer.tag.label) {
            Some((_, due)) => due(turn, timer),
            None => Ok(Outcome::Pass),
        }
    }

    fn on_event(&self, turn: &mut Turn<'_>, event: &Event) -> Decision {
        if let EventKind::Reaction(reaction) = &event.kind {
            for reacted in PARTS.iter().flat_map(|part| part.reactions) {
                if reacted(turn, reaction)? == Outcome::Handled {
                    return Ok(Outcome::Handled);
                }
            }
        }
        for happened in PARTS.iter().flat_map(|part| part.events) {
            if happened(turn, event)? == Outcome::Handled {
                return Ok(Outcome::Handled);
            }
        }
        Ok(Outcome::Pass)
    }

    fn on_linked(&self, turn: &mut Turn<'_>, person: &PersonId, joined: &PersonId) -> Result<(), Interrupt> {
        linked::bring_over(turn, person, joined)
    }

    fn panel(&self, turn: &mut Turn<'_>, person: &PersonId) -> Result<Option<Text>, Interrupt> {
        panel::panel(turn, person)
    }
}
