//! The story that both platforms see, in three acts.

use std::path::Path;
use std::time::Duration;

use anyhow::Context;
use fireside_community::Home;
use fireside_community::scene::{Reach, builder_reaching};
use fireside_core::{Engine, Place};
use fireside_runtime::Runtime;
use fireside_sim::{Scene, discord, telegram};
use serde_json::{Value, json};

use crate::exhibit::{self, Exhibit};
use crate::on_discord::Discord;
use crate::on_telegram::Telegram;
use crate::people::People;
use crate::recording::Door;

/// How long nothing may happen until what went before is over.
const QUIET: Duration = Duration::from_millis(400);
const LOOK_EVERY: Duration = Duration::from_millis(20);
const PATIENCE: Duration = Duration::from_mins(1);

/// Both platforms, and how the bot reaches them.
#[derive(Debug)]
pub(crate) struct Story<'a> {
    pub(crate) scene: &'a Scene,
    pub(crate) reach: Reach,
    /// Where the bot listens for updates in the second act.
    pub(crate) webhook: &'a Door,
    /// Where it listens for interactions in the second act.
    pub(crate) interactions: &'a Door,
    pub(crate) folder: &'a Path,
}

impl Story<'_> {
    /// First everything by polls and over the gateway, then much of it again by
    /// webhook and interactions endpoint; at last a word by polls once more.
    pub(crate) async fn tell(mut self) -> anyhow::Result<()> {
        let world = self.scene.discord.world();
        let here = self.scene.on_discord;
        let forum = world.add_forum(here.guild, "ideas", &["open", "closed"])?;
        let (telegram, discord) =
            (People::of(self.scene.telegram.url()), People::of(self.scene.discord.url()));
        let mia = Telegram::new(&telegram, self.scene.on_telegram);
        let leo = Discord::new(&discord, here);
        mia.furnish().await?;
        {
            let runtime = self.start(forum).await?;
            self.first_act(&runtime, &mia, &leo, forum).await.context("the first act")?;
            end(&runtime).await;
        }
        self.reach_by_http().await?;
        let runtime = self.start(forum).await?;
        self.second_act(&runtime, &mia, &leo).await.context("the second act")?;
        end(&runtime).await;
        drop(runtime);
        (self.reach.webhook, self.reach.interactions) = (None, None);
        let runtime = self.start(forum).await?;
        mia.exhibit("words").await?;
        end(&runtime).await;
        Ok(())
    }

    async fn first_act(
        &self,
        runtime: &Runtime,
        mia: &Telegram<'_>,
        leo: &Discord<'_>,
        forum: u64,
    ) -> anyhow::Result<()> {
        mia.speak().await?;
        leo.speak().await?;
        self.quiet(runtime).await?;
        mia.live().await?;
        leo.live(forum).await?;
        self.quiet(runtime).await?;
        mia.look().await?;
        leo.look().await?;
        self.quiet(runtime).await?;
        mia.fill_in().await?;
        leo.fill_in().await?;
        self.quiet(runtime).await?;
        let called = mia.call_a_human().await?;
        leo.serve_the_case().await?;
        mia.shown("Which dimmer?").await?;
        mia.answer(called).await?;
        self.quiet(runtime).await?;
        leo.close_the_case().await?;
        self.lose_the_gateway(mia, leo).await?;
        self.quiet(runtime).await
    }

    /// The gateway asks for a new connection, then for a new session: nothing is lost.
    async fn lose_the_gateway(&self, mia: &Telegram<'_>, leo: &Discord<'_>) -> anyhow::Result<()> {
        let world = self.scene.discord.world();
        world.gateway_reconnect();
        leo.say("While it reconnects").await?;
        mia.shown("While it reconnects").await?;
        world.gateway_invalidate(false);
        leo.say("While it begins anew").await?;
        mia.shown("While it begins anew").await.map(drop)
    }

    async fn second_act(
        &self,
        runtime: &Runtime,
        mia: &Telegram<'_>,
        leo: &Discord<'_>,
    ) -> anyhow::Result<()> {
        self.point_interactions_here().await?;
        mia.speak().await?;
        leo.exhibit("words").await?;
        leo.exhibit("card").await?;
        leo.fill_in().await?;
        self.quiet(runtime).await
    }

    async fn start(&self, forum: u64) -> anyhow::Result<Runtime> {
        let engine = exhibit_of(self.scene, forum)?;
        let builder = builder_reaching(self.scene, &self.reach, Home::Discord, self.folder, engine)?;
        let runtime = builder.start().await?;
        let is_there = self.scene.discord.world().wait_for_bot(PATIENCE).await;
        anyhow::ensure!(is_there, "the bot did not reach Discord's gateway");
        Ok(runtime)
    }

    /// From now on Telegram and Discord bring what happens.
    async fn reach_by_http(&mut self) -> anyhow::Result<()> {
        let application = self.application(reqwest::Method::GET, None).await?;
        let key = application["verify_key"].as_str().context("an application has a key")?.to_owned();
        self.reach.webhook = Some((self.webhook.listen, self.webhook.recording.address));
        self.reach.interactions = Some((self.interactions.listen, key));
        Ok(())
    }

    /// What an operator does in the developer portal.
    async fn point_interactions_here(&self) -> anyhow::Result<()> {
        let url = format!("{}/interactions", self.interactions.recording.url());
        self.application(reqwest::Method::PATCH, Some(json!({ "interactions_endpoint_url": url }))).await?;
        Ok(())
    }

    async fn application(&self, method: reqwest::Method, changes: Option<Value>) -> anyhow::Result<Value> {
        let url = format!("{}/api/v10/applications/@me", self.reach.discord_url);
        let token = format!("Bot {}", self.scene.discord_token);
        let mut call = reqwest::Client::new().request(method, url).header("Authorization", token);
        if let Some(changes) = changes {
            call = call.json(&changes);
        }
        Ok(call.send().await?.error_for_status()?.json().await?)
    }

    /// Waits until nothing is under way any more.
    async fn quiet(&self, runtime: &Runtime) -> anyhow::Result<()> {
        let (telegram, discord) = (self.scene.telegram.world(), self.scene.discord.world());
        let mut looks = tokio::time::interval(LOOK_EVERY);
        let waited = tokio::time::timeout(PATIENCE, async {
            let (mut before, mut since) = (None, tokio::time::Instant::now());
            while since.elapsed() < QUIET {
                looks.tick().await;
                let now = (activity(&telegram, &discord), runtime.stats());
                if before != Some(now) || !runtime.is_idle() || telegram.pending_updates() > 0 {
                    (before, since) = (Some(now), tokio::time::Instant::now());
                }
            }
        });
        waited.await.with_context(|| format!("it never came to rest: {:?}", runtime.stats()))
    }
}

/// A measure of what was done so far.
fn activity(telegram: &telegram::World, discord: &discord::World) -> (usize, u64) {
    let polls = |call: &&telegram::CallRecord| !call.method.eq_ignore_ascii_case("getUpdates");
    (telegram.calls("").iter().filter(polls).count(), discord.calls_total())
}

fn exhibit_of(scene: &Scene, forum: u64) -> anyhow::Result<Engine> {
    let (there, here) = (scene.on_telegram, scene.on_discord);
    let on_telegram = |chat: i64| Place::channel(fireside_telegram::PLATFORM, chat.to_string());
    let on_discord = |channel: u64| {
        Place::channel(fireside_discord::PLATFORM, channel.to_string()).within(here.guild.to_string())
    };
    exhibit::engine(Exhibit {
        group: on_telegram(there.group),
        lounge: on_discord(here.lounge),
        topics: on_telegram(there.staff_group),
        forum: on_discord(forum),
    })
}

/// Stops the bot, and says what an operator would have seen.
async fn end(runtime: &Runtime) {
    println!("{:?}", runtime.stats());
    for notice in runtime.notices() {
        println!("notice: {notice}");
    }
    runtime.stop().await;
}
