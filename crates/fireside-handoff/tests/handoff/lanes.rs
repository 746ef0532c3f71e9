//! In which order things about a case are decided.

use fireside_core::event::Submission;
use fireside_core::{
    Answers, Audience, Engine, Event, EventId, EventKind, Invocation, OptionValue, Timestamp,
};
use fireside_handoff::{CaseNumber, Handoff};
use fireside_testkit::script::{NORTH, customer, staff_home};

fn named(kind: EventKind) -> Option<String> {
    let engine = Engine::builder().feature(Handoff).build().expect("the engine can be built");
    let event = Event {
        id: EventId::new("e1"),
        community: None,
        at: Timestamp::default(),
        place: staff_home(NORTH),
        audience: Audience::Group,
        actor: customer(NORTH, "8", "Sam"),
        locale: None,
        kind,
        reply: None,
    };
    engine.lane_named(&event).map(|lane| lane.to_string())
}

#[test]
fn a_command_with_a_cases_number_is_decided_in_the_cases_lane() {
    let lane = Some(CaseNumber::new(7).lane().to_string());
    let picked = Invocation::of("close").given("case", OptionValue::Integer(7));
    assert_eq!(named(EventKind::Command(picked)), lane);
    assert_eq!(named(EventKind::Command(Invocation::written("close", "#7 solved"))), lane);
}

#[test]
fn a_command_without_a_number_is_decided_where_it_is_run() {
    assert_eq!(named(EventKind::Command(Invocation::written("close", "solved"))), None);
    assert_eq!(named(EventKind::Command(Invocation::written("human", "7 lamps"))), None);
    assert_eq!(named(EventKind::Command(Invocation::written("no_such_command", "7"))), None);
}

#[test]
fn a_form_about_a_case_is_decided_in_its_lane() {
    let lane = Some(CaseNumber::new(7).lane().to_string());
    for form in ["handoff_reply:7", "handoff_reply:7-brand", "handoff_edit:7-m1-2"] {
        let submission = Submission { token: form.to_owned(), answers: Answers::default() };
        assert_eq!(named(EventKind::Submit(submission)), lane, "{form}");
    }
}

#[test]
fn a_form_that_is_not_there_names_nothing() {
    let submission = Submission { token: "no_such_form:7".to_owned(), answers: Answers::default() };
    assert_eq!(named(EventKind::Submit(submission)), None);
}
