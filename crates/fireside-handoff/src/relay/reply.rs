//! `/reply` and `/areply`, and the form behind the *Reply* button: words that
//! staff mean for the customer, wherever they are written.

use fireside_core::parts::Handled;
use fireside_core::{
    Answers, Attachment, Command, Decision, EventKind, Field, FirstReply, Form, Invocation, Message,
    MessageId, OptionKind, OptionValue, Outcome, PlaceRef, Turn, text,
};

use super::aim;
use super::outbound::{self, Signature};
use crate::case::{Case, CaseNumber, Refusal};
use crate::staff::{CASE, answer, answer_refusal, case_meant, case_of, case_pressed, suggest};

/// `/reply`.
pub(super) const REPLY: Handled = Handled {
    name: "reply",
    command: || command("reply", "handoff-command-reply"),
    run: |turn, invocation| run(turn, invocation, Signature::Person),
    suggest: Some(suggest::cases),
};
/// `/areply`.
pub(super) const AREPLY: Handled = Handled {
    name: "areply",
    command: || command("areply", "handoff-command-areply"),
    run: |turn, invocation| run(turn, invocation, Signature::Brand),
    suggest: Some(suggest::cases),
};
/// The action of the *Reply* button.
pub(crate) const ACTION: &str = "reply";
/// The option, and the form's field, that holds the words.
pub(super) const TEXT: &str = "text";
/// The option, and the form's field, that holds files.
const FILE: &str = "file";
/// What the form is called.
const FORM: &str = "handoff_reply";
/// Stands behind the case in what the form is about, where the brand speaks.
const AS_BRAND: &str = "brand";
/// The longest answer that the form takes, in characters.
const WORDS_CHARS_MAX: usize = 4_000;
/// The most files that the form takes.
const FILES_MAX: usize = 5;

fn command(name: &str, description: &str) -> Command {
    Command::new(name, description)
        .staff()
        .first_reply(FirstReply::Form)
        .option(CASE, "handoff-command-case", OptionKind::Integer, false)
        .suggests()
        // Words may begin with a number.
        .named()
        .option(FILE, "handoff-command-reply-file", OptionKind::File, false)
        .option(TEXT, "handoff-command-reply-text", OptionKind::Text, false)
}

/// The form behind the *Reply* button.
pub(super) fn form() -> Form {
    let fields = vec![
        Field::long_text(TEXT, "handoff-form-reply-text", WORDS_CHARS_MAX),
        Field::file(FILE, "handoff-form-reply-file", FILES_MAX).optional(),
    ];
    Form { name: FORM, title: "handoff-form-reply", fields }
}

fn run(turn: &mut Turn<'_>, invocation: &Invocation, signature: Signature) -> Decision {
    let Some(case) = case_meant(turn, invocation)? else { return Ok(Outcome::Handled) };
    let message = Message {
        reply_to: invocation.on_message().and_then(|(_, message)| message.id.clone()),
        attachments: files(invocation),
        ..said(invocation)
    };
    if text::is_blank(&message.text.to_plain()) && message.attachments.is_empty() && case.is_open() {
        return ask(turn, case.number, signature);
    }
    say(turn, case, &message, signature)
}

/// The words of a command, as the message that carried it.
pub(super) fn said(invocation: &Invocation) -> Message {
    let words = invocation.text(TEXT).unwrap_or_default();
    Message { id: invocation.message.clone(), ..Message::of(words) }
}

fn files(invocation: &Invocation) -> Vec<Attachment> {
    let files = invocation.options.iter().filter_map(|(_, value)| match value {
        OptionValue::File(file) => Some(file.clone()),
        _ => None,
    });
    files.collect()
}

/// *Reply* was pressed.
pub(super) fn on_pressed(turn: &mut Turn<'_>, data: &str) -> Decision {
    match case_pressed(turn, ACTION, data)? {
        Some(case) => ask(turn, case.number, Signature::Person),
        None => Ok(Outcome::Handled),
    }
}

/// Asks for the words: by a form, where there are none by a question.
fn ask(turn: &mut Turn<'_>, number: CaseNumber, signature: Signature) -> Decision {
    let mut known = match signature {
        Signature::Person => Answers::about(number),
        Signature::Brand => Answers::about(number.with(AS_BRAND)),
    };
    // A question is asked for what can't be left out alone.
    known.set(TEXT, "");
    turn.open_form(FORM, &known)?;
    Ok(Outcome::Handled)
}

/// The form was sent in. What it is about is no proof of who sent it.
pub(super) fn on_form(turn: &mut Turn<'_>, answers: &Answers) -> Decision {
    let about = answers.subject();
    if !turn.is_staff() {
        turn.audit_refusal(ACTION, about)?;
        turn.refuse_stranger();
        return Ok(Outcome::Handled);
    }
    turn.audit(ACTION, about)?;
    let Some((number, ending)) = CaseNumber::begins(about) else {
        turn.answer_no_longer_current();
        return Ok(Outcome::Handled);
    };
    let signature = if ending == AS_BRAND { Signature::Brand } else { Signature::Person };
    let Some(case) = case_of(turn, number)? else { return Ok(Outcome::Handled) };
    // Asked by a question, the answer is a message.
    let id = match &turn.event().kind {
        EventKind::Message(message) => message.id.clone(),
        _ => None,
    };
    let attachments = answers.files(FILE).to_vec();
    let message = Message { id, attachments, ..Message::of(answers.get(TEXT)) };
    say(turn, case, &message, signature)
}

/// Says what was written to the customer, unless it is marked as internal.
fn say(turn: &mut Turn<'_>, mut case: Case, message: &Message, signature: Signature) -> Decision {
    if !case.is_open() {
        answer_refusal(turn, case.number, &Refusal::Closed);
    } else if aim::is_internal(&message.text.to_plain()) {
        answer(turn, "handoff-marked-internal", case.number, "");
    } else if !outbound::say(turn, &mut case, message, signature)? {
        answer(turn, "handoff-nothing-said", case.number, "");
    } else if !stands_in_room(turn, &case, message.id.as_ref()) {
        let name = case.name.clone();
        answer(turn, "handoff-you-said", case.number, &name);
    }
    Ok(Outcome::Handled)
}

/// Whether staff's words can be read in the room as they wrote them: what
/// becomes of them is shown there.
pub(super) fn stands_in_room(turn: &Turn<'_>, case: &Case, message: Option<&MessageId>) -> bool {
    message.is_some() && case.room_place() == Some(PlaceRef::At(turn.event().place.clone()))
}

/// What a `/reply` that was written in a message says in a case, without what is
/// not for the customer. `None`: the words are none, or are meant for another's.
pub(super) fn retold(words: &str, number: CaseNumber) -> Option<String> {
    let given = given(words, [REPLY, AREPLY])?;
    let named = given.iter().find(|(option, _)| option == CASE);
    if named.is_some_and(|(_, value)| CaseNumber::parse(&value.to_string()) != Some(number)) {
        return None;
    }
    let text = given.into_iter().find(|(option, _)| option == TEXT);
    Some(text.map(|(_, value)| value.to_string()).unwrap_or_default())
}

/// What was written behind one of these commands, if `words` are one.
pub(super) fn given<const N: usize>(
    words: &str,
    commands: [Handled; N],
) -> Option<Vec<(String, OptionValue)>> {
    let written = words.trim_start().strip_prefix('/')?;
    let (name, rest) = written.split_once(char::is_whitespace).unwrap_or((written, ""));
    let name = name.split('@').next().unwrap_or_default();
    let meant = commands.into_iter().find(|one| name.eq_ignore_ascii_case(one.name))?;
    Some((meant.command)().parse(rest))
}
