//! What becomes of the voices that came with a merge.

use fireside_core::{Actor, PersonId};
use fireside_feedback::{FeedbackNumber, Follow, Standing, Voice};
use fireside_testkit::script::{NORTH, customer, square};

use crate::Scene;

/// Three items that say the same, each with its author's voice.
fn three() -> Scene {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.raise("Export hangs");
    scene.raise("Quiet hinges");
    scene
}

fn merge(scene: &mut Scene, from: u64, into: u64) {
    scene.staff(&format!("merge {from} into {into}"));
    scene.soon();
}

fn unmerge(scene: &mut Scene, from: u64) {
    scene.staff(&format!("unmerge {from}"));
    scene.soon();
}

fn voice(scene: &Scene, number: u64, who: &str) -> Option<Voice> {
    scene.script.record(&(FeedbackNumber::new(number), PersonId::new(format!("{NORTH}:{who}"))))
}

fn counts(scene: &Scene) -> [u64; 3] {
    [1, 2, 3].map(|number| scene.item(number).voices)
}

fn who(name: &str) -> Actor {
    customer(NORTH, name, name)
}

fn withdraw(scene: &mut Scene, number: u64, author: &str) -> String {
    let (author, place) = (who(author), square(NORTH));
    scene.script.command(&author, &place, "feedback", "mine");
    scene.script.press(&author, &place, &format!("#{number}"));
    scene.script.press(&author, &place, "Withdraw");
    let said = scene.script.press(&author, &place, "Yes, withdraw it").text();
    scene.soon();
    said
}

#[test]
fn what_was_said_to_the_target_itself_stays_when_a_merge_is_taken_back() {
    let mut scene = three();
    scene.script.command(&who("cleo"), &square(NORTH), "voice", "1 my eyes");
    merge(&mut scene, 1, 3);
    let said = scene.script.command(&who("cleo"), &square(NORTH), "voice", "3 my own words").text();
    assert_eq!(said, "Your voice counts for #3: Quiet hinges");
    scene.soon();
    assert_eq!(counts(&scene)[2], 3, "one voice as before");
    unmerge(&mut scene, 1);
    let kept = voice(&scene, 3, "cleo").expect("it stays");
    assert_eq!((kept.words.as_deref(), kept.merged_from), (Some("my own words"), None));
    assert_eq!(voice(&scene, 1, "cleo").and_then(|voice| voice.words).as_deref(), Some("my eyes"));
    assert_eq!(counts(&scene), [2, 1, 2]);
}

#[test]
fn who_backs_two_parts_counts_until_the_last_is_taken_out() {
    let mut scene = three();
    for number in [1, 2] {
        scene.back(number, "cleo");
        scene.script.command(&who("cleo"), &square(NORTH), "feedback", &format!("follow {number}"));
        merge(&mut scene, number, 3);
    }
    let follows = |scene: &Scene| {
        let path = (FeedbackNumber::new(3), PersonId::new(format!("{NORTH}:cleo")));
        scene.script.record::<Follow>(&path).map(|follow| follow.merged_from)
    };
    unmerge(&mut scene, 1);
    let two = Some(FeedbackNumber::new(2));
    assert_eq!(voice(&scene, 3, "cleo").map(|voice| voice.merged_from), Some(two));
    assert_eq!((counts(&scene), follows(&scene)), ([2, 2, 3], Some(two)));
    unmerge(&mut scene, 2);
    assert_eq!(voice(&scene, 3, "cleo"), None);
    assert_eq!((counts(&scene), follows(&scene)), ([2, 2, 1], None));
}

#[test]
fn a_merge_copies_nothing_in_the_turn_that_begins_it() {
    let mut scene = three();
    scene.back(1, "cleo");
    scene.staff("merge 1 into 3");
    assert_eq!(voice(&scene, 3, "cleo"), None, "a voice that comes at this moment is not passed over");
    scene.soon();
    assert!(voice(&scene, 3, "cleo").is_some());
}

#[test]
fn withdrawing_a_part_takes_what_came_from_it_alone() {
    let mut scene = three();
    scene.back(2, "author1");
    merge(&mut scene, 2, 3);
    merge(&mut scene, 1, 3);
    scene.back(1, "cleo");
    assert_eq!(withdraw(&mut scene, 1, "author1"), "#1 is withdrawn.");
    let copy = voice(&scene, 3, "author1").expect("their voice for #2 counts");
    assert_eq!(copy.merged_from, Some(FeedbackNumber::new(2)));
    assert_eq!(voice(&scene, 1, "author1"), None);
}

#[test]
fn a_part_that_nobody_else_backed_keeps_no_word_and_leads_on() {
    let mut scene = three();
    merge(&mut scene, 1, 3);
    assert_eq!(withdraw(&mut scene, 1, "author1"), "#1 is withdrawn.");
    let part = scene.item(1);
    assert_eq!((part.title.as_str(), part.standing), ("", Standing::Merged(FeedbackNumber::new(3))));
    assert_eq!(part.author.name, "somebody");
    assert_eq!(counts(&scene), [0, 1, 1]);
    unmerge(&mut scene, 1);
    assert_eq!(scene.item(1).standing, Standing::Withdrawn);
}

#[test]
fn a_part_that_others_backed_keeps_its_line_for_them() {
    let mut scene = three();
    scene.back(1, "cleo");
    merge(&mut scene, 1, 3);
    let said = withdraw(&mut scene, 1, "author1");
    assert_eq!(said, "Your words and your name are off #1. It lives on with the voices of others.");
    assert_eq!((scene.item(1).title.as_str(), counts(&scene)), ("Dark mode", [1, 1, 2]));
    unmerge(&mut scene, 1);
    assert_eq!((scene.item(1).standing, counts(&scene)), (Standing::Live, [1, 1, 1]));
}

#[test]
fn a_withdrawn_part_of_a_part_is_taken_out_all_the_way() {
    let mut scene = three();
    merge(&mut scene, 1, 2);
    merge(&mut scene, 2, 3);
    assert!(voice(&scene, 3, "author1").is_some());
    withdraw(&mut scene, 1, "author1");
    assert_eq!((voice(&scene, 2, "author1"), voice(&scene, 3, "author1")), (None, None));
    assert_eq!(counts(&scene), [0, 1, 2]);
}

#[test]
fn a_voice_taken_back_does_not_come_again_with_an_unmerge() {
    let mut scene = three();
    for number in [1, 2] {
        scene.back(number, "cleo");
    }
    merge(&mut scene, 1, 2);
    merge(&mut scene, 2, 3);
    let (cleo, place) = (who("cleo"), square(NORTH));
    scene.script.command(&cleo, &place, "feedback", "mine");
    let list = scene.script.press(&cleo, &place, "What I back").text();
    assert_eq!(list, "What you back\n#3 Quiet hinges (Open, 4 voices)", "each once");
    scene.script.press(&cleo, &place, "Take back #3");
    scene.soon();
    unmerge(&mut scene, 2);
    unmerge(&mut scene, 1);
    assert_eq!([1, 2, 3].map(|number| voice(&scene, number, "cleo")), [None, None, None]);
    assert_eq!(counts(&scene), [1, 1, 1]);
}

#[test]
fn the_voice_of_a_parts_author_stays_with_the_part() {
    let mut scene = three();
    merge(&mut scene, 1, 3);
    let (author, place) = (who("author1"), square(NORTH));
    scene.script.command(&author, &place, "feedback", "mine");
    scene.script.press(&author, &place, "What I back");
    scene.script.press(&author, &place, "Take back #3");
    scene.soon();
    assert_eq!(counts(&scene), [1, 1, 1]);
    assert!(voice(&scene, 1, "author1").is_some());
}
