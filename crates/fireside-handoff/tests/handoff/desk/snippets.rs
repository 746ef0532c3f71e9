//! `/snippet`.

use std::time::Duration;

use fireside_handoff::Snippet;
use fireside_testkit::script::{NORTH, SOUTH};

use crate::Scene;

const HELLO: &str = "Hello {customer}, {staff} from {brand} looks into case {case}.";

#[test]
fn a_snippet_is_looked_at_and_then_sent_once() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    assert_eq!(scene.desk("snippet", &format!("add Hello {HELLO}")), "Snippet hello is kept.");
    let before = scene.script.said_in(&scene.group);
    let preview = scene.script.command(&scene.sam, &room, "snippet", "send hello");
    assert!(preview.is_private());
    assert_eq!(preview.text(), "Ana would read:\nHello Ana, Sam from Acme looks into case #1.");
    assert_eq!(scene.script.said_in(&scene.group), before, "nobody but Sam has seen it");
    let send = scene.script.button(&room, &scene.sam.account, "Send it");
    assert_eq!(scene.script.press_data(&scene.sam, &room, &send).text(), "Said to Ana in case #1.");
    let said = "Sam · Acme: Hello Ana, Sam from Acme looks into case #1.";
    assert_eq!(scene.last_in(&scene.group), said);
    assert_eq!(scene.script.press_data(&scene.sam, &room, &send).text(), "That is no longer current.");
    let all = scene.script.said_in(&scene.group);
    assert_eq!(all.iter().filter(|words| *words == said).count(), 1);
}

#[test]
fn what_is_put_in_is_not_read_as_a_placeholder() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.ana.name = "{staff}".to_owned();
    scene.call("");
    scene.desk("snippet", "add hi Hi {customer}");
    assert_eq!(scene.desk("snippet", "send hi 1"), "{staff} would read:\nHi {staff}");
}

#[test]
fn a_placeholder_that_is_not_known_is_refused_with_those_that_are() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let refused = "There is no {custmer}. These are put in: {customer}, {staff}, {brand}, {case}.";
    assert_eq!(scene.desk("snippet", "add hi Hi {custmer}"), refused);
    scene.desk("snippet", "add hi Hi {customer}");
    assert_eq!(scene.desk("snippet", "edit hi Hi {custmer}"), refused);
    let kept: Option<Snippet> = scene.script.record("hi");
    assert_eq!(kept.map(|kept| kept.words), Some("Hi {customer}".to_owned()));
}

#[test]
fn snippets_are_changed_listed_and_removed() {
    for staff in [NORTH, SOUTH] {
        let mut scene = Scene::new(SOUTH, staff);
        assert_eq!(scene.desk("snippet", ""), "No snippets yet: /snippet add keeps one.");
        scene.desk("snippet", "add bye Good bye");
        assert_eq!(
            scene.desk("snippet", "add BYE Farewell"),
            "There is a snippet bye: /snippet edit changes it."
        );
        assert_eq!(scene.desk("snippet", "edit bye Fare\nwell"), "Snippet bye is changed.");
        assert_eq!(scene.desk("snippet", "edit hi Hello"), "There is no snippet hi.");
        assert_eq!(scene.desk("snippet", "list"), "Snippets:\nbye: Fare well");
        if staff == NORTH {
            assert_eq!(scene.suggested("snippet", Some("send"), "name", "b"), ["bye: bye: Fare well"]);
        }
        assert_eq!(scene.desk("snippet", "remove bye"), "Snippet bye is gone.");
        assert_eq!(scene.desk("snippet", "remove bye"), "There is no snippet bye.");
    }
}

#[test]
fn a_snippet_has_a_short_name_and_words() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let name = "x".repeat(33);
    for words in [&format!("add {name} hello"), "add \u{200B} hello"] {
        let refused = scene.desk("snippet", words);
        assert_eq!(refused, "A snippet's name is one word of at most 32 characters.", "{words}");
    }
    assert!(scene.desk("snippet", "add hi").starts_with("What does the snippet say?"));
    let long = scene.desk("snippet", &format!("add hi {}", "é".repeat(1_501)));
    assert_eq!(long, "That is too long for a snippet: at most 1500 characters.");
}

#[test]
fn many_snippets_have_pages() {
    let mut scene = Scene::new(SOUTH, NORTH);
    for number in 10..=20 {
        scene.desk("snippet", &format!("add s{number} words"));
    }
    assert!(!scene.desk("snippet", "").contains("s20"));
    let next = scene.script.press(&scene.sam, &scene.home, "More").text();
    assert_eq!(next, "Snippets:\ns20: words");
    assert!(scene.script.press(&scene.sam, &scene.home, "Back").text().contains("s10"));
}

#[test]
fn a_snippet_is_not_sent_in_a_closed_case_or_too_late() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.under_way();
    scene.desk("snippet", "add hi Hello");
    scene.desk("snippet", "send hi 1");
    let send = scene.script.button(&scene.home, &scene.sam.account, "Send it");
    scene.desk("close", "1");
    let before = scene.script.said_in(&scene.group);
    assert_eq!(scene.script.press_data(&scene.sam, &scene.home, &send).text(), "That is no longer current.");
    assert_eq!(scene.desk("snippet", "send hi 1"), "Case #1 is closed.");
    scene.desk("reopen", "1");
    scene.desk("snippet", "send hi 1");
    let late = scene.script.button(&scene.home, &scene.sam.account, "Send it");
    scene.script.advance(Duration::from_hours(1));
    assert_eq!(scene.script.press_data(&scene.sam, &scene.home, &late).text(), "That is no longer current.");
    let heard = scene.script.said_in(&scene.group);
    assert!(!heard[before.len()..].concat().contains("Hello"), "{heard:?}");
}

#[test]
fn a_snippet_is_sent_by_the_one_who_looked_at_it() {
    let mut scene = Scene::new(SOUTH, SOUTH);
    scene.under_way();
    scene.desk("snippet", "add hi I am {staff}");
    scene.desk("snippet", "send hi 1");
    let send = scene.script.button(&scene.home, &scene.kim.account, "Send it");
    let before = scene.script.said_in(&scene.group);
    scene.script.press_data(&scene.kim, &scene.home, &send);
    assert!(scene.last_in(&scene.home).starts_with("That is Sam's to send."));
    assert_eq!(scene.script.said_in(&scene.group), before);
    scene.script.press_data(&scene.sam, &scene.home, &send);
    assert_eq!(scene.last_in(&scene.group), "Sam · Acme: I am Sam");
}
