//! What becomes of an announcement when something happens in between.

use fireside_core::event::TimerEvent;
use fireside_core::ids::TimerId;
use fireside_core::timer::Timer;
use fireside_core::{Actor, EventKind, Place};
use fireside_feedback::{Announcement, FeedbackNumber};
use fireside_testkit::script::{NORTH, SOUTH, chat, customer, square, staff_home};
use serde_json::json;

use crate::{Scene, norther};

/// Quiet when every script begins, and for 54 minutes more.
fn quiet() -> Scene {
    Scene::with(&json!({ "quiet_hours": { "from": 14, "to": 16 } }))
}

#[test]
fn a_later_status_takes_the_place_of_one_that_waits() {
    let mut scene = quiet();
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.tell("1 planned");
    scene.tell("1 started");
    scene.hours(1);
    let said = scene.script.said_in(&square(NORTH));
    assert_eq!(said, ["We have started on #1 “The lid sticks”.\nThank you for speaking up, Ana"]);
}

#[test]
fn a_note_to_what_nobody_has_heard_of_yet_does_not_hide_it() {
    let mut scene = quiet();
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.tell("1 planned");
    scene.tell("1 planned It comes in May.");
    scene.hours(1);
    let said = scene.script.said_in(&square(NORTH));
    assert!(said.len() == 1 && said[0].starts_with("#1 “The lid sticks” is planned.\nIt comes"), "{said:?}");
}

#[test]
fn what_was_changed_back_before_anybody_heard_of_it_is_not_told() {
    let mut scene = quiet();
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.tell("1 planned");
    scene.tell("1 open");
    scene.hours(24);
    assert!(scene.script.said_in(&square(NORTH)).is_empty());
    scene.hours(2);
    scene.tell("1 planned");
    scene.tell("1 open");
    let said = scene.script.said_in(&square(NORTH));
    assert!(said.len() == 2 && said[1].starts_with("#1 “The lid sticks” is open again."), "{said:?}");
}

#[test]
fn what_is_outdated_and_not_sent_yet_is_not_sent() {
    let mut scene = Scene::new();
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.set_status("1 planned");
    scene.script.hold_deliveries();
    scene.seconds(1);
    scene.tell("1 started");
    scene.script.deliver_all();
    scene.seconds(1);
    let said = scene.script.said_in(&square(NORTH));
    assert_eq!(said, ["We have started on #1 “The lid sticks”.\nThank you for speaking up, Ana"]);
}

#[test]
fn the_end_of_an_older_announcement_does_not_hurry_the_next() {
    let mut scene = Scene::new();
    for id in 0..30 {
        let actor = norther(id);
        if id == 0 {
            scene.raise(&actor, &chat(&actor), "The lid sticks");
        } else {
            scene.back(&actor, &chat(&actor), 1);
        }
    }
    scene.set_status("1 planned");
    scene.script.hold_deliveries();
    scene.seconds(1);
    scene.set_status("1 started");
    scene.script.deliver_all();
    scene.seconds(1);
    for id in 0..30 {
        let told = scene.told(&norther(id));
        assert!(told.len() == 1 && told[0].starts_with("We have started on"), "{told:?}");
    }
    let announcement = scene.script.record::<Announcement>(&FeedbackNumber::new(1)).expect("it is kept");
    assert_eq!((announcement.told, announcement.under_way), (30, 0));
}

#[test]
fn an_item_that_was_taken_back_is_no_news() {
    let mut scene = quiet();
    let ana = customer(NORTH, "1", "Ana");
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.tell("1 planned");
    scene.fate(&ana, &square(NORTH), "withdraw 1");
    scene.hours(24);
    assert_eq!(scene.messages(), 0);
}

#[test]
fn an_item_that_was_merged_meanwhile_is_told_of_as_what_it_became() {
    let mut scene = quiet();
    let (ana, ben) = (customer(NORTH, "1", "Ana"), customer(SOUTH, "2", "Ben"));
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.back(&ben, &square(SOUTH), 1);
    scene.raise(&ana, &square(NORTH), "Dark colours please");
    scene.tell("2 planned");
    scene.tell("1 planned");
    scene.fate(&ana, &square(NORTH), "merge 1 2");
    scene.hours(1);
    let north = scene.script.said_in(&square(NORTH));
    assert_eq!(north.len(), 1, "a place hears the same once: {north:?}");
    assert!(north[0].starts_with("#2 “Dark colours please” is planned."), "{north:?}");
    let south = scene.script.said_in(&square(SOUTH)).pop().expect("it is told");
    assert_eq!(south, "#2 “Dark colours please” is planned.\nThank you for speaking up, Ben");
}

#[test]
fn what_became_part_of_an_item_that_is_not_so_far_is_not_told() {
    let mut scene = quiet();
    let ana = customer(NORTH, "1", "Ana");
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.raise(&ana, &square(NORTH), "Dark colours please");
    scene.tell("1 shipped");
    scene.fate(&ana, &square(NORTH), "merge 1 2");
    scene.hours(24);
    assert_eq!(scene.messages(), 0);
}

#[test]
fn who_asked_for_what_was_merged_hears_where_they_asked_until_it_stands_alone_again() {
    let mut scene = Scene::new();
    let (ana, ben, cleo) = (customer(NORTH, "1", "Ana"), customer(SOUTH, "2", "Ben"), norther(3));
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.raise(&ana, &square(NORTH), "Dark colours please");
    scene.back(&ben, &square(SOUTH), 1);
    scene.script.command(&cleo, &chat(&cleo), "feedback", "follow 1");
    let heard = |scene: &Scene| {
        let south = scene.script.said_in(&square(SOUTH));
        let south = south.iter().filter(|said| said.contains("speaking up")).count();
        (scene.script.said_in(&square(NORTH)).len(), south, scene.told(&cleo).len())
    };
    let staff = scene.staff.clone();
    scene.script.command(&staff, &staff_home(NORTH), "feedback", "merge 1 2");
    scene.seconds(1);
    scene.tell("2 planned");
    assert_eq!(heard(&scene), (1, 1, 1));
    assert!(scene.told(&cleo)[0].starts_with("#2 “Dark colours please” is planned."));
    scene.script.command(&staff, &staff_home(NORTH), "feedback", "unmerge 1");
    scene.seconds(1);
    scene.tell("2 started");
    assert_eq!(heard(&scene), (2, 1, 1));
    scene.tell("1 started");
    assert_eq!(heard(&scene), (3, 2, 2));
}

#[test]
fn a_step_that_is_told_again_tells_nobody_again() {
    let mut scene = Scene::new();
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.set_status("1 planned");
    let id = TimerId::new("feedback/announcement/1");
    let Timer { due, tag, lane, .. } = scene.script.record(&id).expect("it is set");
    scene.seconds(1);
    let fired = TimerEvent { timer: id, tag, due, missed: false, lane };
    let nobody = Actor::system("_system".into());
    let nowhere = Place::channel("_system", "timers");
    assert!(scene.script.act(&nobody, &nowhere, EventKind::Timer(fired)).is_silent());
    assert_eq!(scene.script.said_in(&square(NORTH)).len(), 1);
}

#[test]
fn a_place_that_can_not_be_told_stops_nobody_else() {
    let mut scene = Scene::new();
    let ana = customer(NORTH, "1", "Ana");
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.back(&norther(2), &square(NORTH).thread("t1"), 1);
    scene.script.command(&ana, &square(NORTH), "feedback", "follow 1");
    scene.script.refuse(&square(NORTH), "missing permissions");
    scene.tell("1 planned");
    assert_eq!(scene.script.said_in(&square(NORTH).thread("t1")).len(), 1);
    assert_eq!(scene.told(&ana).len(), 1);
    let announcement = scene.script.record::<Announcement>(&FeedbackNumber::new(1)).expect("it is kept");
    assert_eq!((announcement.told, announcement.failed), (2, 1));
}
