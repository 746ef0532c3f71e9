//! `/duty`.

use fireside_handoff::Duty;
use fireside_testkit::script::{NORTH, chat, customer};
use serde_json::json;

use super::scene;

#[test]
fn duty_begins_and_ends_when_staff_say_so_and_is_listed() {
    let mut scene = scene(json!({}));
    let (sam, kim, home) = (scene.sam.clone(), scene.kim.clone(), scene.home.clone());
    let nobody = scene.script.command(&sam, &home, "duty", "");
    assert!(nobody.is_private());
    assert!(nobody.text().starts_with("Nobody is on duty."), "{}", nobody.text());
    let begun = scene.script.command(&sam, &home, "duty", "on");
    assert!(begun.is_private());
    assert!(begun.text().ends_with("It ends tomorrow at 3:06 UTC."), "{}", begun.text());
    scene.mins(1);
    scene.script.command(&kim, &home, "duty", "on 18:00");
    let listed = scene.script.command(&sam, &home, "duty", "").text();
    assert_eq!(listed, "On duty:\nSam (ends tomorrow at 3:06 UTC)\nKim (ends today at 18:00 UTC)");
    assert_eq!(scene.script.command(&sam, &home, "duty", "off").text(), "You are off duty.");
    assert_eq!(scene.script.command(&sam, &home, "duty", "off").text(), "You were not on duty.");
    let listed = scene.script.command(&sam, &home, "duty", "").text();
    assert_eq!(listed, "On duty:\nKim (ends today at 18:00 UTC)");
}

#[test]
fn duty_ends_by_itself_unless_it_is_renewed_and_that_is_told_in_private() {
    let mut scene = scene(json!({}));
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    scene.on_duty(&sam);
    scene.hours(11);
    scene.on_duty(&sam);
    scene.hours(11);
    assert!(scene.script.record::<Duty>(&sam.account).is_some());
    scene.hours(1);
    assert_eq!(scene.script.record::<Duty>(&sam.account), None);
    assert!(scene.last_in(&chat(&sam)).starts_with("Your duty has ended."));
    assert!(scene.script.command(&sam, &home, "duty", "").text().starts_with("Nobody is on duty."));
}

#[test]
fn an_end_that_is_none_is_refused_with_examples() {
    let mut scene = scene(json!({}));
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    for (until, why) in [
        ("soon", "I can't read that as a time."),
        ("30d", "That is too far ahead."),
        ("today 9:00", "That time"),
    ] {
        let refused = scene.script.command(&sam, &home, "duty", &format!("on {until}")).text();
        assert!(refused.starts_with(why) && refused.contains("tomorrow 9:00"), "{refused}");
    }
    assert_eq!(scene.script.record::<Duty>(&sam.account), None);
}

#[test]
fn duty_is_for_staff() {
    let mut scene = scene(json!({}));
    let (stranger, home) = (customer(NORTH, "66", "Sam"), scene.home.clone());
    let refused = scene.script.command(&stranger, &home, "duty", "on");
    assert_eq!(refused.text(), "That is for staff.");
    assert_eq!(scene.script.record::<Duty>(&stranger.account), None);
}

#[test]
fn duty_that_ended_while_nothing_ran_calls_nobody() {
    let mut scene = scene(json!({}));
    let sam = scene.sam.clone();
    scene.on_duty(&sam);
    scene.script.sleep_through(std::time::Duration::from_hours(72));
    scene.call("The lid is stuck");
    assert_eq!(scene.count(&scene.room(), "waits for a person"), 0);
    assert_eq!(scene.script.said_in(&chat(&sam)).len(), 1);
}
