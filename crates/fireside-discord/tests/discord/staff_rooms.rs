//! Rooms where staff work: what is done in them, whatever people do to them.

use fireside_core::event::RoomChange;
use fireside_core::ports::{Adapter, DeliveryError};
use fireside_core::{Account, Author, Effect, Event, EventKind, MessageRef, Outgoing, Place, RoomPlan};
use fireside_discord::PLATFORM;
use fireside_sim::discord::ThreadSummary;
use fireside_sim::discord::permissions::MANAGE_THREADS;
use fireside_testkit::adapter::delivery;
use fireside_testkit::fake_files::FakeFiles;
use serde_json::json;

use crate::deliveries::sent;
use crate::stage::{Stage, simulated};

/// A stage on which the adapter runs, with a room in its channel.
async fn with_room(plan: impl FnOnce(RoomPlan) -> RoomPlan) -> (Stage, Place, u64) {
    let stage = Stage::lit(simulated()).await;
    let open = Effect::OpenRoom(plan(RoomPlan::new(stage.place(), "case-1")));
    let room = sent(&stage, 0, open).await.place.expect("it is open");
    let thread = stage.world.threads(stage.channel)[0].id;
    (stage, room, thread)
}

fn send(room: &Place, words: &str) -> Effect {
    Effect::Send { to: room.clone().into(), content: Outgoing::of(words) }
}

fn refusal(stage: &Stage, number: u32, effect: Effect) -> impl Future<Output = DeliveryError> {
    let (adapter, delivery) = (stage.adapter.clone(), delivery(number, effect));
    async move { adapter.deliver(&delivery, &FakeFiles::default()).await.expect_err("it can't be done") }
}

fn thread(stage: &Stage) -> ThreadSummary {
    stage.world.threads(stage.channel).remove(0)
}

/// What was heard of rooms before `words`, which are said now.
async fn heard_of_rooms_before(stage: &Stage, words: &str) -> Vec<RoomChange> {
    stage.say(words);
    let is_it = |event: &Event| event.words().is_some_and(|said| said.text.to_plain() == words);
    let heard =
        stage.inbox.wait_for(|contents| contents.events.iter().any(is_it).then(|| contents.events.clone()));
    let change = |event: Event| match event.kind {
        EventKind::Room(change) => Some(change),
        _ => None,
    };
    heard.await.into_iter().filter_map(change).collect()
}

#[tokio::test]
async fn a_private_room_takes_all_that_staff_need() {
    let (stage, room, id) = with_room(|plan| RoomPlan { is_private: true, ..plan }).await;
    let ana = Account::new(PLATFORM, stage.ana.to_string());
    sent(&stage, 1, Effect::AddMember { room: room.clone().into(), account: ana }).await;
    assert!(stage.world.thread_members(id).contains(&stage.ana));
    let author = Author { name: "Bo".to_owned(), avatar_url: None };
    let content = Outgoing::of("it hums").author(author);
    let said = sent(&stage, 2, Effect::Send { to: room.clone().into(), content }).await.message;
    let message = MessageRef::Known { place: room.clone(), id: said.expect("it has an id") };
    sent(&stage, 3, Effect::Pin { message: message.clone(), pinned: true }).await;
    sent(&stage, 4, Effect::React { message: message.clone(), emoji: "✅".to_owned() }).await;
    sent(&stage, 5, Effect::Type { to: room.into() }).await;
    let seen = stage.world.pins(id).pop().expect("it is pinned");
    assert_eq!((seen.author_name.as_str(), seen.text.as_str()), ("Bo", "it hums"));
    assert_eq!(seen.reactions, [("✅".to_owned(), 1)]);
}

#[tokio::test]
async fn what_is_done_in_an_archived_room_leaves_it_archived_and_is_no_news() {
    let (stage, room, id) = with_room(|plan| plan).await;
    let said = sent(&stage, 1, send(&room, "hello")).await.message.expect("it has an id");
    let message = || MessageRef::Known { place: room.clone(), id: said.clone() };
    sent(&stage, 2, Effect::SetRoomState { room: room.clone().into(), open: false }).await;
    let ana = Account::new(PLATFORM, stage.ana.to_string());
    let effects = [
        Effect::React { message: message(), emoji: "👀".to_owned() },
        Effect::Pin { message: message(), pinned: true },
        Effect::AddMember { room: room.clone().into(), account: ana },
        Effect::Edit { message: message(), content: Outgoing::of("goodbye") },
        Effect::RenameRoom { room: room.clone().into(), name: "done".to_owned() },
    ];
    for (number, effect) in (3..).zip(effects) {
        sent(&stage, number, effect).await;
        let thread = thread(&stage);
        assert!(thread.is_archived && thread.is_locked, "after {number}");
    }
    let seen = stage.world.pins(id).pop().expect("it is pinned");
    assert_eq!((seen.text.as_str(), seen.reactions.len()), ("goodbye", 1));
    assert!(stage.world.thread_members(id).contains(&stage.ana));
    assert_eq!(heard_of_rooms_before(&stage, "and then?").await, [], "the bot's own doing is no news");
}

#[tokio::test]
async fn words_open_a_room_that_somebody_closed() {
    for is_locked in [false, true] {
        let (stage, room, id) = with_room(|plan| plan).await;
        stage.world.lock_thread(id, stage.owner, is_locked).expect("she may");
        stage.world.archive_thread(id, stage.owner, true).expect("she may");
        stage.inbox.event(|kind| *kind == EventKind::Room(RoomChange::Closed)).await;
        sent(&stage, 1, send(&room, "still there?")).await;
        let thread = thread(&stage);
        assert!(!thread.is_archived && !thread.is_locked);
        assert_eq!(heard_of_rooms_before(&stage, "yes").await, [RoomChange::Closed]);
        stage.world.archive_thread(id, stage.owner, true).expect("she may");
        assert_eq!(heard_of_rooms_before(&stage, "bye").await, [RoomChange::Closed, RoomChange::Closed]);
    }
}

#[tokio::test]
async fn a_room_that_the_bot_may_not_open_is_told_as_closed() {
    let (stage, room, id) = with_room(|plan| plan).await;
    let said = sent(&stage, 1, send(&room, "hello")).await.message.expect("it has an id");
    let bot = stage.world.bot();
    stage.world.set_overwrite(stage.channel, bot, true, 0, MANAGE_THREADS).expect("she may");
    for is_archived in [false, true] {
        stage.world.lock_thread(id, stage.owner, true).expect("she may");
        stage.world.archive_thread(id, stage.owner, is_archived).expect("she may");
        let message = MessageRef::Known { place: room.clone(), id: said.clone() };
        let edit = Effect::Edit { message, content: Outgoing::of("goodbye") };
        let author = Author { name: "Bo".to_owned(), avatar_url: None };
        let content = Outgoing::of("hello?").author(author);
        let persona = Effect::Send { to: room.clone().into(), content };
        // A webhook speaks where a thread is locked alone.
        let refused =
            [Some(send(&room, "hello?")), is_archived.then_some(persona), is_archived.then_some(edit)];
        for (number, effect) in (2..).zip(refused.into_iter().flatten()) {
            let error = refusal(&stage, number, effect).await;
            let is_told = matches!(&error, DeliveryError::Closed { why } if why.contains("Manage Threads"));
            assert!(is_told, "{is_archived} {number}: {error:?}");
        }
        assert_eq!(stage.world.history(id).len(), 1, "nothing is said");
    }
    stage.world.archive_thread(id, stage.owner, false).expect("she may");
    let changes = heard_of_rooms_before(&stage, "open").await;
    assert_eq!(changes.first(), Some(&RoomChange::Closed), "{changes:?}");
}

#[tokio::test]
async fn a_channel_that_is_removed_takes_its_rooms_with_it() {
    let (stage, room, _) = with_room(|plan| plan).await;
    let channel = json!({
        "id": stage.channel.to_string(), "guild_id": stage.guild.to_string(), "type": 0, "name": "general",
    });
    stage.world.gateway_dispatch("CHANNEL_DELETE", &channel);
    let removed = stage.inbox.wait_for(|contents| {
        let removed = |event: &&Event| event.kind == EventKind::Room(RoomChange::Removed);
        let events: Vec<_> = contents.events.iter().filter(removed).cloned().collect();
        (events.len() == 2).then_some(events)
    });
    let removed = removed.await;
    assert_eq!(removed.iter().map(|event| &event.place).collect::<Vec<_>>(), [&room, &stage.place()]);
    assert_ne!(removed[0].id, removed[1].id);
    stage.world.delete_channel(stage.channel).expect("it is there");
    let error = refusal(&stage, 1, send(&room, "anybody?")).await;
    assert!(matches!(error, DeliveryError::Gone { .. }), "{error:?}");
}

#[tokio::test]
async fn somebody_who_is_not_there_is_not_let_in_and_the_room_is_not_gone() {
    let (stage, room, _) = with_room(|plan| RoomPlan { is_private: true, ..plan }).await;
    let stranger = stage.world.add_user("stan");
    for account in [stranger, 12_345] {
        let account = Account::new(PLATFORM, account.to_string());
        let error = refusal(&stage, 1, Effect::AddMember { room: room.clone().into(), account }).await;
        assert!(matches!(error, DeliveryError::Unreachable { .. }), "{error:?}");
    }
}

#[tokio::test]
async fn a_server_that_threw_the_bot_out_can_not_be_reached() {
    let (stage, room, _) = with_room(|plan| plan).await;
    stage.world.kick_bot(stage.guild);
    for (number, place) in (1..).zip([stage.place(), room.clone()]) {
        let error = refusal(&stage, number, send(&place, "anybody?")).await;
        assert!(matches!(error, DeliveryError::Unreachable { .. }), "{error:?}");
    }
    let plan = RoomPlan::new(stage.place(), "case-2");
    let error = refusal(&stage, 3, Effect::OpenRoom(plan)).await;
    assert!(matches!(error, DeliveryError::Unreachable { .. }), "{error:?}");
    stage.world.add_bot(stage.guild);
    sent(&stage, 4, send(&room, "back again")).await;
}

#[tokio::test]
async fn what_can_not_be_hidden_is_not_opened_in_private() {
    let stage = Stage::dark(simulated()).await;
    let forum = stage.world.add_forum(stage.guild, "cases", &[]).expect("it is made");
    let news = json!({ "name": "news", "type": 5 });
    let news = stage.world.create_channel(stage.guild, &news).expect("it is made");
    for channel in [forum, news] {
        let within = Place::channel(PLATFORM, channel.to_string()).within(stage.guild.to_string());
        let plan = RoomPlan { is_private: true, ..RoomPlan::new(within, "case-1") };
        let error = refusal(&stage, 0, Effect::OpenRoom(plan)).await;
        assert!(matches!(&error, DeliveryError::Refused { why } if why.contains("hidden")), "{error:?}");
        assert!(stage.world.threads(channel).is_empty());
    }
}
