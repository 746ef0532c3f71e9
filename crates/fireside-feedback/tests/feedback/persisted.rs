//! What is kept, as it is written today.

use fireside_feedback::{Author, FeedbackNumber, Voice};
use fireside_testkit::script::NORTH;

use crate::Scene;

#[test]
fn an_item_its_voice_and_its_author_are_written_like_this() {
    let mut scene = Scene::on(NORTH);
    let fields = [("about", "The lid sticks"), ("category", "bug")];
    scene.script.submit(&scene.ana, &scene.group, "feedback", &fields);
    let person = scene.ana.account.person();
    insta::assert_json_snapshot!("feedback", scene.item(1));
    let voice = scene.script.record::<Voice>(&(FeedbackNumber::new(1), person.clone()));
    insta::assert_json_snapshot!("voice", voice);
    insta::assert_json_snapshot!("author", scene.script.record::<Author>(&person));
}
