//! `/feedback`: a dialog on Discord, questions on Telegram, and the same record.

use fireside_feedback::{Feedback, Kind, Voice};
use fireside_tests::{Home, PATIENCE, Stage};

use crate::steps::{card, card_says, field, modal, only, opened, send_in};

#[tokio::test]
async fn on_discord_a_dialog_is_filled_in_and_saved() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let modal = opened(&stage, &[("text", "the switch")]).await;
    assert_eq!(field(&modal, "title"), "the switch", "what is known is filled in");
    let details = "when it is cold <@1> @everyone";
    let filled =
        [("title", "the switch sticks"), ("kind", "bug"), ("details", details), ("area", "Switches")];
    send_in(&stage, &modal, &filled);
    stage.told(here.leo, "Saved #1").await;
    let card = card(&stage, 1).await;
    let shown = card_says(&stage, card, "when it is cold").await;
    assert!(shown.pings.is_empty() && !shown.pings_everyone, "a card pings nobody");
    assert_eq!(stage.texts_in(here.lounge), Vec::<String>::new(), "where he asked, only he is answered");
    let saved = only::<Feedback>(stage).await;
    assert_eq!((saved.number.get(), saved.kind), (1, Kind::Bug));
    assert_eq!((saved.title.as_str(), saved.area.as_deref()), ("the switch sticks", Some("Switches")));
    assert!(saved.details.starts_with("when it is cold"), "{}", saved.details);
}

#[tokio::test]
async fn words_that_do_not_fit_can_be_mended_where_they_were() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let opened = opened(&stage, &[]).await;
    let blank = "\u{200B} \u{200B}";
    send_in(&stage, &opened, &[("title", blank), ("kind", "praise")]);
    let refusal = stage.told(here.leo, "please write something").await;
    stage.discord.press(refusal.id, here.leo, "Try again").expect("with a button");
    let again = modal(&stage, here.leo).await;
    assert_eq!(field(&again, "title"), blank, "as it was sent in");
    send_in(&stage, &again, &[("title", "I like it"), ("kind", "praise")]);
    stage.told(here.leo, "Saved #1").await;
    let saved = only::<Feedback>(stage).await;
    assert_eq!((saved.title.as_str(), saved.kind), ("I like it", Kind::Praise));
}

#[tokio::test]
async fn a_text_longer_than_the_dialog_takes_opens_it_with_a_title_and_what_fits_of_the_rest() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let modal = opened(&stage, &[("text", &format!("It hums. {}", "long ".repeat(500)))]).await;
    assert_eq!(field(&modal, "title"), "It hums.");
    let kept = field(&modal, "details").chars().count();
    assert!((1..=2_000).contains(&kept), "{kept} characters");
    send_in(&stage, &modal, &[("kind", "idea")]);
    stage.told(here.leo, "Saved #1").await;
    stage.clear().await;
}

#[tokio::test]
async fn in_a_telegram_group_one_line_asks_for_the_kind_alone() {
    let stage = Stage::set(Home::Discord).await;
    let there = stage.there;
    let words = "a dimmer that <b>hums</b> & \"buzzes\"";
    stage.telegram.say(there.group, there.mia, &format!("/feedback {words}"));
    let question = stage.in_group("What is it?").await.message_id;
    stage.telegram.press(there.group, question, there.tom, "Praise").expect("a button");
    stage.telegram.press(there.group, question, there.mia, "Idea").expect("a button");
    stage.in_group("Saved #1").await;
    let card = card(&stage, 1).await;
    card_says(&stage, card, words).await;
    let saved = only::<Feedback>(stage).await;
    assert_eq!((saved.title.as_str(), saved.kind), (words, Kind::Idea), "what others press is not hers");
    assert_eq!(saved.author.name, "Mia");
}

#[tokio::test]
async fn a_bare_command_in_a_group_is_answered_with_replies_and_what_can_be_is_skipped() {
    let stage = Stage::set(Home::Discord).await;
    let there = stage.there;
    stage.telegram.say(there.group, there.mia, "/feedback");
    let question = stage.in_group("What is it about, in a line?").await.message_id;
    stage.at_rest().await;
    stage.telegram.say_in(there.group, None, there.tom, "mine is about tea", Some(question));
    stage.telegram.say_in(there.group, None, there.mia, &"x".repeat(121), Some(question));
    let again = stage.in_group("at most 120 fit").await.message_id;
    stage.at_rest().await;
    stage.telegram.say_in(there.group, None, there.mia, "the lid sticks", Some(again));
    let question = stage.in_group("What is it?").await.message_id;
    stage.at_rest().await;
    stage.telegram.press(there.group, question, there.mia, "Bug").expect("a button");
    let question = stage.in_group("Anything else").await.message_id;
    stage.at_rest().await;
    stage.telegram.say_in(there.group, None, there.mia, "every day", Some(question));
    stage.in_group("Which part").await;
    stage.telegram.say(there.group, there.mia, "/skip");
    stage.in_group("A picture").await;
    stage.telegram.say(there.group, there.mia, "/skip");
    stage.in_group("Saved #1").await;
    let saved = only::<Feedback>(stage).await;
    assert_eq!((saved.title.as_str(), saved.details.as_str()), ("the lid sticks", "every day"));
    assert_eq!((saved.kind, saved.area), (Kind::Bug, None));
}

#[tokio::test]
async fn in_a_private_chat_one_can_go_back_and_begin_again() {
    let stage = Stage::set(Home::Discord).await;
    let mia = stage.there.mia;
    let after = |message, words: &'static str| {
        let seen = stage.telegram.wait_for_text_after(mia, message, words, PATIENCE);
        async move { seen.await.unwrap_or_else(|error| panic!("{error}")).message_id }
    };
    let said = stage.telegram.say(mia, mia, "/feedback");
    let question = after(said, "What is it about").await;
    stage.telegram.press(mia, question, mia, "Cancel").expect("a way out");
    after(question, "Nothing was saved").await;

    let asked = stage.telegram.say(mia, mia, "/feedback the first try");
    let kind = after(asked, "What is it?").await;
    stage.telegram.press(mia, kind, mia, "Back").expect("a way back");
    after(kind, "What is it about").await;
    let words = stage.telegram.say(mia, mia, "the second try");
    let current = after(words, "What is it?").await;
    stage.telegram.press(mia, kind, mia, "Bug").expect("an old button is still there");
    after(current, "no longer current").await;
    stage.telegram.press(mia, current, mia, "Question").expect("a button");
    after(current, "Saved #1").await;
    let saved = only::<Feedback>(stage).await;
    assert_eq!((saved.title.as_str(), saved.kind), ("the second try", Kind::Question));
}

#[tokio::test]
async fn each_item_is_saved_once_with_its_own_number() {
    const NOTES: [&str; 8] = [
        "The lid sticks",
        "Please ship to Norway",
        "My invoice was in Dutch",
        "Add a purple shade",
        "Where do I find the manual?",
        "Support was quick, thanks",
        "An app for watches",
        "Too bright at night",
    ];
    let stage = Stage::set(Home::Discord).await;
    let there = stage.there;
    let people: Vec<(i64, &str)> = (100..).zip(NOTES).collect();
    for (person, note) in &people {
        stage.telegram.add_user(*person, format!("Person {person}"));
        stage.telegram.say(*person, *person, &format!("/feedback {note}"));
    }
    for (person, _) in &people {
        let kind = stage.telegram.wait_for_text(*person, "What is it?", PATIENCE).await.expect("asked");
        for _ in 0..2 {
            stage.telegram.press(*person, kind.message_id, *person, "Idea").expect("a button");
        }
    }
    for (person, _) in &people {
        stage.telegram.wait_for_text(*person, "Saved #", PATIENCE).await.expect("saved");
        stage.telegram.wait_for_text(*person, "no longer current", PATIENCE).await.expect("pressed twice");
    }
    assert_eq!(stage.telegram.history(there.group), [], "all of it in private");
    let mut saved = stage.clear_and_read::<Feedback>().await;
    saved.sort_by_key(|item| item.number);
    assert_eq!(saved.iter().map(|item| item.number.get()).collect::<Vec<_>>(), (1..=8).collect::<Vec<_>>());
    let mut titles: Vec<_> = saved.iter().map(|item| item.title.as_str()).collect();
    titles.sort_unstable();
    let mut notes = NOTES;
    notes.sort_unstable();
    assert_eq!(titles, notes);
}

#[tokio::test]
async fn the_card_of_a_case_shows_what_its_customer_said_before() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let mia = stage.there.mia;
    for words in ["The lamp hums", "Please ship to Norway"] {
        crate::steps::raise(&stage, mia, mia, words).await;
    }
    let case = stage.call_from_group("now I want to talk").await;
    let card = stage.discord.history(here.desk).into_iter().find(|shown| shown.id == case.card);
    let card = card.expect("the card is there").text.replace('\\', "");
    assert!(card.contains("Feedback #2 (Idea, Open): Please ship to Norway"), "{card}");
    assert!(card.contains("Feedback #1 (Idea, Open): The lamp hums"), "{card}");
    let voices = stage.clear_and_read::<Voice>().await;
    assert_eq!(voices.len(), 2, "the author's voice is the first of each");
}
