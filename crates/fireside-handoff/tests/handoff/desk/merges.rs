//! `/merge_cases`, and cases of two who turn out to be one.

use fireside_core::{Decision, Engine, Feature, Message, Outcome, Turn};
use fireside_handoff::{CaseNumber, Handoff, OpenCase, State};
use fireside_testkit::script::{ENGLISH, NORTH, SOUTH, brand, script};

use crate::Scene;

#[test]
fn the_cases_of_two_people_stay_apart() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    scene.other_calls("2", "Ben");
    let refused = scene.desk("merge_cases", "1 2");
    assert!(refused.starts_with("Cases #1 and #2 are of two people"), "{refused}");
    assert_eq!((scene.case(1).state(), scene.case(2).state()), (State::Waiting, State::Waiting));
}

#[test]
fn an_earlier_case_of_somebody_becomes_part_of_their_open_one() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.call("");
    scene.desk("tag", "add 1 vip");
    scene.desk("priority", "high 1");
    scene.desk("close", "1");
    scene.call("");
    let before = scene.script.said_in(&scene.group);
    assert_eq!(scene.desk("merge_cases", "1 2"), "Case #1 goes on in #2.");
    assert_eq!(scene.case(1).merged_into, Some(CaseNumber::new(2)));
    assert_eq!(
        (scene.case(2).tags, scene.case(2).priority),
        (vec!["vip".to_owned()], scene.case(1).priority)
    );
    assert_eq!(scene.script.said_in(&scene.group), before, "the customer hears nothing of it");
    assert_eq!(scene.last_in(&scene.room()), "Case #1 goes on here.");
    assert_eq!(scene.desk("merge_cases", "1 2"), "Case #1 goes on in another already.");
    assert_eq!(scene.desk("reopen", "1"), "Case #1 goes on in #2.");
}

#[test]
fn what_can_not_be_merged_is_said() {
    let mut scene = Scene::new(SOUTH, SOUTH);
    scene.call("");
    assert_eq!(scene.desk("merge_cases", "1 1"), "That is one case.");
    assert_eq!(scene.desk("merge_cases", "1 into 9"), "There is no case #9.");
    assert_eq!(scene.desk("merge_cases", ""), "There is no case #0.");
    scene.desk("close", "1");
    scene.call("");
    assert_eq!(scene.desk("merge_cases", "2 1"), "Case #1 is closed: /reopen it first.");
    assert_eq!(scene.case(2).state(), State::Waiting);
}

/// Says that Ben is Ana when somebody says so.
struct Registrar;

impl Feature for Registrar {
    fn name(&self) -> &'static str {
        "registrar"
    }

    fn on_message(&self, turn: &mut Turn<'_>, message: &Message) -> Decision {
        if message.text.to_plain() != "we are one" {
            return Ok(Outcome::Pass);
        }
        let account = |id: &str| fireside_core::Account::new(SOUTH, id);
        turn.link(&account("1"), &account("2"))?;
        Ok(Outcome::Handled)
    }
}

#[test]
fn two_who_are_one_can_have_their_cases_merged() {
    let engine = Engine::builder().feature(Registrar).feature(Handoff).phrases("en", ENGLISH).build();
    let mut scene = Scene::new(SOUTH, NORTH);
    let mut community = brand(NORTH);
    community.settings.insert("handoff".to_owned(), serde_json::json!({ "relay": "all", "place": "here" }));
    scene.script = script(engine.expect("the engine can be built"), community);
    let ben = scene.other_calls("2", "Ben");
    scene.desk("claim", "1");
    scene.call("");
    scene.script.say(&scene.kim, &scene.home, "we are one");
    if scene.case(2).merged_into.is_none() && scene.case(1).merged_into.is_none() {
        assert_eq!(scene.desk("merge_cases", "1 2"), "Case #1 goes on in #2.");
    }
    let (from, into) = (scene.case(1), scene.case(2));
    let (from, into) = if from.is_open() { (into, from) } else { (from, into) };
    assert_eq!((from.state(), from.merged_into), (State::Closed, Some(into.number)));
    assert_eq!((into.state(), into.owner().map(|owner| owner.name.as_str())), (State::Active, Some("Sam")));
    assert_eq!(into.person, scene.ana.account.person());
    let open: Option<OpenCase> = scene.script.record(&into.person);
    assert_eq!(open, Some(OpenCase { number: into.number }));
    assert_eq!(scene.script.record::<OpenCase>(&ben.account.person()), None);
    let left = from.room_place().map(|place| place.anchor().clone()).expect("it had a room");
    let elsewhere = format!("This case goes on in #{}.", into.number);
    assert!(scene.script.said_in(&left).contains(&elsewhere), "{:?}", scene.script.said_in(&left));
    let room = into.room_place().map(|place| place.anchor().clone()).expect("it has a room");
    for who in [ben, scene.ana.clone()] {
        scene.script.say(&who, &scene.group, "it is me");
        assert!(scene.last_in(&room).ends_with(": it is me"), "{}", scene.last_in(&room));
    }
    scene.desk("close", &into.number.to_string());
    assert_eq!(scene.script.record::<OpenCase>(&into.person), None);
}

/// Sam has Ana's case, who is answered, and Ben's, who waits: the two are one.
fn two_of_one() -> Scene {
    let engine = Engine::builder().feature(Registrar).feature(Handoff).phrases("en", ENGLISH).build();
    let mut scene = Scene::new(SOUTH, NORTH);
    let mut community = brand(NORTH);
    community.settings.insert("handoff".to_owned(), serde_json::json!({ "relay": "all", "place": "here" }));
    scene.script = script(engine.expect("the engine can be built"), community);
    scene
}

#[test]
fn what_a_customer_waits_for_is_not_lost_with_a_case() {
    let mut scene = two_of_one();
    let room = scene.under_way();
    scene.script.say(&scene.sam, &room, "Turn it left.");
    scene.script.command(&scene.sam, &room, "close", "in 2h");
    scene.other_calls("2", "Ben");
    let since = scene.case(2).unanswered_since;
    scene.script.say(&scene.kim, &scene.home, "we are one");
    if scene.case(1).merged_into.is_none() && scene.case(2).merged_into.is_none() {
        scene.desk("merge_cases", "2 1");
    }
    let case = scene.case(if scene.case(1).is_open() { 1 } else { 2 });
    assert_eq!((case.unanswered_since, case.closing.is_none()), (since, true));
    let room = case.room_place().map(|place| place.anchor().clone()).expect("it has a room");
    scene.script.advance(std::time::Duration::from_hours(1));
    assert!(scene.script.said_in(&room).iter().any(|said| said.contains("still waits")), "nobody is told");
    scene.script.advance(std::time::Duration::from_hours(30 * 24));
    assert!(scene.case(case.number.get()).is_open());
}

#[test]
fn words_that_wait_with_one_case_set_out_with_the_other() {
    let mut scene = two_of_one();
    let ben = scene.other_calls("2", "Ben");
    let chat = fireside_testkit::script::chat(&ben);
    scene.script.command(&ben, &chat, "human", "hello");
    scene.desk("claim", "1");
    scene.script.fail(&chat, fireside_core::Obstacle::Unreachable, "they blocked the bot");
    scene.script.fail(&scene.group, fireside_core::Obstacle::Unreachable, "the bot was removed");
    scene.desk("reply", "case:1 Turn it left.");
    assert_eq!(scene.case(1).state(), State::Parked);
    scene.script.mend(&scene.group);
    scene.call("");
    scene.script.say(&scene.kim, &scene.home, "we are one");
    if scene.case(1).merged_into.is_none() && scene.case(2).merged_into.is_none() {
        scene.desk("merge_cases", "1 2");
    }
    let said = scene.script.said_in(&scene.group);
    assert!(said.iter().any(|said| said == "Sam · Acme: Turn it left."), "{said:?}");
}
