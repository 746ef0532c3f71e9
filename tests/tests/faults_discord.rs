//! Faults of Discord's REST API, each with the state it ends in.

use std::time::Duration;

use fireside_handoff::{Case, State};
use fireside_sim::Fault;
use fireside_sim::discord::{Call, World};
use fireside_tests::{Home, PATIENCE, Stage};

const SENDING: &str = "POST /channels/{channel.id}/messages";
/// Words under their author's name.
const SPEAKING: &str = "POST /webhooks/{webhook.id}/{webhook.token}";

/// The first call of a name that was answered with `status`.
async fn answered(world: &World, name: &str, status: u16) -> Call {
    let is_it = |call: &Call| call.name.contains(name) && call.status == status;
    let found = world.wait_for(|world| world.calls().into_iter().find(is_it), PATIENCE).await;
    found.unwrap_or_else(|| panic!("no {name} was answered with {status}"))
}

/// Row 5.
#[tokio::test]
async fn a_message_whose_answer_is_lost_is_there_once() {
    let stage = Stage::set(Home::Discord).await;
    let (group, mia) = (stage.there.group, stage.there.mia);
    let case = stage.call_from_group("hello").await;
    stage.discord.inject(SPEAKING, Fault::AnswerLost);
    for words in ["lost on its way back", "the next"] {
        stage.telegram.say_in(group, None, mia, words, Some(case.called));
    }
    stage.in_channel(case.room, "the next").await;
    assert_eq!(stage.discord.faults().waiting(), 0);
    assert_eq!(stage.times_in(case.room, "lost on its way back"), 1);
    stage.clear().await;
}

/// Row 9.
#[tokio::test]
async fn a_room_whose_opening_was_not_answered_is_adopted() {
    let stage = Stage::set(Home::Discord).await;
    stage.discord.inject("/threads", Fault::AnswerLost);
    let case = stage.call_from_group("hello").await;
    stage.claim(case).await;
    stage.discord.say(case.room, stage.here.ana, "from the room", None).expect("may speak");
    stage.in_group("from the room").await;
    assert_eq!(stage.discord.faults().waiting(), 0);
    assert_eq!(stage.discord.threads(stage.here.desk).len(), 1);
    assert_eq!(stage.times_in(stage.here.desk, "Case #1"), 1, "one card");
    stage.clear().await;
}

/// Row 14, on the other platform.
#[tokio::test]
async fn a_page_instead_of_an_answer_is_tried_again() {
    let stage = Stage::set(Home::Discord).await;
    stage.discord.inject(SENDING, Fault::ServerError { status: 502, html: true });
    let case = stage.call_from_group("hello").await;
    assert_eq!(stage.discord.faults().waiting(), 0);
    assert_eq!(stage.times_in(case.room, "hello"), 1);
    stage.clear().await;
}

/// Row 29.
#[tokio::test]
async fn a_flood_of_refusals_stops_all_calls_long_before_a_ban() {
    const REFUSALS: usize = 1_500;
    let stage = Stage::set(Home::Discord).await;
    let here = stage.here;
    for _ in 0..REFUSALS {
        let description = "Missing Access".to_owned();
        stage.discord.inject("/callback", Fault::Refused { status: 403, code: 50_001, description });
        stage.discord.run_command(here.lounge, here.leo, "claim", &[]).expect("registered");
    }
    let halted = "calls are halted";
    stage
        .until("the breaker opens", |bot| bot.notices().iter().any(|it| it.to_string().contains(halted)))
        .await;
    let refused = stage.discord.calls().iter().filter(|call| call.status == 403).count();
    assert!((1_000..1_500).contains(&refused), "{refused} calls were refused");
    stage.telegram.say(stage.there.mia, stage.there.mia, "/feedback");
    let mia = stage.there.mia;
    stage.telegram.wait_for_text(mia, "What is it about", PATIENCE).await.expect("the other goes on");
    stage.clear().await;
}

/// Row 30.
#[tokio::test]
async fn a_global_limit_pauses_every_room() {
    let stage = Stage::set(Home::Discord).await;
    let there = stage.there;
    let [one, other] = [stage.call_from(there.mia, there.mia, "it hums").await, {
        stage.call_from(there.tom, there.tom, "it buzzes").await
    }];
    stage.discord.inject(SPEAKING, Fault::TooManyRequests { retry_after_ms: 1_500, global: true });
    stage.telegram.say(there.mia, there.mia, "from one");
    let limited = answered(&stage.discord, SPEAKING, 429).await;
    stage.until("the wait is known", |bot| bot.stats().retries == 1).await;
    stage.telegram.say(there.tom, there.tom, "from the other");
    stage.in_channel(other.room, "from the other").await;
    stage.in_channel(one.room, "from one").await;
    let sent = stage.discord.calls().into_iter().filter(|call| call.at_ms > limited.at_ms);
    let early: Vec<_> = sent.filter(|call| call.at_ms < limited.at_ms + 1_400).collect();
    assert!(early.is_empty(), "{early:#?}");
    assert_eq!(stage.times_in(one.room, "from one"), 1);
    stage.clear().await;
}

/// Row 30.
#[tokio::test]
async fn a_shared_limit_pauses_one_route() {
    let stage = Stage::set(Home::Discord).await;
    let (there, here) = (stage.there, stage.here);
    let case = stage.call_from(there.mia, there.mia, "hello").await;
    stage.discord.inject(SPEAKING, Fault::TooManyRequests { retry_after_ms: 3_000, global: false });
    stage.telegram.say(there.mia, there.mia, "it waits");
    let limited = answered(&stage.discord, SPEAKING, 429).await;
    stage.until("the wait is known", |bot| bot.stats().retries == 1).await;
    stage.discord.press(case.card, here.ben, "Claim").expect("the card has a button");
    let edited = answered(&stage.discord, "PATCH /channels/{channel.id}/messages/{message.id}", 200).await;
    assert!(edited.at_ms < limited.at_ms + 3_000, "the card is edited meanwhile");
    stage.in_channel(case.room, "it waits").await;
    assert_eq!(stage.times_in(case.room, "it waits"), 1);
    stage.clear().await;
}

/// Row 34.
#[tokio::test]
async fn staff_see_what_could_not_be_delivered() {
    let stage = Stage::set(Home::Telegram).await;
    let there = stage.there;
    let case = stage.call_from_lounge("hello").await;
    stage.telegram.say_in(there.staff_group, Some(case.thread), there.ana, "/claim", None);
    stage.in_topic(case.thread, "is yours").await;
    stage.in_channel(stage.here.lounge, "Ana from Acme is with you now").await;
    let description = "Cannot send messages to this user".to_owned();
    // Neither under her own name nor under the bot's.
    for call in [SPEAKING, SENDING] {
        let description = description.clone();
        stage.discord.inject(call, Fault::Refused { status: 403, code: 50_007, description });
    }
    stage.telegram.say_in(there.staff_group, Some(case.thread), there.ana, "are you there?", None);
    let told = stage.in_topic(case.thread, "can't be reached:").await;
    assert!(told.text.contains("Cannot send messages to this user"), "with the reason: {}", told.text);
    let tries = stage.discord.calls().into_iter().filter(|call| call.status == 403).count();
    assert_eq!(tries, 2, "no retries");
    stage.clear().await;
}

/// Row 35.
#[tokio::test]
async fn an_interaction_answered_too_late_keeps_what_it_did() {
    let stage = Stage::set(Home::Telegram).await;
    let (there, here) = (stage.there, stage.here);
    stage.discord.run_command(here.lounge, here.leo, "human", &[("text", "in a hurry")]).expect("registered");
    stage.discord.advance(Duration::from_secs(4));
    let topic = stage.telegram.wait_for(PATIENCE, |world| world.topics(there.staff_group).pop()).await;
    let thread = topic.expect("the case has its room").thread;
    stage.in_topic(thread, "in a hurry").await;
    answered(&stage.discord, "/callback", 404).await;
    stage.discord.say(here.lounge, here.leo, "hello?", None).expect("may speak");
    stage.in_topic(thread, "hello?").await;
    let said = stage.discord.history(here.lounge);
    assert!(said.iter().all(|message| message.author == here.leo), "no private answer in public: {said:#?}");
    let cases = stage.clear_and_read::<Case>().await;
    assert_eq!(cases.iter().map(Case::state).collect::<Vec<_>>(), [State::Waiting]);
}
