//! What holds in whatever order things happen.

use std::collections::BTreeMap;

use fireside_core::binding::Binding;
use fireside_core::{Actor, Place};
use fireside_handoff::{Case, CaseNumber, OpenCase, State};
use fireside_testkit::script::{NORTH, SOUTH, customer};
use proptest::prelude::*;

use crate::Scene;

/// Something that happens.
#[derive(Debug, Clone, Copy)]
enum Step {
    CustomerCalls,
    CustomerWrites,
    StaffJoin(Who),
    StaffWrite(Who),
    StaffNote(Who),
    StaffClose(Who),
    /// Somebody presses a button that was on the first card.
    OldPress(Who, &'static str),
    DeliveriesStop,
    DeliveriesGoOn,
    CustomerIsGone,
}

#[derive(Debug, Clone, Copy)]
enum Who {
    Sam,
    Kim,
    Stranger,
}

fn who() -> impl Strategy<Value = Who> {
    prop_oneof![3 => Just(Who::Sam), 2 => Just(Who::Kim), 1 => Just(Who::Stranger)]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => Just(Step::CustomerCalls),
        3 => Just(Step::CustomerWrites),
        3 => who().prop_map(Step::StaffJoin),
        3 => who().prop_map(Step::StaffWrite),
        2 => who().prop_map(Step::StaffNote),
        2 => who().prop_map(Step::StaffClose),
        1 => who().prop_map(|who| Step::OldPress(who, "Join")),
        1 => who().prop_map(|who| Step::OldPress(who, "Close")),
        2 => Just(Step::DeliveriesStop),
        2 => Just(Step::DeliveriesGoOn),
        1 => Just(Step::CustomerIsGone),
    ]
}

/// A scene, and what is remembered of it to compare.
struct Walk {
    scene: Scene,
    /// What the first card's buttons send.
    first_buttons: BTreeMap<&'static str, String>,
    owners: BTreeMap<u64, String>,
}

impl Walk {
    fn new() -> Self {
        let mut scene = Scene::new(SOUTH, NORTH);
        scene.call("first");
        let button = |label| (label, scene.script.button(&scene.home, &scene.sam.account, label));
        let first_buttons = ["Join", "Close"].map(button).into();
        Self { scene, first_buttons, owners: BTreeMap::new() }
    }

    fn actor(&self, who: Who) -> Actor {
        match who {
            Who::Sam => self.scene.sam.clone(),
            Who::Kim => self.scene.kim.clone(),
            Who::Stranger => customer(NORTH, "66", "Sam"),
        }
    }

    fn take(&mut self, step: Step) {
        let room = self.scene.room();
        let (group, home) = (self.scene.group.clone(), self.scene.home.clone());
        match step {
            Step::CustomerCalls => drop(self.scene.call("")),
            Step::CustomerWrites => drop(self.scene.script.say(&self.scene.ana, &group, "customer's words")),
            Step::StaffJoin(who) => self.run(who, &home, "join"),
            Step::StaffClose(who) => self.run(who, &room, "close"),
            Step::StaffWrite(who) => self.write(who, &room, "words of"),
            Step::StaffNote(who) => self.write(who, &room, "// internal of"),
            Step::OldPress(who, label) => {
                let (actor, data) = (self.actor(who), self.first_buttons[label].clone());
                self.scene.script.press_data(&actor, &home, &data);
            }
            Step::DeliveriesStop => self.scene.script.hold_deliveries(),
            Step::DeliveriesGoOn => self.scene.script.deliver_all(),
            Step::CustomerIsGone => self.scene.script.refuse(&group, "the bot was blocked"),
        }
    }

    fn run(&mut self, who: Who, place: &Place, command: &str) {
        let actor = self.actor(who);
        self.scene.script.command(&actor, place, command, "");
    }

    fn write(&mut self, who: Who, room: &Place, words: &str) {
        let actor = self.actor(who);
        self.scene.script.say(&actor, room, &format!("{words} {who:?}"));
    }

    fn cases(&self) -> Vec<Case> {
        let case = |number| self.scene.script.record::<Case>(&CaseNumber::new(number));
        (1..).map_while(case).collect()
    }

    fn check(&mut self) -> Result<(), TestCaseError> {
        let script = &self.scene.script;
        let cases = self.cases();
        let open: Vec<_> = cases.iter().filter(|case| case.state() != State::Closed).collect();
        prop_assert!(open.len() <= 1, "one open case per person");
        let account = &self.scene.ana.account;
        let kept = script.record::<OpenCase>(&account.person()).map(|kept| kept.number);
        prop_assert_eq!(kept, open.first().map(|case| case.number));
        let bound = script.record::<Binding>(&Binding::path(&self.scene.group, Some(account)));
        prop_assert_eq!(bound.map(|bound| bound.lane), open.first().map(|case| case.number.lane()));
        for case in &cases {
            prop_assert_eq!(
                case.state() == State::Active,
                case.owner().is_some() && case.closure().is_none()
            );
            if let Some(owner) = case.owner() {
                let first = self.owners.entry(case.number.get()).or_insert_with(|| owner.name.clone());
                prop_assert_eq!(&*first, &owner.name, "an owner stays");
                prop_assert_ne!(owner.account.id.as_str(), "66", "no stranger owns a case");
            }
        }
        let read = script.said_in(&self.scene.group);
        prop_assert!(
            !read.iter().any(|said| said.contains("internal") || said.contains("Stranger")),
            "{:?}",
            read
        );
        let joined = read.iter().filter(|said| said.ends_with("has joined.")).count();
        prop_assert!(joined <= self.owners.len(), "who joins is told once: {:?}", read);
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_rules_of_a_case_hold(steps in prop::collection::vec(step(), 1..40)) {
        let mut walk = Walk::new();
        for step in steps {
            walk.take(step);
            walk.check()?;
        }
        walk.scene.script.deliver_all();
        walk.check()?;
    }
}
