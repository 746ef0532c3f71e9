//! What is kept, as it is written today.

use fireside_core::event::ReactionChange;
use fireside_feedback::{Author, Captured, Feedback, FeedbackNumber, VoicePlace};
use fireside_testkit::script::NORTH;

use crate::Scene;

#[test]
fn an_item_its_voice_and_its_author_are_written_like_this() {
    let mut scene = Scene::on(NORTH);
    let fields = [("title", "The lid sticks"), ("kind", "bug"), ("details", "Every day."), ("area", "Lid")];
    scene.script.submit(&scene.ana, &scene.group, "feedback", &fields);
    let person = scene.ana.account.person();
    insta::assert_json_snapshot!("feedback", scene.item(1).map(|item| Feedback { card: None, ..item }));
    insta::assert_json_snapshot!("voice", scene.voice(1, &scene.ana));
    insta::assert_json_snapshot!("author", scene.script.record::<Author>(&person));
    let place = (FeedbackNumber::new(1), scene.group.to_string());
    insta::assert_json_snapshot!("voice_place", scene.script.record::<VoicePlace>(&place));
}

#[test]
fn a_captured_message_is_written_like_this() {
    let mut scene = Scene::on(NORTH);
    let (ana, sam) = (scene.ana.clone(), scene.sam.clone());
    scene.says(&ana, "m1", "The lid sticks");
    scene.reacts(&sam, "m1", "💡", ReactionChange::Added);
    let captured = scene.script.record::<Captured>(&(scene.group.to_string(), "m1".to_owned()));
    insta::assert_json_snapshot!("captured", captured);
    insta::assert_json_snapshot!("captured_origin", scene.item(1).map(|item| item.origin));
}
