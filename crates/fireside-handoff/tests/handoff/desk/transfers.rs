//! `/transfer`.

use std::time::Duration;

use fireside_core::{Account, Actor, Effect, Span};
use fireside_handoff::{Colleague, State};
use fireside_testkit::script::{ENGLISH, NORTH, SOUTH, brand, customer, script};

use crate::Scene;

/// Sam has case 1, and Kim has been at work.
fn under_way(staff: &str) -> Scene {
    let mut scene = Scene::new(SOUTH, staff);
    scene.under_way();
    scene.script.command(&scene.kim, &scene.home, "cases", "");
    scene
}

fn owner(scene: &Scene) -> String {
    scene.case(1).owner().map(|owner| owner.name.clone()).unwrap_or_default()
}

#[test]
fn a_case_is_given_to_a_colleague_by_account() {
    let mut scene = under_way(NORTH);
    let kim = scene.kim.clone();
    let given = scene.on_account(&kim, "transfer", &[]);
    assert!(given.text().starts_with("Which case?"), "{}", given.text());
    let room = scene.room();
    let invocation = fireside_core::Invocation::of("transfer")
        .given("who", fireside_core::OptionValue::Account("9".to_owned()));
    let given = scene.script.run(&scene.sam, &room, invocation);
    assert_eq!(given.text(), "Case #1 is Kim's now.");
    assert_eq!(owner(&scene), "Kim");
    assert!(scene.script.is_member(&room, &kim.account));
    assert_eq!(scene.last_in(&room), "Kim: Sam has given you this case.");
    let pings = |delivery: &fireside_core::Delivery| match &delivery.effect {
        Effect::Send { content, .. } => {
            matches!(content.text.0.first(), Some(Span::Mention { account, .. }) if *account == kim.account)
        }
        _ => false,
    };
    assert_eq!(given.deliveries.iter().filter(|delivery| pings(delivery)).count(), 1);
    assert_eq!(scene.last_in(&scene.group), "Kim from Acme is with you now.");
}

#[test]
fn a_case_is_given_by_name_or_by_an_answer() {
    let mut scene = under_way(SOUTH);
    assert_eq!(scene.desk("transfer", "kim #1"), "Case #1 is Kim's now.");
    assert_eq!(scene.desk("transfer", "1 @Kim"), "Case #1 is Kim's already.");
    assert_eq!(scene.desk("transfer", "1 Sam"), "Case #1 is Sam's now.");
    let kim = scene.kim.clone();
    assert_eq!(scene.answering(&kim, "transfer", "1").text(), "Case #1 is Kim's now.");
    assert_eq!(owner(&scene), "Kim");
}

#[test]
fn nobody_becomes_staff_by_being_named() {
    for staff in [NORTH, SOUTH] {
        let mut scene = under_way(staff);
        let stranger = Actor { account: Account::new(staff, "66"), ..customer(staff, "66", "Kim2") };
        let refusals = [
            scene.answering(&stranger, "transfer", "1").text(),
            scene.desk("transfer", "1 Kim2"),
            scene.desk("transfer", "1"),
            scene.desk("transfer", "1 1"),
        ];
        for said in refusals {
            assert!(said.starts_with("To whom?"), "{said}");
        }
        assert_eq!(owner(&scene), "Sam");
    }
}

#[test]
fn two_colleagues_of_one_name_are_not_confused() {
    let mut scene = under_way(NORTH);
    let namesake = fireside_testkit::script::member(NORTH, "10", "Kim", None);
    scene.script.command(&namesake, &scene.home, "cases", "");
    assert!(scene.desk("transfer", "1 Kim").starts_with("To whom?"));
    assert_eq!(scene.suggested("transfer", None, "name", "ki"), ["north:10: Kim", "north:9: Kim"]);
    assert_eq!(scene.desk("transfer", "1 north:10"), "Case #1 is Kim's now.");
    assert_eq!(scene.case(1).owner().map(|owner| owner.account.clone()), Some(namesake.account));
}

#[test]
fn who_was_at_work_long_ago_is_no_colleague() {
    let mut scene = under_way(NORTH);
    scene.script.advance(Duration::from_hours(91 * 24));
    assert!(scene.desk("transfer", "1 Kim").starts_with("To whom?"));
}

#[test]
fn a_closed_case_is_given_to_nobody() {
    let mut scene = under_way(NORTH);
    scene.desk("close", "1");
    assert_eq!(scene.desk("transfer", "1 Kim"), "Case #1 is closed.");
    assert_eq!(scene.case(1).state(), State::Closed);
}

#[test]
fn staff_by_list_are_staff_before_they_act() {
    let mut scene = Scene::new(SOUTH, SOUTH);
    let listed = customer(SOUTH, "10", "Lea");
    let mut community = brand(SOUTH);
    community.staff.accounts.push(listed.account.clone());
    community.settings.insert("handoff".to_owned(), serde_json::json!({ "relay": "all", "place": "here" }));
    let engine =
        fireside_core::Engine::builder().feature(fireside_handoff::Handoff).phrases("en", ENGLISH).build();
    scene.script = script(engine.expect("the engine can be built"), community);
    scene.call("");
    assert_eq!(scene.answering(&listed, "transfer", "1").text(), "Case #1 is Lea's now.");
}

#[test]
fn who_is_at_work_is_written_down_once_a_day() {
    let mut scene = under_way(NORTH);
    let kept = |scene: &Scene| -> Option<Colleague> { scene.script.record(&scene.kim.account) };
    let first = kept(&scene).expect("Kim has been at work");
    scene.script.advance(Duration::from_hours(23));
    scene.script.command(&scene.kim, &scene.home, "cases", "");
    assert_eq!(kept(&scene), Some(first.clone()));
    scene.script.advance(Duration::from_hours(1));
    scene.script.command(&scene.kim, &scene.home, "cases", "");
    assert!(kept(&scene).is_some_and(|kept| kept.last > first.last));
}
