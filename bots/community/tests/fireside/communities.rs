//! Two communities on one bot: what is of one is nothing in the other.

use fireside_feedback::Voice;
use fireside_sim::{Clock, Scene, telegram};

use crate::PATIENCE;
use crate::kill::all;
use crate::process::Configured;
use crate::running::started;

/// Where the other community's customers talk, and its staff.
const OTHER: [i64; 2] = [-1_000_000_009_000, -1_000_000_009_001];

#[tokio::test(flavor = "multi_thread")]
async fn a_button_of_one_community_is_nothing_in_another() {
    let scene = Scene::start(Clock::running()).await.expect("ports are free");
    let (world, there) = (scene.telegram.world(), scene.on_telegram);
    for group in OTHER {
        world.add_supergroup(group, "Bright", group == OTHER[1]);
        world.promote(group, world.bot_id());
    }
    let config = Configured::for_scene(&scene).and_another(OTHER);
    let running = started(&config, &scene, "info").await;
    let after = async |chat, message, words: &str| {
        let shown = world.wait_for_text_after(chat, message, words, PATIENCE).await;
        shown.unwrap_or_else(|error| panic!("{error}"))
    };
    let said = world.say(there.group, there.mia, "/feedback A timer");
    let asked = after(there.group, said, "What is it?").await.message_id;
    world.press(there.group, asked, there.mia, "Idea").expect("a button");
    after(there.group, said, "Saved #1").await;
    let said = world.say(there.group, there.tom, "/voice 1");
    let counts = after(there.group, said, "Your voice counts").await;
    let buttons = counts.buttons.into_iter().flatten();
    let data = buttons.filter(|button| button.text == "Take it back").find_map(|button| button.data);
    let query = world.press_stale(OTHER[0], 1, there.tom, &data.expect("a button that calls back"));
    let answered = |world: &telegram::World| world.press_record(&query)?.answer;
    world.wait_for(PATIENCE, answered).await.expect("it is answered");
    // The numbers of one are not those of the other either.
    let said = world.say(OTHER[0], there.tom, "/voice 1");
    after(OTHER[0], said, "There is no feedback #1").await;
    assert!(running.stop().await.success());
    scene.stop().await;
    assert_eq!(all::<Voice>(&config).await.len(), 2, "his voice is where it was");
}
