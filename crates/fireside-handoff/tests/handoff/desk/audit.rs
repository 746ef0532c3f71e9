//! `/audit`.

use std::time::Duration;

use fireside_testkit::script::{NORTH, SOUTH, customer};

use crate::Scene;

#[test]
fn what_was_done_is_shown_with_the_newest_first() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("The secret lid");
    scene.desk("claim", "1");
    scene.script.advance(Duration::from_hours(2));
    scene.script.command(&customer(NORTH, "66", "Eve"), &scene.home, "close", "1");
    let said = scene.desk("audit", "");
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(lines[0], "What was done, the newest first:");
    assert!(lines.contains(&"one minute ago · Eve · close 1 · refused"), "{said}");
    assert_eq!(lines.last(), Some(&"2 hours ago · Sam · claim 1"));
    assert!(!said.contains("secret"), "{said}");
}

#[test]
fn what_one_did_or_what_was_done_to_a_case_can_be_asked_for() {
    for staff in [NORTH, SOUTH] {
        let mut scene = Scene::new(SOUTH, staff);
        scene.call("");
        scene.other_calls("2", "Ben");
        scene.desk("claim", "1");
        scene.script.command(&scene.kim, &scene.home, "claim", "2");
        assert_eq!(scene.desk("audit", "2").lines().count(), 2);
        let kims = scene.desk("audit", "Kim");
        assert!(kims.ends_with("Kim · claim 2") && kims.lines().count() == 2, "{kims}");
        let kim = scene.kim.clone();
        assert_eq!(scene.answering(&kim, "audit", "").text(), kims);
        assert_eq!(scene.desk("audit", "Nobody"), "I don't know anybody of the team by that name.");
        assert_eq!(scene.desk("audit", "99"), "Nothing was done.");
    }
}

#[test]
fn the_log_is_turned_page_by_page() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    for _ in 0..12 {
        scene.desk("priority", "high 1");
        scene.script.advance(Duration::from_mins(1));
    }
    let first = scene.desk("audit", "1");
    assert_eq!(first.lines().count(), 11, "{first}");
    let older = scene.script.press(&scene.sam, &scene.home, "Older").text();
    assert_eq!(older.lines().count(), 3, "{older}");
    assert!(older.ends_with("12 minutes ago · Sam · priority 1"), "{older}");
}

#[test]
fn it_tells_what_a_command_was_about() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    let ben = scene.other_calls("2", "Ben");
    for (name, words) in [("stats", "30"), ("snooze", "2d #2"), ("merge_cases", "2 1")] {
        scene.desk(name, words);
        scene.script.advance(Duration::from_secs(1));
    }
    scene.answering(&ben, "block", "");
    let said = scene.desk("audit", "");
    let done: Vec<_> = said.lines().filter_map(|line| Some(line.split_once("Sam · ")?.1)).collect();
    assert_eq!(done, ["block south:2", "merge_cases 2 1", "snooze 2", "stats"], "{said}");
    assert_eq!(scene.desk("audit", "2").lines().count(), 3);
    assert_eq!(scene.desk("audit", "30"), "Nothing was done.");
}

#[test]
fn who_turns_a_page_or_is_not_let_is_written_down() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    for _ in 0..12 {
        scene.desk("priority", "high 1");
        scene.script.advance(Duration::from_mins(1));
    }
    scene.desk("audit", "1");
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    let older = scene.script.button(&home, &sam.account, "Older");
    scene.script.press_data(&customer(NORTH, "66", "Eve"), &home, &older);
    scene.script.advance(Duration::from_mins(1));
    scene.script.press_data(&sam, &home, &older);
    let said = scene.desk("audit", "");
    assert!(said.contains("Eve · audit_older · refused") && said.contains("Sam · audit_older"), "{said}");
}

#[test]
fn what_was_done_over_a_year_ago_is_not_kept() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    scene.desk("claim", "1");
    scene.desk("release", "1");
    scene.script.advance(Duration::from_hours(24));
    scene.desk("claim", "1");
    scene.script.advance(Duration::from_hours(364 * 24 + 1));
    scene.desk("cases", "");
    let said = scene.desk("audit", "1");
    assert!(said.ends_with("Sam · claim 1") && !said.contains("release"), "{said}");
    assert_eq!(said.matches("claim 1").count(), 1, "{said}");
}
