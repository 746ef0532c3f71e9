//! What staff meet.

use std::time::Duration;

use fireside_core::turn::effects::Manner;
use fireside_core::{Decision, DeliveryOutcome, Engine, Feature, Message, Outcome, Turn, Voice};
use fireside_handoff::{Handoff, State};
use fireside_testkit::script::{ENGLISH, NORTH, Progress, Row, SOUTH, brand, customer, member, script};

use crate::Scene;

#[test]
fn the_second_who_claims_is_told_whose_case_it_is() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("The lid is stuck");
    let room = scene.room();
    let claim = scene.script.button(&scene.home, &scene.kim.account, "Claim");
    scene.script.press_data(&scene.sam, &scene.home, &claim);
    let second = scene.script.press_data(&scene.kim, &scene.home, &claim).text();
    assert!(second.starts_with("Case #1 is taken: Sam has it."), "{second}");
    assert!(!scene.script.is_member(&room, &scene.kim.account));
    let joined = scene.script.press(&scene.kim, &scene.home, "Join").text();
    assert!(joined.starts_with("You read case #1 along."), "{joined}");
    assert!(scene.script.is_member(&room, &scene.kim.account));
    assert_eq!(scene.case(1).owner().map(|owner| owner.name.as_str()), Some("Sam"));
    let joined =
        scene.script.said_in(&scene.group).into_iter().filter(|said| said.ends_with("is with you now."));
    assert_eq!(joined.collect::<Vec<_>>(), ["Sam from Acme is with you now."]);
}

#[test]
fn a_second_press_of_join_changes_nothing() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    let join = scene.script.button(&scene.home, &scene.sam.account, "Claim");
    scene.script.press_data(&scene.sam, &scene.home, &join);
    let before = (scene.case(1), scene.script.said_in(&scene.group));
    let again = scene.script.press_data(&scene.sam, &scene.home, &join).text();
    assert!(again.starts_with("Case #1 is yours already."), "{again}");
    assert_eq!((scene.case(1), scene.script.said_in(&scene.group)), before);
}

#[test]
fn a_press_after_the_case_is_closed_is_no_longer_current() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    let join = scene.script.button(&scene.home, &scene.sam.account, "Claim");
    let close = scene.script.button(&scene.home, &scene.sam.account, "Close");
    scene.script.press_data(&scene.sam, &scene.home, &close);
    for stale in [join, close] {
        let late = scene.script.press_data(&scene.kim, &scene.home, &stale);
        assert_eq!(late.text(), "That is no longer current.");
        assert!(late.deliveries.is_empty());
    }
    assert_eq!(scene.case(1).state(), State::Closed);
}

#[test]
fn a_stranger_is_refused_by_command_and_by_button() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    let stranger = customer(NORTH, "66", "Sam");
    for refused in [
        scene.script.command(&stranger, &scene.home, "claim", "1"),
        scene.script.command(&stranger, &scene.home, "close", "1"),
        scene.script.press(&stranger, &scene.home, "Claim"),
        scene.script.press(&stranger, &scene.home, "Close"),
    ] {
        assert_eq!(refused.text(), "That is for staff.");
        assert!(refused.is_private() && refused.deliveries.is_empty());
    }
    assert_eq!(scene.case(1).state(), State::Waiting);
}

#[test]
fn a_role_confirmed_more_than_thirty_seconds_ago_does_not_count() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    let sam = member(NORTH, "8", "Sam", Some(scene.script.now()));
    scene.script.advance(Duration::from_millis(30_001));
    for refused in [
        scene.script.press(&sam, &scene.home, "Claim"),
        scene.script.command(&sam, &scene.home, "claim", "1"),
    ] {
        assert_eq!(refused.text(), "That is for staff.");
    }
    assert_eq!(scene.case(1).state(), State::Waiting);
}

#[test]
fn an_anonymous_sender_is_not_staff() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    scene.sam.is_anonymous = true;
    assert_eq!(scene.script.press(&scene.sam, &scene.home, "Claim").text(), "That is for staff.");
}

#[test]
fn joining_without_a_number_takes_the_case_that_waits_longest() {
    let mut scene = Scene::new(SOUTH, NORTH);
    for (id, name) in [("1", "Ana"), ("2", "Ben"), ("3", "Cleo")] {
        let caller = customer(SOUTH, id, name);
        scene.script.command(&caller, &scene.group, "human", "");
    }
    assert!(
        scene.script.command(&scene.sam, &scene.home, "claim", "2").text().starts_with("Case #2 is yours.")
    );
    assert!(
        scene.script.command(&scene.sam, &scene.home, "claim", "").text().starts_with("Case #1 is yours.")
    );
    assert!(
        scene.script.command(&scene.kim, &scene.home, "claim", "").text().starts_with("Case #3 is yours.")
    );
    assert_eq!(scene.script.command(&scene.kim, &scene.home, "claim", "").text(), "Nobody is waiting.");
}

#[test]
fn a_case_that_is_not_there_can_not_be_joined_or_closed() {
    let mut scene = Scene::new(SOUTH, NORTH);
    assert_eq!(scene.script.command(&scene.sam, &scene.home, "claim", "7").text(), "There is no case #7.");
    assert_eq!(scene.script.command(&scene.sam, &scene.home, "close", "-7").text(), "There is no case #0.");
    let which = scene.script.command(&scene.sam, &scene.home, "close", "").text();
    assert!(which.starts_with("Which case?"), "{which}");
}

#[test]
fn a_case_is_closed_by_its_number() {
    let mut scene = Scene::new(NORTH, SOUTH);
    scene.call("");
    let closed = scene.script.command(&scene.sam, &scene.home, "close", "1 spam").text();
    assert_eq!(closed, "You have closed case #1.");
    let again = scene.script.command(&scene.sam, &scene.home, "close", "#1").text();
    assert_eq!(again, "Case #1 is closed.");
}

#[test]
fn the_reason_for_closing_stays_among_staff() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.command(&scene.sam, &room, "close", "rude and wrong");
    assert!(!scene.script.said_in(&scene.group).concat().contains("rude"));
    assert!(scene.script.said_in(&room).concat().contains("rude"));
}

#[test]
fn joining_in_public_shows_nobody_where_staff_work() {
    let mut scene = Scene::new(SOUTH, SOUTH);
    scene.call("");
    let joined = scene.script.command(&scene.sam, &scene.group, "claim", "1").text();
    assert!(joined.ends_with("I can only tell you that in private: write to me there."), "{joined}");
    assert!(!joined.contains("https://"), "{joined}");
}

/// Says something of the bot's own about case 1 whenever it is asked to.
struct Prompter;

impl Feature for Prompter {
    fn name(&self) -> &'static str {
        "prompter"
    }

    fn on_message(&self, turn: &mut Turn<'_>, _message: &Message) -> Decision {
        let place = turn.event().place.clone();
        turn.send(place.clone(), "Somebody will come soon.", Manner::of(Voice::Bot).about("case/1"));
        turn.send(place, "Your words are kept.", Manner::of(Voice::System).about("case/1"));
        Ok(Outcome::Handled)
    }
}

#[test]
fn a_claim_withdraws_what_the_bot_has_not_said_yet() {
    let engine = Engine::builder().feature(Handoff).feature(Prompter).phrases("en", ENGLISH).build();
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script = script(engine.expect("the engine can be built"), brand(NORTH));
    scene.call("");
    scene.script.hold_deliveries();
    scene.script.say(&customer(SOUTH, "2", "Ben"), &scene.group, "go on");
    scene.script.command(&scene.sam, &scene.home, "claim", "1");
    scene.script.deliver_all();
    let withdrawn: Vec<_> = scene
        .script
        .deliveries()
        .iter()
        .filter(|row| row.progress == Progress::Ended(DeliveryOutcome::Withdrawn))
        .map(Row::voice)
        .collect();
    assert_eq!(withdrawn, [Voice::Bot]);
    let said = scene.script.said_in(&scene.group);
    assert_eq!(said[1..], ["Your words are kept.", "Sam from Acme is with you now."]);
}
