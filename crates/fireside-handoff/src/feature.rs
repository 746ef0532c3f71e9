//! The feature: which part of it an event is for.

use fireside_core::event::{ReceiptEvent, RoomChange};
use fireside_core::{Command, Decision, Event, EventKind, Feature, Invocation, Message, Outcome, Turn};

use crate::case::{Case, CaseNumber};
use crate::{card, close, open, relay, rooms, staff};

/// The feature's name, in tags and buttons.
pub(crate) const NAME: &str = "handoff";

/// Handoff, to be given to an engine.
#[derive(Debug, Clone, Copy, Default)]
pub struct Handoff;

impl Feature for Handoff {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> Vec<Command> {
        vec![open::command(), staff::command(), close::command()]
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        match invocation.name.as_str() {
            open::HUMAN => open::human(turn, invocation),
            staff::JOIN => staff::join(turn, invocation),
            close::CLOSE => close::close(turn, invocation),
            _ => Ok(Outcome::Pass),
        }
    }

    /// A button stays where it was put, whoever comes by later: authority is
    /// checked when it is pressed.
    fn on_press(&self, turn: &mut Turn<'_>, action: &str, data: &str) -> Decision {
        if !turn.is_staff() {
            turn.refuse_stranger();
            return Ok(Outcome::Handled);
        }
        let case = match CaseNumber::parse(data) {
            Some(number) => turn.get::<Case>(&number)?,
            None => None,
        };
        let Some(case) = case.filter(|case| case.closure().is_none()) else {
            turn.answer_no_longer_current();
            return Ok(Outcome::Handled);
        };
        match action {
            card::JOIN => staff::join_case(turn, case.number)?,
            card::CLOSE => close::close_case(turn, case.number, None)?,
            _ => turn.answer_no_longer_current(),
        }
        Ok(Outcome::Handled)
    }

    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        relay::on_message(turn, message)
    }

    fn on_receipt(&self, turn: &mut Turn<'_>, receipt: &ReceiptEvent) -> Decision {
        let Some(number) = CaseNumber::parse(&receipt.tag.subject) else { return Ok(Outcome::Pass) };
        let Some(mut case) = turn.get::<Case>(&number)? else { return Ok(Outcome::Pass) };
        match receipt.tag.label.as_str() {
            card::LABEL => card::on_receipt(turn, &mut case, receipt)?,
            rooms::LABEL | rooms::RENEWED => rooms::on_receipt(turn, &mut case, receipt)?,
            relay::TO_ROOM | relay::TO_CUSTOMER | relay::CHANGED => {
                relay::on_receipt(turn, &mut case, receipt)?;
            }
            _ => return Ok(Outcome::Pass),
        }
        Ok(Outcome::Handled)
    }

    fn on_event(&self, turn: &mut Turn<'_>, event: &Event) -> Decision {
        match &event.kind {
            EventKind::Room(RoomChange::Removed) => rooms::on_removed(turn),
            EventKind::Edited(message) => relay::on_edited(turn, message),
            EventKind::Deleted { message } => relay::on_deleted(turn, message),
            EventKind::Reaction(reaction) => relay::on_reaction(turn, reaction),
            _ => Ok(Outcome::Pass),
        }
    }
}
