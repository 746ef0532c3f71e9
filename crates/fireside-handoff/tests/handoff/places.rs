//! Where customers are answered: where they called, or in private.

use fireside_core::{Actor, Button, ButtonTarget, Effect, Ground, Obstacle, Place, Span};
use fireside_handoff::{Case, Leg, Side};
use fireside_testkit::script::{NORTH, SOUTH, brand, chat, customer, square};
use serde_json::json;

use crate::Scene;

const HERE: &str = "Answer me here";
const PRIVATE: &str = "Talk in private";

fn asked(customers: &str, staff: &str) -> Scene {
    Scene::with(customers, staff, &json!({ "relay": "all" }))
}

/// The private rooms that were opened among customers.
fn private_room(scene: &Scene) -> Place {
    scene.script.rooms_in(&scene.group).pop().expect("a private room was opened")
}

fn spoken_in(case: &Case) -> Vec<Place> {
    case.customer_legs().map(|leg: &Leg| leg.place.anchor().clone()).collect()
}

/// Sam takes the case on and says something to Ana.
fn sam_says(scene: &mut Scene, words: &str) {
    let (room, sam) = (scene.room(), scene.sam.clone());
    scene.script.command(&sam, &room, "claim", "");
    scene.script.say(&sam, &room, words);
}

#[test]
fn among_others_a_customer_chooses_where_they_are_answered() {
    let mut scene = asked(NORTH, SOUTH);
    let called = scene.call("The lid is stuck");
    assert!(called.is_private());
    assert_eq!(scene.script.buttons_in(&scene.group), [HERE, PRIVATE]);
    assert_eq!(spoken_in(&scene.case(1)), [scene.group.clone()], "nobody waits for a choice");
    let here = scene.script.press(&scene.ana, &scene.group, HERE).text();
    assert_eq!(here, "You are answered here, in case #1.");
    sam_says(&mut scene, "have you tried oil?");
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: have you tried oil?");
}

#[test]
fn who_is_set_to_be_answered_in_place_is_asked_nothing() {
    let mut scene = Scene::new(NORTH, SOUTH);
    scene.call("");
    assert!(scene.script.buttons_in(&scene.group).is_empty());
}

#[test]
fn a_private_room_takes_the_place_of_the_public_one() {
    let mut scene = asked(NORTH, SOUTH);
    scene.call("The lid is stuck");
    let public = scene.script.said_in(&scene.group).len();
    let opening = scene.script.press(&scene.ana, &scene.group, PRIVATE);
    assert!(opening.is_private());
    let room = private_room(&scene);
    assert!(scene.script.is_member(&room, &scene.ana.account));
    assert_eq!(spoken_in(&scene.case(1)), std::slice::from_ref(&room));
    sam_says(&mut scene, "what is your address?");
    assert_eq!(scene.last_in(&room), "Sam · Acme: what is your address?");
    scene.script.say(&scene.ana, &room, "Elm Street 1");
    assert_eq!(scene.last_in(&scene.room()), "Ana: Elm Street 1");
    scene.script.say(&scene.ana, &scene.group, "what a day");
    assert_eq!(scene.last_in(&scene.room()), "Ana: Elm Street 1", "what she says among others is hers");
    assert_eq!(scene.script.said_in(&scene.group).len(), public, "the public place is told nothing more");
}

#[test]
fn whoever_is_brought_into_private_is_called_there() {
    let mut scene = asked(NORTH, SOUTH);
    scene.call("");
    let pressed = scene.script.press(&scene.ana, &scene.group, PRIVATE);
    let words = pressed.deliveries.iter().find_map(|delivery| delivery.effect.content());
    let first = words.and_then(|words| words.text.0.first());
    assert!(matches!(first, Some(Span::Mention { account, .. }) if *account == scene.ana.account));
}

#[test]
fn until_the_private_room_is_there_it_is_spoken_where_it_was() {
    let mut scene = asked(NORTH, SOUTH);
    scene.call("");
    scene.script.hold_deliveries();
    scene.script.press(&scene.ana, &scene.group, PRIVATE);
    let again = scene.script.press(&scene.ana, &scene.group, PRIVATE);
    let opens = |effect: &Effect| matches!(effect, Effect::OpenRoom(_));
    assert!(!again.deliveries.iter().any(|delivery| opens(&delivery.effect)), "one is enough");
    assert_eq!(scene.case(1).customer_leg().map(|leg| leg.place.anchor().clone()), Some(scene.group.clone()));
    scene.script.deliver_all();
    assert_eq!(scene.script.rooms_in(&scene.group).len(), 1);
    assert_eq!(spoken_in(&scene.case(1)), [private_room(&scene)]);
}

#[test]
fn a_link_leads_into_the_private_chat_where_a_bot_can_not_write_first() {
    let mut scene = asked(SOUTH, NORTH);
    let called = scene.call("The lid is stuck");
    let buttons = called.deliveries.iter().filter_map(|delivery| delivery.effect.content());
    let buttons: Vec<Button> = buttons.flat_map(|content| content.buttons.concat()).collect();
    let leads = buttons
        .iter()
        .any(|button| button.label == PRIVATE && matches!(button.target, ButtonTarget::Private(_)));
    assert!(leads, "{buttons:?}");
    let link = scene.script.button(&scene.group, &scene.ana.account, PRIVATE);
    let chat = chat(&scene.ana);
    let came = scene.script.press_data(&scene.ana, &chat, &link).text();
    assert!(came.starts_with("Case #1 goes on here"), "{came}");
    assert_eq!(spoken_in(&scene.case(1)), std::slice::from_ref(&chat));
    sam_says(&mut scene, "hello");
    assert_eq!(scene.last_in(&chat), "Sam · Acme: hello");
}

#[test]
fn nobody_else_chooses_for_a_customer() {
    for customers in [NORTH, SOUTH] {
        let mut scene = asked(customers, NORTH);
        scene.call("");
        let ben = customer(customers, "2", "Ben");
        let here = scene.script.button(&scene.group, &scene.ana.account, HERE);
        let private = scene.script.button(&scene.group, &scene.ana.account, PRIVATE);
        let before = scene.case(1);
        for (place, data) in [(scene.group.clone(), &here), (chat(&ben), &here), (chat(&ben), &private)] {
            let refused = scene.script.press_data(&ben, &place, data).text();
            assert!(refused.is_empty() || refused.starts_with("That is for the one who called"), "{refused}");
        }
        assert_eq!(scene.case(1), before);
    }
}

#[test]
fn where_no_room_can_be_opened_the_private_chat_is_tried() {
    let mut scene = asked(NORTH, SOUTH);
    scene.call("");
    let chat = chat(&scene.ana);
    scene.script.refuse_rooms("there are too many");
    scene.script.press(&scene.ana, &scene.group, PRIVATE);
    assert_eq!(spoken_in(&scene.case(1)), std::slice::from_ref(&chat));
    assert!(scene.last_in(&chat).starts_with("Case #1 goes on here"));
}

#[test]
fn who_can_not_be_reached_in_private_is_told_and_answered_in_place() {
    let mut scene = asked(NORTH, SOUTH);
    scene.call("");
    scene.script.refuse_rooms("there are too many");
    scene.script.fail(&chat(&scene.ana), Obstacle::Unreachable, "their chat is closed");
    scene.script.press(&scene.ana, &scene.group, PRIVATE);
    assert!(scene.last_in(&scene.group).starts_with("Ana: I can't write to you in private"));
    assert_eq!(spoken_in(&scene.case(1)), [scene.group.clone()]);
    scene.script.say(&scene.ana, &scene.group, "all right");
    assert_eq!(scene.last_in(&scene.room()), "Ana: all right");
}

#[test]
fn in_private_by_setting_nobody_is_asked() {
    let settings = json!({ "relay": "all", "place": "private" });
    let mut scene = Scene::with(NORTH, SOUTH, &settings);
    scene.call("The lid is stuck");
    assert_eq!(spoken_in(&scene.case(1)), [private_room(&scene)]);
    let mut scene = Scene::with(SOUTH, NORTH, &settings);
    scene.call("The lid is stuck");
    assert_eq!(scene.script.buttons_in(&scene.group), [PRIVATE]);
}

#[test]
fn a_choice_for_a_case_that_is_closed_is_no_longer_current() {
    let mut scene = asked(NORTH, SOUTH);
    scene.call("");
    let private = scene.script.button(&scene.group, &scene.ana.account, PRIVATE);
    scene.script.hold_deliveries();
    scene.script.press_data(&scene.ana, &scene.group, &private);
    let sam = scene.sam.clone();
    scene.script.command(&sam, &scene.home, "close", "1");
    scene.script.deliver_all();
    assert!(!scene.case(1).is_open());
    let late = scene.script.press_data(&scene.ana, &scene.group, &private).text();
    assert_eq!(late, "That is no longer current.");
    let room = private_room(&scene);
    assert!(!scene.script.is_open(&room), "a room that came too late belongs to nothing");
    scene.script.say(&scene.ana, &room, "hello?");
    assert_eq!(scene.script.rooms_in(&scene.home).len(), 1);
}

#[test]
fn a_second_place_of_the_customers_belongs_to_the_case_too() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.under_way();
    let chat = chat(&scene.ana);
    let again = scene.script.command(&scene.ana, &chat, "human", "I found a picture");
    assert!(again.text().starts_with("Sam is with you in case #1. From now on"), "{}", again.text());
    assert_eq!(scene.last_in(&scene.room()), "Ana: I found a picture");
    scene.script.say(&scene.sam.clone(), &scene.room(), "great");
    assert_eq!(scene.last_in(&chat), "Sam · Acme: great");
    scene.script.say(&scene.ana, &scene.group, "and here is more");
    scene.script.say(&scene.sam.clone(), &scene.room(), "thanks");
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: thanks");
    assert_eq!(scene.case(1).legs.iter().filter(|leg| leg.side == Side::Customer).count(), 2);
}

#[test]
fn who_shares_what_they_said_before_says_so_themselves() {
    let mut scene = asked(SOUTH, NORTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "human", "");
    assert!(!scene.case(1).shares_talk);
    let share = scene.script.button(&chat, &scene.ana.account, "Show them what we said before");
    let ben: Actor = customer(SOUTH, "2", "Ben");
    scene.script.press_data(&ben, &square(SOUTH), &share);
    assert!(!scene.case(1).shares_talk, "nobody else says it for her");
    assert_eq!(
        scene.script.press_data(&scene.ana, &chat, &share).text(),
        "They can see what we said before."
    );
    assert!(scene.case(1).shares_talk);
}

#[test]
fn nobody_is_led_into_a_private_chat_that_is_not_heard() {
    for customers in [NORTH, SOUTH] {
        let mut community = brand(SOUTH);
        community.grounds.retain(|ground| !matches!(ground, Ground::PrivateChats(_)));
        let settings = json!({ "relay": "all", "place": "private" });
        community.settings.insert("handoff".to_owned(), settings);
        let mut scene = Scene::in_community(customers, SOUTH, community);
        scene.script.refuse_rooms("there are too many");
        scene.call("The lid is stuck");
        assert!(!scene.script.buttons_in(&scene.group).contains(&PRIVATE.to_owned()));
        assert_eq!(spoken_in(&scene.case(1)), [scene.group.clone()]);
        assert!(scene.script.said_in(&chat(&scene.ana)).is_empty());
    }
}
