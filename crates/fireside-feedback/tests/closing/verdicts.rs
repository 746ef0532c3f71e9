//! Whether what was shipped does what they hoped.

use fireside_core::{Button, ButtonTarget};
use fireside_feedback::{FeedbackNumber, Verdict};
use fireside_testkit::script::{NORTH, SOUTH, chat, customer, square, staff_home};

use crate::{Scene, norther};

const YES: &str = "👍 Yes";
const NO: &str = "👎 Not yet";

/// Ana has asked for something in the north, and it has shipped.
fn shipped() -> Scene {
    let mut scene = Scene::new();
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.tell("1 shipped");
    scene
}

fn verdict(scene: &Scene, person: &str) -> Option<Verdict> {
    scene.script.record(&(FeedbackNumber::new(1), customer(NORTH, person, "").account.person()))
}

#[test]
fn nothing_is_asked_before_it_has_shipped() {
    let mut scene = Scene::new();
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.tell("1 started");
    assert!(scene.script.buttons_in(&square(NORTH)).is_empty());
    scene.tell("1 shipped");
    assert_eq!(scene.script.buttons_in(&square(NORTH)), [YES, NO]);
    let said = scene.last_in(&square(NORTH)).text.to_plain();
    assert!(said.ends_with("Ana\nDoes it do what you hoped?"), "{said}");
}

#[test]
fn a_verdict_can_be_changed_and_explained() {
    let mut scene = shipped();
    let ana = customer(NORTH, "1", "Ana");
    let glad = scene.script.press(&ana, &square(NORTH), YES);
    assert!(glad.is_private() && glad.text() == "Glad to hear it!", "{}", glad.text());
    scene.script.press(&ana, &square(NORTH), YES);
    let sorry = scene.script.press(&ana, &square(NORTH), NO).text();
    assert_eq!(sorry, "Thank you for being honest. What is missing?");
    let opened = scene.script.press(&ana, &square(NORTH), "Say a word");
    let form = opened.form().expect("a form opens").token.clone();
    let noted = scene.script.submit(&ana, &square(NORTH), &form, &[("words", "It *still* sticks")]);
    assert_eq!(noted.text(), "Noted, thank you. The team reads it.");
    let kept = verdict(&scene, "1").expect("it is kept");
    assert_eq!((kept.is_up, kept.words.as_deref()), (false, Some("It *still* sticks")));
    scene.script.press(&ana, &square(NORTH), YES);
    let kept = verdict(&scene, "1").expect("it is kept");
    assert_eq!((kept.is_up, kept.words.as_deref()), (true, Some("It *still* sticks")));
}

/// What the item's card says, once it is up to date.
fn card(scene: &mut Scene) -> String {
    scene.seconds(2);
    let room = scene.script.rooms_in(&staff_home(NORTH)).pop().expect("the card has a room");
    scene.script.said_in(&room).first().cloned().expect("the card is there")
}

#[test]
fn who_changes_their_mind_is_counted_once() {
    let mut scene = shipped();
    let ana = customer(NORTH, "1", "Ana");
    assert!(!card(&mut scene).contains("👍"), "nobody has said anything");
    for (said, shown) in [(YES, "👍 1 👎 0"), (NO, "👍 0 👎 1"), (NO, "👍 0 👎 1"), (YES, "👍 1 👎 0")]
    {
        scene.script.press(&ana, &square(NORTH), said);
        let card = card(&mut scene);
        assert!(card.contains(shown), "{said}: {card}");
    }
}

#[test]
fn only_those_who_asked_or_follow_are_asked() {
    let mut scene = shipped();
    let (ben, cleo) = (norther(2), norther(3));
    let refused = scene.script.press(&ben, &square(NORTH), YES);
    assert!(refused.is_private());
    assert_eq!(refused.text(), "That question is for those who asked for #1, or follow it.");
    scene.script.command(&cleo, &square(NORTH), "feedback", "follow 1");
    assert_eq!(scene.script.press(&cleo, &square(NORTH), YES).text(), "Glad to hear it!");
}

#[test]
fn what_has_not_shipped_after_all_has_no_verdict() {
    let mut scene = shipped();
    let ana = customer(NORTH, "1", "Ana");
    let yes = scene.script.button(&square(NORTH), &ana.account, YES);
    scene.set_status("1 started");
    assert_eq!(scene.script.press_data(&ana, &square(NORTH), &yes).text(), "That is no longer current.");
    assert_eq!(verdict(&scene, "1"), None);
}

#[test]
fn a_word_without_a_verdict_or_to_nothing_is_no_longer_current() {
    let mut scene = shipped();
    let ana = customer(NORTH, "1", "Ana");
    for form in ["verdict:1", "verdict:7", "verdict:x", "verdict"] {
        let said = scene.script.submit(&ana, &square(NORTH), form, &[("words", "hm")]).text();
        assert_eq!(said, "That is no longer current.", "{form}");
    }
    scene.script.press(&ana, &square(NORTH), YES);
    let blank = scene.script.submit(&ana, &square(NORTH), "verdict:1", &[("words", " \u{200B}")]).text();
    assert!(blank.ends_with("please write something."), "{blank}");
    assert_eq!(verdict(&scene, "1").expect("it is kept").words, None);
}

#[test]
fn in_private_a_verdict_is_given_and_explained_by_words_alone() {
    let mut scene = Scene::new();
    let ben = customer(SOUTH, "2", "Ben");
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.back(&ben, &chat(&ben), 1);
    scene.tell("1 shipped");
    let yes = scene.script.button(&chat(&ben), &ben.account, YES);
    assert_eq!(scene.script.press_data(&ben, &chat(&ben), &yes).text(), "Glad to hear it!");
    let asked = scene.script.press(&ben, &chat(&ben), "Say a word").text();
    assert_eq!(asked, "What should the team know?");
    let noted = scene.script.say(&ben, &chat(&ben), "Love it").text();
    assert_eq!(noted, "Noted, thank you. The team reads it.");
}

#[test]
fn where_others_read_along_a_verdict_is_given_in_private() {
    let mut scene = Scene::new();
    let ben = customer(SOUTH, "2", "Ben");
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    scene.back(&ben, &square(SOUTH), 1);
    scene.tell("1 shipped");
    let buttons = scene.last_in(&square(SOUTH)).buttons;
    let targets: Vec<_> = buttons.iter().flatten().map(|Button { target, .. }| target.clone()).collect();
    assert!(targets.iter().all(|target| matches!(target, ButtonTarget::Private(_))), "{targets:?}");
    let ButtonTarget::Private(yes) = &targets[0] else { panic!("{targets:?}") };
    assert_eq!(scene.script.press_data(&ben, &chat(&ben), yes).text(), "Glad to hear it!");
}
