//! From what somebody said: a message's menu, a reply, the staff's 💡.

use fireside_feedback::{Feedback, Kind, Standing};
use fireside_tests::{Home, PATIENCE, Stage};

use crate::steps::{card, card_goes, card_says, field, modal, only, post, send_in};

#[tokio::test]
async fn on_discord_one_s_own_message_opens_the_dialog_with_its_words() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let said = stage.discord.say(here.lounge, here.leo, "The lid sticks", None).expect("may speak");
    let menu = "Capture as feedback";
    stage.discord.run_message_command(here.lounge, here.leo, menu, said).expect("it is in the menu");
    let opened = modal(&stage, here.leo).await;
    assert_eq!(field(&opened, "title"), "The lid sticks");
    send_in(&stage, &opened, &[("kind", "bug")]);
    stage.told(here.leo, "Saved #1").await;
    let saved = only::<Feedback>(stage).await;
    assert_eq!(saved.origin.message.as_ref().map(|id| id.as_str().to_owned()), Some(said.to_string()));
    assert_eq!((saved.kind, saved.origin.captured_by), (Kind::Bug, None));
}

#[tokio::test]
async fn on_discord_somebody_else_s_message_is_captured_in_their_words_and_they_hear_of_it() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    stage.discord.say(here.lounge, here.ben, "How do you like it?", None).expect("may speak");
    let said = stage.discord.say(here.lounge, here.leo, "I wish it had a timer", None).expect("may speak");
    let menu = "Capture as feedback";
    stage.discord.run_message_command(here.lounge, here.ana, menu, said).expect("it is in the menu");
    let opened = modal(&stage, here.ana).await;
    assert_eq!(opened.fields.len(), 1, "only the kind is asked for: {opened:#?}");
    stage.discord.submit_modal(here.ana, &opened.custom_id, &[("kind", "idea")]).expect("it fits");
    stage.told(here.ana, "Captured as #1, in the words of Leo").await;
    let noted = stage.in_channel(here.lounge, "noted as feedback #1").await;
    assert_eq!(noted.reply_to, Some(said), "its author hears of it where they said it");
    let card = card(&stage, 1).await;
    card_says(&stage, card, "Said by Leo, captured by Ana").await;
    let saved = only::<Feedback>(stage).await;
    assert_eq!((saved.title.as_str(), saved.author.name.as_str()), ("I wish it had a timer", "Leo"));
    assert_eq!(saved.origin.around[0].words, "How do you like it?");
    assert!(saved.origin.link.is_some_and(|link| link.contains(&said.to_string())), "with a way back to it");
}

#[tokio::test]
async fn on_telegram_a_reply_captures_what_it_answers() {
    let stage = Stage::set(Home::Discord).await;
    let there = stage.there;
    let said = stage.telegram.say(there.group, there.mia, "I wish it had a timer");
    stage.telegram.say_in(there.group, None, there.tom, "/feedback", Some(said));
    let question = stage.in_group("What is it?").await.message_id;
    stage.telegram.press(there.group, question, there.tom, "Idea").expect("a button");
    let noted = stage.in_group("Mia, this is noted as feedback #1").await;
    assert_eq!(noted.reply_to, Some(said));
    let saved = only::<Feedback>(stage).await;
    assert_eq!((saved.title.as_str(), saved.author.name.as_str()), ("I wish it had a timer", "Mia"));
    assert_eq!(saved.origin.captured_by.map(|member| member.name).as_deref(), Some("Tom"));
}

#[tokio::test]
async fn the_team_s_light_bulb_captures_a_message_on_discord_and_taking_it_off_undoes_that() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let said = stage.discord.say(here.lounge, here.leo, "I wish it had a timer", None).expect("may speak");
    stage.discord.react(here.lounge, here.ana, said, "💡").expect("she sees it");
    let noted = stage.in_channel(here.lounge, "noted as feedback #1").await;
    assert_eq!(noted.reply_to, Some(said));
    let card = card(&stage, 1).await;
    stage.discord.unreact(here.lounge, here.ana, said, "💡").expect("it is there");
    card_goes(&stage, card).await;
    let gone = |world: &fireside_sim::discord::World| {
        world.history(here.lounge).iter().all(|shown| shown.id != noted.id).then_some(())
    };
    stage.discord.wait_for(gone, PATIENCE).await.expect("nor does anybody read that it was noted");
    assert_eq!(only::<Feedback>(stage).await.standing, Standing::Withdrawn);
}

#[tokio::test]
async fn the_team_s_light_bulb_captures_a_message_on_telegram() {
    let stage = Stage::set(Home::Discord).await;
    let there = stage.there;
    // Telegram tells of reactions, and of what isn't said to the bot, to administrators.
    stage.telegram.promote(there.group, stage.telegram.bot_id());
    stage.telegram.add_member(there.group, there.ana);
    let said = stage.telegram.say(there.group, there.mia, "I wish it had a timer");
    stage.telegram.react(there.group, said, there.ana, "💡").expect("it is there");
    let noted = stage.in_group("Mia, this is noted as feedback #1").await;
    assert_eq!(noted.reply_to, Some(said));
    stage.telegram.react(there.group, said, there.ana, "").expect("it is there");
    let gone = |world: &fireside_sim::telegram::World| {
        world.message(there.group, noted.message_id).is_none_or(|shown| shown.deleted).then_some(())
    };
    stage.telegram.wait_for(PATIENCE, gone).await.expect("taken off, it was never meant");
    assert_eq!(only::<Feedback>(stage).await.standing, Standing::Withdrawn);
}

#[tokio::test]
async fn a_customer_s_light_bulb_captures_nothing() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let kim = stage.discord.add_user("Kim");
    stage.discord.add_member(here.guild, kim);
    let said = stage.discord.say(here.lounge, kim, "First", None).expect("may speak");
    stage.discord.react(here.lounge, here.leo, said, "💡").expect("he sees it");
    let said = stage.discord.say(here.lounge, kim, "I wish it had a timer", None).expect("may speak");
    stage.discord.react(here.lounge, here.ben, said, "💡").expect("he sees it");
    assert_eq!(post(&stage, 1).await.name, "#1 I wish it had a timer", "of two reactions the team's counted");
    only::<Feedback>(stage).await;
}
