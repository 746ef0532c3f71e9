//! Whether that helped.

use fireside_testkit::script::{NORTH, SOUTH, customer};
use serde_json::json;

use super::scene;
use crate::Scene;

/// A scene whose case is answered and closed.
fn closed() -> Scene {
    let mut scene = scene(json!({}));
    scene.under_way();
    scene.sam_says("Turn it left.");
    scene.sam_runs("close", "");
    scene
}

#[test]
fn the_customer_is_asked_once_with_the_end_of_the_case() {
    let mut scene = closed();
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    assert!(scene.last_in(&group).ends_with("Did that help? 1: not at all, 5: very much."));
    assert_eq!(scene.script.buttons_in(&group), ["1", "2", "3", "4", "5"]);
    let (five, one) =
        (scene.script.button(&group, &ana.account, "5"), scene.script.button(&group, &ana.account, "1"));
    assert_eq!(scene.script.press_data(&ana, &group, &five).text(), "Thank you!");
    let again = scene.script.press_data(&ana, &group, &one).text();
    assert_eq!(again, "You have said so already. Thank you!");
    let rating = scene.case(1).rating.expect("it is kept");
    assert_eq!((rating.stars, rating.words), (5, None));
    assert_eq!(scene.count(&scene.home, "was not helped"), 0);
}

#[test]
fn what_did_not_help_is_told_to_staff_with_the_customers_words() {
    let mut scene = closed();
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    scene.script.press(&ana, &group, "2");
    assert_eq!(scene.last_in(&scene.home), "Ana was not helped in case #1: 2 of 5.");
    scene.script.press(&ana, &group, "Say why");
    assert_eq!(
        scene.script.tell(&ana, &group, "*It* took @everyone too long").text(),
        "Thank you, that is noted."
    );
    assert!(scene.last_in(&scene.home).ends_with("2 of 5.\n*It* took @everyone too long"));
    let words = scene.case(1).rating.and_then(|rating| rating.words);
    assert_eq!(words.as_deref(), Some("*It* took @everyone too long"));
}

#[test]
fn where_there_are_forms_the_words_come_by_one_and_once() {
    let mut scene = Scene::new(NORTH, SOUTH);
    let room = scene.under_way();
    scene.script.say(&scene.sam, &room, "Turn it left.");
    scene.script.command(&scene.sam, &room, "close", "");
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    let thanked = scene.script.press(&ana, &group, "4");
    assert!(thanked.is_private());
    let form = scene.script.press(&ana, &group, "Say why").form().expect("a form opens").clone();
    let noted = scene.script.submit(&ana, &group, &form.token, &[("words", "quick")]).text();
    assert_eq!(noted, "Thank you, that is noted.");
    let again = scene.script.submit(&ana, &group, &form.token, &[("words", "slow")]).text();
    assert_eq!(again, "That is no longer current.");
    assert_eq!(scene.case(1).rating.and_then(|rating| rating.words).as_deref(), Some("quick"));
}

#[test]
fn nobody_else_can_rate_or_say_why() {
    let mut scene = closed();
    let (ben, group) = (customer(SOUTH, "2", "Ben"), scene.group.clone());
    let pressed = scene.script.press(&ben, &group, "1");
    assert!(pressed.is_silent(), "it can't be answered to Ben alone");
    let northern = customer(NORTH, "3", "Cleo");
    let forged = scene.script.submit(&northern, &group, "handoff_rating:1", &[("words", "spam")]);
    assert_eq!(forged.text(), "This question is for somebody else.");
    assert_eq!(scene.case(1).rating, None);
}

#[test]
fn after_a_week_or_once_the_case_goes_on_nobody_is_asked_any_more() {
    let mut scene = closed();
    let (ana, sam) = (scene.ana.clone(), scene.sam.clone());
    let (group, home) = (scene.group.clone(), scene.home.clone());
    let five = scene.script.button(&group, &ana.account, "5");
    scene.script.command(&sam, &home, "reopen", "1");
    assert_eq!(scene.script.press_data(&ana, &group, &five).text(), "That is no longer current.");
    scene.script.command(&sam, &home, "close", "1");
    let five = scene.script.button(&group, &ana.account, "5");
    scene.hours(7 * 24);
    assert_eq!(scene.script.press_data(&ana, &group, &five).text(), "That is no longer current.");
    assert_eq!(scene.case(1).rating, None);
}

#[test]
fn who_was_never_answered_is_not_asked() {
    let mut scene = scene(json!({}));
    scene.under_way();
    scene.sam_runs("close", "");
    assert_eq!(scene.script.buttons_in(&scene.group), Vec::<String>::new());
}
