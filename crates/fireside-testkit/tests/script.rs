//! What a script promises its tests.

#![expect(clippy::expect_used, reason = "a scene that can't be set up fails its test")]

use std::time::Duration;

use fireside_core::event::{DelayEvent, TimerEvent};
use fireside_core::timer::Overdue;
use fireside_core::turn::effects::Manner;
use fireside_core::{
    Actor, Decision, DeliveryOutcome, Engine, Feature, Message, Obstacle, Outcome, Turn, Voice,
};
use fireside_testkit::script::{NORTH, Progress, Script, brand, customer, script, square};

/// Says `ding` in the north's square a minute after `set`, unless it hears `stop`.
struct Alarm;

impl Feature for Alarm {
    fn name(&self) -> &'static str {
        "alarm"
    }

    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        match message.text.to_plain().as_str() {
            "set" => turn.set_timer("ring", "1", turn.now() + Duration::from_mins(1), Overdue::Fire)?,
            "often" => {
                for (hours, overdue) in [(1, Overdue::Collapse), (2, Overdue::Skip), (3, Overdue::Collapse)] {
                    let (label, due) = (format!("{overdue:?}"), turn.now() + Duration::from_hours(hours));
                    turn.set_timer(&label, hours, due, overdue)?;
                }
            }
            "stop" => turn.cancel_timer("ring", "1")?,
            _ => {
                let number = turn.next_number("said")?;
                let place = turn.event().place.clone();
                let manner = Manner::of(Voice::Bot).about("count").tagged("count", number).tells_delay();
                turn.send(place, number.to_string(), manner);
            }
        }
        Ok(Outcome::Handled)
    }

    fn on_delay(&self, turn: &mut Turn<'_>, delay: &DelayEvent) -> Decision {
        let words = format!("{} is late", delay.tag.subject);
        turn.send(square(NORTH), words, Manner::of(Voice::System));
        Ok(Outcome::Handled)
    }

    fn on_timer(&self, turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
        turn.withdraw("count", None);
        let what = if timer.missed { "missed" } else { "ding" };
        turn.send(square(NORTH), format!("{what} {}", timer.tag.subject), Manner::of(Voice::Bot));
        Ok(Outcome::Handled)
    }
}

fn alarm() -> (Script, Actor) {
    let engine = Engine::builder().feature(Alarm).build().expect("the engine can be built");
    (script(engine, brand(NORTH)), customer(NORTH, "1", "Ana"))
}

#[test]
fn a_timer_fires_once_when_the_clock_passes_it() {
    let (mut script, ana) = alarm();
    script.say(&ana, &square(NORTH), "set");
    script.advance(Duration::from_millis(59_999));
    assert_eq!(script.said_in(&square(NORTH)), Vec::<String>::new());
    script.advance(Duration::from_millis(1));
    script.advance(Duration::from_hours(1));
    assert_eq!(script.said_in(&square(NORTH)), ["ding 1"]);
}

#[test]
fn a_timer_that_is_set_again_is_moved() {
    let (mut script, ana) = alarm();
    script.say(&ana, &square(NORTH), "set");
    script.advance(Duration::from_secs(30));
    script.say(&ana, &square(NORTH), "set");
    script.advance(Duration::from_secs(30));
    assert_eq!(script.said_in(&square(NORTH)), Vec::<String>::new());
    script.advance(Duration::from_secs(30));
    assert_eq!(script.said_in(&square(NORTH)), ["ding 1"]);
}

#[test]
fn a_cancelled_timer_does_not_fire() {
    let (mut script, ana) = alarm();
    script.say(&ana, &square(NORTH), "set");
    script.say(&ana, &square(NORTH), "stop");
    script.advance(Duration::from_hours(1));
    assert_eq!(script.said_in(&square(NORTH)), Vec::<String>::new());
}

#[test]
fn after_days_down_each_overdue_timer_does_what_it_declared_in_order() {
    let (mut script, ana) = alarm();
    script.say(&ana, &square(NORTH), "often");
    script.say(&ana, &square(NORTH), "set");
    script.sleep_through(Duration::from_hours(72));
    assert_eq!(script.said_in(&square(NORTH)), ["ding 1", "missed 2", "ding 3"]);
    script.advance(Duration::from_hours(1));
    assert_eq!(script.said_in(&square(NORTH)).len(), 3, "each is done with");
}

#[test]
fn held_deliveries_are_shown_when_they_are_done_and_can_be_withdrawn_before() {
    let (mut script, ana) = alarm();
    script.say(&ana, &square(NORTH), "count");
    script.say(&ana, &square(NORTH), "set");
    script.hold_deliveries();
    script.say(&ana, &square(NORTH), "count");
    assert_eq!(script.said_in(&square(NORTH)), ["1"]);
    script.advance(Duration::from_mins(1));
    script.deliver_all();
    assert_eq!(script.said_in(&square(NORTH)), ["1", "ding 1"]);
    assert_eq!(script.deliveries()[1].progress, Progress::Ended(DeliveryOutcome::Withdrawn));
}

#[test]
fn what_is_held_tells_its_delay_once_and_what_is_done_tells_none() {
    let (mut script, ana) = alarm();
    script.say(&ana, &square(NORTH), "count");
    script.hold_deliveries();
    script.say(&ana, &square(NORTH), "count");
    script.tell_delays();
    script.tell_delays();
    assert_eq!(script.said_in(&square(NORTH)), ["1"]);
    script.deliver_all();
    script.tell_delays();
    assert_eq!(script.said_in(&square(NORTH)), ["1", "2", "2 is late"]);
}

#[test]
fn what_a_platform_refuses_is_shown_nowhere() {
    let (mut script, ana) = alarm();
    script.refuse(&square(NORTH), "the bot was removed");
    script.say(&ana, &square(NORTH), "count");
    assert_eq!(script.said_in(&square(NORTH)), Vec::<String>::new());
    let why = "the bot was removed".to_owned();
    let ended = Progress::Ended(DeliveryOutcome::Undeliverable { obstacle: Obstacle::Refused, why });
    assert_eq!(script.deliveries()[0].progress, ended);
}
