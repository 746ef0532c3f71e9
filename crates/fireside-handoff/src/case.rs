//! A case: one customer's call for a human. What may follow what is decided
//! here, and nowhere else.

use std::fmt;

use fireside_core::key::KeyPath;
use fireside_core::record::Record;
use fireside_core::turn::effects::Manner;
use fireside_core::{Account, Actor, LaneId, MessageRef, PersonId, Place, PlaceRef, Timestamp, Voice, text};
use serde::{Deserialize, Serialize};

use crate::leg::{Leg, Side};

/// The longest name that is shown, in characters as a reader counts them.
const NAME_LEN_MAX: usize = 60;

/// The number of a case, from 1, unique in its community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CaseNumber(u64);

impl CaseNumber {
    /// The number as staff know it.
    pub fn new(number: u64) -> Self {
        Self(number)
    }

    /// The plain number.
    pub fn get(self) -> u64 {
        self.0
    }

    /// Reads a number as [`CaseNumber`] is shown.
    pub fn parse(shown: &str) -> Option<Self> {
        shown.parse().ok().map(Self)
    }

    /// The lane in which everything about the case happens, in order.
    pub fn lane(self) -> LaneId {
        LaneId::new(self.subject())
    }

    /// What deliveries about the case are withdrawn by.
    pub fn subject(self) -> String {
        format!("case/{self}")
    }

    /// How something about the case is done: in its lane, on behalf of `voice`.
    pub(crate) fn manner(self, voice: Voice) -> Manner {
        Manner::of(voice).about(self.subject()).lane(self.lane())
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl KeyPath for CaseNumber {
    fn push_to(&self, key: &mut Vec<u8>) {
        self.0.push_to(key);
    }
}

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// A human was called and nobody has come yet.
    Waiting,
    /// Somebody has taken it on.
    Active,
    /// It is over.
    Closed,
}

impl State {
    /// The value cases in this state are indexed by.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Active => "active",
            Self::Closed => "closed",
        }
    }
}

/// Somebody of staff, as they were when they acted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffMember {
    /// Their account: never shown to customers.
    pub account: Account,
    /// Their name, cleaned to one visible line.
    pub name: String,
}

impl StaffMember {
    /// The one who acts.
    pub fn of(actor: &Actor) -> Self {
        Self { account: actor.account.clone(), name: shown_name(actor) }
    }
}

/// An actor's name as others are shown it.
pub(crate) fn shown_name(actor: &Actor) -> String {
    let name = text::cleaned(&actor.name, NAME_LEN_MAX);
    if text::is_blank(&name) { "?".to_owned() } else { name }
}

/// How a case ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// Who closed it.
    pub by: StaffMember,
    /// When.
    pub at: Timestamp,
    /// Why, for staff to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
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
    /// Where it is spoken.
    pub legs: Vec<Leg>,
    /// Its card, where staff work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<MessageRef>,
    /// When it was opened.
    pub opened: Timestamp,
    state: State,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    owner: Option<StaffMember>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closure: Option<Closure>,
    /// A room was refused to it: none is asked for again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    roomless: bool,
}

impl Record for Case {
    const COLLECTION: &'static str = "case";
    const INDEXED: bool = true;

    fn indexed_by(&self) -> Vec<(&'static str, String)> {
        vec![(Self::BY_STATE, self.state.as_str().to_owned())]
    }
}

/// The one case of a person that is open, kept under the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenCase {
    /// Its number.
    pub number: CaseNumber,
}

impl Record for OpenCase {
    const COLLECTION: &'static str = "open_case";
}

/// What came of a claim of a case that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// Nobody had it: it is theirs from now on.
    Taken,
    /// It was theirs already.
    Held,
    /// Somebody else has it, and keeps it.
    HeldBy(StaffMember),
}

/// The case is closed: nothing can be done with it any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed;

impl Case {
    /// The index that finds cases by where they stand, oldest first.
    pub const BY_STATE: &'static str = "state";

    /// A case that `customer` opens in `place`.
    pub fn open(
        number: CaseNumber,
        person: PersonId,
        customer: &Actor,
        place: &Place,
        at: Timestamp,
    ) -> Self {
        let leg = Leg {
            side: Side::Customer,
            place: place.clone().into(),
            account: Some(customer.account.clone()),
            link: None,
        };
        Self {
            number,
            person,
            name: shown_name(customer),
            locale: String::new(),
            words: String::new(),
            legs: vec![leg],
            card: None,
            opened: at,
            state: State::Waiting,
            owner: None,
            closure: None,
            roomless: false,
        }
    }

    /// Where it stands.
    pub fn state(&self) -> State {
        self.state
    }

    /// Who has taken it on.
    pub fn owner(&self) -> Option<&StaffMember> {
        self.owner.as_ref()
    }

    /// How it ended.
    pub fn closure(&self) -> Option<&Closure> {
        self.closure.as_ref()
    }

    /// Takes it on for `by`, if nobody has it.
    ///
    /// # Errors
    /// When it is closed.
    pub fn claim(&mut self, by: &StaffMember) -> Result<Claim, Closed> {
        match (self.state, &self.owner) {
            (State::Closed, _) => Err(Closed),
            (_, Some(owner)) if owner.account == by.account => Ok(Claim::Held),
            (_, Some(owner)) => Ok(Claim::HeldBy(owner.clone())),
            (_, None) => {
                self.state = State::Active;
                self.owner = Some(by.clone());
                Ok(Claim::Taken)
            }
        }
    }

    /// Ends it.
    ///
    /// # Errors
    /// When it is closed already.
    pub fn close(&mut self, closure: Closure) -> Result<(), Closed> {
        if self.state == State::Closed {
            return Err(Closed);
        }
        self.state = State::Closed;
        self.closure = Some(closure);
        Ok(())
    }

    /// Where the customer speaks.
    pub fn customer_leg(&self) -> Option<&Leg> {
        self.legs.iter().find(|leg| leg.side == Side::Customer)
    }

    /// Its room, if it has one or will.
    pub fn room(&self) -> Option<&Leg> {
        self.legs.iter().find(|leg| leg.side == Side::Staff)
    }

    /// Gives it a room, in place of the one it had.
    pub fn set_room(&mut self, place: PlaceRef, link: Option<String>) {
        self.lose_room();
        self.legs.push(Leg { side: Side::Staff, place, account: None, link });
    }

    /// It can't have a room.
    pub fn refuse_room(&mut self) {
        self.lose_room();
        self.roomless = true;
    }

    /// Whether a room was refused to it.
    pub fn is_roomless(&self) -> bool {
        self.roomless
    }

    /// Whether it has lost its room and may have another.
    pub fn wants_room(&self) -> bool {
        self.room().is_none() && !self.roomless
    }

    /// Takes its room away.
    pub fn lose_room(&mut self) {
        self.legs.retain(|leg| leg.side != Side::Staff);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> Case {
        let ana = Actor::human(Account::new("p", "1"), "Ana\u{202E}\nB");
        let place = Place::channel("p", "square");
        Case::open(CaseNumber::new(1), ana.account.person(), &ana, &place, Timestamp::default())
    }

    fn member(id: &str) -> StaffMember {
        StaffMember { account: Account::new("p", id), name: id.to_owned() }
    }

    fn closure() -> Closure {
        Closure { by: member("sam"), at: Timestamp::default(), reason: None }
    }

    #[test]
    fn a_case_has_one_owner() {
        let mut case = case();
        assert_eq!(case.claim(&member("sam")), Ok(Claim::Taken));
        assert_eq!(case.claim(&member("sam")), Ok(Claim::Held));
        assert_eq!(case.claim(&member("kim")), Ok(Claim::HeldBy(member("sam"))));
        assert_eq!(case.owner(), Some(&member("sam")));
    }

    #[test]
    fn a_closed_case_stays_as_it_is() {
        let mut case = case();
        assert_eq!(case.close(closure()), Ok(()));
        assert_eq!(case.claim(&member("sam")), Err(Closed));
        assert_eq!(case.close(closure()), Err(Closed));
        assert_eq!((case.state(), case.owner()), (State::Closed, None));
    }

    #[test]
    fn a_customers_name_is_one_visible_line() {
        assert_eq!(case().name, "Ana B");
    }

    #[test]
    fn a_number_is_read_as_it_is_shown() {
        let number = CaseNumber::new(12);
        assert_eq!(CaseNumber::parse(&number.to_string()), Some(number));
        assert_eq!(CaseNumber::parse("#12"), None);
    }
}
