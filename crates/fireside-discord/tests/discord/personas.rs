//! Words under their author's own name and picture.

use std::time::Duration;

use fireside_core::ports::{Adapter, DeliveryError};
use fireside_core::{Author, Delivery, Effect, MessageRef, Outgoing, Place, RoomPlan};
use fireside_sim::Fault;
use fireside_testkit::adapter::delivery;
use fireside_testkit::fake_files::FakeFiles;

use crate::deliveries::sent;
use crate::stage::{Stage, simulated};

const EXECUTE: &str = "POST /webhooks/{webhook.id}/{webhook.token}";
const PICTURE: &str = "https://cdn.example.org/bo.png";

fn words_of_bo(place: Place, words: &str) -> Effect {
    let author = Author { name: "Bo *B*".to_owned(), avatar_url: Some(PICTURE.to_owned()) };
    Effect::Send { to: place.into(), content: Outgoing::of(words).author(author) }
}

/// What is shown: whose name, and the words.
fn shown(stage: &Stage, channel: u64) -> Vec<(String, String)> {
    stage.world.history(channel).into_iter().map(|seen| (seen.author_name, seen.text)).collect()
}

fn named(name: &str, words: &str) -> (String, String) {
    (name.to_owned(), words.to_owned())
}

#[tokio::test]
async fn words_are_shown_under_their_authors_name_and_picture() {
    let stage = Stage::dark(simulated()).await;
    sent(&stage, 0, words_of_bo(stage.place(), "hello @everyone")).await;
    sent(&stage, 1, words_of_bo(stage.place(), "again")).await;
    let seen = stage.world.history(stage.channel);
    assert_eq!(
        shown(&stage, stage.channel),
        [named("Bo *B*", "hello \\@everyone"), named("Bo *B*", "again")]
    );
    assert_eq!(seen[0].author, seen[1].author, "one webhook says both");
    assert_eq!(seen[0].author_avatar.as_deref(), Some(PICTURE));
    assert!(!seen[0].pings_everyone);
}

#[tokio::test]
async fn a_new_run_finds_its_webhook() {
    let mut stage = Stage::dark(simulated()).await;
    sent(&stage, 0, words_of_bo(stage.place(), "before")).await;
    stage.adapter = std::sync::Arc::new(fireside_discord::DiscordAdapter::new(stage.options.clone()));
    sent(&stage, 1, words_of_bo(stage.place(), "after")).await;
    let seen = stage.world.history(stage.channel);
    assert_eq!(seen[0].author, seen[1].author);
}

#[tokio::test]
async fn what_a_webhook_can_not_say_stands_below_the_name() {
    let stage = Stage::dark(simulated()).await;
    let asked = stage.say("how?");
    let place = stage.place();
    let content = Outgoing::of("so").author("Bo").reply_to(Some(stage.message(&asked.to_string().into())));
    sent(&stage, 0, Effect::Send { to: place.clone().into(), content }).await;
    let forbidden = Outgoing::of("hi").author("Discord Staff");
    sent(&stage, 1, Effect::Send { to: place.clone().into(), content: forbidden }).await;
    stage
        .world
        .inject("/webhooks", Fault::Refused { status: 403, code: 50_013, description: "no".to_owned() });
    sent(&stage, 2, words_of_bo(place, "no webhook")).await;
    let texts: Vec<_> = shown(&stage, stage.channel).into_iter().skip(1).map(|(_, words)| words).collect();
    assert_eq!(texts, ["**Bo**\nso", "**Discord Staff**\nhi", "**Bo \\*B\\***\nno webhook"]);
    assert!(stage.world.history(stage.channel).iter().skip(1).all(|seen| seen.author == stage.world.bot()));
}

#[tokio::test]
async fn a_private_chat_shows_the_name_above_the_words() {
    let stage = Stage::dark(simulated()).await;
    let direct = stage.world.direct_channel(stage.ana).expect("it can be opened");
    let place = Place::channel(fireside_discord::PLATFORM, direct.to_string());
    sent(&stage, 0, words_of_bo(place, "hello")).await;
    assert_eq!(stage.world.history(direct)[0].text, "**Bo \\*B\\***\nhello");
}

#[tokio::test]
async fn what_was_said_under_a_name_is_changed_and_removed() {
    let stage = Stage::dark(simulated()).await;
    let room = sent(&stage, 0, Effect::OpenRoom(RoomPlan::new(stage.place(), "case-1"))).await;
    let room = room.place.expect("it is open");
    let thread = stage.world.threads(stage.channel)[0].id;
    let receipt = sent(&stage, 1, words_of_bo(room.clone(), "helo")).await;
    let message = MessageRef::Known { place: room, id: receipt.message.expect("it has an id") };
    let content = Outgoing::of("hello").author("Bo *B*");
    sent(&stage, 2, Effect::Edit { message: message.clone(), content: content.clone() }).await;
    assert_eq!(shown(&stage, thread).pop(), Some(named("Bo *B*", "hello")));
    // A new run, that knows of no webhook yet, does the same.
    let fresh = fireside_discord::DiscordAdapter::new(stage.options.clone());
    let again = delivery(3, Effect::Edit { message: message.clone(), content: content.clone() });
    fresh.deliver(&again, &FakeFiles::default()).await.expect("it is changed");
    sent(&stage, 4, Effect::Delete { message }).await;
    assert!(shown(&stage, thread).iter().all(|(name, _)| name != "Bo *B*"));
}

#[tokio::test]
async fn words_under_a_name_whose_answer_was_lost_are_found_at_once() {
    let stage = Stage::dark(simulated()).await;
    let delivery = Delivery { at: stage.now(), ..delivery(0, words_of_bo(stage.place(), "hello")) };
    stage.world.inject(EXECUTE, Fault::AnswerLost);
    let first = stage.adapter.deliver(&delivery, &FakeFiles::default()).await;
    assert!(matches!(first, Err(DeliveryError::Ambiguous { .. })), "{first:?}");
    let found = stage.adapter.reconcile(&delivery).await.expect("it looks").expect("it is there");
    let seen = stage.world.history(stage.channel);
    assert_eq!(found.message, Some(seen[0].id.to_string().into()));
}

#[tokio::test]
async fn long_words_under_a_name_are_not_said_twice_when_they_are_broken_off() {
    let stage = Stage::dark(simulated()).await;
    let effect = words_of_bo(stage.place(), &"word ".repeat(900));
    stage.world.inject(EXECUTE, Fault::SlowAnswer { delay_ms: 0 });
    stage.world.inject(EXECUTE, Fault::TooManyRequests { retry_after_ms: 1_000, global: false });
    let delivery = delivery(0, effect);
    let first = stage.adapter.deliver(&delivery, &FakeFiles::default()).await;
    assert!(matches!(first, Err(DeliveryError::Retry { .. })), "{first:?}");
    stage.world.advance(Duration::from_mins(10));
    let receipt = stage.adapter.deliver(&delivery, &FakeFiles::default()).await.expect("the rest is said");
    assert_eq!(shown(&stage, stage.channel).len(), 3);
    assert_eq!(receipt.further_messages.len(), 2);
}

#[tokio::test]
async fn what_was_said_in_a_room_that_closed_is_changed_and_removed() {
    let stage = Stage::dark(simulated()).await;
    let room = sent(&stage, 0, Effect::OpenRoom(RoomPlan::new(stage.place(), "case-1"))).await;
    let room = room.place.expect("it is open");
    let thread = stage.world.threads(stage.channel)[0].id;
    let receipt = sent(&stage, 1, words_of_bo(room.clone(), "helo")).await;
    sent(&stage, 2, Effect::SetRoomState { room: room.clone().into(), open: false }).await;
    let message = MessageRef::Known { place: room, id: receipt.message.expect("it has an id") };
    let content = Outgoing::of("hello").author("Bo *B*");
    sent(&stage, 3, Effect::Edit { message: message.clone(), content }).await;
    assert_eq!(shown(&stage, thread).pop(), Some(named("Bo *B*", "hello")));
    assert!(stage.world.threads(stage.channel)[0].is_archived, "what is changed in it leaves it closed");
    sent(&stage, 4, Effect::Delete { message }).await;
    assert!(shown(&stage, thread).iter().all(|(name, _)| name != "Bo *B*"));
}
