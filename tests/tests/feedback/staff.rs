//! What staff do: subcommands on Discord, the same words on Telegram.

use fireside_feedback::{Feedback, Status, Voice};
use fireside_tests::{Home, Stage};

use crate::steps::{STATUS_MENU, card, card_says, only, raise_in_group, raise_in_lounge, run};

#[tokio::test]
async fn on_discord_staff_list_show_and_change_an_item_with_subcommands() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    raise_in_group(&stage, stage.there.mia, "A timer").await;
    let card = card(&stage, 1).await;
    stage.at_rest().await;
    run(&stage, here.ana, "list", &[("kind", "idea"), ("sort", "newest")]);
    let list = stage.told(here.ana, "Feedback 1 to 1 of 1").await;
    assert!(list.text.contains("A timer") && list.text.contains("Open"), "{}", list.text);
    run(&stage, here.ana, "list", &[("kind", "bug")]);
    stage.told(here.ana, "No feedback like that").await;
    run(&stage, here.ana, "answer", &[("number", "1"), ("text", "We like it")]);
    stage.told(here.ana, "on the card of #1").await;
    card_says(&stage, card, "We like it").await;
    run(&stage, here.ana, "note", &[("number", "1"), ("text", "costs a week")]);
    stage.told(here.ana, "Noted on #1, for staff alone").await;
    run(&stage, here.ana, "area", &[("number", "1"), ("name", "Lamps")]);
    stage.told(here.ana, "#1 is about: Lamps").await;
    run(&stage, here.ana, "assign", &[("number", "1")]);
    stage.told(here.ana, "Ana looks after #1").await;
    card_says(&stage, card, "looked after by Ana").await;
    run(&stage, here.ben, "show", &[("number", "1")]);
    let shown = stage.told(here.ben, "Ana noted: costs a week").await;
    assert!(shown.text.contains("Lamps"), "{}", shown.text);
    assert!(
        !card_says(&stage, card, "A timer").await.text.contains("costs a week"),
        "customers see the card"
    );
    let saved = only::<Feedback>(stage).await;
    assert_eq!(saved.assignee.map(|member| member.name).as_deref(), Some("Ana"));
}

#[tokio::test]
async fn on_telegram_the_same_words_do_the_same() {
    let stage = Stage::set(Home::Telegram).await;
    let there = stage.there;
    raise_in_group(&stage, there.mia, "A timer").await;
    stage.at_rest().await;
    let staff = |words: &'static str, answer: &'static str| {
        let said = stage.telegram.say(there.staff_group, there.ana, words);
        let heard =
            stage.telegram.wait_for_text_after(there.staff_group, said, answer, fireside_tests::PATIENCE);
        async move { heard.await.unwrap_or_else(|error| panic!("{error}")).text }
    };
    let list = staff("/feedback list", "Feedback 1 to 1 of 1").await;
    assert!(list.contains("A timer"), "{list}");
    staff("/feedback list kind:bug", "No feedback like that").await;
    let shown = staff("/feedback show 1", "Raised by Mia").await;
    assert!(shown.contains("A timer"), "{shown}");
    staff("/feedback status 1 planned We begin in May", "#1 is set to: Planned").await;
    stage.in_group("We begin in May").await;
    staff("/feedback area 1 Lamps", "#1 is about: Lamps").await;
    staff("/feedback note 1 costs a week", "Noted on #1").await;
    let saved = only::<Feedback>(stage).await;
    assert_eq!((saved.status, saved.area.as_deref()), (Status::Planned, Some("Lamps")));
}

#[tokio::test]
async fn the_status_on_the_card_is_chosen_from_a_menu() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    raise_in_group(&stage, stage.there.mia, "A timer").await;
    let card = card(&stage, 1).await;
    stage.discord.press(card.post, here.ben, "Status").expect("he sees the card");
    let menu = stage.told(here.ben, "How far is #1?").await;
    stage.discord.choose(menu.id, here.ben, STATUS_MENU, &["Started"]).expect("it is offered");
    stage.told(here.ben, "#1 is set to: Started").await;
    card_says(&stage, card, "Started").await;
    stage.in_group("We have started on #1").await;
    assert_eq!(only::<Feedback>(stage).await.status, Status::Started);
}

#[tokio::test]
async fn merging_brings_voices_together_and_unmerging_takes_them_apart() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    raise_in_group(&stage, stage.there.mia, "A timer").await;
    raise_in_lounge(&stage, "Please ship to Norway").await;
    let (first, second) = (card(&stage, 1).await, card(&stage, 2).await);
    run(&stage, here.ana, "merge", &[("number", "1"), ("into", "1")]);
    stage.told(here.ana, "can't be merged into itself").await;
    run(&stage, here.ana, "merge", &[("number", "2"), ("into", "1")]);
    stage.told(here.ana, "#2 is part of #1 now").await;
    card_says(&stage, first, "2 voices").await;
    card_says(&stage, second, "It is part of #1 now").await;
    run(&stage, here.ana, "merge", &[("number", "1"), ("into", "2")]);
    stage.told(here.ana, "#2 is part of #1 itself").await;
    stage.telegram.say(stage.there.group, stage.there.tom, "/voice 2");
    stage.in_group("Your voice counts for #1 now").await;
    card_says(&stage, first, "3 voices").await;
    run(&stage, here.ana, "unmerge", &[("number", "2")]);
    stage.told(here.ana, "#2 stands for itself again").await;
    card_says(&stage, first, "2 voices").await;
    card_says(&stage, second, "1 voice").await;
    let voices = stage.clear_and_read::<Voice>().await;
    assert_eq!(voices.len(), 3, "{voices:#?}");
}

#[tokio::test]
async fn a_number_is_found_by_words_while_it_is_typed() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    raise_in_group(&stage, stage.there.mia, "A timer for the lamp").await;
    stage.at_rest().await;
    let typed = ("number", "timer");
    let asked =
        stage.discord.type_option(here.desk, here.ana, "feedback show", &[], typed).expect("registered");
    let choices = |world: &fireside_sim::discord::World| world.suggestions(asked);
    let choices = stage.discord.wait_for(choices, fireside_tests::PATIENCE).await.expect("it is completed");
    assert_eq!(choices.len(), 1, "{choices:?}");
    assert!(choices[0].0.contains("#1 A timer for the lamp"), "{choices:?}");
    stage.clear().await;
}
