//! Two accounts that turn out to be one person's.

use fireside_core::Actor;
use fireside_feedback::{Author, FeedbackNumber, Voice};
use fireside_testkit::script::{NORTH, SOUTH, customer, square};

use crate::Scene;

/// Ana in the north has another account in the south, which nobody knows yet.
fn two_anas() -> (Scene, Actor) {
    (Scene::on(NORTH), customer(SOUTH, "9", "Ana"))
}

fn raise_in_the_south(scene: &mut Scene, actor: &Actor, title: &str) {
    scene.script.command(actor, &square(SOUTH), "feedback", title);
    scene.script.press(actor, &square(SOUTH), "Bug");
}

fn link(scene: &mut Scene) {
    scene.script.command(&scene.ana, &scene.group, "link", "");
}

#[test]
fn two_voices_of_one_person_become_one() {
    let (mut scene, other) = two_anas();
    let ben = scene.ben.clone();
    scene.send_in(&ben, "The lid sticks");
    scene.script.command(&scene.ana, &scene.group, "voice", "1 it burns");
    scene.script.command(&other, &square(SOUTH), "voice", "1 my tea");
    assert_eq!(scene.voices(1), "3");
    link(&mut scene);
    assert_eq!(scene.voices(1), "2");
    let voice = scene.voice(1, &scene.ana).expect("it is kept");
    assert_eq!(voice.words.as_deref(), Some("it burns\nmy tea"));
    assert_eq!(scene.voice(1, &other), None);
    let again = scene.script.command(&other, &square(SOUTH), "voice", "1").text();
    assert_eq!(again, "Your voice counts for #1: The lid sticks");
}

#[test]
fn a_voice_where_the_other_has_none_is_brought_over() {
    let (mut scene, other) = two_anas();
    let ben = scene.ben.clone();
    scene.send_in(&ben, "The lid sticks");
    scene.script.command(&other, &square(SOUTH), "voice", "1");
    link(&mut scene);
    let voice = scene.voice(1, &scene.ana).expect("it is theirs now");
    assert_eq!((voice.place, voice.customer.account), (square(SOUTH), other.account.clone()));
    assert_eq!((scene.voice(1, &other), scene.voices(1)), (None, "2".to_owned()));
}

#[test]
fn what_both_raised_is_one_list() {
    let (mut scene, other) = two_anas();
    let ana = scene.ana.clone();
    scene.send_in(&ana, "The lid sticks");
    raise_in_the_south(&mut scene, &other, "Dark mode");
    scene.send_in(&ana, "Quiet hinges");
    link(&mut scene);
    let list = scene.script.command(&ana, &scene.group, "feedback", "mine").text();
    let words = "What you raised\n#3 Quiet hinges (Open, one voice)\n#2 Dark mode (Open, one voice)\n\
                 #1 The lid sticks (Open, one voice)";
    assert_eq!(list, words);
    assert_eq!(scene.item(2).map(|item| item.author.person), Some(ana.account.person()));
    assert_eq!(scene.script.record::<Author>(&other.account.person()), None);
    scene.script.press(&ana, &scene.group, "#2");
    scene.script.press(&ana, &scene.group, "Withdraw");
    scene.script.press(&ana, &scene.group, "Yes, withdraw it");
    assert_eq!(scene.voices(2), "0", "their voice went with it");
}

#[test]
fn more_voices_than_one_turn_brings_over_come_after_it() {
    let (mut scene, other) = two_anas();
    let ben = scene.ben.clone();
    scene.send_in(&ben, "The lid sticks");
    scene.script.command(&other, &square(SOUTH), "voice", "1");
    scene.stage(&other, "copies 450");
    link(&mut scene);
    scene.script.advance(std::time::Duration::from_secs(1));
    let is_theirs = |number| {
        let path = (FeedbackNumber::new(number), scene.ana.account.person());
        scene.script.record::<Voice>(&path).is_some()
    };
    assert!((1..=450).all(is_theirs));
}
