//! Staff's reaction on a message.

use std::time::Duration;

use fireside_core::Message;
use fireside_core::event::ReactionChange;
use fireside_core::event::ReactionChange::{Added, Cleared, Removed};
use fireside_feedback::{FeedbackNumber, Kind, Settings, Standing};
use fireside_testkit::script::{NORTH, SOUTH, brand, chat, staff_home};

use crate::Scene;

const NOTED: &str = "Ana, this is noted as feedback #1 now, in your words, so that the team sees it. \
                     With /feedback mine you can change it or take it back.";

/// Ana has said that the lid sticks, and Sam has reacted.
fn captured(platform: &str) -> Scene {
    let mut scene = Scene::on(platform);
    let (ana, sam) = (scene.ana.clone(), scene.sam.clone());
    scene.says(&ana, "m1", "The lid sticks");
    scene.reacts(&sam, "m1", "💡", Added);
    scene
}

#[test]
fn staffs_reaction_captures_a_message_at_once() {
    for platform in [NORTH, SOUTH] {
        let scene = captured(platform);
        let item = scene.item(1).expect("it is kept");
        assert_eq!((item.title.as_str(), item.kind), ("The lid sticks", Kind::Idea));
        assert_eq!(item.author.account, scene.ana.account);
        assert_eq!(item.origin.captured_by.map(|member| member.name).as_deref(), Some("Sam"));
        assert_eq!(scene.script.said_in(&scene.group), [NOTED]);
        assert_eq!(scene.script.answered_by(NOTED), Some("m1".into()));
    }
}

#[test]
fn a_customers_reaction_is_a_reaction() {
    let mut scene = Scene::on(NORTH);
    let (ana, ben) = (scene.ana.clone(), scene.ben.clone());
    scene.says(&ana, "m1", "The lid sticks");
    assert!(scene.reacts(&ben, "m1", "💡", Added).is_silent());
    assert_eq!(scene.item(1), None);
}

#[test]
fn another_emoji_captures_nothing() {
    let mut scene = Scene::on(NORTH);
    let (ana, sam) = (scene.ana.clone(), scene.sam.clone());
    scene.says(&ana, "m1", "The lid sticks");
    assert!(scene.reacts(&sam, "m1", "👍", Added).is_silent());
    assert_eq!(scene.item(1), None);
}

#[test]
fn the_reaction_can_be_another_or_none_however_it_is_drawn() {
    for (reaction, emoji, captures) in
        [("✍️", "✍🏽", true), ("💡 ✍", "✍", true), ("✍", "💡", false), ("", "", false)]
    {
        let mut community = brand(NORTH);
        let settings = Settings { reaction: reaction.to_owned(), ..Settings::default() };
        let settings = serde_json::to_value(settings).expect("settings are JSON");
        community.settings.insert("feedback".to_owned(), settings);
        let mut scene = Scene::of(NORTH, community);
        let (ana, sam) = (scene.ana.clone(), scene.sam.clone());
        scene.says(&ana, "m1", "The lid sticks");
        scene.reacts(&sam, "m1", emoji, Added);
        assert_eq!(scene.item(1).is_some(), captures, "{reaction} {emoji}");
    }
}

#[test]
fn two_reactions_and_a_menu_make_one_item() {
    let mut scene = captured(NORTH);
    let ana = scene.ana.clone();
    let other = fireside_testkit::script::member(NORTH, "4", "Kim", None);
    assert!(scene.reacts(&other, "m1", "💡", Added).is_silent());
    let message = Message { id: Some("m1".into()), ..Message::of("The lid sticks") };
    assert_eq!(scene.capture(&ana, &ana, &message).text(), "That was captured before: it is #1.");
    assert_eq!(scene.item(2), None);
}

#[test]
fn taken_off_within_a_minute_it_was_never_meant() {
    let mut scene = captured(NORTH);
    let sam = scene.sam.clone();
    scene.script.advance(Duration::from_mins(1));
    scene.reacts(&sam, "m1", "💡", Removed);
    let item = scene.item(1).expect("its number stays");
    assert_eq!((item.standing, item.title.as_str()), (Standing::Withdrawn, ""));
    assert_eq!(scene.voice(1, &scene.ana), None);
    assert_eq!(scene.script.said_in(&scene.group), Vec::<String>::new(), "the note is gone");
    scene.reacts(&sam, "m1", "💡", Added);
    assert_eq!(scene.title(2), "The lid sticks", "meant after all");
}

#[test]
fn taken_off_later_it_stays_and_staff_are_told_where_they_work() {
    let mut scene = captured(NORTH);
    let sam = scene.sam.clone();
    scene.script.advance(Duration::from_secs(61));
    scene.reacts(&sam, "m1", "💡", Removed);
    assert_eq!(scene.title(1), "The lid sticks");
    let told = scene.script.said_in(&staff_home(NORTH));
    assert!(told.iter().any(|line| line.starts_with("Sam, #1 stays")), "{told:?}");
}

#[test]
fn only_who_captured_it_takes_it_back() {
    let mut scene = captured(NORTH);
    let (ben, sam) = (scene.ben.clone(), scene.sam.clone());
    scene.reacts(&ben, "m1", "💡", Removed);
    scene.reacts(&sam, "m1", "👍", Removed);
    scene.reacts(&sam, "m1", "", Cleared);
    assert_eq!(scene.title(1), "The lid sticks");
}

#[test]
fn somebody_who_is_no_longer_staff_takes_back_what_they_did() {
    let mut scene = captured(NORTH);
    let mut sam = scene.sam.clone();
    sam.authority = None;
    scene.reacts(&sam, "m1", "💡", Removed);
    assert_eq!(scene.item(1).map(|item| item.standing), Some(Standing::Withdrawn));
}

#[test]
fn what_was_never_meant_leaves_no_card_and_nothing_in_its_authors_list() {
    for platform in [NORTH, SOUTH] {
        let mut scene = captured(platform);
        let (ana, sam) = (scene.ana.clone(), scene.sam.clone());
        scene.script.advance(Duration::from_secs(10));
        let rooms = scene.script.rooms_in(&staff_home(NORTH));
        assert_eq!(scene.script.said_in(&rooms[0]).len(), 1, "its card is up");
        scene.reacts(&sam, "m1", "💡", Removed);
        scene.script.advance(Duration::from_mins(5));
        assert_eq!(scene.script.said_in(&rooms[0]), [""; 0]);
        assert!(!scene.script.is_open(&rooms[0]));
        assert_eq!(scene.script.rooms_in(&staff_home(NORTH)), rooms, "and none comes back");
        let mine = scene.script.command(&ana, &chat(&ana), "feedback", "mine").text();
        assert_eq!(mine, "You have raised nothing yet.");
    }
}

#[test]
fn what_others_back_already_stays_as_it_is_and_staff_are_told() {
    let mut scene = captured(NORTH);
    let (ben, sam) = (scene.ben.clone(), scene.sam.clone());
    scene.script.command(&ben, &scene.group, "voice", "1");
    scene.reacts(&sam, "m1", "💡", Removed);
    let item = scene.item(1).expect("it is kept");
    assert_eq!((item.standing, item.author.name.as_str()), (Standing::Live, "Ana"));
    assert_eq!(scene.script.said_in(&scene.group)[0], NOTED);
    let told = scene.script.said_in(&staff_home(NORTH));
    assert!(told.iter().any(|line| line.starts_with("Sam, #1 stays: others back it")), "{told:?}");
}

#[test]
fn why_a_message_is_not_captured_is_said_to_staff() {
    let mut scene = Scene::on(NORTH);
    let (ana, sam) = (scene.ana.clone(), scene.sam.clone());
    scene.says(&ana, "m1", " \u{200B}");
    scene.reacts(&sam, "m1", "💡", Added);
    let words = "Sam, I left out the message you reacted to. There is nothing in that message \
                 that I could read. Say it in your own words: /feedback.";
    assert_eq!(scene.script.said_in(&staff_home(NORTH)), [words]);
}

#[test]
fn staff_are_shown_what_is_like_a_captured_message_and_merge_it_with_a_press() {
    let mut scene = captured(NORTH);
    let (ben, sam, home) = (scene.ben.clone(), scene.sam.clone(), staff_home(NORTH));
    scene.says(&ben, "m2", "The lid sticks again");
    scene.reacts(&sam, "m2", "💡", Added);
    assert_eq!(scene.title(2), "The lid sticks again");
    let words = "#2 “The lid sticks again” was captured by a reaction. Does it say the same as one of \
                 these?\n#1 The lid sticks (Open, one voice)";
    assert_eq!(scene.script.said_in(&home), [words]);
    let merge = scene.script.button(&home, &sam.account, "Merge into #1");
    assert_eq!(scene.script.press_data(&ben, &home, &merge).text(), "That is for staff.");
    assert_eq!(scene.item(2).map(|item| item.standing), Some(Standing::Live));
    let merged = "#2 is part of #1 now. Its voices count there.";
    assert_eq!(scene.script.press_data(&sam, &home, &merge).text(), merged);
    assert_eq!(scene.item(2).map(|item| item.standing), Some(Standing::Merged(FeedbackNumber::new(1))));
}

#[test]
fn what_was_not_heard_can_not_be_captured_and_staff_hear_how() {
    let mut scene = Scene::on(NORTH);
    let sam = scene.sam.clone();
    scene.reacts(&sam, "m9", "💡", Added);
    let told = scene.script.said_in(&staff_home(NORTH));
    let words = "Sam, I can't tell what was said in the message you reacted to. \
                 Reply to it with /feedback, or use its menu.";
    assert_eq!(told, [words]);
    assert_eq!(scene.item(1), None);
}

#[test]
fn what_is_said_among_staff_is_not_captured() {
    let mut scene = Scene::on(NORTH);
    scene.group = staff_home(NORTH);
    let sam = scene.sam.clone();
    scene.says(&sam, "m1", "This customer again");
    assert!(scene.reacts(&sam, "m1", "💡", Added).is_silent());
    assert_eq!(scene.item(1), None);
}

#[test]
fn of_an_album_any_part_is_the_same_message() {
    let mut scene = Scene::on(NORTH);
    let (ana, sam) = (scene.ana.clone(), scene.sam.clone());
    let album = Message {
        id: Some("m1".into()),
        further_parts: vec!["m2".into()],
        ..Message::of("Two pictures of the lid")
    };
    scene.script.post(&ana, &scene.group.clone(), album);
    for (id, change) in [("m2", Added), ("m1", ReactionChange::Added)] {
        scene.reacts(&sam, id, "💡", change);
    }
    assert_eq!(scene.item(1).and_then(|item| item.origin.message), Some("m1".into()));
    assert_eq!(scene.item(2), None);
    scene.reacts(&sam, "m2", "💡", Removed);
    assert_eq!(scene.item(1).map(|item| item.standing), Some(Standing::Withdrawn));
}
