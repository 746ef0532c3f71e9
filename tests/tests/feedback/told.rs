//! Closing the loop: who asked hears what became of it, where they asked.

use fireside_feedback::{Announcement, Verdict};
use fireside_sim::telegram::Shown;
use fireside_tests::{Home, PATIENCE, Stage};

use crate::steps::{card, card_says, only, raise, raise_in_group, run};

const SHIPPED: [(&str, &str); 3] =
    [("number", "1"), ("status", "shipped"), ("note", "In the **May** update")];

/// Whom a message on Telegram pings.
fn pinged(shown: &Shown) -> Vec<i64> {
    let users = shown.entities.iter().filter(|entity| entity.kind == "text_mention");
    users.filter_map(|entity| entity.user.as_ref()?["id"].as_i64()).collect()
}

/// Somebody follows a button in a group into their private chat with the bot.
fn follow(stage: &Stage, shown: &Shown, user: i64, label: &str) {
    let button = shown.buttons.iter().flatten().find(|button| button.text == label);
    let link = button.and_then(|button| button.url.as_deref()).expect("a button that leads to the bot");
    let (_, payload) = link.split_once("start=").expect("with what it is about");
    stage.telegram.open_start_link(user, payload).expect("a payload that Telegram takes");
}

/// Mia and Tom asked for it on Telegram, Leo and Kim on Discord: Mia and Leo
/// with words of their own.
async fn asked_for() -> Stage {
    let stage = Stage::set(Home::Discord).await;
    let (here, there) = (stage.here, stage.there);
    raise_in_group(&stage, there.mia, "A timer").await;
    stage.telegram.say(there.group, there.tom, "/voice 1");
    stage.in_group("Your voice counts for #1 now").await;
    let kim = stage.discord.add_user("Kim");
    stage.discord.add_member(here.guild, kim);
    let leos = [("number", "1"), ("words", "I fall asleep with the light on")];
    stage.discord.run_command(here.lounge, here.leo, "voice", &leos).expect("registered");
    stage.told(here.leo, "Your voice counts for #1 now").await;
    stage.discord.run_command(here.lounge, kim, "voice", &[("number", "1")]).expect("registered");
    stage.told(kim, "Your voice counts for #1 now").await;
    stage
}

#[tokio::test]
async fn each_place_hears_once_and_pings_only_those_whose_words_are_on_it() {
    let stage = asked_for().await;
    let (here, there) = (stage.here, stage.there);
    run(&stage, here.ana, "status", &SHIPPED);
    stage.told(here.ana, "#1 is set to: Shipped").await;
    let news = stage.in_group("🎉 #1 “A timer” has shipped").await;
    assert!(news.text.contains("In the **May** update"), "staff's words as they wrote them: {}", news.text);
    assert_eq!(pinged(&news), [there.mia]);
    assert!(news.text.contains("Tom"), "he is named: {}", news.text);
    let question = stage.telegram.history(there.group).into_iter().find(|shown| !shown.from_bot);
    assert_eq!(news.reply_to, question.map(|shown| shown.message_id), "it answers who asked first");
    let news = stage.in_channel(here.lounge, "🎉 #1 “A timer” has shipped").await;
    assert_eq!((news.pings, news.pings_everyone), (vec![here.leo], false));
    assert!(news.text.contains("Kim") && !news.text.contains("Mia"), "{}", news.text);
    stage.at_rest().await;
    assert_eq!(stage.times_in_chat(there.group, "has shipped"), 1);
    assert_eq!(stage.times_in(here.lounge, "has shipped"), 1);
    assert_eq!(stage.times_in_chat(there.mia, "shipped") + stage.times_in_chat(there.tom, "shipped"), 0);
    stage.clear().await;
}

#[tokio::test]
async fn who_asked_in_private_hears_it_in_private_and_in_their_language() {
    let stage = Stage::set(Home::Discord).await;
    let (here, there) = (stage.here, stage.there);
    raise(&stage, there.mia, there.mia, "A timer").await;
    run(&stage, here.ana, "status", &SHIPPED[..2]);
    let news = stage.telegram.wait_for_text(there.mia, "has shipped", PATIENCE).await.expect("told");
    assert!(news.text.contains("because you asked for it in private"), "{}", news.text);
    stage.at_rest().await;
    assert_eq!(stage.telegram.history(there.group), [], "nobody else hears of it");
    assert_eq!(stage.texts_in(here.lounge), Vec::<String>::new());
    let told = only::<Announcement>(stage).await;
    assert_eq!((told.told, told.failed), (1, 0));
}

#[tokio::test]
async fn a_customer_says_whether_it_does_what_they_hoped() {
    let stage = asked_for().await;
    let (here, there) = (stage.here, stage.there);
    run(&stage, here.ana, "status", &SHIPPED);
    let news = stage.in_group("Does it do what you hoped?").await;
    follow(&stage, &news, there.mia, "👍 Yes");
    stage.telegram.wait_for_text(there.mia, "Glad to hear it", PATIENCE).await.expect("answered");
    let asked = stage.in_channel(here.lounge, "Does it do what you hoped?").await;
    stage.discord.press(asked.id, here.leo, "👎 Not yet").expect("a button");
    let sorry = stage.told(here.leo, "What is missing?").await;
    stage.discord.press(sorry.id, here.leo, "Say a word").expect("a button");
    let modal = crate::steps::modal(&stage, here.leo).await;
    let words = modal.fields[0].custom_id.clone();
    let filled = [(words.as_str(), "It forgets the time")];
    stage.discord.submit_modal(here.leo, &modal.custom_id, &filled).expect("it fits");
    stage.told(here.leo, "Noted, thank you").await;
    let card = card(&stage, 1).await;
    card_says(&stage, card, "👍 1 👎 1").await;
    let verdicts = stage.clear_and_read::<Verdict>().await;
    let words = verdicts.iter().find(|verdict| !verdict.is_up).and_then(|verdict| verdict.words.as_deref());
    assert_eq!((verdicts.len(), words), (2, Some("It forgets the time")));
}

#[tokio::test]
async fn who_wants_none_of_it_is_neither_pinged_nor_named() {
    let stage = asked_for().await;
    let (here, there) = (stage.here, stage.there);
    stage.telegram.say(there.group, there.mia, "/feedback mute");
    stage.in_group("Muted").await;
    run(&stage, here.ana, "status", &SHIPPED[..2]);
    let news = stage.in_group("has shipped").await;
    assert_eq!(pinged(&news), Vec::<i64>::new());
    assert!(!news.text.contains("Mia") && news.text.contains("Tom"), "{}", news.text);
    stage.clear().await;
}

#[tokio::test]
async fn a_note_that_would_ping_everybody_pings_nobody() {
    let stage = asked_for().await;
    let here = stage.here;
    let note = format!("@everyone <@{}> <@&{}> [here](https://evil.example)", here.ben, here.team);
    run(&stage, here.ana, "status", &[("number", "1"), ("status", "planned"), ("note", &note)]);
    let news = stage.in_channel(here.lounge, "is planned").await;
    assert_eq!((news.pings, news.pings_roles, news.pings_everyone), (vec![here.leo], vec![], false));
    assert!(!news.text.contains("](https://evil.example)"), "{}", news.text);
    stage.clear().await;
}

#[tokio::test]
async fn who_follows_an_item_hears_of_it_in_private_until_they_do_no_more() {
    let stage = Stage::set(Home::Discord).await;
    let (here, there) = (stage.here, stage.there);
    raise_in_group(&stage, there.mia, "A timer").await;
    stage.telegram.say(there.tom, there.tom, "/feedback follow 1");
    stage.telegram.wait_for_text(there.tom, "You follow #1", PATIENCE).await.expect("answered");
    run(&stage, here.ana, "status", &[("number", "1"), ("status", "planned")]);
    let news = stage.telegram.wait_for_text(there.tom, "is planned", PATIENCE).await.expect("told");
    assert!(news.text.contains("because you follow it"), "{}", news.text);
    stage.telegram.say(there.tom, there.tom, "/feedback unfollow 1");
    stage
        .telegram
        .wait_for_text(there.tom, "You don't follow #1 any more", PATIENCE)
        .await
        .expect("answered");
    run(&stage, here.ana, "status", &[("number", "1"), ("status", "shipped")]);
    stage.in_group("has shipped").await;
    stage.at_rest().await;
    assert_eq!(stage.times_in_chat(there.tom, "has shipped"), 0);
    stage.clear().await;
}
