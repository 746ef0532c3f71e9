//! `/edit` and `/delete`: staff change or take back what they said to the
//! customer: what the command is run on, else their own last words.

use fireside_core::parts::Handled;
use fireside_core::turn::Interrupt;
use fireside_core::{
    Answers, Command, Decision, Field, FirstReply, Form, Invocation, MessageRef, OptionKind, Outcome,
    PlaceRef, Text, Turn, Voice, text,
};

use super::changes::{self, Change};
use super::outbound::LastSaid;
use super::reply::TEXT;
use super::{aim, mirror, removal};
use crate::case::{Case, CaseNumber, Refusal};
use crate::staff::{CASE, answer, answer_refusal, case_meant, case_of, suggest};

/// `/edit`.
pub(super) const EDIT: Handled =
    Handled { name: "edit", command: edit_command, run: edit, suggest: Some(suggest::cases) };
/// `/delete`.
pub(super) const DELETE: Handled =
    Handled { name: "delete", command: delete_command, run: delete, suggest: Some(suggest::cases) };
/// What the form for other words is called.
const FORM: &str = "handoff_edit";
/// The longest words that the form takes, in characters.
const WORDS_CHARS_MAX: usize = 4_000;

fn edit_command() -> Command {
    Command::new("edit", "handoff-command-edit")
        .staff()
        .first_reply(FirstReply::Form)
        .option(CASE, "handoff-command-case", OptionKind::Integer, false)
        .suggests()
        // Words may begin with a number.
        .named()
        .option(TEXT, "handoff-command-edit-text", OptionKind::Text, false)
        .on_message("handoff-menu-edit")
}

fn delete_command() -> Command {
    Command::new("delete", "handoff-command-delete")
        .staff()
        .option(CASE, "handoff-command-case", OptionKind::Integer, false)
        .suggests()
        .on_message("handoff-menu-delete")
}

/// The form that takes other words.
pub(super) fn form() -> Form {
    let fields = vec![Field::long_text(TEXT, "handoff-form-edit-text", WORDS_CHARS_MAX)];
    Form { name: FORM, title: "handoff-form-edit", fields }
}

/// The message that is meant: what the command was run on, else what the actor
/// said last in the case.
fn meant(turn: &mut Turn<'_>, case: &Case, invocation: &Invocation) -> Result<Option<MessageRef>, Interrupt> {
    if let Some((_, message)) = invocation.on_message() {
        return Ok(turn.message_ref(message.id.as_ref()));
    }
    let path = LastSaid::path(case.number, &turn.event().actor.account);
    Ok(turn.get::<LastSaid>(&path)?.map(|last| last.original))
}

fn edit(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some(case) = case_meant(turn, invocation)? else { return Ok(Outcome::Handled) };
    let words = invocation.text(TEXT).unwrap_or_default();
    let original = meant(turn, &case, invocation)?;
    if text::is_blank(words) && case.is_open() {
        return ask(turn, case.number, original.as_ref());
    }
    change(turn, &case, original, words)
}

/// Asks for other words for a message, with what it says filled in.
fn ask(turn: &mut Turn<'_>, number: CaseNumber, original: Option<&MessageRef>) -> Decision {
    let known = match original {
        Some(original) => mirror::leading(turn, original)?,
        None => None,
    };
    let Some((original, mirror)) = known.filter(|(_, mirror)| mirror.case == number) else {
        answer(turn, "handoff-no-such-words", number, "");
        return Ok(Outcome::Handled);
    };
    let mut answers = match &original {
        MessageRef::Known { id, .. } => Answers::about(number.with(id)),
        MessageRef::Sent { .. } => Answers::about(number),
    };
    let words = mirror.said.map(|said| said.text.to_plain()).unwrap_or_default();
    answers.set(TEXT, words);
    turn.correct_form(FORM, &answers)?;
    Ok(Outcome::Handled)
}

/// Other words were sent in. What they are about is no proof of who sent them.
pub(super) fn on_form(turn: &mut Turn<'_>, answers: &Answers) -> Decision {
    let about = answers.subject();
    if !turn.is_staff() {
        turn.audit_refusal(EDIT.name, about)?;
        turn.refuse_stranger();
        return Ok(Outcome::Handled);
    }
    turn.audit(EDIT.name, about)?;
    let Some((number, id)) = CaseNumber::begins(about) else {
        turn.answer_no_longer_current();
        return Ok(Outcome::Handled);
    };
    let Some(case) = case_of(turn, number)? else { return Ok(Outcome::Handled) };
    let original = match (id, case.room_place()) {
        ("", _) => {
            let path = LastSaid::path(number, &turn.event().actor.account);
            turn.get::<LastSaid>(&path)?.map(|last| last.original)
        }
        (id, Some(PlaceRef::At(place))) => Some(MessageRef::Known { place, id: id.into() }),
        _ => None,
    };
    change(turn, &case, original, answers.get(TEXT))
}

/// Changes words that went out, on behalf of the actor, who is staff.
fn change(turn: &mut Turn<'_>, case: &Case, original: Option<MessageRef>, words: &str) -> Decision {
    if !case.is_open() {
        answer_refusal(turn, case.number, &Refusal::Closed);
        return Ok(Outcome::Handled);
    }
    if aim::is_internal(words) {
        answer(turn, "handoff-marked-internal", case.number, "");
        return Ok(Outcome::Handled);
    }
    let changed = match &original {
        Some(original) if is_of(turn, case, original)? => {
            changes::bring(turn, case, original, Text::plain(words), Voice::Staff)?
        }
        _ => Change::NoCopy,
    };
    let key = match changed {
        Change::Brought => "handoff-you-changed",
        Change::None => "handoff-as-it-was-said",
        Change::NoCopy => "handoff-no-such-words",
    };
    if let (Change::Brought, Some(original)) = (changed, original) {
        show(turn, case, &original, words)?;
    }
    answer(turn, key, case.number, "");
    Ok(Outcome::Handled)
}

/// Whether a message is none of another case, and none of the customer's: those
/// have their copy among staff.
fn is_of(turn: &mut Turn<'_>, case: &Case, original: &MessageRef) -> Result<bool, Interrupt> {
    let Some((_, mirror)) = mirror::leading(turn, original)? else { return Ok(true) };
    let is_among_staff = turn.community().is_staff_place(mirror.other.place());
    Ok(mirror.case == case.number && !is_among_staff)
}

/// Shows other words in the room, where what was said stands as its author
/// wrote it.
fn show(turn: &mut Turn<'_>, case: &Case, original: &MessageRef, words: &str) -> Result<(), Interrupt> {
    let Some(room) = case.room_place() else { return Ok(()) };
    let original = mirror::leading(turn, original)?.map(|(original, _)| original);
    let head = Text::plain(turn.say_to_staff("handoff-now-says", &[("name", (&case.name).into())]));
    let content = fireside_core::Outgoing::of(head.then(" ").then(words)).reply_to(original);
    turn.send(room, content, case.number.manner(Voice::System));
    Ok(())
}

fn delete(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let Some(case) = case_meant(turn, invocation)? else { return Ok(Outcome::Handled) };
    let original = meant(turn, &case, invocation)?;
    let taken_back = match &original {
        Some(original) if is_of(turn, &case, original)? => take_back(turn, &case, original)?,
        _ => false,
    };
    let key = if taken_back { "handoff-you-took-back" } else { "handoff-no-such-words" };
    answer(turn, key, case.number, "");
    Ok(Outcome::Handled)
}

/// Takes back words of staff: for the customer, and in the room where the bot
/// said them.
fn take_back(turn: &mut Turn<'_>, case: &Case, original: &MessageRef) -> Result<bool, Interrupt> {
    removal::take_down(turn, case, original)?;
    if !removal::take_back(turn, case, original)? {
        return Ok(false);
    }
    let path = LastSaid::path(case.number, &turn.event().actor.account);
    let last = turn.get::<LastSaid>(&path)?;
    if last.is_some_and(|last| mirror::is_same(&last.original, original)) {
        turn.delete::<LastSaid>(&path)?;
    }
    Ok(true)
}
