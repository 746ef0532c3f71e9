//! What becomes of a case when staff's places break: nothing is lost.

use std::time::Duration;

use fireside_core::event::{Membership, RoomChange};
use fireside_core::{Actor, EventKind, Message, Obstacle};
use fireside_handoff::{CaseNumber, Shown, Stranded, Unshown};
use fireside_testkit::script::{NORTH, SOUTH, customer};

use crate::Scene;

impl Scene {
    fn times_told(&self, place: &fireside_core::Place, begins: &str) -> usize {
        self.script.said_in(place).iter().filter(|said| said.starts_with(begins)).count()
    }
}

#[test]
fn words_on_their_way_to_a_room_that_is_refused_are_shown_where_staff_work() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.refuse_rooms("too many threads");
    scene.script.hold_deliveries();
    scene.call("The lid is stuck");
    scene.script.say(&scene.ana, &scene.group, "still stuck");
    scene.script.deliver_all();
    let said = scene.script.said_in(&scene.home);
    assert!(said.contains(&"Ana: still stuck".to_owned()), "{said:?}");
}

#[test]
fn a_room_that_was_refused_is_tried_again_after_ten_minutes() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.refuse_rooms("too many threads");
    scene.call("The lid is stuck");
    scene.script.advance(Duration::from_mins(25));
    assert_eq!(scene.times_told(&scene.home, "Case #1 has no room"), 1, "it is told once");
    scene.script.allow_rooms();
    scene.script.advance(Duration::from_mins(10));
    assert_eq!(scene.times_told(&scene.home, "Case #1 has its room now."), 1);
    scene.script.say(&scene.ana, &scene.group, "still stuck");
    assert_eq!(scene.last_in(&scene.room()), "Ana: still stuck");
    assert_eq!(scene.script.record::<Stranded>(&CaseNumber::new(1)), None);
}

#[test]
fn the_next_case_that_closes_leaves_its_room_to_the_one_without() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    scene.script.refuse_rooms("too many threads");
    scene.script.command(&customer(SOUTH, "2", "Ben"), &scene.group, "human", "");
    scene.script.allow_rooms();
    scene.script.command(&scene.sam, &scene.home, "close", "1");
    scene.script.advance(Duration::from_secs(1));
    assert_eq!(scene.times_told(&scene.home, "Case #2 has its room now."), 1);
}

#[test]
fn while_staff_can_not_be_reached_the_customers_words_are_kept() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.fail(&scene.home, Obstacle::Unreachable, "the bot was removed");
    scene.call("The lid is stuck");
    scene.script.say(&scene.ana, &scene.group, "still stuck");
    scene.script.say(&scene.ana, &scene.group, "hello?");
    assert_eq!(scene.times_told(&scene.group, "I could not reach the team just now."), 1, "it is told once");
    scene.script.mend(&scene.home);
    let bot = Actor::system(NORTH.into());
    scene.script.act(&bot, &scene.home, EventKind::Membership(Membership::BotAdded));
    scene.script.advance(Duration::from_secs(1));
    let said = scene.script.said_in(&scene.room());
    let words: Vec<_> = said.iter().filter(|said| said.starts_with("Ana: ")).collect();
    assert_eq!(words, ["Ana: The lid is stuck", "Ana: still stuck", "Ana: hello?"]);
    scene.script.say(&scene.sam, &scene.room(), "here I am");
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: here I am");
    assert_eq!(scene.script.record::<Stranded>(&CaseNumber::new(1)), None);
}

#[test]
fn staffs_place_that_goes_in_mid_case_loses_no_word() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    for place in [&room, &scene.home] {
        scene.script.fail(place, Obstacle::Gone, "unknown channel");
    }
    scene.script.say(&scene.ana, &scene.group, "one");
    scene.script.say(&scene.ana, &scene.group, "two");
    assert_eq!(scene.times_told(&scene.group, "I could not reach the team just now."), 1);
    scene.script.mend(&scene.home);
    scene.script.advance(Duration::from_mins(10));
    let said = scene.script.said_in(&scene.room());
    assert!(said.ends_with(&["Ana: one".to_owned(), "Ana: two".to_owned()]), "{said:?}");
    assert_ne!(scene.room(), room);
}

#[test]
fn a_case_that_is_closed_while_stranded_is_forgotten() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.fail(&scene.home, Obstacle::Unreachable, "the bot was removed");
    scene.call("The lid is stuck");
    assert!(scene.script.record::<Unshown>(&(CaseNumber::new(1), 1)).is_some());
    scene.script.command(&scene.sam, &scene.group, "close", "1");
    scene.script.mend(&scene.home);
    scene.script.advance(Duration::from_mins(20));
    assert!(scene.script.rooms_in(&scene.home).is_empty());
    assert_eq!(scene.script.record::<Stranded>(&CaseNumber::new(1)), None);
    assert_eq!(scene.script.record::<Unshown>(&(CaseNumber::new(1), 1)), None);
}

#[test]
fn a_room_that_breaks_whenever_it_is_opened_makes_no_loop() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.fail(&room, Obstacle::Gone, "unknown channel");
    scene.script.say(&scene.ana, &scene.group, "one");
    let second = scene.room();
    scene.script.fail(&second, Obstacle::Gone, "unknown channel");
    scene.script.say(&scene.ana, &scene.group, "two");
    assert_eq!(scene.script.rooms_in(&scene.home).len(), 2);
    assert_eq!(scene.last_in(&scene.home), "Ana: two");
}

#[test]
fn a_room_that_somebody_closed_is_opened_again_for_the_next_words() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.act(&scene.kim, &room, EventKind::Room(RoomChange::Closed));
    scene.script.say(&scene.ana, &scene.group, "still stuck");
    let said = scene.script.said_in(&room);
    assert!(said[said.len() - 2..].contains(&"Ana: still stuck".to_owned()), "{said:?}");
    assert_eq!(scene.times_told(&room, "Kim had closed this room."), 1);
    scene.script.say(&scene.ana, &scene.group, "hello?");
    assert_eq!(scene.times_told(&room, "Kim had closed this room."), 1);
}

#[test]
fn a_room_that_only_staff_can_open_is_told_once_where_they_work() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.fail(&room, Obstacle::Closed, "it is locked");
    scene.script.say(&scene.ana, &scene.group, "one");
    scene.script.say(&scene.ana, &scene.group, "two");
    let said = scene.script.said_in(&scene.home);
    let words: Vec<_> = said.iter().filter(|said| said.starts_with("Ana: ")).collect();
    assert_eq!(words, ["Ana: one", "Ana: two"]);
    assert_eq!(
        scene.times_told(&scene.home, "The room of case #1 is closed, and I can't open it (it is locked)."),
        1
    );
    scene.script.mend(&room);
    scene.script.say(&scene.ana, &scene.group, "three");
    assert!(scene.script.said_in(&room).contains(&"Ana: three".to_owned()));
}

#[test]
fn a_room_that_was_opened_again_by_hand_is_left_alone() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.act(&scene.kim, &room, EventKind::Room(RoomChange::Closed));
    scene.script.act(&scene.kim, &room, EventKind::Room(RoomChange::Reopened));
    scene.script.say(&scene.ana, &scene.group, "still stuck");
    assert_eq!(scene.times_told(&room, "Kim had closed"), 0);
}

#[test]
fn words_in_a_room_that_is_not_known_yet_are_asked_for_again() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.hold_deliveries();
    scene.call("");
    // A thread from a message has the message's id on this platform.
    let early = scene.home.clone().thread("m1");
    scene.script.post(&scene.sam, &early, Message::of("hello Ana"));
    scene.script.deliver_all();
    assert_eq!(scene.room(), early);
    assert_eq!(scene.times_told(&early, "What Sam wrote here before this room was ready went nowhere"), 1);
    assert!(!scene.script.said_in(&scene.group).concat().contains("hello Ana"));
}

#[test]
fn each_step_that_fails_leaves_the_words_where_staff_read_them() {
    for held in [false, true] {
        let mut scene = Scene::new(SOUTH, SOUTH);
        if held {
            scene.script.hold_deliveries();
        }
        scene.script.refuse_rooms("no topics here");
        scene.call("one");
        scene.script.say(&scene.ana, &scene.group, "two");
        scene.script.deliver_all();
        scene.script.say(&scene.ana, &scene.group, "three");
        let said = scene.script.said_in(&scene.home).concat();
        assert!(said.contains("one") && said.contains("Ana: two") && said.contains("Ana: three"), "{said}");
    }
}

#[test]
fn what_is_shown_of_a_case_is_kept_like_this() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.say(&scene.ana, &scene.group, "it is stuck");
    scene.call("The lid is stuck");
    let shown: Shown = scene.script.record(&CaseNumber::new(1)).expect("it is shown");
    insta::assert_json_snapshot!("case_shown", Shown { card: 7, banner: 8, ..shown });
}
