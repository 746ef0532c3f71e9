//! What is done besides saying something: reactions, pins, polls, rooms, edits.

use std::time::Duration;

use fireside_core::ports::{Adapter, DeliveryError};
use fireside_core::{
    Button, ButtonTarget, CarriedFile, Delivery, Effect, FileKind, MessageId, MessageRef, Outgoing, Place,
    Poll, RoomPlan, Voice,
};
use fireside_sim::Fault;
use fireside_sim::telegram::{Right, Rights};
use fireside_testkit::adapter::delivery;
use fireside_testkit::fake_files::FakeFiles;

use crate::bench::{ANA, Bench, FORUM, forum, message, private, send};

async fn greeted() -> Bench {
    let bench = Bench::start().await;
    bench.world.say(ANA, ANA, "/start");
    bench
}

fn number(id: Option<&MessageId>) -> i64 {
    id.expect("a message").as_str().parse().expect("a number")
}

fn thread(room: &Place) -> i64 {
    room.thread.as_ref().expect("a topic").as_str().parse().expect("a number")
}

fn refusal(done: Result<fireside_core::Receipt, DeliveryError>) -> String {
    match done {
        Err(DeliveryError::Refused { why }) => why,
        other => panic!("it is not refused: {other:?}"),
    }
}

#[tokio::test]
async fn a_reaction_is_put_on_replaced_and_taken_off() {
    let bench = greeted().await;
    let said = bench.world.say(ANA, ANA, "thanks");
    let on = || message(private(), said);
    let seen = || bench.world.message(ANA, said).expect("it is shown").reactions;
    for (emoji, shown) in [("👍🏽", "👍"), ("❤\u{FE0F}", "❤"), ("⏳", "✍"), ("✅", "👌"), ("🚫", "👎")]
    {
        bench.deliver(Effect::React { message: on(), emoji: emoji.to_owned() }).await.expect("it is put on");
        assert_eq!(seen(), [shown]);
    }
    bench.deliver(Effect::Unreact { message: on(), emoji: "🚫".to_owned() }).await.expect("it is taken off");
    assert_eq!(seen(), Vec::<String>::new());
    let unknown = bench.deliver(Effect::React { message: on(), emoji: "🚀".to_owned() }).await;
    assert!(refusal(unknown).contains("no reaction on Telegram"));
}

#[tokio::test]
async fn a_message_is_pinned_and_let_go_each_as_often_as_it_is_asked() {
    let bench = greeted().await;
    let said = number(bench.tell_ana("hello").await.expect("it is sent").message.as_ref());
    for (pinned, count) in [(true, 1), (true, 1), (false, 0), (false, 0)] {
        bench.deliver(Effect::Pin { message: message(private(), said), pinned }).await.expect("it is done");
        assert_eq!(bench.world.pinned(ANA).len(), count);
    }
}

#[tokio::test]
async fn a_right_that_is_missing_is_named() {
    let bench = Bench::start().await;
    let said = bench.world.say(FORUM, ANA, "hello");
    let none = [Right::PinMessages, Right::DeleteMessages, Right::ManageTopics];
    let rights = none.into_iter().fold(Rights::usual(), Rights::without);
    bench.world.promote_with(FORUM, bench.world.bot_id(), rights);
    let pin = Effect::Pin { message: message(forum(), said), pinned: true };
    assert!(refusal(bench.deliver(pin).await).contains("may pin messages"));
    let delete = Effect::Delete { message: message(forum(), said) };
    assert!(refusal(bench.deliver(delete).await).contains("may delete messages"));
    let open = Effect::OpenRoom(RoomPlan::new(forum(), "Case 1"));
    assert!(refusal(bench.deliver(open).await).contains("may manage topics"));
}

#[tokio::test]
async fn a_message_older_than_two_days_is_not_removed_and_staff_read_why() {
    let bench = greeted().await;
    let sent = number(bench.tell_ana("hello").await.expect("it is sent").message.as_ref());
    bench.world.clock().advance(Duration::from_hours(49));
    let delete = Effect::Delete { message: message(private(), sent) };
    assert!(refusal(bench.deliver(delete).await).contains("48 hours"));
}

#[tokio::test]
async fn a_poll_is_put_and_closed_however_often_it_is_asked() {
    let bench = greeted().await;
    let options = vec!["yes".to_owned(), "no".to_owned()];
    let poll = Poll { question: "Well?".to_owned(), options, is_multiple: false, lasts: None };
    let content = Outgoing { poll: Some(poll), ..Outgoing::of("A question:") };
    let receipt = bench.deliver(send(private(), content)).await.expect("it is sent");
    let sent = number(receipt.message.as_ref());
    let shown = || bench.world.message(ANA, sent).and_then(|shown| shown.poll).expect("a poll");
    assert!(!shown().anonymous && !shown().closed);
    for _ in 0..2 {
        bench.deliver(Effect::ClosePoll { message: message(private(), sent) }).await.expect("it is closed");
    }
    assert!(shown().closed);
}

#[tokio::test]
async fn writing_is_shown_in_its_topic() {
    let bench = Bench::start().await;
    let topic = bench.world.add_topic(FORUM, ANA, "Case 1");
    bench.deliver(Effect::Type { to: forum().thread(topic.to_string()).into() }).await.expect("it is shown");
    let typing = bench.world.typing(FORUM);
    assert_eq!(typing.iter().map(|one| one.thread).collect::<Vec<_>>(), [Some(topic)]);
}

#[tokio::test]
async fn a_room_is_opened_with_its_first_words_and_renamed() {
    let bench = Bench::start().await;
    let plan = RoomPlan { opening: Some(Box::new("Ana asks".into())), ..RoomPlan::new(forum(), "Case 1") };
    let receipt = bench.deliver(Effect::OpenRoom(plan)).await.expect("it is opened");
    let room = receipt.place.expect("a place");
    let said = bench.world.message(FORUM, number(receipt.message.as_ref())).expect("it is said");
    assert_eq!((said.text.as_str(), said.thread), ("Ana asks", Some(thread(&room))));
    for _ in 0..2 {
        let rename = Effect::RenameRoom { room: room.clone().into(), name: "Case 1\n✓".to_owned() };
        bench.deliver(rename).await.expect("it is renamed");
    }
    assert_eq!(bench.world.topics(FORUM)[0].name, "Case 1 ✓");
}

#[tokio::test]
async fn a_room_whose_first_words_failed_is_not_opened_twice() {
    let bench = Bench::start().await;
    let plan = RoomPlan { opening: Some(Box::new("Ana asks".into())), ..RoomPlan::new(forum(), "Case 1") };
    let open = delivery(0, Effect::OpenRoom(plan));
    bench.world.inject("sendMessage", Fault::ServerError { status: 502, html: true });
    let first = bench.adapter.deliver(&open, &FakeFiles::default()).await;
    assert!(matches!(first, Err(DeliveryError::Retry { .. })), "{first:?}");
    let receipt = bench.adapter.deliver(&open, &FakeFiles::default()).await.expect("it is said");
    assert_eq!(bench.world.topics(FORUM).len(), 1);
    assert!(receipt.message.is_some() && receipt.place.is_some());
}

#[tokio::test]
async fn what_topics_do_not_have_is_refused() {
    let bench = Bench::start().await;
    let private = RoomPlan { is_private: true, ..RoomPlan::new(forum(), "Case 1") };
    assert!(refusal(bench.deliver(Effect::OpenRoom(private)).await).contains("can't be hidden"));
    let tag = Effect::TagRoom { room: forum().into(), tags: vec!["open".to_owned()] };
    assert!(refusal(bench.deliver(tag).await).contains("no tags"));
    assert!(bench.world.topics(FORUM).is_empty());
}

#[tokio::test]
async fn a_topic_that_somebody_closed_is_opened_again_for_what_is_said() {
    let bench = Bench::start().await;
    let topic = bench.world.add_topic(FORUM, ANA, "Case 1");
    bench.world.close_topic(FORUM, topic, ANA, true);
    let room = forum().thread(topic.to_string());
    bench.deliver(send(room.clone(), Outgoing::of("hello"))).await.expect("it is said");
    assert!(!bench.world.topics(FORUM)[0].closed);
    bench.world.close_topic(FORUM, topic, ANA, true);
    let rights = Rights::usual().without(Right::ManageTopics);
    bench.world.promote_with(FORUM, bench.world.bot_id(), rights);
    let closed = bench.deliver(send(room, Outgoing::of("again"))).await;
    let is_told = matches!(&closed, Err(DeliveryError::Closed { why }) if why.contains("open the topic"));
    assert!(is_told, "{closed:?}");
}

#[tokio::test]
async fn an_edit_changes_the_words_below_a_file_and_its_buttons() {
    let (bench, files) = (greeted().await, FakeFiles::default());
    let attachment = files.put(FileKind::Document, "a.pdf", "words");
    let file = CarriedFile { attachment, instead: "[a.pdf]".into() };
    let content = Outgoing::of("before").files(vec![file.clone()]);
    let receipt = bench.deliver_with(send(private(), content.clone()), &files).await.expect("it is sent");
    let sent = number(receipt.message.as_ref());
    let button = Button { label: "Go".to_owned(), target: ButtonTarget::Private("a:go".to_owned()) };
    // With and without a word of the file; each twice, as after a lost answer.
    let with_file = Outgoing { text: "with".into(), ..content };
    for content in [with_file, Outgoing::of("without").row(vec![button])] {
        for _ in 0..2 {
            let edit = Effect::Edit { message: message(private(), sent), content: content.clone() };
            bench.deliver(edit).await.expect("it is changed");
        }
        let shown = bench.world.message(ANA, sent).expect("it is shown");
        assert_eq!(shown.text, content.text.to_plain());
        assert_eq!(shown.buttons.len(), content.buttons.len());
    }
    let shown = bench.world.message(ANA, sent).expect("it is shown");
    let url = shown.buttons[0][0].url.clone().expect("an address");
    assert!(url.starts_with("https://t.me/fireside_bot?start=p_"), "{url}");
}

#[tokio::test]
async fn an_edit_too_long_for_a_message_says_that_it_was_cut() {
    let bench = greeted().await;
    let sent = bench.tell_ana("short").await.expect("it is sent").message.expect("a message");
    let edit = Effect::Edit {
        message: MessageRef::Known { place: private(), id: sent.clone() },
        content: Outgoing::of("A sentence of words. ".repeat(400)),
    };
    bench.deliver(edit).await.expect("it is changed");
    let shown = bench.world.message(ANA, number(Some(&sent))).expect("it is shown");
    assert!(shown.text.ends_with("words.…") && shown.text.len() > 4_000, "{}", shown.text.len());
}

#[tokio::test]
async fn a_customers_words_run_no_command_in_the_staff_room() {
    let bench = Bench::start().await;
    let content = Outgoing::of("/close #urgent @admin").author("Ana");
    let relayed = Delivery { voice: Voice::Customer, ..delivery(0, send(forum(), content)) };
    let receipt = bench.adapter.deliver(&relayed, &FakeFiles::default()).await.expect("it is sent");
    let shown = bench.world.message(FORUM, number(receipt.message.as_ref())).expect("it is shown");
    assert!(shown.entities.iter().all(|entity| entity.kind == "bold"), "{:?}", shown.entities);
    let own = delivery(1, send(forum(), Outgoing::of("/close ends it")));
    let receipt = bench.adapter.deliver(&own, &FakeFiles::default()).await.expect("it is sent");
    let shown = bench.world.message(FORUM, number(receipt.message.as_ref())).expect("it is shown");
    assert_eq!(shown.entities[0].kind, "bot_command");
}

#[tokio::test]
async fn a_reply_across_topics_is_said_without_it() {
    let bench = Bench::start().await;
    let (one, other) =
        (bench.world.add_topic(FORUM, ANA, "Case 1"), bench.world.add_topic(FORUM, ANA, "Case 2"));
    let said = bench.world.say_in(FORUM, Some(one), ANA, "hello", None);
    let answered = message(forum().thread(one.to_string()), said);
    let content = Outgoing::of("there").reply_to(Some(answered));
    let receipt = bench.deliver(send(forum().thread(other.to_string()), content)).await.expect("it is said");
    let shown = bench.world.message(FORUM, number(receipt.message.as_ref())).expect("it is shown");
    assert_eq!((shown.thread, shown.reply_to), (Some(other), None));
}
