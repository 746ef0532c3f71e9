//! Where a form is walked through, question by question.

use std::time::Duration;

use fireside_core::{Attachment, EventKind, FileKind, Invocation, Message};
use fireside_feedback::Kind;
use fireside_testkit::script::{SOUTH, chat, customer};

use crate::Scene;

#[test]
fn one_line_and_one_press_make_an_item() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    let asked = scene.script.command(&scene.ana, &chat, "feedback", "The lid sticks");
    assert_eq!(asked.text(), "What is it?");
    let buttons = ["Bug", "Idea", "Praise", "Question", "Complaint", "Back", "Cancel"];
    assert_eq!(scene.script.buttons_in(&chat), buttons);
    let saved = scene.script.press(&scene.ana, &chat, "Bug");
    assert!(saved.text().starts_with("Saved #1."), "{}", saved.text());
    let item = scene.item(1).expect("it is kept");
    assert_eq!((item.title.as_str(), item.kind, item.origin.place), ("The lid sticks", Kind::Bug, chat));
}

#[test]
fn a_bare_command_asks_everything_and_what_can_be_is_skipped() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    assert_eq!(
        scene.script.command(&scene.ana, &chat, "feedback", "").text(),
        "What is it about, in a line?"
    );
    assert_eq!(scene.script.say(&scene.ana, &chat, "The lid sticks").text(), "What is it?");
    assert_eq!(scene.script.say(&scene.ana, &chat, " idea ").text(), "Anything else we should know?");
    assert_eq!(scene.script.say(&scene.ana, &chat, "Every day.").text(), "Which part of the product?");
    assert_eq!(scene.script.press(&scene.ana, &chat, "Skip").text(), "A picture or file that shows it?");
    let picture = Attachment::new(FileKind::Photo, SOUTH, "f1");
    let message = Message { attachments: vec![picture.clone()], ..Message::default() };
    assert!(scene.script.post(&scene.ana, &chat, message).text().starts_with("Saved #1."));
    let item = scene.item(1).expect("it is kept");
    assert_eq!((item.kind, item.details.as_str(), item.area), (Kind::Idea, "Every day.", None));
    assert_eq!(item.files, [picture]);
}

#[test]
fn the_commands_own_message_is_where_it_was_said() {
    let mut scene = Scene::on(SOUTH);
    let invocation =
        Invocation { message: Some("m7".into()), ..Invocation::written("feedback", "The lid sticks") };
    scene.script.act(&scene.ana, &scene.group, EventKind::Command(invocation));
    scene.script.press(&scene.ana, &scene.group, "Bug");
    assert_eq!(scene.item(1).and_then(|item| item.origin.message), Some("m7".into()));
}

#[test]
fn what_is_asked_after_a_press_among_others_answers_who_is_meant() {
    let mut scene = Scene::on(SOUTH);
    let invocation = Invocation { message: Some("m7".into()), ..Invocation::written("feedback", "") };
    scene.script.act(&scene.ana, &scene.group, EventKind::Command(invocation));
    let reply_to = scene.script.last_id(&scene.group);
    let title = Message { id: Some("m8".into()), addressed: true, reply_to, ..Message::of("The lid sticks") };
    scene.script.post(&scene.ana, &scene.group, title);
    let asked = scene.script.press(&scene.ana, &scene.group, "Bug").text();
    assert!(asked.starts_with("Anything else we should know?"), "{asked}");
    assert_eq!(scene.script.answered_by(&asked), Some("m8".into()));
}

#[test]
fn going_back_asks_the_question_before() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "feedback", "The lit stics");
    let back = scene.script.press(&scene.ana, &chat, "Back").text();
    assert_eq!(back, "What is it about, in a line?");
    scene.script.say(&scene.ana, &chat, "The lid sticks");
    scene.script.press(&scene.ana, &chat, "Praise");
    assert_eq!(scene.title(1), "The lid sticks");
}

#[test]
fn a_question_that_must_be_answered_can_not_be_skipped() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "feedback", "");
    let skipped = scene.script.command(&scene.ana, &chat, "skip", "").text();
    let question = "What is it about, in a line?";
    assert_eq!(skipped, format!("{question}: please write something.\n{question}"));
}

#[test]
fn a_cancelled_form_keeps_nothing_and_hears_no_more() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "feedback", "The lid sticks");
    let cancelled = scene.script.press(&scene.ana, &chat, "Cancel").text();
    assert_eq!(cancelled, "Cancelled. Nothing was saved.");
    assert!(scene.script.say(&scene.ana, &chat, "Bug").is_silent());
    scene.script.advance(Duration::from_hours(25));
    assert_eq!(scene.item(1), None);
}

#[test]
fn an_abandoned_form_keeps_nothing() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "feedback", "The lid sticks");
    let bug = scene.script.button(&chat, &scene.ana.account, "Bug");
    scene.script.advance(Duration::from_hours(25));
    assert_eq!(scene.script.press_data(&scene.ana, &chat, &bug).text(), "That is no longer current.");
    assert_eq!(scene.item(1), None);
}

#[test]
fn a_form_that_is_restarted_is_a_new_one() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "feedback", "The lid sticks");
    let bug = scene.script.button(&chat, &scene.ana.account, "Bug");
    scene.script.command(&scene.ana, &chat, "feedback", "Quiet hinges");
    assert_eq!(scene.script.press_data(&scene.ana, &chat, &bug).text(), "That is no longer current.");
    scene.script.press(&scene.ana, &chat, "Idea");
    assert_eq!((scene.title(1).as_str(), scene.item(2)), ("Quiet hinges", None));
}

#[test]
fn an_answer_in_another_chat_is_no_answer() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "feedback", "The lid sticks");
    let bug = scene.script.button(&chat, &scene.ana.account, "Bug");
    let elsewhere = scene.script.press_data(&scene.ana, &scene.group, &bug).text();
    assert_eq!(elsewhere, "That is no longer current.");
    assert!(scene.script.tell(&scene.ana, &scene.group, "Bug").is_silent());
    assert_eq!(scene.item(1), None);
    assert!(scene.script.press(&scene.ana, &chat, "Bug").text().starts_with("Saved #1."));
}

#[test]
fn in_a_group_only_what_is_addressed_to_the_bot_is_an_answer() {
    let mut scene = Scene::on(SOUTH);
    let asked = scene.script.command(&scene.ana, &scene.group, "feedback", "").text();
    assert_eq!(asked, "What is it about, in a line?\nAnswer this message, or /cancel.");
    assert!(scene.script.say(&scene.ana, &scene.group, "hello everybody").is_silent());
    let ben = customer(SOUTH, "2", "Ben");
    assert!(scene.script.tell(&ben, &scene.group, "not my dialogue").is_silent());
    assert_eq!(scene.script.tell(&scene.ana, &scene.group, "The lid sticks").text(), "What is it?");
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
fn details_too_long_for_the_form_that_came_with_the_command_are_not_dropped_unseen() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "feedback", &"lid ".repeat(600));
    let asked = scene.script.press(&scene.ana, &chat, "Bug").text();
    let question = "Anything else we should know?";
    assert_eq!(asked, format!("{question}: that is 2399 characters, at most 2000 fit.\n{question}"));
    assert!(scene.script.say(&scene.ana, &chat, "It sticks.").text().starts_with("Saved #1."));
    assert_eq!(scene.item(1).map(|item| item.details), Some("It sticks.".to_owned()));
}
