//! `/feedback list`, and what is suggested while staff write.

use fireside_core::command::SuggestRequest;
use fireside_core::{Answer, EventKind};
use fireside_testkit::script::{NORTH, SOUTH, square};

use crate::Scene;

/// The numbers in a list, in its order.
fn numbers(text: &str) -> Vec<u64> {
    let heads = text.lines().filter_map(|line| line.strip_prefix('#')?.split(' ').next()?.parse().ok());
    heads.collect()
}

/// Three items, of which the second has most voices and the third the newest.
fn three() -> Scene {
    let mut scene = Scene::on(NORTH);
    scene.raise_as("bug", "The lid sticks", "");
    scene.raise_as("idea", "Dark mode please", "");
    (0..5).for_each(|who| scene.back(2, &format!("early{who}")));
    scene.soon();
    scene.minutes(60 * 24 * 20);
    scene.raise_as("bug", "Export hangs", "");
    (0..3).for_each(|who| scene.back(3, &format!("late{who}")));
    scene.soon();
    scene
}

#[test]
fn what_is_open_and_rising_comes_first() {
    let mut scene = three();
    let list = scene.staff("list").text();
    assert!(list.starts_with("Feedback 1 to 3 of 3"), "{list}");
    assert_eq!(numbers(&list), [3, 2, 1]);
    assert_eq!(numbers(&scene.staff("list voices").text()), [2, 3, 1]);
    assert_eq!(numbers(&scene.staff("list newest").text()), [3, 2, 1]);
}

#[test]
fn a_list_is_narrowed_by_what_items_are() {
    let mut scene = three();
    scene.staff("status 1 shipped");
    scene.staff("area 2 Look");
    scene.staff("assign 3");
    assert_eq!(numbers(&scene.staff("list bug").text()), [3]);
    assert_eq!(numbers(&scene.staff("list shipped").text()), [1]);
    assert_eq!(numbers(&scene.staff("list area:look").text()), [2]);
    assert_eq!(numbers(&scene.staff("list mine").text()), [3]);
    assert_eq!(numbers(&scene.staff("list since:7").text()), [3]);
    assert_eq!(scene.staff("list idea mine").text(), "No feedback like that.");
}

#[test]
fn words_find_what_is_like_them_whatever_its_status() {
    let mut scene = three();
    scene.staff("status 2 declined");
    assert_eq!(numbers(&scene.staff("list dark mode").text()).first(), Some(&2));
}

#[test]
fn merged_and_withdrawn_items_are_not_in_the_way() {
    let mut scene = three();
    scene.staff("merge 1 into 3");
    scene.soon();
    assert_eq!(numbers(&scene.staff("list").text()), [3, 2]);
    assert_eq!(numbers(&scene.staff("list duplicate").text()), [1]);
}

#[test]
fn a_day_that_is_none_is_refused() {
    let mut scene = three();
    let said = scene.staff("list since:soon").text();
    assert!(said.starts_with("I can't read that date"), "{said}");
}

#[test]
fn pages_are_turned_by_buttons() {
    let mut scene = Scene::on(NORTH);
    let titles = ["Lid", "Export", "Colour", "Login", "Sound", "Maps", "Tax", "Badges", "Fonts", "Zoom"];
    for title in titles {
        scene.raise(title);
    }
    let (sam, ana, home) = (scene.sam.clone(), scene.ana.clone(), scene.home.clone());
    let first = scene.staff("list newest").text();
    assert!(first.starts_with("Feedback 1 to 8 of 10"), "{first}");
    let next = scene.script.button(&home, &sam.account, "Next");
    let second = scene.script.press_data(&sam, &home, &next).text();
    assert!(second.starts_with("Feedback 9 to 10 of 10"), "{second}");
    assert_eq!(numbers(&second), [2, 1]);
    assert_eq!(scene.script.press(&sam, &home, "Previous").text(), first);
    assert_eq!(scene.script.press_data(&ana, &square(NORTH), &next).text(), "That is for staff.");
}

#[test]
fn numbers_are_suggested_by_words() {
    let mut scene = three();
    let sam = scene.sam.clone();
    let suggested = |scene: &mut Scene, subcommand: &str, option: &str, typed: &str| {
        let request = SuggestRequest {
            command: "feedback".to_owned(),
            subcommand: Some(subcommand.to_owned()),
            option: option.to_owned(),
            typed: typed.to_owned(),
            options: Vec::new(),
        };
        let reply = scene.script.act(&sam, &square(NORTH), EventKind::Suggest(request));
        let Some(Answer::Suggest(suggestions)) = reply.answer else { return Vec::new() };
        suggestions.into_iter().map(|one| (one.value, one.label)).collect::<Vec<_>>()
    };
    let found = suggested(&mut scene, "status", "number", "dark mode");
    assert_eq!(found.first(), Some(&("2".to_owned(), "#2 Dark mode please".to_owned())));
    assert_eq!(suggested(&mut scene, "merge", "into", "3").first().map(|it| it.0.as_str()), Some("3"));
    assert_eq!(suggested(&mut scene, "show", "number", "").len(), 3);
    scene.staff("area 1 Kitchen");
    assert_eq!(suggested(&mut scene, "list", "area", "kit"), [("Kitchen".to_owned(), "Kitchen".to_owned())]);
}

#[test]
fn a_plain_platform_lists_in_the_place_where_staff_work() {
    let mut scene = Scene::on(SOUTH);
    scene.raise("Dark mode");
    scene.staff("list");
    let said = scene.script.said_in(&scene.home);
    assert!(said.iter().any(|said| said.starts_with("Feedback 1 to 1 of 1")), "{said:?}");
}
