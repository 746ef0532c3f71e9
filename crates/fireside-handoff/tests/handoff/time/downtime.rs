//! Three days down: each overdue timer does what it declared, in order, and a
//! customer gets at most one message by itself.

use std::time::Duration;

use fireside_handoff::State;
use fireside_testkit::script::{SOUTH, customer};
use serde_json::json;

use super::scene;

const THREE_DAYS: Duration = Duration::from_hours(72);

#[test]
fn an_unanswered_case_is_reminded_of_once_and_then_goes_on_up_the_ladder() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.script.sleep_through(THREE_DAYS);
    assert_eq!(scene.count(&room, "still waits for an answer (3 d"), 1);
    scene.mins(29);
    assert_eq!(scene.count(&room, "still waits"), 1);
    scene.mins(1);
    assert_eq!(scene.count(&room, "still waits"), 2);
}

#[test]
fn a_customer_who_was_to_be_warned_and_closed_meanwhile_is_warned_alone() {
    let mut scene = scene(json!({ "close_after": "2d", "warn_before": "24h" }));
    scene.under_way();
    scene.sam_says("Turn it left.");
    let before = scene.script.said_in(&scene.group).len();
    scene.script.sleep_through(THREE_DAYS);
    assert_eq!(scene.script.said_in(&scene.group).len(), before + 1);
    assert!(scene.last_in(&scene.group).starts_with("We have not heard from you"));
    assert_eq!(scene.case(1).state(), State::Active);
    scene.hours(24);
    assert_eq!(scene.case(1).state(), State::Closed);
    assert_eq!(scene.script.said_in(&scene.group).len(), before + 2);
}

#[test]
fn a_case_that_staff_said_would_end_meanwhile_ends_without_a_warning() {
    let mut scene = scene(json!({ "close_after": "2d", "warn_before": "24h" }));
    scene.under_way();
    scene.sam_says("Turn it left.");
    scene.sam_runs("close", "in 2d");
    let before = scene.script.said_in(&scene.group).len();
    scene.script.sleep_through(THREE_DAYS);
    assert_eq!(scene.case(1).state(), State::Closed);
    assert_eq!(scene.script.said_in(&scene.group).len(), before + 1);
    scene.hours(24 * 30);
    assert_eq!(scene.script.said_in(&scene.group).len(), before + 1);
}

#[test]
fn a_case_that_was_put_aside_comes_back_and_its_customer_is_told_nothing() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.sam_runs("snooze", "2d");
    let before = scene.script.said_in(&scene.group).len();
    scene.script.sleep_through(THREE_DAYS);
    assert_eq!(scene.case(1).state(), State::Active);
    assert_eq!(scene.script.said_in(&scene.group).len(), before);
    assert_eq!(scene.count(&room, "This case is taken up again."), 1);
    assert_eq!(scene.count(&room, "still waits"), 0, "the wait is counted anew");
    scene.mins(15);
    assert_eq!(scene.count(&room, "still waits"), 1);
}

#[test]
fn many_cases_are_each_reminded_of_once_in_their_rooms() {
    let mut scene = scene(json!({}));
    for id in 1..=20 {
        let caller = customer(SOUTH, &id.to_string(), "Ana");
        scene.script.command(&caller, &scene.group.clone(), "human", "");
    }
    let before = scene.script.said_in(&scene.group).len();
    scene.script.sleep_through(THREE_DAYS);
    let rooms = scene.script.rooms_in(&scene.home);
    assert_eq!(rooms.len(), 20);
    for room in rooms {
        assert_eq!(scene.count(&room, "still waits"), 1, "{room}");
    }
    assert_eq!(scene.script.said_in(&scene.group).len(), before);
}
