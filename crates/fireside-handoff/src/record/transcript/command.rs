//! `/transcript`: staff ask for any case, customers for their own.

use fireside_core::file_job::Output;
use fireside_core::parts::Handled;
use fireside_core::turn::Interrupt;
use fireside_core::{Audience, Command, Decision, Invocation, OptionKind, Outcome, Place, PlaceRef, Turn};

use super::job::{Format, Reader, Transcript};
use super::steps;
use crate::case::{Case, CaseNumber, OpenCase, recent};
use crate::staff::{self, CASE, answer, suggest};

/// `/transcript`. Everybody may run it: what they are given differs.
pub(super) const TRANSCRIPT: Handled = Handled {
    name: "transcript",
    command,
    run,
    suggest: Some(
        |turn, request| if turn.is_staff() { suggest::cases(turn, request) } else { Ok(Vec::new()) },
    ),
};

/// The counter that numbers of transcripts are drawn from.
const COUNTER: &str = "transcript";
const FORMAT: &str = "format";

fn command() -> Command {
    let formats =
        [(Format::Html.as_str(), "handoff-format-html"), (Format::Jsonl.as_str(), "handoff-format-jsonl")];
    Command::new(TRANSCRIPT.name, "handoff-command-transcript")
        .option(CASE, "handoff-command-case", OptionKind::Integer, false)
        .suggests()
        .option(FORMAT, "handoff-command-transcript-format", OptionKind::Text, false)
        .choices(&formats)
}

fn run(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let format = invocation.text(FORMAT).and_then(Format::parse).unwrap_or_default();
    if turn.is_staff() {
        let subject = staff::meant(turn, invocation).map(|number| number.to_string());
        turn.audit(TRANSCRIPT.name, subject.unwrap_or_default())?;
        if let Some(case) = staff::case_meant(turn, invocation)? {
            let to = turn.place_for_staff();
            begin(turn, &case, format, Reader::Staff, to)?;
        }
    } else if let Some(case) = own(turn, invocation)? {
        let here = turn.event().place.clone();
        begin(turn, &case, format, Reader::Customer, here)?;
    }
    Ok(Outcome::Handled)
}

/// Writes what can be written at once, and says where the file comes.
fn begin(
    turn: &mut Turn<'_>,
    case: &Case,
    format: Format,
    reader: Reader,
    to: Place,
) -> Result<(), Interrupt> {
    let event = turn.event();
    let is_here = to == event.place;
    let transcript = Transcript {
        number: turn.next_number(COUNTER)?,
        case: case.number,
        reader,
        format,
        at: turn.now(),
        cursor: None,
        day: None,
        output: Output::new(to, turn.locale()),
    };
    let is_sent = steps::go_on(turn, transcript, case)?;
    // Where the file itself is the answer, nothing more has to be said.
    if event.reply.is_some() || !is_here || !is_sent {
        let key = if is_here { "handoff-transcript-begun" } else { "handoff-transcript-begun-elsewhere" };
        answer(turn, key, case.number, "");
    }
    Ok(())
}

/// The case of theirs that a customer means: the one they name, else their open
/// one, else their last. Where there is none, or others read along, that is answered.
fn own(turn: &mut Turn<'_>, invocation: &Invocation) -> Result<Option<Case>, Interrupt> {
    let person = turn.person()?;
    let open = turn.get::<OpenCase>(&person)?.map(|open| open.number);
    let named = invocation.integer(CASE).map(|number| CaseNumber::new(u64::try_from(number).unwrap_or(0)));
    let case = if let Some(number) = named.or(open) {
        turn.get::<Case>(&number)?
    } else {
        let person = turn.person()?;
        recent::last_of(turn, &person)?
    };
    let is_theirs = case.as_ref().is_some_and(|case| case.person == person);
    if let Some(case) = case.as_ref().filter(|_| !is_theirs) {
        turn.audit_refusal(TRANSCRIPT.name, case.number)?;
    }
    let case = case.filter(|_| is_theirs);
    match &case {
        Some(case) if !reads_alone(turn, case) => {
            turn.answer_private(turn.say("only-in-private", &[]));
            return Ok(None);
        }
        Some(_) => {}
        None => turn.answer_private(turn.say("handoff-transcript-none", &[])),
    }
    Ok(case)
}

/// Whether nobody but the customer, staff and the bot reads here.
fn reads_alone(turn: &Turn<'_>, case: &Case) -> bool {
    let event = turn.event();
    let here = PlaceRef::At(event.place.clone());
    event.audience == Audience::Private || case.customer_legs().any(|leg| leg.is_private && leg.place == here)
}
