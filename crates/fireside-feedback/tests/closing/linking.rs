//! Two accounts that turn out to be one person's.

use fireside_feedback::{FeedbackNumber, Follow, Mute, Verdict};
use fireside_testkit::script::{NORTH, SOUTH, chat, customer, square};

use crate::Scene;

#[test]
fn what_they_follow_and_have_said_is_theirs_still() {
    let mut scene = Scene::new();
    let (ana, south_ana) = (customer(NORTH, "1", "Ana"), customer(SOUTH, "2", "Ana"));
    scene.raise(&customer(NORTH, "7", "Ben"), &square(NORTH), "The lid sticks");
    scene.script.command(&south_ana, &chat(&south_ana), "feedback", "follow 1");
    scene.script.command(&south_ana, &chat(&south_ana), "feedback", "mute");
    scene.set_status("1 shipped");
    scene.script.command(&south_ana, &chat(&south_ana), "feedback", "mute off");
    scene.seconds(1);
    let yes = scene.script.button(&chat(&south_ana), &south_ana.account, "👍 Yes");
    scene.script.press_data(&south_ana, &chat(&south_ana), &yes);
    scene.script.command(&south_ana, &chat(&south_ana), "feedback", "mute");
    scene.fate(&south_ana, &chat(&south_ana), "link");
    let (one, person, joined) = (FeedbackNumber::new(1), ana.account.person(), south_ana.account.person());
    let follow = scene.script.record::<Follow>(&(one, person.clone())).expect("it is kept");
    assert_eq!((&follow.customer.person, &follow.customer.account), (&person, &south_ana.account));
    assert!(scene.script.record::<Verdict>(&(one, person.clone())).is_some_and(|verdict| verdict.is_up));
    assert!(scene.script.record::<Mute>(&person).is_some());
    assert!(scene.script.record::<Follow>(&(one, joined.clone())).is_none());
    assert!(scene.script.record::<Verdict>(&(one, joined.clone())).is_none());
    assert!(scene.script.record::<Mute>(&joined).is_none());
}

#[test]
fn where_both_have_said_a_word_both_are_kept() {
    let mut scene = Scene::new();
    let (ana, south_ana) = (customer(NORTH, "1", "Ana"), customer(SOUTH, "2", "Ana"));
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.back(&south_ana, &square(SOUTH), 1);
    scene.set_status("1 shipped");
    scene.seconds(1);
    let yes = scene.script.button(&square(NORTH), &ana.account, "👍 Yes");
    for (actor, words) in [(&ana, "Love it"), (&south_ana, "It squeaks")] {
        scene.script.press_data(actor, &chat(actor), &yes);
        scene.script.submit(actor, &chat(actor), "verdict:1", &[("words", words)]);
    }
    scene.fate(&south_ana, &chat(&south_ana), "link");
    let kept = scene.script.record::<Verdict>(&(FeedbackNumber::new(1), ana.account.person()));
    assert_eq!(kept.and_then(|kept| kept.words).as_deref(), Some("Love it\nIt squeaks"));
}
