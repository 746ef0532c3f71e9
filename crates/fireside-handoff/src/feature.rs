//! The feature: which part of it an event is for.

use fireside_core::command::{SuggestRequest, Suggestion};
use fireside_core::event::{DelayEvent, ReceiptEvent, TimerEvent};
use fireside_core::parts::Parts;
use fireside_core::record::Searchable;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Answers, Command, Community, Decision, Event, Feature, Form, Invocation, LaneId, Message, Outcome,
    PersonId, Turn,
};

use crate::case::CaseNumber;
use crate::{Settings, customer, record, relay, room, staff, time};

/// The feature's name, in tags and buttons.
pub(crate) const NAME: &str = "handoff";

/// The parts of the feature.
const PARTS: Parts = Parts(&[
    customer::HANDLERS,
    staff::HANDLERS,
    room::HANDLERS,
    relay::HANDLERS,
    time::HANDLERS,
    record::TRANSCRIPTS,
    record::FIGURES,
]);

/// Handoff, to be given to an engine.
#[derive(Debug, Clone, Copy, Default)]
pub struct Handoff;

impl Feature for Handoff {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> Vec<Command> {
        PARTS.commands().map(|one| (one.command)()).collect()
    }

    fn forms(&self) -> Vec<Form> {
        PARTS.forms()
    }

    fn searchable(&self) -> Vec<Searchable> {
        vec![Searchable::of::<customer::AcceptedAnswer>(None)]
    }

    fn hears_talk(&self) -> bool {
        true
    }

    fn lane_of_command(&self, invocation: &Invocation) -> Option<LaneId> {
        staff::case_named(invocation).map(CaseNumber::lane)
    }

    fn subject_of_command(&self, invocation: &Invocation) -> Option<String> {
        staff::subject_named(invocation)
    }

    fn lane_of_form(&self, _form: &str, subject: &str) -> Option<LaneId> {
        CaseNumber::begins(subject).map(|(number, _)| number.lane())
    }

    fn person_button(&self, community: &Community) -> Option<&'static str> {
        community.settings::<Settings>().ok().filter(|settings| settings.talk_button)?;
        Some(customer::PERSON_BUTTON)
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        let meant = PARTS.commands().find(|one| one.name == invocation.name);
        meant.map_or(Ok(Outcome::Pass), |one| (one.run)(turn, invocation))
    }

    fn suggest(&self, turn: &mut Turn<'_>, request: &SuggestRequest) -> Result<Vec<Suggestion>, Interrupt> {
        let meant = PARTS.commands().find(|one| one.name == request.command);
        let suggest = meant.and_then(|one| one.suggest);
        suggest.map_or(Ok(Vec::new()), |suggest| suggest(turn, request))
    }

    fn on_press(&self, turn: &mut Turn<'_>, action: &str, data: &str) -> Decision {
        PARTS.on_press(turn, action, data)
    }

    fn on_form(&self, turn: &mut Turn<'_>, form: &str, answers: &Answers) -> Decision {
        PARTS.on_form(turn, form, answers)
    }

    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        PARTS.on_message(turn, message)
    }

    fn on_receipt(&self, turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
        PARTS.on_receipt(turn, receipt)
    }

    fn on_delay(&self, turn: &mut Turn<'_>, delay: &DelayEvent) -> Decision {
        PARTS.on_delay(turn, delay)
    }

    fn on_timer(&self, turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
        PARTS.on_timer(turn, timer)
    }

    fn on_linked(&self, turn: &mut Turn<'_>, person: &PersonId, joined: &PersonId) -> Result<(), Interrupt> {
        customer::bring_over(turn, person, joined)
    }

    fn on_event(&self, turn: &mut Turn<'_>, event: &Event) -> Decision {
        PARTS.on_event(turn, event)
    }
}
