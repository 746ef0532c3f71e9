//! A customer asks for a human; staff join from the other platform.

use fireside_tests::{Home, PATIENCE, Stage};

#[tokio::test]
async fn a_telegram_customer_talks_with_staff_in_discord() {
    let stage = Stage::set(Home::Discord).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from_group("my lamp flickers").await;
    stage.claim(case).await;

    stage.discord.say(case.room, here.ana, "Which bulb do you use?", None).expect("may speak");
    let heard = Some(stage.in_group("Which bulb").await.message_id);
    stage.telegram.say_in(there.group, None, there.tom, "I have one, too", heard);
    stage.telegram.say_in(there.group, None, there.mia, "The one that came with it", heard);
    stage.in_channel(case.room, "came with it").await;

    stage.discord.run_command(case.room, here.ana, "close", &[]).expect("registered");
    stage.in_group("closed").await;
    let is_closed =
        |world: &fireside_sim::discord::World| world.thread(case.room).filter(|it| it.is_archived);
    assert!(stage.discord.wait_for(is_closed, PATIENCE).await.is_some(), "the room is closed");
    let said = stage.texts_in(case.room);
    assert!(!said.iter().any(|text| text.contains("I have one")), "others are not relayed: {said:?}");
    stage.clear().await;
}

#[tokio::test]
async fn a_customer_in_a_private_chat_needs_no_replies() {
    let stage = Stage::set(Home::Discord).await;
    let (mia, here) = (stage.there.mia, stage.here);
    let case = stage.call_from(mia, mia, "it hums").await;
    stage.discord.run_command(case.room, here.ben, "claim", &[]).expect("registered");
    stage
        .telegram
        .wait_for_text(mia, "Ben from Acme is with you now", PATIENCE)
        .await
        .expect("told who joined");

    stage.discord.say(case.room, here.ben, "Since when?", None).expect("may speak");
    let heard = stage.telegram.wait_for_text(mia, "Since when?", PATIENCE).await.expect("it arrives");
    assert!(heard.text.contains("Ben · Acme"), "staff speak under their name: {}", heard.text);
    stage.telegram.say(mia, mia, "since yesterday");
    stage.in_channel(case.room, "since yesterday").await;
    assert_eq!(stage.telegram.history(stage.there.group), [], "the group hears nothing of it");

    stage.discord.press(case.card, here.ben, "Close").expect("the card has a button");
    stage.telegram.wait_for_text(mia, "Case #1 is closed", PATIENCE).await.expect("told that it is over");
    stage.telegram.say(mia, mia, "one more thing");
    let again = stage.call_from(mia, mia, "a second case").await;
    assert_ne!(again.room, case.room);
    assert_eq!(stage.times_in(case.room, "one more thing"), 0, "a closed case hears nothing");
    stage.clear().await;
}

#[tokio::test]
async fn a_discord_customer_talks_with_staff_in_a_telegram_topic() {
    let stage = Stage::set(Home::Telegram).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from_lounge("the dimmer buzzes").await;
    let card = stage.telegram.message(there.staff_group, case.card).expect("the card is there");
    assert_eq!(card.thread, None, "the card is in General");
    assert!(card.text.contains("Leo") && card.text.contains("the dimmer buzzes"), "{}", card.text);
    assert!(stage.telegram.topics(there.staff_group)[0].name.contains("#1"), "the topic carries the number");

    stage.telegram.say_in(there.staff_group, None, there.ana, "/claim", None);
    let answer =
        stage.telegram.wait_for_text(there.staff_group, "is yours", PATIENCE).await.expect("taken on");
    let link = format!("https://t.me/c/200/{}", case.thread);
    assert!(answer.text.contains(&link), "where a bot can't add people it says where to go: {}", answer.text);
    stage.in_channel(here.lounge, "Ana from Acme is with you now").await;

    stage.telegram.say_in(there.staff_group, Some(case.thread), there.ana, "Is it a new one?", None);
    let heard = stage.in_channel(here.lounge, "Is it a new one?").await;
    assert_eq!(heard.author_name, "Ana · Acme", "staff speak under their name");
    stage.discord.say(here.lounge, here.leo, "A week old", None).expect("may speak");
    let relayed = stage.in_topic(case.thread, "A week old").await;
    assert!(relayed.text.starts_with("Leo"), "under the customer's name: {}", relayed.text);

    stage.telegram.say_in(there.staff_group, Some(case.thread), there.ana, "/close", None);
    stage.in_channel(here.lounge, "Case #1 is closed").await;
    let is_closed = |world: &fireside_sim::telegram::World| {
        world.topics(there.staff_group).into_iter().find(|topic| topic.thread == case.thread && topic.closed)
    };
    assert!(stage.telegram.wait_for(PATIENCE, is_closed).await.is_some(), "the topic is closed");
    stage.clear().await;
}

#[tokio::test]
async fn a_case_goes_on_after_a_restart() {
    let stage = Stage::set(Home::Discord).await;
    let case = stage.call_from_group("before the restart").await;
    stage.claim(case).await;
    let (there, here) = (stage.there, stage.here);
    let stage = stage
        .restart(|scene| {
            let (telegram, discord) = (scene.telegram.world(), scene.discord.world());
            telegram.say_in(there.group, None, there.mia, "said while it slept", Some(case.called));
            discord.say(case.room, here.ana, "answered while it slept", None).expect("may speak");
        })
        .await;
    stage.in_channel(case.room, "said while it slept").await;
    stage.in_group("answered while it slept").await;
    stage.discord.say(case.room, here.ana, "and on", None).expect("may speak");
    stage.in_group("and on").await;
    assert_eq!(stage.times_in(case.room, "said while it slept"), 1);
    assert_eq!(stage.times_in_chat(there.group, "answered while it slept"), 1);
    stage.clear().await;
}
