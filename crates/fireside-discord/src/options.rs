//! What the adapter is started with.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;

use fireside_core::Clock;
use secrecy::SecretString;
use twilight_gateway::Intents;

/// Discord's own address.
const DISCORD: &str = "https://discord.com";

/// Discord takes 50 calls a second; some are left for answers and look-ups.
const CALLS_PER_SECOND: u32 = 45;

/// What the adapter is started with.
#[derive(Clone)]
pub struct DiscordOptions {
    /// The bot's token, without `Bot ` before it.
    pub token: SecretString,
    /// Where the API is; `None`: Discord itself. Requests go to `{api_url}/api/v10/…`.
    pub api_url: Option<String>,
    /// The guilds the bot serves: its commands are registered there.
    pub guilds: Vec<u64>,
    /// Ask for the words of all messages. It is a privileged intent; without it
    /// the bot reads direct messages, mentions of it and interactions only.
    pub message_content: bool,
    /// Ask to hear who comes and goes. It is a privileged intent.
    pub members: bool,
    /// The channels staff work in; the bot must see each of them.
    pub staff_channels: Vec<u64>,
    /// The channels in which feedback is shown; the bot must see each of them.
    pub feedback_channels: Vec<u64>,
    /// The roles whose holders are staff.
    pub staff_roles: Vec<u64>,
    /// How many deliveries go out in a second over all; `None` is no limit, for
    /// a server of one's own, or for measuring. Buckets are kept in any case.
    pub calls_per_second: Option<u32>,
    /// Over how many connections the gateway is read; `None`: as many as
    /// Discord advises. Each guild comes over one of them.
    pub shards: Option<u32>,
    /// Take interactions in over HTTP; `None`: they come over the gateway. The
    /// application's settings at Discord say which of the two it is.
    pub interactions: Option<InteractionsEndpoint>,
    /// Show somebody's words under their own name and picture, by a webhook in
    /// the channel, where the bot may make one. Else their name stands above them.
    pub personas: bool,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
}

/// Where interactions are taken in over HTTP. Discord wants an address with
/// `https://`: something in front of this one has the certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InteractionsEndpoint {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The application's public key: 64 hexadecimal digits.
    pub public_key: String,
}

impl DiscordOptions {
    /// A bot on Discord itself that reads all messages, in no guild yet.
    pub fn new(token: SecretString, clock: Arc<dyn Clock>) -> Self {
        Self {
            token,
            api_url: None,
            guilds: Vec::new(),
            message_content: true,
            members: false,
            staff_channels: Vec::new(),
            feedback_channels: Vec::new(),
            staff_roles: Vec::new(),
            calls_per_second: Some(CALLS_PER_SECOND),
            shards: None,
            interactions: None,
            personas: true,
            clock,
        }
    }

    /// The channels the bot works in, each with the setting that names it.
    pub(crate) fn channels(&self) -> impl Iterator<Item = (u64, &'static str)> {
        let named = |setting| move |channel: &u64| (*channel, setting);
        let staff = self.staff_channels.iter().map(named("discord.staff_channel"));
        staff.chain(self.feedback_channels.iter().map(named("discord.feedback_channel")))
    }

    pub(crate) fn base(&self) -> &str {
        self.api_url.as_deref().unwrap_or(DISCORD).trim_end_matches('/')
    }

    pub(crate) fn intents(&self) -> Intents {
        let mut intents = Intents::GUILDS
            | Intents::GUILD_MESSAGES
            | Intents::GUILD_MESSAGE_REACTIONS
            | Intents::GUILD_MESSAGE_TYPING
            | Intents::GUILD_MESSAGE_POLLS
            | Intents::DIRECT_MESSAGES
            | Intents::DIRECT_MESSAGE_REACTIONS
            | Intents::DIRECT_MESSAGE_TYPING
            | Intents::DIRECT_MESSAGE_POLLS;
        intents.set(Intents::MESSAGE_CONTENT, self.message_content);
        intents.set(Intents::GUILD_MEMBERS, self.members);
        intents
    }
}

impl fmt::Debug for DiscordOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DiscordOptions")
            .field("api_url", &self.api_url)
            .field("guilds", &self.guilds)
            .field("message_content", &self.message_content)
            .field("members", &self.members)
            .field("staff_channels", &self.staff_channels)
            .field("feedback_channels", &self.feedback_channels)
            .field("staff_roles", &self.staff_roles)
            .field("shards", &self.shards)
            .field("interactions", &self.interactions)
            .finish_non_exhaustive()
    }
}
