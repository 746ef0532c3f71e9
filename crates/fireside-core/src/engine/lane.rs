//! The lane that a command or a form names: what somebody does about a thing
//! from elsewhere is decided in its order with all else about it.

use super::Engine;
use super::forms;
use crate::command::Invocation;
use crate::event::{Event, EventKind};
use crate::ids::LaneId;

impl Engine {
    /// The lane of the thing that an event names, if it names one. Whether the
    /// actor may do what they ask is decided there.
    pub fn lane_named(&self, event: &Event) -> Option<LaneId> {
        match &event.kind {
            EventKind::Command(invocation) => self.lane_of_command(invocation),
            EventKind::Submit(submission) => {
                let (name, subject) = forms::named(&submission.token);
                let (owner, _) = self.forms.get(name)?;
                self.features[*owner].lane_of_form(name, subject)
            }
            _ => None,
        }
    }

    fn lane_of_command(&self, invocation: &Invocation) -> Option<LaneId> {
        let (owner, command) = self.commands.get(&invocation.name)?;
        let owner = &self.features[*owner];
        let Some(written) = &invocation.written else { return owner.lane_of_command(invocation) };
        // Names and numbers are read alike in every language, and by everybody.
        let (part, words) = command.addressed(&written.words, |_| true);
        owner.lane_of_command(&Invocation { options: part.parse(words), ..invocation.clone() })
    }
}
