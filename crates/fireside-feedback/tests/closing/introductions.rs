//! People who asked for the same meet, if both say yes.

use fireside_core::{Actor, Answer, Button, ButtonTarget, Obstacle, Span};
use fireside_feedback::{Consent, FeedbackNumber};
use fireside_testkit::script::{NORTH, SOUTH, chat, customer, square};
use serde_json::json;

use crate::{Scene, norther};

const MEET: &str = "Meet others who asked for this";
const YES: &str = "Yes, introduce me";
const NO: &str = "Don't introduce me";
const WAITS: &str =
    "You have said yes for #1. I'll write to you in private as soon as there is somebody to meet.";

/// Some who asked for the same, in the north, and were told of it.
fn scene(askers: &[Actor]) -> Scene {
    let mut scene = Scene::new();
    scene.raise(&customer(NORTH, "1", "Ana"), &square(NORTH), "The lid sticks");
    for asker in askers {
        scene.back(asker, &square(NORTH), 1);
    }
    scene.tell("1 planned");
    scene
}

fn say_yes(scene: &mut Scene, actor: &Actor) -> String {
    let asked = scene.script.press(actor, &square(NORTH), MEET);
    assert!(asked.is_private());
    scene.script.press(actor, &square(NORTH), YES).text()
}

#[test]
fn who_is_asked_is_told_what_will_be_shown_and_to_whom() {
    let ben = norther(2);
    let mut scene = scene(std::slice::from_ref(&ben));
    let asked = scene.script.press(&ben, &square(NORTH), MEET);
    assert!(asked.is_private());
    assert_eq!(
        asked.text(),
        "Do you want to meet others who asked for #1 “The lid sticks”? If you say yes, up to three of them \
         who say yes as well are shown your name (Nora2) and your account on North, and you are shown \
         theirs. Nobody else is. You can take it back."
    );
    let waits = scene.script.press(&ben, &square(NORTH), YES);
    assert!(waits.is_private());
    assert_eq!(waits.text(), WAITS);
    assert!(scene.told(&customer(NORTH, "1", "Ana")).is_empty());
}

#[test]
fn two_who_say_yes_are_told_of_each_other_in_private() {
    let (ana, ben) = (customer(NORTH, "1", "Ana"), norther(2));
    let mut scene = scene(std::slice::from_ref(&ben));
    say_yes(&mut scene, &ana);
    assert_eq!(say_yes(&mut scene, &ben), WAITS);
    scene.seconds(1);
    assert_eq!(scene.told(&ben), ["You both asked for #1 “The lid sticks”. Say hello to Ana"]);
    assert_eq!(scene.told(&ana), ["You both asked for #1 “The lid sticks”. Say hello to Nora2"]);
    let said = scene.last_in(&chat(&ana)).text.0;
    assert!(
        matches!(said.last(), Some(Span::Mention { account, .. }) if *account == ben.account),
        "{said:?}"
    );
    say_yes_again(&mut scene, &ben);
    scene.seconds(1);
    assert_eq!((scene.told(&ana).len(), scene.told(&ben).len()), (1, 1), "nobody is introduced twice");
}

fn say_yes_again(scene: &mut Scene, actor: &Actor) {
    scene.script.press(actor, &square(NORTH), NO);
    say_yes(scene, actor);
}

#[test]
fn nobody_is_named_to_one_who_can_not_be_named_to_the_other() {
    let (ana, ben) = (customer(NORTH, "1", "Ana"), norther(2));
    let mut scene = scene(std::slice::from_ref(&ben));
    say_yes(&mut scene, &ana);
    scene.script.fail(&chat(&ana), Obstacle::Unreachable, "their chat is closed");
    say_yes(&mut scene, &ben);
    scene.seconds(1);
    assert!(scene.told(&ana).is_empty() && scene.told(&ben).is_empty());
    let met = |scene: &Scene, actor: &Actor| {
        let path = (FeedbackNumber::new(1), actor.account.person());
        scene.script.record::<Consent>(&path).expect("it is kept").met.len()
    };
    assert_eq!((met(&scene, &ana), met(&scene, &ben)), (0, 0));
    scene.script.mend(&chat(&ana));
    say_yes(&mut scene, &ana);
    scene.seconds(1);
    assert_eq!((scene.told(&ana).len(), scene.told(&ben).len()), (1, 1), "a yes said again counts");
}

#[test]
fn nobody_is_woken_to_meet_somebody() {
    let (ana, ben) = (customer(NORTH, "1", "Ana"), norther(2));
    let hour = Scene::new().script.now().as_millis() / 3_600_000;
    let quiet_hours = json!({ "from": (hour + 1) % 24, "to": (hour + 9) % 24 });
    let mut scene = Scene::with(&json!({ "quiet_hours": quiet_hours }));
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.back(&ben, &square(NORTH), 1);
    scene.tell("1 planned");
    scene.hours(2);
    say_yes(&mut scene, &ana);
    say_yes(&mut scene, &ben);
    scene.hours(1);
    assert!(scene.told(&ana).is_empty() && scene.told(&ben).is_empty());
    scene.hours(7);
    assert_eq!((scene.told(&ana).len(), scene.told(&ben).len()), (1, 1));
}

#[test]
fn who_says_no_before_they_meet_meets_nobody() {
    let (ana, ben) = (customer(NORTH, "1", "Ana"), norther(2));
    let mut scene = scene(std::slice::from_ref(&ben));
    say_yes(&mut scene, &ana);
    say_yes(&mut scene, &ben);
    scene.script.press(&ben, &square(NORTH), NO);
    scene.seconds(1);
    assert!(scene.told(&ana).is_empty() && scene.told(&ben).is_empty());
}

#[test]
fn a_yes_can_be_taken_back() {
    let (ana, ben) = (customer(NORTH, "1", "Ana"), norther(2));
    let mut scene = scene(std::slice::from_ref(&ben));
    say_yes(&mut scene, &ana);
    let taken = scene.script.press(&ana, &square(NORTH), NO).text();
    assert_eq!(taken, "I won't introduce you to anybody new for #1.");
    let waits = say_yes(&mut scene, &ben);
    assert!(waits.starts_with("You have said yes"), "{waits}");
    assert!(scene.told(&ana).is_empty());
}

#[test]
fn on_different_platforms_they_are_told_names_alone() {
    let ben = customer(SOUTH, "2", "Ben");
    let mut scene = scene(&[norther(3)]);
    scene.back(&ben, &chat(&ben), 1);
    let ana = customer(NORTH, "1", "Ana");
    say_yes(&mut scene, &ana);
    scene.tell("1 started");
    let meet = scene.script.button(&chat(&ben), &ben.account, MEET);
    scene.script.press_data(&ben, &chat(&ben), &meet);
    scene.script.press(&ben, &chat(&ben), YES);
    scene.seconds(1);
    let introduced = scene.told(&ben).pop();
    assert_eq!(
        introduced.as_deref(),
        Some("You both asked for #1 “The lid sticks”. Say hello to Ana (North)")
    );
    assert_eq!(scene.told(&ana), ["You both asked for #1 “The lid sticks”. Say hello to Ben (South)"]);
}

#[test]
fn who_did_not_ask_for_it_meets_nobody() {
    let mut scene = scene(&[norther(2)]);
    let stranger = norther(7);
    let refused = scene.script.press(&stranger, &square(NORTH), MEET);
    assert!(refused.is_private());
    assert_eq!(refused.text(), "That is for those who asked for #1. /voice 1 adds your voice.");
    let (ana, ben) = (customer(NORTH, "1", "Ana"), norther(2));
    say_yes(&mut scene, &ana);
    scene.fate(&ana, &square(NORTH), "leave 1");
    let waits = say_yes(&mut scene, &ben);
    assert!(waits.starts_with("You have said yes"), "who does not ask for it any more is not met: {waits}");
}

#[test]
fn who_is_muted_meets_nobody() {
    let (ana, ben) = (customer(NORTH, "1", "Ana"), norther(2));
    let mut scene = scene(std::slice::from_ref(&ben));
    say_yes(&mut scene, &ana);
    scene.script.command(&ana, &square(NORTH), "feedback", "mute");
    assert!(say_yes(&mut scene, &ben).starts_with("You have said yes"));
}

#[test]
fn nobody_meets_more_than_three() {
    let others: Vec<_> = (2..=6).map(norther).collect();
    let mut scene = scene(&others);
    for other in &others {
        say_yes(&mut scene, other);
    }
    for other in &others {
        let path = (FeedbackNumber::new(1), other.account.person());
        let consent = scene.script.record::<Consent>(&path).expect("it is kept");
        assert!(consent.met.len() <= 3 && !consent.met.contains(&other.account.person()), "{consent:?}");
        for met in &consent.met {
            let theirs = scene.script.record::<Consent>(&(FeedbackNumber::new(1), met.clone()));
            assert!(theirs.is_some_and(|theirs| theirs.met.contains(&other.account.person())));
        }
    }
}

#[test]
fn nobody_is_offered_to_meet_others_where_there_are_none() {
    let scene = scene(&[]);
    assert!(scene.script.buttons_in(&square(NORTH)).is_empty());
}

#[test]
fn what_was_taken_back_brings_nobody_together() {
    let (ana, ben) = (customer(NORTH, "1", "Ana"), norther(2));
    let mut scene = scene(std::slice::from_ref(&ben));
    scene.fate(&ana, &square(NORTH), "withdraw 1");
    assert_eq!(scene.script.press(&ben, &square(NORTH), MEET).text(), "That is no longer current.");
}

#[test]
fn who_adds_their_voice_can_meet_the_others() {
    let mut scene = scene(&[]);
    let given = scene.script.command(&norther(2), &square(NORTH), "voice", "1");
    let Some(Answer::Say { content, .. }) = given.answer else { panic!("{given:?}") };
    let meet = |button: &Button| button.label == MEET && matches!(button.target, ButtonTarget::Press(_));
    assert_eq!(content.buttons.iter().flatten().filter(|button| meet(button)).count(), 1);
}
