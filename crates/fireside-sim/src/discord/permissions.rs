//! Permission bits, by the names Discord's documentation gives them.

/// May create invites.
pub const CREATE_INSTANT_INVITE: u64 = 1;
/// Holds every permission, channel overwrites notwithstanding.
pub const ADMINISTRATOR: u64 = 1 << 3;
/// May create, change and delete channels.
pub const MANAGE_CHANNELS: u64 = 1 << 4;
/// May react.
pub const ADD_REACTIONS: u64 = 1 << 6;
/// May see a channel.
pub const VIEW_CHANNEL: u64 = 1 << 10;
/// May send messages, and start threads by posting in forums.
pub const SEND_MESSAGES: u64 = 1 << 11;
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
/// May give and change roles.
pub const MANAGE_ROLES: u64 = 1 << 28;
/// May run application commands.
pub const USE_APPLICATION_COMMANDS: u64 = 1 << 31;
/// May rename, lock, archive and delete threads, and see private ones.
pub const MANAGE_THREADS: u64 = 1 << 34;
/// May start public threads.
pub const CREATE_PUBLIC_THREADS: u64 = 1 << 35;
/// May start private threads.
pub const CREATE_PRIVATE_THREADS: u64 = 1 << 36;
/// May send messages in threads.
pub const SEND_MESSAGES_IN_THREADS: u64 = 1 << 38;

/// Every permission.
pub const ALL: u64 = (1 << 53) - 1;

/// What a new guild's @everyone role allows.
pub const EVERYONE_DEFAULT: u64 = CREATE_INSTANT_INVITE
    | ADD_REACTIONS
    | VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | MENTION_EVERYONE
    | USE_APPLICATION_COMMANDS
    | CREATE_PUBLIC_THREADS
    | CREATE_PRIVATE_THREADS
    | SEND_MESSAGES_IN_THREADS;

/// What the bot's own role allows unless told otherwise.
pub const BOT_DEFAULT: u64 =
    EVERYONE_DEFAULT | MANAGE_CHANNELS | MANAGE_MESSAGES | MANAGE_THREADS | MANAGE_ROLES;
