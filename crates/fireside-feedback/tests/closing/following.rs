//! Who hears in private.

use fireside_core::{ButtonTarget, Invocation, Obstacle, Voice};
use fireside_feedback::{FeedbackNumber, Follow};
use fireside_testkit::script::{NORTH, SOUTH, chat, customer, square};

use crate::{Scene, norther};

const PLANNED: &str = "#1 “The lid sticks” is planned.";

#[test]
fn who_asked_in_private_hears_in_private() {
    let mut scene = Scene::new();
    let ana = customer(NORTH, "1", "Ana");
    scene.raise(&ana, &chat(&ana), "The lid sticks");
    scene.tell("1 planned Soon.");
    let why = "You hear this because you asked for it in private. Rather not? /feedback mute";
    assert_eq!(scene.told(&ana), [format!("{PLANNED}\nSoon.\n{why}")]);
    assert!(scene.script.said_in(&square(NORTH)).is_empty());
}

#[test]
fn who_follows_hears_in_private_in_their_language() {
    let mut scene = Scene::new();
    let ana = customer(NORTH, "1", "Ana");
    let ben = customer(SOUTH, "2", "Ben");
    scene.script.speaks(&ben, "de");
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.script.command(&ana, &square(NORTH), "feedback", "follow 1");
    scene.script.command(&ben, &chat(&ben), "feedback", "follow #1");
    scene.tell("1 planned");
    let why = "You hear this because you follow it. Rather not? /feedback unfollow 1";
    assert_eq!(scene.told(&ana), [format!("{PLANNED}\n{why}")]);
    let german = scene.told(&ben).pop().expect("they are told");
    assert!(german.contains("„The lid sticks“"), "{german}");
}

#[test]
fn who_asked_in_private_and_follows_hears_it_once() {
    let mut scene = Scene::new();
    let ana = customer(NORTH, "1", "Ana");
    scene.raise(&ana, &chat(&ana), "The lid sticks");
    let followed = scene.script.command(&ana, &chat(&ana), "feedback", "follow 1").text();
    assert_eq!(
        followed,
        "You follow #1 “The lid sticks” now: I'll write to you in private when something happens."
    );
    scene.script.command(&ana, &chat(&ana), "feedback", "follow 1");
    scene.tell("1 planned");
    assert_eq!(scene.told(&ana).len(), 1);
}

#[test]
fn who_follows_no_more_hears_no_more() {
    let mut scene = Scene::new();
    let (ana, ben) = (customer(NORTH, "1", "Ana"), norther(2));
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.script.command(&ben, &square(NORTH), "feedback", "follow 1");
    let ended = scene.script.command(&ben, &square(NORTH), "feedback", "unfollow 1").text();
    assert_eq!(ended, "You don't follow #1 any more.");
    let again = scene.script.command(&ben, &square(NORTH), "feedback", "unfollow 1").text();
    assert_eq!(again, "You didn't follow #1.");
    scene.tell("1 planned");
    assert!(scene.told(&ben).is_empty());
}

#[test]
fn who_is_muted_is_not_written_to() {
    let mut scene = Scene::new();
    let (ana, ben) = (customer(NORTH, "1", "Ana"), norther(2));
    scene.raise(&ana, &chat(&ana), "The lid sticks");
    scene.script.command(&ana, &chat(&ana), "feedback", "mute");
    scene.script.command(&ben, &square(NORTH), "feedback", "mute");
    let followed = scene.script.command(&ben, &square(NORTH), "feedback", "follow 1").text();
    assert!(followed.ends_with("/feedback mute off"), "{followed}");
    scene.tell("1 planned");
    assert!(scene.told(&ana).is_empty() && scene.told(&ben).is_empty());
}

#[test]
fn nothing_is_followed_that_is_not_there() {
    let mut scene = Scene::new();
    let ana = customer(NORTH, "1", "Ana");
    for words in ["follow 7", "follow 0", "follow -1", "unfollow 7"] {
        let said = scene.script.command(&ana, &square(NORTH), "feedback", words).text();
        assert!(said.starts_with("There is no feedback #"), "{words}: {said}");
    }
    let bare = Invocation::of("feedback").subcommand("follow");
    let said = scene.script.run(&ana, &square(NORTH), bare).text();
    assert_eq!(said, "There is no feedback #0.");
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.fate(&ana, &square(NORTH), "withdraw 1");
    let said = scene.script.command(&ana, &square(NORTH), "feedback", "follow 1").text();
    assert_eq!(said, "There is no feedback #1.");
}

#[test]
fn who_follows_a_merged_item_follows_what_it_became() {
    let mut scene = Scene::new();
    let (ana, ben) = (customer(NORTH, "1", "Ana"), norther(2));
    scene.raise(&ana, &square(NORTH), "The lid sticks");
    scene.raise(&ana, &square(NORTH), "Dark colours please");
    scene.fate(&ana, &square(NORTH), "merge 1 2");
    let said = scene.script.command(&ben, &square(NORTH), "feedback", "follow 1").text();
    assert!(said.starts_with("You follow #2 “Dark colours please” now"), "{said}");
    assert!(scene.script.record::<Follow>(&(FeedbackNumber::new(2), ben.account.person())).is_some());
}

#[test]
fn who_can_not_be_reached_is_not_tried_again_for_this_item() {
    let mut scene = Scene::new();
    let ana = customer(SOUTH, "1", "Ana");
    let ben = customer(NORTH, "2", "Ben");
    scene.raise(&ben, &square(NORTH), "The lid sticks");
    scene.raise(&ben, &square(NORTH), "Dark colours please");
    for number in [1, 2] {
        scene.back(&ana, &chat(&ana), number);
    }
    scene.script.fail(&chat(&ana), Obstacle::Unreachable, "blocked");
    let tried = |scene: &Scene| {
        let rows = scene.script.deliveries().iter().filter(|row| row.voice() == Voice::Bot);
        rows.filter(|row| *row.delivery.effect.destination() == chat(&ana)).count()
    };
    scene.tell("1 planned");
    assert_eq!(tried(&scene), 1);
    scene.tell("1 started");
    assert_eq!(tried(&scene), 1);
    scene.tell("2 planned");
    assert_eq!(tried(&scene), 2);
    scene.script.command(&ana, &square(SOUTH), "feedback", "follow 1");
    scene.tell("1 shipped");
    assert_eq!(tried(&scene), 3, "who asks to hear of it is tried again");
}

#[test]
fn where_the_bot_can_not_write_first_a_button_lets_it() {
    let mut scene = Scene::new();
    let ana = customer(SOUTH, "1", "Ana");
    scene.raise(&customer(NORTH, "2", "Ben"), &square(NORTH), "The lid sticks");
    scene.script.command(&ana, &square(SOUTH), "feedback", "follow 1");
    let button = scene.last_in(&square(SOUTH)).buttons.concat().pop().expect("a button");
    assert_eq!(button.label, "Let me write to you");
    let ButtonTarget::Private(data) = button.target else { panic!("{button:?}") };
    let followed = scene.script.press_data(&ana, &chat(&ana), &data).text();
    assert!(followed.starts_with("You follow #1"), "{followed}");
    assert!(scene.last_in(&chat(&ana)).buttons.is_empty());
}

#[test]
fn nobody_follows_under_anothers_name() {
    let mut scene = Scene::new();
    let mut admin = customer(SOUTH, "1", "Group");
    admin.is_anonymous = true;
    scene.raise(&customer(NORTH, "2", "Ben"), &square(NORTH), "The lid sticks");
    for words in ["follow 1", "unfollow 1", "mute"] {
        let said = scene.script.command(&admin, &square(SOUTH), "feedback", words).text();
        assert!(said.starts_with("I can't tell who you are here"), "{words}: {said}");
    }
    scene.tell("1 planned");
    assert!(scene.told(&admin).is_empty());
}
