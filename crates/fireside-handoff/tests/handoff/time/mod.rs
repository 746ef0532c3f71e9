//! Who is called when, and what happens by itself.
//!
//! Every script begins on Sunday, 15 June 2025, at 15:06:40 UTC.

mod any_order;
mod calling;
mod closing;
mod downtime;
mod duty;
mod hours;
mod persisted;
mod rating;
mod reminders;
mod silence;
mod snoozing;

use std::time::Duration;

use fireside_core::{Community, Effect, Place, PlaceRef, Span, StaffRole};
use fireside_testkit::script::{NORTH, SOUTH, brand};
use serde_json::{Value, json};

use crate::Scene;

/// Customers in the south, staff in the north, with these settings.
fn scene(settings: Value) -> Scene {
    in_community(brand(NORTH), settings)
}

/// The same, with a role of those on duty.
fn with_duty_role() -> Scene {
    let mut community = brand(NORTH);
    community.staff.duty = vec![StaffRole { platform: NORTH.into(), role: "on-call".into() }];
    in_community(community, json!({}))
}

fn in_community(mut community: Community, settings: Value) -> Scene {
    let mut all = json!({ "relay": "all", "place": "here" });
    if let (Value::Object(all), Value::Object(settings)) = (&mut all, settings) {
        all.extend(settings);
    }
    community.settings.insert("handoff".to_owned(), all);
    Scene::in_community(SOUTH, NORTH, community)
}

impl Scene {
    fn mins(&mut self, mins: u64) {
        self.script.advance(Duration::from_mins(mins));
    }

    fn hours(&mut self, hours: u64) {
        self.script.advance(Duration::from_hours(hours));
    }

    /// Ana says something in the group.
    fn ana_says(&mut self, words: &str) {
        self.script.say(&self.ana, &self.group, words);
    }

    /// Sam says something in the room, for Ana to read.
    fn sam_says(&mut self, words: &str) {
        let room = self.room();
        self.script.say(&self.sam, &room, words);
    }

    /// Sam runs a command in the room; gives what is answered.
    fn sam_runs(&mut self, command: &str, words: &str) -> String {
        let room = self.room();
        self.script.command(&self.sam, &room, command, words).text()
    }

    /// Sam or Kim, on duty.
    fn on_duty(&mut self, who: &fireside_core::Actor) {
        self.script.command(who, &self.home.clone(), "duty", "on");
    }

    /// How many things were said in a place, with these words in them.
    fn count(&self, place: &Place, words: &str) -> usize {
        self.script.said_in(place).iter().filter(|said| said.contains(words)).count()
    }

    /// Whom the newest message with these words mentions: people by name, roles
    /// by id.
    fn mentioned(&self, words: &str) -> Vec<String> {
        let said = self.script.deliveries().iter().rev().find_map(|row| match &row.delivery.effect {
            Effect::Send { to: PlaceRef::At(_) | PlaceRef::Opened { .. }, content } => {
                content.text.to_plain().contains(words).then_some(&content.text)
            }
            _ => None,
        });
        let spans = said.map_or(&[][..], |text| text.0.as_slice());
        let mention = |span: &Span| match span {
            Span::Mention { name, .. } => Some(name.clone()),
            Span::RoleMention { role, .. } => Some(role.to_string()),
            _ => None,
        };
        spans.iter().filter_map(mention).collect()
    }
}
