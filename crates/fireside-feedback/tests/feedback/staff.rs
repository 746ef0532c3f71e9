//! What other features' cards show of it.

use fireside_core::{Invocation, Message};
use fireside_testkit::script::{NORTH, staff_home};

use crate::{Scene, on_message};

#[test]
fn a_card_shows_what_a_person_raised_last() {
    let mut scene = Scene::on(NORTH);
    assert_eq!(scene.script.command(&scene.ana, &scene.group, "card", "").text(), "Card");
    for title in ["lid", "quiet hinges", "dark mode", "four\nwith more"] {
        let ana = scene.ana.clone();
        scene.send_in(&ana, title);
    }
    let card = scene.script.run(&scene.ana, &scene.group, Invocation::of("card"));
    assert_eq!(
        card.text(),
        "Card\nFeedback #4 (Idea, Open): four with more\nFeedback #3 (Idea, Open): dark mode\n\
         Feedback #2 (Idea, Open): quiet hinges"
    );
}

#[test]
fn without_a_place_for_staff_it_is_kept_all_the_same() {
    let mut community = fireside_testkit::script::brand(NORTH);
    community.staff_home = None;
    let mut scene = Scene::of(NORTH, community);
    let ana = scene.ana.clone();
    assert!(scene.send_in(&ana, "The lid sticks").text().starts_with("Saved #1."));
    assert!(scene.item(1).is_some());
}

#[test]
fn what_is_said_among_staff_is_never_captured() {
    let mut scene = Scene::on(NORTH);
    let (sam, home) = (scene.sam.clone(), staff_home(NORTH));
    let message = Message { id: Some("m1".into()), ..Message::of("This customer again") };
    let refused = scene.script.run(&sam, &home, on_message(&sam, &message)).text();
    assert!(refused.starts_with("What is said here stays among the team."), "{refused}");
    assert_eq!(scene.item(1), None);
}
