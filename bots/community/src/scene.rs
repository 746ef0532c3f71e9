//! The bot in a furnished scene: both platforms simulated, everything else as
//! it ships. The demo plays in it, and the end-to-end tests.

use std::path::Path;

use fireside_core::Engine;
use fireside_runtime::Builder;
use fireside_sim::{Scene, scene::TELEGRAM_TOKEN};

use crate::config::{
    CommunityConfig, Config, DiscordConfig, DiscordPlaces, Durability, Home, StoreConfig, TelegramConfig,
    TelegramPlaces,
};
use crate::wiring::{self, Tokens};

/// The bot of `engine` in `scene`, with its store in `folder`: the real
/// adapters, pointed at the simulators by their settings alone.
///
/// # Errors
/// When the store can't be opened.
pub fn builder(scene: &Scene, home: Home, folder: &Path, engine: Engine) -> anyhow::Result<Builder> {
    let config = config(scene, home, folder);
    let tokens =
        Tokens { telegram: Some(TELEGRAM_TOKEN.into()), discord: Some(scene.discord_token.as_str().into()) };
    wiring::builder(&config, engine, &wiring::adapters(&config, tokens)?)
}

fn config(scene: &Scene, home: Home, folder: &Path) -> Config {
    let (telegram, discord) = (scene.on_telegram, scene.on_discord);
    let store = StoreConfig { path: folder.to_owned(), durability: Durability::Process, cache_mib: 16 };
    let community = CommunityConfig {
        id: "acme".to_owned(),
        name: "Acme".to_owned(),
        locale: "en".to_owned(),
        staff_home: home,
        handoff: fireside_handoff::Settings::default(),
        telegram: Some(TelegramPlaces {
            groups: vec![telegram.group],
            private_chats: true,
            staff_group: Some(telegram.staff_group),
            staff_accounts: vec![telegram.ana],
            staff_admins: false,
        }),
        discord: Some(DiscordPlaces {
            guild: discord.guild,
            staff_channel: Some(discord.desk),
            staff_roles: vec![discord.team],
            ..DiscordPlaces::default()
        }),
    };
    let telegram = TelegramConfig {
        api_url: Some(scene.telegram.url().to_owned()),
        limits: Some(false),
        ..TelegramConfig::default()
    };
    let discord = DiscordConfig { api_url: Some(scene.discord.url().to_owned()), ..DiscordConfig::default() };
    Config { store, telegram: Some(telegram), discord: Some(discord), communities: vec![community] }
}
