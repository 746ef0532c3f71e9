//! `/close`, later and silently.

use fireside_handoff::State;
use serde_json::json;

use super::scene;

#[test]
fn a_case_is_closed_later_unless_the_customer_writes() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.sam_says("Turn it left.");
    let answered = scene.sam_runs("close", "in 2h solved");
    assert_eq!(answered, "Case #1 will be closed, unless the customer writes before.");
    assert_eq!(scene.last_in(&room), "Sam closes this case today at 17:06 UTC, unless Ana writes before.");
    scene.mins(119);
    assert_eq!(scene.case(1).state(), State::Active);
    scene.mins(1);
    let case = scene.case(1);
    assert_eq!(case.state(), State::Closed);
    assert_eq!(case.closing, None);
    let closure = case.closure().expect("it is closed");
    assert_eq!(closure.at, scene.script.now());
    assert_eq!(closure.reason.as_deref(), Some("solved"));
    assert_eq!(scene.last_in(&room), "Sam has closed this case: solved");
}

#[test]
fn the_customers_words_cancel_it_and_who_said_so_is_told() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.sam_runs("close", "in 2h");
    scene.ana_says("It is stuck again");
    let told = "Ana has written: this case is not closed.";
    assert_eq!((scene.count(&room, told), scene.mentioned(told)), (1, vec!["Sam".to_owned()]));
    assert_eq!(scene.case(1).closing, None);
    scene.ana_says("really");
    scene.hours(3);
    assert_eq!(scene.case(1).state(), State::Active);
    assert_eq!(scene.count(&room, told), 1);
}

#[test]
fn a_case_that_is_closed_before_is_not_closed_again() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.sam_runs("close", "in 2h");
    scene.sam_runs("close", "");
    scene.script.command(&scene.sam, &scene.home, "reopen", "1");
    scene.hours(3);
    assert!(scene.case(1).is_open());
    assert_eq!(scene.count(&room, "has closed this case"), 1);
}

#[test]
fn a_silent_close_tells_the_customer_nothing_and_asks_nothing() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.sam_says("Turn it left.");
    let before = scene.script.said_in(&scene.group);
    scene.sam_runs("close", "silently spam");
    assert_eq!(scene.case(1).state(), State::Closed);
    assert_eq!(scene.script.said_in(&scene.group), before);
    assert_eq!(scene.last_in(&room), "Sam has closed this case: spam");
}

#[test]
fn how_long_that_can_not_be_is_refused_with_examples() {
    let mut scene = scene(json!({}));
    scene.under_way();
    let refused = scene.sam_runs("close", "in:200d");
    assert!(refused.starts_with("That is too far ahead."), "{refused}");
    let refused = scene.sam_runs("close", "in:soon");
    assert!(refused.starts_with("I can't read that as a time."), "{refused}");
    assert_eq!((scene.case(1).state(), scene.case(1).closing), (State::Active, None));
}
