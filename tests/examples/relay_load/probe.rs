//! What the simulators take by themselves: a message said to each by plain
//! HTTP, now and then, while everything else goes on.

use std::time::Duration;

use fireside_sim::Scene;
use fireside_sim::scene::TELEGRAM_TOKEN;
use serde_json::json;
use tokio::task::JoinHandle;
use tokio::time::Instant;

/// How long between two messages.
const EVERY: Duration = Duration::from_millis(50);

/// How long each simulator took to answer.
#[derive(Debug, Default)]
pub(crate) struct Floors {
    pub(crate) telegram: Vec<Duration>,
    pub(crate) discord: Vec<Duration>,
}

/// Probes until `end`.
pub(crate) fn start(scene: &Scene, end: Instant) -> JoinHandle<reqwest::Result<Floors>> {
    let telegram = format!("{}/bot{TELEGRAM_TOKEN}/sendMessage", scene.telegram.url());
    let discord = format!("{}/api/v10/channels/{}/messages", scene.discord.url(), scene.on_discord.lounge);
    let (token, group) = (format!("Bot {}", scene.discord_token), scene.on_telegram.group);
    tokio::spawn(async move {
        let client = reqwest::Client::new();
        let mut floors = Floors::default();
        let mut ticks = tokio::time::interval(EVERY);
        while Instant::now() < end {
            ticks.tick().await;
            let start = Instant::now();
            let body = json!({ "chat_id": group, "text": "probe" });
            client.post(&telegram).json(&body).send().await?.bytes().await?;
            floors.telegram.push(start.elapsed());
            let start = Instant::now();
            let said = client.post(&discord).header("authorization", &token);
            said.json(&json!({ "content": "probe" })).send().await?.bytes().await?;
            floors.discord.push(start.elapsed());
        }
        Ok(floors)
    })
}
