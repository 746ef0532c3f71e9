//! Both features in one bot, told as conversations.

use fireside_testkit::script::{self, NORTH, SOUTH};
use fireside_tests::engine;

#[test]
fn who_calls_a_human_in_the_middle_of_a_form_talks_to_the_human() {
    let mut script = script::script(engine(), script::brand(NORTH));
    let (ana, group) = (script::customer(SOUTH, "1", "Ana"), script::square(SOUTH));
    let (sam, home) = (script::member(NORTH, "8", "Sam", None), script::staff_home(NORTH));
    script.command(&ana, &group, "feedback", "");
    script.command(&ana, &group, "human", "");
    let room = script.rooms_in(&home).pop().expect("a room");
    script.command(&sam, &room, "claim", "");
    script.tell(&ana, &group, "The lid is stuck");
    assert_eq!(script.said_in(&room).last().map(String::as_str), Some("Ana: The lid is stuck"));
    assert!(script.said_in(&group).last().is_some_and(|said| said.contains("Sam")), "the bot asks nothing");
}

#[test]
fn the_card_shows_the_feedback_of_who_called() {
    let mut script = script::script(engine(), script::brand(NORTH));
    let (ana, chat) = (script::customer(SOUTH, "1", "Ana"), script::square(SOUTH));
    script.command(&ana, &chat, "feedback", "The lid is stuck");
    script.press(&ana, &chat, "Bug");
    script.command(&ana, &chat, "human", "");
    let cards = script.said_in(&script::staff_home(NORTH));
    let card = cards.iter().find(|said| said.starts_with("Case #1")).expect("a card");
    assert!(card.contains("Feedback #1 (Bug, Open): The lid is stuck"), "{card}");
}
