//! Other software is told once and in order what happened, whatever becomes of
//! the bot in between.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use fireside_community::scene::{Reach, builder_reaching};
use fireside_core::turn::effects::Manner;
use fireside_core::{Engine, Outcome, Voice};
use fireside_runtime::Runtime;
use fireside_sim::{Clock, Scene};
use fireside_testkit::fake_feature::FakeFeature;
use fireside_tests::{Home, Software, Told};
use serde_json::json;
use tempfile::TempDir;

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// What was said, of which it is told.
fn words(told: &Told) -> &str {
    told.body["data"]["words"].as_str().unwrap_or_default()
}

/// A bot that tells other software what is said to it in private.
async fn bot(scene: &Scene, software: &Software, folder: &Path) -> Runtime {
    let feature = FakeFeature::default().on_message(|turn, message| {
        let data = json!({ "words": message.text.to_plain() });
        turn.tell_software("words.said", data, Manner::of(Voice::System));
        Ok(Outcome::Handled)
    });
    let engine = Engine::builder().feature(feature).build().expect("one feature");
    let outward = Some((software.url.clone(), SECRET.to_owned()));
    let reach = Reach { outward, ..Reach::of(scene) };
    let builder =
        builder_reaching(scene, &reach, Home::Discord, folder, engine).expect("a folder of its own");
    builder.start().await.expect("both platforms are there")
}

struct Stage {
    scene: Scene,
    software: Software,
    folder: TempDir,
    bot: Runtime,
}

impl Stage {
    async fn set() -> Self {
        let scene = Scene::start(Clock::running()).await.expect("ports are free");
        let software = Software::listen().await;
        let folder = tempfile::tempdir().expect("a folder can be made");
        let bot = bot(&scene, &software, folder.path()).await;
        Self { scene, software, folder, bot }
    }

    fn say(&self, words: &str) {
        let mia = self.scene.on_telegram.mia;
        self.scene.telegram.world().say(mia, mia, words);
    }

    /// Another bot takes over, on what this one leaves or on an image of it.
    async fn succeeded(self, image: Option<TempDir>) -> Self {
        let Self { scene, software, folder, bot: predecessor } = self;
        predecessor.stop().await;
        // It holds its store until it is gone.
        drop(predecessor);
        let folder = image.unwrap_or(folder);
        let bot = bot(&scene, &software, folder.path()).await;
        Self { scene, software, folder, bot }
    }

    async fn clear(self) {
        self.bot.stop().await;
        self.scene.stop().await;
    }
}

/// What a killed bot leaves: the files as they are on the disk at this moment.
fn left_on_disk(folder: &Path) -> TempDir {
    let image = tempfile::tempdir().expect("a folder can be made");
    copy(folder, image.path());
    image
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("it is there").flatten() {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir(&to).expect("it is new");
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("it can be read");
        }
    }
}

#[tokio::test]
async fn what_is_not_taken_is_told_again_before_what_came_later() {
    let mut stage = Stage::set().await;
    stage.say("one");
    let first = stage.software.next().await;
    assert_eq!(first.body["type"], "words.said");
    assert_eq!(first.body["community"], "acme");
    assert!(first.signature.starts_with("v1,"), "{}", first.signature);
    let id = first.id.clone();
    stage.say("two");
    first.answer(503);
    let again = stage.software.next().await;
    assert_eq!((words(&again), &again.id), ("one", &id));
    again.answer(204);
    let second = stage.software.next().await;
    assert_eq!(words(&second), "two");
    assert_ne!(second.id, id);
    second.answer(204);
    stage.clear().await;
}

#[tokio::test]
async fn a_bot_that_was_killed_while_it_told_tells_the_same_again() {
    let mut stage = Stage::set().await;
    stage.say("one");
    let unanswered = stage.software.next().await;
    let image = left_on_disk(stage.folder.path());
    let (id, body) = (unanswered.id.clone(), unanswered.body.clone());
    drop(unanswered);
    let mut stage = stage.succeeded(Some(image)).await;
    let again = stage.software.next().await;
    assert_eq!((again.id.as_str(), &again.body), (id.as_str(), &body));
    again.answer(204);
    stage.say("two");
    let next = stage.software.next().await;
    assert_eq!(words(&next), "two", "what was taken is not told once more");
    next.answer(204);
    assert_eq!(stage.bot.stats().ambiguous, 0, "the receiver knows a repetition");
    stage.clear().await;
}

#[tokio::test]
async fn what_waits_at_a_restart_is_told_at_once_after_it() {
    let mut stage = Stage::set().await;
    stage.say("one");
    let first = stage.software.next().await;
    let id = first.id.clone();
    first.answer(404);
    while stage.bot.notices().is_empty() {
        tokio::task::yield_now().await;
    }
    let told = stage.bot.notices()[0].to_string();
    assert!(told.contains("community `acme`") && told.contains("404"), "{told}");
    let mut stage = stage.succeeded(None).await;
    let again = stage.software.next().await;
    assert_eq!((words(&again), &again.id), ("one", &id));
    again.answer(204);
    stage.clear().await;
}

#[tokio::test]
async fn an_event_that_is_declined_holds_nothing_up() {
    let mut stage = Stage::set().await;
    stage.say("one");
    stage.software.next().await.answer(422);
    stage.say("two");
    let next = stage.software.next().await;
    assert_eq!(words(&next), "two");
    next.answer(204);
    let is_told = |notice: &fireside_core::ports::Notice| notice.to_string().contains("is not told again");
    assert!(stage.bot.notices().iter().any(is_told), "{:?}", stage.bot.notices());
    stage.clear().await;
}
