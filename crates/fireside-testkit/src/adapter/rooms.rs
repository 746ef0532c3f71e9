//! Rooms: opened once, written in, closed, and gone.

use fireside_core::event::RoomChange;
use fireside_core::ports::{Adapter, DeliveryError};
use fireside_core::{Capability, Effect, EventKind, Outgoing};

use super::running::{Running, message, send};
use super::{AdapterStage, Call, RichStage, Trouble};

/// A room has the name it was given, and takes words from then on.
pub async fn a_room_is_opened_with_its_name_and_can_be_written_in(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let room = running.open("case-7 login *page*").await;
    let rooms = running.rooms("case-7 login *page*");
    assert_eq!(rooms.iter().map(|seen| &seen.place).collect::<Vec<_>>(), [&room]);
    assert!(rooms[0].is_open);
    let id = running.send(&room, "good morning").await;
    assert_eq!(running.seen(&room, &id).expect("it is shown").text, "good morning");
}

/// A room is closed, and takes words again once it is opened.
pub async fn a_room_is_closed_and_opened_again(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let room = running.open("case-8").await;
    // Each twice: an attempt whose answer was lost is made again.
    for is_open in [false, false, true, true] {
        let change = Effect::SetRoomState { room: room.clone().into(), open: is_open };
        running.deliver(change).await.expect("it is done");
        assert_eq!(running.rooms("case-8")[0].is_open, is_open);
    }
    let id = running.send(&room, "where were we?").await;
    assert!(running.seen(&room, &id).is_some(), "it is shown");
}

/// That somebody closed a room comes in; what is said in it then opens it.
pub async fn a_room_that_somebody_closed_is_told_and_opens_for_words(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let room = running.open("case-12").await;
    stage.close_room(&room);
    let closed = running.inbox.event(|kind| *kind == EventKind::Room(RoomChange::Closed)).await;
    assert_eq!(closed.place, room);
    let id = running.send(&room, "one more thing").await;
    assert!(running.seen(&room, &id).is_some(), "it is shown");
    assert!(running.rooms("case-12")[0].is_open);
}

/// In a room words are answered, changed, pinned and marked, and it is shown
/// that somebody writes.
pub async fn what_staff_need_in_a_room_is_done_there(stage: &impl RichStage) {
    let running = Running::start(stage).await;
    let room = running.open("case-13").await;
    let said = running.send(&room, Outgoing::of("it hums").author("Ana")).await;
    let answer = Outgoing::of("helo").reply_to(Some(message(&room, &said)));
    let answer = running.send(&room, answer).await;
    let edit = Effect::Edit { message: message(&room, &answer), content: Outgoing::of("hello") };
    running.deliver(edit).await.expect("it is changed");
    let seen = running.seen(&room, &answer).expect("it is shown");
    assert_eq!((seen.text.as_str(), seen.reply_to.as_ref()), ("hello", Some(&said)));
    let capabilities = running.adapter.capabilities();
    if capabilities.can(Capability::Pins) {
        let pin = Effect::Pin { message: message(&room, &said), pinned: true };
        running.deliver(pin).await.expect("it is pinned");
        assert!(stage.is_pinned(&room, &said));
    }
    if capabilities.can(Capability::Reactions) {
        let react = Effect::React { message: message(&room, &said), emoji: "👀".to_owned() };
        running.deliver(react).await.expect("it is put there");
        assert_eq!(stage.reactions(&room, &said), ["👀"]);
    }
    if capabilities.can(Capability::Typing) {
        running.deliver(Effect::Type { to: room.clone().into() }).await.expect("it is shown");
        assert!(stage.is_bot_writing(&room));
    }
}

/// An account is let into a room if the adapter says that it can do that;
/// else it is refused, so that a link is given instead.
pub async fn an_account_is_let_in_where_the_platform_allows_it(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let room = running.open("case-9").await;
    let account = stage.customer();
    let added = running.deliver(Effect::AddMember { room: room.into(), account: account.clone() }).await;
    if running.adapter.capabilities().can(Capability::AddsMembers) {
        added.expect("it is let in");
        assert!(running.rooms("case-9")[0].members.contains(&account));
    } else {
        assert!(matches!(added, Err(DeliveryError::Refused { .. })), "{added:?}");
    }
}

/// A room that may have been opened is found again, or opened in a way that
/// does not double it.
pub async fn a_room_whose_opening_got_no_answer_is_not_opened_twice(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let opening = running.delivery(running.opening("case-10").await);
    stage.trouble(Call::OpenRoom, Trouble::AnswerLost);
    let first = running.try_once(&opening).await;
    assert!(matches!(first, Err(DeliveryError::Ambiguous { .. })), "{first:?}");
    let receipt = match running.adapter.reconcile(&opening).await.expect("it looks") {
        Some(found) => found,
        None => running.try_once(&opening).await.expect("it is opened"),
    };
    let rooms = running.rooms("case-10");
    assert_eq!(rooms.len(), 1, "{rooms:?}");
    assert_eq!(receipt.place.as_ref(), Some(&rooms[0].place));
}

/// Words for a room that somebody removed fail for good.
pub async fn words_for_a_room_that_is_gone_are_not_tried_again(stage: &impl AdapterStage) {
    let running = Running::start(stage).await;
    let room = running.open("case-11").await;
    stage.remove_room(&room);
    let sent = running.deliver(send(&room, "anybody here?")).await;
    assert!(matches!(sent, Err(DeliveryError::Gone { .. })), "{sent:?}");
}
