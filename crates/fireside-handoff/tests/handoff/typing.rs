//! That one side writes, shown to the other.

use std::time::Duration;

use fireside_core::{Effect, EventKind, Place};
use fireside_testkit::script::{NORTH, SOUTH, customer};
use serde_json::json;

use crate::Scene;

/// How often it was shown in a place that somebody writes.
fn shown_in(scene: &Scene, place: &Place) -> usize {
    let rows = scene.script.deliveries().iter();
    rows.filter(|row| matches!(&row.delivery.effect, Effect::Type { to } if to.anchor() == place)).count()
}

#[test]
fn that_staff_write_is_shown_every_five_seconds() {
    let mut scene = Scene::new(NORTH, NORTH);
    let room = scene.under_way();
    for _ in 0..3 {
        scene.script.act(&scene.sam, &room, EventKind::Typing);
    }
    assert_eq!(shown_in(&scene, &scene.group), 1);
    scene.script.advance(Duration::from_secs(5));
    scene.script.act(&scene.sam, &room, EventKind::Typing);
    assert_eq!(shown_in(&scene, &scene.group), 2);
}

#[test]
fn what_may_be_for_staff_is_not_shown_to_be_written() {
    let mut scene = Scene::with(NORTH, NORTH, &json!({ "place": "here" }));
    let room = scene.under_way();
    scene.script.act(&scene.sam, &room, EventKind::Typing);
    let stranger = customer(NORTH, "66", "Sam");
    scene.script.act(&stranger, &room, EventKind::Typing);
    assert_eq!(shown_in(&scene, &scene.group), 0);
}

#[test]
fn that_the_customer_writes_is_shown_in_the_room() {
    let mut scene = Scene::with(NORTH, NORTH, &json!({ "place": "here" }));
    let room = scene.under_way();
    scene.script.act(&scene.ana, &scene.group, EventKind::Typing);
    assert_eq!(shown_in(&scene, &room), 1);
}

#[test]
fn where_a_platform_cant_show_it_nothing_is_asked_for() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.act(&scene.sam, &room, EventKind::Typing);
    assert_eq!(shown_in(&scene, &scene.group), 0);
}
