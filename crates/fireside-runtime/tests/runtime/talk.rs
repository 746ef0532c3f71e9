//! What was said around a message is known where a feature asks for it.

use std::time::Duration;

use fireside_core::event::{Reaction, ReactionChange};
use fireside_core::key::Key;
use fireside_core::ports::{Batch, Store, Write};
use fireside_core::record::{self, Record};
use fireside_core::talk::Talk;
use fireside_core::turn::effects::Manner;
use fireside_core::{Actor, Clock, Event, EventKind, Message, Outcome, Place, Voice};
use fireside_testkit::fake_feature::{FakeFeature, event, message};
use fireside_testkit::script::{NORTH, chat};

use crate::stage::{COMMUNITY, Stage, ana, ben, log, square};

/// Says in [`log`] what was said around a message that gets a reaction.
fn listener() -> FakeFeature {
    FakeFeature::default().hearing_talk().on_event(|turn, event| {
        if let EventKind::Reaction(reaction) = &event.kind {
            let heard = turn.heard(&event.place);
            let lines = heard.iter().map(|heard| {
                let mark = if heard.is(&reaction.message) { "*" } else { "" };
                format!("{mark}{}: {}", heard.actor.name, heard.message.text.to_plain())
            });
            let lines = lines.collect::<Vec<_>>().join("\n");
            let line = format!("{}\n{lines}", event.place);
            turn.send(log(), line, Manner::of(Voice::System));
        }
        Ok(Outcome::Handled)
    })
}

/// Somebody says something now, in a message of this id.
fn said(stage: &Stage, actor: &Actor, place: &Place, id: &str, words: &str) -> Event {
    let message = Message { id: Some(id.into()), ..Message::of(words) };
    Event { at: stage.clock.now(), ..event(id, actor, place, EventKind::Message(message)) }
}

fn reaction(id: &str, place: &Place, message: &str) -> Event {
    let reaction =
        Reaction { message: message.into(), emoji: "💡".to_owned(), change: ReactionChange::Added };
    event(id, &ben(), place, EventKind::Reaction(reaction))
}

impl Stage {
    async fn happens(&self, event: Event) {
        self.north.push(event).await.unwrap().await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_reaction_finds_its_message_among_its_neighbours() {
    let stage = Stage::set();
    let runtime = stage.start(listener()).await;
    stage.happens(said(&stage, &ana(), &square(), "m1", "it is slow")).await;
    stage.happens(said(&stage, &ben(), &square(), "m2", "what is?")).await;
    stage.happens(said(&stage, &ana(), &chat(&ana()), "m3", "a secret")).await;
    stage.happens(reaction("r1", &square(), "m1")).await;
    let told = stage.north.deliveries.next_words().await;
    assert_eq!(told, format!("{}\n*Ana: it is slow\nBen: what is?", square()));
    runtime.stop().await;
}

#[tokio::test(start_paused = true)]
async fn a_reaction_told_without_its_thread_is_in_the_thread_of_its_message() {
    let stage = Stage::set();
    let _runtime = stage.start(listener()).await;
    let thread = square().thread("t1");
    stage.happens(said(&stage, &ana(), &square(), "m1", "outside")).await;
    stage.happens(said(&stage, &ana(), &thread, "m2", "inside")).await;
    stage.happens(reaction("r1", &square(), "m2")).await;
    assert_eq!(stage.north.deliveries.next_words().await, format!("{thread}\n*Ana: inside"));
    stage.happens(reaction("r2", &square(), "unknown")).await;
    assert_eq!(stage.north.deliveries.next_words().await, format!("{}\nAna: outside", square()));
}

#[tokio::test(start_paused = true)]
async fn talk_costs_no_commit_and_outlives_a_restart() {
    let stage = Stage::set();
    let runtime = stage.start(listener()).await;
    for number in 0..100 {
        stage.happens(said(&stage, &ana(), &square(), &format!("m{number}"), "hello")).await;
    }
    assert_eq!(stage.store.count(COMMUNITY, "talk"), 0);
    assert_eq!(runtime.stats().committed, 0);
    tokio::time::sleep(Duration::from_secs(6)).await;
    assert_eq!(stage.store.count(COMMUNITY, "talk"), 1, "one row a place");
    stage.happens(said(&stage, &ben(), &square(), "last", "the last words")).await;
    runtime.stop().await;

    let stage = stage.after(Duration::from_hours(1));
    let _runtime = stage.start(listener()).await;
    stage.happens(reaction("r1", &square(), "last")).await;
    let told = stage.north.deliveries.next_words().await;
    assert!(told.ends_with("\nAna: hello\n*Ben: the last words"), "{told}");
}

#[tokio::test(start_paused = true)]
async fn talk_is_forgotten_after_a_day() {
    let stage = Stage::set();
    let runtime = stage.start(listener()).await;
    stage.happens(said(&stage, &ana(), &square(), "old", "old words")).await;
    tokio::time::sleep(Duration::from_hours(23)).await;
    let other = square().thread("t1");
    stage.happens(said(&stage, &ana(), &square(), "new", "new words")).await;
    stage.happens(said(&stage, &ana(), &other, "m1", "hello")).await;
    tokio::time::sleep(Duration::from_mins(90)).await;
    stage.happens(reaction("r1", &square(), "old")).await;
    assert_eq!(stage.north.deliveries.next_words().await, format!("{}\nAna: new words", square()));
    assert_eq!(stage.store.count(COMMUNITY, "talk"), 2);
    tokio::time::sleep(Duration::from_hours(24)).await;
    assert_eq!(stage.store.count(COMMUNITY, "talk"), 0);
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "talk"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_row_of_a_place_where_all_was_removed_is_swept_away() {
    let stage = Stage::set();
    let row = Key::new(&COMMUNITY.into(), Talk::COLLECTION, &square());
    let writes = vec![Write::Put(row, record::encode(&Talk::of(square())).unwrap())];
    stage.store.commit(Batch { writes, ..Batch::default() }).await.unwrap();
    let _runtime = stage.start(listener()).await;
    tokio::time::sleep(Duration::from_mins(90)).await;
    assert_eq!(stage.store.count(COMMUNITY, "talk"), 0);
}

#[tokio::test(start_paused = true)]
async fn where_no_feature_asks_nothing_is_remembered() {
    let stage = Stage::set();
    let runtime = stage.start(FakeFeature::default()).await;
    stage.happens(message(&ana(), &Place::channel(NORTH, "square"), "hello")).await;
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "talk"), 0);

    // Nor is what was remembered while one did, longer than a day.
    let stage = Stage::set();
    let runtime = stage.start(listener()).await;
    stage.happens(said(&stage, &ana(), &square(), "m1", "hello")).await;
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "talk"), 1);
    let stage = stage.after(Duration::from_hours(24));
    let _runtime = stage.start(FakeFeature::default()).await;
    tokio::time::sleep(Duration::from_hours(2)).await;
    assert_eq!(stage.store.count(COMMUNITY, "talk"), 0);
}
