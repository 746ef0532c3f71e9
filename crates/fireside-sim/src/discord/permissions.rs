//! Permission bits, by the names Discord's documentation gives them.

/// May create invites.
pub const CREATE_INSTANT_INVITE: u64 = 1;
/// May throw members out.
pub const KICK_MEMBERS: u64 = 1 << 1;
/// May ban members.
pub const BAN_MEMBERS: u64 = 1 << 2;
/// Holds every permission, channel overwrites notwithstanding.
pub const ADMINISTRATOR: u64 = 1 << 3;
/// May create, change and delete channels.
pub const MANAGE_CHANNELS: u64 = 1 << 4;
/// May change the guild.
pub const MANAGE_GUILD: u64 = 1 << 5;
/// May react.
pub const ADD_REACTIONS: u64 = 1 << 6;
/// May read the audit log.
pub const VIEW_AUDIT_LOG: u64 = 1 << 7;
/// May see a channel.
pub const VIEW_CHANNEL: u64 = 1 << 10;
/// May send messages, and start threads by posting in forums.
pub const SEND_MESSAGES: u64 = 1 << 11;
/// May have messages read aloud.
pub const SEND_TTS_MESSAGES: u64 = 1 << 12;
/// May delete other people's messages.
pub const MANAGE_MESSAGES: u64 = 1 << 13;
/// May show embeds.
pub const EMBED_LINKS: u64 = 1 << 14;
/// May upload files.
pub const ATTACH_FILES: u64 = 1 << 15;
/// May read what was said before.
pub const READ_MESSAGE_HISTORY: u64 = 1 << 16;
/// May ping everyone and every role.
pub const MENTION_EVERYONE: u64 = 1 << 17;
/// May use other guilds' emoji.
pub const USE_EXTERNAL_EMOJIS: u64 = 1 << 18;
/// May change the own nickname.
pub const CHANGE_NICKNAME: u64 = 1 << 26;
/// May change other people's nicknames.
pub const MANAGE_NICKNAMES: u64 = 1 << 27;
/// May give and change roles, and a channel's overwrites.
pub const MANAGE_ROLES: u64 = 1 << 28;
/// May create, change and delete webhooks.
pub const MANAGE_WEBHOOKS: u64 = 1 << 29;
/// May run application commands.
pub const USE_APPLICATION_COMMANDS: u64 = 1 << 31;
/// May rename, lock, archive and delete threads, and see private ones.
pub const MANAGE_THREADS: u64 = 1 << 34;
/// May start public threads.
pub const CREATE_PUBLIC_THREADS: u64 = 1 << 35;
/// May start private threads.
pub const CREATE_PRIVATE_THREADS: u64 = 1 << 36;
/// May use other guilds' stickers.
pub const USE_EXTERNAL_STICKERS: u64 = 1 << 37;
/// May send messages in threads.
pub const SEND_MESSAGES_IN_THREADS: u64 = 1 << 38;
/// May silence members for a time.
pub const MODERATE_MEMBERS: u64 = 1 << 40;
/// May send voice messages.
pub const SEND_VOICE_MESSAGES: u64 = 1 << 46;
/// May make polls.
pub const SEND_POLLS: u64 = 1 << 49;
/// May use commands of applications of the user's own.
pub const USE_EXTERNAL_APPS: u64 = 1 << 50;
/// May pin messages.
pub const PIN_MESSAGES: u64 = 1 << 51;

/// Every permission.
pub const ALL: u64 = (1 << 53) - 1;

/// What is left to a member who is silenced for a time.
pub(crate) const DURING_TIMEOUT: u64 = VIEW_CHANNEL | READ_MESSAGE_HISTORY;

/// What is lost with the permission to send messages.
pub(crate) const WITH_SENDING: u64 = MENTION_EVERYONE | SEND_TTS_MESSAGES | ATTACH_FILES | EMBED_LINKS;

/// What a new guild's @everyone role allows.
pub const EVERYONE_DEFAULT: u64 = CREATE_INSTANT_INVITE
    | ADD_REACTIONS
    | VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | MENTION_EVERYONE
    | USE_EXTERNAL_EMOJIS
    | CHANGE_NICKNAME
    | USE_APPLICATION_COMMANDS
    | CREATE_PUBLIC_THREADS
    | CREATE_PRIVATE_THREADS
    | USE_EXTERNAL_STICKERS
    | SEND_MESSAGES_IN_THREADS
    | SEND_VOICE_MESSAGES
    | SEND_POLLS;

/// What the bot's own role allows unless told otherwise.
pub const BOT_DEFAULT: u64 = EVERYONE_DEFAULT
    | MANAGE_CHANNELS
    | MANAGE_MESSAGES
    | PIN_MESSAGES
    | MANAGE_THREADS
    | MANAGE_ROLES
    | MANAGE_WEBHOOKS;
