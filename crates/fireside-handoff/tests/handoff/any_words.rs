//! Whatever breaks where staff work, in whatever order: no word of a customer's
//! is lost.

use std::time::Duration;

use fireside_core::event::{Membership, RoomChange};
use fireside_core::{Actor, EventKind, Obstacle};
use fireside_testkit::script::{NORTH, SOUTH};
use proptest::prelude::*;

use crate::Scene;

#[derive(Debug, Clone, Copy)]
enum Step {
    CustomerWrites,
    HomeBreaks(Obstacle),
    HomeIsBack,
    RoomBreaks(Obstacle),
    RoomIsRemoved,
    RoomIsClosed,
    RoomsAreRefused,
    RoomsAreAllowed,
    StaffClaim,
    StaffRelease,
    DeliveriesStop,
    DeliveriesGoOn,
    TimePasses(u64),
}

fn step() -> impl Strategy<Value = Step> {
    let obstacle = prop_oneof![Just(Obstacle::Gone), Just(Obstacle::Unreachable), Just(Obstacle::Closed)];
    prop_oneof![
        6 => Just(Step::CustomerWrites),
        1 => prop_oneof![Just(Obstacle::Gone), Just(Obstacle::Unreachable)].prop_map(Step::HomeBreaks),
        2 => Just(Step::HomeIsBack),
        2 => obstacle.prop_map(Step::RoomBreaks),
        1 => Just(Step::RoomIsRemoved),
        1 => Just(Step::RoomIsClosed),
        1 => Just(Step::RoomsAreRefused),
        2 => Just(Step::RoomsAreAllowed),
        1 => Just(Step::StaffClaim),
        1 => Just(Step::StaffRelease),
        1 => Just(Step::DeliveriesStop),
        2 => Just(Step::DeliveriesGoOn),
        2 => prop_oneof![Just(1), Just(61), Just(601)].prop_map(Step::TimePasses),
    ]
}

struct Walk {
    scene: Scene,
    written: Vec<String>,
}

impl Walk {
    fn take(&mut self, step: Step) {
        let Self { scene, written } = self;
        let (home, group) = (scene.home.clone(), scene.group.clone());
        let room = scene.script.rooms_in(&home).pop();
        match (step, room) {
            (Step::CustomerWrites, _) => {
                written.push(format!("word-{}.", written.len()));
                scene.script.say(&scene.ana, &group, &written[written.len() - 1]);
            }
            (Step::HomeBreaks(obstacle), _) => scene.script.fail(&home, obstacle, "it broke"),
            (Step::HomeIsBack, _) => self.is_back(),
            (Step::RoomBreaks(obstacle), Some(room)) => scene.script.fail(&room, obstacle, "it broke"),
            (Step::RoomIsRemoved, Some(room)) => {
                scene.script.fail(&room, Obstacle::Gone, "it was removed");
                let nobody = Actor::system(NORTH.into());
                scene.script.act(&nobody, &room, EventKind::Room(RoomChange::Removed));
            }
            (Step::RoomIsClosed, Some(room)) => {
                scene.script.act(&scene.kim, &room, EventKind::Room(RoomChange::Closed));
            }
            (Step::RoomsAreRefused, _) => scene.script.refuse_rooms("too many"),
            (Step::RoomsAreAllowed, _) => scene.script.allow_rooms(),
            (Step::StaffClaim, _) => drop(scene.script.command(&scene.sam, &home, "claim", "1")),
            (Step::StaffRelease, _) => drop(scene.script.command(&scene.sam, &home, "release", "1")),
            (Step::DeliveriesStop, _) => scene.script.hold_deliveries(),
            (Step::DeliveriesGoOn, _) => scene.script.deliver_all(),
            (Step::TimePasses(seconds), _) => scene.script.advance(Duration::from_secs(seconds)),
            (Step::RoomBreaks(_) | Step::RoomIsRemoved | Step::RoomIsClosed, None) => {}
        }
    }

    fn is_back(&mut self) {
        let (home, bot) = (self.scene.home.clone(), Actor::system(NORTH.into()));
        self.scene.script.mend(&home);
        self.scene.script.act(&bot, &home, EventKind::Membership(Membership::BotAdded));
    }

    /// All that staff can read, in their place and in every room.
    fn shown(&self) -> String {
        let script = &self.scene.script;
        let rooms = script.rooms_in(&self.scene.home);
        let places = std::iter::once(&self.scene.home).chain(&rooms);
        places.flat_map(|place| script.said_in(place)).collect::<Vec<_>>().join("\n")
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_word_is_shown_to_staff_in_the_end(steps in prop::collection::vec(step(), 1..30)) {
        let mut walk = Walk { scene: Scene::new(SOUTH, NORTH), written: Vec::new() };
        walk.scene.call("first");
        for step in steps {
            walk.take(step);
        }
        walk.scene.script.allow_rooms();
        walk.is_back();
        walk.scene.script.deliver_all();
        walk.scene.script.advance(Duration::from_mins(30));
        let shown = walk.shown();
        for word in &walk.written {
            prop_assert!(shown.contains(word), "{word} is not in:\n{shown}");
        }
    }
}
