//! Every case that waits is somebody's to see, once.

use serde_json::json;

use super::{scene, with_duty_role};

const CALL: &str = "Case #1: Ana waits for a person.";

#[test]
fn a_call_brings_everybody_on_duty_into_the_room_in_one_message() {
    let mut scene = with_duty_role();
    let (sam, kim) = (scene.sam.clone(), scene.kim.clone());
    scene.on_duty(&sam);
    scene.on_duty(&kim);
    scene.call("The lid is stuck");
    assert_eq!(scene.count(&scene.room(), CALL), 1);
    assert_eq!(scene.mentioned(CALL), ["Sam", "Kim", "on-call"]);
    assert_eq!(scene.count(&scene.home, CALL), 0);
}

#[test]
fn where_nobody_is_on_duty_the_card_is_the_call() {
    let mut scene = scene(json!({}));
    scene.call("The lid is stuck");
    assert_eq!(scene.script.said_in(&scene.home).len(), 1);
    assert_eq!(scene.count(&scene.room(), CALL), 0);
}

#[test]
fn who_gives_a_case_back_lets_those_on_duty_be_called_once() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    let kim = scene.kim.clone();
    scene.on_duty(&kim);
    let before = scene.script.said_in(&scene.home).len();
    scene.sam_runs("release", "");
    let released = "This case waits for somebody to take it on.";
    assert_eq!(scene.mentioned(released), ["Kim"]);
    assert_eq!(scene.count(&room, released), 1);
    assert_eq!(scene.script.said_in(&scene.home).len(), before, "they are told in one place");
}

#[test]
fn a_case_that_is_given_back_while_nobody_is_on_duty_is_told_where_staff_work() {
    let mut scene = scene(json!({}));
    scene.under_way();
    scene.sam_runs("release", "");
    assert_eq!(scene.count(&scene.home, CALL), 1);
}

#[test]
fn a_case_without_a_room_is_called_for_where_staff_work() {
    let mut scene = scene(json!({}));
    let sam = scene.sam.clone();
    scene.on_duty(&sam);
    scene.script.refuse_rooms("too many threads");
    scene.call("The lid is stuck");
    let home = scene.home.clone();
    assert_eq!(scene.count(&home, CALL), 1, "the room could not be opened");
    scene.script.command(&sam, &home, "claim", "1");
    scene.script.command(&sam, &home, "release", "1");
    assert_eq!(scene.count(&home, CALL), 2);
    assert_eq!(scene.mentioned(CALL), ["Sam"]);
}

#[test]
fn a_call_that_can_not_be_made_in_the_room_is_made_where_staff_work() {
    let mut scene = with_duty_role();
    let room = scene.under_way();
    let kim = scene.kim.clone();
    scene.on_duty(&kim);
    scene.script.refuse(&room, "the channel was removed");
    scene.script.command(&scene.sam, &scene.home, "release", "1");
    assert_eq!(scene.count(&scene.home, CALL), 1);
    assert_eq!(scene.mentioned(CALL), ["Kim", "on-call"]);
}

#[test]
fn a_case_that_is_given_back_while_it_is_put_aside_calls_at_once() {
    let mut scene = with_duty_role();
    scene.under_way();
    scene.sam_runs("snooze", "2h");
    scene.sam_runs("release", "");
    assert_eq!(scene.mentioned("This case waits for somebody to take it on."), ["on-call"]);
}
