//! Handoff, told as conversations.

#![expect(clippy::expect_used, reason = "a scene that can't be set up fails its test")]

mod answers;
mod any_order;
mod any_words;
mod calling;
mod cards;
mod corrections;
mod customers;
mod desk;
mod faults;
mod figures;
mod forgetting;
mod helping;
mod lanes;
mod lines;
mod linking;
mod mirrors;
mod parking;
mod persisted;
mod places;
mod posts;
mod relaying;
mod rooms;
mod shown;
mod slips;
mod staff;
mod status;
mod story;
mod time;
mod transcripts;
mod truth;
mod typing;
mod watchers;
mod whatever_happens;

use fireside_core::{Actor, Community, Engine, Feature, Interrupt, PersonId, Place, Text, Turn};
use fireside_handoff::{Case, CaseNumber, Handoff};
use fireside_testkit::script::{ENGLISH, Reply, Script, brand, customer, member, script, square, staff_home};
use serde_json::json;

/// Ana, a customer in the group of one platform; Sam and Kim, staff on another.
struct Scene {
    script: Script,
    ana: Actor,
    sam: Actor,
    kim: Actor,
    group: Place,
    home: Place,
}

impl Scene {
    fn new(customers: &str, staff: &str) -> Self {
        Self::with(customers, staff, &json!({ "relay": "all", "place": "here" }))
    }

    /// As [`Scene::new`], with these settings instead.
    fn with(customers: &str, staff: &str, settings: &serde_json::Value) -> Self {
        let mut community = brand(staff);
        community.settings.insert("handoff".to_owned(), settings.clone());
        Self::in_community(customers, staff, community)
    }

    fn in_community(customers: &str, staff: &str, community: Community) -> Self {
        let engine = Engine::builder()
            .feature(Handoff)
            .feature(Notebook)
            .feature(calling::Desk)
            .phrases("en", ENGLISH)
            .build();
        Self {
            script: script(engine.expect("the engine can be built"), community),
            ana: customer(customers, "1", "Ana"),
            sam: member(staff, "8", "Sam", None),
            kim: member(staff, "9", "Kim", None),
            group: square(customers),
            home: staff_home(staff),
        }
    }

    /// Ana calls a human.
    fn call(&mut self, words: &str) -> Reply {
        self.script.command(&self.ana, &self.group, "human", words)
    }

    /// The room that was opened last.
    fn room(&self) -> Place {
        self.script.rooms_in(&self.home).pop().expect("a room was opened")
    }

    /// Ana calls a human, Sam takes the case on; gives the room.
    fn under_way(&mut self) -> Place {
        self.call("The lid is stuck");
        let room = self.room();
        self.script.command(&self.sam, &room, "claim", "");
        room
    }

    fn case(&self, number: u64) -> Case {
        self.script.record(&CaseNumber::new(number)).expect("the case is kept")
    }

    fn last_in(&self, place: &Place) -> String {
        self.script.said_in(place).pop().unwrap_or_default()
    }
}

/// Another feature, with something to say on the card.
struct Notebook;

impl Feature for Notebook {
    fn name(&self) -> &'static str {
        "notebook"
    }

    fn panel(&self, _turn: &mut Turn<'_>, person: &PersonId) -> Result<Option<Text>, Interrupt> {
        Ok(Some(Text::plain(format!("Noted about {person}"))))
    }
}
