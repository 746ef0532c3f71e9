//! "Is it one of these?": what others said is offered before it is said again.

use fireside_feedback::{Feedback, Voice};
use fireside_tests::{Home, PATIENCE, Stage};

use crate::steps::{card, card_says, only, opened, raise_in_group, send_in};

const SAID: &str = "The lamp flickers below half brightness";
const SAID_AGAIN: &str = "Lamp flickers at half brightness";

/// Mia has said it on Telegram, and Leo says it again on Discord.
async fn said_again() -> Stage {
    let stage = Stage::set(Home::Discord).await;
    raise_in_group(&stage, stage.there.mia, SAID).await;
    stage.at_rest().await;
    let modal = opened(&stage, &[("text", SAID_AGAIN)]).await;
    send_in(&stage, &modal, &[("kind", "bug")]);
    stage
}

#[tokio::test]
async fn who_says_what_was_said_on_the_other_platform_adds_a_voice_in_their_own_words() {
    let stage = said_again().await;
    let leo = stage.here.leo;
    let offer = stage.told(leo, "Is it one of these?").await;
    assert!(offer.text.contains("The lamp flickers"), "{}", offer.text);
    stage.discord.press(offer.id, leo, "#1: that's it, add my voice").expect("a button");
    stage.told(leo, "Your voice counts for #1 now").await;
    let card = card(&stage, 1).await;
    card_says(&stage, card, "2 voices").await;
    let voices = stage.clear_and_read::<Voice>().await;
    let leos = voices.iter().find(|voice| voice.customer.name == "Leo").expect("his voice is there");
    assert_eq!((leos.words.as_deref(), leos.feedback.get()), (Some(SAID_AGAIN), 1));
}

#[tokio::test]
async fn what_is_none_of_them_is_saved_as_new() {
    let stage = said_again().await;
    let leo = stage.here.leo;
    let offer = stage.told(leo, "Is it one of these?").await;
    stage.discord.press(offer.id, leo, "No, it's new").expect("a button");
    stage.told(leo, "Saved #2").await;
    card(&stage, 2).await;
    assert_eq!(stage.clear_and_read::<Feedback>().await.len(), 2);
}

#[tokio::test]
async fn an_offer_in_a_group_is_answered_by_who_was_asked() {
    let stage = Stage::set(Home::Discord).await;
    let there = stage.there;
    raise_in_group(&stage, there.mia, SAID).await;
    stage.at_rest().await;
    let said = stage.telegram.say(there.group, there.tom, &format!("/feedback {SAID_AGAIN}"));
    let question = stage.telegram.wait_for_text_after(there.group, said, "What is it?", PATIENCE).await;
    let question = question.expect("the kind is asked for").message_id;
    stage.telegram.press(there.group, question, there.tom, "Bug").expect("a button");
    let offer = stage.in_group("Is it one of these?").await.message_id;
    let yes = "#1: that's it, add my voice";
    stage.telegram.press(there.group, offer, there.mia, yes).expect("a button");
    stage.at_rest().await;
    assert_eq!(
        stage.times_in_chat(there.group, "That is for the one who wrote it"),
        0,
        "who would know whom?"
    );
    stage.telegram.press(there.group, offer, there.tom, yes).expect("a button");
    stage.in_group("Your voice counts for #1 now").await;
    only::<Feedback>(stage).await;
}
