//! What is kept, as it is written today.

use fireside_handoff::{CaseNumber, OpenCase, State};
use fireside_testkit::script::{NORTH, SOUTH};

use crate::Scene;

#[test]
fn a_case_is_written_like_this() {
    let mut scene = Scene::new(SOUTH, NORTH);
    scene.script.hold_deliveries();
    scene.call("The lid is stuck");
    insta::assert_json_snapshot!("case_waiting", scene.case(1));
    scene.script.deliver_all();
    let room = scene.room();
    scene.script.command(&scene.sam, &room, "join", "");
    assert_eq!(scene.case(1).state(), State::Active);
    scene.script.command(&scene.sam, &room, "close", "solved");
    insta::assert_json_snapshot!("case_closed", scene.case(1));
}

#[test]
fn an_open_case_is_written_like_this() {
    insta::assert_json_snapshot!("open_case", OpenCase { number: CaseNumber::new(7) });
}
