//! Whose words reach whom.

use std::time::Duration;

use fireside_core::{Actor, Attachment, Extra, FileKind, Message};
use fireside_testkit::script::{NORTH, Row, SOUTH, customer, member};

use crate::Scene;

#[test]
fn what_staff_say_among_themselves_never_reaches_the_customer() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let before = scene.script.said_in(&scene.group);
    for internal in ["// he is lying", "  //no idea", "\u{200B}\u{200E}// hidden", "//"] {
        assert!(scene.script.say(&scene.sam, &room, internal).is_silent());
    }
    assert_eq!(scene.script.said_in(&scene.group), before);
}

#[test]
fn who_answers_a_case_that_nobody_has_takes_it_on() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    let room = scene.room();
    scene.script.say(&scene.sam, &room, "hello");
    assert_eq!(
        scene.script.said_in(&scene.group)[1..],
        ["Sam from Acme is with you now.", "Sam · Acme: hello"]
    );
    assert_eq!(scene.case(1).owner().map(|owner| owner.name.as_str()), Some("Sam"));
}

#[test]
fn a_command_typed_as_words_is_not_relayed() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let before = scene.script.said_in(&scene.group);
    scene.script.say(&scene.sam, &room, "/close he is rude");
    assert_eq!(scene.script.said_in(&scene.group), before);
    assert_eq!(scene.last_in(&room), "Not sent: it begins like a command.");
}

#[test]
fn a_customers_commands_are_not_relayed() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let before = scene.script.said_in(&room);
    scene.script.command(&scene.ana, &scene.group, "status", "secret words");
    scene.script.command(&scene.ana, &scene.group, "unheard_of", "secret words");
    assert_eq!(scene.script.said_in(&room), before);
}

#[test]
fn a_customers_words_reach_the_room_before_anybody_joined() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    scene.script.say(&scene.ana, &scene.group, "still stuck");
    assert_eq!(scene.last_in(&scene.room()), "Ana: still stuck");
}

#[test]
fn others_in_the_customers_group_are_not_relayed() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let before = scene.script.said_in(&room);
    let ben = customer(SOUTH, "2", "Ana");
    assert!(scene.script.say(&ben, &scene.group, "me too").is_silent());
    assert_eq!(scene.script.said_in(&room), before);
}

#[test]
fn a_stranger_in_the_room_does_not_speak_for_staff() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let stranger = customer(NORTH, "66", "Sam · Acme");
    assert!(scene.script.say(&stranger, &room, "Send me your password").is_silent());
}

#[test]
fn words_of_staff_whose_role_is_out_of_date_are_not_dropped_unseen() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let (room, before) = (scene.under_way(), scene.script.said_in(&scene.group));
    let sam = member(NORTH, "8", "Sam", Some(scene.script.now()));
    scene.script.advance(Duration::from_millis(30_001));
    scene.script.say(&sam, &room, "Turn it left.");
    assert!(scene.last_in(&room).starts_with("Not sent: I could not confirm in time"));
    assert_eq!(scene.script.said_in(&scene.group), before);
}

#[test]
fn what_bots_write_is_nobodys_word() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let bot = |actor: &Actor| Actor { is_bot: true, ..actor.clone() };
    let (as_sam, as_ana) = (bot(&scene.sam), bot(&scene.ana));
    assert!(scene.script.say(&as_sam, &room, "Sam: echo").is_silent());
    assert!(scene.script.say(&as_ana, &scene.group, "Ana: echo").is_silent());
}

#[test]
fn files_and_all_else_come_with_the_words() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let lamp =
        Attachment { name: Some("lamp.jpg".to_owned()), ..Attachment::new(FileKind::Photo, SOUTH, "f1") };
    let photo = Message { attachments: vec![lamp], ..Message::of("look") };
    scene.script.post(&scene.ana, &scene.group, photo);
    assert_eq!(scene.last_in(&room), "Ana: look [lamp.jpg]");
    let plan =
        Attachment { name: Some("plan.pdf".to_owned()), ..Attachment::new(FileKind::Document, NORTH, "f2") };
    let extras = vec![Extra::Contact { name: "Service".to_owned(), phone: "+49 1".to_owned() }];
    scene.script.post(
        &scene.sam,
        &room,
        Message { attachments: vec![plan], extras, ..Message::of("\u{200B}") },
    );
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: 👤 Service: +49 1 [plan.pdf]");
}

#[test]
fn words_nobody_can_see_are_not_relayed() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    assert!(scene.script.say(&scene.ana, &scene.group, " \u{200B}\n").is_silent());
    assert!(scene.script.say(&scene.sam, &room, " \u{200B}\n").is_silent());
}

#[test]
fn after_the_close_nothing_is_relayed() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.command(&scene.sam, &room, "close", "");
    assert!(scene.script.say(&scene.sam, &room, "he is gone").is_silent());
    assert!(scene.script.say(&scene.ana, &scene.group, "thanks").is_silent());
}

#[test]
fn a_word_that_is_not_delivered_is_told_to_staff_once() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.refuse(&scene.group, "the bot was blocked");
    scene.script.say(&scene.sam, &room, "Turn it left.");
    assert_eq!(
        scene.last_in(&room),
        "Not delivered to Ana: the bot was blocked. Please send it again in another form."
    );
}

#[test]
fn a_failure_notice_that_fails_is_not_told_about() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.refuse(&scene.group, "the bot was blocked");
    scene.script.refuse(&room, "the room is locked");
    scene.script.say(&scene.sam, &room, "Turn it left.");
    let notice = |row: &&Row| {
        row.delivery.effect.content().is_some_and(|said| said.text.to_plain().starts_with("Not delivered"))
    };
    assert_eq!(scene.script.deliveries().iter().filter(notice).count(), 1);
}
