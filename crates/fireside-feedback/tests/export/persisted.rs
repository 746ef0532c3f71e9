//! What is kept of an export keeps its shape.

use fireside_feedback::Export;

use crate::Scene;

#[test]
fn an_export_is_written_like_this() {
    let mut scene = Scene::set();
    let (sam, home) = (scene.sam.clone(), scene.home.clone());
    scene.ask(&sam, &home, "format:jsonl kind:bug status:planned area:App since:30d");
    insta::assert_json_snapshot!(scene.script.record::<Export>(&1_u64).expect("it is kept"));
}
