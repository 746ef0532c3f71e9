//! `/feedback edit 7`: an item's title, details, area and kind.

use fireside_core::turn::Interrupt;
use fireside_core::{Answers, Command, Decision, Field, FirstReply, Form, Invocation, Outcome, Turn, text};

use super::history::{self, What};
use super::{area, meant, suggest};
use crate::feedback::{Feedback, FeedbackNumber};
use crate::kind::Kind;
use crate::ledger::{self, AREA_LEN_MAX, TITLE_LEN_MAX, WORDS_CHARS_MAX};
use fireside_core::parts::Handled;

/// The subcommand.
pub(super) const EDIT: Handled = Handled { name: "edit", command, run, suggest: Some(suggest::suggest) };

const FORM: &str = "feedback_edit";
const TITLE: &str = "title";
const KIND: &str = "kind";
const DETAILS: &str = "details";
const AREA: &str = "area";

fn command() -> Command {
    meant::command(EDIT.name, "feedback-command-edit").first_reply(FirstReply::Form)
}

/// The form, opened with what there is.
pub(super) fn form() -> Form {
    let kinds = Kind::ALL.map(|kind| (kind.as_str(), kind.phrase()));
    let fields = vec![
        Field::text(TITLE, "feedback-edit-title", TITLE_LEN_MAX),
        Field::select(KIND, "feedback-edit-kind", &kinds),
        Field::long_text(DETAILS, "feedback-edit-details", WORDS_CHARS_MAX).optional(),
        Field::text(AREA, "feedback-edit-area", AREA_LEN_MAX).optional(),
    ];
    Form { name: FORM, title: "feedback-edit", fields }
}

fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some(meant) = meant::meant(turn, invocation)? else { return Ok(Outcome::Handled) };
    let item = &meant.item;
    let mut known = Answers::about(item.number);
    known.set(TITLE, item.title.as_str());
    known.set(KIND, item.kind.as_str());
    known.set(DETAILS, item.details.as_str());
    known.set(AREA, item.area.as_deref().unwrap_or_default());
    turn.correct_form(FORM, &known)?;
    Ok(Outcome::Handled)
}

/// What was changed comes in. Whether they are staff is asked again: forms are
/// filled in at leisure.
pub(super) fn on_form(turn: &mut Turn<'_>, given: &Answers) -> Decision {
    if !turn.is_staff() {
        turn.refuse_stranger();
        return Ok(Outcome::Handled);
    }
    let number = FeedbackNumber::parse(given.subject()).unwrap_or(FeedbackNumber::new(0));
    let Some(meant) = meant::by_number(turn, number)? else { return Ok(Outcome::Handled) };
    let Some(changed) = changed(turn, &meant.item, given)? else {
        area::refuse(turn)?;
        return Ok(Outcome::Handled);
    };
    let number = ("number", meant.item.number.get().into());
    if changed == meant.item {
        turn.answer(meant.about(turn.say("feedback-edit-same", &[number])));
        return Ok(Outcome::Handled);
    }
    ledger::keep(turn, &changed)?;
    history::note_down(turn, changed.number, What::Edited { title: meant.item.title.clone() })?;
    turn.answer(meant.about(turn.say("feedback-edit-done", &[number])));
    Ok(Outcome::Handled)
}

/// The item as it is from now on. `None`: there is no such area.
fn changed(turn: &Turn<'_>, item: &Feedback, given: &Answers) -> Result<Option<Feedback>, Interrupt> {
    let Ok(area) = area::known(turn, given.get(AREA))? else { return Ok(None) };
    Ok(Some(Feedback {
        title: text::cleaned(given.get(TITLE), TITLE_LEN_MAX),
        kind: Kind::parse(given.get(KIND)).unwrap_or(item.kind),
        details: given.get(DETAILS).to_owned(),
        area,
        ..item.clone()
    }))
}
