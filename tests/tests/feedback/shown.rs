//! The card: put up where feedback is shown, and changed in place.

use fireside_feedback::Voice;
use fireside_sim::{discord, telegram};
use fireside_tests::{Home, PATIENCE, Stage};

use crate::steps::{Card, card, card_says, post, raise_in_group, raise_in_lounge, run};

/// A hundred voices come in a few seconds; a card is changed every two at most.
const EDITS_MAX: usize = 20;

#[tokio::test]
async fn in_a_forum_a_card_is_a_post_with_tags_for_kind_and_status() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    raise_in_group(&stage, stage.there.mia, "A timer").await;
    let tags = |post: &discord::ThreadSummary| {
        let known = stage.discord.tags(here.feedback);
        let name = |id: &u64| known.iter().find(|(own, _)| own == id).map(|(_, name)| name.clone());
        post.tags.iter().filter_map(name).collect::<Vec<_>>()
    };
    let first = post(&stage, 1).await;
    assert_eq!((first.name.as_str(), tags(&first)), ("#1 A timer", vec!["Idea".into(), "Open".into()]));
    let card = card(&stage, 1).await;
    let shown = card_says(&stage, card, "Raised by Mia").await;
    let labels: Vec<_> = shown.buttons.iter().map(|button| button.label.as_str()).collect();
    assert_eq!(labels, ["Add my voice", "Details", "Status"]);
    run(&stage, here.ana, "status", &[("number", "1"), ("status", "planned")]);
    card_says(&stage, card, "Planned").await;
    let tagged = |world: &discord::World| {
        world.thread(card.post).filter(|post| tags(post).contains(&"Planned".to_owned()))
    };
    let tagged = stage.discord.wait_for(tagged, PATIENCE).await.expect("its tags follow");
    assert_eq!(tags(&tagged), ["Idea", "Planned"]);
    assert_eq!(stage.discord.threads(here.feedback).len(), 1, "it is the same post");
    stage.clear().await;
}

#[tokio::test]
async fn in_a_forum_group_a_card_is_a_topic_and_changes_in_place() {
    let stage = Stage::set(Home::Telegram).await;
    let there = stage.there;
    raise_in_group(&stage, there.mia, "A timer").await;
    let opened = |world: &telegram::World| world.topics(there.staff_group).pop();
    let topic = stage.telegram.wait_for(PATIENCE, opened).await.expect("a topic is opened");
    assert_eq!(topic.name, "#1 A timer");
    let card = stage.in_topic(topic.thread, "1 voice").await;
    stage.telegram.say(there.group, there.tom, "/voice 1");
    stage.in_group("Your voice counts for #1 now").await;
    let changed = stage.in_topic(topic.thread, "2 voices").await;
    assert_eq!((changed.message_id, changed.edited), (card.message_id, true));
    stage.telegram.react(there.staff_group, card.message_id, there.ana, "👍").expect("it is there");
    let changed = stage.in_topic(topic.thread, "3 voices").await;
    assert_eq!(changed.message_id, card.message_id);
    stage.telegram.react(there.staff_group, card.message_id, there.ana, "").expect("it is there");
    stage.in_topic(topic.thread, "2 voices").await;
    assert_eq!(stage.telegram.topics(there.staff_group).len(), 1);
    stage.clear().await;
}

#[tokio::test]
async fn a_reaction_on_the_card_is_a_voice_and_taking_it_off_withdraws_it() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    raise_in_group(&stage, stage.there.mia, "A timer").await;
    let card = card(&stage, 1).await;
    card_says(&stage, card, "1 voice").await;
    stage.discord.react(card.post, here.leo, card.post, "👍").expect("he sees the card");
    card_says(&stage, card, "2 voices").await;
    stage.discord.unreact(card.post, here.leo, card.post, "👍").expect("it is there");
    card_says(&stage, card, "1 voice").await;
    assert_eq!(stage.clear_and_read::<Voice>().await.len(), 1, "the author's own");
}

#[tokio::test]
async fn a_button_on_the_card_pressed_twice_is_one_voice() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    raise_in_group(&stage, stage.there.mia, "A timer").await;
    let card = card(&stage, 1).await;
    for _ in 0..2 {
        stage.discord.press(card.post, here.leo, "Add my voice").expect("he sees the card");
    }
    card_says(&stage, card, "2 voices").await;
    stage.told(here.leo, "Your voice counts for #1").await;
    assert_eq!(stage.clear_and_read::<Voice>().await.len(), 2);
}

#[tokio::test]
async fn details_are_for_the_one_who_asks_and_name_nobody_who_spoke_in_private() {
    let stage = Stage::set(Home::Discord).await;
    let (here, mia) = (stage.here, stage.there.mia);
    crate::steps::raise(&stage, mia, mia, "A timer").await;
    let card = card(&stage, 1).await;
    let shown = card_says(&stage, card, "Raised in private").await;
    assert!(!shown.text.contains("Mia"), "{}", shown.text);
    stage.discord.press(card.post, here.leo, "Details").expect("he sees the card");
    let details = stage.told(here.leo, "A timer").await;
    assert!(!details.text.contains("Mia"), "{}", details.text);
    stage.discord.press(card.post, here.ana, "Details").expect("she sees the card");
    let details = stage.told(here.ana, "Mia").await;
    assert!(details.text.contains("A timer"), "{}", details.text);
    stage.clear().await;
}

/// How often the card was changed.
fn edits(stage: &Stage, card: Card) -> usize {
    let path = format!("/channels/{}/messages/{}", card.post, card.post);
    stage
        .discord
        .calls()
        .iter()
        .filter(|call| call.name.starts_with("PATCH") && call.path.starts_with(&path))
        .count()
}

#[tokio::test]
async fn a_hundred_voices_at_once_make_few_edits() {
    let stage = Stage::set(Home::Discord).await;
    raise_in_lounge(&stage, "A timer").await;
    let card = card(&stage, 1).await;
    card_says(&stage, card, "1 voice").await;
    for person in 1_000..1_100 {
        stage.telegram.add_user(person, format!("Person {person}"));
        stage.telegram.say(person, person, "/voice 1");
    }
    card_says(&stage, card, "101 voices").await;
    let edits = edits(&stage, card);
    assert!((1..=EDITS_MAX).contains(&edits), "{edits} edits");
    assert_eq!(stage.clear_and_read::<Voice>().await.len(), 101);
}
