//! `/feedback`: a dialog on Discord, questions on Telegram, and the same record.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use fireside_feedback::{Category, Feedback, Voice};
use fireside_sim::discord::Modal;
use fireside_tests::{Home, PATIENCE, Stage};

/// Leo runs `/feedback` and sees the dialog.
async fn opened(stage: &Stage, options: &[(&str, &str)]) -> Modal {
    let here = stage.here;
    stage.discord.run_command(here.lounge, here.leo, "feedback", options).expect("registered");
    stage.discord.wait_for_modal(here.leo, PATIENCE).await.expect("a dialog opens")
}

fn field<'a>(modal: &'a Modal, name: &str) -> &'a str {
    modal.fields.iter().find(|field| field.custom_id == name).map_or("", |field| &field.value)
}

#[tokio::test]
async fn on_discord_a_dialog_is_filled_in_and_saved() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let modal = opened(&stage, &[("text", "the switch")]).await;
    assert_eq!(field(&modal, "about"), "the switch", "what is known is filled in");
    let filled = [("about", "the switch sticks\nwhen it is cold"), ("category", "bug")];
    stage.discord.submit_modal(here.leo, &modal.custom_id, &filled).expect("it fits");
    stage.told(here.leo, "Saved #1").await;
    let shown = stage.in_channel(here.desk, "Feedback #1 (Bug) from Leo").await;
    assert!(shown.text.contains("when it is cold"), "the team sees it all: {}", shown.text);
    assert_eq!(stage.texts_in(here.lounge), Vec::<String>::new(), "nobody else does");
    let saved = stage.clear_and_read::<Feedback>().await;
    assert_eq!(saved.len(), 1);
    assert_eq!((saved[0].number.get(), saved[0].category), (1, Category::Bug));
    assert_eq!(saved[0].about, "the switch sticks\nwhen it is cold");
}

#[tokio::test]
async fn words_that_do_not_fit_can_be_mended_where_they_were() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let modal = opened(&stage, &[]).await;
    let blank = "\u{200B} \u{200B}";
    let filled = [("about", blank), ("category", "praise")];
    stage.discord.submit_modal(here.leo, &modal.custom_id, &filled).expect("its length fits");
    let refusal = stage.told(here.leo, "please write something").await;
    stage.discord.press(refusal.id, here.leo, "Try again").expect("with a button");
    let again = stage.discord.wait_for_modal(here.leo, PATIENCE).await.expect("the dialog opens again");
    assert_eq!(field(&again, "about"), blank, "as it was sent in");
    let filled = [("about", "I like it"), ("category", "praise")];
    stage.discord.submit_modal(here.leo, &again.custom_id, &filled).expect("it fits");
    stage.told(here.leo, "Saved #1").await;
    let saved = stage.clear_and_read::<Feedback>().await;
    assert_eq!(saved.iter().map(|item| item.about.as_str()).collect::<Vec<_>>(), ["I like it"]);
}

#[tokio::test]
async fn a_text_longer_than_the_dialog_takes_opens_it_cut() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let modal = opened(&stage, &[("text", &"long ".repeat(500))]).await;
    let kept = field(&modal, "about").chars().count();
    assert!((1..=2_000).contains(&kept), "{kept} characters");
    stage.discord.submit_modal(here.leo, &modal.custom_id, &[("category", "idea")]).expect("it fits");
    stage.told(here.leo, "Saved #1").await;
    stage.clear().await;
}

#[tokio::test]
async fn in_a_telegram_group_questions_are_answered_with_replies() {
    let stage = Stage::set(Home::Discord).await;
    let there = stage.there;
    stage.telegram.say(there.group, there.mia, "/feedback");
    let question = stage.in_group("What is your feedback about?").await.message_id;
    stage.telegram.say_in(there.group, None, there.tom, "mine is about tea", Some(question));
    let long = "x".repeat(2_001);
    stage.telegram.say_in(there.group, None, there.mia, &long, Some(question));
    let again = stage.in_group("at most 2000 fit").await.message_id;
    let words = "a dimmer that <b>hums</b> & \"buzzes\"";
    stage.telegram.say_in(there.group, None, there.mia, words, Some(again));
    let question = stage.in_group("Which category").await.message_id;
    stage.telegram.press(there.group, question, there.tom, "Praise").expect("a button");
    stage.telegram.press(there.group, question, there.mia, "Idea").expect("a button");
    stage.in_group("Saved #1").await;
    let saved = stage.clear_and_read::<Feedback>().await;
    assert_eq!(saved.len(), 1, "what others say and press is not hers");
    assert_eq!((saved[0].about.as_str(), saved[0].category), (words, Category::Idea));
    assert_eq!(saved[0].name, "Mia");
}

#[tokio::test]
async fn in_a_private_chat_one_can_go_back_and_begin_again() {
    let stage = Stage::set(Home::Discord).await;
    let mia = stage.there.mia;
    let said = |words: &'static str| stage.telegram.wait_for_text(mia, words, PATIENCE);
    stage.telegram.say(mia, mia, "/feedback");
    let question = said("What is your feedback about?").await.expect("asked").message_id;
    stage.telegram.press(mia, question, mia, "Cancel").expect("a way out");
    said("Nothing was saved").await.expect("told so");

    let asked = stage.telegram.say(mia, mia, "/feedback the first try");
    let category = stage.telegram.wait_for_text_after(mia, asked, "Which category", PATIENCE).await;
    let category = category.expect("only what is missing is asked for").message_id;
    stage.telegram.press(mia, category, mia, "Back").expect("a way back");
    let question = stage.telegram.wait_for_text_after(mia, category, "What is your", PATIENCE).await;
    let question = question.expect("asked again").message_id;
    let words = stage.telegram.say(mia, mia, "the second try");
    let current = stage.telegram.wait_for_text_after(mia, words, "Which category", PATIENCE).await;
    let current = current.expect("asked again").message_id;
    stage.telegram.press(mia, category, mia, "Bug").expect("an old button is still there");
    stage.telegram.wait_for_text_after(mia, question, "no longer current", PATIENCE).await.expect("told so");
    stage.telegram.press(mia, current, mia, "Question").expect("a button");
    said("Saved #1").await.expect("saved");
    let saved = stage.clear_and_read::<Feedback>().await;
    assert_eq!(saved.len(), 1);
    assert_eq!((saved[0].about.as_str(), saved[0].category), ("the second try", Category::Question));
}

#[tokio::test]
async fn each_item_is_saved_once_with_its_own_number() {
    let stage = Stage::set(Home::Discord).await;
    let there = stage.there;
    let people: Vec<i64> = (0..10).map(|at| 100 + at).collect();
    for person in &people {
        stage.telegram.add_user(*person, format!("Person {person}"));
        stage.telegram.say(*person, *person, &format!("/feedback note of {person}"));
    }
    for person in &people {
        let category =
            stage.telegram.wait_for_text(*person, "Which category", PATIENCE).await.expect("asked");
        for _ in 0..2 {
            stage.telegram.press(*person, category.message_id, *person, "Idea").expect("a button");
        }
    }
    for person in &people {
        stage.telegram.wait_for_text(*person, "Saved #", PATIENCE).await.expect("saved");
        stage.telegram.wait_for_text(*person, "no longer current", PATIENCE).await.expect("pressed twice");
    }
    assert_eq!(stage.telegram.history(there.group), [], "all of it in private");
    let mut saved = stage.clear_and_read::<Feedback>().await;
    saved.sort_by_key(|item| item.number);
    assert_eq!(saved.iter().map(|item| item.number.get()).collect::<Vec<_>>(), (1..=10).collect::<Vec<_>>());
    let mut about: Vec<_> = saved.iter().map(|item| item.about.clone()).collect();
    about.sort_unstable();
    assert_eq!(about, people.iter().map(|person| format!("note of {person}")).collect::<Vec<_>>());
}

#[tokio::test]
async fn the_card_of_a_case_shows_what_its_customer_said_before() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let mia = stage.there.mia;
    for words in ["it hums", "it glows"] {
        let asked = stage.telegram.say(mia, mia, &format!("/feedback {words}"));
        let category = stage.telegram.wait_for_text_after(mia, asked, "Which category", PATIENCE).await;
        let category = category.expect("asked").message_id;
        stage.telegram.press(mia, category, mia, "Bug").expect("a button");
        stage.telegram.wait_for_text_after(mia, category, "Saved #", PATIENCE).await.expect("saved");
    }
    let case = stage.call_from_group("now I want to talk").await;
    let card = stage.discord.history(here.desk).into_iter().find(|shown| shown.id == case.card);
    let card = card.expect("the card is there").text;
    let unescaped = card.replace('\\', "");
    assert!(unescaped.contains("Feedback #2 (Bug): it glows"), "{card}");
    assert!(unescaped.contains("Feedback #1 (Bug): it hums"), "{card}");
    let voices = stage.clear_and_read::<Voice>().await;
    assert_eq!(voices.len(), 2, "the author's voice is the first of each");
}
