//! Commands: which part of one is meant, whether the actor may run it, and what
//! was given with it.

use super::Engine;
use super::registry::said;
use crate::command::{Access, Command, Invocation, SuggestRequest};
use crate::feature::Feature;
use crate::outgoing::Answer;
use crate::turn::{Interrupt, Turn};

/// The most suggestions for an option.
const SUGGESTIONS_MAX: usize = 25;

/// Whether the actor may run `part`, which is the command or its subcommand.
fn may_run(turn: &Turn<'_>, command: &Command, part: &Command) -> bool {
    (command.access == Access::Everyone && part.access == Access::Everyone) || turn.is_staff()
}

/// The name that says which part of the command is meant, if it has several.
fn subcommand(command: &Command, part: &Command) -> Option<String> {
    (!command.subcommands.is_empty()).then(|| part.name.clone())
}

/// What somebody writes to run this part of the command.
fn spoken_name(command: &Command, part: &Command) -> String {
    subcommand(command, part).map_or_else(|| command.name.clone(), |part| format!("{} {part}", command.name))
}

/// What a command is about, as far as anybody can tell before it runs: what was
/// given with it, else what the place belongs to.
fn subject(turn: &Turn<'_>, owner: &dyn Feature, invocation: &Invocation) -> String {
    let here = || turn.binding().filter(|binding| binding.tag.feature == turn.feature);
    let named = owner.subject_of_command(invocation);
    named.or_else(|| here().map(|binding| binding.tag.subject.clone())).unwrap_or_default()
}

impl Engine {
    pub(super) fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Result<(), Interrupt> {
        let Some((index, command)) = self.commands.get(&invocation.name) else {
            return self.on_dialogue_command(turn, &invocation.name);
        };
        let owner = &self.features[*index];
        turn.feature = owner.name();
        let Some((part, understood)) = self.understand(turn, command, invocation) else {
            turn.answer_no_longer_current();
            return Ok(());
        };
        let is_for_staff = command.access == Access::Staff || part.access == Access::Staff;
        if !may_run(turn, command, part) {
            turn.audit_refusal(&spoken_name(command, part), subject(turn, owner.as_ref(), &understood))?;
            turn.refuse_stranger();
            return Ok(());
        }
        if is_for_staff {
            turn.audit(&spoken_name(command, part), subject(turn, owner.as_ref(), &understood))?;
        }
        owner.on_command(turn, &understood)?;
        Ok(())
    }

    /// What runs, and the invocation as its feature is told it. `None` where the
    /// platform still shows a subcommand that is not there any more.
    fn understand<'c>(
        &self,
        turn: &Turn<'_>,
        command: &'c Command,
        invocation: &Invocation,
    ) -> Option<(&'c Command, Invocation)> {
        let mut understood = invocation.clone();
        let part = match understood.written.take() {
            Some(written) => {
                // Choices are known by their phrases as well.
                let said = said(command, &self.phrases, turn.locale());
                let (part, words) = said.addressed(&written.words, |part| may_run(turn, &said, part));
                understood.options = part.parse(words);
                understood.options.extend(part.hand_out(written.files));
                command.part(subcommand(&said, part).as_deref())?
            }
            None => command.part(invocation.subcommand.as_deref())?,
        };
        understood.subcommand = subcommand(command, part);
        Some((part, understood))
    }

    /// Who may not run a command is suggested nothing for it.
    pub(super) fn on_suggest(&self, turn: &mut Turn<'_>, request: &SuggestRequest) -> Result<(), Interrupt> {
        let mut suggestions = Vec::new();
        if let Some((index, command)) = self.commands.get(&request.command)
            && let Some(part) = command.part(request.subcommand.as_deref())
            && may_run(turn, command, part)
        {
            let owner = &self.features[*index];
            turn.feature = owner.name();
            let request = SuggestRequest { subcommand: subcommand(command, part), ..request.clone() };
            suggestions = owner.suggest(turn, &request)?;
            suggestions.truncate(SUGGESTIONS_MAX);
        }
        turn.set_answer(Answer::Suggest(suggestions));
        Ok(())
    }
}
