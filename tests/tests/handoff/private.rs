//! In place or in private: the customer chooses.

use fireside_handoff::Settings;
use fireside_sim::telegram::World;
use fireside_tests::{Home, PATIENCE, Stage};

/// The payload of the link that a button below the bot's last words opens.
fn payload(world: &World, chat: i64, label: &str) -> Option<String> {
    let history = world.history(chat);
    let shown = history.iter().rev().find(|shown| shown.from_bot && !shown.buttons.is_empty())?;
    let url = shown.buttons.iter().flatten().find(|button| button.text == label)?.url.clone()?;
    url.split_once("?start=").map(|(_, payload)| payload.to_owned())
}

#[tokio::test]
async fn a_telegram_customer_goes_on_in_private() {
    let stage = Stage::set_about(Home::Discord, Settings::default()).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from_group("my lamp flickers").await;
    let link = |world: &World| payload(world, there.group, "Talk in private");
    let payload = stage.telegram.wait_for(PATIENCE, link).await.expect("a link into private");
    stage.telegram.open_start_link(there.mia, &payload).expect("a payload that Telegram takes");
    stage.telegram.wait_for_text(there.mia, "Case #1", PATIENCE).await.expect("the private chat says so");

    stage.telegram.say(there.mia, there.mia, "it is the dimmer, I think");
    stage.in_channel(case.room, "it is the dimmer, I think").await;
    let asked = stage.in_channel(case.room, "it is the dimmer").await.id;
    stage.at_rest().await;
    stage.discord.say(case.room, here.ana, "Which one?", Some(asked)).expect("may speak");
    stage.telegram.wait_for_text(there.mia, "Which one?", PATIENCE).await.expect("answered in private");
    stage.telegram.say_in(there.group, None, there.mia, "never mind, all", Some(case.called));
    stage.telegram.say(there.mia, there.mia, "the old one");
    stage.in_channel(case.room, "the old one").await;
    assert_eq!(stage.times_in(case.room, "never mind"), 0, "what she tells the group is the group's");
    assert_eq!(stage.times_in_chat(there.group, "Which one?"), 0);
    stage.clear().await;
}

#[tokio::test]
async fn somebody_elses_choice_changes_nothing() {
    let stage = Stage::set_about(Home::Discord, Settings::default()).await;
    let there = stage.there;
    let case = stage.call_from_group("my lamp flickers").await;
    let link = |world: &World| payload(world, there.group, "Talk in private");
    let payload = stage.telegram.wait_for(PATIENCE, link).await.expect("a link into private");
    stage.telegram.open_start_link(there.tom, &payload).expect("a payload that Telegram takes");
    stage.telegram.say(there.tom, there.tom, "me too");
    stage.telegram.say_in(there.group, None, there.mia, "still here", Some(case.called));
    stage.in_channel(case.room, "still here").await;
    assert_eq!(stage.times_in(case.room, "me too"), 0);
    stage.clear().await;
}

#[tokio::test]
async fn a_discord_customer_gets_a_room_of_their_own() {
    let stage = Stage::set_about(Home::Telegram, Settings::default()).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from_lounge("the dimmer buzzes").await;
    let choice = stage.told(here.leo, "I have called a person").await;
    stage.discord.press(choice.id, here.leo, "Talk in private").expect("he may choose");
    let room = |world: &fireside_sim::discord::World| {
        world.threads(here.lounge).into_iter().find(|it| it.is_private)
    };
    let room = stage.discord.wait_for(room, PATIENCE).await.expect("a private thread").id;
    let is_in =
        |world: &fireside_sim::discord::World| world.thread_members(room).contains(&here.leo).then_some(());
    assert!(stage.discord.wait_for(is_in, PATIENCE).await.is_some(), "he is let in");
    stage.in_channel(room, "Case #1").await;
    stage.at_rest().await;
    stage.discord.say(room, here.leo, "every evening", None).expect("may speak");
    let heard = stage.in_topic(case.thread, "every evening").await.message_id;
    stage.at_rest().await;
    stage.telegram.say_in(there.staff_group, Some(case.thread), there.ana, "Since when?", Some(heard));
    stage.in_channel(room, "Since when?").await;
    assert_eq!(stage.times_in(here.lounge, "Since when?"), 0);
    stage.clear().await;
}
