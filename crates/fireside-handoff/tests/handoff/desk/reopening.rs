//! `/reopen`.

use std::time::Duration;

use fireside_handoff::State;
use fireside_testkit::script::{NORTH, SOUTH, customer};

use crate::Scene;

/// By when a card shows what has become of its case.
const CARD_FOLLOWS: Duration = Duration::from_secs(5);

fn closed(staff: &str) -> Scene {
    let mut scene = Scene::new(SOUTH, staff);
    scene.under_way();
    scene.desk("close", "1");
    scene
}

#[test]
fn a_closed_case_goes_on() {
    let mut scene = closed(NORTH);
    let room = scene.room();
    assert!(!scene.script.is_open(&room));
    assert_eq!(scene.desk("reopen", "1"), "Case #1 is open again, and waits for somebody.");
    assert_eq!(scene.case(1).state(), State::Waiting);
    assert!(scene.script.is_open(&room));
    assert_eq!(scene.last_in(&scene.group), "Case #1 goes on.");
    scene.script.say(&scene.ana, &scene.group, "it is stuck again");
    assert_eq!(scene.last_in(&room), "Ana: it is stuck again");
}

#[test]
fn who_had_it_goes_on_with_it_if_they_are_on_duty() {
    let mut scene = closed(NORTH);
    scene.desk("duty", "on");
    assert_eq!(scene.desk("reopen", "1"), "Case #1 is open again, with Sam.");
    assert_eq!(scene.case(1).state(), State::Active);
}

#[test]
fn the_buttons_of_a_case_reopen_and_release_it() {
    let mut scene = closed(NORTH);
    scene.script.advance(CARD_FOLLOWS);
    let opened = scene.script.press(&scene.kim, &scene.home, "Reopen");
    assert_eq!(opened.text(), "Case #1 is open again, and waits for somebody.");
    assert!(opened.is_private());
    scene.desk("claim", "1");
    scene.script.advance(CARD_FOLLOWS);
    let released = scene.script.press(&scene.sam, &scene.home, "Release").text();
    assert_eq!(released, "Case #1 waits for somebody else.");
    scene.script.advance(CARD_FOLLOWS);
    let stranger = customer(NORTH, "66", "Sam");
    for label in ["Claim", "Close"] {
        assert_eq!(scene.script.press(&stranger, &scene.home, label).text(), "That is for staff.");
    }
}

#[test]
fn an_open_case_is_not_opened_again() {
    let mut scene = closed(SOUTH);
    scene.desk("reopen", "1");
    assert_eq!(scene.desk("reopen", "1"), "Case #1 is not closed.");
    assert!(scene.desk("reopen", "").starts_with("Which case?"));
    assert_eq!(scene.desk("reopen", "9"), "There is no case #9.");
}

#[test]
fn of_two_cases_of_a_person_one_is_open() {
    let mut scene = closed(NORTH);
    scene.call("");
    assert_eq!(scene.desk("reopen", "1"), "Ana has an open case: #2.");
    assert_eq!(scene.case(1).state(), State::Closed);
    assert_eq!(scene.suggested("reopen", None, "case", ""), ["1: #1 Ana"]);
}

#[test]
fn who_is_blocked_is_unblocked_first() {
    let mut scene = closed(NORTH);
    scene.desk("block", "case:1 3d");
    assert_eq!(scene.desk("reopen", "1"), "Ana is blocked: /unblock them first.");
    scene.desk("unblock", "case:1");
    assert_eq!(scene.desk("reopen", "1"), "Case #1 is open again, and waits for somebody.");
}
