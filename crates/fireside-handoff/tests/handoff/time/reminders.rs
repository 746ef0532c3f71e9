//! The ladder of reminders.

use fireside_core::Obstacle;
use fireside_testkit::script::STAFF_ROLE;
use serde_json::json;

use super::scene;

const REMINDER: &str = "still waits for an answer";

#[test]
fn an_unanswered_customer_is_brought_to_more_and_more_of_staff() {
    let mut scene = scene(json!({}));
    let (sam, kim) = (scene.sam.clone(), scene.kim.clone());
    scene.on_duty(&kim);
    scene.on_duty(&sam);
    let room = scene.under_way();
    scene.mins(14);
    assert_eq!(scene.count(&room, REMINDER), 0);
    scene.mins(1);
    let reminder = scene.last_in(&room);
    assert!(reminder.starts_with("Case #1: Ana still waits for an answer (15 min"), "{reminder}");
    assert_eq!(scene.mentioned(REMINDER), ["Sam"]);
    scene.mins(30);
    assert_eq!(scene.mentioned(REMINDER), [STAFF_ROLE]);
    scene.mins(30);
    assert_eq!(scene.mentioned(REMINDER), ["Sam", "Kim"]);
    scene.hours(11);
    assert_eq!(scene.count(&room, REMINDER), 3, "each step once");
}

#[test]
fn a_case_that_nobody_has_is_brought_to_those_on_duty_first() {
    let mut scene = scene(json!({}));
    let kim = scene.kim.clone();
    scene.on_duty(&kim);
    scene.call("The lid is stuck");
    scene.mins(15);
    assert_eq!(scene.mentioned(REMINDER), ["Kim"]);
}

#[test]
fn an_answer_stops_the_reminders_and_new_words_begin_them_anew() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.mins(20);
    scene.sam_says("Turn it left.");
    assert_eq!(scene.case(1).unanswered_since, None);
    assert_eq!(scene.case(1).first_answer, Some(scene.script.now()));
    scene.hours(2);
    assert_eq!(scene.count(&room, REMINDER), 1);
    scene.ana_says("It does not turn");
    let since = scene.script.now();
    scene.mins(20);
    scene.ana_says("not at all");
    assert_eq!(scene.case(1).unanswered_since, Some(since));
    scene.mins(9);
    assert_eq!(scene.count(&room, REMINDER), 1);
    scene.mins(1);
    assert_eq!(scene.count(&room, REMINDER), 2);
    assert_eq!(scene.mentioned(REMINDER), ["Sam"], "from the first step on");
}

#[test]
fn what_staff_say_among_themselves_is_no_answer() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.sam_says("// no idea");
    scene.mins(15);
    assert_eq!(scene.count(&room, REMINDER), 1);
}

#[test]
fn nobody_is_reminded_of_a_case_that_is_closed() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.sam_runs("close", "spam");
    scene.hours(4);
    assert_eq!(scene.count(&room, REMINDER), 0);
}

#[test]
fn only_working_time_counts() {
    let mut scene = scene(json!({ "working_hours": { "mon": "9:00-17:00" } }));
    let room = scene.under_way();
    // Until Monday, 9:14:40.
    scene.mins(18 * 60 + 8);
    assert_eq!(scene.count(&room, REMINDER), 0);
    scene.mins(1);
    assert_eq!(scene.count(&room, REMINDER), 1);
}

#[test]
fn reminders_that_are_switched_off_never_come() {
    let mut scene = scene(json!({ "first_answer": "", "escalate": "0" }));
    let room = scene.under_way();
    scene.hours(5);
    assert_eq!(scene.count(&room, REMINDER), 0);
    scene.sam_says("Turn it left.");
    scene.ana_says("It does not turn");
    scene.hours(5);
    assert_eq!(scene.count(&room, REMINDER), 1, "there is no second step");
}

#[test]
fn whoever_a_case_comes_to_is_reminded_from_the_first_step_on() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.mins(80);
    assert_eq!(scene.count(&room, REMINDER), 3);
    scene.sam_runs("release", "");
    scene.mins(80);
    assert_eq!(scene.count(&room, REMINDER), 6, "nobody has it");
    scene.script.command(&scene.kim, &room, "claim", "");
    scene.mins(20);
    assert_eq!(scene.mentioned(REMINDER), ["Kim"]);
}

#[test]
fn a_case_that_is_let_go_waits_since_then() {
    let mut scene = scene(json!({}));
    scene.under_way();
    scene.sam_says("Turn it left.");
    scene.hours(5);
    scene.sam_runs("release", "");
    scene.mins(30);
    let reminder = scene.last_in(&scene.room());
    assert!(reminder.contains("still waits for an answer (30 min"), "{reminder}");
    let listed = scene.script.command(&scene.sam, &scene.home, "cases", "").text();
    assert!(listed.contains("30 min") && !listed.contains("5 h"), "{listed}");
}

#[test]
fn a_reminder_for_a_room_that_is_gone_comes_where_staff_work() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.script.fail(&room, Obstacle::Gone, "the topic was deleted");
    scene.mins(15);
    assert_eq!(scene.count(&scene.home, REMINDER), 1);
    assert_eq!(scene.mentioned(REMINDER), ["Sam"]);
}
