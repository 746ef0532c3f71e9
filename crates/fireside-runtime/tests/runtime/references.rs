//! Deliveries that refer to what earlier ones make.

use fireside_core::ports::DeliveryError;
use fireside_core::turn::effects::Manner;
use fireside_core::{Delivery, Effect, MessageRef, Outcome, PlaceRef, RoomPlan, Voice};
use fireside_testkit::fake_adapter::{Reply, words};
use fireside_testkit::fake_feature::{FakeFeature, message};
use fireside_testkit::script::{NORTH, staff_home};

use crate::stage::{Stage, ana, log, reporting, square};

fn bot() -> Manner {
    Manner::of(Voice::Bot)
}

#[tokio::test(start_paused = true)]
async fn an_edit_waits_for_its_send_and_names_its_message() {
    let stage = Stage::set();
    let feature = FakeFeature::default().on_message(|turn, _| {
        let place = turn.event().place.clone();
        let delivery = turn.send(place.clone(), "draft", bot());
        let message = MessageRef::Sent { delivery, to: place.into() };
        turn.effect(Effect::Edit { message, content: "final".into() }, bot());
        Ok(Outcome::Handled)
    });
    let _runtime = stage.start(feature).await;
    let gate = stage.north.hold(&square());
    stage.north.push(message(&ana(), &square(), "go")).await.unwrap().await.unwrap();
    assert_eq!(stage.north.deliveries.next_words().await, "draft");
    assert_eq!(stage.north.deliveries.so_far().await, [""; 0]);
    gate.notify_one();
    let edit = stage.north.deliveries.next().await;
    let Effect::Edit { message, .. } = &edit.effect else { panic!("{edit:?}") };
    assert_eq!(*message, MessageRef::Known { place: square(), id: "held".into() });
}

/// Opens a room, says two things in it and edits the first.
fn opening() -> FakeFeature {
    let opening = FakeFeature::default().on_message(|turn, _| {
        let within = staff_home(NORTH);
        let opened = turn.open_room(RoomPlan::new(within.clone(), "#1"), bot().tagged("room", "room"));
        let room = PlaceRef::Opened { delivery: opened, within: within.clone() };
        let first = turn.send(room.clone(), "first", bot().tagged("words", "first"));
        turn.send(room.clone(), "second", bot().tagged("words", "second"));
        let message = MessageRef::Sent { delivery: first, to: room };
        turn.effect(Effect::Edit { message, content: "first, mended".into() }, bot());
        turn.send(within, "behind", bot());
        Ok(Outcome::Handled)
    });
    reporting(opening)
}

fn said(delivery: &Delivery) -> (String, String) {
    (delivery.effect.destination().to_string(), words(delivery))
}

#[tokio::test(start_paused = true)]
async fn what_waits_for_a_room_is_said_in_it_in_order() {
    let stage = Stage::set();
    let _runtime = stage.start(opening()).await;
    stage.north.push(message(&ana(), &square(), "go")).await.unwrap().await.unwrap();
    let mut all = Vec::new();
    for _ in 0..8 {
        all.push(said(&stage.north.deliveries.next().await));
    }
    let room: Vec<_> =
        all.iter().filter(|(place, _)| place.contains("/room")).map(|(_, words)| words.as_str()).collect();
    assert_eq!(room, ["first", "second", "first, mended"], "{all:?}");
    let reports: Vec<_> = all.iter().filter(|(place, _)| *place == log().to_string()).collect();
    assert_eq!(reports.len(), 3, "{all:?}");
}

#[tokio::test(start_paused = true)]
async fn what_waits_for_a_room_fails_with_it() {
    let stage = Stage::set();
    let runtime = stage.start(opening()).await;
    let refused = DeliveryError::Refused { why: "no rooms here".to_owned() };
    stage.north.reply(Reply::Fails(refused));
    stage.north.push(message(&ana(), &square(), "go")).await.unwrap().await.unwrap();
    let mut all = stage.north.deliveries.words(5).await;
    all.sort();
    let failed = "what it belongs to failed: no rooms here";
    let expected = [
        String::new(),
        "behind".to_owned(),
        format!("first: {failed}"),
        "room: no rooms here".to_owned(),
        format!("second: {failed}"),
    ];
    assert_eq!(all, expected);
    assert_eq!(runtime.stats().undeliverable, 4);
}
