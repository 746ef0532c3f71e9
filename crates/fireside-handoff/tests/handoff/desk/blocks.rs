//! `/block` and `/unblock`.

use std::time::Duration;

use fireside_handoff::{Blocked, State};
use fireside_testkit::script::{NORTH, SOUTH, chat};

use crate::Scene;

#[test]
fn who_is_blocked_is_told_plainly_and_without_the_reason() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let blocked = scene.script.command(&scene.sam, &room, "block", "3d shouts at everybody");
    assert_eq!(blocked.text(), "Ana is blocked for 3 days.");
    assert_eq!(scene.case(1).state(), State::Closed);
    let heard = scene.script.said_in(&scene.group);
    let told = heard.last().expect("Ana is told");
    assert!(told.starts_with("Acme can't go on helping you here. You are welcome again "), "{told}");
    let all = heard.concat();
    assert!(!all.contains("shouts") && !all.contains("is closed"), "{heard:?}");
    assert!(scene.script.said_in(&room).concat().contains("shouts at everybody"));
    let kept: Blocked = scene.script.record(&scene.ana.account.person()).expect("it is kept");
    assert_eq!(kept.until, Some(scene.script.now() + Duration::from_hours(72)));
    assert_eq!((kept.reason.as_deref(), kept.by.name.as_str()), (Some("shouts at everybody"), "Sam"));
}

#[test]
fn a_block_can_have_no_end_and_be_taken_back() {
    let mut scene = Scene::new(SOUTH, SOUTH);
    scene.call("");
    let ana = scene.ana.clone();
    let blocked = scene.answering(&ana, "block", "forever spam").text();
    assert_eq!(blocked, "Ana is blocked until somebody writes /unblock.");
    assert_eq!(scene.last_in(&scene.group), "Acme can't go on helping you here.");
    assert_eq!(scene.answering(&ana, "unblock", "").text(), "Ana is not blocked any more.");
    assert_eq!(scene.answering(&ana, "unblock", "").text(), "Ana is not blocked.");
    assert_eq!(scene.script.record::<Blocked>(&ana.account.person()), None);
}

#[test]
fn who_has_no_open_case_is_blocked_without_a_word() {
    let mut scene = Scene::new(NORTH, NORTH);
    let ana = scene.ana.clone();
    let before = scene.script.deliveries().len();
    let blocked = scene.on_account(&ana, "block", &[("time", "12h")]);
    assert_eq!(blocked.text(), "1 is blocked for 12 hours.");
    assert_eq!(scene.script.deliveries().len(), before);
}

#[test]
fn a_length_that_is_none_blocks_nobody() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    for words in ["spam", "0d", "3", "99999999999d", "3dd"] {
        let refused = scene.script.command(&scene.sam, &room, "block", words).text();
        assert_eq!(refused, "How long? Write it like 12h, 3d, 2w or forever.", "{words}");
    }
    assert_eq!(scene.script.record::<Blocked>(&scene.ana.account.person()), None);
    assert_eq!(scene.case(1).state(), State::Active);
}

#[test]
fn staff_do_not_block_each_other() {
    let mut scene = Scene::new(NORTH, NORTH);
    scene.script.command(&scene.kim, &scene.home, "cases", "");
    for colleague in [scene.kim.clone(), scene.sam.clone()] {
        assert_eq!(scene.on_account(&colleague, "block", &[]).text(), "That is somebody of the team.");
    }
    assert!(scene.desk("block", "3d").starts_with("Whom?"));
}

#[test]
fn who_is_blocked_calls_nobody_until_the_time_is_over() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.under_way();
    scene.desk("block", "case:1 3d");
    let refused = scene.script.command(&scene.ana, &chat(&scene.ana), "human", "again").text();
    assert!(refused.starts_with("Acme can't go on helping you here."), "{refused}");
    assert_eq!(scene.script.rooms_in(&scene.home).len(), 1);
    scene.script.advance(Duration::from_hours(72));
    scene.call("sorry");
    assert_eq!(scene.case(2).state(), State::Waiting);
}

#[test]
fn who_is_called_by_name_is_not_the_customer_of_the_room() {
    let mut scene = Scene::new(SOUTH, SOUTH);
    let room = scene.under_way();
    let sam = scene.sam.clone();
    for (name, words) in [("block", "@ben 3d spam"), ("contact", "@ben hello")] {
        scene.script.command(&sam, &room, name, words);
        let asked = scene.last_in(&room);
        assert!(asked.starts_with("Whom?"), "{name}: {asked}");
    }
    assert_eq!(scene.case(1).state(), State::Active);
}

#[test]
fn a_group_is_not_told_who_is_blocked() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.command(&scene.sam, &room, "block", "3d");
    let before = scene.script.said_in(&scene.group).len();
    scene.script.command(&scene.ana, &scene.group, "status", "");
    let told = scene.script.said_in(&scene.group)[before..].concat();
    assert!(!told.is_empty() && !told.contains("helping you"), "{told}");
}
