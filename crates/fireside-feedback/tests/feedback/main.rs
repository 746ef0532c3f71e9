//! Feedback from customers, told as conversations.

#![expect(clippy::expect_used, reason = "a scene that can't be set up fails its test")]

mod bad_input;
mod forms;
mod linking;
mod messages;
mod mine;
mod persisted;
mod questions;
mod reactions;
mod similar;
mod staff;
mod voices;

use fireside_core::command::Target;
use fireside_core::event::{Reaction, ReactionChange};
use fireside_core::{
    Account, Actor, Command, Community, Decision, Engine, EventKind, Feature, Interrupt, Invocation, Message,
    OptionKind, Outcome, Place, Text, Turn,
};
use fireside_feedback::{Feedback, FeedbackFeature, FeedbackNumber, Standing, Status, Voice};
use fireside_testkit::script::{
    ENGLISH, NORTH, Reply, SOUTH, Script, brand, customer, member, script, square,
};

/// Ana in the group of a platform; staff work in the north.
struct Scene {
    script: Script,
    ana: Actor,
    ben: Actor,
    /// One of the staff.
    sam: Actor,
    group: Place,
}

impl Scene {
    fn on(platform: &str) -> Self {
        Self::of(platform, brand(NORTH))
    }

    /// A scene in a community of its own.
    fn of(platform: &str, community: Community) -> Self {
        let engine = Engine::builder().feature(FeedbackFeature).feature(Desk).phrases("en", ENGLISH).build();
        Self {
            script: script(engine.expect("the engine can be built"), community),
            ana: customer(platform, "1", "Ana"),
            ben: customer(platform, "2", "Ben"),
            sam: member(platform, "3", "Sam", None),
            group: square(platform),
        }
    }

    fn item(&self, number: u64) -> Option<Feedback> {
        self.script.record(&FeedbackNumber::new(number))
    }

    /// What the item of this number says.
    fn title(&self, number: u64) -> String {
        self.item(number).map(|item| item.title).unwrap_or_default()
    }

    fn voice(&self, number: u64, actor: &Actor) -> Option<Voice> {
        self.script.record(&(FeedbackNumber::new(number), actor.account.person()))
    }

    /// Something happens behind the scene, by somebody.
    fn stage(&mut self, actor: &Actor, words: &str) -> String {
        let place = square(actor.account.platform.as_str());
        self.script.command(actor, &place, "stage", words).text()
    }

    /// How many voices an item has.
    fn voices(&mut self, number: u64) -> String {
        let sam = self.sam.clone();
        self.stage(&sam, &format!("count voices {number}"))
    }

    /// Somebody sends the form in, where forms are dialogs.
    fn send_in(&mut self, actor: &Actor, title: &str) -> Reply {
        self.script.submit(actor, &self.group, "feedback", &[("title", title), ("kind", "idea")])
    }

    /// Somebody says something, which the platform calls `id`.
    fn says(&mut self, actor: &Actor, id: &str, words: &str) -> Message {
        let message = Message { id: Some(id.into()), ..Message::of(words) };
        self.script.post(actor, &self.group, message.clone());
        message
    }

    /// Somebody captures a message, by its menu or by a reply.
    fn capture(&mut self, actor: &Actor, author: &Actor, message: &Message) -> Reply {
        self.script.run(actor, &self.group, on_message(author, message))
    }

    fn reacts(&mut self, actor: &Actor, id: &str, emoji: &str, change: ReactionChange) -> Reply {
        let reaction = Reaction { message: id.into(), emoji: emoji.to_owned(), change };
        self.script.act(actor, &self.group, EventKind::Reaction(reaction))
    }
}

/// `/feedback`, run on a message.
fn on_message(author: &Actor, message: &Message) -> Invocation {
    let target = Target::Message { author: author.clone(), message: message.clone() };
    Invocation { target: Some(Box::new(target)), ..Invocation::of("feedback") }
}

/// Another feature: its card shows the panels of the one who asks, it links
/// Ana's account in the north with her other one in the south, and it looks
/// behind the scene and changes what is there.
struct Desk;

impl Feature for Desk {
    fn name(&self) -> &'static str {
        "desk"
    }

    fn commands(&self) -> Vec<Command> {
        let stage = Command::new("stage", "stage").option("text", "text", OptionKind::Text, true);
        vec![Command::new("card", "card"), Command::new("link", "link"), stage]
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        let person = turn.person()?;
        let said = match invocation.name.as_str() {
            "link" => {
                turn.link(&Account::new(NORTH, "1"), &Account::new(SOUTH, "9"))?;
                Text::default()
            }
            "card" => turn.panels(&person)?.into_iter().fold(Text::plain("Card"), Text::line),
            _ => behind_the_scene(turn, invocation.text("text").unwrap_or_default())?.into(),
        };
        turn.answer(said);
        Ok(Outcome::Handled)
    }
}

/// `merge 1 2`, `status 1 shipped`, `copies 450` of the actor's voice for the
/// first item, `count voices 1`.
fn behind_the_scene(turn: &mut Turn<'_>, words: &str) -> Result<String, Interrupt> {
    let (what, rest) = words.split_once(' ').unwrap_or_default();
    let (first, last) = rest.split_once(' ').unwrap_or(("1", rest));
    let number = FeedbackNumber::new(first.parse().unwrap_or(1));
    match what {
        "merge" | "status" => {
            let mut item = turn.get::<Feedback>(&number)?.expect("the item is there");
            match Status::parse(last) {
                Some(status) => item.status = status,
                None => item.standing = Standing::Merged(FeedbackNumber::new(last.parse().unwrap_or(2))),
            }
            turn.put(&number, &item)?;
        }
        "copies" => {
            let path = (number, turn.person()?);
            let voice = turn.get::<Voice>(&path)?.expect("the voice is there");
            for number in 2..=last.parse().unwrap_or(2) {
                let voice = Voice { feedback: FeedbackNumber::new(number), ..voice.clone() };
                turn.put(&voice.path(), &voice)?;
            }
        }
        _ => return Ok(turn.tally(rest)?.to_string()),
    }
    Ok(String::new())
}
