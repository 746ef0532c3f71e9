//! `/contact`.

use fireside_core::command::Target;
use fireside_core::{DeliveryOutcome, Ground, Invocation, Message, Obstacle, Place};
use fireside_handoff::State;
use fireside_testkit::script::{NORTH, Progress, SOUTH, brand, chat, customer};

use crate::Scene;

#[test]
fn staff_write_to_a_customer_first() {
    let mut scene = Scene::new(NORTH, NORTH);
    let ana = scene.ana.clone();
    let said = scene.on_account(&ana, "contact", &[("text", "Your lid is ready")]);
    assert!(said.is_private());
    assert!(said.text().starts_with("Said to 1 in private: this is case #1"), "{}", said.text());
    assert_eq!(
        scene.script.said_in(&chat(&ana)),
        [
            "Acme writes to you: this is case #1. What you write here from now on reaches the team.",
            "Sam from Acme is with you now.",
            "Sam · Acme: Your lid is ready",
        ]
    );
    let case = scene.case(1);
    assert_eq!((case.state(), case.owner().map(|owner| owner.name.as_str())), (State::Active, Some("Sam")));
    assert_eq!(case.waits_since(), None, "it is the customer who is asked");
    let room = scene.room();
    assert!(scene.last_in(&room).ends_with("Your lid is ready"), "staff read it too");
    scene.script.say(&ana, &chat(&ana), "thank you");
    assert_eq!(scene.last_in(&room), "Ana: thank you");
}

#[test]
fn words_go_to_the_private_chat_they_used_last() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "human", "");
    scene.desk("close", "1");
    let said = scene.desk("contact", "case:1 We found it: 3 of them");
    assert!(said.starts_with("Said to Ana in private: this is case #2"), "{said}");
    assert_eq!(scene.last_in(&chat), "Sam · Acme: We found it: 3 of them");
}

#[test]
fn where_a_bot_can_not_write_first_the_place_they_wrote_in_is_used() {
    let mut scene = Scene::new(SOUTH, SOUTH);
    scene.call("");
    scene.desk("close", "1");
    let said = scene.desk("contact", "case:1 We found it");
    assert!(said.starts_with("Said to Ana where they last wrote, in public: this is case #2"), "{said}");
    let heard = scene.script.said_in(&scene.group);
    assert!(heard[heard.len() - 3].starts_with("Ana: Acme writes to you: this is case #2."), "{heard:?}");
    assert_eq!(heard.last().map(String::as_str), Some("Sam · Acme: We found it"));
}

#[test]
fn what_can_not_be_said_to_them_is_told() {
    let mut scene = Scene::new(NORTH, NORTH);
    let ana = scene.ana.clone();
    scene.script.fail(&chat(&ana), Obstacle::Unreachable, "they take no messages");
    scene.on_account(&ana, "contact", &[("text", "hello")]);
    let room = scene.script.said_in(&scene.room()).join("\n");
    assert!(room.contains("they take no messages"), "{room}");
    let failed = scene
        .script
        .deliveries()
        .iter()
        .filter(|row| matches!(row.progress, Progress::Ended(DeliveryOutcome::Undeliverable { .. })));
    assert!(failed.count() > 0);
}

#[test]
fn nobody_is_contacted_who_has_an_open_case_or_is_blocked() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    assert_eq!(scene.desk("contact", "case:1 hello"), "Ana has an open case: #1.");
    scene.desk("block", "case:1");
    assert_eq!(scene.desk("contact", "case:1 hello"), "Ana is blocked: /unblock them first.");
    assert_eq!(scene.script.rooms_in(&scene.home).len(), 1);
}

#[test]
fn staff_bots_and_strangers_to_the_platform_are_not_contacted() {
    let mut scene = Scene::new(NORTH, NORTH);
    scene.script.command(&scene.kim, &scene.home, "cases", "");
    let (sam, kim) = (scene.sam.clone(), scene.kim.clone());
    for staff in [&sam, &kim] {
        assert_eq!(scene.answering(staff, "contact", "hello").text(), "That is somebody of the team.");
    }
    let mut bot = customer(NORTH, "5", "Bot");
    bot.is_bot = true;
    assert!(scene.answering(&bot, "contact", "hello").text().starts_with("Whom?"));
    assert!(scene.desk("contact", "hello").starts_with("Whom?"));
    assert_eq!(scene.desk("contact", "case:7 hello"), "There is no case #7.");
    let words = scene.answering(&customer(NORTH, "4", "Dan"), "contact", " \u{200B}").text();
    assert!(words.starts_with("What shall I say to them?"), "{words}");
    assert!(scene.script.rooms_in(&scene.home).is_empty());
}

#[test]
fn words_written_out_name_no_account() {
    let mut scene = Scene::new(SOUTH, SOUTH);
    let said = scene.desk("contact", "who:1 hello");
    assert!(said.starts_with("Whom?"), "{said}");
    assert_eq!(scene.script.said_in(&Place::channel(SOUTH, "1")), Vec::<String>::new());
}

#[test]
fn an_answer_to_somebody_in_public_is_said_where_they_are() {
    let mut scene = Scene::new(SOUTH, SOUTH);
    let target = Target::Message { author: scene.ana.clone(), message: Message::of("is it ready?") };
    let invocation = Invocation { target: Some(Box::new(target)), ..Invocation::written("contact", "3 are") };
    scene.script.run(&scene.sam, &scene.group, invocation);
    let heard = scene.script.said_in(&scene.group);
    assert!(heard.contains(&"Sam · Acme: 3 are".to_owned()), "{heard:?}");
    assert!(heard[0].starts_with("Ana: Acme writes to you"), "{heard:?}");
    scene.script.say(&scene.ana, &scene.group, "good");
    assert_eq!(scene.last_in(&scene.room()), "Ana: good");
}

#[test]
fn what_a_customer_answers_is_no_part_of_a_dialogue_they_left_open() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let (ana, chat) = (scene.ana.clone(), chat(&scene.ana));
    scene.script.command(&ana, &chat, "human", "The lid is stuck");
    scene.desk("reply", "case:1 Turn it left.");
    scene.desk("close", "1");
    scene.script.press(&ana, &chat, "2");
    scene.script.press(&ana, &chat, "Say why");
    scene.desk("contact", "case:1 We are sorry");
    scene.script.say(&ana, &chat, "It is my address you need?");
    assert_eq!(scene.last_in(&scene.room()), "Ana: It is my address you need?");
}

#[test]
fn a_private_chat_that_is_not_heard_is_not_written_to() {
    let mut community = brand(NORTH);
    community.grounds.retain(|ground| !matches!(ground, Ground::PrivateChats(_)));
    let mut scene = Scene::in_community(NORTH, NORTH, community);
    let ana = scene.ana.clone();
    let said = scene.on_account(&ana, "contact", &[("text", "Your lid is ready")]).text();
    assert_eq!(said, "1 can't be written to in private, and has not been seen in public.");
    assert!(scene.script.said_in(&chat(&ana)).is_empty());
    scene.call("");
    scene.desk("close", "1");
    let said = scene.desk("contact", "case:1 We found it");
    assert!(said.starts_with("Said to Ana where they last wrote, in public"), "{said}");
}
