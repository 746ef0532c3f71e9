//! The stage: both simulators, furnished, the bot on them, and the first steps
//! that most tests begin with.

use std::path::Path;
use std::time::Duration;

use fireside_community::Home;
use fireside_community::scene::Reach;
use fireside_core::Engine;
use fireside_core::record::Record;
use fireside_handoff::{Relay, Settings, WhereTo};
use fireside_runtime::Runtime;
use fireside_sim::scene::{OnDiscord, OnTelegram, TELEGRAM_TOKEN};
use fireside_sim::{Clock, Scene, discord, telegram};
use tempfile::TempDir;

use crate::bot::{Bot, PATIENCE, engine};
use crate::records::records;

/// How often the bot is looked at while it is waited for.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// Both platforms with a bot that works on them.
#[derive(Debug)]
pub struct Stage {
    /// The bot.
    pub bot: Bot,
    /// The simulated Telegram.
    pub telegram: telegram::World,
    /// The simulated Discord.
    pub discord: discord::World,
    /// Who and what is on Telegram.
    pub there: OnTelegram,
    /// Who and what is on Discord.
    pub here: OnDiscord,
    scene: Scene,
    reach: Reach,
    home: Home,
    folder: TempDir,
}

/// Everything staff write goes out, and customers are answered where they call.
fn simple() -> Settings {
    Settings { relay: Relay::All, place: WhereTo::Here, talk_button: false, ..Settings::default() }
}

/// A case whose room is a thread in Discord.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// The room.
    pub room: u64,
    /// Its card in the team's channel.
    pub card: u64,
    /// What the bot said last to the customer, who answers it in a group.
    pub called: i64,
}

/// A case whose room is a topic in Telegram.
#[derive(Debug, Clone, Copy)]
pub struct Topic {
    /// The topic.
    pub thread: i64,
    /// Its card in General.
    pub card: i64,
}

impl Stage {
    /// A stage without rate limits, with the community bot on it.
    ///
    /// # Panics
    /// When no port is free or the bot does not start.
    pub async fn set(home: Home) -> Self {
        Self::set_with(home, discord::Limits::unlimited(), engine()).await
    }

    /// The same with other limits on Discord or another bot.
    ///
    /// # Panics
    /// When no port is free or the bot does not start.
    pub async fn set_with(home: Home, limits: discord::Limits, engine: Engine) -> Self {
        Self::set_reaching(home, limits, engine, simple(), None).await
    }

    /// A stage on which the community has set this about handoffs.
    ///
    /// # Panics
    /// When no port is free or the bot does not start.
    pub async fn set_about(home: Home, handoff: Settings) -> Self {
        Self::set_reaching(home, discord::Limits::unlimited(), engine(), handoff, None).await
    }

    /// A stage on which other software is told what happens: where it listens,
    /// and the secret it shares with the bot.
    ///
    /// # Panics
    /// When no port is free or the bot does not start.
    pub async fn set_telling(home: Home, url: &str, secret: &str) -> Self {
        let outward = Some((url.to_owned(), secret.to_owned()));
        Self::set_reaching(home, discord::Limits::unlimited(), engine(), simple(), outward).await
    }

    async fn set_reaching(
        home: Home,
        limits: discord::Limits,
        engine: Engine,
        handoff: Settings,
        outward: Option<(String, String)>,
    ) -> Self {
        let clock = Clock::running();
        let telegram = telegram::Options {
            token: TELEGRAM_TOKEN.to_owned(),
            clock: clock.clone(),
            ..telegram::Options::default()
        };
        // Heartbeats come often, so that a gateway that falls silent is soon noticed.
        let discord =
            discord::Options { clock, limits, heartbeat_interval_ms: 500, ..discord::Options::default() };
        let scene = Scene::start_with(telegram, discord).await.expect("ports are free");
        let folder = tempfile::tempdir().expect("a folder can be made");
        let reach = Reach { outward, handoff, ..Reach::of(&scene) };
        let bot = Bot::start(&scene, &reach, home, folder.path(), engine).await.expect("the bot starts");
        let (telegram, discord) = (scene.telegram.world(), scene.discord.world());
        let (there, here) = (scene.on_telegram, scene.on_discord);
        let stage = Self { bot, telegram, discord, there, here, scene, reach, home, folder };
        assert!(stage.discord.wait_for_bot(PATIENCE).await, "the bot reaches the simulated gateway");
        stage
    }

    /// The bot stops in an orderly way; then `meanwhile` happens, and it starts again.
    ///
    /// # Panics
    /// When the bot does not start.
    pub async fn restart(self, meanwhile: impl FnOnce(&Scene)) -> Self {
        let Self { bot, scene, reach, home, folder, .. } = self;
        bot.stop().await;
        meanwhile(&scene);
        let bot = Bot::start(&scene, &reach, home, folder.path(), engine()).await;
        let bot = bot.expect("the bot starts");
        Self { bot, scene, reach, home, folder, ..self }
    }

    /// Everything stops.
    pub async fn clear(self) {
        self.bot.stop().await;
        self.scene.stop().await;
    }

    /// Everything stops; what is left is every record of a kind in the store.
    pub async fn clear_and_read<R: Record>(self) -> Vec<R> {
        self.bot.stop().await;
        self.scene.stop().await;
        records(self.folder.path()).await
    }

    /// Where the store is.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The address of the simulated Bot API, with the bot's token.
    pub fn bot_api(&self) -> String {
        format!("{}/bot{TELEGRAM_TOKEN}", self.scene.telegram.url())
    }

    /// Waits until the bot shows something that the platforms don't.
    ///
    /// # Panics
    /// When it never does.
    pub async fn until(&self, what: &str, shows: impl Fn(&Runtime) -> bool) {
        let mut looks = tokio::time::interval(LOOK_EVERY);
        let seen = tokio::time::timeout(PATIENCE, async {
            while !shows(&self.bot.runtime) {
                looks.tick().await;
            }
        });
        assert!(
            seen.await.is_ok(),
            "{what}: {:?} {:?}",
            self.bot.runtime.stats(),
            self.bot.runtime.notices()
        );
    }

    /// Waits until the bot has nothing under way.
    ///
    /// # Panics
    /// When it always has.
    pub async fn at_rest(&self) {
        self.until("nothing is under way", Runtime::is_idle).await;
    }

    /// Whether an operator was told something with `words` in it.
    pub fn was_noted(&self, words: &str) -> bool {
        self.bot.runtime.notices().iter().any(|notice| notice.to_string().contains(words))
    }

    /// Mia calls a human in the customers' group.
    ///
    /// # Panics
    /// When no room with her words is opened in Discord.
    pub async fn call_from_group(&self, words: &str) -> Case {
        let (chat, mia) = (self.there.group, self.there.mia);
        self.call_from(chat, mia, words).await
    }

    /// Somebody calls a human in a Telegram chat.
    ///
    /// # Panics
    /// When no room with their words is opened in Discord.
    pub async fn call_from(&self, chat: i64, user: i64, words: &str) -> Case {
        let before = self.discord.threads(self.here.desk).len();
        let said = self.telegram.say(chat, user, &format!("/human {words}"));
        let called = self.telegram.wait_for_text_after(chat, said, "I have called a person", PATIENCE).await;
        let opened = |world: &discord::World| world.threads(self.here.desk).get(before).cloned();
        let room = self.discord.wait_for(opened, PATIENCE).await.expect("a room is opened").id;
        self.in_channel(room, words).await;
        // A room that was started from a message has the message's id.
        Case { room, card: room, called: called.expect("the customer is answered").message_id }
    }

    /// Ana takes the case on.
    ///
    /// # Panics
    /// When the customers' group is not told.
    pub async fn claim(&self, case: Case) {
        self.discord.run_command(case.room, self.here.ana, "claim", &[]).expect("the command is registered");
        self.telegram.wait_for_text(self.there.group, "Ana", PATIENCE).await.expect("they hear who came");
    }

    /// Leo calls a human in the lounge.
    ///
    /// # Panics
    /// When no topic with his words is opened in Telegram.
    pub async fn call_from_lounge(&self, words: &str) -> Topic {
        let asked = [("text", words)];
        self.discord.run_command(self.here.lounge, self.here.leo, "human", &asked).expect("registered");
        let opened = |world: &telegram::World| world.topics(self.there.staff_group).pop();
        let topic = self.telegram.wait_for(PATIENCE, opened).await.expect("a topic is opened");
        self.in_topic(topic.thread, words).await;
        let card = self.telegram.wait_for_text(self.there.staff_group, "Case #", PATIENCE).await;
        let general = self.telegram.thread_history(self.there.staff_group, None);
        let card = general.iter().find(|shown| shown.text.contains("Case #")).or(card.as_ref().ok());
        Topic { thread: topic.thread, card: card.expect("the card is in General").message_id }
    }

    /// Waits for words in a channel or room in Discord, as a reader sees them.
    ///
    /// # Panics
    /// When they don't come.
    pub async fn in_channel(&self, channel: u64, words: &str) -> discord::SeenMessage {
        let newest = |world: &discord::World| newest(world.history(channel), words);
        let shown = self.discord.wait_for(newest, PATIENCE).await;
        shown.unwrap_or_else(|| panic!("«{words}» in {:#?}", self.texts_in(channel)))
    }

    /// Waits for words that one user alone sees in Discord.
    ///
    /// # Panics
    /// When they don't come.
    pub async fn told(&self, user: u64, words: &str) -> discord::SeenMessage {
        let newest = |world: &discord::World| newest(world.private_messages(user), words);
        let shown = self.discord.wait_for(newest, PATIENCE).await;
        shown.unwrap_or_else(|| panic!("«{words}» in {:#?}", self.discord.private_messages(user)))
    }

    /// Waits for the bot's words in a case's topic in Telegram.
    ///
    /// # Panics
    /// When they don't come.
    pub async fn in_topic(&self, thread: i64, words: &str) -> telegram::Shown {
        let group = self.there.staff_group;
        let of_bot = |world: &telegram::World| {
            let said = world.thread_history(group, Some(thread));
            said.into_iter().rev().find(|shown| shown.from_bot && shown.text.contains(words))
        };
        let shown = self.telegram.wait_for(PATIENCE, of_bot).await;
        shown.unwrap_or_else(|| panic!("«{words}» in {:#?}", self.texts_in_topic(thread)))
    }

    /// Waits for the bot's words in the customers' group in Telegram.
    ///
    /// # Panics
    /// When they don't come.
    pub async fn in_group(&self, words: &str) -> telegram::Shown {
        let shown = self.telegram.wait_for_text(self.there.group, words, PATIENCE).await;
        shown.unwrap_or_else(|error| panic!("{error}"))
    }

    /// What the bot said in a topic, oldest first.
    pub fn texts_in_topic(&self, thread: i64) -> Vec<String> {
        let said = self.telegram.thread_history(self.there.staff_group, Some(thread));
        said.into_iter().filter(|shown| shown.from_bot).map(|shown| shown.text).collect()
    }

    /// What stands in a channel or room in Discord as a reader sees it, oldest first.
    pub fn texts_in(&self, channel: u64) -> Vec<String> {
        self.discord.history(channel).iter().map(|message| as_read(&message.text)).collect()
    }

    /// How often the bot said something with `words` in a Telegram chat.
    pub fn times_in_chat(&self, chat: i64, words: &str) -> usize {
        let said = self.telegram.history(chat);
        said.iter().filter(|shown| shown.from_bot && shown.text.contains(words)).count()
    }

    /// How often `words` stand in a channel or room in Discord.
    pub fn times_in(&self, channel: u64, words: &str) -> usize {
        self.texts_in(channel).iter().filter(|text| text.contains(words)).count()
    }
}

fn newest(messages: Vec<discord::SeenMessage>, words: &str) -> Option<discord::SeenMessage> {
    messages.into_iter().rev().find(|message| as_read(&message.text).contains(words))
}

/// Markdown without its escapes.
fn as_read(markdown: &str) -> String {
    let mut read = String::new();
    let mut chars = markdown.chars();
    while let Some(c) = chars.next() {
        read.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    read
}
