//! The customer's words where staff read them outside the case's room, and what
//! is kept until they can be read at all.

use std::time::Duration;

use fireside_core::command::Target;
use fireside_core::event::RoomChange;
use fireside_core::{
    Actor, DeliveryId, EventId, EventKind, Invocation, Message, MessageId, MessageRef, Obstacle, Place,
};
use fireside_handoff::{CaseNumber, Unshown};
use fireside_testkit::script::{NORTH, SOUTH, chat, customer};

use crate::Scene;

fn with_id(id: &str, words: &str) -> Message {
    Message { id: Some(id.into()), ..Message::of(words) }
}

fn answer_to(copy: &MessageId, id: &str, words: &str) -> Message {
    Message { reply_to: Some(copy.clone()), ..with_id(id, words) }
}

/// A command on a message.
fn on(name: &str, words: &str, author: &Actor, id: &str) -> Invocation {
    let target = Target::Message { author: author.clone(), message: with_id(id, "") };
    Invocation { target: Some(Box::new(target)), ..Invocation::written(name, words) }
}

/// Ana's case, which has no room.
fn roomless() -> (Scene, MessageId) {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.refuse_rooms("too many threads");
    scene.call("");
    scene.script.post(&scene.ana, &scene.group, with_id("a1", "which dimmer?"));
    let copy = scene.script.shown_as("which dimmer?").expect("it is shown in staff's home");
    (scene, copy)
}

#[test]
fn an_answer_where_staff_work_to_words_without_a_room_goes_to_the_customer() {
    let (mut scene, copy) = roomless();
    scene.script.post(&scene.sam, &scene.home, answer_to(&copy, "s1", "the old one"));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: the old one");
    assert_eq!(scene.script.answered_by("the old one"), Some("a1".into()));
    assert_eq!(scene.script.reactions_on(&scene.home, "s1"), ["✅"]);
}

#[test]
fn an_answer_where_staff_work_that_is_marked_as_internal_stays_there() {
    let (mut scene, copy) = roomless();
    let before = scene.script.said_in(&scene.group);
    scene.script.post(&scene.sam, &scene.home, answer_to(&copy, "s1", "// he is lying"));
    scene.script.post(&scene.sam, &scene.home, with_id("s2", "who takes this?"));
    scene.script.post(&scene.ana, &scene.home, answer_to(&copy, "x1", "I am no staff"));
    assert_eq!(scene.script.said_in(&scene.group), before);
}

#[test]
fn an_answer_where_staff_work_is_changed_and_taken_back_there() {
    let (mut scene, copy) = roomless();
    scene.script.post(&scene.sam, &scene.home, answer_to(&copy, "s1", "the old won"));
    scene.script.act(&scene.sam, &scene.home, EventKind::Edited(with_id("s1", "the old one")));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: the old one");
    scene.script.act(&scene.sam, &scene.home, EventKind::Edited(with_id("s1", "// no idea")));
    scene.script.run(&scene.sam, &scene.home, on("edit", "the new one", &scene.sam, "s1"));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: the new one");
    scene.script.run(&scene.sam, &scene.home, on("delete", "", &scene.sam, "s1"));
    assert!(!scene.script.said_in(&scene.group).iter().any(|said| said.starts_with("Sam · Acme")));
}

#[test]
fn a_command_on_words_where_staff_work_is_about_their_case() {
    let (mut scene, copy) = roomless();
    scene.script.run(&scene.sam, &scene.home, on("reply", "the old one", &scene.ana, copy.as_str()));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: the old one");
}

#[test]
fn an_answer_to_words_beside_a_room_that_stays_closed_goes_to_the_customer() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.fail(&room, Obstacle::Closed, "it is locked");
    scene.script.post(&scene.ana, &scene.group, with_id("a1", "which dimmer?"));
    let copy = scene.script.shown_as("which dimmer?").expect("it is shown in staff's home");
    scene.script.post(&scene.sam, &scene.home, answer_to(&copy, "s1", "the old one"));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: the old one");
    assert_eq!(scene.script.reactions_on(&scene.home, "s1"), ["✅"]);
}

/// Ana's case while staff's places are gone.
fn stranded() -> (Scene, Place) {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    for place in [&room, &scene.home] {
        scene.script.fail(place, Obstacle::Gone, "unknown channel");
    }
    (scene, room)
}

impl Scene {
    /// What of Ana's words stands in the room that was opened last.
    fn words_of_ana(&self) -> Vec<String> {
        let said = self.script.said_in(&self.room());
        said.into_iter().filter(|said| said.starts_with("Ana: ")).collect()
    }
}

#[test]
fn kept_words_are_shown_as_they_were_changed_and_none_that_was_taken_back() {
    let (mut scene, _) = stranded();
    for (id, words) in [("a1", "won"), ("a2", "my card is 4111"), ("a3", "tree"), ("a4", "my pin")] {
        scene.script.post(&scene.ana, &scene.group, with_id(id, words));
    }
    scene.script.act(&scene.ana, &scene.group, EventKind::Edited(with_id("a1", "one")));
    scene.script.act(&scene.ana, &scene.group, EventKind::Edited(with_id("a3", "three")));
    let nobody = Actor::system(SOUTH.into());
    scene.script.act(&nobody, &scene.group, EventKind::Deleted { message: "a2".into() });
    let reply = scene.script.run(&scene.ana, &scene.group, on("forget", "", &scene.ana, "a4"));
    assert!(!reply.text().starts_with("That is no message"), "{}", reply.text());
    scene.script.mend(&scene.home);
    scene.script.advance(Duration::from_mins(10));
    assert_eq!(scene.words_of_ana(), ["Ana: one", "Ana: three"]);
}

#[test]
fn what_staff_write_in_a_room_that_was_out_of_reach_still_goes_where_its_banner_says() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    for place in [&room, &scene.home] {
        scene.script.fail(place, Obstacle::Unreachable, "the bot was removed");
    }
    scene.script.say(&scene.ana, &scene.group, "one");
    for place in [&room, &scene.home] {
        scene.script.mend(place);
    }
    scene.script.advance(Duration::from_mins(10));
    assert_eq!(scene.words_of_ana(), ["Ana: one"]);
    let another = scene.room();
    assert_ne!(another, room);
    scene.script.post(&scene.sam, &room, with_id("s1", "here I am"));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: here I am");
    assert_eq!(scene.script.reactions_on(&room, "s1"), ["✅"]);
    assert_eq!(scene.last_in(&another), "Sam: → Ana: here I am");
    scene.script.act(&scene.kim, &room, EventKind::Room(RoomChange::Removed));
    assert_eq!(scene.case(1).room_place(), Some(another.into()));
}

#[test]
fn new_words_stay_behind_those_that_were_kept() {
    let (mut scene, _) = stranded();
    let all: Vec<_> = (0..250).map(|number| format!("word {number}")).collect();
    for words in &all[..240] {
        scene.script.say(&scene.ana, &scene.group, words);
    }
    scene.script.mend(&scene.home);
    for words in &all[240..] {
        scene.script.say(&scene.ana, &scene.group, words);
    }
    scene.script.advance(Duration::from_secs(1));
    assert_eq!(scene.words_of_ana(), all.iter().map(|words| format!("Ana: {words}")).collect::<Vec<_>>());
    scene.script.say(&scene.ana, &scene.group, "thanks");
    assert_eq!(scene.last_in(&scene.room()), "Ana: thanks");
}

#[test]
fn all_kept_words_of_a_case_that_has_ended_are_forgotten() {
    let (mut scene, _) = stranded();
    for number in 0..250 {
        scene.script.say(&scene.ana, &scene.group, &format!("word {number}"));
    }
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "forget", "");
    scene.script.press(&scene.ana, &chat, "Forget me");
    scene.script.advance(Duration::from_secs(1));
    let kept = |number| scene.script.record::<Unshown>(&(CaseNumber::new(1), number));
    assert!((1..=300).all(|number| kept(number).is_none()));
}

#[test]
fn a_message_that_nobody_can_see_moves_nothing() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.say(&scene.sam, &room, "Here I am");
    let before = scene.case(1);
    scene.script.say(&scene.ana, &scene.group, "\u{200b}");
    assert_eq!(scene.case(1), before);
    scene.script.advance(Duration::from_hours(30 * 24));
    assert!(!scene.case(1).is_open(), "silence closes it");
}

#[test]
fn a_room_that_is_gone_when_it_is_to_be_opened_gives_way_to_one_room() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.act(&scene.kim, &room, EventKind::Room(RoomChange::Closed));
    scene.script.fail(&room, Obstacle::Gone, "unknown channel");
    scene.script.hold_deliveries();
    scene.script.say(&scene.ana, &scene.group, "one");
    scene.script.say(&scene.ana, &scene.group, "two");
    scene.script.deliver_all();
    assert_eq!(scene.script.rooms_in(&scene.home).len(), 2);
    assert_eq!(scene.words_of_ana(), ["Ana: one", "Ana: two"]);
}

#[test]
fn a_case_whose_card_is_put_up_again_when_its_room_is_tried_is_tried_again() {
    let (mut scene, _) = roomless();
    scene.script.allow_rooms();
    scene.script.advance(Duration::from_mins(9));
    let mut case = scene.case(1);
    let card = case.card.clone().expect("it has a card");
    let delivery = DeliveryId { event: EventId::new("late"), index: 0 };
    case.card = Some(MessageRef::Sent { delivery, to: card.place().clone().into() });
    scene.script.put(&case.number, &case);
    scene.script.advance(Duration::from_mins(2));
    case.card = Some(card);
    scene.script.put(&case.number, &case);
    scene.script.advance(Duration::from_mins(10));
    assert_eq!(scene.script.rooms_in(&scene.home).len(), 1);
}

#[test]
fn a_stranded_case_that_closes_leaves_its_room_to_another() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.refuse_rooms("too many threads");
    scene.call("");
    scene.script.command(&customer(SOUTH, "2", "Ben"), &scene.group, "human", "");
    scene.script.allow_rooms();
    scene.script.command(&scene.sam, &scene.home, "close", "1");
    scene.script.advance(Duration::from_secs(1));
    assert_eq!(scene.case(2).room_place(), Some(scene.room().into()));
}
