//! What goes out, and what stays, as the bot is shipped: nothing goes out by
//! itself, and staff see what became of their words.

use fireside_handoff::{Settings, WhereTo};
use fireside_sim::discord::World;
use fireside_sim::telegram;
use fireside_tests::{Home, PATIENCE, Stage};

/// Everything as shipped, but that nobody is asked where they want to be answered.
async fn stage(home: Home) -> Stage {
    Stage::set_about(home, Settings { place: WhereTo::Here, ..Settings::default() }).await
}

/// Waits for the bot's reaction on a message of staff in Discord.
async fn marked(stage: &Stage, room: u64, message: u64, emoji: &str) {
    let is_marked = |world: &World| {
        let history = world.history(room);
        let shown = history.into_iter().find(|shown| shown.id == message)?;
        shown.reactions.iter().any(|(put, _)| put == emoji).then_some(())
    };
    let marked = stage.discord.wait_for(is_marked, PATIENCE).await;
    assert!(marked.is_some(), "{emoji} on {:#?}", stage.discord.history(room));
}

#[tokio::test]
async fn only_what_is_meant_for_the_customer_leaves_the_room() {
    let stage = stage(Home::Discord).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from(there.mia, there.mia, "my lamp flickers").await;
    stage.discord.run_command(case.room, here.ana, "claim", &[]).expect("registered");
    stage.telegram.wait_for_text(there.mia, "is with you now", PATIENCE).await.expect("told who is there");

    stage.discord.say(case.room, here.ana, "secret: the third today", None).expect("may speak");
    let asked = stage.in_channel(case.room, "my lamp flickers").await.id;
    stage.at_rest().await;
    let answer = stage.discord.say(case.room, here.ana, "Which dimmer?", Some(asked)).expect("may speak");
    stage.telegram.wait_for_text(there.mia, "Which dimmer?", PATIENCE).await.expect("an answer goes out");
    marked(&stage, case.room, answer, "✅").await;
    stage.discord.say(case.room, here.ben, "secret: send her a new one?", Some(answer)).expect("may speak");
    stage
        .discord
        .run_command(case.room, here.ana, "note", &[("text", "secret: she is right")])
        .expect("registered");
    stage
        .discord
        .run_command(case.room, here.ana, "reply", &[("text", "A new one is on its way.")])
        .expect("registered");
    stage.telegram.wait_for_text(there.mia, "on its way", PATIENCE).await.expect("a reply goes out");
    let copy = stage.in_channel(case.room, "A new one is on its way.").await.id;
    marked(&stage, case.room, copy, "✅").await;
    stage.discord.edit(case.room, here.ana, answer, "// secret: wrong one").expect("her own");
    stage.in_channel(case.room, "Not brought over").await;
    assert_eq!(stage.times_in_chat(there.mia, "secret"), 0);
    stage.clear().await;
}

#[tokio::test]
async fn staff_answer_in_a_form() {
    let stage = stage(Home::Discord).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from(there.mia, there.mia, "my lamp flickers").await;
    stage.discord.press(case.card, here.ana, "Reply").expect("the card has a button");
    let modal = stage.discord.wait_for_modal(here.ana, PATIENCE).await.expect("a form opens");
    let field = modal.fields.first().expect("it asks for words").custom_id.clone();
    stage.discord.submit_modal(here.ana, &modal.custom_id, &[(&field, "Which dimmer?")]).expect("it fits");
    let heard =
        stage.telegram.wait_for_text(there.mia, "Which dimmer?", PATIENCE).await.expect("it goes out");
    assert!(heard.text.starts_with("Ana · Acme"), "{}", heard.text);
    stage.in_channel(case.room, "Ana has taken this case on").await;
    stage.clear().await;
}

#[tokio::test]
async fn on_telegram_the_same_words_do_the_same() {
    let stage = stage(Home::Telegram).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from_lounge("the dimmer buzzes").await;
    let (group, ana) = (there.staff_group, there.ana);
    stage.telegram.say_in(group, Some(case.thread), ana, "/claim", None);
    stage.in_channel(here.lounge, "is with you now").await;

    stage.telegram.say_in(group, Some(case.thread), ana, "secret: not again", None);
    let sent = stage.telegram.say_in(group, Some(case.thread), ana, "/reply Is it a new one?", None);
    let heard = stage.in_channel(here.lounge, "Is it a new one?").await;
    assert!(!heard.text.contains("/reply"), "{}", heard.text);
    let marked = |world: &telegram::World| {
        let shown = world.message(group, sent)?;
        shown.reactions.iter().any(|emoji| emoji == "👌").then_some(())
    };
    assert!(stage.telegram.wait_for(PATIENCE, marked).await.is_some(), "👌 stands for ✅ on Telegram");
    let buzzes = stage.in_topic(case.thread, "the dimmer buzzes").await.message_id;
    stage.at_rest().await;
    stage.telegram.say_in(group, Some(case.thread), ana, "Turn it left.", Some(buzzes));
    stage.in_channel(here.lounge, "Turn it left.").await;
    assert_eq!(stage.times_in(here.lounge, "secret"), 0);
    stage.clear().await;
}

#[tokio::test]
async fn a_word_that_is_not_delivered_says_so_and_goes_out_when_the_customer_is_back() {
    let stage = stage(Home::Discord).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from(there.mia, there.mia, "my lamp flickers").await;
    let asked = stage.in_channel(case.room, "my lamp flickers").await.id;
    stage.at_rest().await;
    stage.telegram.block_bot(there.mia, true);
    let answer = stage.discord.say(case.room, here.ana, "Which dimmer?", Some(asked)).expect("may speak");
    stage.in_channel(case.room, "can't be reached").await;
    marked(&stage, case.room, answer, "⏳").await;
    let later = stage.discord.say(case.room, here.ana, "Ours or another?", Some(asked)).expect("may speak");
    marked(&stage, case.room, later, "⏳").await;

    stage.telegram.block_bot(there.mia, false);
    stage.telegram.say(there.mia, there.mia, "I am back");
    stage.telegram.wait_for_text(there.mia, "Ours or another?", PATIENCE).await.expect("it goes out");
    marked(&stage, case.room, answer, "✅").await;
    marked(&stage, case.room, later, "✅").await;
    let said: Vec<_> = stage.telegram.history(there.mia).into_iter().map(|shown| shown.text).collect();
    let at = |words: &str| said.iter().position(|text| text.contains(words));
    assert!(at("Which dimmer?") < at("Ours or another?"), "in their order: {said:#?}");
    assert_eq!(stage.times_in_chat(there.mia, "Which dimmer?"), 1);
    stage.clear().await;
}
