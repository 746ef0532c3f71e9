//! `/priority` and `/tag`.

use fireside_handoff::Priority;
use fireside_testkit::script::{NORTH, SOUTH};

use crate::Scene;

#[test]
fn a_case_presses_as_much_as_staff_say() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let set = scene.script.command(&scene.sam, &room, "priority", "high");
    assert_eq!(set.text(), "Case #1 has a new priority: High priority.");
    assert_eq!(scene.case(1).priority, Priority::High);
    assert_eq!(scene.desk("priority", "Urgent 1"), "Case #1 has a new priority: Urgent.");
    assert!(scene.desk("priority", "dire 1").starts_with("Which priority?"));
    assert_eq!(scene.desk("priority", "low 9"), "There is no case #9.");
    assert_eq!(scene.case(1).priority, Priority::Urgent);
    assert!(!scene.script.said_in(&scene.group).concat().contains("riority"));
}

#[test]
fn a_case_is_filed_under_tags() {
    for staff in [NORTH, SOUTH] {
        let mut scene = Scene::new(SOUTH, staff);
        scene.call("");
        assert_eq!(scene.desk("tag", "1"), "Case #1 has no tags.");
        assert_eq!(scene.desk("tag", "add 1 late\n delivery"), "Case #1 is filed under late delivery.");
        assert_eq!(scene.desk("tag", "add 1 Late Delivery"), "Case #1 has that tag already.");
        assert_eq!(scene.desk("tag", "list 1"), "Case #1: late delivery");
        assert_eq!(scene.desk("tag", "remove 1 vip"), "Case #1 has no such tag.");
        assert_eq!(
            scene.desk("tag", "remove 1 LATE delivery"),
            "Case #1 is not filed under LATE delivery any more."
        );
        assert!(scene.case(1).tags.is_empty());
    }
}

#[test]
fn tags_are_few_and_short() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    assert_eq!(scene.desk("tag", "add 1"), "Which tag?");
    assert_eq!(scene.desk("tag", "add 1 \u{200B}"), "Which tag?");
    let long = scene.desk("tag", &format!("add 1 {}", "é".repeat(31)));
    assert_eq!(long, "That is too long for a tag: at most 30 characters.");
    for tag in ["a", "b", "c", "d", "e"] {
        scene.desk("tag", &format!("add 1 {tag}"));
    }
    assert_eq!(scene.desk("tag", "add 1 f"), "Case #1 has five tags: take one off first.");
    assert_eq!(scene.case(1).tags, ["a", "b", "c", "d", "e"]);
}
