//! Where a case stands, and what may follow: decided here, and nowhere else.
//!
//! ```text
//!            Claim, Transfer               Snooze
//! Waiting ───────────────────▶ Active ───────────────▶ Snoozed
//!    ▲  ▲      Release            │  ◀──────────────────  │
//!    │  └─────────────────────────┘     Wake (owned)      │
//!    │◀──────────────────────────────── Wake (unowned) ───┘
//!    │
//!    │ Reopen              any open ── Close ──▶ Closed
//!    └───────── Closed     any open ── Park ───▶ Parked ── Resume ──▶ Active (owned), Waiting
//! ```
//!
//! A case that is closed goes on as active where its last owner takes it up
//! again, else as waiting.

use fireside_core::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Case, Closure, StaffMember};

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// A human was called and nobody has taken it on.
    Waiting,
    /// Somebody has taken it on.
    Active,
    /// It is put aside until a time, or until the customer writes.
    Snoozed,
    /// The customer can't be reached: it goes on when they can.
    Parked,
    /// It is over.
    Closed,
}

impl State {
    /// Every one, in the order in which a list shows them.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Active, Self::Snoozed, Self::Parked, Self::Closed];

    /// The value cases in this state are indexed by.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Active => "active",
            Self::Snoozed => "snoozed",
            Self::Parked => "parked",
            Self::Closed => "closed",
        }
    }

    /// The phrase that names it.
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Waiting => "handoff-state-waiting",
            Self::Active => "handoff-state-active",
            Self::Snoozed => "handoff-state-snoozed",
            Self::Parked => "handoff-state-parked",
            Self::Closed => "handoff-state-closed",
        }
    }

    /// The state of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }
}

/// Something that moves a case on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Somebody takes it on, if nobody has.
    Claim(StaffMember),
    /// Its owner lets it go.
    Release,
    /// Somebody is given it.
    Transfer(StaffMember),
    /// It is put aside.
    Snooze(Timestamp),
    /// It is taken up again: the time has come, or the customer wrote.
    Wake,
    /// The customer can't be reached, for this reason.
    Park(String),
    /// The customer can be reached again.
    Resume,
    /// It ends.
    Close(Closure),
    /// It goes on after its end: with its last owner, or with nobody.
    Reopen {
        /// Its last owner is there to go on with it.
        keeps_owner: bool,
    },
}

/// How a step moved a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Where it stood.
    pub from: State,
    /// Where it stands.
    pub to: State,
}

/// Why a step can't be taken. The case is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is closed.
    Closed,
    /// It is not closed.
    NotClosed,
    /// It is theirs already.
    Held,
    /// Somebody else has it, and keeps it.
    HeldBy(StaffMember),
    /// Nobody has it.
    NotHeld,
    /// The customer can't be reached.
    Parked,
    /// There is nothing to take up again.
    AsItWas,
}

impl Case {
    /// Takes a step, if it may follow.
    ///
    /// # Errors
    /// Why it may not.
    pub fn take(&mut self, step: Step) -> Result<Change, Refusal> {
        let from = self.state;
        let to = match (step, from) {
            (Step::Reopen { .. }, State::Closed) if self.is_forgotten() => return Err(Refusal::Closed),
            (Step::Reopen { keeps_owner }, State::Closed) => self.reopened(keeps_owner),
            (Step::Reopen { .. }, _) => return Err(Refusal::NotClosed),
            (_, State::Closed) => return Err(Refusal::Closed),
            (Step::Close(closure), _) => {
                self.closure = Some(closure);
                State::Closed
            }
            (Step::Claim(by), _) => self.claimed(by)?,
            (Step::Transfer(to), _) => self.given(to)?,
            (Step::Release, _) if self.owner.is_none() => return Err(Refusal::NotHeld),
            (Step::Release, _) => {
                self.owner = None;
                if from == State::Parked { from } else { State::Waiting }
            }
            (Step::Snooze(_) | Step::Park(_), State::Parked) => return Err(Refusal::Parked),
            (Step::Snooze(until), _) => {
                self.snoozed_until = Some(until);
                State::Snoozed
            }
            (Step::Wake, State::Snoozed) | (Step::Resume, State::Parked) => self.going_on(),
            (Step::Wake | Step::Resume, _) => return Err(Refusal::AsItWas),
            (Step::Park(why), _) => {
                self.parked_because = Some(why);
                self.parked_with.clone_from(&self.owner);
                State::Parked
            }
        };
        self.state = to;
        if to != State::Snoozed {
            self.snoozed_until = None;
        }
        if to != State::Parked {
            self.parked_because = None;
            self.parked_with = None;
        }
        Ok(Change { from, to })
    }

    fn claimed(&mut self, by: StaffMember) -> Result<State, Refusal> {
        match &self.owner {
            Some(owner) if owner.account == by.account => Err(Refusal::Held),
            Some(owner) => Err(Refusal::HeldBy(owner.clone())),
            None => Ok(self.owned_by(by)),
        }
    }

    fn given(&mut self, to: StaffMember) -> Result<State, Refusal> {
        if self.owner.as_ref().is_some_and(|owner| owner.account == to.account) {
            return Err(Refusal::Held);
        }
        Ok(self.owned_by(to))
    }

    fn owned_by(&mut self, member: StaffMember) -> State {
        self.owner = Some(member);
        if self.state == State::Parked { State::Parked } else { State::Active }
    }

    fn reopened(&mut self, keeps_owner: bool) -> State {
        self.closure = None;
        if !keeps_owner {
            self.owner = None;
        }
        self.going_on()
    }

    fn going_on(&self) -> State {
        if self.owner.is_some() { State::Active } else { State::Waiting }
    }
}
