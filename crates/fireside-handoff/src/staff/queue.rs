//! The queue: which cases are looked for, and which comes first.

use std::cmp::Reverse;

use fireside_core::{Account, Invocation, OptionValue, Timestamp};
use serde::{Deserialize, Serialize};

use super::filing;
use crate::case::{Case, CaseNumber, Priority, State};

/// Which cases are wanted, from which on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    pub(super) state: Option<State>,
    priority: Option<Priority>,
    tag: Option<String>,
    owner: Option<Account>,
    waiting: bool,
    pub(super) offset: usize,
}

impl Wanted {
    /// What an invocation asks for.
    pub(super) fn by(invocation: &Invocation, asker: &Account) -> Self {
        let says_yes = |option: &str| {
            let yes = OptionValue::Boolean(true);
            invocation.options.iter().any(|(name, value)| name == option && *value == yes)
        };
        let tag = invocation.text("tag").map(str::trim).filter(|tag| !tag.is_empty());
        Self {
            state: invocation.text("state").and_then(State::parse),
            priority: invocation.text("priority").and_then(Priority::parse),
            tag: tag.map(str::to_owned),
            owner: says_yes("mine").then(|| asker.clone()),
            waiting: says_yes("waiting"),
            offset: 0,
        }
    }

    /// The same from another case on.
    pub(super) fn from(&self, offset: usize) -> Self {
        Self { offset, ..self.clone() }
    }

    /// The states to look through: without one that is named, what is open.
    pub(super) fn states(&self) -> Vec<State> {
        let open = || State::ALL.into_iter().filter(|state| *state != State::Closed).collect();
        self.state.map_or_else(open, |state| vec![state])
    }

    /// Whether a case of such a state is wanted.
    pub(super) fn fits(&self, case: &Case) -> bool {
        let is_tagged = |tag: &String| case.tags.iter().any(|own| filing::is_same(own, tag));
        let is_owned = |account: &Account| case.owner().is_some_and(|owner| owner.account == *account);
        self.priority.is_none_or(|priority| case.priority == priority)
            && self.tag.as_ref().is_none_or(is_tagged)
            && self.owner.as_ref().is_none_or(is_owned)
            && (!self.waiting || case.waits_since().is_some())
    }
}

/// Puts those first who wait for somebody, what presses most before the rest,
/// and of the same who has waited longest.
pub(super) fn sort(cases: &mut [Case]) {
    cases.sort_by_key(rank);
}

fn rank(case: &Case) -> (bool, Reverse<Priority>, Timestamp, CaseNumber) {
    let since = case.waits_since();
    (since.is_none(), Reverse(case.priority), since.unwrap_or(case.opened), case.number)
}
