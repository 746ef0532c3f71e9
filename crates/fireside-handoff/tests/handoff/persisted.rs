//! What is kept, as it is written today.

use fireside_core::Message;
use fireside_handoff::{CaseNumber, Copying, Mirror, OpenCase, State};
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

#[test]
fn a_copy_keeps_its_shape() {
    let mut scene = Scene::new(SOUTH, NORTH);
    let room = scene.under_way();
    scene.script.hold_deliveries();
    let message = Message { id: Some("a1".into()), ..Message::of("which dimmer?") };
    scene.script.post(&scene.ana, &scene.group, message);
    let path = (scene.group.to_string(), "a1".to_owned());
    let mirror: Option<Mirror> = scene.script.record(&path);
    let delivery = scene.script.deliveries().last().expect("it is on its way").delivery.id.clone();
    let copying: Option<Copying> = scene.script.record(&delivery);
    insta::assert_json_snapshot!("a_copy_on_its_way", (mirror, copying));
    scene.script.deliver_all();
    assert_eq!(scene.script.record::<Copying>(&delivery), None, "it has arrived");
    assert_eq!(scene.last_in(&room), "Ana: which dimmer?");
}
