//! `/snippet send`: the words as the customer would read them, and a button
//! that says them.

use std::time::Duration;

use fireside_core::event::TimerEvent;
use fireside_core::record::Record;
use fireside_core::timer::Overdue;
use fireside_core::turn::Interrupt;
use fireside_core::{Decision, Invocation, Message, Outcome, Outgoing, Text, Turn};
use serde::{Deserialize, Serialize};

use super::super::{answer as answer_about, case_meant, case_pressed};
use super::{Snippet, answer, name_in, placeholder};
use crate::case::{Case, CaseNumber, StaffMember, shown_name};
use crate::relay::outbound::{self, Signature};

/// The action of the button that says the words.
pub(in crate::staff) const SEND: &str = "snippet_send";
/// The timer that forgets a draft.
pub(in crate::staff) const DRAFT: &str = "snippet_draft";
/// How long the words can be said.
const DRAFT_LIFETIME: Duration = Duration::from_hours(1);

/// Words that are ready to be said once, kept under a token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The case in which they are said.
    pub case: CaseNumber,
    /// The words.
    pub words: String,
    /// Who of staff looks at them: they may name them.
    pub by: StaffMember,
}

impl Record for Draft {
    const COLLECTION: &'static str = "snippet_draft";
}

/// Shows the words to the one who asks, and nobody else.
pub(super) fn preview(turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
    let name = name_in(invocation).unwrap_or_default();
    let Some(snippet) = turn.get::<Snippet>(&name)? else {
        answer(turn, "handoff-no-such-snippet", &name);
        return Ok(Outcome::Handled);
    };
    let Some(case) = case_meant(turn, invocation)? else { return Ok(Outcome::Handled) };
    if !case.is_open() {
        answer_about(turn, "handoff-already-closed", case.number, "");
        return Ok(Outcome::Handled);
    }
    let words = filled(turn, &case, &snippet);
    let by = StaffMember::of(&turn.event().actor);
    offer(turn, Draft { case: case.number, words, by }, &case.name)?;
    Ok(Outcome::Handled)
}

fn filled(turn: &Turn<'_>, case: &Case, snippet: &Snippet) -> String {
    placeholder::filled(&snippet.words, |name| match name {
        "customer" => case.name.clone(),
        "staff" => shown_name(&turn.event().actor),
        "brand" => turn.community().name.clone(),
        _ => format!("#{}", case.number),
    })
}

fn offer(turn: &mut Turn<'_>, draft: Draft, name: &str) -> Result<(), Interrupt> {
    let token = turn.token();
    turn.put(&token, &draft)?;
    turn.set_timer(DRAFT, &token, turn.now() + DRAFT_LIFETIME, Overdue::Fire)?;
    let head = turn.say("handoff-snippet-preview", &[("name", name.into())]);
    let label = turn.say("handoff-button-send-it", &[]);
    let button = turn.button(label, SEND, &token, Some(&draft.case.lane()), DRAFT_LIFETIME)?;
    let text = Text::plain(head).line(Text::quote(draft.words));
    turn.answer_private(Outgoing::of(text).row(vec![button]));
    Ok(())
}

/// *Send it* was pressed: the words are said, once, by whom they were shown to.
pub(in crate::staff) fn on_send(turn: &mut Turn<'_>, token: &str) -> Decision {
    let draft = turn.get::<Draft>(token)?;
    let number = draft.as_ref().map_or(String::new(), |draft| draft.case.to_string());
    let Some(mut case) = case_pressed(turn, SEND, &number)? else { return Ok(Outcome::Handled) };
    let Some(draft) = draft else { return Ok(Outcome::Handled) };
    if draft.by.account != turn.event().actor.account {
        answer_about(turn, "handoff-snippet-theirs", case.number, &draft.by.name);
        return Ok(Outcome::Handled);
    }
    turn.delete::<Draft>(token)?;
    turn.cancel_timer(DRAFT, token)?;
    let (number, name) = (case.number, case.name.clone());
    let is_said = outbound::say(turn, &mut case, &Message::of(draft.words), Signature::Person)?;
    let key = if is_said { "handoff-snippet-sent" } else { "handoff-marked-internal" };
    answer_about(turn, key, number, &name);
    Ok(Outcome::Handled)
}

/// Nobody has said the words: they are forgotten.
pub(in crate::staff) fn on_draft_expired(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    turn.delete::<Draft>(&timer.tag.subject)?;
    Ok(Outcome::Handled)
}
