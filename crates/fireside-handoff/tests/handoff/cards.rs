//! What staff see of a case: its card, the banner in its room, their buttons.

use std::time::Duration;

use fireside_core::event::Membership;
use fireside_core::{Effect, EventKind, Message};
use fireside_testkit::script::{NORTH, SOUTH, chat, customer};
use serde_json::json;

use crate::Scene;

impl Scene {
    /// The newest card in the place where staff work.
    fn card(&self) -> String {
        let said = self.script.said_in(&self.home);
        said.into_iter()
            .rfind(|said| said.starts_with("Case #") && said.contains("\nFrom "))
            .unwrap_or_default()
    }

    /// The banner of a room.
    fn banner(&self, room: &fireside_core::Place) -> String {
        self.script.said_in(room).into_iter().next().unwrap_or_default()
    }

    /// How often something that was said has been changed.
    fn edits(&self) -> usize {
        let edits = self.script.deliveries().iter();
        edits.filter(|row| matches!(row.delivery.effect, Effect::Edit { .. })).count()
    }
}

#[test]
fn a_card_shows_what_was_said_around_the_customer() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let ben = customer(SOUTH, "2", "Ben");
    let say = |scene: &mut Scene, who, words: &str| drop(scene.script.say(who, &scene.group.clone(), words));
    for number in 0..4 {
        say(&mut scene, &ben, &format!("old {number}"));
    }
    scene.script.advance(Duration::from_mins(61));
    say(&mut scene, &ben, "does it open?\n\u{202E}@everyone");
    scene.script.say(&scene.ana, &scene.group, &"no ".repeat(100));
    scene.call("");
    let card = scene.card();
    assert!(card.contains("Said before:\nBen: does it open? @everyone\nAna: no no"), "{card}");
    assert!(!card.contains("old") && card.contains('…'), "{card}");
}

#[test]
fn of_many_messages_the_last_five_are_shown_and_stay_shown() {
    let mut scene = Scene::new(SOUTH, NORTH);
    for number in 0..9 {
        scene.script.say(&scene.ana, &scene.group, &format!("word {number}"));
    }
    scene.call("");
    assert!(!scene.card().contains("word 3") && scene.card().contains("word 4"), "{}", scene.card());
    scene.script.advance(Duration::from_hours(30));
    scene.script.command(&scene.sam, &scene.home, "claim", "1");
    assert!(scene.card().contains("word 8"), "{}", scene.card());
}

#[test]
fn a_private_conversation_is_not_shown() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let chat = chat(&scene.ana);
    scene.script.say(&scene.ana, &chat, "my secret");
    scene.script.command(&scene.ana, &chat, "human", "hello");
    assert!(scene.card().contains("\nIn a private chat\nhello\n"), "{}", scene.card());
    assert!(!scene.card().contains("secret"));
}

#[test]
fn a_private_conversation_is_shown_when_the_customer_says_so() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let chat = chat(&scene.ana);
    scene.script.say(&scene.ana, &chat, "my lid is stuck");
    scene.script.advance(Duration::from_secs(5));
    scene.script.command(&scene.ana, &chat, "human", "hello");
    scene.script.advance(Duration::from_secs(5));
    scene.script.say(&scene.ana, &chat, "anybody?");
    scene.script.press(&scene.kim, &scene.home, "Join");
    assert!(!scene.card().contains("stuck"));
    scene.script.press(&scene.ana, &chat, "Show them what we said before");
    scene.script.advance(Duration::from_secs(2));
    assert!(scene.card().contains("Said before:\nAna: my lid is stuck\nNoted"), "{}", scene.card());
}

#[test]
fn a_card_tells_since_when_the_customer_is_here() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.act(&scene.ana, &scene.group, EventKind::Membership(Membership::Joined));
    scene.script.advance(Duration::from_hours(72));
    scene.script.act(&scene.ana, &scene.group, EventKind::Membership(Membership::Joined));
    scene.call("");
    assert!(scene.card().contains("here for 3 days"), "{}", scene.card());
}

#[test]
fn a_card_tells_of_the_last_three_cases_and_how_they_ended() {
    let mut scene = Scene::new(SOUTH, NORTH);
    for number in 1..=4 {
        scene.call("");
        scene.script.command(&scene.sam, &scene.home, "close", &format!("{number} reason {number}"));
        scene.script.advance(Duration::from_hours(1));
    }
    scene.call("");
    let card = scene.card();
    let told = "4 other cases:\n#4, closed one hour ago: reason 4\n#3, closed 2 hours ago: reason 3\n\
                #2, closed 3 hours ago: reason 2\n";
    assert!(card.contains(told) && !card.contains("reason 1"), "{card}");
}

#[test]
fn many_changes_within_two_seconds_make_two_edits() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    let before = scene.edits();
    for _ in 0..10 {
        scene.script.command(&scene.sam, &scene.home, "claim", "1");
        scene.script.command(&scene.sam, &scene.home, "release", "1");
    }
    scene.script.command(&scene.kim, &scene.home, "claim", "1");
    assert_eq!(scene.edits(), before + 2, "the first change shows at once, on the card and in the room");
    assert!(scene.card().ends_with("Sam is with the customer."));
    scene.script.advance(Duration::from_secs(2));
    assert!(scene.card().ends_with("Kim is with the customer."), "{}", scene.card());
    assert_eq!(scene.edits(), before + 4);
}

#[test]
fn a_card_that_says_it_already_is_left_alone() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.under_way();
    scene.script.advance(Duration::from_secs(10));
    let before = scene.edits();
    scene.script.press(&scene.kim, &scene.home, "Join");
    scene.script.advance(Duration::from_secs(10));
    assert_eq!(scene.edits(), before);
}

#[test]
fn a_customer_without_an_answer_is_shown_to_wait() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    scene.script.advance(Duration::from_mins(4));
    assert!(scene.card().ends_with("Waiting for somebody to join."), "{}", scene.card());
    scene.script.advance(Duration::from_mins(1));
    assert!(scene.card().ends_with("\nWithout an answer for 5 minutes."), "{}", scene.card());
    scene.script.advance(Duration::from_hours(49));
    assert!(scene.card().ends_with("\nWithout an answer for 2 days."), "{}", scene.card());
}

#[test]
fn the_banner_is_pinned_and_says_whose_case_it_is() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("The lid is stuck");
    let room = scene.room();
    let said = "What you write here reaches Ana. What begins with // stays among staff, and so do your answers \
                to each other.\nWaiting for somebody to join.";
    assert_eq!(scene.banner(&room), said);
    let banner = scene.case(1).banner.expect("it is known");
    let pinned = |effect: &Effect| matches!(effect, Effect::Pin { pinned: true, .. });
    let pins: Vec<_> = scene.script.deliveries().iter().filter(|row| pinned(&row.delivery.effect)).collect();
    assert_eq!((pins.len(), banner.place()), (1, &room));
    scene.script.press(&scene.sam, &room, "Claim");
    assert!(scene.banner(&room).ends_with("\nSam is with the customer."), "{}", scene.banner(&room));
    scene.script.press(&scene.sam, &room, "Close");
    assert!(scene.banner(&room).ends_with("\nClosed by Sam."), "{}", scene.banner(&room));
    assert!(!scene.script.is_open(&room), "it was changed before the room closed");
}

#[test]
fn with_explicit_relay_the_banner_says_that_words_stay() {
    let mut scene = Scene::with(SOUTH, NORTH, &json!({ "place": "here" }));
    scene.call("");
    let banner = scene.banner(&scene.room());
    assert!(banner.starts_with("What you write here stays among staff."), "{banner}");
}

#[test]
fn a_banner_that_somebody_removed_is_said_again() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    let room = scene.room();
    scene.script.remove_last(&room);
    scene.script.command(&scene.sam, &scene.home, "claim", "1");
    assert!(scene.last_in(&room).ends_with("Sam is with the customer."), "{}", scene.last_in(&room));
}

#[test]
fn a_card_that_somebody_removed_is_put_up_again() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    scene.script.remove_last(&scene.home.clone());
    scene.script.command(&scene.sam, &scene.home, "claim", "1");
    assert!(scene.card().ends_with("Sam is with the customer."), "{}", scene.card());
    assert_eq!(scene.script.rooms_in(&scene.home).len(), 1, "its room is the one it has");
}

#[test]
fn a_long_story_fits_a_card() {
    let mut scene = Scene::new(SOUTH, NORTH);
    for _ in 0..5 {
        scene.script.say(&scene.ana, &scene.group, &"long words ".repeat(90));
    }
    scene.call(&"very long words ".repeat(200));
    assert!(scene.card().chars().count() < 2_000, "{}", scene.card().chars().count());
    assert!(scene.card().ends_with("Waiting for somebody to join."));
}

#[test]
fn a_message_to_a_room_of_nobodys_is_no_early_word() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let thread = scene.home.clone().thread("lunch");
    assert!(scene.script.post(&scene.sam, &thread, Message::of("hungry?")).is_silent());
}
