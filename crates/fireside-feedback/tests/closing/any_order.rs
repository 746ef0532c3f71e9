//! In whatever order things happen, everybody is told what stands at the end,
//! and nobody is told the same twice.

use std::collections::{BTreeMap, BTreeSet};

use fireside_core::{DeliveryOutcome, Place};
use fireside_feedback::{Announcement, FeedbackNumber};
use fireside_testkit::script::{NORTH, Progress, SOUTH, chat, customer, square};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use crate::{Scene, norther};

/// Something that happens.
#[derive(Debug, Clone)]
enum Happening {
    Status(&'static str),
    Voice { person: u32, place: u8 },
    Follow(u32),
    Minutes(u64),
    Hold,
    Deliver,
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        2 => prop::sample::select(vec!["planned", "started", "shipped", "declined"]).prop_map(Happening::Status),
        4 => (0..40u32, 0..12u8).prop_map(|(person, place)| Happening::Voice { person, place }),
        1 => (0..40u32).prop_map(Happening::Follow),
        3 => (0..400u64).prop_map(Happening::Minutes),
        1 => Just(Happening::Hold),
        1 => Just(Happening::Deliver),
    ]
}

fn place(index: u8) -> Place {
    match index {
        0 => square(NORTH),
        1 => square(SOUTH),
        _ => square(NORTH).thread(format!("t{index}")),
    }
}

/// The announcement that stands, and who must hear of it.
struct Due {
    sequence: u64,
    hearers: BTreeSet<String>,
}

fn happen(scene: &mut Scene, asked: &mut BTreeSet<String>, happening: &Happening) {
    match happening {
        Happening::Status(status) => scene.set_status(&format!("1 {status}")),
        Happening::Voice { person, place: 0 } => {
            let actor = norther(*person);
            scene.back(&actor, &chat(&actor), 1);
        }
        Happening::Voice { person, place: at } => scene.back(&norther(*person), &place(at - 1), 1),
        Happening::Follow(person) => {
            let actor = norther(*person);
            scene.script.command(&actor, &square(NORTH), "feedback", "follow 1");
            asked.insert(format!("person {}", actor.account));
        }
        Happening::Minutes(minutes) => scene.script.advance(std::time::Duration::from_mins(*minutes)),
        Happening::Hold => scene.script.hold_deliveries(),
        Happening::Deliver => scene.script.deliver_all(),
    }
    for person in 0..40 {
        let actor = norther(person);
        let path = (FeedbackNumber::new(1), actor.account.person());
        if let Some(voice) = scene.script.record::<fireside_feedback::Voice>(&path) {
            asked.insert(if voice.is_private {
                format!("person {}", actor.account)
            } else {
                format!("place {}", voice.place)
            });
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn everybody_is_told_what_stands_and_nobody_is_told_it_twice(
        happenings in vec(happening(), 1..40),
        per_day in 1..4u32,
        quiet in prop::bool::ANY,
    ) {
        let mut settings = json!({ "announcements_per_day": per_day, "private_messages_per_day": per_day });
        if quiet {
            settings["quiet_hours"] = json!({ "from": 20, "to": 8 });
        }
        let mut scene = Scene::with(&settings);
        scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
        let mut asked = BTreeSet::from([format!("place {}", square(NORTH))]);
        let mut due = Due { sequence: 0, hearers: BTreeSet::new() };
        for happening in &happenings {
            happen(&mut scene, &mut asked, happening);
            let announcement = scene.script.record::<Announcement>(&FeedbackNumber::new(1));
            if let Some(Announcement { sequence, from, to, .. }) = announcement && sequence > due.sequence {
                // What is as it was when people last heard of it is no news.
                let hearers = if from == to { BTreeSet::new() } else { asked.clone() };
                due = Due { sequence, hearers };
            }
        }
        scene.script.deliver_all();
        scene.hours(24 * 30);

        let mut told = BTreeMap::<String, u32>::new();
        for row in scene.script.deliveries() {
            let Some(tag) = row.delivery.tag.as_ref().filter(|tag| tag.label == "announcement") else { continue };
            if matches!(row.progress, Progress::Ended(DeliveryOutcome::Delivered(_))) {
                *told.entry(tag.subject.clone()).or_default() += 1;
            }
        }
        prop_assert!(told.values().all(|times| *times == 1), "{told:?}");
        for hearer in &due.hearers {
            let subject = format!("1 {} {hearer}", due.sequence);
            prop_assert!(told.contains_key(&subject), "{hearer} was not told: {told:?}");
        }
    }
}
