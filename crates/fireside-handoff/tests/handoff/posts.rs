//! Rooms that are private threads, and rooms that are posts of a forum.

use std::time::Duration;

use fireside_core::{Community, Effect, MessageRef, Place, RoomPlan};
use fireside_handoff::{Priority, State};
use fireside_testkit::script::{NORTH, SOUTH, brand};
use serde_json::json;

use crate::Scene;

fn community(staff: &str, rooms: &str) -> Community {
    let mut community = brand(staff);
    let settings = json!({ "relay": "all", "place": "here", "rooms": rooms });
    community.settings.insert("handoff".to_owned(), settings);
    community.staff_forum = Some(Place::channel(staff, "forum"));
    community
}

fn scene(staff: &str, rooms: &str) -> Scene {
    Scene::in_community(SOUTH, staff, community(staff, rooms))
}

impl Scene {
    fn post(&self) -> Place {
        let forum = Place::channel(NORTH, "forum");
        self.script.rooms_in(&forum).pop().expect("a post was opened")
    }

    fn plans(&self) -> Vec<RoomPlan> {
        let effects = self.script.deliveries().iter().map(|row| &row.delivery.effect);
        effects
            .filter_map(|effect| if let Effect::OpenRoom(plan) = effect { Some(plan.clone()) } else { None })
            .collect()
    }
}

#[test]
fn a_private_room_is_seen_by_those_on_duty_and_those_who_come() {
    let mut scene = scene(NORTH, "private");
    scene.script.command(&scene.kim, &scene.home, "duty", "on");
    scene.call("hello");
    let room = scene.room();
    assert!(scene.plans()[0].is_private && scene.plans()[0].from.is_none());
    assert!(scene.script.is_member(&room, &scene.kim.account));
    assert!(!scene.script.is_member(&room, &scene.sam.account));
    scene.script.press(&scene.sam, &scene.home, "Join");
    assert!(scene.script.is_member(&room, &scene.sam.account));
    let card = scene.script.said_in(&scene.home).remove(0);
    assert!(card.contains("\nIts room\n"), "{card}");
}

#[test]
fn where_no_room_is_private_it_is_a_thread() {
    let mut scene = scene(SOUTH, "private");
    scene.call("hello");
    assert!(!scene.plans()[0].is_private);
    assert_eq!(scene.last_in(&scene.room()), "Ana: hello");
}

#[test]
fn a_post_opens_with_the_card_and_shows_how_the_case_stands() {
    let mut scene = scene(NORTH, "post");
    scene.call("The lid is stuck");
    let post = scene.post();
    assert!(scene.script.said_in(&scene.home).iter().all(|said| !said.contains("The lid is stuck")));
    let said = scene.script.said_in(&post);
    assert!(said[0].starts_with("Case #1: Ana\n") && said[0].contains("What you write here reaches Ana."));
    assert_eq!(scene.script.tags_of(&post), ["Waiting"]);
    let case = scene.case(1);
    assert!(matches!(&case.card, Some(MessageRef::Known { place, .. }) if *place == post));
    assert_eq!(case.banner, None, "the card says it all");

    scene.script.press(&scene.sam, &post, "Claim");
    assert_eq!(scene.script.tags_of(&post), ["With staff"]);
    scene.script.say(&scene.sam, &post, "Turn it left.");
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: Turn it left.");
    scene.script.command(&scene.sam, &post, "priority", "urgent");
    scene.script.advance(Duration::from_secs(2));
    assert_eq!(scene.case(1).priority, Priority::Urgent);
    assert_eq!(scene.script.tags_of(&post), ["With staff", "Urgent"]);

    scene.script.command(&scene.sam, &post, "close", "");
    assert_eq!(scene.script.tags_of(&post), ["Closed", "Urgent"]);
    assert!(scene.script.said_in(&post)[0].ends_with("Closed by Sam."));
    assert!(!scene.script.is_open(&post));
    scene.script.press(&scene.sam, &post, "Reopen");
    assert!(scene.script.is_open(&post));
    scene.script.advance(Duration::from_secs(2));
    assert_ne!(scene.case(1).state(), State::Closed);
    assert_ne!(scene.script.tags_of(&post)[0], "Closed");
}

#[test]
fn where_there_are_no_forums_a_post_is_a_topic_by_its_card() {
    let mut scene = scene(SOUTH, "post");
    scene.call("hello");
    assert_eq!(scene.last_in(&scene.room()), "Ana: hello");
}

#[test]
fn a_post_that_is_refused_leaves_a_card_where_staff_work() {
    let mut scene = scene(NORTH, "post");
    scene.script.refuse_rooms("it is no forum");
    scene.call("The lid is stuck");
    let said = scene.script.said_in(&scene.home);
    assert!(said[0].contains("The lid is stuck"), "{said:?}");
    assert!(said.last().is_some_and(|said| said.starts_with("Case #1 has no room")), "{said:?}");
    scene.script.say(&scene.ana, &scene.group, "still stuck");
    assert_eq!(scene.last_in(&scene.home), "Ana: still stuck");
    scene.script.allow_rooms();
    scene.script.advance(Duration::from_mins(10));
    assert!(scene.last_in(&scene.home).starts_with("Case #1 has its room now."));
}

#[test]
fn a_post_that_is_gone_is_opened_anew_with_its_card() {
    let mut scene = scene(NORTH, "post");
    scene.call("The lid is stuck");
    let gone = scene.post();
    scene.script.fail(&gone, fireside_core::Obstacle::Gone, "unknown channel");
    scene.script.say(&scene.ana, &scene.group, "still stuck");
    let post = scene.post();
    assert_ne!(post, gone);
    assert_eq!(scene.last_in(&post), "Ana: still stuck");
    assert!(scene.script.said_in(&post)[0].starts_with("Case #1: Ana\n"));
}

#[test]
fn what_is_said_in_staffs_forum_is_said_among_staff() {
    let community = community(NORTH, "post");
    assert!(community.is_staff_place(&Place::channel(NORTH, "forum").thread("7")));
    assert!(!community.is_staff_place(&Place::channel(NORTH, "square")));
}
