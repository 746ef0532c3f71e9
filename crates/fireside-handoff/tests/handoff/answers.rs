//! Answers that the community accepted, offered before a person is called.

use fireside_core::command::Target;
use fireside_core::{Actor, EventKind, Invocation, Message};
use fireside_handoff::AcceptedAnswer;
use fireside_testkit::script::{NORTH, Reply, SOUTH, chat, customer};

use crate::Scene;

const QUESTION: &str = "How do I open the lid of the blender?";
const ANSWER: &str = "Turn it to the left and lift";

/// Ben asked in the group, and Cleo answered him.
struct Talk {
    scene: Scene,
    ben: Actor,
    cleo: Actor,
}

fn said(id: &str, words: &str, reply_to: Option<&str>) -> Message {
    Message { id: Some(id.into()), reply_to: reply_to.map(Into::into), ..Message::of(words) }
}

impl Talk {
    fn on(customers: &str) -> Self {
        let mut scene = Scene::new(customers, NORTH);
        let (ben, cleo) = (customer(customers, "2", "Ben"), customer(customers, "3", "Cleo"));
        let group = scene.group.clone();
        scene.script.post(&ben, &group, said("q1", QUESTION, None));
        scene.script.post(&cleo, &group, said("a1", ANSWER, Some("q1")));
        Self { scene, ben, cleo }
    }

    fn accept(&mut self, who: &Actor) -> Reply {
        self.accept_as(who, Invocation::of("accept"))
    }

    fn accept_as(&mut self, who: &Actor, invocation: Invocation) -> Reply {
        let target = Target::Message { author: self.cleo.clone(), message: said("a1", ANSWER, Some("q1")) };
        let group = self.scene.group.clone();
        self.scene.script.run(who, &group, Invocation { target: Some(Box::new(target)), ..invocation })
    }

    fn accepted(&self) -> Option<AcceptedAnswer> {
        self.scene.script.record(&(self.scene.group.to_string(), "a1".to_owned()))
    }
}

fn accepted(customers: &str) -> Talk {
    let mut talk = Talk::on(customers);
    let ben = talk.ben.clone();
    talk.accept(&ben);
    talk
}

#[test]
fn who_asked_accepts_an_answer() {
    let mut talk = Talk::on(NORTH);
    let ben = talk.ben.clone();
    let told = talk.accept(&ben).text();
    assert_eq!(told, "Accepted. Whoever asks a person the same is shown what Cleo answered.");
    let answer = talk.accepted().expect("it is kept");
    assert_eq!((answer.question.as_str(), answer.words.as_str()), (QUESTION, ANSWER));
    assert_eq!(answer.link.as_deref(), Some("https://north.example/square/a1"));
}

#[test]
fn staff_accept_an_answer_whoever_asked() {
    let mut talk = Talk::on(NORTH);
    let sam = talk.scene.sam.clone();
    talk.accept(&sam);
    assert!(talk.accepted().is_some());
}

#[test]
fn nobody_else_accepts_one() {
    let mut talk = Talk::on(NORTH);
    let (ana, cleo) = (talk.scene.ana.clone(), talk.cleo.clone());
    for stranger in [ana, cleo] {
        let refused = talk.accept(&stranger);
        assert!(refused.is_private());
        assert_eq!(refused.text(), "That is for the one who asked, and for staff.");
    }
    assert_eq!(talk.accepted(), None);
}

#[test]
fn what_was_not_heard_staff_say_themselves() {
    let mut talk = Talk::on(NORTH);
    let sam = talk.scene.sam.clone();
    let unheard = said("a9", ANSWER, Some("q9"));
    let target = Some(Box::new(Target::Message { author: talk.cleo.clone(), message: unheard }));
    let group = talk.scene.group.clone();
    let of = |words: &str| Invocation { target: target.clone(), ..Invocation::written("accept", words) };
    let told = talk.scene.script.run(&sam, &group, of("")).text();
    assert!(told.starts_with("I did not hear what that answers."), "{told}");
    talk.scene.script.run(&sam, &group, of(QUESTION));
    let kept: Option<AcceptedAnswer> = talk.scene.script.record(&(group.to_string(), "a9".to_owned()));
    assert_eq!(kept.map(|kept| kept.question).as_deref(), Some(QUESTION));
}

#[test]
fn bots_are_no_authors_and_private_words_no_answers() {
    let mut talk = Talk::on(NORTH);
    let sam = talk.scene.sam.clone();
    talk.cleo.is_bot = true;
    assert_eq!(talk.accept(&sam).text(), "There are no words of a person in that message.");
    talk.cleo.is_bot = false;
    talk.scene.group = chat(&talk.ben);
    assert!(talk.accept(&sam).text().starts_with("Answers are accepted where customers talk"));
}

#[test]
fn an_answer_that_fits_is_offered_before_a_person_is_called() {
    let mut talk = accepted(NORTH);
    let offered = talk.scene.call("how do I open the lid of my blender");
    assert!(offered.is_private());
    assert_eq!(
        offered.text(),
        "This was asked before, and Cleo answered:\nTurn it to the left and lift\nSee it where it was said"
    );
    assert!(talk.scene.script.rooms_in(&talk.scene.home).is_empty());
    let (ana, group) = (talk.scene.ana.clone(), talk.scene.group.clone());
    assert_eq!(talk.scene.script.press(&ana, &group, "That helps").text(), "I'm glad that helped.");
    assert!(talk.scene.script.rooms_in(&talk.scene.home).is_empty(), "no case is opened");
}

#[test]
fn whom_it_does_not_help_calls_a_person_with_the_same_words() {
    for customers in [NORTH, SOUTH] {
        let mut talk = accepted(customers);
        let words = "how do I open the lid of my blender";
        talk.scene.call(words);
        let (ana, group) = (talk.scene.ana.clone(), talk.scene.group.clone());
        let called = talk.scene.script.press(&ana, &group, "Call a person").text();
        assert!(called.contains("I have called a person"), "{called}");
        assert_eq!(talk.scene.case(1).words, words);
    }
}

#[test]
fn nothing_is_offered_twice_in_a_row() {
    let mut talk = accepted(NORTH);
    talk.scene.call("how do I open the lid of my blender");
    let called = talk.scene.call("how do I open the lid of my blender").text();
    assert!(called.starts_with("I have called a person"), "{called}");
}

#[test]
fn what_does_not_fit_is_not_offered() {
    let mut talk = accepted(NORTH);
    let called = talk.scene.call("My invoice is wrong").text();
    assert!(called.starts_with("I have called a person"), "{called}");
}

#[test]
fn who_has_an_open_case_is_offered_nothing() {
    let mut talk = accepted(NORTH);
    talk.scene.call("");
    let again = talk.scene.call("how do I open the lid of my blender").text();
    assert!(again.starts_with("Your case #1 is open"), "{again}");
}

#[test]
fn nobody_else_answers_an_offer() {
    let mut talk = accepted(SOUTH);
    talk.scene.call("how do I open the lid of my blender");
    let (ben, group) = (talk.ben.clone(), talk.scene.group.clone());
    let call = talk.scene.script.button(&group, &ben.account, "Call a person");
    assert!(talk.scene.script.press_data(&ben, &group, &call).is_silent());
    assert!(talk.scene.script.rooms_in(&talk.scene.home).is_empty());
}

#[test]
fn what_is_changed_or_removed_is_accepted_no_more() {
    let changed = EventKind::Edited(said("a1", "Turn it to the right", Some("q1")));
    for event in [changed, EventKind::Deleted { message: "a1".into() }] {
        let mut talk = accepted(NORTH);
        let (cleo, group) = (talk.cleo.clone(), talk.scene.group.clone());
        talk.scene.script.act(&cleo, &group, EventKind::Edited(said("a1", ANSWER, Some("q1"))));
        assert!(talk.accepted().is_some(), "it says what it said");
        talk.scene.script.act(&cleo, &group, event);
        assert_eq!(talk.accepted(), None);
        let called = talk.scene.call("how do I open the lid of my blender").text();
        assert!(called.starts_with("I have called"), "{called}");
    }
}

#[test]
fn who_asks_and_answers_in_one_accepts_nothing() {
    let mut talk = Talk::on(NORTH);
    talk.cleo = talk.ben.clone();
    let ben = talk.ben.clone();
    assert_eq!(talk.accept(&ben).text(), "That is for the one who asked, and for staff.");
    assert_eq!(talk.accepted(), None);
}

#[test]
fn who_asked_has_asked_what_they_asked() {
    let mut talk = Talk::on(SOUTH);
    let ben = talk.ben.clone();
    talk.accept_as(&ben, Invocation::written("accept", "help order refund login"));
    assert_eq!(talk.accepted().map(|answer| answer.question).as_deref(), Some(QUESTION));
}

#[test]
fn what_is_said_to_a_customer_in_private_answers_nobody_else() {
    let mut talk = Talk::on(NORTH);
    talk.scene.script.command(&talk.ben, &talk.scene.group, "human", "help");
    let mut case = talk.scene.case(1);
    case.legs.iter_mut().filter(|leg| leg.account.is_some()).for_each(|leg| leg.is_private = true);
    talk.scene.script.put(&case.number, &case);
    let sam = talk.scene.sam.clone();
    assert!(talk.accept(&sam).text().starts_with("Answers are accepted where customers talk"));
    assert_eq!(talk.accepted(), None);
}

#[test]
fn accepting_once_more_takes_it_back_at_any_time() {
    let mut talk = accepted(SOUTH);
    let (ana, ben, cleo) = (talk.scene.ana.clone(), talk.ben.clone(), talk.cleo.clone());
    talk.accept(&ana);
    assert!(talk.accepted().is_some(), "Ana has no say in it");
    for who in [ben.clone(), cleo, talk.scene.sam.clone()] {
        assert_eq!(talk.accept(&who).text(), "It is offered to nobody any more.");
        assert_eq!(talk.accepted(), None);
        talk.accept(&ben);
    }
}

#[test]
fn an_author_who_takes_it_back_or_is_forgotten_is_offered_to_nobody() {
    for everything in [false, true] {
        let mut talk = accepted(SOUTH);
        let (cleo, group) = (talk.cleo.clone(), talk.scene.group.clone());
        if everything {
            let chat = chat(&cleo);
            talk.scene.script.command(&cleo, &chat, "forget", "");
            let told = talk.scene.script.press(&cleo, &chat, "Forget me").text();
            assert!(told.starts_with("You are forgotten"), "{told}");
        } else {
            let target = Target::Message { author: cleo.clone(), message: said("a1", ANSWER, None) };
            let forget = Invocation { target: Some(Box::new(target)), ..Invocation::written("forget", "") };
            let told = talk.scene.script.run(&cleo, &group, forget).text();
            assert!(told.starts_with("It is offered to nobody any more."), "{told}");
        }
        assert_eq!(talk.accepted(), None);
    }
}

#[test]
fn an_acceptance_is_taken_back_by_who_gave_it_or_staff() {
    let mut talk = accepted(NORTH);
    let (ana, ben, group) = (talk.scene.ana.clone(), talk.ben.clone(), talk.scene.group.clone());
    let back = talk.scene.script.button(&group, &ben.account, "Take it back");
    let refused = talk.scene.script.press_data(&ana, &group, &back).text();
    assert_eq!(refused, "That is for the one who asked, and for staff.");
    talk.scene.script.press_data(&ben, &group, &back);
    assert_eq!(talk.accepted(), None);
    let late = talk.scene.script.press_data(&ben, &group, &back).text();
    assert_eq!(late, "That is no longer current.");
}
