//! The first steps that most tests of feedback begin with.

use fireside_core::record::Record;
use fireside_sim::discord;
use fireside_sim::discord::{Modal, SeenMessage, ThreadSummary};
use fireside_tests::{PATIENCE, Stage};

/// What the menu of statuses is known by.
pub(crate) const STATUS_MENU: &str = "menu";

/// A card in the forum: the post it is in has its message's id.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Card {
    /// The post, and the message it begins with.
    pub(crate) post: u64,
}

/// Somebody gives an idea in one line in the customers' group on Telegram.
pub(crate) async fn raise_in_group(stage: &Stage, user: i64, words: &str) -> u64 {
    raise(stage, stage.there.group, user, words).await
}

/// Somebody gives an idea in one line in a Telegram chat, and hears its number.
pub(crate) async fn raise(stage: &Stage, chat: i64, user: i64, words: &str) -> u64 {
    let said = stage.telegram.say(chat, user, &format!("/feedback {words}"));
    let asked = stage.telegram.wait_for_text_after(chat, said, "What is it?", PATIENCE).await;
    let asked = asked.expect("the kind is asked for").message_id;
    stage.telegram.press(chat, asked, user, "Idea").expect("a button");
    let saved = stage.telegram.wait_for_text_after(chat, asked, "Saved #", PATIENCE).await;
    number_in(&saved.expect("it is saved").text)
}

/// The number behind the first `#`.
pub(crate) fn number_in(text: &str) -> u64 {
    let digits = text.split_once('#').map_or("", |(_, rest)| rest);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    digits[..end].parse().unwrap_or_else(|_| panic!("no number in {text}"))
}

/// Leo runs `/feedback` in the lounge and sees the dialog.
pub(crate) async fn opened(stage: &Stage, options: &[(&str, &str)]) -> Modal {
    let here = stage.here;
    stage.discord.run_command(here.lounge, here.leo, "feedback new", options).expect("registered");
    modal(stage, here.leo).await
}

/// The dialog that is open before somebody.
pub(crate) async fn modal(stage: &Stage, user: u64) -> Modal {
    stage.discord.wait_for_modal(user, PATIENCE).await.expect("a dialog opens")
}

/// What a field of a dialog is filled with.
pub(crate) fn field<'a>(modal: &'a Modal, name: &str) -> &'a str {
    modal.fields.iter().find(|field| field.custom_id == name).map_or("", |field| &field.value)
}

/// Leo sends a dialog in.
pub(crate) fn send_in(stage: &Stage, modal: &Modal, fields: &[(&str, &str)]) {
    stage.discord.submit_modal(stage.here.leo, &modal.custom_id, fields).expect("it fits");
}

/// Leo gives an idea in the lounge, and hears that it is saved.
pub(crate) async fn raise_in_lounge(stage: &Stage, title: &str) -> u64 {
    let modal = opened(stage, &[("text", title)]).await;
    send_in(stage, &modal, &[("kind", "idea")]);
    number_in(&stage.told(stage.here.leo, "Saved #").await.text)
}

/// Somebody runs a subcommand of `/feedback` in the team's channel.
pub(crate) fn run(stage: &Stage, user: u64, subcommand: &str, options: &[(&str, &str)]) {
    let command = format!("feedback {subcommand}");
    stage.discord.run_command(stage.here.desk, user, &command, options).expect("registered");
}

/// The card of an item, once it is up in the forum and the bot knows so.
pub(crate) async fn card(stage: &Stage, number: u64) -> Card {
    let post = post(stage, number).await;
    stage.in_channel(post.id, &format!("#{number} ")).await;
    stage.at_rest().await;
    Card { post: post.id }
}

/// The post of an item in the forum.
pub(crate) async fn post(stage: &Stage, number: u64) -> ThreadSummary {
    let name = format!("#{number} ");
    let named = |world: &discord::World| {
        world.threads(stage.here.feedback).into_iter().find(|post| post.name.starts_with(&name))
    };
    stage.discord.wait_for(named, PATIENCE).await.expect("there is a post for it")
}

/// Waits until the card says something.
pub(crate) async fn card_says(stage: &Stage, card: Card, words: &str) -> SeenMessage {
    let shown = |world: &discord::World| {
        let mut shown = world.history(card.post).into_iter();
        shown.find(|shown| shown.id == card.post && shown.text.replace('\\', "").contains(words))
    };
    let shown = stage.discord.wait_for(shown, PATIENCE).await;
    shown.unwrap_or_else(|| panic!("the card never said «{words}»: {:?}", stage.texts_in(card.post)))
}

/// Waits until the card is gone from its post.
pub(crate) async fn card_goes(stage: &Stage, card: Card) {
    let gone = |world: &discord::World| {
        world.history(card.post).iter().all(|shown| shown.id != card.post).then_some(())
    };
    stage.discord.wait_for(gone, PATIENCE).await.expect("the card goes");
}

/// Everything stops; what is left is the one record of a kind.
pub(crate) async fn only<R: Record + std::fmt::Debug>(stage: Stage) -> R {
    let mut records = stage.clear_and_read::<R>().await;
    assert_eq!(records.len(), 1, "{records:#?}");
    records.remove(0)
}
