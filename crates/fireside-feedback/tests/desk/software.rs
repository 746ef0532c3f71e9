//! What other software is told is what `docs/webhooks.md` says.

use std::collections::BTreeMap;

use fireside_core::Place;
use fireside_testkit::script::{NORTH, brand};
use serde_json::Value;

use crate::Scene;

/// The data of each event, as the page shows it, by the event's type.
fn documented() -> BTreeMap<String, Value> {
    let page = include_str!("../../../../docs/webhooks.md");
    let blocks = page.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
    let events = blocks.filter_map(|block| serde_json::from_str::<Value>(block).ok());
    events.filter_map(|event| Some((event["type"].as_str()?.to_owned(), event["data"].clone()))).collect()
}

fn names(data: &Value) -> Vec<&str> {
    let mut names: Vec<_> = data.as_object().expect("an object").keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

#[test]
fn every_event_has_the_fields_that_are_documented() {
    let mut community = brand(NORTH);
    community.outward = Some(Place::channel("software", "acme"));
    let mut scene = Scene::of(NORTH, community);
    scene.raise_as("idea", "A timer", "It should go off at night");
    scene.raise_as("bug", "The lid sticks", "");
    scene.back(1, "ben");
    scene.staff("status 1 planned We begin in May");
    scene.staff("merge 2 1");
    scene.soon();
    let documented = documented();
    let told = scene.script.told_software();
    let kinds: Vec<_> = told.iter().map(|(event_type, _)| *event_type).collect();
    for event_type in documented.keys() {
        assert!(kinds.contains(&event_type.as_str()), "{event_type} is documented and not told: {kinds:?}");
    }
    for (event_type, data) in &told {
        let shown = documented.get(*event_type).unwrap_or_else(|| panic!("{event_type} is not documented"));
        assert_eq!(names(data), names(shown), "{event_type}");
        assert!(!data.to_string().contains("Ana"), "nobody is named: {data}");
    }
    let (_, created) = told[0];
    assert_eq!(
        (&created["title"], &created["details"]),
        (&"A timer".into(), &"It should go off at night".into())
    );
    let changed = told.iter().find(|(event_type, _)| *event_type == "feedback.status_changed");
    let changed = changed.expect("it was told").1;
    assert_eq!((&changed["from"], &changed["to"]), (&"open".into(), &"planned".into()));
    assert_eq!(changed["note"], "We begin in May");
}
