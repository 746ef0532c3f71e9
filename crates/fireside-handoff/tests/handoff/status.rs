//! What a customer is told of how things stand.

use std::time::Duration;

use fireside_handoff::{Blocked, StaffMember};
use fireside_testkit::script::{NORTH, SOUTH, chat, customer};
use serde_json::json;

use crate::Scene;

fn status(scene: &mut Scene) -> String {
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    scene.script.command(&ana, &group, "status", "").text()
}

#[test]
fn who_never_called_is_told_how_to() {
    let mut scene = Scene::new(NORTH, SOUTH);
    assert_eq!(status(&mut scene), "No case of yours is open. /human calls a person.");
}

#[test]
fn who_waits_is_told_since_when_and_who_has_seen_it() {
    let mut scene = Scene::new(NORTH, SOUTH);
    scene.call("The lid is stuck");
    scene.script.advance(Duration::from_mins(12));
    assert_eq!(status(&mut scene), "Case #1 waits for a person: you called 12 minutes ago.");
    let sam = scene.sam.clone();
    scene.script.command(&sam, &scene.home, "join", "1");
    assert_eq!(
        status(&mut scene),
        "Case #1 waits for a person: you called 12 minutes ago.\nSam from Acme has seen this."
    );
}

#[test]
fn who_is_with_them_is_told_in_every_place_of_theirs() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.under_way();
    assert!(status(&mut scene).starts_with("Sam is with you in case #1."));
    let chat = chat(&scene.ana);
    let told = scene.script.command(&scene.ana, &chat, "status", "").text();
    assert!(told.starts_with("Sam is with you in case #1."), "{told}");
}

#[test]
fn the_last_case_is_told_of_when_none_is_open() {
    let mut scene = Scene::new(NORTH, SOUTH);
    for words in ["one", "two"] {
        scene.call(words);
        let (sam, room) = (scene.sam.clone(), scene.room());
        scene.script.command(&sam, &room, "close", "");
    }
    scene.script.advance(Duration::from_hours(5));
    let told = status(&mut scene);
    assert_eq!(
        told,
        "No case of yours is open. The last one, #2, was closed 5 hours ago. /human calls a person."
    );
}

#[test]
fn others_are_told_nothing_of_it() {
    let mut scene = Scene::new(NORTH, SOUTH);
    scene.call("");
    let ben = customer(NORTH, "2", "Ben");
    let told = scene.script.command(&ben, &scene.group, "status", "").text();
    assert_eq!(told, "No case of yours is open. /human calls a person.");
}

#[test]
fn who_talks_in_private_is_not_told_so_among_others() {
    let mut scene = Scene::with(SOUTH, NORTH, &json!({ "relay": "all" }));
    scene.call("");
    let link = scene.script.button(&scene.group, &scene.ana.account, "Talk in private");
    scene.script.press_data(&scene.ana, &chat(&scene.ana), &link);
    assert_eq!(status(&mut scene), "I can only tell you that in private: write to me there.");
}

const BLOCKED: &str = "Acme can't go on helping you here. You are welcome again on Wednesday at 15:06 UTC.";

#[test]
fn the_blocked_are_told_so_and_until_when() {
    let mut scene = Scene::new(NORTH, SOUTH);
    let by = StaffMember { account: scene.sam.account.clone(), name: "Sam".to_owned() };
    let until = Some(scene.script.now() + Duration::from_hours(72));
    let blocked = Blocked { until, reason: Some("a secret".to_owned()), by };
    scene.script.put(&scene.ana.account.person(), &blocked);
    let refused = scene.call("let me in");
    assert!(refused.is_private());
    assert_eq!(refused.text(), BLOCKED);
    assert_eq!(status(&mut scene), BLOCKED);
    assert!(scene.script.rooms_in(&scene.home).is_empty());
    scene.script.advance(Duration::from_hours(72));
    assert!(scene.call("and now?").text().starts_with("I have called a person"));
}

#[test]
fn who_is_blocked_for_good_is_told_so() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let by = StaffMember { account: scene.sam.account.clone(), name: "Sam".to_owned() };
    let person = scene.ana.account.person();
    scene.script.put(&person, &Blocked { until: None, reason: None, by });
    let chat = chat(&scene.ana);
    let refused = scene.script.command(&scene.ana, &chat, "human", "").text();
    assert_eq!(refused, "Acme can't go on helping you here.");
}
