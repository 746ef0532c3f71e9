//! `/join` with `where: customer`.

use fireside_core::PlaceRef;
use fireside_handoff::CaseNumber;
use fireside_testkit::script::{NORTH, SOUTH, chat};

use crate::Scene;

#[test]
fn staff_come_to_the_customers_own_room_and_the_customer_reads_it_once() {
    let mut scene = Scene::new(NORTH, NORTH);
    scene.call("");
    let nook = scene.group.clone().thread("nook");
    let mut case = scene.case(1);
    let leg = case.legs.last_mut().expect("the customer speaks somewhere");
    (leg.place, leg.is_private) = (PlaceRef::At(nook.clone()), true);
    scene.script.put(&CaseNumber::new(1), &case);
    let told = scene.script.said_in(&scene.home).len();
    assert_eq!(scene.desk("join", "1 customer"), "You are in Ana's room.");
    assert!(scene.script.is_member(&nook, &scene.sam.account));
    assert_eq!(scene.desk("join", "customer 1"), "You are in Ana's room.");
    assert_eq!(scene.script.said_in(&nook), ["Sam from Acme has joined you here."]);
    assert_eq!(scene.script.said_in(&scene.home).len(), told, "nobody else is told");
}

#[test]
fn where_nobody_can_be_let_in_staff_are_told_why() {
    let mut scene = Scene::new(SOUTH, SOUTH);
    scene.call("");
    let public = scene.desk("join", "1 customer");
    assert_eq!(public, "Ana writes in a public place: nobody has to be let in.");
    scene.desk("close", "1");
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "human", "");
    let private = scene.desk("join", "2 customer");
    assert!(private.starts_with("Ana writes in a private chat with me"), "{private}");
    assert_eq!(scene.desk("join", "1 customer"), "Case #1 is closed.");
}

#[test]
fn staff_of_another_platform_can_not_be_let_in() {
    let mut scene = Scene::new(NORTH, SOUTH);
    scene.call("");
    let mut case = scene.case(1);
    let leg = case.legs.last_mut().expect("the customer speaks somewhere");
    (leg.place, leg.is_private) = (PlaceRef::At(scene.group.clone().thread("nook")), true);
    scene.script.put(&CaseNumber::new(1), &case);
    let said = scene.desk("join", "1 customer");
    assert!(said.starts_with("Ana is on a platform where I can't let you in."), "{said}");
}

#[test]
fn who_waits_longest_is_taken_on_first_though_their_case_is_newer() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    scene.desk("claim", "1");
    scene.desk("close", "1");
    scene.script.advance(std::time::Duration::from_hours(1));
    scene.other_calls("2", "Ben");
    scene.script.advance(std::time::Duration::from_hours(1));
    scene.desk("reopen", "1");
    scene.desk("release", "1");
    let mut case = scene.case(1);
    case.unanswered_since = Some(scene.script.now());
    scene.script.put(&case.number, &case);
    scene.desk("claim", "");
    assert_eq!(scene.case(2).owner().map(|owner| owner.name.as_str()), Some("Sam"));
}
