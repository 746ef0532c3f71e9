//! Closing the loop, told as conversations: who hears what became of what they
//! asked for, where, and what they answer.

#![expect(clippy::expect_used, reason = "a scene that can't be set up fails its test")]

mod any_order;
mod following;
mod going_on;
mod hushed;
mod introductions;
mod linking;
mod pacing;
mod persisted;
mod places;
mod verdicts;

use std::time::Duration;

use fireside_core::{
    Actor, Command, Community, Decision, Delivery, DeliveryOutcome, Effect, Engine, Feature, Invocation,
    OptionKind, Outcome, Outgoing, Place, PlaceRef, Turn, Voice,
};
use fireside_feedback::{Feedback, FeedbackFeature, FeedbackNumber, Standing, Status};
use fireside_testkit::script::{
    ENGLISH, NORTH, Progress, Reply, Row, Script, brand, chat, customer, member, script, staff_home,
};
use serde_json::json;

/// A sentence in another language.
const GERMAN: &str = "feedback-told-planned = #{ $number } „{ $title }“ ist geplant.";

/// A brand on both platforms whose staff work in the north.
struct Scene {
    script: Script,
    staff: Actor,
}

impl Scene {
    fn new() -> Self {
        Self::with(&json!({}))
    }

    /// With settings of the section `feedback`.
    fn with(settings: &serde_json::Value) -> Self {
        Self::in_zone("UTC", settings)
    }

    /// With settings of the section `feedback`, in a time zone.
    fn in_zone(time_zone: &str, settings: &serde_json::Value) -> Self {
        let mut community = Community { time_zone: time_zone.to_owned(), ..brand(NORTH) };
        community.settings.insert("feedback".to_owned(), settings.clone());
        Self::of(community)
    }

    fn of(community: Community) -> Self {
        let engine = Engine::builder()
            .feature(FeedbackFeature)
            .feature(Hand)
            .phrases("en", ENGLISH)
            .phrases("de", GERMAN)
            .build();
        let script = script(engine.expect("the engine can be built"), community);
        Self { script, staff: member(NORTH, "9", "Sam", None) }
    }

    /// Somebody raises an item in a place.
    fn raise(&mut self, actor: &Actor, place: &Place, title: &str) {
        let fields = [("title", title), ("kind", "idea")];
        self.script.submit(actor, place, "feedback", &fields);
    }

    /// Somebody gives their voice to an item, in a place.
    fn back(&mut self, actor: &Actor, place: &Place, number: u64) {
        self.script.command(actor, place, "voice", &number.to_string());
    }

    /// Staff set a status, with a note if there is one; nothing is told yet.
    fn set_status(&mut self, words: &str) {
        let staff = self.staff.clone();
        self.script.command(&staff, &staff_home(NORTH), "feedback", &format!("status {words}"));
    }

    /// Staff set a status, and all who can be are told.
    fn tell(&mut self, words: &str) {
        self.set_status(words);
        self.seconds(1);
    }

    fn seconds(&mut self, seconds: u64) {
        self.script.advance(Duration::from_secs(seconds));
    }

    fn hours(&mut self, hours: u64) {
        self.script.advance(Duration::from_hours(hours));
    }

    /// What somebody reads in private, but for answers to what they said there.
    fn told(&self, actor: &Actor) -> Vec<String> {
        let delivered = |row: &&Row| matches!(row.progress, Progress::Ended(DeliveryOutcome::Delivered(_)));
        let told = self.script.deliveries().iter().filter(delivered).map(|row| &row.delivery);
        let told = told.filter(|delivery| delivery.voice == Voice::Bot);
        let here = told.filter(|delivery| *delivery.effect.destination() == chat(actor));
        here.filter_map(|delivery| Some(delivery.effect.content()?.text.to_plain())).collect()
    }

    /// The hand of fate does something that another part of the feature does.
    fn fate(&mut self, actor: &Actor, place: &Place, words: &str) -> Reply {
        self.script.command(actor, place, "hand", words)
    }

    /// What was said in a place last, as it was asked for.
    fn last_in(&self, place: &Place) -> Outgoing {
        let here = |delivery: &&Delivery| *delivery.effect.destination() == *place;
        let said = self.script.deliveries().iter().rev().map(|row| &row.delivery).find(here);
        said.and_then(|delivery| delivery.effect.content()).cloned().expect("something was said")
    }

    /// How many messages were sent to private chats and places other than where staff work.
    fn messages(&self) -> usize {
        let told = |delivery: &Delivery| match &delivery.effect {
            Effect::Send { to: PlaceRef::At(to), .. } => !to.is_within(&staff_home(NORTH)),
            _ => false,
        };
        self.script.deliveries().iter().filter(|row| told(&row.delivery)).count()
    }
}

/// Somebody in the north.
fn norther(id: u32) -> Actor {
    customer(NORTH, &(100 + id).to_string(), &format!("Nora{id}"))
}

/// Does to items what other parts of the feature do, without their ceremony.
struct Hand;

impl Feature for Hand {
    fn name(&self) -> &'static str {
        "hand"
    }

    fn commands(&self) -> Vec<Command> {
        let command = Command::new("hand", "hand").option("does", "hand", OptionKind::Text, true);
        vec![
            command
                .choices(&[
                    ("words", "hand"),
                    ("withdraw", "hand"),
                    ("merge", "hand"),
                    ("leave", "hand"),
                    ("link", "hand"),
                    ("hush", "hand"),
                    ("unhush", "hand"),
                ])
                .option("number", "hand", OptionKind::Integer, false)
                .option("into", "hand", OptionKind::Integer, false),
        ]
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        let number = |option| {
            let number = invocation.integer(option).and_then(|number| u64::try_from(number).ok());
            FeedbackNumber::new(number.unwrap_or_default())
        };
        let (item, into, person) = (number("number"), number("into"), turn.person()?);
        let voice = turn.get::<fireside_feedback::Voice>(&(item, person.clone()))?;
        match (invocation.text("does"), voice) {
            (Some("words"), Some(mut voice)) => {
                voice.words = Some("It would help me".to_owned());
                turn.put(&voice.path(), &voice)?;
            }
            (Some("leave"), Some(voice)) => {
                turn.delete::<fireside_feedback::Voice>(&voice.path())?;
                turn.increment(&format!("voices {item}"), -1);
                turn.increment(&format!("voices {item} {}", voice.place), -1);
            }
            (Some("hush"), _) => turn.hush(&person)?,
            (Some("unhush"), _) => turn.unhush(&person)?,
            (Some("withdraw"), _) => stand(turn, item, Standing::Withdrawn)?,
            (Some("merge"), _) => stand(turn, item, Standing::Merged(into))?,
            (Some("link"), _) => {
                let (own, other) = (turn.event().actor.account.clone(), customer(NORTH, "1", "Ana").account);
                turn.link(&other, &own)?;
            }
            _ => {}
        }
        Ok(Outcome::Handled)
    }
}

fn stand(
    turn: &mut Turn<'_>,
    number: FeedbackNumber,
    standing: Standing,
) -> Result<(), fireside_core::Interrupt> {
    if let Some(item) = turn.get::<Feedback>(&number)? {
        let status = if standing == Standing::Withdrawn { item.status } else { Status::Duplicate };
        turn.put(&number, &Feedback { standing, status, ..item })?;
    }
    Ok(())
}
