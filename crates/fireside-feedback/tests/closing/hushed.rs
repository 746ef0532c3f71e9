//! Who talks with a human hears nothing of the bot's own accord, and misses
//! nothing.

use fireside_core::Actor;
use fireside_testkit::script::{NORTH, SOUTH, chat, customer, square};

use crate::{Scene, norther};

/// Ben asked for what Ana raised, in private; Sam has it planned.
fn asked() -> (Scene, Actor) {
    let mut scene = Scene::new();
    let ben = customer(SOUTH, "2", "Ben");
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.back(&ben, &chat(&ben), 1);
    (scene, ben)
}

#[test]
fn what_is_new_waits_until_they_have() {
    let (mut scene, ben) = asked();
    scene.fate(&ben, &chat(&ben), "hush");
    scene.tell("1 planned");
    assert!(scene.told(&ben).is_empty());
    scene.hours(24);
    assert!(scene.told(&ben).is_empty(), "they still talk");
    scene.fate(&ben, &chat(&ben), "unhush");
    scene.hours(24);
    assert_eq!(scene.told(&ben).len(), 1);
    scene.hours(48);
    assert_eq!(scene.told(&ben).len(), 1, "once");
}

#[test]
fn what_was_on_its_way_is_taken_back_and_said_another_day() {
    let (mut scene, ben) = asked();
    scene.set_status("1 planned");
    scene.script.hold_deliveries();
    scene.hours(1);
    scene.fate(&ben, &chat(&ben), "hush");
    scene.script.deliver_all();
    scene.hours(24);
    assert!(scene.told(&ben).is_empty());
    scene.fate(&ben, &chat(&ben), "unhush");
    scene.hours(24);
    assert_eq!(scene.told(&ben).len(), 1);
}

#[test]
fn what_is_outdated_by_then_is_not_said() {
    let (mut scene, ben) = asked();
    scene.set_status("1 planned");
    scene.script.hold_deliveries();
    scene.hours(1);
    scene.fate(&ben, &chat(&ben), "hush");
    scene.set_status("1 started");
    scene.script.deliver_all();
    scene.fate(&ben, &chat(&ben), "unhush");
    scene.hours(48);
    let told = scene.told(&ben);
    assert!(told.len() == 1 && !told[0].contains("is planned"), "{told:?}");
}

/// Ana and Nora both want to meet others; gives the scene and both.
fn to_meet() -> (Scene, Actor, Actor) {
    let (mut scene, ana, nora) = (Scene::new(), customer(NORTH, "1", "Ana"), norther(2));
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.back(&nora, &square(NORTH), 1);
    scene.tell("1 planned");
    for actor in [&ana, &nora] {
        scene.script.press(actor, &square(NORTH), "Meet others who asked for this");
        scene.script.press(actor, &square(NORTH), "Yes, introduce me");
    }
    (scene, ana, nora)
}

#[test]
fn two_meet_when_neither_talks_with_a_human() {
    let (mut scene, ana, nora) = to_meet();
    scene.fate(&nora, &square(NORTH), "hush");
    scene.hours(3);
    assert!(scene.told(&ana).is_empty() && scene.told(&nora).is_empty());
    scene.fate(&nora, &square(NORTH), "unhush");
    scene.hours(1);
    assert_eq!((scene.told(&ana).len(), scene.told(&nora).len()), (1, 1));
}

#[test]
fn the_second_of_two_who_meet_is_told_when_they_have_talked() {
    let (mut scene, ana, nora) = to_meet();
    scene.script.hold_deliveries();
    scene.seconds(1);
    scene.fate(&nora, &square(NORTH), "hush");
    scene.script.deliver_all();
    assert_eq!((scene.told(&ana).len(), scene.told(&nora).len()), (1, 0));
    scene.fate(&nora, &square(NORTH), "unhush");
    scene.hours(1);
    assert_eq!((scene.told(&ana).len(), scene.told(&nora).len()), (1, 1));
}

#[test]
fn the_first_of_two_who_meet_is_told_when_they_have_talked() {
    let (mut scene, ana, nora) = to_meet();
    scene.script.hold_deliveries();
    scene.seconds(1);
    scene.fate(&ana, &square(NORTH), "hush");
    scene.script.deliver_all();
    assert_eq!((scene.told(&ana).len(), scene.told(&nora).len()), (0, 0));
    scene.fate(&ana, &square(NORTH), "unhush");
    scene.hours(1);
    assert_eq!((scene.told(&ana).len(), scene.told(&nora).len()), (1, 1));
}
