//! Those of staff who want to hear when the customer writes, and customers who
//! are not heard.

use std::time::Duration;

use fireside_core::Span;
use fireside_handoff::Blocked;
use fireside_testkit::script::{NORTH, SOUTH};

use crate::Scene;

/// How often those who watch were called so far.
fn calls(scene: &Scene) -> usize {
    let said = scene.script.deliveries().iter().filter_map(|row| row.delivery.effect.content());
    said.filter(|content| content.text.to_plain().ends_with("Ana has written.")).count()
}

#[test]
fn who_watches_is_called_at_most_once_a_minute() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.command(&scene.kim, &room, "subscribe", "");
    for _ in 0..3 {
        scene.script.say(&scene.ana, &scene.group, "still stuck");
    }
    assert_eq!(calls(&scene), 1);
    assert_eq!(scene.script.said_in(&room).iter().filter(|said| *said == "Kim Ana has written.").count(), 1);
    scene.script.advance(Duration::from_mins(1));
    scene.script.say(&scene.ana, &scene.group, "still stuck");
    assert_eq!(calls(&scene), 2);
}

#[test]
fn who_waits_for_the_next_message_hears_of_that_one_alone() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.command(&scene.sam, &room, "subscribe", "");
    scene.script.say(&scene.ana, &scene.group, "one");
    scene.script.command(&scene.kim, &room, "notify", "");
    scene.script.say(&scene.ana, &scene.group, "two");
    assert_eq!(scene.last_in(&room), "Kim Ana has written.", "Sam was called just now");
    scene.script.say(&scene.ana, &scene.group, "three");
    assert_eq!(calls(&scene), 2);
    assert_eq!(scene.case(1).watchers.len(), 1);
}

#[test]
fn a_call_pings_those_who_watch() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.command(&scene.kim, &room, "subscribe", "");
    scene.script.say(&scene.ana, &scene.group, "@Sam");
    let last = scene.script.deliveries().last().expect("they are called");
    let said = &last.delivery.effect.content().expect("by words").text;
    assert!(matches!(&said.0[0], Span::Mention { account, .. } if *account == scene.kim.account));
}

#[test]
fn words_of_somebody_who_is_blocked_go_nowhere() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let by = scene.case(1).owner().expect("Sam has it").clone();
    let person = scene.case(1).person.clone();
    scene.script.put(&person, &Blocked { until: None, reason: None, by });
    let before = scene.script.said_in(&room);
    assert!(scene.script.say(&scene.ana, &scene.group, "still stuck").is_silent());
    assert_eq!(scene.script.said_in(&room), before);
}
