//! What staff see of it.

use fireside_core::{Effect, Span};
use fireside_testkit::script::{NORTH, SOUTH, brand, script, staff_home};

use crate::Scene;

#[test]
fn staff_see_each_item_where_they_work() {
    let mut scene = Scene::on(SOUTH);
    scene.script.command(&scene.ana, &scene.group, "feedback", "The lid sticks");
    scene.script.press(&scene.ana, &scene.group, "Idea");
    assert_eq!(scene.script.said_in(&staff_home(NORTH)), ["Feedback #1 (Idea) from Ana\nThe lid sticks"]);
}

#[test]
fn a_customers_words_are_quoted_as_they_are() {
    let mut scene = Scene::on(NORTH);
    let fields = [("about", "*@everyone* <b>"), ("category", "bug")];
    let saved = scene.script.submit(&scene.ana, &scene.group, "feedback", &fields);
    let quoted = saved.deliveries.iter().any(|delivery| match &delivery.effect {
        Effect::Send { content, .. } => content.text.0.contains(&Span::Quote("*@everyone* <b>".into())),
        _ => false,
    });
    assert!(quoted, "{:?}", saved.deliveries);
}

#[test]
fn a_card_shows_what_a_person_raised_last() {
    let mut scene = Scene::on(NORTH);
    assert_eq!(scene.script.command(&scene.ana, &scene.group, "card", "").text(), "Card");
    for about in ["one", "two", "three", "four\nwith more"] {
        let fields = [("about", about), ("category", "question")];
        scene.script.submit(&scene.ana, &scene.group, "feedback", &fields);
    }
    assert_eq!(
        scene.script.command(&scene.ana, &scene.group, "card", "").text(),
        "Card\nFeedback #4 (Question): four with more\nFeedback #3 (Question): three\n\
         Feedback #2 (Question): two"
    );
}

#[test]
fn without_a_place_for_staff_it_is_kept_all_the_same() {
    let mut scene = Scene::on(NORTH);
    let mut community = brand(NORTH);
    community.staff_home = None;
    let engine = fireside_core::Engine::builder().feature(fireside_feedback::Capture).build();
    scene.script = script(engine.expect("the engine can be built"), community);
    let fields = [("about", "words"), ("category", "bug")];
    let saved = scene.script.submit(&scene.ana, &scene.group, "feedback", &fields);
    assert!(saved.deliveries.is_empty());
    assert!(scene.item(1).is_some());
}
