//! Drafts: what was sent in, while its sender is asked something about it.

use std::time::Duration;

use fireside_core::event::TimerEvent;
use fireside_core::record::Record;
use fireside_core::timer::Overdue;
use fireside_core::turn::Interrupt;
use fireside_core::{Account, Decision, Outcome, Turn};
use serde::{Deserialize, Serialize};

use super::captured;
use crate::feedback::FeedbackNumber;
use crate::ledger::{Draft, raise};

/// The timer after which nobody waits for an answer any more.
pub(super) const TIMER: &str = "draft";
/// How long an answer is waited for.
pub(super) const LIFETIME: Duration = Duration::from_hours(24);

/// A draft whose sender is asked something, kept under a token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Pending {
    /// What was sent in; its kind is a guess until it is said.
    pub(super) draft: Draft,
    /// Who sent it in, or captured it: the one who is asked.
    pub(super) by: Account,
    /// What is asked.
    pub(super) stage: Stage,
}

/// What is asked about a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Stage {
    /// What is still missing of it: dropped where nobody says.
    Form,
    /// Whether it is one of those like it: saved as new where nobody says.
    Similar,
    /// Nothing any more: it is this new item.
    Saved(FeedbackNumber),
    /// Nothing any more: it is a voice for this item.
    Backed(FeedbackNumber),
}

impl Record for Pending {
    const COLLECTION: &'static str = "feedback_draft";
}

impl Pending {
    /// Whether its sender said it themselves.
    pub(super) fn is_own(&self) -> bool {
        self.draft.author.account == self.by
    }
}

/// Keeps a draft of the actor's, and gives what it is kept under.
pub(super) fn begin(turn: &mut Turn<'_>, draft: Draft, stage: Stage) -> Result<String, Interrupt> {
    let token = turn.token();
    let by = turn.event().actor.account.clone();
    turn.put(token.as_str(), &Pending { draft, by, stage })?;
    let due = turn.now() + LIFETIME;
    turn.set_timer(TIMER, &token, due, Overdue::Fire)?;
    Ok(token)
}

/// The draft under a token, for the one who is asked about it; anybody else is
/// told that they are not.
pub(super) fn of_actor(turn: &mut Turn<'_>, token: &str) -> Result<Option<Pending>, Interrupt> {
    let Some(pending) = turn.get::<Pending>(token)? else {
        turn.answer_no_longer_current();
        return Ok(None);
    };
    if turn.person()? != turn.person_of(&pending.by)? {
        turn.refuse(turn.say("feedback-not-yours", &[]));
        return Ok(None);
    }
    Ok(Some(pending))
}

/// A day is over: what was sent in is not lost because a question about it was
/// not answered.
pub(super) fn on_timer(turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
    let token = timer.tag.subject.as_str();
    let Some(pending) = turn.get::<Pending>(token)? else { return Ok(Outcome::Handled) };
    turn.delete::<Pending>(token)?;
    let is_known = captured::of(turn, &pending.draft.origin)?.is_some();
    if pending.stage == Stage::Similar && pending.is_own() && !is_known {
        let item = raise(turn, pending.draft)?;
        captured::keep(turn, &item.origin, item.number)?;
    }
    Ok(Outcome::Handled)
}

#[cfg(test)]
mod tests {
    use fireside_core::Place;

    use super::*;
    use crate::feedback::{Customer, Origin};
    use crate::kind::Kind;

    #[test]
    fn a_draft_is_written_like_this() {
        let account = Account::new("north", "1");
        let author = Customer {
            person: account.person(),
            account: account.clone(),
            name: "Ana".to_owned(),
            locale: "en".to_owned(),
        };
        let origin = Origin {
            place: Place::channel("north", "square"),
            is_private: false,
            message: None,
            link: None,
            around: Vec::new(),
            captured_by: None,
        };
        let (title, details) = ("The lid sticks".to_owned(), String::new());
        let draft = Draft { kind: Kind::Bug, title, details, area: None, files: Vec::new(), author, origin };
        let pending = Pending { draft, by: account, stage: Stage::Backed(FeedbackNumber::new(7)) };
        insta::assert_json_snapshot!(pending);
        assert!(pending.is_own());
        let stages = [Stage::Form, Stage::Similar, Stage::Saved(FeedbackNumber::new(7))];
        insta::assert_json_snapshot!("stages", stages);
    }
}
