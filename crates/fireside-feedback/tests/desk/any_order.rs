//! In whatever order people back, withdraw, merge and link: everybody counts
//! once, and what is taken apart again is as if it had never been merged.

use std::collections::{BTreeMap, BTreeSet};

use fireside_core::{
    Account, Command, Decision, Engine, Feature, Invocation, OptionKind, Outcome, PersonId, Turn,
};
use fireside_feedback::{Feedback, FeedbackFeature, FeedbackNumber, Standing, Voice};
use fireside_testkit::script::{ENGLISH, NORTH, brand, customer, member, script, square, staff_home};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::Scene;

const ITEMS: u64 = 4;
const TITLES: [&str; 4] = ["Dark mode", "Export hangs", "Quiet hinges", "Faster search"];
/// The first of them are the items' authors.
const PEOPLE: u64 = 6;

/// Another feature: it links two accounts, and counts.
struct Desk;

impl Feature for Desk {
    fn name(&self) -> &'static str {
        "desk"
    }

    fn commands(&self) -> Vec<Command> {
        let command = |name| Command::new(name, name).option("text", "text", OptionKind::Text, true);
        vec![command("link"), command("count")]
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        let text = invocation.text("text").unwrap_or_default();
        if invocation.name == "link" {
            let (one, other) = text.split_once(' ').unwrap_or_default();
            turn.link(&Account::new(NORTH, one), &Account::new(NORTH, other))?;
        } else {
            let counted = turn.tally(&format!("voices {text}"))?;
            turn.answer(counted.to_string());
        }
        Ok(Outcome::Handled)
    }
}

/// Something that happens.
#[derive(Debug, Clone)]
enum Happening {
    Voice { person: u64, item: u64 },
    TakeBack { person: u64, item: u64 },
    Withdraw { item: u64 },
    Merge { from: u64, into: u64 },
    Unmerge { from: u64 },
    Link { one: u64, other: u64 },
    Soon,
}

fn happening() -> impl Strategy<Value = Happening> {
    let (item, person) = (|| 1..=ITEMS, || 1..=PEOPLE);
    prop_oneof![
        6 => (person(), item()).prop_map(|(person, item)| Happening::Voice { person, item }),
        2 => (person(), item()).prop_map(|(person, item)| Happening::TakeBack { person, item }),
        1 => item().prop_map(|item| Happening::Withdraw { item }),
        4 => (item(), item()).prop_map(|(from, into)| Happening::Merge { from, into }),
        2 => item().prop_map(|from| Happening::Unmerge { from }),
        1 => (person(), person()).prop_map(|(one, other)| Happening::Link { one, other }),
        2 => Just(Happening::Soon),
    ]
}

/// The desk, and what each item has been given itself.
struct Ledger {
    scene: Scene,
    given: BTreeMap<u64, BTreeSet<PersonId>>,
    /// Who has taken anything back: what they raised may hold a voice of theirs
    /// that does not count where it was merged.
    took_back: BTreeSet<PersonId>,
    /// Whom each account is.
    persons: BTreeMap<u64, PersonId>,
}

impl Ledger {
    fn new() -> Self {
        let engine = Engine::builder().feature(FeedbackFeature).feature(Desk).phrases("en", ENGLISH).build();
        let mut scene = Scene {
            script: script(engine.expect("the engine can be built"), brand(NORTH)),
            ana: customer(NORTH, "1", "1"),
            sam: member(NORTH, "9", "Sam", None),
            room: square(NORTH),
            home: staff_home(NORTH),
            raised: 0,
        };
        let persons: BTreeMap<_, _> =
            (1..=PEOPLE).map(|who| (who, PersonId::new(format!("{NORTH}:{who}")))).collect();
        let mut given = BTreeMap::new();
        for (number, title) in (1..).zip(TITLES) {
            let author = customer(NORTH, &number.to_string(), "Ana");
            let fields = [("title", title), ("kind", "idea")];
            scene.script.submit(&author, &square(NORTH), "feedback", &fields);
            given.insert(number, BTreeSet::from([persons[&number].clone()]));
        }
        Self { scene, given, took_back: BTreeSet::new(), persons }
    }

    fn item(&self, number: u64) -> Feedback {
        self.scene.item(number)
    }

    /// What a number leads to, unless that is withdrawn.
    fn live(&self, number: u64) -> Option<u64> {
        match self.item(number).standing {
            Standing::Live => Some(number),
            Standing::Merged(into) => self.live(into.get()),
            Standing::Withdrawn => None,
        }
    }

    /// An item, and everything that was merged into it.
    fn parts(&self, number: u64) -> Vec<u64> {
        let is_into = |part: &u64| self.item(*part).standing == Standing::Merged(FeedbackNumber::new(number));
        let parts: Vec<_> = (1..=ITEMS).filter(is_into).collect();
        std::iter::once(number).chain(parts.into_iter().flat_map(|part| self.parts(part))).collect()
    }

    fn voices(&self, number: u64) -> BTreeSet<PersonId> {
        let persons = (1..=PEOPLE).map(|who| PersonId::new(format!("{NORTH}:{who}")));
        let has = |person: &PersonId| {
            self.scene.script.record::<Voice>(&(FeedbackNumber::new(number), person.clone())).is_some()
        };
        persons.filter(has).collect()
    }

    fn happen(&mut self, happening: &Happening) {
        match *happening {
            Happening::Voice { person, item } => {
                if let Some(live) = self.live(item) {
                    let person = self.persons[&person].clone();
                    self.given.entry(live).or_default().insert(person);
                }
                self.scene.back(item, &person.to_string());
            }
            Happening::TakeBack { person, item } => self.take_back(person, item),
            Happening::Withdraw { item } => self.withdraw(item),
            Happening::Merge { from, into } => {
                self.scene.staff(&format!("merge {from} into {into}"));
            }
            Happening::Unmerge { from } => {
                self.scene.staff(&format!("unmerge {from}"));
            }
            Happening::Link { one, other } => self.link(one, other),
            Happening::Soon => self.scene.soon(),
        }
    }

    fn link(&mut self, one: u64, other: u64) {
        let actor = customer(NORTH, &one.to_string(), "1");
        self.scene.script.command(&actor, &square(NORTH), "link", &format!("{one} {other}"));
        let (person, joined) = (self.persons[&one].clone(), self.persons[&other].clone());
        for known in self.persons.values_mut().filter(|known| **known == joined) {
            known.clone_from(&person);
        }
        for persons in self.given.values_mut().chain([&mut self.took_back]) {
            if persons.remove(&joined) {
                persons.insert(person.clone());
            }
        }
    }

    fn take_back(&mut self, who: u64, item: u64) {
        let (actor, person) = (customer(NORTH, &who.to_string(), "1"), self.persons[&who].clone());
        let live = self
            .live(item)
            .filter(|live| self.item(*live).author.person != person && self.voices(*live).contains(&person));
        let Some(live) = live else { return };
        self.scene.script.command(&actor, &square(NORTH), "feedback", "mine");
        self.scene.script.press(&actor, &square(NORTH), "What I back");
        self.scene.script.press(&actor, &square(NORTH), &format!("Take back #{live}"));
        self.took_back.insert(person.clone());
        for part in self.parts(live) {
            if self.item(part).author.person != person {
                self.given.entry(part).or_default().remove(&person);
            }
        }
    }

    fn withdraw(&mut self, number: u64) {
        let item = self.item(number);
        let author = self.persons.iter().find(|(_, person)| **person == item.author.person);
        let Some((who, person)) = author.filter(|_| item.standing != Standing::Withdrawn) else { return };
        let (actor, place) = (customer(NORTH, &who.to_string(), "1"), square(NORTH));
        self.given.entry(number).or_default().remove(person);
        self.took_back.insert(person.clone());
        self.scene.script.command(&actor, &place, "feedback", "mine");
        for label in [&format!("#{number}"), "Withdraw", "Yes, withdraw it"] {
            self.scene.script.press(&actor, &place, label);
        }
    }

    /// How many voices an item is counted to have.
    fn counted(&mut self, number: u64) -> String {
        let sam = self.scene.sam.clone();
        self.scene.script.command(&sam, &square(NORTH), "count", &number.to_string()).text()
    }

    /// Everybody who backs an item or what is part of it counts there, once.
    fn check(&mut self) -> Result<(), TestCaseError> {
        self.scene.soon();
        for number in 1..=ITEMS {
            let voices = self.voices(number);
            prop_assert_eq!(self.counted(number), voices.len().to_string(), "#{}", number);
            prop_assert_eq!(self.item(number).voices, voices.len() as u64, "the card of #{}", number);
            let given: BTreeSet<_> =
                self.parts(number).iter().flat_map(|part| self.given[part].clone()).collect();
            prop_assert!(voices.is_subset(&given), "#{number}: {voices:?} of {given:?}");
            let missing: Vec<_> = given.difference(&voices).collect();
            let is_missed = missing.iter().any(|person| !self.took_back.contains(*person));
            prop_assert!(!is_missed, "#{number} misses {missing:?}");
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn everybody_counts_once_and_merges_leave_no_trace(happenings in vec(happening(), 1..40)) {
        let mut ledger = Ledger::new();
        for happening in &happenings {
            ledger.happen(happening);
            if matches!(happening, Happening::Soon) {
                ledger.check()?;
            }
        }
        for number in (1..=ITEMS).chain(1..=ITEMS).chain(1..=ITEMS) {
            ledger.check()?;
            ledger.scene.staff(&format!("unmerge {number}"));
        }
        ledger.check()?;
        for number in 1..=ITEMS {
            prop_assert!(!matches!(ledger.item(number).standing, Standing::Merged(_)));
            prop_assert_eq!(&ledger.voices(number), &ledger.given[&number], "#{}", number);
        }
    }
}
