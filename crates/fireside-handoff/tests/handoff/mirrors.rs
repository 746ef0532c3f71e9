//! Answers, edits, removals and reactions: what is done to a message is done to
//! its copy.

use fireside_core::command::Target;
use fireside_core::event::{Reaction, ReactionChange};
use fireside_core::{Actor, Effect, EventKind, Invocation, Message, MessageId, Obstacle, Place};
use fireside_testkit::script::{NORTH, SOUTH};

use crate::Scene;

fn with_id(id: &str, words: &str) -> Message {
    Message { id: Some(id.into()), ..Message::of(words) }
}

/// The id of the message that shows `words`.
fn shown_as(scene: &Scene, words: &str) -> MessageId {
    scene.script.shown_as(words).expect("it was said")
}

#[test]
fn an_answer_on_one_side_is_an_answer_on_the_other() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.ana, &scene.group, with_id("a1", "which dimmer?"));
    let copy = shown_as(&scene, "which dimmer?");
    let answer = Message { reply_to: Some(copy.clone()), ..with_id("s1", "the old one") };
    scene.script.post(&scene.sam, &room, answer);
    assert_eq!(scene.script.answered_by("the old one"), Some("a1".into()));
    let back = shown_as(&scene, "the old one");
    let thanks = Message { reply_to: Some(back), ..with_id("a2", "thanks") };
    scene.script.post(&scene.ana, &scene.group, thanks);
    assert_eq!(scene.script.answered_by("thanks"), Some("s1".into()));
}

#[test]
fn a_changed_message_changes_its_copy() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.ana, &scene.group, with_id("a1", "it flikers"));
    scene.script.act(&scene.ana, &scene.group, EventKind::Edited(with_id("a1", "it flickers")));
    assert_eq!(scene.last_in(&room), "Ana: it flickers");
}

#[test]
fn staffs_words_that_become_internal_by_an_edit_do_not_reach_the_customer() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.sam, &room, with_id("s1", "a moment"));
    scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s1", "// no idea")));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: a moment");
    scene.script.post(&scene.sam, &room, with_id("s2", "// he is lying"));
    scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s2", "we look into it")));
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: a moment", "what was internal has no copy");
}

#[test]
fn a_removed_message_takes_its_copy_with_it_and_a_removed_copy_nothing() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.ana, &scene.group, with_id("a1", "my address is"));
    let copy = shown_as(&scene, "my address is");
    let nobody = Actor::system(SOUTH.into());
    scene.script.act(&nobody, &room, EventKind::Deleted { message: copy });
    let before = scene.script.deliveries().len();
    assert_eq!(scene.last_in(&room), "Ana: my address is");
    scene.script.act(&nobody, &scene.group, EventKind::Deleted { message: "a1".into() });
    assert_eq!(scene.script.deliveries().len(), before + 1);
    assert_ne!(scene.last_in(&room), "Ana: my address is");
}

#[test]
fn a_customers_reaction_is_shown_and_one_of_staff_is_not() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.sam, &room, with_id("s1", "done"));
    let copy = shown_as(&scene, "done");
    let reaction = |message: MessageId| {
        EventKind::Reaction(Reaction { message, emoji: "👍".to_owned(), change: ReactionChange::Added })
    };
    let before = scene.script.deliveries().len();
    scene.script.act(&scene.ana, &scene.group, reaction(copy));
    assert!(matches!(
        &scene.script.deliveries()[before].delivery.effect,
        Effect::React { emoji, .. } if emoji == "👍"
    ));
    scene.script.act(&scene.sam, &room, reaction("s1".into()));
    assert_eq!(scene.script.deliveries().len(), before + 1);
}

/// Ana calls a human by a message of hers, `a1`.
fn called_by_a_message() -> (Scene, Place) {
    let mut scene = Scene::with(SOUTH, NORTH, &serde_json::json!({ "place": "here" }));
    let call = Invocation { message: Some("a1".into()), ..Invocation::written("human", "my card is 4111") };
    scene.script.run(&scene.ana, &scene.group, call);
    let room = scene.room();
    scene.script.command(&scene.sam, &room, "claim", "");
    (scene, room)
}

#[test]
fn an_answer_to_the_words_of_a_call_answers_the_message_that_called() {
    let (mut scene, room) = called_by_a_message();
    let copy = shown_as(&scene, "my card is 4111");
    let answer = Message { reply_to: Some(copy), ..with_id("s1", "a moment") };
    scene.script.post(&scene.sam, &room, answer);
    assert_eq!(scene.script.answered_by("a moment"), Some("a1".into()));
}

#[test]
fn what_a_customer_called_with_is_changed_and_taken_back_like_anything_else() {
    let (mut scene, room) = called_by_a_message();
    let edited = EventKind::Edited(with_id("a1", "/human my card is 42"));
    scene.script.act(&scene.ana, &scene.group, edited);
    scene.script.advance(std::time::Duration::from_secs(3));
    assert!(scene.script.said_in(&room).contains(&"Ana: my card is 42".to_owned()));
    let card = |scene: &Scene| scene.script.said_in(&scene.home).join("");
    assert!(card(&scene).contains("my card is 42"), "{}", card(&scene));
    let message = with_id("a1", "/human my card is 42");
    let target = Target::Message { author: scene.ana.clone(), message };
    let forget = Invocation { target: Some(Box::new(target)), ..Invocation::of("forget") };
    let reply = scene.script.run(&scene.ana, &scene.group, forget);
    assert!(reply.text().starts_with("The team can't read that any more."), "{}", reply.text());
    scene.script.advance(std::time::Duration::from_secs(3));
    let read = scene.script.said_in(&room).join("") + &card(&scene);
    assert!(!read.contains("my card"), "{read}");
    assert_eq!(scene.case(1).words, "");
}

#[test]
fn words_for_a_room_that_is_gone_are_said_in_a_new_one() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.fail(&room, Obstacle::Gone, "the room is gone");
    scene.script.say(&scene.ana, &scene.group, "still stuck");
    let renewed = scene.room();
    assert_ne!(renewed, room);
    assert_eq!(scene.last_in(&renewed), "Ana: still stuck");
    assert!(scene.last_in(&scene.home).starts_with("Case #1 has a new room"));
    scene.script.say(&scene.sam, &renewed, "here I am");
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: here I am");
}

#[test]
fn a_change_that_the_platform_does_not_take_is_told_in_the_room() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.sam, &room, with_id("s1", "tomorow"));
    scene.script.refuse(&scene.group, "it is too old");
    scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s1", "tomorrow")));
    assert!(
        scene.last_in(&room).ends_with("could not be brought over: it is too old"),
        "{}",
        scene.last_in(&room)
    );
}

#[test]
fn what_copies_what_is_forgotten_a_month_after_the_end() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    for number in 0..120 {
        scene.script.post(&scene.ana, &scene.group, with_id(&format!("a{number}"), "still stuck"));
    }
    scene.script.post(&scene.sam, &room, with_id("s1", "done"));
    let back = shown_as(&scene, "done");
    scene.script.command(&scene.sam, &room, "close", "");
    let mirror = |scene: &Scene, place: &fireside_core::Place, id: &str| {
        scene.script.record::<fireside_handoff::Mirror>(&(place.to_string(), id.to_owned()))
    };
    scene.script.advance(std::time::Duration::from_hours(29 * 24));
    assert!(mirror(&scene, &scene.group, "a0").is_some());
    scene.script.advance(std::time::Duration::from_hours(24));
    scene.script.advance(std::time::Duration::from_secs(1));
    for (place, id) in
        [(&scene.group, "a0"), (&scene.group, "a119"), (&room, "s1"), (&scene.group, back.as_str())]
    {
        assert_eq!(mirror(&scene, place, id), None, "{id}");
    }
    assert!(scene.script.said_in(&room).contains(&"Ana: still stuck".to_owned()), "the words stay");
}

#[test]
fn what_a_customer_makes_of_the_marks_is_not_shown_on_staffs_words() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.post(&scene.sam, &room, with_id("s1", "done"));
    let copy = shown_as(&scene, "done");
    for emoji in ["🚫", "⏳", "✅", "👍"] {
        for change in [ReactionChange::Added, ReactionChange::Removed, ReactionChange::Added] {
            let reaction = Reaction { message: copy.clone(), emoji: emoji.to_owned(), change };
            scene.script.act(&scene.ana, &scene.group, EventKind::Reaction(reaction));
        }
    }
    assert_eq!(scene.script.reactions_on(&room, "s1"), ["✅", "👍"]);
}
