//! Where forms can be shown.

use fireside_core::form::ShownField;
use fireside_core::{Attachment, FileKind, Invocation, OptionValue};
use fireside_feedback::{Kind, Settings};
use fireside_testkit::script::{NORTH, brand};

use crate::Scene;

fn values(fields: &[ShownField]) -> Vec<&str> {
    fields.iter().map(|field| field.value.as_str()).collect()
}

#[test]
fn the_form_opens_with_what_is_known_filled_in() {
    let mut scene = Scene::on(NORTH);
    let opened = scene.script.command(&scene.ana, &scene.group, "feedback", "The lid sticks");
    let form = opened.form().expect("a form opens");
    assert_eq!(form.title, "Your feedback");
    let names: Vec<_> = form.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["title", "kind", "details", "area", "file"]);
    assert_eq!(values(&form.fields), ["The lid sticks", "", "", "", ""]);
    let required: Vec<_> = form.fields.iter().map(|field| field.required).collect();
    assert_eq!(required, [true, true, false, false, false]);
    let choices: Vec<_> = form.fields[1].choices.iter().map(|(_, label)| label.as_str()).collect();
    assert_eq!(choices, ["Bug", "Idea", "Praise", "Question", "Complaint"]);
    assert!(opened.deliveries.is_empty());
}

#[test]
fn what_is_sent_in_is_kept_and_numbered() {
    let mut scene = Scene::on(NORTH);
    let fields = [
        ("title", "  The lid sticks "),
        ("kind", "bug"),
        ("details", "Every day.\nEven cold."),
        ("area", "Lid"),
    ];
    let saved = scene.script.submit(&scene.ana, &scene.group, "feedback", &fields);
    assert!(saved.is_private());
    assert!(saved.text().starts_with("Saved #1."), "{}", saved.text());
    let item = scene.item(1).expect("it is kept");
    assert_eq!((item.title.as_str(), item.kind), ("The lid sticks", Kind::Bug));
    assert_eq!((item.details.as_str(), item.area.as_deref()), ("Every day.\nEven cold.", Some("Lid")));
    let voice = scene.voice(1, &scene.ana).expect("its author backs it");
    assert_eq!(voice.words.as_deref(), Some("Every day.\nEven cold."));
    let next = scene.send_in(&scene.ana.clone(), "Quiet hinges");
    assert!(next.text().starts_with("Saved #2."), "{}", next.text());
}

#[test]
fn a_long_text_is_cut_for_the_title_and_kept_whole() {
    let mut scene = Scene::on(NORTH);
    let long = format!("The lid sticks. {}", "It did not before. ".repeat(10));
    let opened = scene.script.command(&scene.ana, &scene.group, "feedback", &long);
    let form = opened.form().expect("a form opens");
    assert_eq!(values(&form.fields)[..3], ["The lid sticks.", "", long.trim()]);
}

#[test]
fn a_file_that_came_with_the_command_comes_with_the_item() {
    let mut scene = Scene::on(NORTH);
    let picture = Attachment::new(FileKind::Photo, NORTH, "f1");
    let invocation = Invocation::of("feedback").given("file", OptionValue::File(picture.clone()));
    let opened = scene.script.run(&scene.ana, &scene.group, invocation);
    let token = opened.form().expect("a form opens").token.clone();
    let fields = [("title", "The lid sticks"), ("kind", "bug")];
    let saved = scene.script.submit(&scene.ana, &scene.group, &token, &fields).text();
    assert!(saved.starts_with("Saved #1."), "{saved}");
    assert_eq!(scene.item(1).map(|item| item.files), Some(vec![picture]));
    let again = scene.script.submit(&scene.ana, &scene.group, &token, &fields).text();
    assert!(again.starts_with("Saved #1."), "{again}");
    assert_eq!(scene.item(2), None, "the same dialog sent twice is one item");
}

#[test]
fn a_form_that_does_not_fit_can_be_tried_again_with_its_words() {
    let mut scene = Scene::on(NORTH);
    let long = "x".repeat(121);
    let fields = [("title", long.as_str()), ("kind", "idea")];
    let refused = scene.script.submit(&scene.ana, &scene.group, "feedback", &fields);
    let words = "What is it about, in a line?: that is 121 characters, at most 120 fit.";
    assert_eq!(refused.text(), words);
    assert_eq!(scene.item(1), None);
    let again = scene.script.press(&scene.ana, &scene.group, "Try again");
    let form = again.form().expect("the form opens again");
    assert_eq!(values(&form.fields)[..2], [long.as_str(), "idea"]);
    assert!(scene.send_in(&scene.ana.clone(), "shorter").text().starts_with("Saved #1."));
}

#[test]
fn an_area_nobody_knows_is_left_out_and_said() {
    let mut community = brand(NORTH);
    let settings = Settings { areas: vec!["Billing".into(), "App".into()], ..Settings::default() };
    let settings = serde_json::to_value(settings).expect("settings are JSON");
    community.settings.insert("feedback".to_owned(), settings);
    let mut scene = Scene::of(NORTH, community);
    let fields = |area| [("title", "The lid sticks"), ("kind", "bug"), ("area", area)];
    let saved = scene.script.submit(&scene.ana, &scene.group, "feedback", &fields("Lid"));
    let said = "There is no area “Lid”, so I left it out. There are: Billing, App.\nSaved #1.";
    assert!(saved.text().starts_with(said), "{}", saved.text());
    assert_eq!(scene.item(1).map(|item| item.area), Some(None));
    scene.script.submit(
        &scene.ben,
        &scene.group,
        "feedback",
        &[("title", "Rounding"), ("kind", "bug"), ("area", "billing")],
    );
    assert_eq!(scene.item(2).and_then(|item| item.area).as_deref(), Some("Billing"));
}
