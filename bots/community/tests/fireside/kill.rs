//! `kill -9`, ten times during the story: what was acknowledged is there
//! exactly once.

use std::collections::{BTreeMap, BTreeSet};

use fireside_core::key::KeyRange;
use fireside_core::ports::Store;
use fireside_core::record::{self, Record};
use fireside_feedback::Feedback;
use fireside_sim::{Clock, Scene, discord, telegram};
use fireside_store::{SledOptions, SledStore};
use tokio::sync::oneshot;

use crate::PATIENCE;
use crate::process::Configured;
use crate::running::started;

/// How often it is killed.
const KILLS: u64 = 10;
/// The seed of an earlier run, to see it again.
const SEED: &str = "FIRESIDE_SEED";
/// A kill comes after so many things that the platforms saw, at most.
const EVENTS_MAX: u64 = 16;
/// How many lines each side says in a round.
const LINES: usize = 3;

/// Numbers that look random and come again with their seed (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound
    }
}

/// The simulated platforms, seen from outside the bot.
struct Platforms {
    telegram: telegram::World,
    discord: discord::World,
    mia: i64,
    ana: u64,
    desk: u64,
}

impl Platforms {
    /// How much both have seen.
    fn seen(&self) -> u64 {
        self.telegram.events(0).last().map_or(0, |event| event.seq) + self.discord.calls_total()
    }

    /// Waits until both together have seen `events` in all.
    async fn have_seen(&self, events: u64) {
        let enough = || (self.seen() >= events).then_some(());
        tokio::select! {
            Some(()) = self.telegram.wait_for(PATIENCE, |_| enough()) => {}
            Some(()) = self.discord.wait_for(|_| enough(), PATIENCE) => {}
            else => {}
        }
    }

    /// The chats the bot writes in.
    fn chats(&self) -> impl Iterator<Item = i64> {
        std::iter::once(self.mia).chain((0..=KILLS).map(author))
    }

    /// What the bot said last in each chat.
    fn last_said(&self) -> Vec<(i64, i64)> {
        let last = |chat| self.telegram.history(chat).into_iter().rfind(|shown| shown.from_bot);
        self.chats().filter_map(|chat| Some((chat, last(chat)?.message_id))).collect()
    }

    /// Mia calls a human, and Ana joins; the case's room comes back.
    async fn open_case(&self) -> u64 {
        self.telegram.say(self.mia, self.mia, "/human the story begins");
        let room = self.discord.wait_for(|world| world.threads(self.desk).pop(), PATIENCE).await;
        let room = room.expect("a room is opened").id;
        self.discord.wait_for_text(room, "the story begins", PATIENCE).await.expect("with her words");
        self.discord.run_command(room, self.ana, "claim", &[]).expect("registered");
        self.telegram.wait_for_text(self.mia, "Ana", PATIENCE).await.expect("she hears who joined");
        room
    }

    /// One round of the story: feedback from somebody new, and words both ways.
    async fn round(&self, round: u64, room: u64) {
        let person = author(round);
        self.telegram.add_user(person, format!("Person {round}"));
        self.telegram.say(person, person, &format!("/feedback {}", note(round)));
        let asked = self.telegram.wait_for_text(person, "What is it?", PATIENCE).await.expect("asked");
        self.telegram.press(person, asked.message_id, person, "Idea").expect("a button");
        for line in 0..LINES {
            self.telegram.say(self.mia, self.mia, &from_customer(round, line));
            self.discord.say(room, self.ana, &from_staff(round, line), None).expect("may speak");
        }
        self.telegram.wait_for_text(person, "Saved #", PATIENCE).await.expect("saved");
        let last = from_customer(round, LINES - 1);
        self.discord.wait_for_text(room, &last, PATIENCE).await.expect("it came to the room");
        let last = from_staff(round, LINES - 1);
        self.telegram.wait_for_text(self.mia, &last, PATIENCE).await.expect("it came to the customer");
    }
}

fn author(round: u64) -> i64 {
    1_000 + i64::try_from(round).unwrap_or(0)
}

/// Words that are like those of no other round.
fn note(round: u64) -> String {
    format!("{:016x}", (round + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

fn from_customer(round: u64, line: usize) -> String {
    format!("customer line {round} part {line}")
}

fn from_staff(round: u64, line: usize) -> String {
    format!("staff line {round} part {line}")
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_kills_lose_nothing_and_double_only_what_was_being_sent() {
    let seed = std::env::var(SEED).ok().and_then(|seed| seed.parse().ok());
    let seed: u64 = seed.unwrap_or_else(|| u64::from(std::process::id()));
    println!("{SEED}={seed}");
    let mut random = Random(seed);
    let clock = Clock::running();
    let telegram = telegram::Options {
        token: fireside_sim::scene::TELEGRAM_TOKEN.to_owned(),
        clock: clock.clone(),
        events_max: 1_000_000,
        ..telegram::Options::default()
    };
    let limits = discord::Limits::unlimited();
    let discord = discord::Options { clock, limits, ..discord::Options::default() };
    let scene = Scene::start_with(telegram, discord).await.expect("ports are free");
    let platforms = Platforms {
        telegram: scene.telegram.world(),
        discord: scene.discord.world(),
        mia: scene.on_telegram.mia,
        ana: scene.on_discord.ana,
        desk: scene.on_discord.desk,
    };
    let config = Configured::for_scene(&scene).relaying_all();
    let mut running = started(&config, &scene, "info").await;
    let room = platforms.open_case().await;
    let mut last_said = BTreeSet::new();
    for round in 0..KILLS {
        let moment = platforms.seen() + 1 + random.below(EVENTS_MAX);
        let (told, ended) = oneshot::channel::<()>();
        let story = async {
            platforms.round(round, room).await;
            drop(told);
        };
        let kill = async {
            // A round in which less was seen ends with its kill.
            tokio::select! {
                () = platforms.have_seen(moment) => {}
                _ = ended => {}
            }
            running.kill();
            last_said.extend(platforms.last_said());
            config.run("info")
        };
        ((), running) = tokio::join!(story, kill);
    }
    platforms.round(KILLS, room).await;
    let ended = running.stop().await;
    assert!(ended.success(), "{ended}");
    check_rooms(&platforms, room);
    println!("doubled in {KILLS} kills: {}", check_doubled(&platforms, &last_said));
    scene.stop().await;
    check_feedback(&platforms, &all::<Feedback>(&config).await);
}

/// Every line is there: once in Discord and in order, and in Telegram at least once.
fn check_rooms(platforms: &Platforms, room: u64) {
    let rounds = || (0..=KILLS).flat_map(|round| (0..LINES).map(move |line| (round, line)));
    let shown: Vec<_> = platforms.discord.history(room).into_iter().map(|message| message.text).collect();
    let lines = shown.iter().filter_map(|text| Some(&text[text.find("customer line")?..]));
    let said: Vec<_> = rounds().map(|(round, line)| from_customer(round, line)).collect();
    assert_eq!(lines.collect::<Vec<_>>(), said);
    let shown = platforms.telegram.history(platforms.mia);
    let mut lines: Vec<_> =
        shown.iter().filter_map(|shown| Some(&shown.text[shown.text.find("staff line")?..])).collect();
    lines.dedup();
    let said: Vec<_> = rounds().map(|(round, line)| from_staff(round, line)).collect();
    assert_eq!(lines, said, "in order, a doubled one beside itself");
}

/// Doubled was only what the bot had said last in a chat when it was killed:
/// that was still being sent. How many these are comes back.
fn check_doubled(platforms: &Platforms, last_said: &BTreeSet<(i64, i64)>) -> usize {
    let mut doubled = 0;
    for chat in platforms.chats() {
        let mut said = BTreeMap::<String, Vec<i64>>::new();
        for shown in platforms.telegram.history(chat).into_iter().filter(|shown| shown.from_bot) {
            said.entry(shown.text).or_default().push(shown.message_id);
        }
        for (text, copies) in said {
            let [earlier @ .., _] = copies.as_slice() else { continue };
            doubled += earlier.len();
            let was_last = |id: &i64| last_said.contains(&(chat, *id));
            assert!(earlier.iter().all(was_last), "«{text}» had long been sent: {copies:?} {last_said:?}");
        }
    }
    doubled
}

/// Each note was saved once, and its author was told its number.
fn check_feedback(platforms: &Platforms, saved: &[Feedback]) {
    let mut numbers: Vec<_> = saved.iter().map(|item| item.number.get()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), saved.len(), "each has its own number: {saved:#?}");
    for round in 0..=KILLS {
        let items: Vec<_> = saved.iter().filter(|item| item.title == note(round)).collect();
        assert_eq!(items.len(), 1, "{} in {saved:#?}", note(round));
        let told = format!("Saved #{}.", items[0].number);
        let history = platforms.telegram.history(author(round));
        let answers: Vec<_> = history.iter().filter(|shown| shown.text.contains("Saved #")).collect();
        assert!(answers.iter().all(|shown| shown.text.contains(&told)), "{told} in {answers:#?}");
    }
    assert_eq!(saved.len() as u64, KILLS + 1);
}

/// Every record of a kind that a bot left.
pub(crate) async fn all<R: Record>(config: &Configured) -> Vec<R> {
    let store = SledStore::open(SledOptions::new(config.store())).expect("nobody uses it any more");
    let range = KeyRange::collection(&"acme".into(), R::COLLECTION, 10_000);
    let rows = store.range(&range).await.expect("the store can be read");
    rows.iter().map(|(_, row)| record::decode(&row.value).expect("as it was written")).collect()
}
