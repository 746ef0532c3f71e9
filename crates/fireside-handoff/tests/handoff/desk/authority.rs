//! Who may do what staff do.

use std::time::Duration;

use fireside_core::EventKind;
use fireside_core::command::SuggestRequest;
use fireside_testkit::script::{NORTH, SOUTH, customer, member};

use crate::Scene;

/// Every command of the desk, with words that would do something.
const COMMANDS: [(&str, &str); 17] = [
    ("join", "1 customer"),
    ("transfer", "1 Kim"),
    ("cases", ""),
    ("reopen", "1"),
    ("contact", "case:1 hello"),
    ("snippet", ""),
    ("snippet", "add hi Hello"),
    ("snippet", "send hi 1"),
    ("priority", "urgent 1"),
    ("tag", "add 1 vip"),
    ("tag", "1"),
    ("merge_cases", "1 2"),
    ("block", "case:1 3d"),
    ("unblock", "case:1"),
    ("notify", "1"),
    ("subscribe", "1"),
    ("audit", ""),
];

#[test]
fn nothing_at_the_desk_is_for_strangers() {
    for (customers, staff) in [(SOUTH, NORTH), (NORTH, SOUTH)] {
        let mut scene = Scene::new(customers, staff);
        scene.call("");
        scene.other_calls("2", "Ben");
        let before = (scene.case(1), scene.case(2));
        let stranger = customer(staff, "66", "Sam");
        for (command, words) in COMMANDS {
            let refused = scene.script.command(&stranger, &scene.home, command, words);
            assert_eq!(refused.text(), "That is for staff.", "{command} {words}");
        }
        assert_eq!((scene.case(1), scene.case(2)), before);
    }
}

#[test]
fn a_role_that_is_too_old_opens_no_desk() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    let sam = member(NORTH, "8", "Sam", Some(scene.script.now()));
    scene.script.advance(Duration::from_millis(30_001));
    for (command, words) in COMMANDS {
        let refused = scene.script.command(&sam, &scene.home, command, words);
        assert_eq!(refused.text(), "That is for staff.", "{command} {words}");
    }
}

#[test]
fn what_the_desk_answers_is_for_the_one_who_asked() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    scene.other_calls("2", "Ben");
    for (command, words) in COMMANDS {
        let reply = scene.script.command(&scene.sam, &scene.home, command, words);
        assert!(reply.is_private(), "{command} {words}: {}", reply.text());
    }
}

#[test]
fn on_a_plain_platform_the_desk_says_nothing_in_public() {
    let mut scene = Scene::new(SOUTH, SOUTH);
    scene.call("");
    for (command, words) in [("cases", ""), ("audit", ""), ("snippet", ""), ("tag", "1")] {
        let said = scene.script.command(&scene.sam, &scene.group, command, words).text();
        assert_eq!(said, "I can only tell you that in private: write to me there.", "{command}");
    }
}

#[test]
fn strangers_are_suggested_nothing() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    assert_eq!(scene.suggested("transfer", None, "case", "an"), ["1: #1 Ana"]);
    scene.sam = customer(NORTH, "66", "Sam");
    assert_eq!(scene.suggested("transfer", None, "case", "an"), Vec::<String>::new());
}

#[test]
fn a_page_and_a_draft_are_pressed_by_staff_alone() {
    let mut scene = Scene::new(SOUTH, NORTH);
    for id in 1..=10 {
        scene.other_calls(&id.to_string(), "Ben");
    }
    scene.desk("snippet", "add hi Hello {customer}");
    scene.desk("cases", "");
    let next = scene.script.button(&scene.home, &scene.sam.account, "More");
    scene.desk("snippet", "send hi 1");
    let send = scene.script.button(&scene.home, &scene.sam.account, "Send it");
    let stranger = customer(NORTH, "66", "Sam");
    let before = scene.script.said_in(&scene.group);
    for data in [next, send] {
        let refused = scene.script.press_data(&stranger, &scene.home, &data);
        assert_eq!(refused.text(), "That is for staff.");
    }
    assert_eq!(scene.script.said_in(&scene.group), before);
}

#[test]
fn any_words_behind_a_command_are_borne() {
    let mut scene = Scene::new(NORTH, SOUTH);
    scene.call("");
    for (command, _) in COMMANDS {
        for words in ["-1", "99999999999999999999", "case:0", "add", "add \u{200B}", "{", "who:1 \u{202E}x"] {
            let reply = scene.script.command(&scene.sam, &scene.home, command, words);
            assert!(!reply.text().is_empty(), "{command} {words}");
        }
    }
    let request = SuggestRequest {
        command: "merge_cases".to_owned(),
        subcommand: None,
        option: "nothing".to_owned(),
        typed: "#".to_owned(),
        options: Vec::new(),
    };
    scene.script.act(&scene.sam, &scene.home, EventKind::Suggest(request));
}
