//! What is kept, as it is written today.

use fireside_core::MessageRef;
use fireside_feedback::{CardAt, Change, FeedbackNumber, Merge};
use fireside_testkit::script::NORTH;

use crate::Scene;

#[test]
fn a_card_and_where_it_is_are_written_like_this() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    let mut card = scene.item(1).card.expect("it has a card");
    // The fingerprints are others in each build.
    card.shown.words = 7;
    card.shown.files = 8;
    insta::assert_json_snapshot!("card", card);
    let MessageRef::Known { place, id } = &card.message else { panic!("{card:?}") };
    insta::assert_json_snapshot!("card_at", scene.script.record::<CardAt>(&CardAt::message(place, id)));
}

#[test]
fn a_change_and_a_merge_are_written_like_this() {
    let mut scene = Scene::on(NORTH);
    scene.raise("Dark mode");
    scene.raise("Night colours");
    scene.staff("status 1 planned soon");
    let at = u64::MAX - scene.script.now().as_millis();
    insta::assert_json_snapshot!("change", scene.script.record::<Change>(&(FeedbackNumber::new(1), at)));
    scene.staff("merge 1 into 2");
    scene.soon();
    insta::assert_json_snapshot!("merge", scene.script.record::<Merge>(&FeedbackNumber::new(1)));
}
