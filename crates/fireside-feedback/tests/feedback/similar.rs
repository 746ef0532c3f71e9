//! "Is it one of these?"

use std::time::Duration;

use fireside_core::Message;
use fireside_feedback::Status;
use fireside_testkit::script::{NORTH, SOUTH, chat};

use crate::Scene;

const THAT: &str = "#1: that's it, add my voice";
const NEW: &str = "No, it's new";

/// Ana has said that the lid sticks, and Ben says so too.
fn asked(platform: &str) -> Scene {
    let mut scene = Scene::on(platform);
    let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
    raise(&mut scene, &ana, "The lid sticks");
    raise(&mut scene, &ben, "The lid sticks again");
    scene
}

fn raise(scene: &mut Scene, actor: &fireside_core::Actor, title: &str) -> String {
    if scene.group.platform.as_str() == NORTH {
        return scene.send_in(actor, title).text();
    }
    scene.script.command(actor, &scene.group, "feedback", title);
    scene.script.press(actor, &scene.group, "Idea").text()
}

#[test]
fn what_is_alike_is_offered_before_anything_new_is_saved() {
    for platform in [NORTH, SOUTH] {
        let mut scene = Scene::on(platform);
        let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
        raise(&mut scene, &ana, "The lid sticks");
        let offered = raise(&mut scene, &ben, "The lid sticks again");
        let words = "Is it one of these?\n#1 The lid sticks (Open, one voice)\n\
                     If you don't choose, I'll save it as new tomorrow.";
        assert_eq!(offered, words, "{platform}");
        assert_eq!(scene.item(2), None, "nothing is saved yet");
    }
}

#[test]
fn what_is_unlike_is_saved_at_once() {
    let mut scene = Scene::on(NORTH);
    let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
    raise(&mut scene, &ana, "The lid sticks");
    assert!(raise(&mut scene, &ben, "Dark mode, please").starts_with("Saved #2."));
}

#[test]
fn a_yes_adds_a_voice_with_the_customers_own_words() {
    for platform in [NORTH, SOUTH] {
        let mut scene = asked(platform);
        let that = scene.script.button(&scene.group, &scene.ben.account, THAT);
        let added = scene.script.press_data(&scene.ben, &scene.group, &that).text();
        assert_eq!(added, "Your voice counts for #1 now: The lid sticks", "{platform}");
        let again = scene.script.press_data(&scene.ben, &scene.group, &that);
        assert_eq!(again.is_silent(), platform == SOUTH, "once is enough where all read it");
        let voice = scene.voice(1, &scene.ben).expect("the voice is there");
        assert_eq!(voice.words.as_deref(), Some("The lid sticks again"));
        assert_eq!((voice.place, scene.item(2)), (scene.group.clone(), None));
    }
}

#[test]
fn a_no_saves_it_as_new() {
    let mut scene = asked(NORTH);
    assert!(scene.script.press(&scene.ben, &scene.group, NEW).text().starts_with("Saved #2."));
    assert_eq!(scene.title(2), "The lid sticks again");
    assert_eq!(scene.voice(1, &scene.ben), None);
}

#[test]
fn at_most_three_are_offered() {
    let mut scene = Scene::on(NORTH);
    let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
    for what in ["lid", "lids", "lid's", "lidd"] {
        raise(&mut scene, &ana, &format!("The {what} sticks"));
        if scene.script.buttons_in(&scene.group).contains(&NEW.to_owned()) {
            scene.script.press(&ana, &scene.group, NEW);
        }
    }
    assert!(scene.item(4).is_some(), "four are there");
    raise(&mut scene, &ben, "The lid sticks");
    let buttons = scene.script.buttons_in(&scene.group);
    assert_eq!(buttons.iter().filter(|label| label.contains("that's it")).count(), 3, "{buttons:?}");
}

#[test]
fn pressing_twice_adds_one_voice_and_saves_one_item() {
    let mut scene = asked(NORTH);
    let (ben, group) = (scene.ben.clone(), scene.group.clone());
    let that = scene.script.button(&group, &ben.account, THAT);
    let new = scene.script.button(&group, &ben.account, NEW);
    scene.script.press_data(&ben, &group, &that);
    for data in [&that, &new] {
        let again = scene.script.press_data(&ben, &group, data).text();
        assert_eq!(again, "Your voice counts for #1: The lid sticks", "{data}");
    }
    assert_eq!(scene.item(2), None);

    let mut scene = asked(NORTH);
    let that = scene.script.button(&group, &ben.account, THAT);
    let new = scene.script.button(&group, &ben.account, NEW);
    scene.script.press_data(&ben, &group, &new);
    for data in [&new, &that] {
        assert!(scene.script.press_data(&ben, &group, data).text().starts_with("Saved #2."), "{data}");
    }
    assert_eq!((scene.item(3), scene.voice(1, &ben)), (None, None));
}

#[test]
fn nobody_else_answers_for_the_customer() {
    // In the south everybody would read it.
    for (platform, said) in [(NORTH, "That is for the one who wrote it."), (SOUTH, "")] {
        let mut scene = asked(platform);
        let (ana, group, ben) = (scene.ana.clone(), scene.group.clone(), scene.ben.account.clone());
        for label in [THAT, NEW] {
            let data = scene.script.button(&group, &ben, label);
            assert_eq!(scene.script.press_data(&ana, &group, &data).text(), said);
        }
        assert_eq!((scene.item(2), scene.voice(1, &scene.ben)), (None, None));
    }
}

#[test]
fn an_answer_from_another_chat_counts_where_it_was_said() {
    let mut scene = asked(SOUTH);
    let that = scene.script.button(&scene.group, &scene.ben.account, THAT);
    let elsewhere = chat(&scene.ben);
    let added = scene.script.press_data(&scene.ben, &elsewhere, &that).text();
    assert_eq!(added, "Your voice counts for #1 now: The lid sticks");
    let voice = scene.voice(1, &scene.ben).expect("the voice is there");
    assert_eq!((voice.place, voice.is_private), (scene.group.clone(), false));
}

#[test]
fn what_nobody_answered_about_is_saved_as_new_after_a_day() {
    let mut scene = asked(NORTH);
    let that = scene.script.button(&scene.group, &scene.ben.account, THAT);
    scene.script.advance(Duration::from_hours(24));
    assert_eq!(scene.title(2), "The lid sticks again");
    let late = scene.script.press_data(&scene.ben, &scene.group, &that).text();
    assert_eq!(late, "That is no longer current.");
    assert_eq!(scene.voice(1, &scene.ben), None);
    scene.script.advance(Duration::from_hours(48));
    assert_eq!(scene.item(3), None, "it is saved once");
}

#[test]
fn what_was_answered_about_is_not_saved_after_a_day() {
    let mut scene = asked(NORTH);
    scene.script.press(&scene.ben, &scene.group, THAT);
    scene.script.advance(Duration::from_hours(25));
    assert_eq!(scene.item(2), None);
}

#[test]
fn a_yes_to_what_was_merged_meanwhile_goes_where_it_leads() {
    let mut scene = asked(NORTH);
    let ana = scene.ana.clone();
    raise(&mut scene, &ana, "Hinges creak");
    scene.stage(&ana, "merge 1 2");
    let added = scene.script.press(&scene.ben, &scene.group, THAT).text();
    assert_eq!(added, "Your voice counts for #2 now: Hinges creak");
    let voice = scene.voice(2, &scene.ben).expect("the voice is there");
    assert_eq!(voice.words.as_deref(), Some("The lid sticks again"));
}

#[test]
fn a_yes_to_what_was_taken_back_meanwhile_offers_to_save_it() {
    let mut scene = asked(NORTH);
    scene.script.command(&scene.ana, &scene.group, "feedback", "mine");
    scene.script.press(&scene.ana, &scene.group, "#1");
    scene.script.press(&scene.ana, &scene.group, "Withdraw");
    scene.script.press(&scene.ana, &scene.group, "Yes, withdraw it");
    let gone = scene.script.press(&scene.ben, &scene.group, THAT).text();
    assert_eq!(gone, "#1 was taken back meanwhile. Shall I save what you wrote as new?");
    assert!(scene.script.press(&scene.ben, &scene.group, NEW).text().starts_with("Saved #2."));
}

#[test]
fn what_is_no_longer_open_is_not_offered() {
    for status in [Status::Shipped, Status::Declined, Status::Duplicate] {
        let mut scene = Scene::on(NORTH);
        let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
        raise(&mut scene, &ana, "The lid sticks");
        scene.stage(&ana, &format!("status 1 {}", status.as_str()));
        assert!(raise(&mut scene, &ben, "The lid sticks").starts_with("Saved #2."), "{status:?}");
    }
}

#[test]
fn saying_ones_own_again_adds_to_ones_words() {
    let mut scene = Scene::on(NORTH);
    let ana = scene.ana.clone();
    raise(&mut scene, &ana, "The lid sticks");
    raise(&mut scene, &ana, "The lid sticks again");
    let added = scene.script.press(&ana, &scene.group, THAT).text();
    assert_eq!(added, "Your voice counts for #1: The lid sticks");
    let voice = scene.voice(1, &ana).expect("the voice is there");
    assert_eq!(voice.words.as_deref(), Some("The lid sticks\nThe lid sticks again"));
}

#[test]
fn a_message_of_somebody_else_can_be_one_of_these_too() {
    let mut scene = Scene::on(NORTH);
    let (ana, ben, sam) = (scene.ana.clone(), scene.ben.clone(), scene.sam.clone());
    raise(&mut scene, &ana, "The lid sticks");
    let message: Message = scene.says(&ben, "m1", "The lid sticks for me too");
    let form = scene.capture(&sam, &ben, &message).form().expect("a form opens").token.clone();
    let offered = scene.script.submit(&sam, &scene.group, &form, &[("kind", "bug")]).text();
    assert!(offered.ends_with("If you don't choose, nothing is saved."), "{offered}");
    let told = scene.script.press(&sam, &scene.group, "#1: that's it, add their voice").text();
    assert_eq!(told, "The voice of Ben counts for #1 now.");
    let voice = scene.voice(1, &ben).expect("the voice is there");
    assert_eq!(voice.words.as_deref(), Some("The lid sticks for me too"));
    assert_eq!((voice.message, scene.voice(1, &sam)), (Some("m1".into()), None));
    let noted = "Ben, this counts as your voice for feedback #1 now, so that you hear what becomes of it.";
    assert_eq!(scene.script.answered_by(noted), Some("m1".into()));
    assert_eq!(scene.capture(&sam, &ben, &message).text(), "That was captured before: it is #1.");
}
