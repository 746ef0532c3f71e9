//! What is kept, as it is written today.

use fireside_feedback::{Announcement, Consent, FeedbackNumber, Follow, Mute, Quota, Told, Verdict};
use fireside_testkit::script::{NORTH, customer, square};

use crate::{Scene, norther};

#[test]
fn what_was_told_and_said_is_written_like_this() {
    let mut scene = Scene::new();
    let (ana, ben) = (customer(NORTH, "1", "Ana"), norther(2));
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.back(&ben, &square(NORTH), 1);
    scene.script.command(&ana, &square(NORTH), "feedback", "follow 1");
    scene.tell("1 shipped Enjoy!");
    scene.script.press(&ana, &square(NORTH), "👍 Yes");
    scene.script.submit(&ana, &square(NORTH), "verdict:1", &[("words", "It is good")]);
    scene.script.press(&ana, &square(NORTH), "Meet others who asked for this");
    scene.script.press(&ana, &square(NORTH), "Yes, introduce me");
    scene.script.command(&ana, &square(NORTH), "feedback", "mute");
    let (one, person) = (FeedbackNumber::new(1), ana.account.person());
    let mut announcement = scene.script.record::<Announcement>(&one).expect("it is kept");
    let tokens = &mut announcement.tokens;
    for token in [&mut tokens.up, &mut tokens.down, &mut tokens.meet] {
        assert_eq!(std::mem::take(token).len(), 22, "a token nobody can guess");
    }
    insta::assert_json_snapshot!("announcement", announcement);
    insta::assert_json_snapshot!("verdict", scene.script.record::<Verdict>(&(one, person.clone())));
    insta::assert_json_snapshot!("consent", scene.script.record::<Consent>(&(one, person.clone())));
    insta::assert_json_snapshot!("follow", scene.script.record::<Follow>(&(one, person.clone())));
    insta::assert_json_snapshot!("mute", scene.script.record::<Mute>(&person));
    let here = format!("place {}", square(NORTH));
    insta::assert_json_snapshot!("told", scene.script.record::<Told>(&(one, here.as_str())));
    insta::assert_json_snapshot!("quota", scene.script.record::<Quota>(here.as_str()));
}
