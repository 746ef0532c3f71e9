//! `/cases`.

use std::time::Duration;

use fireside_testkit::script::{NORTH, SOUTH};

use crate::Scene;

const MINUTE: Duration = Duration::from_mins(1);

/// Three who wait: Ana the longest, Cleo the shortest.
fn three(staff: &str) -> Scene {
    let mut scene = Scene::new(SOUTH, staff);
    scene.call("");
    scene.script.advance(5 * MINUTE);
    scene.other_calls("2", "Ben");
    scene.script.advance(60 * MINUTE);
    scene.other_calls("3", "Cleo");
    scene
}

#[test]
fn who_waits_longest_stands_first() {
    let mut scene = three(NORTH);
    scene.script.advance(2 * MINUTE);
    assert_eq!(
        scene.desk("cases", "").lines().collect::<Vec<_>>(),
        [
            "Cases 1 to 3 of 3",
            "#1 Ana · waiting · waits for one hour",
            "#2 Ben · waiting · waits for one hour",
            "#3 Cleo · waiting · waits for 2 minutes",
        ]
    );
}

#[test]
fn what_presses_most_stands_before_what_waits_longest() {
    let mut scene = three(NORTH);
    scene.desk("priority", "urgent 3");
    scene.desk("priority", "low 1");
    let numbers = |said: &str| said.lines().skip(1).map(|line| line[..2].to_owned()).collect::<Vec<_>>();
    assert_eq!(numbers(&scene.desk("cases", "")), ["#3", "#2", "#1"]);
    // What nobody waits for comes last, however much it presses.
    scene.script.command(&scene.sam, &scene.home, "close", "2");
    scene.desk("priority", "urgent 1");
    scene.desk("claim", "1");
    let mut answered = scene.case(1);
    answered.unanswered_since = None;
    scene.script.put(&answered.number, &answered);
    assert_eq!(numbers(&scene.desk("cases", "")).first().map(String::as_str), Some("#3"));
}

#[test]
fn the_queue_can_be_narrowed() {
    for staff in [NORTH, SOUTH] {
        let mut scene = three(staff);
        scene.desk("claim", "2");
        scene.desk("tag", "add 1 late delivery");
        scene.desk("priority", "high 3");
        scene.desk("close", "1");
        let shown = |scene: &mut Scene, words: &str| {
            let said = scene.desk("cases", words);
            said.lines().skip(1).map(|line| line[..2].to_owned()).collect::<Vec<_>>().concat()
        };
        assert_eq!(shown(&mut scene, "mine"), "#2");
        assert_eq!(shown(&mut scene, "active"), "#2");
        assert_eq!(shown(&mut scene, "in hand"), "#2");
        assert_eq!(shown(&mut scene, "high"), "#3");
        assert_eq!(shown(&mut scene, "closed"), "#1");
        assert_eq!(shown(&mut scene, "closed tag:Late Delivery"), "#1");
        assert_eq!(shown(&mut scene, "tag:late delivery"), "", "it is not open any more");
        assert_eq!(shown(&mut scene, "waiting high"), "#3");
        assert_eq!(scene.desk("cases", "parked"), "No such case.");
    }
}

#[test]
fn a_long_queue_has_pages() {
    let mut scene = Scene::new(SOUTH, NORTH);
    for id in 1..=10 {
        scene.other_calls(&id.to_string(), "Ben");
    }
    let first = scene.desk("cases", "");
    assert!(first.starts_with("Cases 1 to 8 of 10"), "{first}");
    let second = scene.script.press(&scene.sam, &scene.home, "More");
    assert!(second.is_private());
    assert!(second.text().starts_with("Cases 9 to 10 of 10"), "{}", second.text());
    assert_eq!(scene.script.press(&scene.sam, &scene.home, "Back").text(), first);
}

#[test]
fn an_owner_and_tags_stand_in_the_line() {
    let mut scene = three(NORTH);
    scene.desk("claim", "1");
    scene.desk("tag", "add 1 vip");
    scene.desk("priority", "urgent 1");
    let said = scene.desk("cases", "mine");
    assert!(said.starts_with("Cases 1 to 1 of 1\n#1 Ana · in hand · Sam · "), "{said}");
    assert!(said.ends_with("Urgent · vip"), "{said}");
}

#[test]
fn names_in_the_queue_are_tame() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.ana.name = "A\nna \u{202E}".repeat(40);
    scene.call("");
    let said = scene.desk("cases", "");
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 200), "{said}");
}

#[test]
fn tags_in_use_are_suggested() {
    let mut scene = three(NORTH);
    scene.desk("tag", "add 1 vip");
    scene.desk("tag", "add 2 VIP");
    scene.desk("tag", "add 3 refund");
    assert_eq!(scene.suggested("cases", None, "tag", "V").len(), 1);
    assert_eq!(scene.suggested("tag", Some("add"), "name", "ref"), ["refund: refund"]);
    assert_eq!(scene.suggested("tag", Some("add"), "case", "cl"), ["3: #3 Cleo"]);
}

#[test]
fn of_closed_cases_the_newest_come_first() {
    let mut scene = three(NORTH);
    for number in ["3", "1", "2"] {
        scene.desk("close", number);
    }
    let said = scene.desk("cases", "closed");
    let numbers: Vec<_> = said.lines().skip(1).map(|line| &line[..2]).collect();
    assert_eq!(numbers, ["#3", "#2", "#1"]);
    let suggested = scene.suggested("contact", None, "case", "");
    assert_eq!(suggested, ["3: #3 Cleo", "2: #2 Ben", "1: #1 Ana"]);
    assert_eq!(scene.suggested("block", None, "case", "be"), ["2: #2 Ben"]);
    assert_eq!(scene.suggested("reopen", None, "case", "#3"), ["3: #3 Cleo"]);
    assert_eq!(scene.suggested("claim", None, "case", ""), Vec::<String>::new());
}
