//! The whole story, in both directions.

use std::time::Duration;

use fireside_core::ids::ThreadId;
use fireside_testkit::script::{NORTH, SOUTH};

use crate::Scene;

#[test]
fn a_customer_in_the_south_is_answered_from_the_north() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let called = scene.call("The lid is stuck").text();
    assert!(called.starts_with("I have called a person from Acme: this is case #1."), "{called}");
    assert_eq!(
        scene.script.said_in(&scene.home),
        ["Case #1: Ana\nFrom South · speaks English · new here\nAmong others\nThe lid is stuck\n\
             Noted about south:1\nWaiting for somebody to join."]
    );
    let room = scene.room();
    assert_eq!(scene.last_in(&room), "Ana: The lid is stuck");

    let joined = scene.script.press(&scene.sam, &scene.home, "Claim");
    assert!(joined.is_private());
    assert!(joined.text().starts_with("Case #1 is yours."), "{}", joined.text());
    assert!(scene.script.is_member(&room, &scene.sam.account));
    assert_eq!(scene.last_in(&scene.group), "Sam from Acme is with you now.");

    scene.script.say(&scene.sam, &room, "Turn it left.");
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: Turn it left.");
    scene.script.tell(&scene.ana, &scene.group, "That did it");
    assert_eq!(scene.last_in(&room), "Ana: That did it");

    let closed = scene.script.command(&scene.sam, &room, "close", "solved");
    assert_eq!(closed.text(), "You have closed case #1.");
    assert_eq!(scene.last_in(&room), "Sam has closed this case: solved");
    assert!(!scene.script.is_open(&room));
    let closed = "Case #1 is closed. If anything is left, call a person again.";
    let asked = "Did that help? 1: not at all, 5: very much.";
    assert_eq!(scene.last_in(&scene.group), format!("{closed}\n{asked}"));
    scene.script.advance(Duration::from_secs(2));
    assert!(scene.last_in(&scene.home).ends_with("Closed by Sam."));
    scene.script.button(&scene.home, &scene.sam.account, "Reopen");
}

#[test]
fn a_customer_in_the_north_is_answered_from_the_south() {
    let mut scene = Scene::new(NORTH, SOUTH);
    let called = scene.call("The lid is stuck");
    assert!(called.is_private());
    let room = scene.room();
    assert_eq!(room.thread.as_ref().map(ThreadId::as_str), Some("#1 Ana"));

    let joined = scene.script.command(&scene.sam, &scene.home, "claim", "").text();
    assert_eq!(joined, "Case #1 is yours.\nThe room: https://south.example/1Ana");
    assert!(!scene.script.is_member(&room, &scene.sam.account));
    scene.script.say(&scene.sam, &room, "Turn it left.");
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: Turn it left.");
    scene.script.say(&scene.ana, &scene.group, "That did it");
    assert_eq!(scene.last_in(&room), "Ana: That did it");

    scene.script.command(&scene.sam, &room, "close", "");
    assert_eq!(scene.last_in(&room), "Sam has closed this case.");
    assert!(!scene.script.is_open(&room));
}

#[test]
fn the_card_says_who_has_taken_the_case_on() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.under_way();
    assert!(scene.last_in(&scene.home).ends_with("Sam is with the customer."));
    assert_eq!(scene.script.buttons_in(&scene.home), ["Join", "Release", "Reply", "Snooze", "Close"]);
}
