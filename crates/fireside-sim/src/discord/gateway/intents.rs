//! Gateway intents, by the documentation's names.

/// Guilds, roles, channels and threads.
pub const GUILDS: u64 = 1;
/// Members; privileged.
pub const GUILD_MEMBERS: u64 = 1 << 1;
/// Bans and audit log entries.
pub const GUILD_MODERATION: u64 = 1 << 2;
/// Emoji, stickers and sounds.
pub const GUILD_EXPRESSIONS: u64 = 1 << 3;
/// Integrations.
pub const GUILD_INTEGRATIONS: u64 = 1 << 4;
/// Webhooks of a channel.
pub const GUILD_WEBHOOKS: u64 = 1 << 5;
/// Invites.
pub const GUILD_INVITES: u64 = 1 << 6;
/// Voice states.
pub const GUILD_VOICE_STATES: u64 = 1 << 7;
/// Presences; privileged.
pub const GUILD_PRESENCES: u64 = 1 << 8;
/// Messages in guilds.
pub const GUILD_MESSAGES: u64 = 1 << 9;
/// Reactions in guilds.
pub const GUILD_MESSAGE_REACTIONS: u64 = 1 << 10;
/// Typing in guilds.
pub const GUILD_MESSAGE_TYPING: u64 = 1 << 11;
/// Direct messages.
pub const DIRECT_MESSAGES: u64 = 1 << 12;
/// Reactions to direct messages.
pub const DIRECT_MESSAGE_REACTIONS: u64 = 1 << 13;
/// Typing in direct messages.
pub const DIRECT_MESSAGE_TYPING: u64 = 1 << 14;
/// What messages say; privileged.
pub const MESSAGE_CONTENT: u64 = 1 << 15;
/// Scheduled events.
pub const GUILD_SCHEDULED_EVENTS: u64 = 1 << 16;
/// Rules of the automatic moderation.
pub const AUTO_MODERATION_CONFIGURATION: u64 = 1 << 20;
/// What the automatic moderation did.
pub const AUTO_MODERATION_EXECUTION: u64 = 1 << 21;
/// Votes in polls in guilds.
pub const GUILD_MESSAGE_POLLS: u64 = 1 << 24;
/// Votes in polls in direct channels.
pub const DIRECT_MESSAGE_POLLS: u64 = 1 << 25;

/// The intents an application must be granted.
pub const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;

/// Every bit that stands for an intent; any other closes with 4013.
pub(crate) const KNOWN: u64 = 0x1_ffff | (0b11 << 20) | (0b11 << 24);
