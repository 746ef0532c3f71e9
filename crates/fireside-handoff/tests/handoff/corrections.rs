//! `/edit` and `/delete`, and what is changed or taken back on the way.

use fireside_core::command::Target;
use fireside_core::event::EventKind;
use fireside_core::{Actor, Invocation, Message};
use fireside_testkit::script::{NORTH, SOUTH, chat};

use crate::Scene;

fn with_id(id: &str, words: &str) -> Message {
    Message { id: Some(id.into()), ..Message::of(words) }
}

/// A command on a message.
fn on(name: &str, words: &str, author: &Actor, id: &str) -> Invocation {
    let target = Target::Message { author: author.clone(), message: with_id(id, "") };
    Invocation { target: Some(Box::new(target)), ..Invocation::written(name, words) }
}

#[test]
fn staff_change_their_last_words() {
    for (customers, staff) in [(SOUTH, NORTH), (NORTH, SOUTH)] {
        let mut scene = Scene::new(customers, staff);
        let room = scene.under_way();
        scene.script.post(&scene.sam, &room, with_id("s1", "tomorow"));
        scene.script.post(&scene.kim, &room, with_id("k1", "hello"));
        let reply = scene.script.command(&scene.sam, &room, "edit", "tomorrow");
        assert!(reply.text().ends_with("Changed for the customer."), "{}", reply.text());
        let read = scene.script.said_in(&scene.group);
        assert_eq!(read[read.len() - 2..], ["Sam · Acme: tomorrow", "Kim · Acme: hello"]);
        assert!(scene.script.said_in(&room).contains(&"→ Ana, changed: tomorrow".to_owned()));
    }
}

#[test]
fn staff_change_the_words_that_they_point_at() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.sam, &room, with_id("s1", "tomorow"));
    scene.script.post(&scene.sam, &room, with_id("s2", "or today"));
    scene.script.run(&scene.kim, &room, on("edit", "tomorrow", &scene.sam, "s1"));
    let read = scene.script.said_in(&scene.group);
    assert_eq!(read[read.len() - 2..], ["Sam · Acme: tomorrow", "Sam · Acme: or today"]);
    let form = scene.script.run(&scene.kim, &room, on("edit", "", &scene.sam, "s2"));
    let form = form.form().expect("it asks for words").clone();
    assert_eq!((form.token.as_str(), form.fields[0].value.as_str()), ("handoff_edit:1-s2", "or today"));
    scene.script.submit(&scene.kim, &room, &form.token, &[("text", "or never")]);
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: or never");
}

#[test]
fn what_is_internal_is_not_changed_into_something_else() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.sam, &room, with_id("s1", "// he is lying"));
    let before = scene.script.said_in(&scene.group);
    let reply = scene.script.run(&scene.sam, &room, on("edit", "we look into it", &scene.sam, "s1"));
    assert!(reply.text().starts_with("I know of no such words"), "{}", reply.text());
    let reply = scene.script.command(&scene.sam, &room, "edit", "we look into it");
    assert!(reply.text().starts_with("I know of no such words"), "{}", reply.text());
    assert_eq!(scene.script.said_in(&scene.group), before);
}

#[test]
fn an_edit_into_internal_words_is_not_brought_over_and_said_so() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.sam, &room, with_id("s1", "a moment"));
    for words in ["// he is lying", "/close"] {
        scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s1", words)));
        assert!(scene.last_in(&room).starts_with("Not brought over"), "{}", scene.last_in(&room));
    }
    let reply = scene.script.command(&scene.sam, &room, "edit", "// he is lying");
    assert!(reply.text().starts_with("Not sent: it begins with //"));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: a moment");
}

#[test]
fn an_edit_of_a_reply_by_command_is_brought_over() {
    let mut scene = Scene::new(NORTH, SOUTH);
    let room = scene.under_way();
    let reply = Invocation { message: Some("s1".into()), ..Invocation::written("reply", "tomorow") };
    scene.script.run(&scene.sam, &room, reply);
    for words in ["/reply case:1 tomorrow", "/reply@some_bot tomorrow"] {
        scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s1", words)));
        assert_eq!(scene.last_in(&scene.group), "Sam · Acme: tomorrow");
    }
    scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s1", "/reply // he is lying")));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: tomorrow");
}

#[test]
fn an_edit_of_a_reply_that_names_another_case_is_not_brought_over() {
    let mut scene = Scene::new(NORTH, SOUTH);
    let room = scene.under_way();
    let reply = Invocation { message: Some("s1".into()), ..Invocation::written("reply", "hello") };
    scene.script.run(&scene.sam, &room, reply);
    scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s1", "/reply case:8 your refund")));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: hello");
    assert!(scene.last_in(&room).starts_with("Not brought over"), "{}", scene.last_in(&room));
}

#[test]
fn an_edit_that_changes_nothing_is_not_brought_over() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.ana, &scene.group, with_id("a1", "see https://example.org"));
    scene.script.post(&scene.sam, &room, with_id("s1", "https://example.com"));
    let before = scene.script.deliveries().len();
    let again = EventKind::Edited(with_id("a1", "see https://example.org"));
    assert!(scene.script.act(&scene.ana, &scene.group, again).is_silent());
    let again = EventKind::Edited(with_id("s1", "https://example.com"));
    assert!(scene.script.act(&scene.sam, &room, again).is_silent());
    assert_eq!(scene.script.deliveries().len(), before);
}

#[test]
fn staff_take_back_their_last_words() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.sam, &room, with_id("s1", "one"));
    scene.script.post(&scene.sam, &room, with_id("s2", "two"));
    let reply = scene.script.command(&scene.sam, &room, "delete", "");
    assert_eq!(reply.text(), "Taken back.");
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: one");
    scene.script.run(&scene.kim, &room, on("delete", "", &scene.sam, "s1"));
    assert!(!scene.script.said_in(&scene.group).iter().any(|said| said.starts_with("Sam · Acme")));
    let reply = scene.script.run(&scene.kim, &room, on("delete", "", &scene.sam, "s1"));
    assert!(reply.text().starts_with("I know of no such words"));
}

#[test]
fn taking_back_a_reply_removes_it_in_the_room_too() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.command(&scene.sam, &room, "reply", "one");
    scene.script.command(&scene.sam, &room, "delete", "");
    assert!(scene.script.shown_as("→ Ana: one").is_none());
    assert!(scene.script.shown_as("one").is_none());
}

#[test]
fn the_customers_words_are_not_staffs_to_change() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.ana, &scene.group, with_id("a1", "which dimmer?"));
    let copy = scene.script.shown_as("which dimmer?").expect("it is in the room");
    for command in ["edit", "delete"] {
        scene.script.run(&scene.sam, &room, on(command, "which lamp?", &scene.ana, copy.as_str()));
    }
    let sam_in_group = Actor { ..scene.sam.clone() };
    for command in ["edit case:1", "delete case:1"] {
        let (name, case) = command.split_once(' ').expect("two words");
        let words = format!("{case} which lamp?");
        scene.script.run(&sam_in_group, &scene.group, on(name, &words, &scene.ana, "a1"));
    }
    assert!(scene.script.said_in(&room).contains(&"Ana: which dimmer?".to_owned()));
}

#[test]
fn what_is_changed_or_taken_back_on_the_way_arrives_so() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.hold_deliveries();
    scene.script.post(&scene.sam, &room, with_id("s1", "tomorow"));
    scene.script.post(&scene.sam, &room, with_id("s2", "never mind"));
    scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s1", "tomorrow")));
    let nobody = Actor::system(NORTH.into());
    scene.script.act(&nobody, &room, EventKind::Deleted { message: "s2".into() });
    scene.script.deliver_all();
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: tomorrow");
}

#[test]
fn words_too_long_to_be_changed_in_place_give_way_to_others() {
    let mut scene = Scene::new(NORTH, SOUTH);
    let room = scene.under_way();
    scene.script.post(&scene.sam, &room, with_id("s1", "short"));
    let before = scene.script.said_in(&scene.group);
    for long in ["long ".repeat(500), "*_`~|".repeat(300)] {
        scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s1", &long)));
        let read = scene.script.said_in(&scene.group);
        assert_eq!(read[before.len() - 1..], [format!("Sam · Acme: {long}")], "in place of the other");
    }
    scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s1", "short again")));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: short again");
    scene.script.command(&scene.sam, &room, "delete", "");
    assert_eq!(scene.script.said_in(&scene.group), before[..before.len() - 1]);
}

#[test]
fn a_reply_that_was_said_anew_is_taken_back_on_both_sides() {
    let mut scene = Scene::new(NORTH, SOUTH);
    let room = scene.under_way();
    scene.script.command(&scene.sam, &room, "reply", "short");
    scene.script.command(&scene.sam, &room, "edit", &"long ".repeat(500));
    scene.script.command(&scene.sam, &room, "delete", "");
    assert!(scene.script.shown_as("→ Ana: short").is_none());
    assert!(!scene.script.said_in(&scene.group).iter().any(|said| said.starts_with("Sam · Acme")));
}

#[test]
fn words_of_several_that_grow_too_long_leave_the_others_as_they_are() {
    let (mut scene, room) = joined();
    let long = "long ".repeat(2_000);
    scene.script.act(&scene.ana, &scene.group, EventKind::Edited(with_id("a2", &long)));
    let said = scene.script.said_in(&room);
    assert_eq!(said[said.len() - 2..], ["Ana: one\nthree".to_owned(), format!("Ana: {long}")]);
}

/// Three messages of Ana's, said as one in the room.
fn joined() -> (Scene, fireside_core::Place) {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.join_words();
    scene.script.hold_deliveries();
    for (id, words) in [("a1", "one"), ("a2", "two"), ("a3", "three")] {
        scene.script.post(&scene.ana, &scene.group, with_id(id, words));
    }
    scene.script.deliver_all();
    assert_eq!(scene.last_in(&room), "Ana: one\ntwo\nthree");
    (scene, room)
}

#[test]
fn a_change_of_words_that_were_joined_changes_those_alone() {
    let (mut scene, room) = joined();
    scene.script.act(&scene.ana, &scene.group, EventKind::Edited(with_id("a2", "zwei")));
    assert_eq!(scene.last_in(&room), "Ana: one\nzwei\nthree");
    scene.script.act(&scene.ana, &scene.group, EventKind::Edited(with_id("a1", "eins")));
    assert_eq!(scene.last_in(&room), "Ana: eins\nzwei\nthree");
}

#[test]
fn taking_back_words_that_were_joined_leaves_the_others() {
    let (mut scene, room) = joined();
    let nobody = Actor::system(SOUTH.into());
    let gone = |id: &str| EventKind::Deleted { message: id.into() };
    scene.script.act(&nobody, &scene.group, gone("a1"));
    assert_eq!(scene.last_in(&room), "Ana: two\nthree");
    scene.script.act(&scene.ana, &scene.group, EventKind::Edited(with_id("a3", "drei")));
    assert_eq!(scene.last_in(&room), "Ana: two\ndrei");
    for id in ["a2", "a3"] {
        scene.script.act(&nobody, &scene.group, gone(id));
    }
    assert!(!scene.script.said_in(&room).join("\n").contains("drei"));
}

#[test]
fn an_answer_to_words_that_were_joined_answers_the_first_of_them() {
    let (mut scene, room) = joined();
    let copy = scene.script.shown_as("one\ntwo\nthree").expect("it is in the room");
    let answer = Message { reply_to: Some(copy), ..with_id("s1", "all of it") };
    scene.script.post(&scene.sam, &room, answer);
    assert_eq!(scene.script.answered_by("all of it"), Some("a1".into()));
}

#[test]
fn what_was_said_among_others_is_taken_back_after_the_customer_has_left_them() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.sam, &room, with_id("s1", "you live in Elm Street"));
    let mut case = scene.case(1);
    case.speaks_in(chat(&scene.ana).into(), scene.ana.account.clone(), true);
    case.leave_public();
    scene.script.put(&case.number, &case);
    let reply = scene.script.run(&scene.sam, &room, on("delete", "", &scene.sam, "s1"));
    assert_eq!(reply.text(), "Taken back.");
    assert!(!scene.script.said_in(&scene.group).iter().any(|said| said.contains("Elm Street")));
}
