//! Working hours: what customers are told outside of them.

use serde_json::json;

use super::scene;

const AWAY: &str = "Nobody from Acme is here right now. A person will be here tomorrow at 9:00 UTC.";

fn weekdays() -> serde_json::Value {
    let day = "9:00-17:00";
    json!({ "working_hours": { "mon": day, "tue": day, "wed": day, "thu": day, "fri": day } })
}

/// A case that Sam answered on Monday; now it is six in the evening.
fn after_work() -> crate::Scene {
    let mut scene = scene(weekdays());
    scene.hours(18);
    scene.under_way();
    scene.sam_says("Turn it left.");
    scene.hours(9);
    scene
}

#[test]
fn who_writes_while_nobody_works_is_told_once_when_somebody_will() {
    let mut scene = after_work();
    scene.ana_says("It does not turn");
    scene.ana_says("not at all");
    assert_eq!(scene.count(&scene.group, AWAY), 1);
    scene.sam_says("Then wait for tomorrow.");
    scene.ana_says("ok");
    assert_eq!(scene.count(&scene.group, AWAY), 1, "they know");
    scene.hours(15);
    scene.sam_says("Good morning!");
    scene.ana_says("Good morning");
    assert_eq!(scene.count(&scene.group, "Nobody from Acme"), 1, "somebody is there");
}

#[test]
fn who_calls_or_asks_while_nobody_works_is_told_when_somebody_will() {
    let mut scene = scene(weekdays());
    let called = scene.call("The lid is stuck").text();
    assert!(called.contains(AWAY), "{called}");
    scene.ana_says("Are you there?");
    assert_eq!(scene.count(&scene.group, AWAY), 1, "they know");
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    let stands = scene.script.command(&ana, &group, "status", "").text();
    assert!(stands.ends_with(AWAY), "{stands}");
    scene.hours(18);
    let stands = scene.script.command(&ana, &group, "status", "").text();
    assert!(!stands.contains("Nobody from Acme"), "{stands}");
}

#[test]
fn whose_owner_is_on_duty_is_not_told_that_nobody_is_there() {
    let mut scene = after_work();
    let sam = scene.sam.clone();
    scene.on_duty(&sam);
    scene.ana_says("It does not turn");
    assert_eq!(scene.count(&scene.group, AWAY), 0);
}

#[test]
fn without_hours_somebody_is_always_there() {
    let mut scene = scene(json!({}));
    scene.under_way();
    scene.sam_says("Turn it left.");
    scene.ana_says("It does not turn");
    assert_eq!(scene.count(&scene.group, "Nobody from Acme"), 0);
}
