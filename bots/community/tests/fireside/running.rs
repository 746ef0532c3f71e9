//! `fireside run`: one process on a store, and what it logs.

use std::fs;
use std::time::Duration;

use fireside_sim::{Clock, Fault, Scene};
use fireside_store::{SledOptions, SledStore};

use crate::PATIENCE;
use crate::process::{Configured, Running};

/// Starts it and waits until it hears both platforms.
pub(crate) async fn started(config: &Configured, scene: &Scene, level: &str) -> Running {
    let running = config.run(level);
    let (telegram, discord) = (scene.telegram.world(), scene.discord.world());
    assert!(discord.wait_for_bot(PATIENCE).await, "it starts: {}", running.log());
    let polls = telegram.wait_for(PATIENCE, |world| world.poll_waits().then_some(())).await;
    assert!(polls.is_some(), "it polls: {}", running.log());
    running
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_process_on_the_same_store_is_refused() {
    let scene = Scene::start(Clock::running()).await.expect("ports are free");
    let config = Configured::for_scene(&scene);
    let first = started(&config, &scene, "info").await;
    let second = config.say("run").await;
    assert!(!second.succeeded);
    assert!(second.err.contains("another fireside uses the store"), "{}", second.err);
    let ended = first.stop().await;
    assert!(ended.success(), "told to stop it ends in order: {ended}");
    scene.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_of_a_newer_format_is_refused() {
    let scene = Scene::start(Clock::running()).await.expect("ports are free");
    let config = Configured::for_scene(&scene);
    drop(SledStore::open(SledOptions::new(config.store())).expect("a new store"));
    write_format(&config, 2);
    let said = config.say("run").await;
    assert!(!said.succeeded);
    for words in ["was written by a newer Fireside", "format 2", "run that version or restore an export"] {
        assert!(said.err.contains(words), "«{words}» in {}", said.err);
    }
    scene.stop().await;
}

/// Writes the row that says in which format a store is: the number, then its checksum.
fn write_format(config: &Configured, format: u32) {
    let rows = sled::open(config.store()).expect("nobody uses it");
    let checksum = crc32fast::hash(&format.to_be_bytes());
    let row = (u64::from(format) << 32 | u64::from(checksum)).to_be_bytes();
    let replaced = rows.insert("mformat", &row).expect("it can be written");
    assert!(replaced.is_some(), "a store says in which format it is");
    rows.flush().expect("it can be written");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_is_no_folder_is_refused_before_anything_is_called() {
    let scene = Scene::start(Clock::running()).await.expect("ports are free");
    let config = Configured::for_scene(&scene);
    fs::write(config.store(), "in the way").expect("the folder is the test's own");
    let said = config.say("run").await;
    assert!(!said.succeeded && said.err.contains("store"), "{said:#?}");
    assert_eq!(scene.discord.world().calls(), []);
    scene.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setting_that_does_not_fit_is_logged_and_the_bot_runs() {
    let scene = Scene::start(Clock::running()).await.expect("ports are free");
    let config = Configured::for_scene(&scene).set("staff_roles", "[7]");
    let running = started(&config, &scene, "info").await;
    // The log is a file: nothing tells when a line comes to it.
    let warned = tokio::time::timeout(PATIENCE, async {
        let mut looks = tokio::time::interval(Duration::from_millis(10));
        while !running.log().contains("`discord.staff_roles`: 7 is no role") {
            looks.tick().await;
        }
    });
    assert!(warned.await.is_ok(), "{}", running.log());
    let ended = running.stop().await;
    assert!(ended.success(), "it went on until it was told to stop: {ended}");
    scene.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_holds_neither_a_token_nor_what_people_say() {
    let scene = Scene::start(Clock::running()).await.expect("ports are free");
    let config = Configured::for_scene(&scene);
    let running = started(&config, &scene, "debug").await;
    let (telegram, mia) = (scene.telegram.world(), scene.on_telegram.mia);
    telegram.inject("sendMessage", Fault::AnswerLost);
    telegram.inject("getUpdates", Fault::ServerError { status: 502, html: true });
    scene.discord.world().inject("/messages", Fault::AnswerLost);
    telegram.say(mia, mia, "/feedback my secret lamp");
    let asked = telegram.wait_for_text(mia, "What is it?", PATIENCE).await.expect("asked");
    telegram.press(mia, asked.message_id, mia, "Bug").expect("a button");
    telegram.wait_for_text(mia, "Saved #1", PATIENCE).await.expect("saved");
    let log = running.log();
    running.kill();
    assert!(log.contains("running"), "it logs: {log}");
    config.assert_no_token_in(&log);
    let line = log.lines().find(|line| line.contains("my secret lamp"));
    assert!(line.is_none(), "words are logged: {line:?}");
    scene.stop().await;
}
