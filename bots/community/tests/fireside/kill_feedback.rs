//! `kill -9` while something of feedback goes on in steps: an announcement over
//! several places, a merge, an export. Everybody is told, and nothing is lost.

use fireside_core::record::Record;
use fireside_feedback::{Announcement, Feedback, Merge, MergeStage, Voice};
use fireside_sim::{Scene, telegram};

use crate::PATIENCE;
use crate::kill::all;
use crate::process::{Configured, Running};
use crate::running::started;

/// The groups in which it was asked for, besides the scene's own.
const GROUPS: usize = 11;
/// How many back the second item: more than one step of a merge brings over.
const VOICES: usize = 220;

/// How many places one step of an announcement tells.
const PLACES_PER_STEP: usize = 5;

struct Play {
    scene: Scene,
    config: Configured,
    running: Option<Running>,
}

impl Play {
    async fn begin() -> Self {
        let telegram = telegram::Options {
            token: fireside_sim::scene::TELEGRAM_TOKEN.to_owned(),
            events_max: 1_000_000,
            ..telegram::Options::default()
        };
        let limits = fireside_sim::discord::Limits::unlimited();
        let discord = fireside_sim::discord::Options { limits, ..fireside_sim::discord::Options::default() };
        let scene = Scene::start_with(telegram, discord).await.expect("ports are free");
        let groups: Vec<_> = groups().map(|group| group.to_string()).collect();
        let all = format!("[{}, {}]", scene.on_telegram.group, groups.join(", "));
        let config = Configured::for_scene(&scene).set("groups", &all);
        for group in self::groups() {
            scene.telegram.world().add_supergroup(group, "Lamps", false);
        }
        let running = started(&config, &scene, "info").await;
        Self { scene, config, running: Some(running) }
    }

    /// SIGKILL, and another process goes on.
    fn killed(&mut self) {
        self.running.take().expect("it runs").kill();
        self.running = Some(self.config.run("info"));
    }

    fn world(&self) -> telegram::World {
        self.scene.telegram.world()
    }

    /// Somebody raises an item in a chat.
    async fn raise(&self, chat: i64, user: i64, words: &str) {
        let world = self.world();
        let said = world.say(chat, user, &format!("/feedback {words}"));
        let asked = world.wait_for_text_after(chat, said, "What is it?", PATIENCE).await.expect("asked");
        world.press(chat, asked.message_id, user, "Idea").expect("a button");
        world.wait_for_text_after(chat, said, "Saved #", PATIENCE).await.expect("saved");
    }

    /// Somebody backs an item in a chat.
    async fn back(&self, chat: i64, user: i64, number: u64) {
        let said = self.world().say(chat, user, &format!("/voice {number}"));
        let counts = self.world().wait_for_text_after(chat, said, "Your voice counts", PATIENCE).await;
        counts.expect("it counts");
    }

    fn staff(&self, subcommand: &str, options: &[(&str, &str)]) {
        let here = self.scene.on_discord;
        let command = format!("feedback {subcommand}");
        self.scene.discord.world().run_command(here.desk, here.ana, &command, options).expect("registered");
    }

    /// Everything ends; the configuration finds what is left.
    async fn end(mut self) -> Configured {
        let ended = self.running.take().expect("it runs").stop().await;
        assert!(ended.success(), "{ended}");
        self.scene.stop().await;
        self.config
    }
}

/// Waits until so many places have heard that it is planned: how often each did.
async fn heard(world: &telegram::World, places: &[i64], enough: usize) -> Vec<usize> {
    let heard = |world: &telegram::World| {
        let tells = |shown: &telegram::Shown| shown.from_bot && shown.text.contains("is planned");
        let times = |place: &i64| world.history(*place).iter().filter(|shown| tells(shown)).count();
        let times: Vec<_> = places.iter().map(times).collect();
        (times.iter().filter(|times| **times > 0).count() >= enough).then_some(times)
    };
    world.wait_for(PATIENCE, heard).await.expect("so many places hear of it")
}

fn groups() -> impl Iterator<Item = i64> {
    (0..GROUPS).map(|at| -1_000_000_001_000 - i64::try_from(at).unwrap_or(0))
}

fn customer(at: usize) -> i64 {
    2_000 + i64::try_from(at).unwrap_or(0)
}

/// What is left of a kind, which is one record.
async fn one<R: Record + std::fmt::Debug>(config: &Configured) -> R {
    let mut left = all::<R>(config).await;
    assert_eq!(left.len(), 1, "{left:#?}");
    left.remove(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_announcement_goes_on_after_each_kill_and_reaches_every_place() {
    let mut play = Play::begin().await;
    let (there, world) = (play.scene.on_telegram, play.world());
    play.raise(there.group, there.mia, "A timer").await;
    let places: Vec<_> = std::iter::once(there.group).chain(groups()).collect();
    for (at, group) in groups().enumerate() {
        world.add_user(customer(at), format!("Person {at}"));
        play.back(group, customer(at), 1).await;
    }
    play.staff("status", &[("number", "1"), ("status", "planned"), ("note", "In May")]);
    // It is killed when the first has heard, and when all but one have.
    heard(&world, &places, 1).await;
    play.killed();
    let before = heard(&world, &places, places.len() - 1).await;
    play.killed();
    let after = heard(&world, &places, places.len()).await;
    play.back(there.tom, there.tom, 1).await;
    // Those of the last step may hear twice what was being sent; nobody else does.
    let again = before.iter().zip(&after).filter(|(before, after)| after > before).count();
    assert!(again <= places.len() % PLACES_PER_STEP, "{before:?} {after:?}");
    assert!(after.iter().all(|times| (1..=3).contains(times)), "at most once more for a kill: {after:?}");
    play.back(there.tom, there.tom, 1).await;
    let config = play.end().await;
    let announcement = one::<Announcement>(&config).await;
    assert_eq!(announcement.note.as_deref(), Some("In May"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merge_goes_on_after_a_kill_and_loses_no_voice() {
    let mut play = Play::begin().await;
    let (there, world) = (play.scene.on_telegram, play.world());
    play.raise(there.mia, there.mia, "A timer").await;
    play.raise(there.tom, there.tom, "Please ship to Norway").await;
    for person in (0..VOICES).map(customer) {
        world.add_user(person, "Somebody");
        world.say(person, person, "/voice 2");
    }
    for person in (0..VOICES).map(customer) {
        world.wait_for_text(person, "Your voice counts for #2", PATIENCE).await.expect("it counts");
    }
    let answered = play.scene.discord.world();
    play.staff("merge", &[("number", "2"), ("into", "1")]);
    let ana = play.scene.on_discord.ana;
    answered.wait_for_private(ana, "is part of", PATIENCE).await.expect("it begins");
    play.killed();
    // The card counts those of both, once all were brought over.
    let forum = play.scene.on_discord.desk;
    let counted = format!("{} voices", VOICES + 2);
    let shows = |world: &fireside_sim::discord::World| {
        let rooms = world.threads(forum);
        let said = rooms.iter().flat_map(|room| world.history(room.id)).chain(world.history(forum));
        said.map(|shown| shown.text).find(|text| text.contains(&counted))
    };
    answered.wait_for(shows, PATIENCE).await.expect("the card counts all of them");
    let config = play.end().await;
    let merge = one::<Merge>(&config).await;
    assert_eq!(merge.stage, MergeStage::Done);
    let voices = all::<Voice>(&config).await;
    let of = |number: u64| voices.iter().filter(|voice| voice.feedback.get() == number).count();
    assert_eq!((of(1), of(2)), (VOICES + 2, VOICES + 1), "copied, not moved");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_goes_on_after_a_kill_and_arrives_whole() {
    let mut play = Play::begin().await;
    let (there, here) = (play.scene.on_telegram, play.scene.on_discord);
    play.raise(there.mia, there.mia, "A timer").await;
    play.raise(there.tom, there.tom, "Please ship to Norway").await;
    let discord = play.scene.discord.world();
    play.staff("export", &[("format", "jsonl")]);
    discord.wait_for_private(here.ana, "Exporting", PATIENCE).await.expect("it begins");
    play.killed();
    let file = |world: &fireside_sim::discord::World| {
        world.history(here.desk).into_iter().find_map(|shown| shown.attachments.into_iter().next())
    };
    let file = discord.wait_for(file, PATIENCE).await.expect("the file arrives");
    let bytes = discord.attachment_bytes(file.id).expect("it is there");
    let text = String::from_utf8(bytes).expect("it is UTF-8");
    assert_eq!(text.lines().count(), 2, "{text}");
    let config = play.end().await;
    assert_eq!(all::<Feedback>(&config).await.len(), 2);
}
