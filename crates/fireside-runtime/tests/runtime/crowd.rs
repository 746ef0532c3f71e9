//! Far more waits for a destination than is held in memory.

use std::time::Duration;

use fireside_core::ports::{DeliveryError, Scope};
use fireside_core::turn::effects::Manner;
use fireside_core::{Delivery, Effect, MessageRef, Outcome, Place, PlaceRef, Receipt, RoomPlan, Turn, Voice};
use fireside_runtime::Runtime;
use fireside_testkit::fake_adapter::{Reply, words};
use fireside_testkit::fake_feature::{FakeFeature, message};
use fireside_testkit::script::{NORTH, staff_home};
use tokio::time::Instant;

use crate::stage::{COMMUNITY, Stage, ben, echo, log, reporting, square};

/// How much is said at once: more than ten times what is in memory.
const CROWD: usize = 700;

fn numbers(count: usize) -> Vec<String> {
    (0..count).map(|number| number.to_string()).collect()
}

fn say_all(turn: &mut Turn<'_>, to: &PlaceRef, manner: impl Fn(usize) -> Manner) {
    for number in 0..CROWD {
        turn.send(to.clone(), number.to_string(), manner(number));
    }
}

/// Says so many things at once on `go`; `claim` withdraws what the bot says.
fn crowding() -> FakeFeature {
    let crowding = FakeFeature::default().on_message(|turn, message| {
        match message.text.to_plain().as_str() {
            "go" => {
                let of = |number: usize| if number.is_multiple_of(2) { Voice::Bot } else { Voice::System };
                let to = turn.event().place.clone().into();
                say_all(turn, &to, |number| Manner::of(of(number)).about("case").tagged("words", number));
            }
            "claim" => turn.withdraw("case", Some(Voice::Bot)),
            _ => {}
        }
        Ok(Outcome::Handled)
    });
    reporting(crowding)
}

async fn say(stage: &Stage, words: &str) {
    stage.north.push(message(&ben(), &square(), words)).await.unwrap().await.unwrap();
}

fn wait(secs: u64) -> Reply {
    let (after, scope) = (Some(Duration::from_secs(secs)), Scope::Destination);
    Reply::Fails(DeliveryError::Retry { after, scope, why: "too many requests".to_owned() })
}

#[tokio::test(start_paused = true)]
async fn a_crowd_is_said_in_order_and_after_a_restart_too() {
    let stage = Stage::set();
    let runtime = stage.start(crowding()).await;
    stage.north.reply_in(&square(), wait(3600));
    say(&stage, "go").await;
    assert_eq!(stage.north.deliveries.next_words().await, "0");
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "outbox"), CROWD);

    let stage = stage.after(Duration::from_secs(1));
    let runtime = stage.start(echo()).await;
    say(&stage, "last").await;
    let said = stage.north.deliveries.words(CROWD + 1).await;
    assert_eq!(said, [numbers(CROWD), vec!["last".to_owned()]].concat());
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "outbox"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_claim_withdraws_what_is_in_the_store_alone() {
    let stage = Stage::set();
    let runtime = stage.start(crowding()).await;
    let gate = stage.north.hold(&square());
    say(&stage, "go").await;
    assert_eq!(stage.north.deliveries.next_words().await, "0");
    say(&stage, "claim").await;
    assert_eq!(runtime.stats().withdrawn, CROWD as u64 / 2 - 1);
    gate.notify_one();
    let said = stage.north.deliveries.words(CROWD + CROWD / 2).await;
    let (reports, said): (Vec<_>, Vec<_>) = said.into_iter().partition(|words| words.contains(':'));
    assert_eq!(reports.iter().filter(|report| report.ends_with("withdrawn")).count(), CROWD / 2 - 1);
    assert_eq!(reports.len(), CROWD);
    let others: Vec<_> = numbers(CROWD).into_iter().skip(1).step_by(2).collect();
    assert_eq!(said, others);
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "outbox"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_crowd_goes_on_when_the_commit_that_withdraws_it_is_not_made() {
    /// So often a decision is made again before its event is set aside.
    const CONFLICTS: usize = 103;
    let stage = Stage::set();
    let _runtime = stage.start(crowding()).await;
    let gate = stage.north.hold(&square());
    say(&stage, "go").await;
    assert_eq!(stage.north.deliveries.next_words().await, "0");
    stage.store.conflict(CONFLICTS);
    say(&stage, "claim").await;
    gate.notify_one();
    let said = stage.north.deliveries.words(2 * CROWD - 1).await;
    let said: Vec<_> = said.into_iter().filter(|words| !words.contains(':')).collect();
    assert_eq!(said, numbers(CROWD)[1..]);
}

#[tokio::test(start_paused = true)]
async fn an_edit_far_behind_what_it_changes_names_its_message() {
    let stage = Stage::set();
    let feature = FakeFeature::default().on_message(|turn, _| {
        let to: PlaceRef = turn.event().place.clone().into();
        let first = turn.send(to.clone(), "draft", Manner::of(Voice::Bot));
        say_all(turn, &to, |_| Manner::of(Voice::Bot));
        let message = MessageRef::Sent { delivery: first, to };
        turn.effect(Effect::Edit { message, content: "final".into() }, Manner::of(Voice::Bot));
        Ok(Outcome::Handled)
    });
    let _runtime = stage.start(feature).await;
    say(&stage, "go").await;
    let mut said = stage.north.deliveries.words(CROWD + 1).await;
    said.remove(0);
    assert_eq!(said, numbers(CROWD));
    let edit = stage.north.deliveries.next().await;
    let Effect::Edit { message, .. } = &edit.effect else { panic!("{edit:?}") };
    assert_eq!(*message, MessageRef::Known { place: square(), id: "m1".into() });
}

/// Opens a room, says a word in its channel and much in the room; what is said
/// later goes into the room as well.
fn opening() -> FakeFeature {
    let opening = FakeFeature::default().on_message(|turn, message| {
        let within = staff_home(NORTH);
        if message.text.to_plain() == "go" {
            let plan = RoomPlan::new(within.clone(), "#1");
            let opened = turn.open_room(plan, Manner::of(Voice::Bot).tagged("room", "room"));
            turn.send(within.clone(), "card", Manner::of(Voice::Bot));
            let room = PlaceRef::Opened { delivery: opened, within };
            say_all(turn, &room, |_| Manner::of(Voice::Bot));
        } else {
            turn.send(room(), "later", Manner::of(Voice::Bot));
        }
        Ok(Outcome::Handled)
    });
    reporting(opening)
}

fn room() -> Place {
    staff_home(NORTH).thread("room-1")
}

/// The room is opened after an hour; from then on its channel is not to be spoken in.
async fn opened() -> (Stage, Runtime) {
    let stage = Stage::set();
    let runtime = stage.start(opening()).await;
    let opened = Receipt { place: Some(room()), ..Receipt::default() };
    for reply in [wait(3600), Reply::Done(opened), wait(7200)] {
        stage.north.reply_in(&staff_home(NORTH), reply);
    }
    (stage, runtime)
}

/// What is said in the room until `done` with a delivery.
async fn said_in_room(stage: &Stage, done: impl Fn(&Delivery) -> bool) -> Vec<String> {
    let mut said = Vec::new();
    loop {
        let delivery = stage.north.deliveries.next().await;
        if *delivery.effect.destination() == room() {
            said.push(words(&delivery));
        }
        if done(&delivery) {
            return said;
        }
    }
}

fn is_report(delivery: &Delivery) -> bool {
    *delivery.effect.destination() == log()
}

fn is_last(delivery: &Delivery) -> bool {
    words(delivery) == "later"
}

#[tokio::test(start_paused = true)]
async fn a_crowd_that_waits_for_a_room_is_said_in_it_before_what_comes_later() {
    let (stage, _runtime) = opened().await;
    say(&stage, "go").await;
    let mut said = said_in_room(&stage, is_report).await;
    let began = Instant::now();
    say(&stage, "later").await;
    said.extend(said_in_room(&stage, is_last).await);
    assert!(began.elapsed() < Duration::from_secs(1), "it does not wait for the channel");
    assert_eq!(said, [numbers(CROWD), vec!["later".to_owned()]].concat());
}

#[tokio::test(start_paused = true)]
async fn a_crowd_that_waits_for_a_room_is_said_in_it_after_a_restart() {
    let (stage, runtime) = opened().await;
    stage.north.reply_in(&room(), wait(3600));
    say(&stage, "go").await;
    said_in_room(&stage, is_report).await;
    runtime.stop().await;
    let stage = stage.after(Duration::from_secs(1));
    stage.north.reply_in(&staff_home(NORTH), wait(3600));
    let _runtime = stage.start(opening()).await;
    let began = Instant::now();
    say(&stage, "later").await;
    let said = said_in_room(&stage, is_last).await;
    assert!(began.elapsed() < Duration::from_secs(1), "it does not wait for the channel");
    assert_eq!(said, [numbers(CROWD), vec!["later".to_owned()]].concat());
}
