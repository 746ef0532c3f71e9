//! From a configuration to a bot: communities, adapters, features, store.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use fireside_core::ports::{Adapter, Store};
use fireside_core::{Account, Community, CommunityId, Engine, Ground, Place, Settings, StaffRole};
use fireside_discord::{DiscordAdapter, DiscordOptions, InteractionsEndpoint};
use fireside_feedback::FeedbackFeature;
use fireside_handoff::Handoff;
use fireside_runtime::{Builder, Runtime, SystemClock};
use fireside_store::{SledOptions, SledStore};
use fireside_telegram::{TelegramAdapter, TelegramLimits, TelegramOptions, Webhook};
use fireside_webhook::{Endpoint, Secrets, WebhookAdapter, WebhookOptions};
use secrecy::SecretString;
use serde::Serialize;

use crate::config::{
    CommunityConfig, Config, DiscordConfig, DiscordPlaces, Durability, Home, StoreConfig, TelegramConfig,
    TelegramPlaces, WebhookConfig, secret,
};
use crate::feedback;
use crate::index;
use crate::languages::LANGUAGES;

/// Where tokens are looked for first.
const TELEGRAM_TOKEN: &str = "FIRESIDE_TELEGRAM_TOKEN";
const TELEGRAM_WEBHOOK_SECRET: &str = "FIRESIDE_TELEGRAM_WEBHOOK_SECRET";
const DISCORD_TOKEN: &str = "FIRESIDE_DISCORD_TOKEN";
/// Followed by the community's id, in upper case and with `_` for `-`.
const WEBHOOK_SECRET: &str = "FIRESIDE_WEBHOOK_SECRET_";

const TELEGRAM: &str = fireside_telegram::PLATFORM;
const DISCORD: &str = fireside_discord::PLATFORM;

/// The bot's features and every sentence it says.
///
/// # Errors
/// When the features don't fit together, or a sentence can't be read.
pub fn engine() -> anyhow::Result<Engine> {
    let builder = Engine::builder().feature(Handoff).feature(FeedbackFeature);
    Ok(LANGUAGES.iter().fold(builder, |builder, (tag, source)| builder.phrases(tag, source)).build()?)
}

/// The store, opened.
fn store(config: &StoreConfig) -> anyhow::Result<Arc<dyn Store>> {
    let opened = SledStore::open(store_options(config));
    Ok(Arc::new(opened.with_context(|| format!("the store in {} can't be opened", config.path.display()))?))
}

/// How the configured store is opened.
pub(crate) fn store_options(config: &StoreConfig) -> SledOptions {
    let durability = match config.durability {
        Durability::Power => fireside_store::Durability::Power,
        Durability::Process => fireside_store::Durability::Process,
    };
    let cache_bytes = config.cache_mib.saturating_mul(1024 * 1024);
    SledOptions { durability, cache_bytes, ..SledOptions::new(&config.path) }
}

/// What proves the bot to the platforms it is on, and Telegram to the bot.
pub(crate) struct Tokens {
    pub(crate) telegram: Option<SecretString>,
    pub(crate) telegram_webhook: Option<SecretString>,
    pub(crate) discord: Option<SecretString>,
    /// What is signed with for other software, by community.
    pub(crate) webhooks: BTreeMap<String, SecretString>,
}

impl Tokens {
    /// The tokens of the configured platforms, from the environment or files.
    pub(crate) fn read(config: &Config) -> anyhow::Result<Self> {
        let token = |name, file: &Option<PathBuf>| secret(name, "token_file", file.as_deref());
        let telegram = config.telegram.as_ref();
        let webhook = telegram.and_then(|telegram| telegram.webhook.as_ref());
        let webhook = webhook.map(|webhook| {
            let file = webhook.secret_file.as_deref();
            secret(TELEGRAM_WEBHOOK_SECRET, "secret_file", file).context("[telegram.webhook] secret")
        });
        let telegram =
            telegram.map(|telegram| token(TELEGRAM_TOKEN, &telegram.token_file).context("[telegram] token"));
        let discord = config
            .discord
            .as_ref()
            .map(|discord| token(DISCORD_TOKEN, &discord.token_file).context("[discord] token"));
        Ok(Self {
            telegram: telegram.transpose()?,
            telegram_webhook: webhook.transpose()?,
            discord: discord.transpose()?,
            webhooks: config.communities.iter().filter_map(webhook_secret).collect::<anyhow::Result<_>>()?,
        })
    }
}

/// The adapters of the configured platforms.
pub(crate) fn adapters(config: &Config, tokens: Tokens) -> anyhow::Result<Vec<Arc<dyn Adapter>>> {
    let mut adapters: Vec<Arc<dyn Adapter>> = Vec::new();
    if let Some((telegram, token)) = config.telegram.as_ref().zip(tokens.telegram) {
        let webhook = webhook(telegram.webhook.as_ref(), tokens.telegram_webhook);
        let options = TelegramOptions { webhook, ..telegram_options(config, telegram, token) };
        adapters.push(Arc::new(TelegramAdapter::new(options)?));
    }
    if let Some((discord, token)) = config.discord.as_ref().zip(tokens.discord) {
        adapters.push(Arc::new(DiscordAdapter::new(discord_options(config, discord, token))));
    }
    let endpoints = endpoints(config, &tokens.webhooks)?;
    if !endpoints.is_empty() {
        let options = WebhookOptions::new(endpoints, Arc::new(SystemClock));
        adapters.push(Arc::new(WebhookAdapter::new(options)?));
    }
    Ok(adapters)
}

/// Where the communities' events go, of those that have other software told.
fn endpoints(
    config: &Config,
    secrets: &BTreeMap<String, SecretString>,
) -> anyhow::Result<BTreeMap<CommunityId, Endpoint>> {
    let mut endpoints = BTreeMap::new();
    for community in &config.communities {
        let Some((outward, secret)) = community.webhook.as_ref().zip(secrets.get(&community.id)) else {
            continue;
        };
        let of = |what| format!("community `{}`: webhook {what}", community.id);
        let url = outward.address().with_context(|| of("url"))?;
        let secrets = Secrets::parse(secret).with_context(|| of("secret"))?;
        endpoints.insert(CommunityId::new(&community.id), Endpoint { url, secrets });
    }
    Ok(endpoints)
}

/// The secret of a community's webhook: in `FIRESIDE_WEBHOOK_SECRET_ACME` for
/// `acme`, else in its file.
fn webhook_secret(community: &CommunityConfig) -> Option<anyhow::Result<(String, SecretString)>> {
    let file = community.webhook.as_ref()?.secret_file.as_deref();
    let name = format!("{WEBHOOK_SECRET}{}", community.id.to_ascii_uppercase().replace('-', "_"));
    let secret = secret(&name, "secret_file", file)
        .with_context(|| format!("community `{}`: webhook secret", community.id));
    Some(secret.map(|secret| (community.id.clone(), secret)))
}

/// A runtime with the configured communities, its store, its index and its adapters.
pub(crate) fn builder(
    config: &Config,
    engine: Engine,
    adapters: &[Arc<dyn Adapter>],
) -> anyhow::Result<Builder> {
    let builder = communities(config).into_iter().fold(Runtime::builder(engine), Builder::community);
    // In this order: the index lies in the folder that the store makes and locks.
    let builder = builder.store(store(&config.store)?).search(index::open(&config.store.path));
    Ok(adapters.iter().cloned().fold(builder, Builder::adapter))
}

fn telegram_options(config: &Config, telegram: &TelegramConfig, token: SecretString) -> TelegramOptions {
    let defaults = TelegramOptions::new(token, Arc::new(SystemClock));
    let limits = if telegram.limits == Some(false) { TelegramLimits::none() } else { defaults.limits };
    TelegramOptions {
        api_url: telegram.api_url.clone(),
        poll_timeout_secs: telegram.poll_timeout_secs.unwrap_or(defaults.poll_timeout_secs),
        staff_chats: places(config, |community| community.telegram.as_ref()?.staff_group),
        groups: places(config, |community| community.telegram.iter().flat_map(TelegramPlaces::of_customers)),
        staff_of: places(config, staff_of).into_iter().collect(),
        limits,
        ..defaults
    }
}

/// Each group of a community's customers, with the group its staff work in.
fn staff_of(community: &CommunityConfig) -> Vec<(i64, i64)> {
    let Some(places) = &community.telegram else { return Vec::new() };
    let staff = places.staff_group.into_iter();
    staff.flat_map(|staff| places.of_customers().into_iter().map(move |group| (group, staff))).collect()
}

fn webhook(config: Option<&WebhookConfig>, secret: Option<SecretString>) -> Option<Webhook> {
    let (config, secret) = config.zip(secret)?;
    let WebhookConfig { listen, max_connections, .. } = *config;
    Some(Webhook { listen, public_url: config.public_url.clone(), secret, max_connections })
}

fn discord_options(config: &Config, discord: &DiscordConfig, token: SecretString) -> DiscordOptions {
    let defaults = DiscordOptions::new(token, Arc::new(SystemClock));
    let calls_per_second = defaults.calls_per_second.filter(|_| discord.limits != Some(false));
    DiscordOptions {
        api_url: discord.api_url.clone(),
        calls_per_second,
        guilds: places(config, |community| Some(community.discord.as_ref()?.guild)),
        staff_channels: places(config, |community| community.discord.as_ref()?.staff_channel),
        feedback_channels: places(config, |community| community.discord.as_ref()?.feedback_channel),
        staff_roles: places(config, |community| {
            community.discord.iter().flat_map(|places| places.staff_roles.clone())
        }),
        message_content: discord.message_content,
        members: discord.members,
        personas: discord.personas,
        shards: discord.shards,
        interactions: discord.interactions.as_ref().map(|configured| InteractionsEndpoint {
            listen: configured.listen,
            public_key: configured.public_key.clone(),
        }),
        ..defaults
    }
}

fn places<'a, T: IntoIterator>(config: &'a Config, of: impl Fn(&'a CommunityConfig) -> T) -> Vec<T::Item> {
    config.communities.iter().flat_map(of).collect()
}

/// The communities as the engine knows them. Private chats on a platform are
/// the first's that wants them: nobody else is told to lead people there.
fn communities(config: &Config) -> Vec<Community> {
    let mut communities: Vec<_> = config.communities.iter().map(community).collect();
    let mut taken = Vec::new();
    for community in &mut communities {
        community.grounds.retain(|ground| match ground {
            Ground::PrivateChats(platform) if taken.contains(platform) => false,
            Ground::PrivateChats(platform) => {
                taken.push(platform.clone());
                true
            }
            Ground::Space(..) | Ground::Channel(..) | Ground::Platform(..) => true,
        });
    }
    communities
}

fn community(config: &CommunityConfig) -> Community {
    let mut community = Community::new(config.id.as_str(), config.name.as_str());
    community.locale.clone_from(&config.locale);
    community.time_zone.clone_from(&config.time_zone);
    if let Some(telegram) = &config.telegram {
        add_telegram(&mut community, telegram);
    }
    if let Some(discord) = &config.discord {
        add_discord(&mut community, discord);
    }
    community.staff_home = staff_home(config);
    community.staff_forum = staff_forum(config);
    community.outward = config.webhook.as_ref().map(|_| fireside_webhook::place(&community.id));
    set(&mut community, &config.handoff);
    let cards = feedback::place(config).map(|place| (fireside_feedback::PLACE.to_owned(), place));
    community.places.extend(cards);
    set(&mut community, &config.feedback);
    community
}

fn set<S: Settings + Serialize>(community: &mut Community, settings: &S) {
    if let Ok(section) = serde_json::to_value(settings) {
        community.settings.insert(S::SECTION.to_owned(), section);
    }
}

fn add_telegram(community: &mut Community, places: &TelegramPlaces) {
    let groups = places.of_customers().into_iter();
    let grounds = groups.map(|group| Ground::Channel(TELEGRAM.into(), group.to_string().into()));
    community.grounds.extend(grounds);
    if places.private_chats {
        community.grounds.push(Ground::PrivateChats(TELEGRAM.into()));
    }
    let accounts = places.staff_accounts.iter().map(|id| Account::new(TELEGRAM, id.to_string()));
    community.staff.accounts.extend(accounts);
    if places.staff_admins {
        let role = fireside_telegram::ADMIN_ROLE.into();
        community.staff.roles.push(StaffRole { platform: TELEGRAM.into(), role });
    }
}

fn add_discord(community: &mut Community, places: &DiscordPlaces) {
    community.grounds.push(Ground::Space(DISCORD.into(), places.guild.to_string().into()));
    if places.private_chats {
        community.grounds.push(Ground::PrivateChats(DISCORD.into()));
    }
    let accounts = places.staff_accounts.iter().map(|id| Account::new(DISCORD, id.to_string()));
    community.staff.accounts.extend(accounts);
    let role = |role: &u64| StaffRole { platform: DISCORD.into(), role: role.to_string().into() };
    community.staff.roles.extend(places.staff_roles.iter().map(role));
    community.staff.duty.extend(places.duty_role.iter().map(role));
}

fn staff_home(config: &CommunityConfig) -> Option<Place> {
    match config.staff_home {
        Home::Telegram => {
            let group = config.telegram.as_ref()?.staff_group?;
            Some(Place::channel(TELEGRAM, group.to_string()))
        }
        Home::Discord => {
            let discord = config.discord.as_ref()?;
            Some(
                Place::channel(DISCORD, discord.staff_channel?.to_string()).within(discord.guild.to_string()),
            )
        }
    }
}

/// Staff work on Discord and have a forum there for their rooms.
fn staff_forum(config: &CommunityConfig) -> Option<Place> {
    let discord = config.discord.as_ref().filter(|_| config.staff_home == Home::Discord)?;
    Some(Place::channel(DISCORD, discord.staff_forum?.to_string()).within(discord.guild.to_string()))
}

/// Whether a store can be made in `path`.
pub(crate) fn can_hold_store(path: &Path) -> bool {
    let mut folder = Some(path);
    while let Some(at) = folder {
        if let Ok(found) = at.metadata() {
            return found.is_dir() && !found.permissions().readonly();
        }
        folder = at.parent();
    }
    true
}
