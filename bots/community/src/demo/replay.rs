//! A real chat replayed: its talk in the Telegram group, with dialogues in
//! between; at the end, what was counted.

use std::collections::{BTreeSet, HashMap};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use fireside_sim::telegram::{Shown, World};
use serde::Deserialize;

use super::stage::Stage;

/// How much talk lies between two dialogues, in messages.
const BETWEEN_DIALOGUES: usize = 50;
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// The first Telegram account of the log's people.
const FIRST_ACCOUNT: i64 = 1_000;
/// How the bot says that an item was saved.
const SAVED: &str = "Saved #";

/// One line of a log. Lines without words are separators and skipped.
#[derive(Debug, Deserialize)]
struct Line {
    user: Option<String>,
    text: Option<String>,
}

/// What the replay counted.
#[derive(Debug, Default)]
struct Counts {
    messages: usize,
    feedback: BTreeSet<u64>,
    cases: usize,
    relayed: usize,
    /// How many messages the bot was asked for.
    answers: usize,
}

pub(super) async fn replay(stage: &Stage, log: &Path, limit: Option<usize>) -> anyhow::Result<()> {
    let mut player = Player { stage, accounts: HashMap::new(), counts: Counts::default() };
    // It hears all of the talk, and is to answer none of it.
    player.world().set_privacy_mode(false);
    let began = Instant::now();
    let mut dialogues = 0;
    let mut speaker = stage.scene.on_telegram.mia;
    for line in lines(log)?.take(limit.unwrap_or(usize::MAX)) {
        let (user, text) = line?;
        speaker = player.talk(user, &text);
        if player.counts.messages.is_multiple_of(BETWEEN_DIALOGUES) {
            dialogues += 1;
            player.dialogue(speaker, dialogues).await?;
        }
    }
    ensure!(player.counts.messages > 0, "{} holds no message with `user` and `text`", log.display());
    player.dialogue(speaker, dialogues + 1).await?;
    player.settle().await?;
    player.report(began.elapsed())
}

/// The log's messages: who and what.
fn lines(log: &Path) -> anyhow::Result<impl Iterator<Item = anyhow::Result<(String, String)>>> {
    let file = std::fs::File::open(log).with_context(|| format!("{} can't be read", log.display()))?;
    let gzipped = log.extension().is_some_and(|ending| ending == "gz");
    let reader: Box<dyn Read> =
        if gzipped { Box::new(flate2::read::GzDecoder::new(file)) } else { Box::new(file) };
    let numbered = BufReader::new(reader).lines().enumerate();
    Ok(numbered.filter_map(|(index, line)| {
        let line = match line {
            Ok(line) => line,
            Err(error) => return Some(Err(error.into())),
        };
        match serde_json::from_str::<Line>(&line) {
            Ok(Line { user: Some(user), text: Some(text) }) if !text.trim().is_empty() => {
                Some(Ok((user, text)))
            }
            Ok(_) => None,
            Err(error) => Some(Err(anyhow::anyhow!("line {} is not a message: {error}", index + 1))),
        }
    }))
}

struct Player<'a> {
    stage: &'a Stage,
    accounts: HashMap<String, i64>,
    counts: Counts,
}

impl Player<'_> {
    fn world(&self) -> World {
        self.stage.scene.telegram.world()
    }

    /// One message of the log. A line that a person of long ago began with a
    /// slash was no command to this bot: it gets a space before it.
    fn talk(&mut self, user: String, text: &str) -> i64 {
        let world = self.world();
        let group = self.stage.scene.on_telegram.group;
        let next = FIRST_ACCOUNT + i64::try_from(self.accounts.len()).unwrap_or(0);
        let account = *self.accounts.entry(user).or_insert_with_key(|user| {
            world.add_user(next, user);
            world.add_member(group, next);
            next
        });
        let words: String = text.chars().take(2000).collect();
        let words = if words.starts_with('/') { format!(" {words}") } else { words };
        world.say(group, account, &words);
        self.counts.messages += 1;
        account
    }

    /// Feedback and calls for a human in turn.
    async fn dialogue(&mut self, speaker: i64, number: usize) -> anyhow::Result<()> {
        if number.is_multiple_of(4) {
            self.case(speaker, number).await
        } else {
            self.feedback(speaker, number).await
        }
    }

    async fn feedback(&mut self, speaker: i64, number: usize) -> anyhow::Result<()> {
        let world = self.world();
        let group = self.stage.scene.on_telegram.group;
        let asked = world.say(group, speaker, &format!("/feedback Replayed feedback {number}"));
        let kind = self.answer(asked, &["What is it?"]).await?.message_id;
        self.press(speaker, kind, "Idea")?;
        let mut saved = self.answer(kind, &[SAVED, "Is it one of these?"]).await?;
        if !saved.text.contains(SAVED) {
            self.press(speaker, saved.message_id, "No, it's new")?;
            saved = self.answer(saved.message_id, &[SAVED]).await?;
        }
        let digits: String =
            saved.text.chars().skip_while(|c| *c != '#').skip(1).take_while(char::is_ascii_digit).collect();
        let fresh = self.counts.feedback.insert(digits.parse().context("a saved item has no number")?);
        ensure!(fresh, "two items were saved as #{digits}");
        Ok(())
    }

    /// Waits until the bot says one of these things in the group, after a message.
    async fn answer(&mut self, after: i64, words: &[&str]) -> anyhow::Result<Shown> {
        let group = self.stage.scene.on_telegram.group;
        let is_answer = |shown: &Shown| {
            shown.from_bot && shown.message_id > after && words.iter().any(|words| shown.text.contains(words))
        };
        let answer = |world: &World| world.history(group).into_iter().find(is_answer);
        let answer = self.world().wait_for(PATIENCE, answer).await;
        self.counts.answers += 1;
        answer.with_context(|| format!("the bot did not say {words:?}"))
    }

    fn press(&self, speaker: i64, message: i64, label: &str) -> anyhow::Result<()> {
        let group = self.stage.scene.on_telegram.group;
        self.world().press(group, message, speaker, label)?;
        Ok(())
    }

    async fn case(&mut self, speaker: i64, number: usize) -> anyhow::Result<()> {
        let group = self.stage.scene.on_telegram.group;
        let world = self.world();
        let (discord, on) = (self.stage.scene.discord.world(), self.stage.scene.on_discord);
        let before = discord.threads(on.desk).len();
        let asked = world.say(group, speaker, &format!("/human replayed case {number}"));
        let called = world.wait_for_text_after(group, asked, "#", PATIENCE).await?;
        let room = discord.wait_for(|world| world.threads(on.desk).get(before).cloned(), PATIENCE).await;
        let room = room.context("no room was opened for a case")?.id;
        for line in 1..=3 {
            let words = format!("replayed line {number} part {line}");
            world.say_in(group, None, speaker, &words, Some(called.message_id));
        }
        let last = format!("replayed line {number} part 3");
        discord.wait_for_text(room, &last, PATIENCE).await.with_context(|| format!("«{last}» was lost"))?;
        let relayed =
            discord.history(room).into_iter().filter(|it| it.text.contains("replayed line")).count();
        ensure!(relayed == 3, "of 3 lines {relayed} were relayed");
        discord.run_command(room, on.ana, "close", &[])?;
        world.wait_for_text_after(group, asked, "closed", PATIENCE).await?;
        self.counts.cases += 1;
        self.counts.relayed += relayed;
        self.counts.answers += 2;
        Ok(())
    }

    /// Waits until the bot has taken everything in and has nothing under way.
    async fn settle(&self) -> anyhow::Result<()> {
        let world = self.world();
        let done = async {
            while world.pending_updates() > 0 || !self.stage.runtime.is_idle() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        tokio::time::timeout(PATIENCE, done).await.context("the bot did not come to rest")
    }

    /// Says what was counted; an error where something was lost, doubled or
    /// said that nobody had asked for.
    #[expect(clippy::print_stdout, reason = "it is what was asked for")]
    fn report(&self, took: Duration) -> anyhow::Result<()> {
        let Counts { messages, feedback, cases, relayed, answers } = &self.counts;
        let stats = self.stage.runtime.stats();
        let group = self.stage.scene.on_telegram.group;
        let said = self.world().history(group).iter().filter(|shown| shown.from_bot).count();
        #[expect(clippy::cast_precision_loss, reason = "a rate for reading")]
        let rate = stats.received as f64 / took.as_secs_f64();
        println!("messages replayed         {messages}");
        println!("people                    {}", self.accounts.len());
        println!("feedback saved            {} (numbers all different)", feedback.len());
        println!("cases handed over         {cases} ({relayed} lines relayed, none lost, none doubled)");
        println!("the bot spoke             {said} times, asked for {answers}");
        println!("events taken in           {} in {:.1} s: {rate:.0}/s", stats.received, took.as_secs_f64());
        println!("commits                   {} ({} events needed none)", stats.committed, stats.idle);
        println!("not deliverable           {}", stats.undeliverable);
        println!("set aside                 {}", stats.quarantined);
        if said != *answers {
            bail!("the bot spoke {said} times in the group and was asked {answers} times");
        }
        ensure!(
            stats.undeliverable == 0 && stats.quarantined == 0,
            "something was not delivered or not decided"
        );
        Ok(())
    }
}
