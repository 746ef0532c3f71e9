//! The town: both platforms, the bot, and customers whose cases staff have.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, ensure};
use fireside_sim::scene::TELEGRAM_TOKEN;
use fireside_sim::{Clock, Scene, discord, telegram};
use fireside_tests::BotProcess;
use tempfile::TempDir;
use tokio::time::Instant;

/// The first customer's account, which is their chat as well.
const FIRST_CUSTOMER: i64 = 600_000_000;
/// How long the bot may take for one step.
const STEP_MAX: Duration = Duration::from_mins(1);

/// Both platforms, with the bot on them.
pub(crate) struct Town {
    pub(crate) scene: Scene,
    pub(crate) bot: BotProcess,
    pub(crate) cases: Vec<Case>,
    _folder: TempDir,
}

/// A case: the customer's chat and its room.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case {
    pub(crate) chat: i64,
    pub(crate) room: u64,
}

impl Town {
    /// Builds it, with so many cases under way, where Discord keeps its limits or none.
    pub(crate) async fn build(cases: usize, keeps_limits: bool) -> anyhow::Result<Self> {
        let limits = if keeps_limits { discord::Limits::default() } else { discord::Limits::unlimited() };
        let clock = Clock::running();
        let telegram = telegram::Options {
            token: TELEGRAM_TOKEN.to_owned(),
            clock: clock.clone(),
            history_max: 64,
            calls_max: 0,
            ..telegram::Options::default()
        };
        let discord = discord::Options { clock, limits, ..discord::Options::default() };
        let scene = Scene::start_with(telegram, discord).await?;
        let folder = tempfile::tempdir()?;
        let config = folder.path().join("fireside.toml");
        std::fs::write(&config, configuration(&scene, folder.path(), keeps_limits))?;
        let config = config.display().to_string();
        let tokens = [
            ("FIRESIDE_TELEGRAM_TOKEN", TELEGRAM_TOKEN),
            ("FIRESIDE_DISCORD_TOKEN", scene.discord_token.as_str()),
            ("RUST_LOG", "error"),
        ];
        let bot = BotProcess::start(["run", "--config", &config], &tokens).context("the bot can't start")?;
        ensure!(scene.discord.world().wait_for_bot(STEP_MAX).await, "the bot does not come");
        let mut town = Self { scene, bot, cases: Vec::new(), _folder: folder };
        town.open(cases).await?;
        Ok(town)
    }

    async fn open(&mut self, cases: usize) -> anyhow::Result<()> {
        let (telegram, discord) = (self.scene.telegram.world(), self.scene.discord.world());
        let here = self.scene.on_discord;
        for index in 0..cases {
            let chat = FIRST_CUSTOMER + i64::try_from(index)?;
            telegram.add_user(chat, format!("Customer{index}"));
            telegram.say(chat, chat, "/human the lamp flickers");
        }
        let all = |world: &discord::World| {
            let threads = world.threads(here.desk);
            (threads.len() == cases).then_some(threads)
        };
        let threads = discord.wait_for(all, STEP_MAX).await.context("not every room is opened")?;
        for thread in threads {
            let (number, name) = thread.name.rsplit_once("Customer").context("a room names its customer")?;
            let chat = FIRST_CUSTOMER + name.parse::<i64>()?;
            let case = [("case", number.trim().trim_start_matches('#'))];
            discord.run_command(here.desk, here.ana, "claim", &case).context("`claim` is registered")?;
            self.cases.push(Case { chat, room: thread.id });
        }
        let deadline = Instant::now() + STEP_MAX;
        for case in &self.cases {
            let left = deadline.saturating_duration_since(Instant::now());
            let heard = telegram.wait_for_text(case.chat, "is with you now", left).await;
            if let Err(why) = heard {
                anyhow::bail!("not every case is taken on: {why}");
            }
        }
        Ok(())
    }

    /// Ends everything.
    pub(crate) async fn clear(mut self) -> anyhow::Result<()> {
        self.bot.kill().await?;
        self.scene.stop().await;
        Ok(())
    }
}

fn configuration(scene: &Scene, folder: &Path, keeps_limits: bool) -> String {
    let (there, here) = (scene.on_telegram, scene.on_discord);
    format!(
        r#"
        [store]
        path = "{store}"
        [telegram]
        api_url = "{telegram}"
        limits = false
        [discord]
        api_url = "{discord}"
        limits = {limits}
        [[community]]
        id = "acme"
        name = "Acme"
        staff_home = "discord"
        [community.telegram]
        groups = [{group}]
        private_chats = true
        [community.discord]
        guild = {guild}
        staff_channel = {desk}
        staff_roles = [{team}]
        [community.handoff]
        relay = "all"
        "#,
        store = folder.join("store").display(),
        telegram = scene.telegram.url(),
        discord = scene.discord.url(),
        limits = keeps_limits,
        group = there.group,
        guild = here.guild,
        desk = here.desk,
        team = here.team,
    )
}
