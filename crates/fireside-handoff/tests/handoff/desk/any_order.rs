//! What holds in whatever order staff do things at their desk.

use fireside_core::binding::Binding;
use fireside_core::{Actor, Invocation};
use fireside_handoff::{Blocked, Case, CaseNumber, OpenCase, State};
use fireside_testkit::script::{NORTH, SOUTH, customer};
use proptest::prelude::*;

use crate::Scene;

/// Something that happens: a customer calls, or somebody runs a command.
#[derive(Debug, Clone)]
enum Step {
    Call { is_ana: bool },
    Run { who: Who, command: &'static str, words: String },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Sam,
    Kim,
    Stranger,
}

fn step() -> impl Strategy<Value = Step> {
    let who = prop_oneof![4 => Just(Who::Sam), 3 => Just(Who::Kim), 1 => Just(Who::Stranger)];
    let number = 1..4_u64;
    let about = |command, words: &'static str| {
        number.clone().prop_map(move |number| (command, words.replace('#', &number.to_string())))
    };
    let command = prop_oneof![
        3 => about("claim", "#"),
        2 => about("release", "#"),
        2 => about("leave", "#"),
        3 => about("transfer", "# Kim"),
        2 => about("transfer", "# Sam"),
        3 => about("close", "#"),
        4 => about("reopen", "#"),
        2 => about("contact", "case:# hello"),
        1 => about("block", "case:# 3d"),
        1 => about("unblock", "case:#"),
        2 => (1..4_u64, 1..4_u64).prop_map(|(from, into)| ("merge_cases", format!("{from} {into}"))),
        1 => about("subscribe", "#"),
        1 => about("priority", "high #"),
    ];
    prop_oneof![
        1 => any::<bool>().prop_map(|is_ana| Step::Call { is_ana }),
        4 => (who, command).prop_map(|(who, (command, words))| Step::Run { who, command, words }),
    ]
}

struct Walk {
    scene: Scene,
    ben: Actor,
}

impl Walk {
    fn new() -> Self {
        let mut scene = Scene::new(SOUTH, NORTH);
        scene.call("");
        let ben = scene.other_calls("2", "Ben");
        scene.desk("cases", "");
        scene.script.command(&scene.kim, &scene.home, "cases", "");
        Self { scene, ben }
    }

    fn cases(&self) -> Vec<Case> {
        let case = |number| self.scene.script.record::<Case>(&CaseNumber::new(number));
        (1..).map_while(case).collect()
    }

    fn take(&mut self, step: Step) -> Result<(), TestCaseError> {
        match step {
            Step::Call { is_ana: true } => drop(self.scene.call("")),
            Step::Call { is_ana: false } => {
                self.scene.script.command(&self.ben, &self.scene.group, "human", "");
            }
            Step::Run { who, command, words } => {
                let actor = match who {
                    Who::Sam => self.scene.sam.clone(),
                    Who::Kim => self.scene.kim.clone(),
                    Who::Stranger => customer(NORTH, "66", "Sam"),
                };
                let before = self.cases();
                let invocation = Invocation::written(command, &words);
                let reply = self.scene.script.run(&actor, &self.scene.home, invocation);
                prop_assert!(reply.is_private() && !reply.text().is_empty(), "{} {}", command, words);
                prop_assert!(who != Who::Stranger || before == self.cases(), "{} {}", command, words);
            }
        }
        Ok(())
    }

    fn check(&self) -> Result<(), TestCaseError> {
        let script = &self.scene.script;
        let cases = self.cases();
        for customer in [&self.scene.ana, &self.ben] {
            let person = customer.account.person();
            let open: Vec<_> = cases.iter().filter(|case| case.person == person && case.is_open()).collect();
            prop_assert!(open.len() <= 1, "one open case per person");
            let open = open.first();
            let kept = script.record::<OpenCase>(&person).map(|kept| kept.number);
            prop_assert_eq!(kept, open.map(|case| case.number));
            let places = open.iter().flat_map(|case| case.customer_legs()).map(|leg| leg.place.anchor());
            for place in places {
                let bound = script.record::<Binding>(&Binding::path(place, Some(&customer.account)));
                prop_assert_eq!(bound.map(|bound| bound.lane), open.map(|case| case.number.lane()));
            }
            let is_blocked = script.record::<Blocked>(&person).is_some();
            prop_assert!(!is_blocked || open.is_none(), "who is blocked has no open case");
        }
        for case in &cases {
            let has_owner = case.owner().is_some() && case.is_open();
            prop_assert_eq!(case.state() == State::Active, has_owner);
            prop_assert!(case.merged_into.is_none() || !case.is_open(), "what was merged stays closed");
            let owner = case.owner().map(|owner| owner.account.id.as_str());
            prop_assert!(matches!(owner, None | Some("8" | "9")), "{owner:?}");
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_rules_of_a_case_hold_at_the_desk(steps in prop::collection::vec(step(), 1..30)) {
        let mut walk = Walk::new();
        for step in steps {
            walk.take(step)?;
            walk.check()?;
        }
    }
}
