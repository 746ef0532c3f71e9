//! `/snooze`, and what wakes a case.

use fireside_handoff::State;
use fireside_testkit::script::{NORTH, SOUTH, customer};
use serde_json::json;

use super::scene;
use crate::Scene;

#[test]
fn a_case_is_put_aside_and_comes_back_to_who_has_it() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    let snoozed = scene.sam_runs("snooze", "tomorrow 9:00");
    assert_eq!(snoozed, "Case #1 is put aside. It comes back tomorrow at 9:00 UTC.");
    assert_eq!(scene.case(1).state(), State::Snoozed);
    scene.hours(17);
    assert_eq!(scene.count(&room, "still waits"), 0, "nobody is reminded");
    scene.hours(1);
    assert_eq!(scene.case(1).state(), State::Active);
    assert_eq!(scene.mentioned("This case is taken up again."), ["Sam"]);
    scene.mins(15);
    assert_eq!(scene.count(&room, "still waits"), 1, "the customer still waits");
}

#[test]
fn the_customers_words_wake_a_case_and_nothing_wakes_it_twice() {
    let mut scene = scene(json!({}));
    let room = scene.under_way();
    scene.sam_runs("snooze", "2h");
    scene.ana_says("Are you there?");
    assert_eq!(scene.case(1).state(), State::Active);
    scene.hours(3);
    assert_eq!(scene.count(&room, "This case is taken up again."), 1);
}

#[test]
fn a_case_that_nobody_has_waits_again() {
    let mut scene = scene(json!({}));
    let kim = scene.kim.clone();
    scene.on_duty(&kim);
    scene.call("The lid is stuck");
    scene.sam_runs("snooze", "90m");
    scene.mins(90);
    assert_eq!(scene.case(1).state(), State::Waiting);
    assert_eq!(scene.mentioned("This case is taken up again."), ["Kim"]);
}

#[test]
fn a_case_is_named_before_or_behind_the_time() {
    let mut scene = scene(json!({}));
    scene.call("");
    let ben = customer(SOUTH, "2", "Ben");
    let (group, home, sam) = (scene.group.clone(), scene.home.clone(), scene.sam.clone());
    scene.script.command(&ben, &group, "human", "");
    for (number, words) in [(1, "#1 2d"), (2, "mon 9:00 #2"), (1, "2d #1")] {
        let answered = scene.script.command(&sam, &home, "snooze", words).text();
        assert!(answered.starts_with(&format!("Case #{number} is put aside.")), "{answered}");
    }
    let which = scene.script.command(&sam, &home, "snooze", "2d").text();
    assert!(which.starts_with("Which case?"), "{which}");
}

#[test]
fn an_hour_is_no_case() {
    let mut scene = scene(json!({}));
    scene.under_way();
    let ben = customer(SOUTH, "2", "Ben");
    let group = scene.group.clone();
    scene.script.command(&ben, &group, "human", "");
    scene.sam_runs("snooze", "tomorrow 2");
    assert_eq!(scene.case(2).state(), State::Waiting);
}

#[test]
fn a_time_that_is_none_is_refused_with_examples() {
    let mut scene = scene(json!({}));
    scene.under_way();
    for (words, why) in [
        ("", "I can't read that as a time."),
        ("later", "I can't read that as a time."),
        ("2025-06-15 9:00", "That time has passed."),
        ("91d", "That is too far ahead."),
    ] {
        let refused = scene.sam_runs("snooze", words);
        assert!(refused.starts_with(why) && refused.contains("90m"), "{words}: {refused}");
    }
    assert_eq!(scene.case(1).state(), State::Active);
}

#[test]
fn the_button_asks_until_when() {
    let mut scene = scene(json!({}));
    scene.under_way();
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    let form = scene.script.press(&sam, &home, "Snooze").form().expect("a form opens").clone();
    let snoozed = scene.script.submit(&sam, &home, &form.token, &[("until", "2d")]).text();
    assert!(snoozed.starts_with("Case #1 is put aside."), "{snoozed}");
    let late = scene.script.submit(&sam, &home, &form.token, &[("until", "never")]).text();
    assert!(late.starts_with("I can't read that as a time."), "{late}");
}

#[test]
fn where_there_are_no_forms_the_button_asks_in_words() {
    let mut scene = Scene::new(NORTH, SOUTH);
    scene.under_way();
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    let asked = scene.script.press(&sam, &home, "Snooze").text();
    assert!(asked.starts_with("Until when?"), "{asked}");
    let snoozed = scene.script.tell(&sam, &home, "2d").text();
    assert!(snoozed.starts_with("Case #1 is put aside."), "{snoozed}");
    assert_eq!(scene.case(1).state(), State::Snoozed);
}

#[test]
fn a_forged_form_puts_nothing_aside() {
    let mut scene = scene(json!({}));
    scene.under_way();
    let (stranger, group) = (customer(NORTH, "66", "Sam"), scene.group.clone());
    let forged = scene.script.submit(&stranger, &group, "handoff_snooze:1", &[("until", "2d")]);
    assert_eq!(forged.text(), "That is for staff.");
    let sam = scene.sam.clone();
    let unknown = scene.script.submit(&sam, &group, "handoff_snooze:99", &[("until", "2d")]);
    assert_eq!(unknown.text(), "That is no longer current.");
    assert_eq!(scene.case(1).state(), State::Active);
}
