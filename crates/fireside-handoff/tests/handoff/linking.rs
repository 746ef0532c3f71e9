//! Two people who turn out to be one.

use std::time::Duration;

use fireside_core::Actor;
use fireside_handoff::{Blocked, CaseNumber, OpenCase, StaffMember, State};
use fireside_testkit::script::{NORTH, SOUTH, chat, customer, square};

use crate::Scene;

/// Ana turns out to be the one who has another account as well.
fn link(scene: &mut Scene, other: &Actor) {
    let words = format!("link {}", other.account.id);
    scene.script.command(&scene.ana.clone(), &scene.group.clone(), "desk", &words);
}

fn open_case_of(scene: &Scene, actor: &Actor) -> Option<CaseNumber> {
    scene.script.record::<OpenCase>(&actor.account.person()).map(|open| open.number)
}

#[test]
fn of_two_open_cases_the_older_goes_on() {
    for older_is_hers in [true, false] {
        let mut scene = Scene::new(SOUTH, NORTH);
        let (ana, other) = (scene.ana.clone(), customer(NORTH, "7", "Ana N"));
        let mut callers = [(ana.clone(), square(SOUTH)), (other.clone(), square(NORTH))];
        if !older_is_hers {
            callers.reverse();
        }
        for (caller, place) in &callers {
            scene.script.command(caller, place, "human", "The lid is stuck");
        }
        link(&mut scene, &other);
        assert_eq!(open_case_of(&scene, &ana), Some(CaseNumber::new(1)));
        assert_eq!(open_case_of(&scene, &other), None);
        assert_eq!((scene.case(1).state(), scene.case(2).state()), (State::Waiting, State::Closed));
        assert_eq!(scene.case(2).merged_into, Some(CaseNumber::new(1)));
        assert_eq!(scene.case(1).person, ana.account.person());
        let first = scene.script.rooms_in(&scene.home).swap_remove(0);
        for (caller, place) in &callers {
            scene.script.say(caller, place, "are you there?");
            assert_eq!(scene.last_in(&first), format!("{}: are you there?", caller.name));
        }
    }
}

#[test]
fn a_case_of_either_is_a_case_of_both() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let (ana, other) = (scene.ana.clone(), customer(NORTH, "7", "Ana N"));
    scene.script.command(&other, &square(NORTH), "human", "The lid is stuck");
    link(&mut scene, &other);
    assert_eq!(open_case_of(&scene, &ana), Some(CaseNumber::new(1)));
    let status = scene.script.command(&ana, &chat(&ana), "status", "").text();
    assert!(status.starts_with("Case #1 waits for a person"), "{status}");
    let status = scene.script.command(&other, &square(NORTH), "status", "").text();
    assert!(status.starts_with("Case #1 waits for a person"), "{status}");
}

#[test]
fn who_is_blocked_as_one_is_blocked_as_both() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let (ana, other) = (scene.ana.clone(), customer(NORTH, "7", "Ana N"));
    let by = StaffMember { account: scene.sam.account.clone(), name: "Sam".to_owned() };
    let until = Some(scene.script.now() + Duration::from_hours(1));
    scene.script.put(&ana.account.person(), &Blocked { until, reason: None, by: by.clone() });
    scene.script.put(&other.account.person(), &Blocked { until: None, reason: None, by });
    link(&mut scene, &other);
    let kept = scene.script.record::<Blocked>(&ana.account.person()).expect("it is kept");
    assert_eq!(kept.until, None, "the longer holds");
    assert_eq!(scene.script.record::<Blocked>(&other.account.person()), None);
}

#[test]
fn a_block_ends_the_open_case_of_the_other() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let other = customer(NORTH, "7", "Ana N");
    scene.call("The lid is stuck");
    let by = StaffMember { account: scene.sam.account.clone(), name: "Sam".to_owned() };
    scene.script.put(&other.account.person(), &Blocked { until: None, reason: None, by });
    link(&mut scene, &other);
    assert_eq!(scene.case(1).state(), State::Closed);
    assert_eq!(scene.last_in(&scene.group), "Acme can't go on helping you here.");
}
