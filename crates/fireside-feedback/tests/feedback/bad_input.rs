//! What nobody should send, and somebody will.

use fireside_core::{Effect, Span};
use fireside_testkit::script::{NORTH, SOUTH, chat};

use crate::Scene;

#[test]
fn titles_that_show_nothing_are_refused() {
    let mut scene = Scene::on(NORTH);
    for blank in ["", "   ", "\n\t", " \u{200B}\u{2060}\u{FEFF}", "\u{202E}\u{200E}", "\u{3164}"] {
        let refused = scene.send_in(&scene.ana.clone(), blank);
        assert_eq!(refused.text(), "What is it about, in a line?: please write something.", "{blank:?}");
    }
    assert_eq!(scene.item(1), None);
}

#[test]
fn blank_words_after_the_command_are_none() {
    let mut scene = Scene::on(SOUTH);
    let chat = chat(&scene.ana);
    let asked = scene.script.command(&scene.ana, &chat, "feedback", " \u{200B}\u{2060} ").text();
    assert_eq!(asked, "What is it about, in a line?");
}

#[test]
fn ten_thousand_characters_are_refused_with_their_count() {
    let mut scene = Scene::on(NORTH);
    let refused = scene.send_in(&scene.ana.clone(), &"x".repeat(10_000)).text();
    assert_eq!(refused, "What is it about, in a line?: that is 10000 characters, at most 120 fit.");
    assert_eq!(scene.item(1), None);
}

#[test]
fn a_title_is_one_visible_line() {
    let mut scene = Scene::on(NORTH);
    scene.send_in(&scene.ana.clone(), "The\u{202E} lid\n\u{200B}sticks\u{0}");
    assert_eq!(scene.title(1), "The lid sticks");
}

#[test]
fn markup_pings_and_formulas_are_words_in_every_field() {
    for hostile in ["@everyone <@1> **b** <b>x</b>", "=cmd()|'/c calc'!A0", "[x](https://evil.example)"] {
        let mut scene = Scene::on(NORTH);
        let fields = [("title", hostile), ("kind", "bug"), ("details", hostile), ("area", hostile)];
        let fields = fields.map(|(name, value)| (name, if name == "area" { &value[..10] } else { value }));
        let saved = scene.script.submit(&scene.ana, &scene.group, "feedback", &fields);
        assert!(saved.text().starts_with("Saved #1."), "{}", saved.text());
        let item = scene.item(1).expect("it is kept");
        assert_eq!((item.title.as_str(), item.details.as_str()), (hostile, hostile));
        // Offered to somebody else, it is still nothing but words.
        let ben = scene.ben.clone();
        scene.send_in(&ben, hostile);
        let said = scene.script.deliveries().iter().filter_map(|row| match &row.delivery.effect {
            Effect::Send { content, .. } | Effect::Edit { content, .. } => Some(content.text.clone()),
            _ => None,
        });
        for text in said {
            let is_markup = |span: &Span| matches!(span, Span::Mention { .. } | Span::Link { .. });
            assert!(!text.0.iter().any(is_markup), "{text:?}");
        }
    }
}

#[test]
fn a_kind_nobody_declared_is_refused() {
    let mut scene = Scene::on(NORTH);
    let fields = [("title", "words"), ("kind", "rant")];
    let refused = scene.script.submit(&scene.ana, &scene.group, "feedback", &fields);
    assert_eq!(refused.text(), "What is it?: please choose one of the answers offered.");
    assert_eq!(scene.item(1), None);
}

#[test]
fn forged_forms_and_presses_change_nothing() {
    let mut scene = Scene::on(NORTH);
    scene.send_in(&scene.ana.clone(), "The lid sticks");
    let before = scene.item(1);
    let fields = [("title", "mine now"), ("kind", "praise")];
    let stolen = scene.script.submit(&scene.ben, &scene.group, "feedback:item-1", &fields).text();
    assert_eq!(stolen, "That is for the one who wrote it.");
    for token in ["feedback:draft-nothing", "feedback:draft-", "voice_why:x", "feedback_kind:item-1"] {
        let reply = scene.script.submit(&scene.ben, &scene.group, token, &[("title", "x"), ("kind", "bug")]);
        assert!(!reply.text().contains("Saved"), "{token}: {}", reply.text());
    }
    for data in ["a:forged", "a:", "d:x:0", "", "a:draft 1"] {
        let reply = scene.script.press_data(&scene.ben, &scene.group, data);
        assert_eq!(reply.text(), "That is no longer current.", "{data}");
    }
    assert_eq!((scene.item(1), scene.item(2)), (before, None));
}

#[test]
fn who_hides_their_name_raises_and_backs_nothing() {
    let mut scene = Scene::on(SOUTH);
    scene.ana.is_anonymous = true;
    let words =
        "I can't tell who you are here: please write under your own name, so that the team can answer you.";
    assert_eq!(scene.script.command(&scene.ana, &scene.group, "feedback", "The lid").text(), words);
    assert_eq!(scene.script.command(&scene.ana, &scene.group, "voice", "1").text(), words);
    assert_eq!(scene.item(1), None);
}
