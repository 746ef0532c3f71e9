//! `/close`: staff end a case, now or later, and both sides are told.

use std::time::Duration;

use fireside_core::command::OptionValue;
use fireside_core::parts::Handled;
use fireside_core::turn::Interrupt;
use fireside_core::{Command, Decision, Invocation, OptionKind, Outcome, PlaceRef, Turn, text};

use super::{CASE, answer, answer_refusal, case_meant, case_pressed, suggest};
use crate::case::{Case, Closure, StaffMember, Step};
use crate::{lifecycle, time};

/// `/close`.
pub(super) const CLOSE: Handled =
    Handled { name: "close", command, run: close, suggest: Some(suggest::cases) };

/// How far ahead a case can be said to end.
const LONGEST: Duration = Duration::from_hours(90 * 24);
const IN: &str = "in";
const SILENTLY: &str = "silently";
const REASON: &str = "reason";

fn command() -> Command {
    Command::new("close", "handoff-command-close")
        .staff()
        .option(CASE, "handoff-command-case", OptionKind::Integer, false)
        .suggests()
        .option(IN, "handoff-command-close-in", OptionKind::Text, false)
        .named()
        .option(SILENTLY, "handoff-command-close-silently", OptionKind::Boolean, false)
        .named()
        .option(REASON, "handoff-command-close-reason", OptionKind::Text, false)
}

/// How a case is to be closed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Wanted {
    /// After how long, as it was written; `None`: now.
    after: Option<String>,
    silently: bool,
    reason: Option<String>,
}

impl Wanted {
    /// What an invocation asks for. Where it was written, `in 2h silently solved`
    /// says how before it says why.
    fn by(invocation: &Invocation) -> Self {
        let is_silent = (SILENTLY.to_owned(), OptionValue::Boolean(true));
        let mut wanted = Self {
            after: invocation.text(IN).map(str::to_owned),
            silently: invocation.options.contains(&is_silent),
            reason: None,
        };
        let mut left = invocation.text(REASON).unwrap_or_default().trim();
        loop {
            let (first, rest) = left.split_once(char::is_whitespace).unwrap_or((left, ""));
            let rest = rest.trim_start();
            let (second, further) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            if !wanted.silently && first.eq_ignore_ascii_case(SILENTLY) {
                wanted.silently = true;
                left = rest;
            } else if wanted.after.is_none()
                && first.eq_ignore_ascii_case(IN)
                && time::span::length(second).is_some()
            {
                wanted.after = Some(second.to_owned());
                left = further.trim_start();
            } else {
                break;
            }
        }
        wanted.reason = Some(left.to_owned()).filter(|reason| !text::is_blank(reason));
        wanted
    }
}

/// Closes the case that is named, else the room's.
fn close(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    if let Some(case) = case_meant(turn, invocation)? {
        close_case(turn, case, Wanted::by(invocation))?;
    }
    Ok(Outcome::Handled)
}

/// *Close* was pressed.
pub(super) fn on_pressed(turn: &mut Turn<'_>, data: &str) -> Decision {
    if let Some(case) = case_pressed(turn, "close", data)? {
        close_case(turn, case, Wanted::default())?;
    }
    Ok(Outcome::Handled)
}

/// Closes a case on behalf of the actor, who is staff.
fn close_case(turn: &mut Turn<'_>, mut case: Case, wanted: Wanted) -> Result<(), Interrupt> {
    let now = turn.now();
    let Wanted { after, silently, reason } = wanted;
    let by = Some(StaffMember::of(&turn.event().actor));
    let closure = Closure { by, at: now, reason, silently };
    let Some(after) = after else {
        match lifecycle::take(turn, &mut case, Step::Close(closure))? {
            Ok(_) => answer_done(turn, &case, "handoff-you-closed"),
            Err(refusal) => answer_refusal(turn, case.number, &refusal),
        }
        return Ok(());
    };
    if !case.is_open() {
        answer(turn, "handoff-already-closed", case.number, "");
        return Ok(());
    }
    match time::span::parse(&after, now, &turn.community().zone(), LONGEST) {
        Ok(at) => {
            time::schedule(turn, &mut case, Closure { at, ..closure })?;
            answer_done(turn, &case, "handoff-you-close-later");
        }
        Err(why) => time::answer_unfit(turn, why),
    }
    Ok(())
}

/// Answers whoever closed the case, or said when it closes. In its room what the
/// room reads of it is the answer, unless the platform waits for one.
fn answer_done(turn: &mut Turn<'_>, case: &Case, key: &str) {
    let event = turn.event();
    let in_room = case.room().is_some_and(|leg| leg.place == PlaceRef::At(event.place.clone()));
    if event.reply.is_some() || !in_room {
        answer(turn, key, case.number, "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How a case is to be closed by these words.
    fn wanted(words: &str) -> (Option<String>, bool, Option<String>) {
        let invocation = Invocation { options: command().parse(words), ..Invocation::of("close") };
        let Wanted { after, silently, reason } = Wanted::by(&invocation);
        (after, silently, reason)
    }

    #[test]
    fn how_stands_before_why_in_any_order() {
        let (after, why) = (Some("2h".to_owned()), Some("solved for good".to_owned()));
        for words in [
            "in 2h silently solved for good",
            "silently in 2h solved for good",
            "#7 in:2h silently solved for good",
            "In 2h Silently solved for good",
        ] {
            assert_eq!(wanted(words), (after.clone(), true, why.clone()), "{words}");
        }
        assert_eq!(wanted("in 2h"), (after, false, None));
        assert_eq!(wanted("silently"), (None, true, None));
    }

    #[test]
    fn a_reason_may_begin_with_the_same_words() {
        let why = |words: &str| (None, false, Some(words.to_owned()));
        for words in ["in the end it was the cable", "no answer", "on holiday", "in"] {
            assert_eq!(wanted(words), why(words));
        }
        assert_eq!(wanted(""), (None, false, None));
    }
}
