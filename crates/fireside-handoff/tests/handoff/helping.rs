//! Staff help where customers are, without being asked.

use fireside_core::{Actor, Invocation, Message, Obstacle, command::Target};
use fireside_handoff::{Blocked, StaffMember, State};
use fireside_testkit::script::{NORTH, Reply, SOUTH, chat, customer};

use crate::Scene;

/// Sam chooses *Help here* on what somebody wrote in the group.
fn help(scene: &mut Scene, author: &Actor, words: &str) -> Reply {
    let helper = scene.kim.clone();
    let message = Message { id: Some("q1".into()), ..Message::of(words) };
    let target = Target::Message { author: author.clone(), message };
    let invocation = Invocation { target: Some(Box::new(target)), ..Invocation::of("help_here") };
    let group = scene.group.clone();
    scene.script.run(&helper, &group, invocation)
}

/// Staff are among the customers, on their platform.
fn among_customers() -> Scene {
    Scene::new(NORTH, NORTH)
}

#[test]
fn staff_help_whoever_wrote_something_where_they_wrote_it() {
    let mut scene = among_customers();
    let ana = scene.ana.clone();
    let helped = help(&mut scene, &ana, "the lid is stuck");
    assert!(helped.is_private());
    assert_eq!(helped.text(), "Case #1 is yours.");
    let offered = "Ana: Acme would like to help you with this: it is case #1. Reply here, and your words \
                   reach the team.";
    assert_eq!(scene.script.said_in(&scene.group), [offered, "Kim from Acme is with you now."]);
    assert_eq!(scene.script.answered_by(offered), Some("q1".into()));
    let case = scene.case(1);
    assert_eq!((case.state(), case.owner().map(|owner| owner.name.as_str())), (State::Active, Some("Kim")));
    assert_eq!(case.words, "the lid is stuck");
    scene.script.say(&ana, &scene.group, "and it squeaks");
    assert_eq!(scene.last_in(&scene.room()), "Ana: and it squeaks");
}

#[test]
fn who_has_an_open_case_gets_no_second() {
    let mut scene = among_customers();
    scene.call("The lid is stuck");
    let ana = scene.ana.clone();
    assert_eq!(help(&mut scene, &ana, "anybody?").text(), "Case #1 is yours.");
    assert_eq!(help(&mut scene, &ana, "anybody?").text(), "Case #1 is yours already.");
    assert_eq!(scene.script.rooms_in(&scene.home).len(), 1);
}

#[test]
fn whose_case_somebody_else_has_is_left_to_them() {
    let mut scene = among_customers();
    scene.under_way();
    let ana = scene.ana.clone();
    assert_eq!(help(&mut scene, &ana, "hm").text(), "Case #1 is taken: Sam has it.");
    assert_eq!(scene.case(1).owner().map(|owner| owner.name.as_str()), Some("Sam"));
}

#[test]
fn neither_bots_nor_staff_are_helped() {
    let mut scene = among_customers();
    let mut bot = customer(NORTH, "5", "Botty");
    bot.is_bot = true;
    let mut hidden = customer(NORTH, "6", "The channel");
    hidden.is_anonymous = true;
    let (sam, kim) = (scene.sam.clone(), scene.kim.clone());
    for (author, refused) in [
        (bot, "Nobody can be helped there: a bot wrote that, or somebody without a name of their own."),
        (hidden, "Nobody can be helped there: a bot wrote that, or somebody without a name of their own."),
        (sam, "That was written by somebody of the team."),
        (kim, "That was written by somebody of the team."),
    ] {
        let helped = help(&mut scene, &author, "the lid is stuck");
        assert_eq!(helped.text(), refused);
        assert!(helped.deliveries.is_empty());
    }
}

#[test]
fn who_is_blocked_is_unblocked_first() {
    let mut scene = among_customers();
    let by = StaffMember { account: scene.sam.account.clone(), name: "Sam".to_owned() };
    scene.script.put(&scene.ana.account.person(), &Blocked { until: None, reason: None, by });
    let ana = scene.ana.clone();
    assert_eq!(help(&mut scene, &ana, "please").text(), "Ana is blocked: /unblock comes first.");
}

#[test]
fn a_customer_can_not_offer_help() {
    let mut scene = among_customers();
    scene.kim = customer(NORTH, "66", "Kim");
    let ana = scene.ana.clone();
    let refused = help(&mut scene, &ana, "the lid is stuck");
    assert_eq!(refused.text(), "That is for staff.");
    assert!(scene.script.rooms_in(&scene.home).is_empty());
}

#[test]
fn without_a_message_nobody_is_meant() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let told = scene.script.command(&scene.sam, &chat(&scene.sam), "help_here", "").text();
    assert!(told.starts_with("Whom do you want to help?"), "{told}");
}

#[test]
fn who_stands_in_front_of_staff_can_be_reached() {
    let mut scene = among_customers();
    let room = scene.under_way();
    let group = scene.group.clone();
    scene.script.fail(&group, Obstacle::Unreachable, "the bot was removed");
    scene.script.say(&scene.sam, &room, "Turn it left.");
    assert_eq!(scene.case(1).state(), State::Parked);
    scene.script.mend(&group);
    let ana = scene.ana.clone();
    help(&mut scene, &ana, "anybody?");
    assert_eq!(scene.case(1).state(), State::Active);
    assert_eq!(scene.last_in(&group), "Sam · Acme: Turn it left.");
}
