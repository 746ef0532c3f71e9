//! Gateway intents, by the documentation's names.

/// Guilds, roles, channels and threads.
pub const GUILDS: u64 = 1;
/// Members; privileged.
pub const GUILD_MEMBERS: u64 = 1 << 1;
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

/// The intents an application must be granted.
pub const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;

/// Every bit that stands for an intent; any other closes with 4013.
pub(crate) const KNOWN: u64 = 0x3ff_ffff & !(0b111 << 17) & !(0b11 << 22);
