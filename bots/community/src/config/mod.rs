//! The configuration file: its shape, and reading it.

mod problem;
mod secret;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Context;
use fireside_webhook::{EndpointError, EndpointUrl};
use serde::Deserialize;

pub(crate) use problem::Problem;
pub(crate) use secret::secret;

/// Everything that can be set. A key that is not here is refused by name.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    #[serde(default)]
    pub(crate) store: StoreConfig,
    #[serde(default)]
    pub(crate) telegram: Option<TelegramConfig>,
    #[serde(default)]
    pub(crate) discord: Option<DiscordConfig>,
    #[serde(default, rename = "community")]
    pub(crate) communities: Vec<CommunityConfig>,
}

/// Where state is kept.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct StoreConfig {
    pub(crate) path: PathBuf,
    pub(crate) durability: Durability,
    pub(crate) cache_mib: u64,
}

impl Default for StoreConfig {
    fn default() -> Self {
        Self { path: PathBuf::from("fireside-data"), durability: Durability::Power, cache_mib: 64 }
    }
}

/// What acknowledged state survives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Durability {
    /// A power cut.
    Power,
    /// A killed process; a power cut may lose the last moments.
    Process,
}

/// How Telegram is reached.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct TelegramConfig {
    pub(crate) token_file: Option<PathBuf>,
    pub(crate) api_url: Option<String>,
    pub(crate) poll_timeout_secs: Option<u32>,
    /// Whether the documented sending limits are kept; off only against a simulator.
    pub(crate) limits: Option<bool>,
    /// Telegram brings updates, instead of being polled for them.
    pub(crate) webhook: Option<WebhookConfig>,
}

/// Where Telegram brings updates to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WebhookConfig {
    pub(crate) listen: SocketAddr,
    pub(crate) public_url: String,
    #[serde(default)]
    pub(crate) secret_file: Option<PathBuf>,
    #[serde(default = "forty")]
    pub(crate) max_connections: u8,
}

/// Telegram's own default.
fn forty() -> u8 {
    40
}

/// How Discord is reached.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct DiscordConfig {
    pub(crate) token_file: Option<PathBuf>,
    pub(crate) api_url: Option<String>,
    /// Whether the documented limit on calls is kept; off only against a simulator.
    pub(crate) limits: Option<bool>,
    pub(crate) message_content: bool,
    pub(crate) members: bool,
    pub(crate) personas: bool,
    /// Over how many connections the gateway is read; as many as Discord advises where it is left out.
    pub(crate) shards: Option<u32>,
    /// Discord brings interactions over HTTP, instead of over the gateway.
    pub(crate) interactions: Option<InteractionsConfig>,
}

impl Default for DiscordConfig {
    fn default() -> Self {
        Self {
            token_file: None,
            api_url: None,
            limits: None,
            message_content: true,
            members: false,
            personas: true,
            shards: None,
            interactions: None,
        }
    }
}

/// Where Discord brings interactions to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InteractionsConfig {
    pub(crate) listen: SocketAddr,
    pub(crate) public_key: String,
}

/// One brand's community.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CommunityConfig {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(default = "english")]
    pub(crate) locale: String,
    /// Its time zone, by its name in the IANA database.
    #[serde(default = "utc")]
    pub(crate) time_zone: String,
    /// Which platform staff work on.
    pub(crate) staff_home: Home,
    #[serde(default)]
    pub(crate) telegram: Option<TelegramPlaces>,
    #[serde(default)]
    pub(crate) discord: Option<DiscordPlaces>,
    #[serde(default)]
    pub(crate) handoff: fireside_handoff::Settings,
    #[serde(default)]
    pub(crate) feedback: fireside_feedback::Settings,
    /// Which platform cards of feedback are shown on, where both have a place for them.
    #[serde(default)]
    pub(crate) feedback_home: Option<Home>,
    /// Other software is told what happens.
    #[serde(default)]
    pub(crate) webhook: Option<OutwardConfig>,
}

/// Where other software is told what happens in a community.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OutwardConfig {
    pub(crate) url: String,
    #[serde(default)]
    pub(crate) secret_file: Option<PathBuf>,
    /// Whether this machine may be told; only for trials on it.
    #[serde(default)]
    pub(crate) allow_loopback: bool,
}

impl OutwardConfig {
    /// The address, if it is one that may be told anything.
    pub(crate) fn address(&self) -> Result<EndpointUrl, EndpointError> {
        EndpointUrl::parse(&self.url, self.allow_loopback)
    }
}

fn english() -> String {
    "en".to_owned()
}

fn utc() -> String {
    "UTC".to_owned()
}

/// The platform staff work on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Home {
    /// A private channel on Discord.
    Discord,
    /// A forum group on Telegram.
    Telegram,
}

/// A community's places on Telegram.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct TelegramPlaces {
    pub(crate) groups: Vec<i64>,
    pub(crate) private_chats: bool,
    pub(crate) staff_group: Option<i64>,
    pub(crate) staff_accounts: Vec<i64>,
    pub(crate) staff_admins: bool,
    /// The group in which cards of feedback are shown.
    pub(crate) feedback_group: Option<i64>,
    /// The topic of that group in which all of them are shown.
    pub(crate) feedback_topic: Option<i32>,
}

impl TelegramPlaces {
    /// The groups that customers are in: those they talk in, and the one in
    /// which feedback is shown.
    pub(crate) fn of_customers(&self) -> Vec<i64> {
        let shown = self.feedback_group.filter(|group| Some(*group) != self.staff_group);
        let further = shown.filter(|group| !self.groups.contains(group));
        self.groups.iter().copied().chain(further).collect()
    }
}

/// A community's places on Discord.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DiscordPlaces {
    pub(crate) guild: u64,
    #[serde(default)]
    pub(crate) staff_channel: Option<u64>,
    /// The forum in which staff's rooms are opened as posts.
    #[serde(default)]
    pub(crate) staff_forum: Option<u64>,
    #[serde(default)]
    pub(crate) staff_roles: Vec<u64>,
    /// The role whose holders are called when somebody is needed.
    #[serde(default)]
    pub(crate) duty_role: Option<u64>,
    #[serde(default)]
    pub(crate) staff_accounts: Vec<u64>,
    #[serde(default)]
    pub(crate) private_chats: bool,
    /// The channel in which cards of feedback are shown.
    #[serde(default)]
    pub(crate) feedback_channel: Option<u64>,
}

/// Reads a configuration file.
pub(crate) fn read(path: &Path) -> anyhow::Result<Config> {
    let text = std::fs::read_to_string(path).with_context(|| {
        format!(
            "{} can't be read; copy config/fireside.toml there or name another with --config",
            path.display()
        )
    })?;
    parse(&text).map_err(|problem| anyhow::anyhow!("{}:{problem}", path.display()))
}

/// Reads a configuration's text.
pub(crate) fn parse(text: &str) -> Result<Config, Problem> {
    toml::from_str(text).map_err(|error| Problem::of_toml(text, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_configuration_can_be_read() {
        let config = parse(include_str!("../../../../config/fireside.toml")).expect("it is right");
        assert_eq!(config.communities.len(), 1);
        assert_eq!(config.store.durability, Durability::Power);
    }

    #[test]
    fn a_misspelt_key_is_named_with_its_line_and_what_was_meant() {
        let problem = parse("[store]\npath = \"x\"\ndurabilty = \"power\"\n").expect_err("refused");
        assert_eq!(problem.to_string(), "3: unknown key `durabilty`; did you mean `durability`?");
    }

    #[test]
    fn a_key_that_has_moved_is_named_with_where_it_went() {
        let text = "[[community]]\nid = \"acme\"\nname = \"Acme\"\nstaff_home = \"discord\"\n\
                    [community.feedback]\ntime_zone = \"UTC\"\n";
        let problem = parse(text).expect_err("refused").to_string();
        assert_eq!(
            problem,
            "6: unknown key `time_zone`: it belongs to the community: write it under \
             [[community]]"
        );
    }

    #[test]
    fn a_wrong_type_is_named_with_its_line() {
        let text = "[[community]]\nid = \"acme\"\nname = \"Acme\"\nstaff_home = \"discord\"\n\n[community.discord]\nguild = \"mine\"\n";
        let problem = parse(text).expect_err("refused").to_string();
        assert!(problem.starts_with("7: "), "{problem}");
        assert!(problem.contains("u64"), "{problem}");
    }

    #[test]
    fn a_missing_key_is_named() {
        let problem = parse("[[community]]\nid = \"acme\"\n").expect_err("refused").to_string();
        assert!(problem.contains("`name`"), "{problem}");
    }

    #[test]
    fn where_discord_brings_interactions_is_read_whole_or_refused() {
        let text = "[discord.interactions]\nlisten = \"127.0.0.1:8080\"\npublic_key = \"ab\"\n";
        let discord = parse(text).expect("it is right").discord.expect("it is there");
        assert_eq!(discord.interactions.map(|it| it.listen.port()), Some(8080));
        let problem = parse("[discord.interactions]\nlisten = \"127.0.0.1:8080\"\n").expect_err("refused");
        assert!(problem.to_string().contains("`public_key`"), "{problem}");
    }
}
