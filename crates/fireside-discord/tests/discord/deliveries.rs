//! Deliveries: once, safe, to the right place, and told apart when they fail.

use std::time::Duration;

use fireside_core::ports::{Adapter, DeliveryError, Limit, Scope};
use fireside_core::{Account, Delivery, Outgoing, Place, Receipt, RoomPlan, Span, Text};
use fireside_core::{Effect, MessageRef};
use fireside_discord::PLATFORM;
use fireside_sim::Fault;
use fireside_sim::discord::{Limits, Options};
use fireside_testkit::adapter::delivery;
use fireside_testkit::fake_files::FakeFiles;

use crate::stage::{Stage, simulated};

const CREATE: &str = "POST /channels/{channel.id}/messages";
/// Longer than Discord remembers a nonce.
const LONG: Duration = Duration::from_mins(10);

fn send(stage: &Stage, words: &str) -> Effect {
    Effect::Send { to: stage.place().into(), content: Outgoing::of(words) }
}

pub(crate) async fn sent(stage: &Stage, number: u32, effect: Effect) -> Receipt {
    stage.adapter.deliver(&delivery(number, effect), &FakeFiles::default()).await.expect("it is delivered")
}

async fn card(stage: &Stage) -> MessageRef {
    let receipt = sent(stage, 100, send(stage, "card")).await;
    stage.message(&receipt.message.expect("it has an id"))
}

async fn looked_for(stage: &Stage, delivery: &Delivery) -> Option<Receipt> {
    stage.adapter.reconcile(delivery).await.expect("it looks")
}

fn shown(stage: &Stage) -> Vec<String> {
    stage.world.history(stage.channel).into_iter().map(|seen| seen.text).collect()
}

#[tokio::test]
async fn the_bots_own_mention_pings() {
    let stage = Stage::dark(simulated()).await;
    let account = Account::new(PLATFORM, stage.ana.to_string());
    let text = Text(vec![Span::Mention { account, name: "ana".to_owned() }]);
    sent(&stage, 0, Effect::Send { to: stage.place().into(), content: Outgoing::of(text) }).await;
    assert_eq!(stage.world.history(stage.channel)[0].pings, [stage.ana]);
}

#[tokio::test]
async fn a_role_is_called_by_what_is_sent_and_by_what_it_is_changed_into() {
    let stage = Stage::dark(simulated()).await;
    let role = stage.world.add_role(stage.guild, "helpers", 0);
    let id = role.to_string().into();
    let call = Span::RoleMention { platform: PLATFORM.into(), role: id, name: "helpers".to_owned() };
    let calling = Outgoing::of(Text::plain("Somebody waits: ").then(Text(vec![call])));
    let message = {
        let to = stage.place().into();
        let receipt = sent(&stage, 0, Effect::Send { to, content: calling.clone() }).await;
        stage.message(&receipt.message.expect("it has an id"))
    };
    let called = || stage.world.history(stage.channel)[0].pings_roles.clone();
    assert_eq!(called(), [role]);
    for (number, content, expected) in
        [(1, Outgoing::of(format!("<@&{role}>")), vec![]), (2, calling, vec![role])]
    {
        sent(&stage, number, Effect::Edit { message: message.clone(), content }).await;
        assert_eq!(called(), expected);
    }
}

#[tokio::test]
async fn long_words_are_sent_in_parts_and_once_each() {
    let stage = Stage::dark(simulated()).await;
    let delivery = delivery(0, send(&stage, &"word ".repeat(900)));
    stage.adapter.deliver(&delivery, &FakeFiles::default()).await.expect("it is sent");
    stage.adapter.deliver(&delivery, &FakeFiles::default()).await.expect("it is sent again");
    assert_eq!(shown(&stage).len(), 3);
}

#[tokio::test]
async fn words_whose_answer_was_lost_are_found_after_their_nonce_is_forgotten() {
    let stage = Stage::dark(simulated()).await;
    let words = "word ".repeat(900);
    let delivery = Delivery { at: stage.now(), ..delivery(0, send(&stage, &words)) };
    assert_eq!(looked_for(&stage, &delivery).await, None);
    sent(&stage, 1, send(&stage, "something else")).await;
    // Two of the three parts are answered.
    for _ in 0..2 {
        stage.world.inject(CREATE, Fault::SlowAnswer { delay_ms: 0 });
    }
    stage.world.inject(CREATE, Fault::AnswerLost);
    let first = stage.adapter.deliver(&delivery, &FakeFiles::default()).await;
    assert!(matches!(first, Err(DeliveryError::Ambiguous { .. })), "{first:?}");
    stage.world.advance(LONG);
    let found = looked_for(&stage, &delivery).await.expect("it is there");
    let history = stage.world.history(stage.channel);
    let message = Some(history[1].id.to_string().into());
    let parts = history[2..].iter().map(|seen| seen.id.to_string().into()).collect();
    assert_eq!(found, Receipt { message, further_messages: parts, ..Receipt::default() });
}

#[tokio::test]
async fn the_same_words_of_somebody_else_or_from_before_are_not_taken_for_the_delivery() {
    let stage = Stage::dark(simulated()).await;
    let effect = send(&stage, "we are on it");
    let before = Delivery { at: stage.now(), ..delivery(0, effect.clone()) };
    stage.adapter.deliver(&before, &FakeFiles::default()).await.expect("it is sent");
    stage.world.advance(LONG);
    let unsent = Delivery { at: stage.now(), ..before };
    stage.say("we are on it");
    stage.world.advance(LONG);
    assert_eq!(looked_for(&stage, &unsent).await, None);
}

#[tokio::test]
async fn a_channel_that_is_gone_is_told_when_its_history_is_looked_through() {
    let stage = Stage::dark(simulated()).await;
    let unanswered = delivery(0, send(&stage, "x"));
    stage.world.delete_channel(stage.channel).expect("it is there");
    let ended = stage.adapter.reconcile(&unanswered).await;
    assert!(matches!(ended, Err(DeliveryError::Gone { .. })), "{ended:?}");
}

#[tokio::test]
async fn a_room_opens_from_its_card_once() {
    let stage = Stage::dark(simulated()).await;
    let from = Some(card(&stage).await);
    let open = Effect::OpenRoom(RoomPlan::new(stage.place(), "case-1").from_message(from));
    stage.world.inject("POST /channels/{channel.id}/messages/{message.id}/threads", Fault::AnswerLost);
    let first = stage.adapter.deliver(&delivery(1, open.clone()), &FakeFiles::default()).await;
    assert!(matches!(first, Err(DeliveryError::Ambiguous { .. })), "{first:?}");
    let receipt = sent(&stage, 1, open).await;
    let threads = stage.world.threads(stage.channel);
    assert_eq!(threads.len(), 1, "it is adopted");
    assert_eq!(receipt.place, Some(stage.place().thread(threads[0].id.to_string())));
    let link = format!("https://discord.com/channels/{}/{}", stage.guild, threads[0].id);
    assert_eq!(receipt.link, Some(link));
}

#[tokio::test]
async fn a_private_room_is_found_by_its_name() {
    let stage = Stage::dark(simulated()).await;
    let plan = RoomPlan { is_private: true, ..RoomPlan::new(stage.place(), "case-2") };
    let open = Effect::OpenRoom(plan);
    let delivery = delivery(0, open);
    assert_eq!(stage.adapter.reconcile(&delivery).await.expect("it looks"), None);
    stage.world.inject("POST /channels/{channel.id}/threads", Fault::AnswerLost);
    let first = stage.adapter.deliver(&delivery, &FakeFiles::default()).await;
    assert!(matches!(first, Err(DeliveryError::Ambiguous { .. })), "{first:?}");
    let found = stage.adapter.reconcile(&delivery).await.expect("it looks").expect("it is there");
    let thread = &stage.world.threads(stage.channel)[0];
    assert!(thread.is_private);
    assert_eq!(found.place, Some(stage.place().thread(thread.id.to_string())));
}

#[tokio::test]
async fn words_for_a_closed_room_open_it_again() {
    let stage = Stage::dark(simulated()).await;
    let from = Some(card(&stage).await);
    let open = Effect::OpenRoom(RoomPlan::new(stage.place(), "case-4").from_message(from));
    let room = sent(&stage, 1, open).await.place.expect("it is open");
    sent(&stage, 2, Effect::SetRoomState { room: room.clone().into(), open: false }).await;
    let thread = stage.world.threads(stage.channel)[0].id;
    sent(&stage, 3, Effect::Send { to: room.into(), content: Outgoing::of("one more thing") }).await;
    assert_eq!(stage.world.history(thread).pop().expect("it is shown").text, "one more thing");
}

#[tokio::test]
async fn a_reaction_and_a_removal_reach_their_message() {
    let stage = Stage::dark(simulated()).await;
    let message = card(&stage).await;
    sent(&stage, 1, Effect::React { message: message.clone(), emoji: "👀".to_owned() }).await;
    assert_eq!(stage.world.history(stage.channel)[0].reactions, [("👀".to_owned(), 1)]);
    sent(&stage, 2, Effect::Delete { message: message.clone() }).await;
    assert!(stage.world.history(stage.channel).is_empty());
    sent(&stage, 3, Effect::Delete { message }).await;
}

#[tokio::test]
async fn a_limit_told_by_the_headers_is_kept() {
    let limits = Limits { global_per_second: 0, ..Limits::default() };
    let stage = Stage::dark(Options { limits, ..simulated() }).await;
    for number in 0..5 {
        sent(&stage, number, send(&stage, &format!("message {number}"))).await;
    }
    let next = delivery(5, send(&stage, "too many"));
    let limits = stage.adapter.limits(&next);
    assert!(limits.iter().any(|limit| matches!(limit, Limit::Until { .. })), "{limits:?}");
    let ended = stage.adapter.deliver(&next, &FakeFiles::default()).await;
    let waits_alone = matches!(ended, Err(DeliveryError::Retry { scope: Scope::Destination, .. }));
    assert!(waits_alone, "{ended:?}");
}

#[tokio::test]
async fn a_wait_that_discord_asks_for_is_passed_on() {
    let stage = Stage::dark(simulated()).await;
    stage.world.inject(CREATE, Fault::TooManyRequests { retry_after_ms: 2_282_000, global: false });
    stage.world.inject(CREATE, Fault::TooManyRequests { retry_after_ms: 1_000, global: true });
    let asked = async |number| match stage
        .adapter
        .deliver(&delivery(number, send(&stage, "x")), &FakeFiles::default())
        .await
    {
        Err(DeliveryError::Retry { after, scope, .. }) => (after, scope),
        other => panic!("it waits, not {other:?}"),
    };
    assert_eq!(asked(0).await, (Some(Duration::from_secs(2_282)), Scope::Route), "it is a shared limit");
    assert_eq!(asked(1).await, (Some(Duration::from_secs(1)), Scope::All));
}

#[tokio::test]
async fn what_is_gone_closed_or_forbidden_is_told_apart() {
    let stage = Stage::dark(simulated()).await;
    let deliver = async |number, place: Place| {
        let effect = Effect::Send { to: place.into(), content: Outgoing::of("x") };
        stage
            .adapter
            .deliver(&delivery(number, effect), &FakeFiles::default())
            .await
            .expect_err("it can't be delivered")
    };
    let gone = Place::channel(fireside_discord::PLATFORM, "12345");
    assert!(matches!(deliver(0, gone).await, DeliveryError::Gone { .. }));
    let direct = stage.world.direct_channel(stage.ana).expect("it can be opened");
    stage.world.set_takes_direct_messages(stage.ana, false);
    let closed = Place::channel(fireside_discord::PLATFORM, direct.to_string());
    assert!(matches!(deliver(1, closed).await, DeliveryError::Unreachable { .. }));
    let description = "Missing Permissions".to_owned();
    stage.world.inject(CREATE, Fault::Refused { status: 403, code: 50_013, description });
    assert!(matches!(deliver(2, stage.place()).await, DeliveryError::Refused { .. }));
}
