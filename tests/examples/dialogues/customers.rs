//! The customers: each begins a dialogue when another ends, and goes on with
//! its own as soon as the bot answers.

use std::collections::{HashSet, VecDeque};
use std::time::Duration;

use anyhow::ensure;
use fireside_sim::telegram::{EventKind, Shown, World};
use tokio::time::Instant;

use crate::Load;

/// The first chat's id.
const FIRST_CHAT: i64 = 500_000_000;
/// How long nothing at all may happen before what is under way counts as lost.
const SILENCE_MAX: Duration = Duration::from_secs(5);
/// How long the bot may take to start.
const START_MAX: Duration = Duration::from_secs(20);
/// What the bot says after each step.
const ANSWERS: [&str; 2] = ["What is it?", "Saved #"];

pub(crate) struct Customers {
    world: World,
    load: Load,
    chats: Vec<Option<Waiting>>,
    idle: VecDeque<usize>,
    /// The last event of the simulator that was looked at.
    seen: u64,
    begun: usize,
    is_measured: bool,
    waits: Vec<Duration>,
    numbers: HashSet<String>,
    played: Played,
}

/// A dialogue under way.
#[derive(Debug, Clone, Copy)]
struct Waiting {
    step: usize,
    since: Instant,
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Played {
    pub(crate) begun: usize,
    pub(crate) ended: usize,
    /// Steps that were answered while measuring, and how long each waited, sorted.
    pub(crate) waits: Vec<Duration>,
    /// Answers that came twice, or in the wrong place.
    pub(crate) stray: usize,
    /// Different numbers that were given.
    pub(crate) numbers: usize,
}

impl Customers {
    pub(crate) fn new(world: World, load: Load) -> Self {
        let chats = vec![None; load.chats];
        let idle = (0..load.chats).collect();
        Self {
            world,
            load,
            chats,
            idle,
            seen: 0,
            begun: 0,
            is_measured: false,
            waits: Vec::new(),
            numbers: HashSet::new(),
            played: Played::default(),
        }
    }

    /// Waits until the bot polls.
    pub(crate) async fn await_bot(&self) -> anyhow::Result<()> {
        let polls = tokio::time::timeout(START_MAX, async {
            while !self.world.poll_waits() {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        });
        ensure!(polls.await.is_ok(), "the bot does not poll");
        Ok(())
    }

    pub(crate) fn begin_measuring(&mut self) {
        self.is_measured = true;
    }

    /// Plays until so many dialogues have ended.
    pub(crate) async fn play_until(&mut self, ended: usize, deadline: Instant) {
        let all = self.load.warmup + self.load.dialogues;
        while self.played.ended < ended {
            while self.begun - self.played.ended < self.load.in_flight && self.begun < all && self.begin() {}
            if !self.hear(deadline).await {
                return;
            }
        }
    }

    /// Waits for what is under way, and for what should not come any more.
    pub(crate) async fn play_out(&mut self, deadline: Instant) {
        while self.played.ended < self.begun && self.hear(deadline).await {}
    }

    pub(crate) fn played(mut self) -> Played {
        self.waits.sort_unstable();
        Played { begun: self.begun, numbers: self.numbers.len(), waits: self.waits, ..self.played }
    }

    fn begin(&mut self) -> bool {
        let Some(customer) = self.idle.pop_front() else { return false };
        self.begun += 1;
        self.chats[customer] = Some(Waiting { step: 0, since: Instant::now() });
        let chat = chat_of(customer);
        self.world.say(chat, chat, &format!("/feedback {}", words_of(self.begun)));
        true
    }

    /// Takes in what the bot has said since; false when nothing comes any more.
    async fn hear(&mut self, deadline: Instant) -> bool {
        let patience = SILENCE_MAX.min(deadline.saturating_duration_since(Instant::now()));
        let events = self.world.next_events(self.seen, patience).await;
        let Some(last) = events.last() else { return false };
        self.seen = last.seq;
        let said = events.into_iter().filter(|event| event.kind == EventKind::Sent && event.message.from_bot);
        for event in said {
            self.on_answer(&event.message);
        }
        true
    }

    fn on_answer(&mut self, answer: &Shown) {
        let Some(customer) = usize::try_from(answer.chat - FIRST_CHAT).ok() else { return };
        let waiting = self.chats.get(customer).copied().flatten();
        let Some(waiting) = waiting.filter(|waiting| answer.text.contains(ANSWERS[waiting.step])) else {
            self.played.stray += 1;
            return;
        };
        if self.is_measured {
            self.waits.push(waiting.since.elapsed());
        }
        self.go_on(customer, waiting.step + 1, answer);
    }

    fn go_on(&mut self, customer: usize, step: usize, answer: &Shown) {
        let chat = chat_of(customer);
        self.chats[customer] = Some(Waiting { step, since: Instant::now() });
        match step {
            1 if self.world.press(chat, answer.message_id, chat, "Bug").is_ok() => {}
            1 => self.played.stray += 1,
            _ => {
                let number = answer.text.split_once('#').map_or("", |(_, rest)| rest);
                self.numbers.insert(number.chars().take_while(char::is_ascii_digit).collect());
                self.chats[customer] = None;
                self.idle.push_back(customer);
                self.played.ended += 1;
            }
        }
    }
}

fn chat_of(customer: usize) -> i64 {
    FIRST_CHAT + i64::try_from(customer).unwrap_or(i64::MAX - FIRST_CHAT)
}

/// Words for a dialogue, that are like those of no other: nobody is asked
/// whether it is one of those that are there.
fn words_of(dialogue: usize) -> String {
    let mut mixed = dialogue as u64;
    let mut word = || {
        // splitmix64
        mixed = mixed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut letters = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        letters = (letters ^ (letters >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        letters ^= letters >> 31;
        letters.to_le_bytes()[..7].iter().map(|byte| char::from(b'a' + byte % 26)).collect::<String>()
    };
    (0..4).map(|_| word()).collect::<Vec<_>>().join(" ")
}
