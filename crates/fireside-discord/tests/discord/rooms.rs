//! Rooms: threads and posts, their names, tags and first words.

use std::time::Duration;

use fireside_core::ports::{Adapter, DeliveryError, Limit};
use fireside_core::{Delivery, Effect, MessageRef, Outgoing, Place, RoomPlan};
use fireside_sim::Fault;
use fireside_sim::discord::{Limits, Options, ThreadSummary};
use fireside_testkit::adapter::delivery;
use fireside_testkit::fake_files::FakeFiles;

use crate::deliveries::sent;
use crate::stage::{Stage, simulated};

const OPEN: &str = "POST /channels/{channel.id}/threads";

fn forum(stage: &Stage) -> (u64, Place) {
    let forum = stage.world.add_forum(stage.guild, "cases", &["Open", "Closed"]).expect("it is made");
    let place = Place::channel(fireside_discord::PLATFORM, forum.to_string());
    (forum, place.within(stage.guild.to_string()))
}

fn tag_names(stage: &Stage, forum: u64, room: &ThreadSummary) -> Vec<String> {
    let tags = stage.world.tags(forum);
    room.tags
        .iter()
        .filter_map(|tag| tags.iter().find(|(id, _)| id == tag))
        .map(|(_, name)| name.clone())
        .collect()
}

#[tokio::test]
async fn a_post_is_made_with_its_first_words_and_tags() {
    let stage = Stage::dark(simulated()).await;
    let (channel, place) = forum(&stage);
    let plan = RoomPlan {
        opening: Some(Box::new(Outgoing::of("word ".repeat(500)))),
        tags: vec!["open".to_owned(), "unheard of".to_owned()],
        ..RoomPlan::new(place.clone(), "case-1")
    };
    let receipt = sent(&stage, 0, Effect::OpenRoom(plan)).await;
    let posts = stage.world.threads(channel);
    assert_eq!(posts.len(), 1);
    assert_eq!(tag_names(&stage, channel, &posts[0]), ["Open"]);
    let room = place.thread(posts[0].id.to_string());
    assert_eq!(receipt.place.as_ref(), Some(&room));
    assert_eq!(stage.world.history(posts[0].id).len(), 2, "the words are longer than a message");
    assert_eq!(receipt.message, Some(posts[0].id.to_string().into()), "the first words are what is edited");
    assert_eq!(receipt.further_messages.len(), 1);
    sent(&stage, 1, Effect::TagRoom { room: room.into(), tags: vec!["Closed".to_owned()] }).await;
    assert_eq!(tag_names(&stage, channel, &stage.world.threads(channel)[0]), ["Closed"]);
}

#[tokio::test]
async fn a_post_without_words_bears_its_name() {
    let stage = Stage::dark(simulated()).await;
    let (channel, place) = forum(&stage);
    sent(&stage, 0, Effect::OpenRoom(RoomPlan::new(place, "case-2 *x*"))).await;
    let post = stage.world.threads(channel)[0].id;
    assert_eq!(stage.world.history(post)[0].text, "case\\-2 \\*x\\*");
}

#[tokio::test]
async fn a_post_whose_answer_was_lost_is_found_even_when_it_is_archived() {
    let stage = Stage::dark(simulated()).await;
    let (channel, place) = forum(&stage);
    let open = delivery(0, Effect::OpenRoom(RoomPlan::new(place, "case-3")));
    assert_eq!(stage.adapter.reconcile(&open).await.expect("it looks"), None);
    stage.world.inject(OPEN, Fault::AnswerLost);
    let first = stage.adapter.deliver(&open, &FakeFiles::default()).await;
    assert!(matches!(first, Err(DeliveryError::Ambiguous { .. })), "{first:?}");
    for _ in 0..2 {
        let found = stage.adapter.reconcile(&open).await.expect("it looks").expect("it is there");
        let post = stage.world.threads(channel)[0].id;
        assert_eq!(found.place.expect("it is named").thread, Some(post.to_string().into()));
        stage.world.advance(Duration::from_hours(24 * 8));
    }
}

#[tokio::test]
async fn a_card_does_not_keep_a_post_or_a_private_room_from_being_looked_for() {
    for is_private in [false, true] {
        let stage = Stage::dark(simulated()).await;
        let (forum, within) = if is_private { (stage.channel, stage.place()) } else { forum(&stage) };
        let card = MessageRef::Known { place: stage.place(), id: stage.say("a case").to_string().into() };
        let plan = RoomPlan { is_private, ..RoomPlan::new(within, "case-7").from_message(Some(card)) };
        let open = delivery(0, Effect::OpenRoom(plan));
        stage.world.inject(OPEN, Fault::AnswerLost);
        let first = stage.adapter.deliver(&open, &FakeFiles::default()).await;
        assert!(matches!(first, Err(DeliveryError::Ambiguous { .. })), "{first:?}");
        assert!(!stage.adapter.shows_once(&open));
        let found = stage.adapter.reconcile(&open).await.expect("it looks").expect("it is there");
        let rooms = stage.world.threads(forum);
        assert_eq!(rooms.len(), 1);
        assert_eq!(found.place.expect("it is named").thread, Some(rooms[0].id.to_string().into()));
    }
}

#[tokio::test]
async fn a_thread_that_somebody_else_named_the_same_is_not_adopted() {
    let stage = Stage::dark(simulated()).await;
    stage.world.start_thread(stage.channel, stage.ana, "case-6", None).expect("she may");
    let open = delivery(0, Effect::OpenRoom(RoomPlan::new(stage.place(), "case-6")));
    assert_eq!(stage.adapter.reconcile(&open).await.expect("it looks"), None);
}

#[tokio::test]
async fn rooms_are_open_to_all_or_to_those_let_in() {
    let stage = Stage::dark(simulated()).await;
    let opening = Some(Box::new(Outgoing::of("first words")));
    sent(&stage, 0, Effect::OpenRoom(RoomPlan { opening, ..RoomPlan::new(stage.place(), "open") })).await;
    let plan = RoomPlan { is_private: true, ..RoomPlan::new(stage.place(), "private") };
    sent(&stage, 1, Effect::OpenRoom(plan)).await;
    let mut threads = stage.world.threads(stage.channel);
    threads.sort_by(|one, other| one.name.cmp(&other.name));
    let kinds: Vec<_> = threads.iter().map(|room| (room.name.as_str(), room.is_private)).collect();
    assert_eq!(kinds, [("open", false), ("private", true)]);
    assert_eq!(stage.world.history(threads[0].id).pop().expect("it is said").text, "first words");
}

#[tokio::test]
async fn a_closed_room_gets_another_name_and_stays_closed() {
    let stage = Stage::dark(simulated()).await;
    let open = Effect::OpenRoom(RoomPlan::new(stage.place(), "case-4"));
    let room = sent(&stage, 0, open).await.place.expect("it is open");
    sent(&stage, 1, Effect::SetRoomState { room: room.clone().into(), open: false }).await;
    let rename = Effect::RenameRoom { room: room.into(), name: "case-4 \u{202E}done\n".to_owned() };
    sent(&stage, 2, rename.clone()).await;
    let thread = &stage.world.threads(stage.channel)[0];
    assert_eq!(thread.name, "case-4 done");
    assert!(thread.is_archived && thread.is_locked);
    let limits = stage.adapter.limits(&delivery(3, rename));
    assert!(limits.iter().any(|limit| matches!(limit, Limit::Rate { burst: 2, .. })), "{limits:?}");
}

#[tokio::test]
async fn a_server_with_as_many_threads_as_there_may_be_is_told() {
    let limits = Limits { active_threads_max: 0, ..Limits::unlimited() };
    let stage = Stage::dark(Options { limits, ..simulated() }).await;
    let open = delivery(0, Effect::OpenRoom(RoomPlan::new(stage.place(), "case-5")));
    let ended = stage.adapter.deliver(&open, &FakeFiles::default()).await;
    assert!(
        matches!(&ended, Err(DeliveryError::Refused { why }) if why.contains("archive some")),
        "{ended:?}"
    );
}

#[tokio::test]
async fn a_place_that_names_an_account_is_the_private_chat_with_it() {
    let stage = Stage::dark(simulated()).await;
    let place = Place::channel(fireside_discord::PLATFORM, stage.ana.to_string());
    let content = Outgoing::of("hello");
    let receipt = sent(&stage, 0, Effect::Send { to: place.into(), content }).await;
    let direct = stage.world.direct_channel(stage.ana).expect("it is open");
    assert_eq!(stage.world.history(direct)[0].text, "hello");
    assert_eq!(receipt.place, Some(Place::channel(fireside_discord::PLATFORM, direct.to_string())));
}

#[tokio::test]
async fn what_was_said_to_an_account_is_found_once_its_private_chat_is_known() {
    let stage = Stage::dark(simulated()).await;
    let place = Place::channel(fireside_discord::PLATFORM, stage.ana.to_string());
    let effect = Effect::Send { to: place.into(), content: Outgoing::of("hello") };
    let unanswered = Delivery { at: stage.now(), ..delivery(0, effect.clone()) };
    stage.world.advance(Duration::from_mins(2));
    assert_eq!(stage.adapter.reconcile(&unanswered).await.expect("it looks"), None);
    let receipt = sent(&stage, 0, effect).await;
    stage.world.advance(Duration::from_mins(2));
    assert_eq!(stage.adapter.reconcile(&unanswered).await.expect("it looks"), Some(receipt));
}
