//! Where forms can be shown.

use fireside_feedback::Category;
use fireside_testkit::script::NORTH;

use crate::Scene;

#[test]
fn the_form_opens_with_what_is_known_filled_in() {
    let mut scene = Scene::on(NORTH);
    let opened = scene.script.command(&scene.ana, &scene.group, "feedback", "The lid sticks");
    let form = opened.form().expect("a form opens");
    assert_eq!(form.title, "Your feedback");
    let fields: Vec<_> =
        form.fields.iter().map(|field| (field.label.as_str(), field.value.as_str())).collect();
    assert_eq!(
        fields,
        [("What is your feedback about?", "The lid sticks"), ("Which category fits best?", "")]
    );
    let choices: Vec<_> = form.fields[1].choices.iter().map(|(_, label)| label.as_str()).collect();
    assert_eq!(choices, ["Bug", "Idea", "Praise", "Question"]);
    assert!(opened.deliveries.is_empty());
}

#[test]
fn what_is_sent_in_is_kept_and_numbered() {
    let mut scene = Scene::on(NORTH);
    let fields = [("about", "  The lid sticks "), ("category", "bug")];
    let saved = scene.script.submit(&scene.ana, &scene.group, "feedback", &fields);
    assert!(saved.is_private());
    assert!(saved.text().starts_with("Saved #1."), "{}", saved.text());
    let item = scene.item(1).expect("it is kept");
    assert_eq!((item.about.as_str(), item.category), ("The lid sticks", Category::Bug));
    let next = scene.script.submit(&scene.ana, &scene.group, "feedback", &fields);
    assert!(next.text().starts_with("Saved #2."), "{}", next.text());
}

#[test]
fn a_form_that_does_not_fit_can_be_tried_again_with_its_words() {
    let mut scene = Scene::on(NORTH);
    let long = "x".repeat(2001);
    let fields = [("about", long.as_str()), ("category", "idea")];
    let refused = scene.script.submit(&scene.ana, &scene.group, "feedback", &fields);
    assert_eq!(refused.text(), "What is your feedback about?: that is 2001 characters, at most 2000 fit.");
    assert_eq!(scene.item(1), None);
    let again = scene.script.press(&scene.ana, &scene.group, "Try again");
    let form = again.form().expect("the form opens again");
    assert_eq!((form.fields[0].value.as_str(), form.fields[1].value.as_str()), (long.as_str(), "idea"));
    let fields = [("about", "shorter"), ("category", "idea")];
    assert!(
        scene.script.submit(&scene.ana, &scene.group, "feedback", &fields).text().starts_with("Saved #1.")
    );
}

#[test]
fn blank_words_and_unknown_categories_are_refused() {
    let mut scene = Scene::on(NORTH);
    let blank = [("about", " \u{200B}"), ("category", "bug")];
    let refused = scene.script.submit(&scene.ana, &scene.group, "feedback", &blank);
    assert_eq!(refused.text(), "What is your feedback about?: please write something.");
    let unknown = [("about", "words"), ("category", "rant")];
    let refused = scene.script.submit(&scene.ana, &scene.group, "feedback", &unknown);
    assert_eq!(refused.text(), "Which category fits best?: please choose one of the answers offered.");
    assert_eq!(scene.item(1), None);
}
