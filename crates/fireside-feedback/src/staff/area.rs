//! `/feedback area 7 billing`: what of the product an item is about.

use fireside_core::turn::Interrupt;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, Turn, text};

use super::history::{self, What};
use super::{meant, suggest};
use crate::ledger;
use crate::settings::Settings;
use fireside_core::parts::Handled;

/// The subcommand.
pub(super) const AREA: Handled = Handled { name: "area", command, run, suggest: Some(suggest::suggest) };

/// The option that names an area.
pub(super) const NAME: &str = "name";

fn command() -> Command {
    let command = meant::command(AREA.name, "feedback-command-area");
    command.option(NAME, "feedback-command-area-name", OptionKind::Text, false).suggests()
}

fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let given = invocation.text(NAME).unwrap_or_default();
    let Ok(area) = known(turn, given)? else {
        refuse(turn)?;
        return Ok(Outcome::Handled);
    };
    if let Some(mut meant) = meant::meant(turn, invocation)? {
        let number = ("number", meant.item.number.get().into());
        let said = match &area {
            Some(area) => turn.say("feedback-area-set", &[number, ("area", area.into())]),
            None => turn.say("feedback-area-removed", &[number]),
        };
        if meant.item.area != area {
            meant.item.area.clone_from(&area);
            ledger::keep(turn, &meant.item)?;
            history::note_down(turn, meant.item.number, What::Area { area })?;
        }
        turn.answer(meant.about(said));
    }
    Ok(Outcome::Handled)
}

/// It is none of the areas that the community has listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NoSuchArea;

/// The area that words name, as it is kept. Blank words name none.
pub(super) fn known(turn: &Turn<'_>, words: &str) -> Result<Result<Option<String>, NoSuchArea>, Interrupt> {
    if text::is_blank(words) {
        return Ok(Ok(None));
    }
    Ok(turn.settings::<Settings>()?.area(words).map(Some).ok_or(NoSuchArea))
}

/// Says which areas there are.
pub(super) fn refuse(turn: &mut Turn<'_>) -> Result<(), Interrupt> {
    let areas = turn.settings::<Settings>()?.areas.join(", ");
    turn.answer(turn.say("feedback-unknown-area", &[("areas", (&areas).into())]));
    Ok(())
}
