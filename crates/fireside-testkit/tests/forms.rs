//! Forms that are about something, and forms that correct what is there.

#![expect(clippy::expect_used, reason = "a scene that can't be set up fails its test")]

use fireside_core::{
    Actor, Answers, Command, Decision, Engine, Feature, Field, Form, Invocation, Outcome, Place, Turn,
};
use fireside_testkit::script::{NORTH, SOUTH, Script, brand, chat, customer, script};

const NAME: &str = "note";

struct Notes;

impl Feature for Notes {
    fn name(&self) -> &'static str {
        NAME
    }

    fn commands(&self) -> Vec<Command> {
        ["write", "begin", "correct", "astray"].map(|name| Command::new(name, name)).into()
    }

    fn forms(&self) -> Vec<Form> {
        let fields = vec![
            Field::text("title", "Title?", 10),
            Field::select("kind", "Kind?", &[("bug", "Bug"), ("idea", "Idea")]),
            Field::long_text("details", "Details?", 10).optional(),
        ];
        vec![Form { name: NAME, title: "A note", fields }]
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        let mut known = Answers::about("n-7");
        match invocation.name.as_str() {
            "astray" => turn.open_form(NAME, &Answers::about("a b"))?,
            "write" => turn.open_form(NAME, &known)?,
            "begin" => {
                known.set("title", "lid");
                turn.open_form(NAME, &known)?;
            }
            _ => {
                known.set("title", "lid");
                known.set("kind", "bug");
                turn.correct_form(NAME, &known)?;
            }
        }
        Ok(Outcome::Handled)
    }

    fn on_form(&self, turn: &mut Turn<'_>, _form: &str, answers: &Answers) -> Decision {
        let of = |field| answers.get(field);
        let said = format!("{}: {} {} {}", answers.subject(), of("title"), of("kind"), of("details"));
        turn.answer(said);
        Ok(Outcome::Handled)
    }
}

fn scene(platform: &str) -> (Script, Actor, Place) {
    let engine = Engine::builder().feature(Notes).build().expect("the engine can be built");
    let ana = customer(platform, "1", "Ana");
    let chat = chat(&ana);
    (script(engine, brand(NORTH)), ana, chat)
}

#[test]
fn a_dialog_comes_back_about_what_it_was_opened_about() {
    let (mut script, ana, chat) = scene(NORTH);
    let opened = script.command(&ana, &chat, "begin", "");
    let token = opened.form().expect("a form opens").token.clone();
    let fields = [("title", "lid"), ("kind", "bug")];
    assert_eq!(script.submit(&ana, &chat, &token, &fields).text(), "n-7: lid bug ");
}

#[test]
fn a_dialog_that_does_not_fit_is_tried_again_about_the_same() {
    let (mut script, ana, chat) = scene(NORTH);
    script.submit(&ana, &chat, "note:n-8", &[("title", "much too long"), ("kind", "bug")]);
    let again = script.press(&ana, &chat, "Try again");
    assert_eq!(again.form().map(|form| form.token.as_str()), Some("note:n-8"));
}

#[test]
fn a_dialog_that_was_never_opened_is_about_nothing() {
    let (mut script, ana, chat) = scene(NORTH);
    for forged in ["note:a b", &format!("note:{}", "n".repeat(32))] {
        let fields = [("title", "lid"), ("kind", "bug")];
        assert_eq!(script.submit(&ana, &chat, forged, &fields).text(), ": lid bug ");
    }
}

#[test]
#[should_panic(expected = "at most 31 of A-Za-z0-9_-")]
fn a_form_about_what_cannot_be_given_back_is_not_opened() {
    let (mut script, ana, chat) = scene(NORTH);
    script.command(&ana, &chat, "astray", "");
}

#[test]
fn questions_are_about_what_they_were_begun_about() {
    let (mut script, ana, chat) = scene(SOUTH);
    script.command(&ana, &chat, "write", "");
    script.say(&ana, &chat, "lid");
    script.press(&ana, &chat, "Bug");
    assert_eq!(script.say(&ana, &chat, "sticks").text(), "n-7: lid bug sticks");
}

#[test]
fn where_something_is_known_only_what_must_be_answered_is_asked() {
    let (mut script, ana, chat) = scene(SOUTH);
    assert_eq!(script.command(&ana, &chat, "begin", "").text(), "Kind?");
    assert_eq!(script.press(&ana, &chat, "Bug").text(), "n-7: lid bug ");
}

#[test]
fn a_correction_asks_everything_and_keeps_what_is_skipped() {
    let (mut script, ana, chat) = scene(SOUTH);
    assert_eq!(script.command(&ana, &chat, "correct", "").text(), "Title?\nNow: lid");
    assert_eq!(script.press(&ana, &chat, "Skip").text(), "Kind?\nNow: Bug");
    assert_eq!(script.press(&ana, &chat, "Idea").text(), "Details?");
    assert_eq!(script.press(&ana, &chat, "Skip").text(), "n-7: lid idea ");
}
