//! The way to a person below whatever the bot answers.

use fireside_core::{
    Account, Button, ButtonTarget, Command, Decision, Feature, Invocation, OptionKind, Outcome, Outgoing,
    Span, Turn,
};
use fireside_handoff::State;
use fireside_testkit::script::{NORTH, Reply, SOUTH, chat, customer};
use serde_json::json;

use crate::Scene;

const PERSON: &str = "Talk to a person";

/// Another feature, which answers as it is told to.
pub(crate) struct Desk;

impl Feature for Desk {
    fn name(&self) -> &'static str {
        "desk"
    }

    fn commands(&self) -> Vec<Command> {
        vec![Command::new("desk", "desk").option("how", "how", OptionKind::Text, false)]
    }

    fn on_command(&self, turn: &mut Turn<'_>, invocation: &Invocation) -> Decision {
        if let Some(other) = invocation.text("how").and_then(|how| how.strip_prefix("link ")) {
            turn.link(&turn.event().actor.account, &Account::new(NORTH, other))?;
            return Ok(Outcome::Handled);
        }
        if let Some(words) = invocation.text("how").and_then(|how| how.strip_prefix("call ")) {
            assert!(turn.call_person(words)?, "there is somebody to call");
            return Ok(Outcome::Handled);
        }
        let link = || Button { label: "more".into(), target: ButtonTarget::Link("https://x.example".into()) };
        let plain = Outgoing::of("We open at nine.");
        turn.answer(match invocation.text("how") {
            Some("asking") => Outgoing { asks: true, ..plain },
            Some("crowded") => (0..5).fold(plain, |content, _| content.row(vec![link()])),
            _ => plain,
        });
        Ok(Outcome::Handled)
    }
}

fn asked(scene: &mut Scene, how: &str) -> Reply {
    let (ana, group) = (scene.ana.clone(), scene.group.clone());
    scene.script.command(&ana, &group, "desk", how)
}

fn buttons(scene: &mut Scene, how: &str) -> Vec<String> {
    asked(scene, how);
    let group = scene.group.clone();
    scene.script.buttons_in(&group)
}

#[test]
fn another_feature_calls_a_person_with_what_the_customer_said() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let called = asked(&mut scene, "call it smells of smoke").text();
    assert!(called.contains("I have called a person from Acme"), "{called}");
    assert_eq!(scene.case(1).words, "it smells of smoke");
    assert_eq!(scene.last_in(&scene.room()), "Ana: it smells of smoke");
}

#[test]
fn what_a_customer_is_answered_leads_to_a_person() {
    for customers in [NORTH, SOUTH] {
        let mut scene = Scene::new(customers, NORTH);
        assert_eq!(buttons(&mut scene, ""), [PERSON]);
        let called = scene.script.press(&scene.ana, &scene.group, PERSON).text();
        assert!(called.contains("I have called a person from Acme"), "{called}");
        assert_eq!(scene.case(1).state(), State::Waiting);
    }
}

#[test]
fn everybody_who_presses_it_calls_for_themselves() {
    let mut scene = Scene::new(SOUTH, NORTH);
    asked(&mut scene, "");
    let button = scene.script.button(&scene.group, &scene.ana.account, PERSON);
    let ben = customer(SOUTH, "2", "Ben");
    let called = scene.script.press_data(&ben, &scene.group, &button);
    assert!(called.text().starts_with("Ben: I have called"), "it is said who is meant: {}", called.text());
    let words = called.deliveries.iter().filter_map(|delivery| delivery.effect.content());
    let meant = |span: &Span| matches!(span, Span::Mention { account, .. } if *account == ben.account);
    assert!(words.into_iter().any(|content| content.text.0.iter().any(meant)));
    assert_eq!(scene.case(1).name, "Ben");
}

#[test]
fn who_talks_with_a_person_needs_no_way_to_one() {
    let mut scene = Scene::new(NORTH, SOUTH);
    scene.call("The lid is stuck");
    assert!(buttons(&mut scene, "").is_empty());
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "desk", "");
    assert_eq!(scene.script.buttons_in(&chat), [PERSON], "elsewhere it brings the case there");
    let again = scene.script.press(&scene.ana, &chat, PERSON).text();
    assert!(again.contains("From now on, what you write here reaches them too."), "{again}");
}

#[test]
fn an_answer_without_room_stays_as_it_is() {
    let mut scene = Scene::new(NORTH, SOUTH);
    assert!(buttons(&mut scene, "asking").is_empty());
    assert_eq!(buttons(&mut scene, "crowded").len(), 5);
}

#[test]
fn staff_are_led_nowhere() {
    let mut scene = Scene::new(NORTH, NORTH);
    scene.ana = scene.sam.clone();
    assert!(buttons(&mut scene, "").is_empty());
    scene.script.command(&scene.sam.clone(), &scene.home.clone(), "desk", "");
    assert!(scene.script.buttons_in(&scene.home).is_empty());
}

#[test]
fn a_community_can_do_without_the_button() {
    let mut scene = Scene::with(NORTH, SOUTH, &json!({ "talk_button": false }));
    assert!(buttons(&mut scene, "").is_empty());
    let group = scene.group.clone();
    let pressed = scene.script.press_data(&scene.ana, &group, "a:person").text();
    assert_eq!(pressed, "That is no longer current.");
}
