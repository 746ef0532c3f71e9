//! What holds of time in whatever order things happen.

use std::time::Duration;

use fireside_core::{Place, Span};
use fireside_handoff::{Case, CaseNumber, State};
use proptest::prelude::*;

use super::with_duty_role;
use crate::Scene;

/// The three steps of the ladder, of a customer who has been answered before.
const LADDER: Duration = Duration::from_mins(90);

/// Something that happens.
#[derive(Debug, Clone)]
enum Step {
    Ana(&'static str),
    SamSays(&'static str),
    SamRuns(&'static str, &'static str),
    MinutesPass(u64),
    NothingRuns(u64),
}

fn step() -> impl Strategy<Value = Step> {
    let commands = [
        ("claim", ""),
        ("release", ""),
        ("snooze", "2h"),
        ("snooze", "tomorrow 9:00"),
        ("close", "in 3h"),
        ("close", "solved"),
        ("reopen", ""),
        ("duty", "on"),
        ("duty", "off"),
    ];
    prop_oneof![
        4 => Just(Step::Ana("customer's words")),
        4 => prop_oneof![Just("an answer"), Just("// internal")].prop_map(Step::SamSays),
        8 => prop::sample::select(commands.to_vec()).prop_map(|(name, words)| Step::SamRuns(name, words)),
        5 => prop_oneof![1_u64..60, 60_u64..600, 1_440_u64..12_000].prop_map(Step::MinutesPass),
        2 => (1_u64..6).prop_map(|days| Step::NothingRuns(24 * days)),
    ]
}

/// A scene, and how much had been said before the last step.
struct Walk {
    scene: Scene,
    room: Place,
    case: Case,
    said_to_customer: usize,
    calls: usize,
}

impl Walk {
    fn new() -> Self {
        let mut scene = with_duty_role();
        scene.call("The lid is stuck");
        let (room, case) = (scene.room(), scene.case(1));
        let mut walk = Self { scene, room, case, said_to_customer: 0, calls: 0 };
        walk.remember();
        walk
    }

    fn remember(&mut self) {
        self.case = self.scene.script.record(&CaseNumber::new(1)).expect("it is kept");
        self.said_to_customer = self.scene.script.said_in(&self.scene.group).len();
        self.calls = self.calls();
    }

    /// How many messages have mentioned those on duty.
    fn calls(&self) -> usize {
        let rows = self.scene.script.deliveries().iter();
        let spans = rows.filter_map(|row| row.delivery.effect.content()).map(|content| &content.text.0);
        spans.filter(|spans| spans.iter().any(|span| matches!(span, Span::RoleMention { .. }))).count()
    }

    fn take(&mut self, step: &Step) {
        let scene = &mut self.scene;
        match *step {
            Step::Ana(words) => scene.ana_says(words),
            Step::SamSays(words) => drop(scene.script.say(&scene.sam, &self.room, words)),
            Step::SamRuns("reopen", _) => {
                drop(scene.script.command(&scene.sam, &scene.home, "reopen", "1"));
            }
            Step::SamRuns(name, words) => drop(scene.script.command(&scene.sam, &self.room, name, words)),
            Step::MinutesPass(mins) => scene.mins(mins),
            Step::NothingRuns(hours) => scene.script.sleep_through(Duration::from_hours(hours)),
        }
    }

    fn check(&mut self, step: &Step) -> Result<(), TestCaseError> {
        let (case, now) = (self.scene.case(1), self.scene.script.now());
        prop_assert!(case.snoozed_until().is_none_or(|until| until > now), "nothing sleeps for ever");
        prop_assert!(case.closing.as_ref().is_none_or(|closing| case.is_open() && closing.at > now));
        prop_assert!(case.reminders <= 3);
        let is_passing = matches!(step, Step::MinutesPass(_) | Step::NothingRuns(_));
        if case.state() == State::Waiting && self.case.state() != State::Waiting {
            let calls = self.calls() - self.calls;
            prop_assert!(if is_passing { calls >= 1 } else { calls == 1 }, "{} calls", calls);
        }
        if let Step::MinutesPass(mins) = step {
            let waited = Duration::from_mins(*mins) > LADDER && case.state() == self.case.state();
            let waits =
                case.unanswered_since.is_some() && case.unanswered_since == self.case.unanswered_since;
            if waited && waits && matches!(case.state(), State::Waiting | State::Active) {
                prop_assert_eq!(case.reminders, 3, "nobody is left waiting unseen");
            }
        }
        let read = self.scene.script.said_in(&self.scene.group);
        if let Step::NothingRuns(_) = step {
            prop_assert!(read.len() <= self.said_to_customer + 1, "no burst: {:?}", read);
        }
        prop_assert!(!read.iter().any(|said| said.contains("internal")), "{:?}", read);
        self.remember();
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn time_leaves_nobody_behind_and_floods_nobody(steps in prop::collection::vec(step(), 1..30)) {
        let mut walk = Walk::new();
        for step in steps {
            walk.take(&step);
            walk.check(&step)?;
        }
    }
}
