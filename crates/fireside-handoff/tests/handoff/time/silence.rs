//! Cases that end by themselves.

use fireside_handoff::State;
use serde_json::json;

use super::scene;

const WARNING: &str = "We have not heard from you in case #1.";

#[test]
fn a_silent_customer_is_warned_once_and_then_the_case_is_closed() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.sam_says("Turn it left.");
    scene.hours(6 * 24 - 1);
    assert_eq!(scene.count(&scene.group, WARNING), 0);
    scene.hours(1);
    let warned = scene.last_in(&scene.group);
    assert!(warned.starts_with(WARNING) && warned.contains("it closes tomorrow at 15:06 UTC"), "{warned}");
    scene.hours(24);
    let case = scene.case(1);
    assert_eq!(case.state(), State::Closed);
    assert_eq!(case.closure().map(|closure| (closure.by.is_none(), closure.silently)), Some((true, false)));
    assert_eq!(scene.count(&room, "This case is closed, after a long silence."), 1);
    assert_eq!(scene.count(&scene.group, WARNING), 1);
    assert!(scene.last_in(&scene.group).starts_with("Case #1 is closed."));
}

#[test]
fn any_word_of_the_customers_keeps_the_case_open() {
    let mut scene = scene(json!({}));
    scene.under_way();
    scene.sam_says("Turn it left.");
    scene.hours(6 * 24);
    scene.ana_says("I was away");
    scene.hours(30 * 24);
    assert_eq!(scene.case(1).state(), State::Active);
    assert_eq!(scene.count(&scene.group, WARNING), 1);
    scene.sam_says("And now?");
    scene.hours(7 * 24);
    assert_eq!(scene.case(1).state(), State::Closed, "silence counts anew after each answer");
}

#[test]
fn nobody_is_warned_while_nobody_works() {
    let mut scene = scene(json!({ "working_hours": { "mon": "9:00-17:00" } }));
    scene.under_way();
    scene.sam_says("Turn it left.");
    scene.hours(7 * 24);
    assert_eq!(scene.count(&scene.group, WARNING), 0);
    scene.hours(18);
    assert_eq!(scene.count(&scene.group, WARNING), 1);
    scene.hours(23);
    assert_eq!(scene.case(1).state(), State::Active, "a warning leaves its whole time");
    scene.hours(1);
    assert_eq!(scene.case(1).state(), State::Closed);
}

#[test]
fn a_case_that_nobody_answered_is_not_closed_by_itself() {
    let mut scene = scene(json!({}));
    scene.under_way();
    scene.hours(60 * 24);
    assert_eq!(scene.case(1).state(), State::Active);
}

#[test]
fn a_community_can_leave_cases_open_or_warn_nobody() {
    let mut scene = super::scene(json!({ "close_after": "" }));
    scene.under_way();
    scene.sam_says("Turn it left.");
    scene.hours(60 * 24);
    assert_eq!(scene.case(1).state(), State::Active);
    let mut scene = super::scene(json!({ "close_after": "2d", "warn_before": "" }));
    scene.under_way();
    scene.sam_says("Turn it left.");
    scene.hours(48);
    assert_eq!(scene.case(1).state(), State::Closed);
    assert_eq!(scene.count(&scene.group, WARNING), 0);
}

#[test]
fn a_case_that_was_put_aside_is_closed_for_silence_however_it_goes_on() {
    for step in ["transfer", "release", "human"] {
        let mut scene = scene(json!({}));
        let kim = scene.kim.clone();
        scene.on_duty(&kim);
        scene.under_way();
        scene.sam_says("Turn it left.");
        scene.sam_runs("snooze", "2h");
        match step {
            "human" => {
                scene.call("");
                scene.sam_says("I am here.");
            }
            step => drop(scene.sam_runs(step, if step == "transfer" { "Kim" } else { "" })),
        }
        scene.mins(1);
        assert_ne!(scene.case(1).state(), State::Snoozed, "{step}");
        scene.hours(7 * 24);
        assert_eq!(scene.case(1).state(), State::Closed, "{step}");
    }
}

#[test]
fn a_case_that_goes_on_after_its_end_is_closed_for_silence_again() {
    let mut scene = scene(json!({}));
    scene.under_way();
    let sam = scene.sam.clone();
    scene.on_duty(&sam);
    scene.sam_says("Turn it left.");
    scene.sam_runs("close", "");
    scene.script.command(&scene.sam, &scene.home, "reopen", "1");
    assert_eq!(scene.case(1).state(), State::Active);
    scene.hours(7 * 24);
    assert_eq!(scene.case(1).state(), State::Closed);
}

#[test]
fn a_customer_who_was_never_answered_waits_for_it_when_their_case_goes_on() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    let sam = scene.sam.clone();
    scene.on_duty(&sam);
    scene.sam_runs("close", "");
    scene.script.command(&scene.sam, &scene.home, "reopen", "1");
    scene.mins(15);
    assert_eq!(scene.count(&room, "still waits for an answer"), 1);
}

#[test]
fn silence_does_not_close_a_case_before_staff_said_it_would() {
    for settings in [json!({}), json!({ "close_after": "2d", "warn_before": "" })] {
        let mut scene = scene(settings);
        scene.under_way();
        scene.sam_says("Turn it left.");
        scene.sam_runs("close", "in 20d");
        scene.hours(20 * 24 - 1);
        assert_eq!((scene.case(1).state(), scene.count(&scene.group, WARNING)), (State::Active, 0));
        scene.hours(1);
        assert_eq!(scene.case(1).state(), State::Closed);
    }
}

#[test]
fn a_call_without_words_is_no_silence() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.sam_says("Turn it left.");
    scene.sam_runs("close", "in 2h");
    scene.call("");
    scene.call("");
    assert_eq!(scene.count(&room, "Case #1: Ana waits for a person."), 1);
    scene.hours(3);
    let case = scene.case(1);
    assert_eq!((case.state(), case.unanswered_since.is_some()), (State::Active, true));
}
