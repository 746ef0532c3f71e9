//! Timers, over time and over downtime; and the sweep, which time drives too.

use std::time::Duration;

use fireside_core::timer::Overdue;
use fireside_core::turn::effects::Manner;
use fireside_core::{Outcome, Voice};
use fireside_testkit::fake_feature::{FakeFeature, message};
use tokio::time::Instant;

use crate::stage::{COMMUNITY, Stage, ana, echo, square};

/// `set KIND NAME SECS` sets a timer, `cancel KIND NAME` cancels it; one that
/// fires says its name in the square.
fn timing() -> FakeFeature {
    let timing = FakeFeature::default().on_message(|turn, message| {
        let words = message.text.to_plain();
        let words: Vec<_> = words.split(' ').collect();
        match words[..] {
            ["set", kind, name, secs] => {
                let overdue = match kind {
                    "skip" => Overdue::Skip,
                    "collapse" => Overdue::Collapse,
                    _ => Overdue::Fire,
                };
                let due = turn.now() + Duration::from_secs(secs.parse().unwrap());
                turn.set_timer(kind, name, due, overdue)?;
            }
            ["cancel", kind, name] => turn.cancel_timer(kind, name)?,
            _ => {}
        }
        Ok(Outcome::Handled)
    });
    timing.on_timer(|turn, timer| {
        let missed = if timer.missed { " missed" } else { "" };
        turn.send(square(), format!("{}{missed}", timer.tag.subject), Manner::of(Voice::Bot));
        Ok(Outcome::Handled)
    })
}

async fn tell(stage: &Stage, words: &[&str]) {
    for words in words {
        stage.north.push(message(&ana(), &square(), words)).await.unwrap().await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn timers_fire_once_and_in_the_order_in_which_they_are_due() {
    let stage = Stage::set();
    let runtime = stage.start(timing()).await;
    let began = Instant::now();
    tell(&stage, &["set fire b 20", "set fire a 10", "set fire c 100"]).await;
    assert_eq!(stage.north.deliveries.words(2).await, ["a", "b"]);
    assert!((20..22).contains(&began.elapsed().as_secs()), "{:?}", began.elapsed());
    assert_eq!(stage.north.deliveries.next_words().await, "c");
    tokio::time::sleep(Duration::from_hours(1)).await;
    assert_eq!(stage.north.deliveries.so_far().await, [""; 0]);
    assert_eq!(runtime.stats().timers, 3);
    assert_eq!(stage.store.count(COMMUNITY, "timer"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_moved_timer_fires_at_its_new_time_and_a_cancelled_one_never() {
    let stage = Stage::set();
    let _runtime = stage.start(timing()).await;
    let began = Instant::now();
    tell(&stage, &["set fire a 10", "set fire b 15", "set fire a 3600"]).await;
    tell(&stage, &["cancel fire b"]).await;
    assert_eq!(stage.north.deliveries.next_words().await, "a");
    assert!((3600..3602).contains(&began.elapsed().as_secs()), "{:?}", began.elapsed());
    tokio::time::sleep(Duration::from_hours(2)).await;
    assert_eq!(stage.north.deliveries.so_far().await, [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn after_downtime_each_timer_does_what_it_declared_and_only_once() {
    let stage = Stage::set();
    let runtime = stage.start(timing()).await;
    tell(&stage, &["set collapse c1 60", "set collapse c2 120", "set collapse c3 180"]).await;
    tell(&stage, &["set fire f1 90", "set fire f2 100", "set skip s 150"]).await;
    runtime.stop().await;

    let stage = stage.after(Duration::from_hours(72));
    let runtime = stage.start(timing()).await;
    assert_eq!(stage.north.deliveries.words(4).await, ["f1", "f2", "s missed", "c3"]);
    runtime.stop().await;
    assert_eq!(stage.store.count(COMMUNITY, "timer"), 0);

    let stage = stage.after(Duration::from_hours(1));
    let _runtime = stage.start(timing()).await;
    tokio::time::sleep(Duration::from_hours(1)).await;
    assert_eq!(stage.north.deliveries.so_far().await, [""; 0], "fired again");
}

#[tokio::test(start_paused = true)]
async fn marks_of_seen_events_are_kept_a_week_and_then_swept() {
    let stage = Stage::set();
    let runtime = stage.start(echo()).await;
    let day = Duration::from_hours(24);
    tell(&stage, &["first"]).await;
    tokio::time::sleep(day * 4).await;
    tell(&stage, &["second"]).await;
    tokio::time::sleep(day * 2).await;
    assert_eq!(stage.store.count(COMMUNITY, "seen"), 2);
    tokio::time::sleep(day * 2).await;
    assert_eq!(stage.store.count(COMMUNITY, "seen"), 1);
    tell(&stage, &["second"]).await;
    assert_eq!(runtime.stats().duplicates, 1);
}
