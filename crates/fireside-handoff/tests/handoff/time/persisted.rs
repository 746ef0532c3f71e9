//! What is kept of time, as it is written today.

use fireside_handoff::{Duty, Settings};
use serde_json::json;

use super::scene;

#[test]
fn duty_is_written_like_this() {
    let mut scene = scene(json!({}));
    let sam = scene.sam.clone();
    scene.on_duty(&sam);
    insta::assert_json_snapshot!("duty", scene.script.record::<Duty>(&sam.account));
}

#[test]
fn a_case_that_is_to_close_and_one_that_was_rated_are_written_like_this() {
    let mut scene = scene(json!({}));
    scene.under_way();
    scene.mins(15);
    scene.sam_runs("close", "in 2h silently solved");
    let closing = scene.case(1);
    insta::assert_json_snapshot!("case_closing", (closing.reminders, closing.closing));
    scene.sam_says("Turn it left.");
    scene.sam_runs("close", "");
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    scene.script.press(&ana, &group, "2");
    scene.script.press(&ana, &group, "Say why");
    scene.script.tell(&ana, &group, "It took too long");
    insta::assert_json_snapshot!("case_rating", scene.case(1).rating);
}

#[test]
fn settings_are_read_as_they_are_written() {
    let written = json!({
        "working_hours": { "mon": "9:00-12:00, 13:00-17:00", "sat": "" },
        "holidays": ["2026-12-25"],
        "first_answer": "1h30m",
        "close_after": "",
    });
    let settings: Settings = serde_json::from_value(written).expect("settings");
    let again = serde_json::to_value(&settings).expect("they can be written");
    assert_eq!(again["working_hours"]["mon"], "9:00-12:00, 13:00-17:00");
    assert_eq!((&again["first_answer"], &again["close_after"]), (&json!("90m"), &json!("")));
    assert_eq!(serde_json::from_value::<Settings>(again).ok(), Some(settings));
}
