//! `/note`: words that staff keep among themselves, whatever goes out.

use fireside_core::parts::Handled;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, Text, Turn, Voice, text};

use super::reply::{TEXT, said, stands_in_room};
use crate::case::{Speaker, shown_name};
use crate::record;
use crate::staff::{CASE, answer, case_meant, suggest};

/// `/note`.
pub(super) const NOTE: Handled = Handled { name: "note", command, run, suggest: Some(suggest::cases) };

fn command() -> Command {
    Command::new("note", "handoff-command-note")
        .staff()
        .option(CASE, "handoff-command-case", OptionKind::Integer, false)
        .suggests()
        // Words may begin with a number.
        .named()
        .option(TEXT, "handoff-command-note-text", OptionKind::Text, false)
}

/// Keeps a note. Where nobody sees it in the room yet, it is shown there.
fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some(case) = case_meant(turn, invocation)? else { return Ok(Outcome::Handled) };
    let message = said(invocation);
    let words = message.text.to_plain();
    if text::is_blank(&words) {
        answer(turn, "handoff-nothing-said", case.number, "");
        return Ok(Outcome::Handled);
    }
    let name = shown_name(&turn.event().actor);
    record::said(turn, &case, Speaker::Note, &name, &message)?;
    if stands_in_room(turn, &case, message.id.as_ref()) {
        return Ok(Outcome::Handled);
    }
    if let Some(room) = case.room_place() {
        let head = turn.say_to_staff("handoff-note-of", &[("name", (&name).into())]);
        let note = Text::bold(head).then(" ").then(words);
        turn.send(room, note, case.number.manner(Voice::System).about(case.number.of_customer()));
    }
    answer(turn, "handoff-noted", case.number, "");
    Ok(Outcome::Handled)
}
