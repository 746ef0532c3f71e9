//! The bot in a furnished scene: both platforms simulated, everything else as
//! it ships. The demo plays in it, and the end-to-end tests.

use std::net::SocketAddr;
use std::path::Path;

use fireside_core::Engine;
use fireside_runtime::Builder;
use fireside_sim::{Scene, scene::TELEGRAM_TOKEN};

use crate::config::{
    CommunityConfig, Config, DiscordConfig, DiscordPlaces, Durability, Home, InteractionsConfig,
    OutwardConfig, StoreConfig, TelegramConfig, TelegramPlaces, WebhookConfig,
};
use crate::wiring::{self, Tokens};

/// The community of a scene.
const COMMUNITY: &str = "acme";
/// The secret that a scene's Telegram shows to the bot's webhook.
const WEBHOOK_SECRET: &str = "a-secret-of-the-scene";

/// How the bot and the platforms of a scene reach each other, and what its
/// community has set.
#[derive(Debug, Clone)]
pub struct Reach {
    /// Where the bot finds the Bot API.
    pub telegram_url: String,
    /// Where the bot finds Discord.
    pub discord_url: String,
    /// Where the bot listens for updates, and where Telegram brings them to; none
    /// lets the bot poll for them.
    pub webhook: Option<(SocketAddr, SocketAddr)>,
    /// Where the bot listens for interactions, and the public key that Discord
    /// signs them with; none lets them come over the gateway.
    pub interactions: Option<(SocketAddr, String)>,
    /// Whether the bot hears who comes to the guild and who goes.
    pub hears_members: bool,
    /// Where on this machine other software listens, and the secret it shares
    /// with the bot; none is told nothing.
    pub outward: Option<(String, String)>,
    /// What the community set about handoffs.
    pub handoff: fireside_handoff::Settings,
}

impl Reach {
    /// Straight to the simulators, by polls and over the gateway.
    pub fn of(scene: &Scene) -> Self {
        Self {
            telegram_url: scene.telegram.url().to_owned(),
            discord_url: scene.discord.url().to_owned(),
            webhook: None,
            interactions: None,
            hears_members: false,
            outward: None,
            handoff: fireside_handoff::Settings::default(),
        }
    }
}

/// The bot of `engine` in `scene`, with its store in `folder`: the real
/// adapters, pointed at the simulators by their settings alone.
///
/// # Errors
/// When the store can't be opened.
pub fn builder(scene: &Scene, home: Home, folder: &Path, engine: Engine) -> anyhow::Result<Builder> {
    builder_reaching(scene, &Reach::of(scene), home, folder, engine)
}

/// The same, where the bot and the platforms reach each other in another way.
///
/// # Errors
/// When the store can't be opened.
pub fn builder_reaching(
    scene: &Scene,
    reach: &Reach,
    home: Home,
    folder: &Path,
    engine: Engine,
) -> anyhow::Result<Builder> {
    let config = config(scene, reach, home, folder);
    let tokens = Tokens {
        telegram: Some(TELEGRAM_TOKEN.into()),
        telegram_webhook: Some(WEBHOOK_SECRET.into()),
        discord: Some(scene.discord_token.as_str().into()),
        webhooks: reach
            .outward
            .iter()
            .map(|(_, secret)| (COMMUNITY.to_owned(), secret.as_str().into()))
            .collect(),
    };
    wiring::builder(&config, engine, &wiring::adapters(&config, tokens)?)
}

fn config(scene: &Scene, reach: &Reach, home: Home, folder: &Path) -> Config {
    let (telegram, discord) = (scene.on_telegram, scene.on_discord);
    let store = StoreConfig { path: folder.to_owned(), durability: Durability::Process, cache_mib: 16 };
    let community = CommunityConfig {
        id: COMMUNITY.to_owned(),
        name: "Acme".to_owned(),
        locale: "en".to_owned(),
        time_zone: "UTC".to_owned(),
        staff_home: home,
        handoff: reach.handoff.clone(),
        feedback: fireside_feedback::Settings::default(),
        feedback_home: Some(home),
        webhook: reach.outward.as_ref().map(|(url, _)| OutwardConfig {
            url: url.clone(),
            secret_file: None,
            allow_loopback: true,
        }),
        telegram: Some(TelegramPlaces {
            groups: vec![telegram.group],
            private_chats: true,
            staff_group: Some(telegram.staff_group),
            staff_accounts: vec![telegram.ana],
            feedback_group: Some(telegram.staff_group),
            ..TelegramPlaces::default()
        }),
        discord: Some(DiscordPlaces {
            guild: discord.guild,
            staff_channel: Some(discord.desk),
            feedback_channel: Some(discord.feedback),
            staff_roles: vec![discord.team],
            ..DiscordPlaces::default()
        }),
    };
    let telegram = TelegramConfig {
        api_url: Some(reach.telegram_url.clone()),
        limits: Some(false),
        webhook: reach.webhook.map(|(listen, told)| WebhookConfig {
            listen,
            public_url: format!("http://{told}/telegram"),
            secret_file: None,
            max_connections: 40,
        }),
        ..TelegramConfig::default()
    };
    let interactions = reach.interactions.clone();
    let discord = DiscordConfig {
        api_url: Some(reach.discord_url.clone()),
        members: reach.hears_members,
        interactions: interactions.map(|(listen, public_key)| InteractionsConfig { listen, public_key }),
        ..DiscordConfig::default()
    };
    Config { store, telegram: Some(telegram), discord: Some(discord), communities: vec![community] }
}
