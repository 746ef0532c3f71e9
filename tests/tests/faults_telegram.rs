//! Faults of Telegram, each with the state it ends in.

use fireside_core::ports::Notice;
use fireside_handoff::Case;
use fireside_sim::Fault;
use fireside_tests::{Home, PATIENCE, Stage};
use serde_json::{Value, json};

/// Row 7.
#[tokio::test]
async fn a_send_whose_answer_is_lost_is_there_twice_at_most_and_counted() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let case = stage.call_from_group("hello").await;
    stage.claim(case).await;
    stage.telegram.inject("sendMessage", Fault::AnswerLost);
    stage.discord.say(case.room, here.ana, "lost on its way back", None).expect("may speak");
    stage.discord.say(case.room, here.ana, "the next", None).expect("may speak");
    stage.in_group("the next").await;
    let copies = stage.times_in_chat(stage.there.group, "lost on its way back");
    assert!((1..=2).contains(&copies), "{copies} copies");
    assert_eq!(stage.times_in_chat(stage.there.group, "the next"), 1);
    stage.until("it is counted", |bot| bot.stats().ambiguous == 1).await;
    assert_eq!(stage.bot.runtime.stats().undeliverable, 0);
    stage.clear().await;
}

/// Row 8.
#[tokio::test]
async fn a_topic_whose_opening_was_not_answered_is_adopted() {
    let stage = Stage::set(Home::Telegram).await;
    stage.telegram.inject("createForumTopic", Fault::AnswerLost);
    let case = stage.call_from_lounge("hello").await;
    stage.discord.say(stage.here.lounge, stage.here.leo, "and more", None).expect("may speak");
    stage.in_topic(case.thread, "and more").await;
    assert_eq!(stage.telegram.topics(stage.there.staff_group).len(), 1);
    stage.clear().await;
}

/// A message as `getUpdates` tells it.
fn told(stage: &Stage, update_id: i64, message_id: i64, text: &str) -> Value {
    let mia = json!({ "id": stage.there.mia, "is_bot": false, "first_name": "Mia" });
    let chat = json!({ "id": stage.there.mia, "type": "private", "first_name": "Mia" });
    let command = json!([{ "type": "bot_command", "offset": 0, "length": 6 }]);
    let entities = if text.starts_with('/') { command } else { json!([]) };
    json!({ "update_id": update_id, "message": {
        "message_id": message_id, "from": mia, "chat": chat, "date": 1_700_000_000, "text": text,
        "entities": entities,
    } })
}

/// Row 10.
#[tokio::test]
async fn updates_told_again_have_no_further_effect() {
    let stage = Stage::set(Home::Discord).await;
    let (mia, here) = (stage.there.mia, stage.here);
    stage.telegram.say(mia, mia, "hello");
    let updates = [(901, 9_001, "/human it hums"), (902, 9_002, "and glows")];
    let batch: Vec<_> = updates.iter().map(|(id, message, text)| told(&stage, *id, *message, text)).collect();
    for update in batch.iter().chain(&batch) {
        stage.telegram.push_raw(update.clone());
    }
    // The same once more, under ids that were never seen.
    for (id, message, text) in updates {
        stage.telegram.push_raw(told(&stage, id + 50, message, text));
    }
    stage.telegram.push_raw(told(&stage, 999, 9_003, "the last"));
    let room =
        stage.discord.wait_for(|world| world.threads(here.desk).pop(), PATIENCE).await.expect("a room");
    stage.in_channel(room.id, "the last").await;
    assert_eq!(stage.times_in(room.id, "it hums"), 1);
    assert_eq!(stage.times_in(room.id, "and glows"), 1);
    assert_eq!(stage.bot.runtime.stats().duplicates, 4);
    assert_eq!(stage.clear_and_read::<Case>().await.len(), 1);
}

/// Row 11.
#[tokio::test]
async fn updates_whose_ids_jump_and_go_back_are_each_processed_once() {
    let stage = Stage::set(Home::Discord).await;
    let mia = stage.there.mia;
    let case = stage.call_from(mia, mia, "hello").await;
    let mut said = Vec::new();
    for (at, next_id) in [7, 900_000_000, 12, 12, 500_000_000_000].into_iter().enumerate() {
        stage.telegram.set_next_update_id(next_id);
        for part in ["a", "b"] {
            said.push(format!("line {at}{part}"));
            stage.telegram.say(mia, mia, &format!("line {at}{part}"));
        }
        stage.in_channel(case.room, &format!("line {at}b")).await;
    }
    let texts = stage.texts_in(case.room);
    let lines = texts.iter().filter_map(|text| Some(text[text.find("line ")?..].to_owned()));
    assert_eq!(lines.collect::<Vec<_>>(), said);
    stage.clear().await;
}

/// Row 12.
#[tokio::test]
async fn a_second_poller_is_reported_and_outlived() {
    let stage = Stage::set(Home::Discord).await;
    let url = format!("{}/getUpdates?timeout=0", stage.bot_api());
    stage.telegram.wait_for(PATIENCE, |world| world.poll_waits().then_some(())).await.expect("it polls");
    let other = reqwest::get(url).await.expect("it is answered");
    assert!(other.status().is_success(), "the newer poller wins");
    stage.call_from_group("hello").await;
    assert!(stage.was_noted("another process polls with this bot's token"), "an operator is told");
    stage.clear().await;
}

/// Row 13.
#[tokio::test]
async fn a_long_wait_holds_up_only_the_chat_it_was_asked_for() {
    let stage = Stage::set(Home::Discord).await;
    let there = stage.there;
    stage.telegram.inject("sendMessage", Fault::TooManyRequests { retry_after_ms: 2_282_000, global: false });
    stage.telegram.say(there.group, there.mia, "/feedback");
    stage.until("the group has to wait", |bot| bot.stats().retries == 1).await;
    stage.telegram.say(there.tom, there.tom, "/feedback");
    stage.telegram.wait_for_text(there.tom, "What is it about", PATIENCE).await.expect("not held up");
    assert_eq!(stage.telegram.history(there.group).iter().filter(|shown| shown.from_bot).count(), 0);
    stage.clear().await;
}

/// Row 14.
#[tokio::test]
async fn a_page_instead_of_an_answer_is_tried_again() {
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    let case = stage.call_from_group("hello").await;
    stage.claim(case).await;
    for call in ["sendMessage", "getUpdates"] {
        stage.telegram.inject(call, Fault::ServerError { status: 502, html: true });
    }
    stage.discord.say(case.room, here.ana, "through the bad gateway", None).expect("may speak");
    let heard = stage.in_group("through the bad gateway").await;
    let (group, mia) = (stage.there.group, stage.there.mia);
    stage.telegram.say_in(group, None, mia, "and back", Some(heard.message_id));
    stage.in_channel(case.room, "and back").await;
    assert_eq!(stage.times_in_chat(group, "through the bad gateway"), 1);
    assert_eq!(stage.times_in(case.room, "and back"), 1);
    let unread = |notice: &Notice| matches!(notice, Notice::Undecodable { .. });
    assert!(!stage.bot.runtime.notices().iter().any(unread), "{:?}", stage.bot.runtime.notices());
    stage.clear().await;
}

/// Row 20.
#[tokio::test]
async fn a_customer_who_blocked_the_bot_is_shown_as_not_reached_and_not_tried_again() {
    let stage = Stage::set(Home::Discord).await;
    let (mia, here) = (stage.there.mia, stage.here);
    let case = stage.call_from(mia, mia, "hello").await;
    stage.discord.run_command(case.room, here.ana, "claim", &[]).expect("registered");
    stage.telegram.wait_for_text(mia, "Ana", PATIENCE).await.expect("told");
    stage.telegram.block_bot(mia, true);
    stage.discord.say(case.room, here.ana, "are you there?", None).expect("may speak");
    let told = stage.in_channel(case.room, "can't be reached:").await;
    assert!(told.text.contains("blocked"), "with the reason: {}", told.text);
    stage.at_rest().await;
    let tries = stage.telegram.calls("sendMessage").into_iter().filter(|call| call.status == 403).count();
    assert!(tries <= 1, "no retries: {tries}");
    assert_eq!(stage.times_in(case.room, "can't be reached:"), 1, "told once");
    // Who writes to a bot they blocked has unblocked it.
    stage.telegram.say(mia, mia, "here I am again");
    stage.in_channel(case.room, "here I am again").await;
    stage.telegram.wait_for_text(mia, "are you there?", PATIENCE).await.expect("what waited is said");
    stage.discord.say(case.room, here.ana, "welcome back", None).expect("may speak");
    stage.telegram.wait_for_text(mia, "welcome back", PATIENCE).await.expect("reached again");
    stage.clear().await;
}

/// Row 21.
#[tokio::test]
async fn a_press_that_overtakes_its_message_counts() {
    let stage = Stage::set(Home::Discord).await;
    let mia = stage.there.mia;
    stage.telegram.inject("sendMessage", Fault::SlowAnswer { delay_ms: 1_000 });
    stage.telegram.say(mia, mia, "/feedback the lamp");
    let question = stage.telegram.wait_for_text(mia, "What is it?", PATIENCE).await.expect("it is shown");
    assert!(stage.telegram.calls("sendMessage").is_empty() || stage.bot.runtime.stats().delivered == 0);
    stage.telegram.press(mia, question.message_id, mia, "Bug").expect("a button");
    stage.telegram.wait_for_text(mia, "Saved #1", PATIENCE).await.expect("saved");
    stage.clear().await;
}

/// Row 40.
#[tokio::test]
async fn a_bot_that_was_thrown_out_says_so_and_goes_on_when_it_is_back() {
    let stage = Stage::set(Home::Discord).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from_group("hello").await;
    stage.claim(case).await;
    stage.telegram.kick(there.group, stage.telegram.bot_id());
    stage.discord.say(case.room, here.ana, "into the void", None).expect("may speak");
    stage.in_channel(case.room, "can't be reached:").await;
    stage.at_rest().await;
    assert_eq!(stage.times_in(case.room, "can't be reached:"), 1, "told once");
    stage.telegram.add_member(there.group, stage.telegram.bot_id());
    stage.in_group("into the void").await;
    stage.discord.say(case.room, here.ana, "back again", None).expect("may speak");
    let heard = stage.in_group("back again").await.message_id;
    stage.telegram.say_in(there.group, None, there.mia, "good to see you", Some(heard));
    stage.in_channel(case.room, "good to see you").await;
    assert_eq!(stage.times_in_chat(there.group, "into the void"), 1, "what waited is said once");
    stage.clear().await;
}
