//! Where a form is walked through, question by question.

use fireside_feedback::Category;
use fireside_testkit::script::{SOUTH, chat, customer};

use crate::Scene;

#[test]
fn two_answers_make_an_item() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    let asked = scene.script.command(&scene.ana, &chat, "feedback", "");
    assert_eq!(asked.text(), "What is your feedback about?");
    let asked = scene.script.say(&scene.ana, &chat, "The lid sticks");
    assert_eq!(asked.text(), "Which category fits best?");
    assert_eq!(scene.script.buttons_in(&chat), ["Bug", "Idea", "Praise", "Question", "Back", "Cancel"]);
    let saved = scene.script.press(&scene.ana, &chat, "Bug");
    assert!(saved.text().starts_with("Saved #1."), "{}", saved.text());
    let item = scene.item(1).expect("it is kept");
    assert_eq!((item.about.as_str(), item.category, item.place), ("The lid sticks", Category::Bug, chat));
}

#[test]
fn a_category_can_be_written_too() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "feedback", "The lid sticks");
    let wrong = scene.script.say(&scene.ana, &chat, "rant").text();
    assert!(wrong.starts_with("Which category fits best?: please choose one"), "{wrong}");
    assert!(scene.script.say(&scene.ana, &chat, " idea ").text().starts_with("Saved #1."));
}

#[test]
fn going_back_asks_the_question_before() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "feedback", "The lit stics");
    let back = scene.script.press(&scene.ana, &chat, "Back").text();
    assert_eq!(back, "What is your feedback about?");
    scene.script.say(&scene.ana, &chat, "The lid sticks");
    scene.script.press(&scene.ana, &chat, "Praise");
    assert_eq!(scene.item(1).map(|item| item.about), Some("The lid sticks".to_owned()));
}

#[test]
fn a_question_that_must_be_answered_can_not_be_skipped() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "feedback", "");
    let skipped = scene.script.command(&scene.ana, &chat, "skip", "").text();
    assert_eq!(
        skipped,
        "What is your feedback about?: please write something.\nWhat is your feedback about?"
    );
}

#[test]
fn a_cancelled_dialogue_keeps_nothing_and_hears_no_more() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "feedback", "The lid sticks");
    let cancelled = scene.script.press(&scene.ana, &chat, "Cancel").text();
    assert_eq!(cancelled, "Cancelled. Nothing was saved.");
    assert!(scene.script.say(&scene.ana, &chat, "Bug").is_silent());
    let again = scene.script.command(&scene.ana, &chat, "cancel", "").text();
    assert_eq!(again, "There is nothing to cancel.");
    assert_eq!(scene.item(1), None);
}

#[test]
fn words_that_are_too_long_are_asked_for_again() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "feedback", "");
    let long = scene.script.say(&scene.ana, &chat, &"é".repeat(2001)).text();
    assert!(long.contains("that is 2001 characters, at most 2000 fit."), "{long}");
    assert_eq!(scene.script.say(&scene.ana, &chat, &"é".repeat(2000)).text(), "Which category fits best?");
}

#[test]
fn in_a_group_only_what_is_addressed_to_the_bot_is_an_answer() {
    let mut scene = Scene::on(SOUTH);
    let asked = scene.script.command(&scene.ana, &scene.group, "feedback", "").text();
    assert_eq!(asked, "What is your feedback about?\nAnswer this message, or /cancel.");
    assert!(scene.script.say(&scene.ana, &scene.group, "hello everybody").is_silent());
    let ben = customer(SOUTH, "2", "Ben");
    assert!(scene.script.tell(&ben, &scene.group, "not my dialogue").is_silent());
    scene.script.tell(&scene.ana, &scene.group, "The lid sticks");
    assert!(scene.script.press(&scene.ana, &scene.group, "Bug").text().starts_with("Saved #1."));
}

#[test]
fn a_second_press_of_an_answer_saves_nothing_more() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "feedback", "The lid sticks");
    let bug = scene.script.button(&chat, &scene.ana.account, "Bug");
    scene.script.press_data(&scene.ana, &chat, &bug);
    let again = scene.script.press_data(&scene.ana, &chat, &bug).text();
    assert_eq!(again, "That is no longer current.");
    assert_eq!(scene.item(2), None);
}

#[test]
fn words_too_long_for_the_form_that_came_with_the_command_are_not_dropped_unseen() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    let asked = scene.script.command(&scene.ana, &chat, "feedback", &"x".repeat(2001)).text();
    assert_eq!(
        asked,
        "What is your feedback about?: that is 2001 characters, at most 2000 fit.\n\
         What is your feedback about?"
    );
}
