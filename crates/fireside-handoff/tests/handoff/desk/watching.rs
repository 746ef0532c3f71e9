//! `/notify` and `/subscribe`.

use fireside_testkit::script::{NORTH, SOUTH};

use crate::Scene;

fn watchers(scene: &Scene) -> Vec<(String, bool)> {
    let watchers = scene.case(1).watchers;
    watchers.into_iter().map(|watcher| (watcher.member.name, watcher.once)).collect()
}

#[test]
fn staff_hear_when_the_customer_writes_until_they_take_it_back() {
    for staff in [NORTH, SOUTH] {
        let mut scene = Scene::new(SOUTH, staff);
        scene.call("");
        assert_eq!(scene.desk("notify", "1"), "I ping you when Ana writes next in case #1.");
        assert_eq!(watchers(&scene), [("Sam".to_owned(), true)]);
        assert_eq!(scene.desk("subscribe", "1"), "I ping you whenever Ana writes in case #1.");
        scene.script.command(&scene.kim, &scene.home, "notify", "1");
        assert_eq!(watchers(&scene), [("Sam".to_owned(), false), ("Kim".to_owned(), true)]);
        assert_eq!(scene.desk("subscribe", "1"), "I don't ping you about case #1 any more.");
        assert_eq!(watchers(&scene), [("Kim".to_owned(), true)]);
    }
}

#[test]
fn nobody_watches_a_closed_case() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    scene.desk("close", "1");
    assert_eq!(scene.desk("notify", "1"), "Case #1 is closed.");
    assert!(scene.desk("subscribe", "").starts_with("Which case?"));
    assert_eq!(watchers(&scene), []);
}
