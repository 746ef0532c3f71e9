//! Voices: one per customer and item.

use fireside_core::event::{Press, Reaction, ReactionChange};
use fireside_core::{Actor, EventKind, MessageRef, Place};
use fireside_feedback::FeedbackNumber;
use fireside_testkit::script::{NORTH, SOUTH, brand, chat, customer};

use crate::Scene;

/// Ana has said that the lid sticks.
fn raised(platform: &str) -> Scene {
    let mut scene = Scene::on(platform);
    let ana = scene.ana.clone();
    if platform == NORTH {
        scene.send_in(&ana, "The lid sticks");
    } else {
        scene.script.command(&ana, &scene.group, "feedback", "The lid sticks");
        scene.script.press(&ana, &scene.group, "Bug");
    }
    scene
}

#[test]
fn a_command_adds_a_voice_once() {
    for platform in [NORTH, SOUTH] {
        let mut scene = raised(platform);
        let (ben, group) = (scene.ben.clone(), scene.group.clone());
        let added = scene.script.command(&ben, &group, "voice", "#1").text();
        assert_eq!(added, "Your voice counts for #1 now: The lid sticks");
        let again = scene.script.command(&ben, &group, "voice", "1").text();
        assert_eq!(again, "Your voice counts for #1: The lid sticks");
        assert_eq!(scene.voices(1), "2");
        let voice = scene.voice(1, &ben).expect("it is kept");
        assert_eq!((voice.words, voice.place), (None, group));
    }
}

#[test]
fn words_can_come_with_the_command_or_after_it() {
    let mut scene = raised(SOUTH);
    let (ben, chat) = (scene.ben.clone(), chat(&scene.ben));
    scene.script.command(&ben, &chat, "voice", "1 it burns my tea");
    assert_eq!(scene.voice(1, &ben).and_then(|voice| voice.words).as_deref(), Some("it burns my tea"));
    let asked = scene.script.press(&ben, &chat, "Say why").text();
    assert_eq!(asked, "What does it mean to you?");
    scene.script.say(&ben, &chat, "and my fingers");
    let words = scene.voice(1, &ben).and_then(|voice| voice.words);
    assert_eq!(words.as_deref(), Some("it burns my tea\nand my fingers"));
    assert_eq!(scene.voices(1), "2");
}

#[test]
fn words_are_asked_for_in_a_dialog_where_there_are_dialogs() {
    let mut scene = raised(NORTH);
    let ben = scene.ben.clone();
    scene.script.command(&ben, &scene.group, "voice", "1");
    let token = scene.script.press(&ben, &scene.group, "Say why");
    let token = token.form().expect("a form opens").token.clone();
    scene.script.submit(&ben, &scene.group, &token, &[("words", "it burns my tea")]);
    assert_eq!(scene.voice(1, &ben).and_then(|voice| voice.words).as_deref(), Some("it burns my tea"));
}

#[test]
fn the_same_words_again_are_not_added() {
    let mut scene = raised(NORTH);
    let ben = scene.ben.clone();
    for _ in 0..2 {
        scene.script.submit(&ben, &scene.group, "voice_why:1", &[("words", "it burns")]);
    }
    assert_eq!(scene.voice(1, &ben).and_then(|voice| voice.words).as_deref(), Some("it burns"));
}

#[test]
fn a_voice_can_be_taken_back() {
    let mut scene = raised(NORTH);
    let (ben, group) = (scene.ben.clone(), scene.group.clone());
    scene.script.command(&ben, &group, "voice", "1");
    let back = scene.script.button(&group, &ben.account, "Take it back");
    assert_eq!(scene.script.press_data(&ben, &group, &back).text(), "Your voice no longer counts for #1.");
    assert_eq!(scene.script.press_data(&ben, &group, &back).text(), "You have no voice on #1.");
    assert_eq!((scene.voice(1, &ben), scene.voices(1)), (None, "1".to_owned()));
    scene.script.command(&ben, &group, "voice", "1");
    assert_eq!(scene.voices(1), "2", "and given again");
}

#[test]
fn an_authors_voice_stays_with_the_item() {
    let mut scene = raised(NORTH);
    let ana = scene.ana.clone();
    scene.script.command(&ana, &scene.group, "voice", "1");
    let refused = scene.script.press(&ana, &scene.group, "Take it back").text();
    assert_eq!(refused, "#1 is yours: /feedback mine is where you can withdraw it.");
    assert_eq!(scene.voices(1), "1");
}

#[test]
fn numbers_of_nothing_are_answered() {
    let mut scene = raised(SOUTH);
    let (ben, group) = (scene.ben.clone(), scene.group.clone());
    for (given, said) in [
        ("2", "There is no feedback #2."),
        ("0", "There is no feedback #0."),
        ("", "Which one? Give its number: /voice 12."),
        ("-1", "Which one? Give its number: /voice 12."),
        ("99999999999999999999", "Which one? Give its number: /voice 12."),
        ("lid", "Which one? Give its number: /voice 12."),
    ] {
        assert_eq!(scene.script.command(&ben, &group, "voice", given).text(), said, "{given}");
    }
}

#[test]
fn a_voice_in_private_is_kept_as_private() {
    let mut scene = raised(SOUTH);
    let (ben, chat) = (scene.ben.clone(), chat(&scene.ben));
    scene.script.command(&ben, &chat, "voice", "1");
    assert_eq!(scene.voice(1, &ben).map(|voice| voice.is_private), Some(true));
    let place = (FeedbackNumber::new(1), chat.to_string());
    assert_eq!(scene.script.record::<fireside_feedback::VoicePlace>(&place), None);
}

#[test]
fn somebody_elses_buttons_are_about_ones_own_voice() {
    let mut scene = raised(SOUTH);
    let (ben, group) = (scene.ben.clone(), scene.group.clone());
    let kim = customer(SOUTH, "7", "Kim");
    scene.script.command(&ben, &group, "voice", "1");
    let reply = scene.script.press(&kim, &group, "Take it back");
    assert!(reply.is_silent(), "everybody would read it, and nobody know to whom it is");
    assert!(scene.voice(1, &ben).is_some());
}

/// The place and the id of an item's card, and what a reaction there does.
fn card(scene: &Scene, number: u64) -> (Place, String) {
    let card = scene.item(number).and_then(|item| item.card).expect("the card is up");
    match card.message {
        MessageRef::Known { place, id } => (place, id.to_string()),
        MessageRef::Sent { .. } => panic!("the card is still on its way"),
    }
}

fn react(scene: &mut Scene, actor: &Actor, number: u64, emoji: &str, change: ReactionChange) {
    let (place, id) = card(scene, number);
    let reaction = Reaction { message: id.as_str().into(), emoji: emoji.to_owned(), change };
    assert!(scene.script.act(actor, &place, EventKind::Reaction(reaction)).text().is_empty());
}

#[test]
fn a_thumb_on_the_card_is_a_voice_until_it_is_taken_off() {
    let mut scene = raised(NORTH);
    let ben = scene.ben.clone();
    react(&mut scene, &ben, 1, "👍🏽", ReactionChange::Added);
    react(&mut scene, &ben, 1, "👍", ReactionChange::Added);
    assert_eq!(scene.voices(1), "2");
    react(&mut scene, &ben, 1, "👍", ReactionChange::Removed);
    assert_eq!((scene.voice(1, &ben), scene.voices(1)), (None, "1".to_owned()));
}

#[test]
fn a_thumb_counts_in_the_cards_own_topic_where_the_platform_names_only_its_group() {
    let mut scene = Scene::of(SOUTH, brand(SOUTH));
    let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
    scene.script.command(&ana, &scene.group, "feedback", "The lid sticks");
    scene.script.press(&ana, &scene.group, "Bug");
    let (topic, id) = card(&scene, 1);
    assert!(topic.thread.is_some());
    for (change, place) in [(ReactionChange::Added, Some(&topic)), (ReactionChange::Removed, None)] {
        let reaction = Reaction { message: id.as_str().into(), emoji: "👍".to_owned(), change };
        scene.script.act(&ben, &topic.parent(), EventKind::Reaction(reaction));
        assert_eq!(scene.voice(1, &ben).map(|voice| voice.place).as_ref(), place);
    }
}

#[test]
fn other_software_is_told_of_a_voice_once_however_often_it_comes_and_goes() {
    let mut community = brand(NORTH);
    community.outward = Some(Place::channel("software", "hook"));
    let mut scene = Scene::of(NORTH, community);
    let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
    scene.send_in(&ana, "The lid sticks");
    for _ in 0..3 {
        react(&mut scene, &ben, 1, "👍", ReactionChange::Added);
        react(&mut scene, &ben, 1, "👍", ReactionChange::Removed);
    }
    let told = scene.script.told_software().into_iter().map(|(what, _)| what);
    assert_eq!(told.collect::<Vec<_>>(), ["feedback.created", "feedback.voiced"]);
}

#[test]
fn other_emoji_and_what_is_cleared_away_change_no_voice() {
    let mut scene = raised(NORTH);
    let ben = scene.ben.clone();
    react(&mut scene, &ben, 1, "👎", ReactionChange::Added);
    assert_eq!(scene.voice(1, &ben), None);
    react(&mut scene, &ben, 1, "👍", ReactionChange::Added);
    react(&mut scene, &ben, 1, "👍", ReactionChange::Cleared);
    assert!(scene.voice(1, &ben).is_some());
}

#[test]
fn a_thumb_taken_off_leaves_the_voice_that_was_given_elsewhere() {
    let mut scene = raised(NORTH);
    let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
    scene.script.command(&ben, &scene.group, "voice", "1");
    for actor in [&ana, &ben] {
        react(&mut scene, actor, 1, "👍", ReactionChange::Added);
        react(&mut scene, actor, 1, "👍", ReactionChange::Removed);
    }
    assert_eq!(scene.voices(1), "2");
}

#[test]
fn who_hides_their_name_has_no_thumb() {
    let mut scene = raised(NORTH);
    let mut ben = scene.ben.clone();
    ben.is_anonymous = true;
    react(&mut scene, &ben, 1, "👍", ReactionChange::Added);
    assert_eq!(scene.voices(1), "1");
}

#[test]
fn the_cards_button_adds_a_voice_and_a_second_press_nothing() {
    let mut scene = raised(NORTH);
    let ben = scene.ben.clone();
    let (place, id) = card(&scene, 1);
    let data = scene.script.button(&place, &ben.account, "Add my voice");
    for _ in 0..2 {
        let press = Press { data: data.clone(), message: Some(id.as_str().into()) };
        let reply = scene.script.act(&ben, &place, EventKind::Press(press));
        assert!(reply.text().starts_with("Your voice counts for #1"), "{}", reply.text());
    }
    assert_eq!(scene.voices(1), "2");
    let voice = scene.voice(1, &ben).expect("it is kept");
    assert_eq!((voice.place, voice.message), (place, Some(id.as_str().into())));
}
