//! Rooms and cards, and what is done where they can't be had.

use fireside_core::event::RoomChange;
use fireside_core::{Actor, EventKind, MessageRef, PlaceRef};
use fireside_handoff::State;
use fireside_testkit::script::{NORTH, SOUTH, customer};

use crate::Scene;

#[test]
fn the_room_and_the_card_are_known_once_they_are_there() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.hold_deliveries();
    scene.call("");
    let room = scene.case(1).room().map(|leg| leg.place.clone());
    assert!(matches!(room, Some(PlaceRef::Opened { .. })));
    scene.script.deliver_all();
    let case = scene.case(1);
    assert_eq!(case.room().map(|leg| &leg.place), Some(&PlaceRef::At(scene.room())));
    assert!(matches!(case.card, Some(MessageRef::Known { .. })));
}

#[test]
fn a_case_can_be_joined_and_closed_before_its_room_is_open() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.hold_deliveries();
    scene.call("hello");
    let joined = scene.script.command(&scene.sam, &scene.home, "claim", "1").text();
    assert_eq!(joined, "Case #1 is yours.\nIts room is being opened.");
    scene.script.command(&scene.sam, &scene.home, "close", "1");
    scene.script.deliver_all();
    let room = scene.room();
    assert_eq!(scene.last_in(&room), "Sam has closed this case.");
    assert!(!scene.script.is_open(&room));
    assert!(scene.script.say(&scene.sam, &room, "anybody?").is_silent());
}

#[test]
fn without_a_room_the_customers_words_are_shown_where_staff_work() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.refuse_rooms("too many threads");
    scene.call("The lid is stuck");
    assert!(scene.last_in(&scene.home).starts_with("Case #1 has no room: it could not be opened (too many"));
    scene.script.say(&scene.ana, &scene.group, "still stuck");
    assert_eq!(scene.last_in(&scene.home), "Ana: still stuck");
    assert_eq!(scene.case(1).state(), State::Waiting);
}

#[test]
fn a_customer_whose_call_can_not_be_shown_to_staff_is_told() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.refuse(&scene.home, "the bot was removed");
    scene.call("The lid is stuck");
    assert!(scene.last_in(&scene.group).starts_with("I could not reach the team just now."));
}

#[test]
fn words_that_can_not_be_shown_in_the_room_are_told_where_staff_work() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.refuse(&room, "the room is locked");
    scene.script.say(&scene.ana, &scene.group, "still stuck");
    assert_eq!(
        scene.last_in(&scene.home),
        "Something Ana wrote in case #1 could not be shown in its room: the room is locked"
    );
}

#[test]
fn a_room_is_named_in_one_short_visible_line() {
    let mut scene = Scene::new(NORTH, SOUTH);
    scene.ana = customer(NORTH, "1", &format!("{}\n\u{202E}\u{200B}", "long name ".repeat(30)));
    scene.call("");
    let thread = scene.room().thread.expect("a room is a thread");
    assert!(thread.as_str().starts_with("#1 long name long"));
    assert!(thread.as_str().chars().count() <= 90 && !thread.as_str().contains(['\n', '\u{202E}']));
}

#[test]
fn a_removed_room_leaves_no_customer_stuck() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    // A platform does not always tell who removed it.
    let nobody = Actor::system(NORTH.into());
    scene.script.act(&nobody, &room, EventKind::Room(RoomChange::Removed));
    assert!(scene.last_in(&scene.home).starts_with("Case #1 has lost its room"));
    scene.script.say(&scene.ana, &scene.group, "still stuck");
    assert_eq!(scene.last_in(&scene.room()), "Ana: still stuck");
    scene.script.command(&scene.sam, &scene.home, "close", "1");
    assert!(scene.last_in(&scene.group).starts_with("Case #1 is closed."));
}
