//! What holds in whatever order things happen.

use std::collections::BTreeMap;
use std::time::Duration;

use fireside_core::binding::Binding;
use fireside_core::turn::effects::Manner;
use fireside_core::{
    Actor, Community, Decision, Effect, Engine, Feature, Message, Obstacle, Outcome, Place, Turn, Voice, hush,
};
use fireside_handoff::{Case, CaseNumber, Handoff, OpenCase, State};
use fireside_testkit::script::{ENGLISH, NORTH, Progress, SOUTH, brand, customer, script};
use proptest::prelude::*;
use serde_json::json;

use crate::Scene;

/// Something that happens.
#[derive(Debug, Clone, Copy)]
enum Step {
    CustomerCalls,
    CustomerWrites,
    /// Somebody of staff, or who would like to be, runs a command in the room.
    Run(Who, &'static str, &'static str),
    StaffWrite(Who),
    StaffNote(Who),
    /// Somebody presses a button that was on the first card.
    OldPress(Who, &'static str),
    /// Another feature has something to say to the customer.
    BotSpeaks,
    DeliveriesStop,
    DeliveriesGoOn,
    CustomerIsGone,
    CustomerIsBack,
    TimePasses(Duration),
    Restart,
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

fn command() -> impl Strategy<Value = (&'static str, &'static str)> {
    prop_oneof![
        4 => Just(("claim", "")),
        2 => Just(("release", "")),
        2 => Just(("close", "")),
        2 => Just(("reopen", "1")),
        1 => Just(("leave", "")),
        1 => Just(("join", "")),
        2 => Just(("snooze", "2h")),
        1 => Just(("close", "in 2h")),
        1 => Just(("duty", "on")),
        1 => Just(("duty", "off")),
        1 => Just(("priority", "urgent")),
        2 => Just(("reply", "words of staff")),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let span = prop::sample::select(vec![60, 3_600, 3 * 86_400]).prop_map(Duration::from_secs);
    prop_oneof![
        3 => Just(Step::CustomerCalls),
        4 => Just(Step::CustomerWrites),
        9 => (who(), command()).prop_map(|(who, (name, words))| Step::Run(who, name, words)),
        3 => who().prop_map(Step::StaffWrite),
        2 => who().prop_map(Step::StaffNote),
        1 => who().prop_map(|who| Step::OldPress(who, "Claim")),
        1 => who().prop_map(|who| Step::OldPress(who, "Close")),
        2 => Just(Step::BotSpeaks),
        2 => Just(Step::DeliveriesStop),
        2 => Just(Step::DeliveriesGoOn),
        1 => Just(Step::CustomerIsGone),
        1 => Just(Step::CustomerIsBack),
        3 => span.prop_map(Step::TimePasses),
        1 => Just(Step::Restart),
    ]
}

/// Says something of the bot's own to Ana whenever Ben asks for it, unless a
/// human talks with her.
struct Prompter;

const PROMPT: &str = "Did you know?";

impl Feature for Prompter {
    fn name(&self) -> &'static str {
        "prompter"
    }

    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        if message.text.to_plain() != PROMPT {
            return Ok(Outcome::Pass);
        }
        let ana = customer(SOUTH, "1", "Ana").account.person();
        if !turn.is_hushed(&ana)? {
            let place = turn.event().place.clone();
            turn.send(place, PROMPT, Manner::of(Voice::Bot).about(hush::subject(&ana)));
        }
        Ok(Outcome::Handled)
    }
}

fn community() -> Community {
    let mut community = brand(NORTH);
    let settings = json!({ "relay": "all", "place": "here", "close_after": "2d", "warn_before": "1d" });
    community.settings.insert("handoff".to_owned(), settings);
    community
}

/// A scene, and what is remembered of it to compare.
struct Walk {
    scene: Scene,
    ben: Actor,
    /// What the first card's buttons send.
    first_buttons: BTreeMap<&'static str, String>,
    before: Vec<Case>,
    calls: usize,
}

impl Walk {
    fn new() -> Self {
        let engine = Engine::builder().feature(Handoff).feature(Prompter).phrases("en", ENGLISH).build();
        let mut scene = Scene::new(SOUTH, NORTH);
        scene.script = script(engine.expect("the engine can be built"), community());
        scene.call("first");
        let button = |label| (label, scene.script.button(&scene.home, &scene.sam.account, label));
        let first_buttons = ["Claim", "Close"].map(button).into();
        let mut walk =
            Self { scene, ben: customer(SOUTH, "2", "Ben"), first_buttons, before: Vec::new(), calls: 0 };
        walk.before = walk.cases();
        walk.calls = walk.calls();
        walk
    }

    fn actor(&self, who: Who) -> Actor {
        match who {
            Who::Sam => self.scene.sam.clone(),
            Who::Kim => self.scene.kim.clone(),
            Who::Stranger => customer(NORTH, "66", "Sam"),
        }
    }

    fn take(&mut self, step: Step) {
        let room =
            self.scene.script.rooms_in(&self.scene.home).pop().unwrap_or_else(|| self.scene.home.clone());
        let (group, home) = (self.scene.group.clone(), self.scene.home.clone());
        let script = &mut self.scene.script;
        match step {
            Step::CustomerCalls => drop(self.scene.call("")),
            Step::CustomerWrites => drop(script.say(&self.scene.ana, &group, "customer's words")),
            Step::Run(who, command, words) => {
                let actor = self.actor(who);
                self.scene.script.command(&actor, &room, command, words);
            }
            Step::StaffWrite(who) => self.write(who, &room, "words of"),
            Step::StaffNote(who) => self.write(who, &room, "// internal of"),
            Step::OldPress(who, label) => {
                let (actor, data) = (self.actor(who), self.first_buttons[label].clone());
                self.scene.script.press_data(&actor, &home, &data);
            }
            Step::BotSpeaks => drop(script.say(&self.ben, &group, PROMPT)),
            Step::DeliveriesStop => script.hold_deliveries(),
            Step::DeliveriesGoOn => script.deliver_all(),
            Step::CustomerIsGone => script.fail(&group, Obstacle::Unreachable, "the bot was blocked"),
            Step::CustomerIsBack => script.mend(&group),
            Step::TimePasses(span) => script.advance(span),
            Step::Restart => script.restart(),
        }
    }

    fn write(&mut self, who: Who, room: &Place, words: &str) {
        let actor = self.actor(who);
        self.scene.script.say(&actor, room, &format!("{words} {who:?}"));
    }

    fn cases(&self) -> Vec<Case> {
        let case = |number| self.scene.script.record::<Case>(&CaseNumber::new(number));
        (1..).map_while(case).collect()
    }

    /// How often staff were told something of a case, but for its card.
    fn calls(&self) -> usize {
        let is_told = |effect: &Effect| matches!(effect, Effect::Send { to, .. } if to.anchor().is_within(&self.scene.home));
        self.scene.script.deliveries().iter().filter(|row| is_told(&row.delivery.effect)).count()
    }

    /// What the bot said to the customer of its own accord and is still to be sent.
    fn prompts_waiting(&self) -> usize {
        let rows = self.scene.script.deliveries().iter();
        rows.filter(|row| row.voice() == Voice::Bot && row.progress == Progress::Waiting).count()
    }

    fn check(&mut self) -> Result<(), TestCaseError> {
        let cases = self.cases();
        self.check_open_case(&cases)?;
        for case in &cases {
            check_case(case)?;
        }
        // Every entry to waiting tells somebody.
        let waits = |case: &&Case| case.state() == State::Waiting;
        let waited = |case: &Case| self.before.iter().any(|was| was.number == case.number && waits(&was));
        let entered = cases.iter().filter(waits).filter(|case| !waited(case)).count();
        let calls = self.calls();
        prop_assert!(calls >= self.calls + entered, "{} calls, {entered} entered", calls - self.calls);
        // While a human talks with her, the bot has nothing of its own to say.
        if cases.iter().any(|case| case.is_open() && case.owner().is_some()) {
            prop_assert_eq!(self.prompts_waiting(), 0);
        }
        let read = self.scene.script.said_in(&self.scene.group);
        prop_assert!(
            !read.iter().any(|said| said.contains("internal") || said.contains("Stranger")),
            "{read:?}"
        );
        (self.before, self.calls) = (cases, calls);
        Ok(())
    }

    fn check_open_case(&self, cases: &[Case]) -> Result<(), TestCaseError> {
        let script = &self.scene.script;
        let open: Vec<_> = cases.iter().filter(|case| case.is_open()).collect();
        prop_assert!(open.len() <= 1, "one open case per person");
        let account = &self.scene.ana.account;
        let kept = script.record::<OpenCase>(&account.person()).map(|kept| kept.number);
        prop_assert_eq!(kept, open.first().map(|case| case.number));
        let bound = script.record::<Binding>(&Binding::path(&self.scene.group, Some(account)));
        prop_assert_eq!(bound.map(|bound| bound.lane), open.first().map(|case| case.number.lane()));
        Ok(())
    }
}

fn check_case(case: &Case) -> Result<(), TestCaseError> {
    match case.state() {
        State::Waiting => prop_assert!(case.owner().is_none()),
        State::Active => prop_assert!(case.owner().is_some()),
        State::Snoozed | State::Parked | State::Closed => {}
    }
    prop_assert_eq!(case.closure().is_some(), case.state() == State::Closed);
    prop_assert_ne!(
        case.owner().map(|owner| owner.account.id.as_str()),
        Some("66"),
        "no stranger owns a case"
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_rules_of_a_case_hold(steps in prop::collection::vec(step(), 1..40)) {
        let mut walk = Walk::new();
        for step in steps {
            walk.take(step);
            walk.check().map_err(|error| TestCaseError::fail(format!("after {step:?}: {error}")))?;
        }
        walk.scene.script.mend(&walk.scene.group.clone());
        walk.scene.script.deliver_all();
        walk.check()?;
    }
}
