//! What customers meet.

use fireside_core::{Answer, Effect};
use fireside_handoff::{CaseNumber, OpenCase, State};
use fireside_testkit::script::{NORTH, SOUTH, brand, chat, customer};

use crate::Scene;

#[test]
fn a_person_has_one_open_case() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    let again = scene.call("hello?").text();
    assert!(again.starts_with("Your case #1 is open, and a person has been called."), "{again}");
    let chat = chat(&scene.ana);
    let elsewhere = scene.script.command(&scene.ana, &chat, "human", "").text();
    assert!(elsewhere.starts_with("Your case #1 is open"), "{elsewhere}");
    assert_eq!(scene.script.rooms_in(&scene.home).len(), 1);
}

#[test]
fn whoever_calls_again_is_told_who_is_with_them() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.under_way();
    let again = scene.call("").text();
    assert!(again.starts_with("Sam is with you in case #1."), "{again}");
}

#[test]
fn a_closed_case_makes_room_for_the_next() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.command(&scene.sam, &room, "close", "");
    assert_eq!(scene.script.record::<OpenCase>(&scene.ana.account.person()), None);
    assert!(scene.call("").text().contains("case #2"));
    assert_eq!((scene.case(1).state(), scene.case(2).state()), (State::Closed, State::Waiting));
}

#[test]
fn two_people_have_a_case_each() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    let ben = customer(SOUTH, "2", "Ben");
    scene.script.command(&ben, &scene.group, "human", "");
    let open = scene.script.record::<OpenCase>(&ben.account.person());
    assert_eq!(open, Some(OpenCase { number: CaseNumber::new(2) }));
}

#[test]
fn in_a_group_without_private_answers_a_reply_is_asked_for() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let called = scene.call("");
    assert!(called.text().contains("Reply to my messages here"), "{}", called.text());
    let asks = called
        .deliveries
        .iter()
        .any(|delivery| matches!(&delivery.effect, Effect::Send { content, .. } if content.asks));
    assert!(asks);
}

#[test]
fn in_private_no_reply_is_asked_for() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let chat = chat(&scene.ana);
    let called = scene.script.command(&scene.ana, &chat, "human", "").text();
    assert!(called.ends_with("What you write here from now on reaches them."), "{called}");
}

#[test]
fn a_community_without_a_team_says_so() {
    let mut community = brand(NORTH);
    community.staff_home = None;
    let mut scene = Scene::in_community(NORTH, NORTH, community);
    let called = scene.call("anybody?");
    assert!(called.text().starts_with("I can't call a person here"), "{}", called.text());
    assert!(called.deliveries.is_empty());
}

#[test]
fn the_communitys_greeting_follows_the_answer() {
    let mut community = brand(NORTH);
    let settings = serde_json::json!({ "greeting": "We are here from 9 to 5." });
    community.settings.insert("handoff".to_owned(), settings);
    let mut scene = Scene::in_community(NORTH, NORTH, community);
    let called = scene.call("");
    assert!(called.text().ends_with("reaches them.\nWe are here from 9 to 5."), "{}", called.text());
}

#[test]
fn somebody_without_a_name_of_their_own_is_asked_for_one() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.ana.is_anonymous = true;
    assert!(scene.call("").text().starts_with("I can't tell who you are here"));
    assert!(scene.script.rooms_in(&scene.home).is_empty());
}

#[test]
fn no_case_is_opened_where_staff_work() {
    let mut scene = Scene::new(NORTH, NORTH);
    let called = scene.script.command(&scene.sam, &scene.home, "human", "");
    assert!(called.text().starts_with("This is where the team works"), "{}", called.text());
    assert!(called.deliveries.is_empty());
}

#[test]
fn a_customer_never_reads_a_staff_account() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.sam.account.id = "staff-secret".into();
    let room = scene.under_way();
    scene.script.say(&scene.sam, &room, "hello");
    scene.script.command(&scene.sam, &room, "close", "");
    let read = format!("{:?}", scene.script.said_in(&scene.group));
    assert!(read.contains("Sam") && !read.contains("staff-secret"), "{read}");
}

#[test]
fn a_customer_can_not_close_a_case() {
    let mut scene = Scene::new(NORTH, SOUTH);
    scene.call("");
    let refused = scene.script.command(&scene.ana, &scene.group, "close", "1");
    assert_eq!(refused.text(), "That is for staff.");
    assert!(matches!(refused.answer, Some(Answer::Say { .. })));
    assert_eq!(scene.case(1).state(), State::Waiting);
}

#[test]
fn who_writes_to_the_bot_alone_is_told_that_nobody_reads_it_once() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let chat = chat(&scene.ana);
    let told = scene.script.say(&scene.ana, &chat, "is anybody there?").text();
    assert!(told.starts_with("Nobody from Acme reads this chat unless you call a person"), "{told}");
    assert!(scene.script.say(&scene.ana, &chat, "hello?").is_silent());
    scene.script.press(&scene.ana, &chat, "Talk to a person");
    scene.script.say(&scene.ana, &chat, "the lid is stuck");
    assert_eq!(scene.last_in(&scene.room()), "Ana: the lid is stuck");
}

#[test]
fn in_a_group_customers_talk_to_each_other() {
    let mut scene = Scene::new(SOUTH, NORTH);
    assert!(scene.script.tell(&scene.ana, &scene.group, "is anybody there?").is_silent());
}
