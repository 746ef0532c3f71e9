//! What goes out, and what its failures mean.

use std::sync::Arc;
use std::time::Duration;

use fireside_core::ports::{Adapter, DeliveryError, Scope};
use fireside_core::{Effect, MessageId, Outgoing, Place, RoomPlan, Text};
use fireside_sim::Fault;
use fireside_telegram::PLATFORM;
use fireside_testkit::adapter::{FakeInbox, delivery};
use fireside_testkit::fake_files::FakeFiles;

use crate::bench::{ANA, Bench, FORUM, forum, message, private, send};

async fn greeted() -> Bench {
    let bench = Bench::start().await;
    bench.world.say(ANA, ANA, "/start");
    bench
}

fn number(id: Option<MessageId>) -> i64 {
    id.expect("a message").as_str().parse().expect("a number")
}

#[tokio::test]
async fn words_are_shown_with_their_formatting() {
    let bench = greeted().await;
    let content = Outgoing::of(Text::plain("</b> ").then(Text::bold("😀 bold"))).author("Ben");
    let receipt = bench.deliver(send(private(), content)).await.expect("it is sent");
    let shown = bench.world.message(ANA, number(receipt.message)).expect("it is shown");
    assert_eq!(shown.text, "Ben:\n</b> 😀 bold");
    assert_eq!(shown.entities.len(), 2);
}

#[tokio::test]
async fn a_long_text_comes_in_parts_with_the_buttons_below_the_last() {
    let bench = greeted().await;
    let long = "A sentence of words. ".repeat(400);
    let button = fireside_core::Button {
        label: "Go".to_owned(),
        target: fireside_core::ButtonTarget::Press("a:go".to_owned()),
    };
    let receipt = bench.deliver(send(private(), Outgoing::of(long).row(vec![button]))).await.expect("sent");
    let shown: Vec<_> = bench.world.history(ANA).into_iter().filter(|shown| shown.from_bot).collect();
    assert_eq!(shown.len(), 3);
    assert!(shown[0].buttons.is_empty() && shown[1].buttons.is_empty());
    assert_eq!(shown[2].buttons[0][0].text, "Go");
    assert_eq!(shown[2].message_id, number(receipt.message));
}

#[tokio::test]
async fn a_long_text_that_stopped_halfway_goes_on_there() {
    let bench = greeted().await;
    let long = delivery(0, send(private(), Outgoing::of("A sentence of words. ".repeat(300))));
    // The first part takes the first fault, which does it no harm.
    bench.world.inject("sendMessage", Fault::SlowAnswer { delay_ms: 1 });
    bench.world.inject("sendMessage", Fault::ServerError { status: 500, html: false });
    let sent = bench.adapter.deliver(&long, &FakeFiles::default()).await;
    assert!(matches!(sent, Err(DeliveryError::Retry { .. })), "{sent:?}");
    bench.adapter.deliver(&long, &FakeFiles::default()).await.expect("it is sent");
    assert_eq!(bench.world.history(ANA).iter().filter(|shown| shown.from_bot).count(), 2);
}

#[tokio::test]
async fn a_message_is_reacted_to_and_removed_and_removing_it_again_is_fine() {
    let bench = greeted().await;
    let said = bench.world.say(ANA, ANA, "thanks");
    let react = Effect::React { message: message(private(), said), emoji: "👍".to_owned() };
    bench.deliver(react).await.expect("it is reacted to");
    assert_eq!(bench.world.message(ANA, said).expect("it is shown").reactions, ["👍"]);
    let sent = number(bench.tell_ana("one").await.expect("it is sent").message);
    for _ in 0..2 {
        bench.deliver(Effect::Delete { message: message(private(), sent) }).await.expect("it is gone");
    }
    assert!(bench.world.message(ANA, sent).is_none_or(|shown| shown.deleted));
}

#[tokio::test]
async fn a_question_in_a_group_asks_the_one_who_is_answered_for_a_reply() {
    let bench = Bench::start().await;
    let said = bench.world.say(FORUM, ANA, "/feedback");
    let question = Outgoing { asks: true, ..Outgoing::of("What is it about?") };
    let question = question.reply_to(Some(message(forum(), said)));
    let receipt = bench.deliver(send(forum(), question)).await.expect("it is sent");
    let shown = bench.world.message(FORUM, number(receipt.message)).expect("it is shown");
    assert_eq!(shown.reply_to, Some(said));
    let call = bench.world.calls("sendMessage").pop().expect("a call");
    assert_eq!(call.params["reply_markup"]["force_reply"], true);
    assert_eq!(call.params["reply_markup"]["selective"], true);
}

#[tokio::test]
async fn an_answer_to_a_message_that_is_gone_is_sent_all_the_same() {
    let bench = greeted().await;
    let content = Outgoing::of("hello").reply_to(Some(message(private(), 9_999)));
    bench.deliver(send(private(), content)).await.expect("it is sent");
    let shown = bench.world.history(ANA).pop().expect("it is shown");
    assert_eq!((shown.from_bot, shown.text.as_str(), shown.reply_to), (true, "hello", None));
}

#[tokio::test]
async fn a_room_is_opened_spoken_in_and_closed() {
    let bench = Bench::start().await;
    let open = Effect::OpenRoom(RoomPlan::new(forum(), "Case 1"));
    let receipt = bench.deliver(open).await.expect("it is opened");
    let room = receipt.place.expect("a place");
    let thread: i64 = room.thread.as_ref().expect("a thread").as_str().parse().expect("a number");
    assert_eq!(receipt.link, Some(format!("https://t.me/c/1234567890/{thread}")));
    let said = bench.deliver(send(room.clone(), Outgoing::of("hello"))).await.expect("it is sent");
    let link = said.link.expect("a link");
    assert!(link.starts_with(&format!("https://t.me/c/1234567890/{thread}/")), "{link}");
    for _ in 0..2 {
        let close = Effect::SetRoomState { room: room.clone().into(), open: false };
        bench.deliver(close).await.expect("it is closed");
    }
    assert!(bench.world.topics(FORUM)[0].closed);
}

#[tokio::test]
async fn a_room_whose_answer_was_lost_is_adopted_after_a_restart() {
    let bench = Bench::start().await;
    bench.world.inject("createForumTopic", Fault::AnswerLost);
    let open = delivery(0, Effect::OpenRoom(RoomPlan::new(forum(), "Case 1")));
    bench.adapter.deliver(&open, &FakeFiles::default()).await.expect_err("the answer is lost");
    let before = Arc::new(FakeInbox::new());
    let running = bench.run(&before);
    let kept = before.wait_for(|contents| contents.kept.get("topics").cloned()).await;
    before.stop();
    running.await.expect("it ends").expect("it ends well");

    let restarted = bench.another("42:test-token");
    restarted.connect().await.expect("it connects");
    let after = Arc::new(FakeInbox::new());
    after.put("topics", &kept);
    let running = async { restarted.run(after.clone()).await };
    let looking = async {
        let found = restarted.reconcile(&open).await;
        after.stop();
        found
    };
    let (ended, found) = tokio::join!(running, looking);
    ended.expect("it ends well");
    assert!(found.expect("it looks").expect("it is found").place.is_some());
}

#[tokio::test]
async fn nothing_but_a_room_is_looked_for() {
    let bench = greeted().await;
    let sent = delivery(0, send(private(), Outgoing::of("hello")));
    assert_eq!(bench.adapter.reconcile(&sent).await.expect("it looks"), None);
}

#[tokio::test]
async fn a_room_that_is_gone_is_told_as_gone() {
    let bench = Bench::start().await;
    let thread = bench.world.add_topic(FORUM, ANA, "Case 1");
    bench.world.delete_topic(FORUM, thread);
    let sent = bench.deliver(send(forum().thread(thread.to_string()), Outgoing::of("a"))).await;
    assert!(matches!(sent, Err(DeliveryError::Gone { .. })), "{sent:?}");
}

/// A topic that was deleted, on a Telegram that puts what is for it into General.
async fn led_to_general() -> (Bench, Place) {
    let bench = Bench::start().await;
    let thread = bench.world.add_topic(FORUM, ANA, "Case 1");
    bench.world.delete_topic(FORUM, thread);
    bench.world.let_gone_topics_lead_to_general();
    (bench, forum().thread(thread.to_string()))
}

fn left_in_general(bench: &Bench) -> Vec<String> {
    let shown = bench.world.thread_history(FORUM, None).into_iter();
    shown.filter(|shown| shown.from_bot && !shown.deleted).map(|shown| shown.text).collect()
}

#[tokio::test]
async fn what_telegram_puts_into_general_is_removed_there_and_its_topic_told_as_gone() {
    let (bench, room) = led_to_general().await;
    let sent = bench.deliver(send(room, Outgoing::of("A sentence of words. ".repeat(400)))).await;
    assert!(matches!(&sent, Err(DeliveryError::Gone { why }) if why.contains("removed")), "{sent:?}");
    assert_eq!(left_in_general(&bench), [""; 0]);
    assert_eq!(bench.world.calls("sendMessage").len(), 1, "the other parts are not sent after it");
}

#[tokio::test]
async fn what_stands_in_general_is_removed_however_often_that_takes() {
    let (bench, room) = led_to_general().await;
    let sending = delivery(0, send(room, Outgoing::of("for staff alone")));
    bench.world.inject("deleteMessages", Fault::ServerError { status: 502, html: true });
    let first = bench.adapter.deliver(&sending, &FakeFiles::default()).await;
    assert!(matches!(first, Err(DeliveryError::Retry { .. })), "{first:?}");
    assert_eq!(left_in_general(&bench), ["for staff alone"]);
    let second = bench.adapter.deliver(&sending, &FakeFiles::default()).await;
    assert!(matches!(second, Err(DeliveryError::Gone { .. })), "{second:?}");
    assert_eq!(left_in_general(&bench), [""; 0]);
    assert_eq!(bench.world.calls("sendMessage").len(), 1, "it is not said again");
}

#[tokio::test]
async fn what_can_not_be_removed_from_general_is_told() {
    let (bench, room) = led_to_general().await;
    let description = "Bad Request: message can't be deleted".to_owned();
    bench.world.inject("deleteMessages", Fault::Refused { status: 400, code: 400, description });
    let sent = bench.deliver(send(room, Outgoing::of("hello"))).await;
    assert!(matches!(&sent, Err(DeliveryError::Gone { why }) if why.contains("where it stands")), "{sent:?}");
}

#[tokio::test]
async fn a_group_that_threw_the_bot_out_can_not_be_reached() {
    let bench = Bench::start().await;
    bench.world.kick(FORUM, bench.world.bot_id());
    let sent = bench.deliver(send(forum(), Outgoing::of("hello"))).await;
    assert!(matches!(sent, Err(DeliveryError::Unreachable { .. })), "{sent:?}");
    let opened = bench.deliver(Effect::OpenRoom(RoomPlan::new(forum(), "Case 1"))).await;
    assert!(matches!(opened, Err(DeliveryError::Unreachable { .. })), "{opened:?}");
}

#[tokio::test]
async fn a_customer_who_blocked_the_bot_can_not_be_reached() {
    let bench = greeted().await;
    bench.world.block_bot(ANA, true);
    let sent = bench.tell_ana("hello").await;
    assert!(matches!(sent, Err(DeliveryError::Unreachable { .. })), "{sent:?}");
}

#[tokio::test]
async fn a_group_that_moved_tells_where_to() {
    let bench = Bench::start().await;
    bench.world.add_group(-9, "Acme");
    bench.world.migrate(-9, -1_009, false);
    let sent = bench.deliver(send(Place::channel(PLATFORM, "-9"), Outgoing::of("a"))).await;
    assert!(
        matches!(&sent, Err(DeliveryError::Moved { to }) if *to == Place::channel(PLATFORM, "-1009")),
        "{sent:?}"
    );
}

#[tokio::test]
async fn too_many_requests_make_the_destination_wait_as_told() {
    let bench = greeted().await;
    bench.world.inject("sendMessage", Fault::TooManyRequests { retry_after_ms: 2_282_000, global: false });
    let sent = bench.tell_ana("hello").await;
    let Err(DeliveryError::Retry { after, scope, .. }) = sent else { panic!("{sent:?}") };
    assert_eq!((after, scope), (Some(Duration::from_secs(2_282)), Scope::Destination));
}

#[tokio::test]
async fn a_page_from_a_proxy_is_tried_again_at_once_without_sleeping() {
    let bench = greeted().await;
    bench.world.inject("sendMessage", Fault::ServerError { status: 502, html: true });
    let sent = tokio::time::timeout(Duration::from_secs(5), bench.tell_ana("hello")).await;
    let sent = sent.expect("it does not sleep");
    assert!(matches!(sent, Err(DeliveryError::Retry { after: None, .. })), "{sent:?}");
}
