//! Whatever happens, nothing that is marked as internal reaches a customer.

use std::time::Duration;

use fireside_core::command::Target;
use fireside_core::event::Membership;
use fireside_core::{Actor, EventKind, Invocation, Message, MessageId, Obstacle, Place};
use fireside_testkit::script::{NORTH, SOUTH, chat};
use proptest::prelude::*;
use serde_json::json;

use crate::Scene;

/// Stands in everything that is internal, and in nothing else.
const SECRET: &str = "he is lying";

/// Something that happens.
#[derive(Debug, Clone)]
enum Step {
    CustomerWrites,
    CustomerCallsElsewhere,
    /// Staff write in the room, as an answer to the message of this number.
    StaffWrite(String, Option<usize>),
    /// Staff change what they wrote, by its number.
    StaffEdit(usize, String),
    StaffDelete(usize),
    /// Staff run a command with words, on the message of this number.
    Run(&'static str, String, Option<usize>),
    Submit(&'static str, String),
    SettingChanges(&'static str),
    Hold,
    GoOn,
    CustomerIsLost(Obstacle),
    CustomerIsBack,
    BotIs(Membership),
    RoomIsGone,
    TimePasses,
    StaffClaim,
    StaffClose,
    Delays,
}

fn marked() -> impl Strategy<Value = String> {
    let before = prop::sample::select(vec!["", " ", "\n", "\u{200B}", "\u{200E}\u{2060} ", "\u{FEFF}"]);
    let after = prop::sample::select(vec!["", " ", "\n", "/"]);
    (before, after).prop_map(|(before, after)| format!("{before}//{after}{SECRET}"))
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![3 => marked(), 1 => Just(format!("/close {SECRET}")), 2 => Just("turn it left".to_owned())]
}

/// Words to a command that speaks to the customer: only what is marked is internal.
fn outgoing() -> impl Strategy<Value = String> {
    prop_oneof![2 => marked(), 2 => Just("turn it left".to_owned())]
}

fn step() -> impl Strategy<Value = Step> {
    let which = || prop::option::of(0..12_usize);
    let says = prop::sample::select(vec!["reply", "areply", "edit", "delete"]);
    let forms = prop::sample::select(vec!["handoff_reply:1", "handoff_reply:1-brand", "handoff_edit:1"]);
    let lost = prop::sample::select(vec![Obstacle::Unreachable, Obstacle::Gone, Obstacle::Refused]);
    prop_oneof![
        4 => Just(Step::CustomerWrites),
        1 => Just(Step::CustomerCallsElsewhere),
        6 => (words(), which()).prop_map(|(words, to)| Step::StaffWrite(words, to)),
        4 => (0..12_usize, words()).prop_map(|(which, words)| Step::StaffEdit(which, words)),
        1 => (0..12_usize).prop_map(Step::StaffDelete),
        4 => (says, outgoing(), which()).prop_map(|(name, words, on)| Step::Run(name, words, on)),
        2 => which().prop_map(|on| Step::Run("note", SECRET.to_owned(), on)),
        2 => (forms, outgoing()).prop_map(|(form, words)| Step::Submit(form, words)),
        1 => prop::sample::select(vec!["all", "explicit"]).prop_map(Step::SettingChanges),
        2 => Just(Step::Hold),
        3 => Just(Step::GoOn),
        1 => lost.prop_map(Step::CustomerIsLost),
        2 => Just(Step::CustomerIsBack),
        1 => prop_oneof![Just(Membership::BotRemoved), Just(Membership::BotAdded)].prop_map(Step::BotIs),
        1 => Just(Step::RoomIsGone),
        1 => Just(Step::TimePasses),
        1 => Just(Step::StaffClaim),
        1 => Just(Step::StaffClose),
        1 => Just(Step::Delays),
    ]
}

struct Walk {
    scene: Scene,
    relay: &'static str,
    /// How many messages staff have written.
    written: usize,
}

impl Walk {
    fn new(customers: &str, staff: &str, relay: &'static str) -> Self {
        let mut scene = Scene::with(customers, staff, &json!({ "relay": relay, "place": "here" }));
        scene.call("first");
        Self { scene, relay, written: 0 }
    }

    fn room(&self) -> Place {
        self.scene.room()
    }

    /// A message that staff can answer or run a command on: the customer's
    /// copies, staff's own, and what the bot said.
    fn message(&self, which: usize) -> MessageId {
        let shown = ["first", "customer's words", "turn it left", "→ Ana: turn it left"];
        let shown = shown.get(which).and_then(|words| self.scene.script.shown_as(words));
        shown.unwrap_or_else(|| format!("s{which}").as_str().into())
    }

    fn take(&mut self, step: Step) {
        let (sam, ana) = (self.scene.sam.clone(), self.scene.ana.clone());
        let (room, group) = (self.room(), self.scene.group.clone());
        match step {
            Step::CustomerWrites => {
                let message = Message { id: Some("a1".into()), ..Message::of("customer's words") };
                self.scene.script.post(&ana, &group, message);
            }
            Step::CustomerCallsElsewhere => {
                self.scene.script.command(&ana, &chat(&ana), "human", "customer's words");
            }
            Step::StaffWrite(words, to) => {
                self.written += 1;
                let (id, reply_to) = (format!("s{}", self.written), to.map(|which| self.message(which)));
                // In a room that relays everything, unmarked words are not internal.
                let message = Message { id: Some(id.as_str().into()), reply_to, ..Message::of(words) };
                self.scene.script.post(&sam, &room, message);
            }
            Step::StaffEdit(which, words) => {
                let message = Message { id: Some(format!("s{which}").as_str().into()), ..Message::of(words) };
                self.scene.script.act(&sam, &room, EventKind::Edited(message));
            }
            Step::StaffDelete(which) => {
                let nobody = Actor::system(room.platform.clone());
                let message = format!("s{which}").as_str().into();
                self.scene.script.act(&nobody, &room, EventKind::Deleted { message });
            }
            Step::Run(name, words, on) => self.run(name, &words, on),
            Step::Submit(form, words) => {
                self.scene.script.submit(&sam, &room, form, &[("text", &words)]);
            }
            Step::SettingChanges(relay) => {
                self.scene.script.set("handoff", json!({ "relay": relay, "place": "here" }));
            }
            Step::Hold => self.scene.script.hold_deliveries(),
            Step::GoOn => self.scene.script.deliver_all(),
            Step::CustomerIsLost(obstacle) => self.scene.script.fail(&group, obstacle, "gone"),
            Step::CustomerIsBack => self.scene.script.mend(&group),
            Step::BotIs(membership) => {
                let nobody = Actor::system(group.platform.clone());
                self.scene.script.act(&nobody, &group, EventKind::Membership(membership));
            }
            Step::RoomIsGone => self.scene.script.fail(&room, Obstacle::Gone, "gone"),
            Step::TimePasses => self.scene.script.advance(Duration::from_mins(2)),
            Step::StaffClaim => drop(self.scene.script.command(&sam, &room, "claim", "")),
            Step::StaffClose => drop(self.scene.script.command(&sam, &room, "close", SECRET)),
            Step::Delays => self.scene.script.tell_delays(),
        }
    }

    fn run(&mut self, name: &str, words: &str, on: Option<usize>) {
        self.written += 1;
        let (sam, room) = (self.scene.sam.clone(), self.room());
        let target = on.map(|which| {
            let message = Message { id: Some(self.message(which)), ..Message::of("") };
            Box::new(Target::Message { author: sam.clone(), message })
        });
        let is_written = room.platform.as_str() == SOUTH;
        let message = is_written.then(|| format!("s{}", self.written).as_str().into());
        self.scene.script.run(
            &sam,
            &room,
            Invocation { target, message, ..Invocation::written(name, words) },
        );
    }

    /// No place of the customer's shows anything internal, or ever showed it.
    fn check(&self) -> Result<(), TestCaseError> {
        for row in self.scene.script.deliveries() {
            let place = row.delivery.effect.destination();
            let is_staffs = place.is_within(&self.scene.home);
            if let Some(content) = row.delivery.effect.content().filter(|_| !is_staffs) {
                let words = content.text.to_plain();
                prop_assert!(!words.contains(SECRET), "{} ({}): {words:?}", place, self.relay);
            }
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_internal_word_reaches_a_customer(
        (customers, staff) in prop_oneof![Just((SOUTH, NORTH)), Just((NORTH, SOUTH))],
        relay in prop_oneof![Just("explicit"), Just("all")],
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let mut walk = Walk::new(customers, staff, relay);
        for step in steps {
            walk.take(step);
            walk.check()?;
        }
        walk.scene.script.deliver_all();
        walk.check()?;
    }
}
