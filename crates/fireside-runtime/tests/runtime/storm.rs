//! Words that wait, in a storm: limits, refusals, lost answers, withdrawals and
//! restarts in any order. A seed plays one storm again.

use std::collections::HashMap;
use std::time::Duration;

use fireside_core::Receipt;
use fireside_core::ports::{DeliveryError, Limit, Scope};
use fireside_testkit::fake_adapter::Reply;

use crate::joining::{relaying, say_as};
use crate::stage::Stage;

const STORMS: u64 = 40;
/// How often the process ends in a storm.
const RESTARTS: usize = 4;
/// How much is said between two restarts, and how many attempts are answered badly.
const WORDS: u64 = 40;
const BAD_REPLIES: u64 = 12;

/// xorshift64*: the same numbers from the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % end
    }
}

/// What a storm has come to.
struct Storm {
    random: Random,
    /// Everything that was said, in order, with whose words they are.
    said: Vec<(String, &'static str)>,
    /// What the platform outcomes: one entry for each message.
    shown: Vec<String>,
    /// How each of the words ended.
    reported: HashMap<String, String>,
}

impl Storm {
    /// A reply, and whether the platform outcomes what it answers.
    fn reply(&mut self, number: u64) -> (Reply, bool) {
        let why = || "as the storm says".to_owned();
        let after = Some(Duration::from_secs(self.random.below(30)));
        match self.random.below(6) {
            0 => (Reply::Fails(DeliveryError::Refused { why: why() }), false),
            1 => (Reply::Fails(DeliveryError::Retry { after, scope: Scope::Destination, why: why() }), false),
            2 => (Reply::Fails(DeliveryError::Ambiguous { why: why() }), false),
            3 if number + 1 == BAD_REPLIES => (Reply::Never, false),
            _ => (Reply::Done(Receipt { message: Some("m".into()), ..Receipt::default() }), true),
        }
    }

    async fn say(&mut self, stage: &Stage) {
        for _ in 0..WORDS {
            let name = if self.random.below(4) == 0 { "Ben" } else { "Ana" };
            let mark = if self.random.below(8) == 0 { "!" } else { "" };
            let words = format!("{mark}{}", self.said.len());
            say_as(stage, name, &[&words]).await;
            self.said.push((words, name));
            if self.random.below(10) == 0 {
                let index = self.random.below(self.said.len() as u64);
                let (back, _) = self.said[usize::try_from(index).unwrap()].clone();
                // Taking the same words back twice is the same event told again.
                say_as(stage, "Cleo", &[&format!("back {back}")]).await;
            }
        }
    }

    fn report(&mut self, report: &str) {
        let (words, end) = report.split_once(": ").unwrap();
        let before = self.reported.insert(words.to_owned(), end.to_owned());
        assert!(before.is_none_or(|before| before == end), "{words} ended twice: {end}");
    }

    /// One run of the bot, to its end or until everything has ended.
    async fn run(&mut self, stage: &Stage, is_last: bool) {
        let limit = Limit::Rate { scope: "south".into(), burst: 2, per: Duration::from_secs(20) };
        stage.south.limit(vec![limit]);
        let mut outcomes = Vec::new();
        for number in 0..if is_last { 0 } else { BAD_REPLIES } {
            let (reply, is_shown) = self.reply(number);
            stage.south.reply(reply);
            outcomes.push(is_shown);
        }
        let runtime = stage.start(relaying()).await;
        self.say(stage).await;
        if is_last {
            while self.reported.len() < self.said.len() {
                let report = stage.north.deliveries.next_words().await;
                self.report(&report);
            }
        } else {
            let minutes = Duration::from_mins(self.random.below(4));
            tokio::time::sleep(minutes).await;
        }
        runtime.stop().await;
        for report in stage.north.deliveries.so_far().await {
            self.report(&report);
        }
        let attempts = stage.south.deliveries.so_far().await.into_iter().enumerate();
        let shown = attempts.filter(|(attempt, _)| outcomes.get(*attempt).copied().unwrap_or(true));
        self.shown.extend(shown.map(|(_, words)| words));
    }

    fn check(&self) {
        let author: HashMap<_, _> = self.said.iter().map(|(words, name)| (words.as_str(), *name)).collect();
        for message in &self.shown {
            let mut lines = message.split('\n');
            assert!(
                lines.clone().all(|line| author[line] == author[lines.clone().next().unwrap()]),
                "{message}"
            );
            assert!(
                lines.next().unwrap() == message || !message.contains('!'),
                "it joins nothing: {message}"
            );
        }
        let shown: Vec<&str> = self.shown.iter().flat_map(|message| message.split('\n')).collect();
        let expected = self.said.iter().map(|(words, _)| words.as_str());
        let delivered = expected.filter(|words| self.reported[*words].starts_with('m')).collect::<Vec<_>>();
        assert_eq!(shown, delivered, "in order, each once, and nothing that was withdrawn or refused");
    }
}

#[tokio::test(start_paused = true)]
async fn no_storm_loses_words_or_changes_their_order() {
    for seed in 1..=STORMS {
        eprintln!("storm {seed}");
        let random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut storm = Storm { random, said: Vec::new(), shown: Vec::new(), reported: HashMap::new() };
        let mut stage = Stage::set();
        for run in 0..=RESTARTS {
            storm.run(&stage, run == RESTARTS).await;
            stage = stage.after(Duration::from_secs(1));
        }
        storm.check();
    }
}
