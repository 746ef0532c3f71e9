//! Truth: what became of staff's words is shown on them.

use std::time::Duration;

use fireside_core::{Effect, Message, Obstacle};
use fireside_testkit::script::{NORTH, Row, SOUTH};

use crate::Scene;

fn with_id(id: &str, words: &str) -> Message {
    Message { id: Some(id.into()), ..Message::of(words) }
}

#[test]
fn words_that_arrived_are_marked_so() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.sam, &room, with_id("s1", "turn it left"));
    assert_eq!(scene.script.reactions_on(&room, "s1"), ["✅"]);
}

#[test]
fn words_that_wait_are_marked_so_until_they_arrive() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.hold_deliveries();
    scene.script.post(&scene.sam, &room, with_id("s1", "turn it left"));
    scene.script.tell_delays();
    scene.script.tell_delays();
    scene.script.deliver_all();
    assert_eq!(scene.script.reactions_on(&room, "s1"), ["✅"], "what said that it waits is taken off");
}

#[test]
fn words_that_are_refused_are_marked_and_their_author_is_told_why() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.refuse(&scene.group, "it is too long");
    scene.script.post(&scene.sam, &room, with_id("s1", "turn it left"));
    assert_eq!(scene.script.reactions_on(&room, "s1"), ["🚫"]);
    let told = scene.last_in(&room);
    assert_eq!(told, "Not delivered to Ana: it is too long. Please send it again in another form.");
    assert_eq!(scene.script.answered_by(&told), Some("s1".into()));
}

#[test]
fn where_there_are_no_reactions_a_line_says_what_failed() {
    let mut scene = Scene::new(NORTH, SOUTH);
    let room = scene.under_way();
    scene.script.post(&scene.sam, &room, with_id("s1", "turn it left"));
    let before = scene.script.said_in(&room);
    scene.script.refuse(&scene.group, "it is too long");
    scene.script.post(&scene.sam, &room, with_id("s2", "turn it right"));
    assert_eq!(scene.script.said_in(&room).len(), before.len() + 1, "what arrived needs no line");
}

#[test]
fn a_customer_who_cant_be_reached_leaves_words_waiting() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.fail(&scene.group, Obstacle::Unreachable, "they blocked the bot");
    scene.script.post(&scene.sam, &room, with_id("s1", "turn it left"));
    assert_eq!(scene.script.reactions_on(&room, "s1"), ["⏳"]);
    assert!(scene.last_in(&room).starts_with("The customer can't be reached: they blocked the bot."));
}

#[test]
fn a_customers_room_that_was_closed_is_opened_for_the_words_once() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.fail(&scene.group, Obstacle::Closed, "it is locked");
    scene.script.post(&scene.sam, &room, with_id("s1", "turn it left"));
    let opens = |row: &&Row| matches!(&row.delivery.effect, Effect::SetRoomState { open: true, .. });
    assert_eq!(scene.script.deliveries().iter().filter(opens).count(), 1);
    assert_eq!(
        scene.script.reactions_on(&room, "s1"),
        ["🚫"],
        "it stayed closed, and nothing goes in circles"
    );
}

#[test]
fn who_got_no_answer_still_waits_for_one() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let since = scene.case(1).unanswered_since;
    assert!(since.is_some());
    scene.script.fail(&scene.group, Obstacle::Refused, "too long");
    scene.script.say(&scene.sam, &room, "Turn it left.");
    let case = scene.case(1);
    assert_eq!((case.unanswered_since, case.first_answer), (since, None));
    scene.script.advance(Duration::from_mins(15));
    let told = scene.last_in(&room);
    assert!(told.contains("still waits for an answer"), "{told}");
    scene.script.advance(Duration::from_hours(30 * 24));
    assert!(scene.case(1).is_open(), "it is not the customer who is silent");
}
