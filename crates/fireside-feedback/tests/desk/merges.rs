//! Merging, and taking it back.

use std::time::Duration;

use fireside_core::PersonId;
use fireside_feedback::{FeedbackNumber, Merge, Standing, Voice};
use fireside_testkit::script::{NORTH, customer, square};

use crate::Scene;

/// Two items that say the same: the first with two voices, the second with three,
/// of which Cleo gave one to each.
fn two() -> Scene {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.raise("Night colours");
    scene.back(1, "cleo");
    scene.back(2, "cleo");
    scene.back(2, "dan");
    scene.soon();
    scene
}

fn voice(scene: &Scene, number: u64, who: &str) -> Option<Voice> {
    scene.script.record(&(FeedbackNumber::new(number), PersonId::new(format!("{NORTH}:{who}"))))
}

#[test]
fn the_other_gets_each_persons_voice_once() {
    let mut scene = two();
    assert_eq!(scene.staff("merge 1 into 2").text(), "#1 is part of #2 now. Its voices count there.");
    scene.soon();
    let (from, into) = (scene.item(1), scene.item(2));
    assert_eq!(from.standing, Standing::Merged(FeedbackNumber::new(2)));
    assert_eq!((from.status.as_str(), into.voices), ("duplicate", 4));
    let copied = voice(&scene, 2, "author1").expect("it is copied");
    assert_eq!(copied.merged_from, Some(FeedbackNumber::new(1)));
    assert_eq!(copied.words.as_deref(), Some("Dark mode"));
    assert_eq!(voice(&scene, 2, "cleo").expect("it was there").merged_from, None);
}

#[test]
fn unmerging_removes_the_copies_and_nothing_else() {
    let mut scene = two();
    scene.staff("status 1 planned");
    scene.staff("merge 1 into 2");
    scene.back(1, "eve");
    scene.soon();
    assert_eq!(scene.item(2).voices, 5);
    let said = scene.staff("unmerge 1").text();
    assert_eq!(said, "#1 stands for itself again as soon as its voices are taken out of #2.");
    scene.soon();
    let (one, two) = (scene.item(1), scene.item(2));
    assert_eq!((one.standing, one.status.as_str(), one.voices), (Standing::Live, "planned", 2));
    assert_eq!((two.standing, two.voices), (Standing::Live, 4));
    assert_eq!(voice(&scene, 2, "author1"), None);
    assert!(voice(&scene, 2, "eve").is_some() && voice(&scene, 2, "cleo").is_some());
    assert_eq!(scene.script.record::<Merge>(&FeedbackNumber::new(1)), None);
}

#[test]
fn merged_and_unmerged_again_it_can_be_merged_again() {
    let mut scene = two();
    for _ in 0..3 {
        scene.staff("merge 1 into 2");
        scene.soon();
        assert_eq!(scene.item(2).voices, 4);
        scene.staff("unmerge 1");
        scene.soon();
        assert_eq!((scene.item(1).voices, scene.item(2).voices), (2, 3));
    }
}

#[test]
fn what_somebody_said_to_both_is_read_with_the_other() {
    let mut scene = two();
    let dan = scene.raise("Blinding white screens");
    scene.script.command(&customer(NORTH, "author3", "Ana"), &square(NORTH), "voice", "2");
    scene.staff(&format!("merge {dan} into 2"));
    scene.soon();
    let shown = scene.staff("show 2").text();
    assert!(shown.contains("Ana: Blinding white screens"), "{shown}");
}

#[test]
fn an_item_is_not_merged_into_itself() {
    let mut scene = two();
    assert_eq!(scene.staff("merge 1 into 1").text(), "#1 can't be merged into itself.");
    assert_eq!(scene.item(1).standing, Standing::Live);
}

#[test]
fn a_merge_never_goes_in_a_circle() {
    let mut scene = two();
    scene.staff("merge 1 into 2");
    scene.soon();
    let said = scene.staff("merge 2 into 1").text();
    assert_eq!(said, "#1 is part of #2 itself, so #2 can't become part of it.");
    assert_eq!(scene.item(2).standing, Standing::Live);
}

#[test]
fn what_is_merged_already_is_not_merged_elsewhere() {
    let mut scene = two();
    scene.raise("Export hangs");
    scene.staff("merge 1 into 2");
    scene.soon();
    assert_eq!(scene.staff("merge 1 into 3").text(), "#1 is part of #2 already.");
    assert_eq!(scene.item(3).voices, 1);
}

#[test]
fn a_merge_into_what_was_merged_goes_to_where_that_went() {
    let mut scene = two();
    scene.raise("Export hangs");
    scene.staff("merge 1 into 2");
    scene.soon();
    assert_eq!(scene.staff("merge 3 into 1").text(), "#3 is part of #2 now. Its voices count there.");
    scene.soon();
    assert_eq!(scene.item(2).voices, 5);
}

#[test]
fn unknown_numbers_are_named() {
    let mut scene = two();
    assert_eq!(scene.staff("merge 1 into 99").text(), "There is no feedback #99.");
    assert_eq!(scene.staff("merge 98 into 1").text(), "There is no feedback #98.");
    assert_eq!(scene.staff("unmerge 97").text(), "There is no feedback #97.");
    assert_eq!(scene.staff("unmerge 1").text(), "#1 is not part of another.");
    assert_eq!(scene.staff("merge 1").text(), "There is no feedback #0.");
}

#[test]
fn an_outer_merge_is_taken_back_before_an_inner_one() {
    let mut scene = two();
    scene.raise("Export hangs");
    scene.staff("merge 1 into 2");
    scene.soon();
    scene.staff("merge 2 into 3");
    scene.soon();
    assert_eq!(scene.item(3).voices, 5);
    let said = scene.staff("unmerge 1").text();
    assert_eq!(said, "#2 is part of another itself: /feedback unmerge 2 first.");
    scene.staff("unmerge 2");
    scene.soon();
    scene.staff("unmerge 1");
    scene.soon();
    let voices = [1, 2, 3].map(|number| scene.item(number).voices);
    assert_eq!(voices, [2, 3, 1]);
}

/// An item with more voices than one step copies, and another.
fn many() -> Scene {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.raise("Night colours");
    (0..450).for_each(|who| scene.back(1, &format!("voter{who}")));
    scene.soon();
    scene
}

#[test]
fn many_voices_are_copied_step_by_step() {
    let mut scene = many();
    scene.staff("merge 1 into 2");
    assert_eq!(scene.staff("merge 1 into 2").text(), under_way());
    assert_eq!(
        scene.staff("merge 2 into 1").text(),
        "#1 is part of #2 itself, so #2 can't become part of it."
    );
    scene.soon();
    scene.soon();
    assert_eq!(scene.item(2).voices, 452);
    assert_eq!(scene.staff("merge 1 into 2").text(), "#1 is part of #2 already.");
    scene.staff("unmerge 1");
    assert_eq!(scene.staff("unmerge 1").text(), under_way());
    scene.soon();
    scene.soon();
    assert_eq!((scene.item(1).voices, scene.item(2).voices), (451, 1));
}

fn under_way() -> String {
    "#1 and #2 are still being brought together or apart. It goes on; look again in a moment.".to_owned()
}

#[test]
fn what_something_is_still_merged_into_is_not_merged_on() {
    let mut scene = many();
    scene.raise("Export hangs");
    scene.staff("merge 1 into 2");
    let said = scene.staff("merge 2 into 3").text();
    assert!(said.starts_with("Something is still being merged into #2"), "{said}");
    scene.soon();
    assert_eq!(scene.staff("merge 2 into 3").text(), "#2 is part of #3 now. Its voices count there.");
}

#[test]
fn a_merge_that_stood_still_goes_on_and_counts_nobody_twice() {
    let mut scene = many();
    scene.staff("merge 1 into 2");
    scene.script.drop_timers();
    scene.script.advance(Duration::from_mins(1));
    assert!(scene.item(2).voices < 452);
    scene.staff("merge 1 into 2");
    scene.soon();
    scene.soon();
    assert_eq!(scene.item(2).voices, 452);
}

#[test]
fn a_merge_under_way_can_be_taken_back() {
    let mut scene = many();
    scene.staff("merge 1 into 2");
    scene.staff("unmerge 1");
    scene.soon();
    scene.soon();
    assert_eq!((scene.item(1).voices, scene.item(2).voices), (451, 1));
    assert_eq!(scene.item(1).standing, Standing::Live);
}
