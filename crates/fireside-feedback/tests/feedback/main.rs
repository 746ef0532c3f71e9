//! Feedback capture, told as conversations.

#![expect(clippy::expect_used, reason = "a scene that can't be set up fails its test")]

mod forms;
mod persisted;
mod questions;
mod sentences;
mod staff;

use fireside_core::{Actor, Command, Decision, Engine, Feature, Invocation, Outcome, Place, Text, Turn};
use fireside_feedback::{Capture, Feedback, FeedbackNumber};
use fireside_testkit::script::{ENGLISH, NORTH, Script, brand, customer, script, square};

/// Ana in the group of a platform; staff work in the north.
struct Scene {
    script: Script,
    ana: Actor,
    group: Place,
}

impl Scene {
    fn on(platform: &str) -> Self {
        let engine = Engine::builder().feature(Capture).feature(Card).phrases("en", ENGLISH).build();
        Self {
            script: script(engine.expect("the engine can be built"), brand(NORTH)),
            ana: customer(platform, "1", "Ana"),
            group: square(platform),
        }
    }

    fn item(&self, number: u64) -> Option<Feedback> {
        self.script.record(&FeedbackNumber::new(number))
    }
}

/// Another feature, whose card shows the panels of the one who asks.
struct Card;

impl Feature for Card {
    fn name(&self) -> &'static str {
        "card"
    }

    fn commands(&self) -> Vec<Command> {
        vec![Command::new("card", "card")]
    }

    fn on_command(&self, turn: &mut Turn<'_>, _invocation: &Invocation) -> Decision {
        let person = turn.person()?;
        let panels = turn.panels(&person)?;
        turn.answer(panels.into_iter().fold(Text::plain("Card"), Text::line));
        Ok(Outcome::Handled)
    }
}
