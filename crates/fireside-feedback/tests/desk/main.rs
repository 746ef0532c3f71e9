//! The desk: items' cards, and what staff do with items.

#![expect(clippy::expect_used, reason = "a scene that can't be set up fails its test")]

mod any_order;
mod card;
mod changes;
mod copies;
mod lists;
mod merges;
mod persisted;
mod software;
mod trouble;

use std::time::Duration;

use fireside_core::{Actor, Community, Engine, Place, Settings as _};
use fireside_feedback::{Feedback, FeedbackFeature, FeedbackNumber, PLACE, Settings};
use fireside_testkit::script::{
    ENGLISH, NORTH, Reply, SOUTH, Script, brand, customer, member, script, square, staff_home,
};

/// As long as a card takes at most to show what has changed.
const SOON: Duration = Duration::from_secs(2);

/// Ana raises items in the north; Sam looks after them. Staff work on one
/// platform, and cards are put up in a public channel of it.
struct Scene {
    script: Script,
    ana: Actor,
    sam: Actor,
    /// Where cards are put up.
    room: Place,
    /// Where staff work.
    home: Place,
    raised: u64,
}

impl Scene {
    fn on(platform: &str) -> Self {
        Self::with(platform, |_| {})
    }

    fn with(platform: &str, set: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = Settings::default();
        set(&mut settings);
        let mut community = brand(platform);
        community.places.insert(PLACE.to_owned(), square(platform));
        let section = serde_json::to_value(&settings).expect("settings are JSON");
        community.settings.insert(Settings::SECTION.to_owned(), section);
        Self::of(platform, community)
    }

    fn of(platform: &str, community: Community) -> Self {
        let engine = Engine::builder().feature(FeedbackFeature).phrases("en", ENGLISH).build();
        Self {
            script: script(engine.expect("the engine can be built"), community),
            ana: customer(NORTH, "1", "Ana"),
            sam: member(platform, "9", "Sam", None),
            room: square(platform),
            home: staff_home(platform),
            raised: 0,
        }
    }

    /// Ana raises an idea in the northern square.
    fn raise(&mut self, title: &str) -> u64 {
        self.raise_as("idea", title, "")
    }

    fn raise_as(&mut self, kind: &str, title: &str, details: &str) -> u64 {
        self.raised += 1;
        let ana = customer(NORTH, &format!("author{}", self.raised), "Ana");
        let fields = [("title", title), ("kind", kind), ("details", details)];
        self.script.submit(&ana, &square(NORTH), "feedback", &fields);
        let is_there = |scene: &Self| scene.script.record::<Feedback>(&FeedbackNumber::new(scene.raised));
        if is_there(self).is_none() {
            // It is like another one.
            self.script.press(&ana, &square(NORTH), "No, it's new");
        }
        self.raised
    }

    /// Somebody in the northern square backs an item.
    fn back(&mut self, number: u64, who: &str) {
        let customer = customer(NORTH, who, who);
        self.script.command(&customer, &square(NORTH), "voice", &number.to_string());
    }

    /// Sam says something to `/feedback` where staff work.
    fn staff(&mut self, words: &str) -> Reply {
        let (sam, home) = (self.sam.clone(), self.home.clone());
        self.script.command(&sam, &home, "feedback", words)
    }

    fn item(&self, number: u64) -> Feedback {
        self.script.record(&FeedbackNumber::new(number)).expect("the item is there")
    }

    /// The rooms that were opened for cards, in order.
    fn rooms(&self) -> Vec<Place> {
        self.script.rooms_in(&self.room)
    }

    /// What the card of the newest room says.
    fn card(&self) -> String {
        let room = self.rooms().pop().expect("a card is up");
        self.script.said_in(&room).first().cloned().unwrap_or_default()
    }

    fn soon(&mut self) {
        self.script.advance(SOON);
    }

    fn minutes(&mut self, minutes: u64) {
        self.script.advance(Duration::from_mins(minutes));
    }
}

/// Both platforms: one with posts that have tags, one without.
const PLATFORMS: [&str; 2] = [NORTH, SOUTH];
