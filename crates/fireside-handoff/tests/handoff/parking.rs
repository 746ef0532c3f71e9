//! Customers who can't be reached: nothing is lost, nothing is said twice.

use fireside_core::event::Membership;
use fireside_core::record::Record;
use fireside_core::{Actor, EventKind, Message, Obstacle, Place};
use fireside_handoff::{CaseNumber, KeptBack, State};
use fireside_testkit::script::{NORTH, SOUTH, chat};

use crate::Scene;

fn with_id(id: &str, words: &str) -> Message {
    Message { id: Some(id.into()), ..Message::of(words) }
}

/// The words of staff that a place shows.
fn of_staff(scene: &Scene, place: &Place) -> Vec<String> {
    let said = scene.script.said_in(place);
    said.into_iter().filter_map(|words| words.strip_prefix("Sam · Acme: ").map(str::to_owned)).collect()
}

impl Scene {
    /// Ana is in private, and can't be reached there any more after the first
    /// words of staff set out.
    fn parked(&mut self) -> (Place, Place) {
        let chat = chat(&self.ana);
        self.script.command(&self.ana, &chat, "human", "The lid is stuck");
        let room = self.room();
        self.script.command(&self.sam, &room, "claim", "");
        self.script.fail(&chat, Obstacle::Unreachable, "they blocked the bot");
        self.script.post(&self.sam, &room, with_id("s1", "one"));
        (chat, room)
    }

    fn moved(&mut self, place: &Place, membership: Membership) {
        let nobody = Actor::system(place.platform.clone());
        self.script.act(&nobody, place, EventKind::Membership(membership));
    }

    fn kept_back(&self) -> usize {
        let kept: Option<KeptBack> = self.script.record(&CaseNumber::new(1));
        kept.map_or(0, |kept| kept.words.len())
    }
}

#[test]
fn words_wait_in_their_order_until_the_customer_writes() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let (chat, room) = scene.parked();
    assert_eq!(scene.case(1).state(), State::Parked);
    for (id, words) in [("s2", "two"), ("s3", "three")] {
        scene.script.post(&scene.sam, &room, with_id(id, words));
    }
    assert_eq!((of_staff(&scene, &chat), scene.kept_back()), (vec![], 3));
    scene.script.mend(&chat);
    scene.script.say(&scene.ana, &chat, "here I am");
    assert_eq!(of_staff(&scene, &chat), ["one", "two", "three"]);
    assert_eq!((scene.case(1).state(), scene.kept_back()), (State::Active, 0));
    for id in ["s1", "s2", "s3"] {
        assert_eq!(scene.script.reactions_on(&room, id), ["✅"]);
    }
}

#[test]
fn words_on_the_way_when_the_customer_is_lost_keep_their_order() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let chat = chat(&scene.ana);
    scene.script.command(&scene.ana, &chat, "human", "");
    let room = scene.room();
    scene.script.command(&scene.sam, &room, "claim", "");
    scene.script.hold_deliveries();
    for (id, words) in [("s1", "one"), ("s2", "two"), ("s3", "three")] {
        scene.script.post(&scene.sam, &room, with_id(id, words));
    }
    scene.script.fail(&chat, Obstacle::Unreachable, "they blocked the bot");
    scene.script.deliver_all();
    scene.script.post(&scene.sam, &room, with_id("s4", "four"));
    scene.script.mend(&chat);
    scene.moved(&chat, Membership::BotAdded);
    assert_eq!(of_staff(&scene, &chat), ["one", "two", "three", "four"]);
}

#[test]
fn a_bot_that_is_removed_parks_and_one_that_is_back_goes_on() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let group = scene.group.clone();
    scene.moved(&group, Membership::BotRemoved);
    assert_eq!(scene.case(1).state(), State::Parked);
    scene.script.post(&scene.sam, &room, with_id("s1", "one"));
    scene.moved(&group, Membership::BotRemoved);
    assert_eq!(of_staff(&scene, &group).len(), 0);
    scene.moved(&group, Membership::BotAdded);
    scene.moved(&group, Membership::BotAdded);
    assert_eq!(of_staff(&scene, &group), ["one"]);
    assert_eq!(scene.case(1).state(), State::Active);
}

#[test]
fn a_customer_with_another_place_is_reached_there() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    let chat = chat(&scene.ana);
    let mut case = scene.case(1);
    case.speaks_in(chat.clone().into(), scene.ana.account.clone(), true);
    case.speaks_in(scene.group.clone().into(), scene.ana.account.clone(), false);
    scene.script.put(&CaseNumber::new(1), &case);
    scene.script.fail(&scene.group, Obstacle::Unreachable, "the bot was removed");
    scene.script.post(&scene.sam, &room, with_id("s1", "one"));
    scene.script.post(&scene.sam, &room, with_id("s2", "two"));
    assert_eq!(of_staff(&scene, &chat), ["one", "two"]);
    assert_eq!(scene.case(1).state(), State::Active, "nobody waits");
    scene.script.fail(&chat, Obstacle::Unreachable, "blocked");
    scene.script.post(&scene.sam, &room, with_id("s3", "three"));
    assert_eq!((scene.case(1).state(), scene.kept_back()), (State::Parked, 1), "it does not go in circles");
}

#[test]
fn words_that_wait_can_be_changed_and_taken_back() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let (chat, room) = scene.parked();
    scene.script.post(&scene.sam, &room, with_id("s2", "two"));
    scene.script.post(&scene.sam, &room, with_id("s3", "three"));
    let nobody = Actor::system(NORTH.into());
    scene.script.act(&nobody, &room, EventKind::Deleted { message: "s2".into() });
    scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s3", "drei")));
    scene.script.act(&scene.sam, &room, EventKind::Edited(with_id("s1", "// he is lying")));
    scene.script.mend(&chat);
    scene.script.say(&scene.ana, &chat, "here I am");
    assert_eq!(of_staff(&scene, &chat), ["one", "drei"]);
}

#[test]
fn words_that_wait_when_the_case_ends_are_never_sent_which_staff_are_told() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let (chat, room) = scene.parked();
    scene.script.command(&scene.sam, &room, "close", "");
    let told = scene.script.said_in(&room);
    assert!(
        told.iter().any(|said| said == "One message was never sent: Ana could not be reached."),
        "{told:?}"
    );
    assert_eq!(scene.script.reactions_on(&room, "s1"), ["🚫"]);
    scene.script.mend(&chat);
    scene.moved(&chat, Membership::BotAdded);
    assert_eq!(of_staff(&scene, &chat).len(), 0);
}

#[test]
fn a_reply_put_up_in_the_room_waits_like_any_other() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let (chat, room) = scene.parked();
    scene.script.command(&scene.sam, &room, "reply", "two");
    let copy = scene.script.shown_as("→ Ana: two").expect("it is shown");
    assert_eq!(scene.script.reactions_on(&room, copy.as_str()), ["⏳"]);
    scene.script.mend(&chat);
    scene.script.say(&scene.ana, &chat, "here I am");
    assert_eq!(scene.script.reactions_on(&room, copy.as_str()), ["✅"]);
    scene.script.command(&scene.sam, &room, "edit", "zwei");
    assert_eq!(of_staff(&scene, &chat), ["one", "zwei"]);
}

/// What is kept while a human talks with somebody.
#[derive(serde::Serialize, serde::Deserialize)]
struct Hush {}

impl Record for Hush {
    const COLLECTION: &'static str = "hush";
}

/// Whether the bot says nothing to Ana of its own accord.
fn is_hushed(scene: &Scene) -> bool {
    scene.script.record::<Hush>(&scene.ana.account.person()).is_some()
}

#[test]
fn the_bot_is_quiet_while_somebody_has_a_case_that_waits_for_its_customer() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let (chat, room) = scene.parked();
    scene.script.command(&scene.sam, &room, "release", "");
    assert_eq!((scene.case(1).state(), is_hushed(&scene)), (State::Parked, false));
    scene.script.command(&scene.kim, &room, "claim", "");
    assert_eq!((scene.case(1).state(), is_hushed(&scene)), (State::Parked, true));
    scene.script.mend(&chat);
    scene.script.say(&scene.ana, &chat, "here I am");
    assert!(scene.script.said_in(&chat).iter().any(|said| said == "Kim from Acme is with you now."));
    scene.script.command(&scene.kim, &room, "close", "");
    assert!(!is_hushed(&scene));
}
