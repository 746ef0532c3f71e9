//! What the adapter is started with.

use std::fmt;
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
    /// The roles whose holders are staff.
    pub staff_roles: Vec<u64>,
    /// How many deliveries go out in a second over all; `None` is no limit, for
    /// a server of one's own, or for measuring. Buckets are kept in any case.
    pub calls_per_second: Option<u32>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
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
            staff_roles: Vec::new(),
            calls_per_second: Some(CALLS_PER_SECOND),
            clock,
        }
    }

    pub(crate) fn base(&self) -> &str {
        self.api_url.as_deref().unwrap_or(DISCORD).trim_end_matches('/')
    }

    pub(crate) fn intents(&self) -> Intents {
        let mut intents = Intents::GUILDS | Intents::GUILD_MESSAGES | Intents::DIRECT_MESSAGES;
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
            .field("staff_roles", &self.staff_roles)
            .finish_non_exhaustive()
    }
}
