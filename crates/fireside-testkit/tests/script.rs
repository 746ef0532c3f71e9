//! What a script promises its tests.

#![expect(clippy::expect_used, reason = "a scene that can't be set up fails its test")]

use std::time::Duration;

use fireside_core::event::TimerEvent;
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
            "stop" => turn.cancel_timer("ring", "1")?,
            _ => {
                let number = turn.next_number("said")?;
                let place = turn.event().place.clone();
                turn.send(place, number.to_string(), Manner::of(Voice::Bot).about("count"));
            }
        }
        Ok(Outcome::Handled)
    }

    fn on_timer(&self, turn: &mut Turn<'_>, timer: &TimerEvent) -> Decision {
        turn.withdraw("count", None);
        turn.send(square(NORTH), format!("ding {}", timer.tag.subject), Manner::of(Voice::Bot));
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
fn what_a_platform_refuses_is_shown_nowhere() {
    let (mut script, ana) = alarm();
    script.refuse(&square(NORTH), "the bot was removed");
    script.say(&ana, &square(NORTH), "count");
    assert_eq!(script.said_in(&square(NORTH)), Vec::<String>::new());
    let why = "the bot was removed".to_owned();
    let ended = Progress::Ended(DeliveryOutcome::Undeliverable { obstacle: Obstacle::Refused, why });
    assert_eq!(script.deliveries()[0].progress, ended);
}
