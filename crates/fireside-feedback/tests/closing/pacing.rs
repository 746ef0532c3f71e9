//! When people are told, and how many at a time.

use fireside_feedback::{Announcement, FeedbackNumber};
use fireside_testkit::script::{NORTH, SOUTH, chat, customer, square, staff_home};
use serde_json::json;

use crate::{Scene, norther};

// Every script begins on 15 June 2025 at 15:06:40 UTC.

#[test]
fn in_quiet_hours_nobody_is_told_anything_until_they_end() {
    let quiet = json!({ "quiet_hours": { "from": 23, "to": 8 } });
    let mut scene = Scene::in_zone("Asia/Tokyo", &quiet);
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    // It is six minutes past midnight in Tokyo.
    scene.tell("1 planned");
    scene.script.advance(std::time::Duration::from_mins(60 * 7 + 53));
    assert!(scene.script.said_in(&square(NORTH)).is_empty());
    scene.seconds(60);
    assert_eq!(scene.script.said_in(&square(NORTH)).len(), 1);
}

#[test]
fn an_answer_is_told_together_with_the_change_that_nobody_has_heard_of_yet() {
    let mut scene = Scene::with(&json!({ "quiet_hours": { "from": 15, "to": 16 } }));
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.tell("1 planned It comes in May.");
    let (staff, home) = (scene.staff.clone(), staff_home(NORTH));
    let (first, second) = ("a".repeat(700), "b".repeat(700));
    scene.script.command(&staff, &home, "feedback", &format!("answer 1 {first}"));
    scene.script.command(&staff, &home, "feedback", &format!("answer 1 {second}"));
    scene.hours(1);
    let heard = scene.script.said_in(&square(NORTH));
    let planned = "#1 “The lid sticks” is planned.";
    let told = format!("{planned}\n{second}\nThank you for speaking up, Ana");
    assert_eq!(heard, [told], "of more than can be told at once, the last");
    scene.hours(23);
    scene.tell("1 started");
    scene.script.command(&staff, &home, "feedback", "answer 1 Soon.");
    scene.script.command(&staff, &home, "feedback", "answer 1 Sooner.");
    scene.hours(1);
    let heard = scene.script.said_in(&square(NORTH));
    let told = "We have started on #1 “The lid sticks”.\nSoon.\nSooner.\nThank you for speaking up, Ana";
    assert_eq!(heard[1..], [told]);
}

#[test]
fn outside_of_quiet_hours_people_are_told_at_once() {
    let quiet = json!({ "quiet_hours": { "from": 23, "to": 8 } });
    let mut scene = Scene::in_zone("Europe/Berlin", &quiet);
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.tell("1 planned");
    assert_eq!(scene.script.said_in(&square(NORTH)).len(), 1);
}

#[test]
fn a_place_that_has_heard_enough_hears_the_rest_in_the_next_morning() {
    let mut scene = Scene::with(&json!({ "announcements_per_day": 1 }));
    let ana = customer(NORTH, "1", "Ana");
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.raise(&ana, &square(NORTH), "Dark colours please");
    let ben = customer(SOUTH, "2", "Ben");
    scene.back(&ben, &square(SOUTH), 2);
    let before = scene.script.said_in(&square(SOUTH)).len();
    scene.tell("1 planned");
    scene.tell("2 planned");
    assert_eq!(scene.script.said_in(&square(NORTH)).len(), 1);
    assert_eq!(scene.script.said_in(&square(SOUTH)).len(), before + 1);
    // Fifty-three minutes before nine in the next morning.
    scene.hours(17);
    assert_eq!(scene.script.said_in(&square(NORTH)).len(), 1);
    scene.hours(1);
    assert_eq!(scene.script.said_in(&square(NORTH)).len(), 2);
    scene.hours(72);
    assert_eq!(scene.script.said_in(&square(NORTH)).len(), 2);
    assert_eq!(scene.script.said_in(&square(SOUTH)).len(), before + 1);
}

#[test]
fn a_person_who_has_heard_enough_hears_the_rest_in_the_next_morning() {
    let mut scene = Scene::with(&json!({ "private_messages_per_day": 2 }));
    let ana = customer(NORTH, "1", "Ana");
    for (index, title) in ["The lid sticks", "Dark colours please", "Import from a sheet"].iter().enumerate()
    {
        scene.raise(&ana, &chat(&ana), title);
        scene.tell(&format!("{} planned", index + 1));
    }
    assert_eq!(scene.told(&ana).len(), 2);
    scene.hours(18);
    assert_eq!(scene.told(&ana).len(), 3);
    assert!(scene.told(&ana)[2].starts_with("#3 "));
}

#[test]
fn where_nothing_may_ever_be_said_nothing_waits() {
    let mut scene = Scene::with(&json!({ "announcements_per_day": 0, "private_messages_per_day": 0 }));
    let ana = customer(NORTH, "1", "Ana");
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.back(&norther(2), &chat(&norther(2)), 1);
    scene.tell("1 planned");
    scene.hours(72);
    assert_eq!(scene.messages(), 0);
    let announcement = scene.script.record::<Announcement>(&FeedbackNumber::new(1)).expect("it is kept");
    assert_eq!((announcement.told, announcement.waiting), (0, 0));
}

#[test]
fn few_messages_are_on_their_way_at_a_time() {
    let mut scene = Scene::new();
    for id in 0..60 {
        let actor = norther(id);
        if id == 0 {
            scene.raise(&actor, &chat(&actor), "The lid sticks");
        } else {
            scene.back(&actor, &chat(&actor), 1);
        }
    }
    scene.set_status("1 planned");
    scene.script.hold_deliveries();
    scene.seconds(60);
    assert_eq!(scene.messages(), 25);
    scene.seconds(300);
    assert_eq!(scene.messages(), 50, "what a platform holds back stops the others for a while only");
    scene.script.deliver_all();
    scene.seconds(1);
    assert_eq!(scene.messages(), 60);
    assert!((0..60).all(|id| scene.told(&norther(id)).len() == 1));
}

#[test]
fn a_status_costs_the_same_however_many_have_asked() {
    let mut scene = Scene::new();
    scene.raise(&norther(0), &square(NORTH), "The lid sticks");
    let kept = |scene: &mut Scene, status: &str| {
        let staff = scene.staff.clone();
        let place = fireside_testkit::script::staff_home(NORTH);
        let words = format!("status 1 {status}");
        let reply = scene.script.command(&staff, &place, "feedback", &words);
        let told = |delivery: &&fireside_core::Delivery| {
            delivery.tag.as_ref().is_some_and(|tag| tag.label == "announcement")
        };
        reply.deliveries.iter().filter(told).count()
    };
    assert_eq!(kept(&mut scene, "planned"), 0);
    for id in 1..100 {
        scene.back(&norther(id), &square(NORTH).thread(format!("t{id}")), 1);
    }
    assert_eq!(kept(&mut scene, "started"), 0);
}
