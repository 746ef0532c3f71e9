//! A case: one customer's call for a human.

mod leg;
mod line;
mod member;
mod number;
mod priority;
mod rating;
pub(crate) mod recent;
mod state;
#[cfg(test)]
mod tests;

use fireside_core::record::Record;
use fireside_core::{Actor, MessageRef, PersonId, PlaceRef, Timestamp};
use serde::{Deserialize, Serialize};

pub use leg::{Leg, Side};
pub use line::{Line, LineOf, Speaker};
pub use member::StaffMember;
pub(crate) use member::shown_name;
pub use number::CaseNumber;
pub use priority::Priority;
pub use rating::Rating;
pub use recent::RecentCase;
pub use state::{Change, Refusal, State, Step};

use crate::settings::Relay;

/// How a case ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// Who closed it; `None`: it closed by itself, after silence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<StaffMember>,
    /// When.
    pub at: Timestamp,
    /// Why, for staff to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The customer is told nothing of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub silently: bool,
}

/// Somebody of staff who wants to hear of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watcher {
    /// Who.
    pub member: StaffMember,
    /// Of the customer's next message alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub once: bool,
}

/// One customer's call for a human.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its number.
    pub number: CaseNumber,
    /// The customer.
    pub person: PersonId,
    /// The customer's name, cleaned to one visible line.
    pub name: String,
    /// The customer's language (a BCP 47 tag).
    pub locale: String,
    /// What the customer wrote when they asked for a human; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// What of staff's words goes out, as its room's banner says: the setting
    /// when it was opened, so that a change of it never lets a word slip.
    #[serde(default)]
    pub relay: Relay,
    /// Where it is spoken.
    pub legs: Vec<Leg>,
    /// Its card, where staff work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<MessageRef>,
    /// What stands pinned in its room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub banner: Option<MessageRef>,
    /// The customer lets staff see what was said in private before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shares_talk: bool,
    /// How much it presses.
    #[serde(default)]
    pub priority: Priority,
    /// What staff filed it under, each in one visible line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Who of staff has come to read it, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen_by: Vec<StaffMember>,
    /// Who of staff has come to the customer's own room.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside_customer: Vec<StaffMember>,
    /// Who wants to hear when the customer writes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub watchers: Vec<Watcher>,
    /// When it was opened.
    pub opened: Timestamp,
    /// When staff first answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_answer: Option<Timestamp>,
    /// Since when the customer has waited for an answer; `None`: they have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unanswered_since: Option<Timestamp>,
    /// Since when nobody has it, if somebody had before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub released: Option<Timestamp>,
    /// How often staff were reminded that somebody waits, since it came to who
    /// has it now.
    #[serde(default, skip_serializing_if = "is_none_yet")]
    pub reminders: u8,
    /// Until when the customer knows that nobody is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub away_until: Option<Timestamp>,
    /// How it is to end, and when, unless the customer writes before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<Closure>,
    /// What the customer says of it, once it has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// The case that goes on in its stead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<CaseNumber>,
    state: State,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    owner: Option<StaffMember>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    snoozed_until: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parked_because: Option<String>,
    /// Who had it when the customer could last be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parked_with: Option<StaffMember>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closure: Option<Closure>,
    /// A room was refused to it: none is asked for until another try.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    roomless: bool,
}

impl Record for Case {
    const COLLECTION: &'static str = "case";
    const INDEXED: bool = true;

    fn indexed_by(&self) -> Vec<(&'static str, String)> {
        let mut values = vec![(Self::BY_STATE, self.state.as_str().to_owned())];
        if !self.is_forgotten() {
            values.push((Self::BY_PERSON, self.person.to_string()));
        }
        if self.is_open() {
            let mut around: Vec<_> = self.customer_legs().flat_map(Leg::around).collect();
            around.sort();
            around.dedup();
            values.extend(around.into_iter().map(|channel| (Self::BY_CHANNEL, channel)));
        }
        values
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn is_none_yet(count: &u8) -> bool {
    *count == 0
}

/// Stands for a customer who wants nothing of theirs to be kept: nobody is
/// called so, since people are called after their accounts.
const FORGOTTEN: &str = "forgotten";

/// The one case of a person that is open, kept under the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenCase {
    /// Its number.
    pub number: CaseNumber,
}

impl Record for OpenCase {
    const COLLECTION: &'static str = "open_case";
}

impl Case {
    /// The index that finds cases by where they stand, oldest first.
    pub const BY_STATE: &'static str = "state";
    /// The index that finds the cases of a person, oldest first.
    pub const BY_PERSON: &'static str = "person";
    /// The index that finds open cases by the channels in which their customers
    /// speak, and by the spaces that hold them ([`Leg::around`]).
    pub const BY_CHANNEL: &'static str = "channel";

    /// A case of a customer who waits, before it is spoken anywhere.
    pub fn new(number: CaseNumber, person: PersonId, customer: &Actor, relay: Relay, at: Timestamp) -> Self {
        Self {
            number,
            person,
            name: shown_name(customer),
            locale: String::new(),
            words: String::new(),
            relay,
            legs: Vec::new(),
            card: None,
            banner: None,
            shares_talk: false,
            priority: Priority::default(),
            tags: Vec::new(),
            seen_by: Vec::new(),
            beside_customer: Vec::new(),
            watchers: Vec::new(),
            opened: at,
            first_answer: None,
            unanswered_since: Some(at),
            released: None,
            reminders: 0,
            away_until: None,
            closing: None,
            rating: None,
            merged_into: None,
            state: State::Waiting,
            owner: None,
            snoozed_until: None,
            parked_because: None,
            parked_with: None,
            closure: None,
            roomless: false,
        }
    }

    /// The customer wants nothing of theirs to be kept: who they are, what they
    /// said, and where. Of a closed case stays that it was.
    pub fn forget_customer(&mut self) {
        self.person = PersonId::new(FORGOTTEN);
        "?".clone_into(&mut self.name);
        self.words.clear();
        self.legs.retain(|leg| leg.side == Side::Staff);
        self.watchers.clear();
        if let Some(rating) = &mut self.rating {
            rating.words = None;
        }
        if let Some(closure) = &mut self.closure {
            closure.reason = None;
        }
    }

    /// Whether nothing of the customer is kept with it.
    pub fn is_forgotten(&self) -> bool {
        self.person.as_str() == FORGOTTEN
    }

    /// Where it stands.
    pub fn state(&self) -> State {
        self.state
    }

    /// Whether anything can still come of it.
    pub fn is_open(&self) -> bool {
        self.state != State::Closed
    }

    /// Who has taken it on; of a closed one, who had.
    pub fn owner(&self) -> Option<&StaffMember> {
        self.owner.as_ref()
    }

    /// Who has it as far as the customer knows.
    pub fn owner_known(&self) -> Option<&StaffMember> {
        if self.state == State::Parked { self.parked_with.as_ref() } else { self.owner() }
    }

    /// How it ended.
    pub fn closure(&self) -> Option<&Closure> {
        self.closure.as_ref()
    }

    /// Until when it is put aside.
    pub fn snoozed_until(&self) -> Option<Timestamp> {
        self.snoozed_until
    }

    /// Why the customer can't be reached.
    pub fn parked_because(&self) -> Option<&str> {
        self.parked_because.as_deref()
    }

    /// Somebody of staff reads it from now on. Gives whether nobody had before.
    pub fn is_seen_by(&mut self, member: &StaffMember) -> bool {
        let is_first = self.seen_by.is_empty();
        if !self.seen_by.iter().any(|seen| seen.account == member.account) {
            self.seen_by.push(member.clone());
        }
        is_first
    }

    /// Since when somebody has to see to it: the customer waits for an answer,
    /// or nobody has taken it on.
    pub fn waits_since(&self) -> Option<Timestamp> {
        match self.state {
            State::Waiting => self.unanswered_since.or(self.released).or(Some(self.opened)),
            State::Active => self.unanswered_since,
            State::Snoozed | State::Parked | State::Closed => None,
        }
    }

    /// The place where staff and the customer meet, if staff have one.
    pub fn room_place(&self) -> Option<PlaceRef> {
        self.room().map(|leg| leg.place.clone())
    }
}
