//! What the world is made of.

use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(crate) use super::message::{
    Mentions, Message, Persona, Reaction, Reference, message_flags, message_type,
};

/// Channel types in use, by the documentation's names.
pub(crate) mod channel_type {
    pub(crate) const GUILD_TEXT: u8 = 0;
    pub(crate) const DM: u8 = 1;
    pub(crate) const GUILD_VOICE: u8 = 2;
    pub(crate) const GUILD_CATEGORY: u8 = 4;
    pub(crate) const GUILD_ANNOUNCEMENT: u8 = 5;
    pub(crate) const ANNOUNCEMENT_THREAD: u8 = 10;
    pub(crate) const PUBLIC_THREAD: u8 = 11;
    pub(crate) const PRIVATE_THREAD: u8 = 12;
    pub(crate) const GUILD_STAGE_VOICE: u8 = 13;
    pub(crate) const GUILD_FORUM: u8 = 15;
    pub(crate) const GUILD_MEDIA: u8 = 16;
}

#[derive(Debug)]
pub(crate) struct User {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) is_bot: bool,
    /// Whether the user takes direct messages; if not, sending one gives 50007.
    pub(crate) takes_direct_messages: bool,
    /// The language of the user's client.
    pub(crate) locale: String,
}

#[derive(Debug)]
pub(crate) struct Guild {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) owner: u64,
    /// The @everyone role has the guild's id.
    pub(crate) roles: BTreeMap<u64, Role>,
    pub(crate) members: BTreeMap<u64, Member>,
    pub(crate) channels: BTreeSet<u64>,
    /// Threads that still exist, archived ones too.
    pub(crate) threads: BTreeSet<u64>,
    /// The bot's managed role.
    pub(crate) bot_role: u64,
    /// Where joins are announced.
    pub(crate) system_channel: Option<u64>,
    /// 0 to 3; files may be larger in boosted guilds.
    pub(crate) premium_tier: u8,
    pub(crate) stickers: BTreeMap<u64, Sticker>,
    /// Who was banned, with the reason.
    pub(crate) bans: BTreeMap<u64, Option<String>>,
    /// The language of the guild.
    pub(crate) locale: String,
    /// An outage: nothing of it is heard.
    pub(crate) is_unavailable: bool,
}

/// A guild's sticker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sticker {
    pub(crate) id: u64,
    pub(crate) name: String,
    /// 1 is PNG, 2 APNG, 3 Lottie, 4 GIF.
    pub(crate) format: u8,
}

#[derive(Debug, Clone)]
pub(crate) struct Role {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) permissions: u64,
    pub(crate) position: usize,
    pub(crate) is_managed: bool,
    pub(crate) is_mentionable: bool,
    /// Shown apart from the members without it.
    pub(crate) is_hoisted: bool,
    /// 24 bits of red, green and blue.
    pub(crate) color: u64,
    /// The bot whose role it is.
    pub(crate) bot: Option<u64>,
}

#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) roles: Vec<u64>,
    pub(crate) joined_at_ms: u64,
    pub(crate) nick: Option<String>,
    /// Until when the member is silenced.
    pub(crate) timeout_until_ms: Option<u64>,
}

/// A guild channel, a direct channel or a thread.
#[derive(Debug)]
pub(crate) struct Channel {
    pub(crate) id: u64,
    pub(crate) kind: u8,
    pub(crate) guild: Option<u64>,
    /// A thread's channel, or a channel's category.
    pub(crate) parent: Option<u64>,
    pub(crate) name: String,
    pub(crate) topic: Option<String>,
    pub(crate) position: usize,
    pub(crate) overwrites: Vec<Overwrite>,
    /// The other side of a direct channel.
    pub(crate) recipient: Option<u64>,
    pub(crate) thread: Option<Thread>,
    pub(crate) settings: ChannelSettings,
    /// When a message was last pinned.
    pub(crate) last_pin_at_ms: Option<u64>,
    /// When it was renamed or its topic changed, as far as that limits the next time.
    pub(crate) renamed_at_ms: Vec<u64>,
    /// In order of their ids, which is the order they were sent in.
    pub(crate) messages: BTreeMap<u64, Message>,
    /// Enforced nonces: the message each one made, and when.
    pub(crate) nonces: HashMap<String, (u64, u64)>,
}

/// What a guild channel is set to, beside its name, topic and place.
#[derive(Debug, Clone, Default)]
pub(crate) struct ChannelSettings {
    pub(crate) nsfw: bool,
    pub(crate) flags: u64,
    pub(crate) slow_mode_secs: u64,
    pub(crate) default_auto_archive_minutes: Option<u64>,
    pub(crate) default_thread_slow_mode_secs: u64,
    /// Tags that a forum's posts may have.
    pub(crate) available_tags: Vec<Tag>,
    /// As it was given: `default_reaction_emoji`, `default_sort_order` and
    /// `default_forum_layout` of forums, `bitrate` and the like of voice channels.
    pub(crate) other: serde_json::Map<String, serde_json::Value>,
}

/// A forum's tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(crate) id: u64,
    pub(crate) name: String,
    /// Only who manages threads may put it on.
    pub(crate) is_moderated: bool,
    pub(crate) emoji_id: Option<u64>,
    pub(crate) emoji_name: Option<String>,
}

/// Channel flags in use.
pub(crate) mod channel_flags {
    /// A post at the top of its forum.
    pub(crate) const PINNED: u64 = 1 << 1;
    /// A forum whose posts need a tag.
    pub(crate) const REQUIRE_TAG: u64 = 1 << 4;
}

#[derive(Debug, Clone)]
pub(crate) struct Overwrite {
    pub(crate) id: u64,
    pub(crate) is_for_member: bool,
    pub(crate) allow: u64,
    pub(crate) deny: u64,
}

#[derive(Debug, Clone)]
pub(crate) struct Thread {
    pub(crate) owner: u64,
    pub(crate) archived: bool,
    pub(crate) locked: bool,
    pub(crate) invitable: bool,
    pub(crate) auto_archive_minutes: u64,
    pub(crate) created_at_ms: u64,
    pub(crate) archive_changed_at_ms: u64,
    /// When something was last said, which auto-archiving counts from.
    pub(crate) active_at_ms: u64,
    /// When each member joined.
    pub(crate) members: BTreeMap<u64, u64>,
    pub(crate) sent: u64,
    /// The forum's tags it has.
    pub(crate) tags: Vec<u64>,
}

/// The language of whoever says nothing else.
pub(crate) const LOCALE_DEFAULT: &str = "en-US";

impl User {
    pub(crate) fn new(id: u64, name: &str, is_bot: bool) -> Self {
        let locale = LOCALE_DEFAULT.to_owned();
        Self { id, name: name.to_owned(), is_bot, takes_direct_messages: true, locale }
    }
}

impl Channel {
    pub(crate) fn new(id: u64, kind: u8, guild: Option<u64>, name: &str) -> Self {
        Self {
            id,
            kind,
            guild,
            parent: None,
            name: name.to_owned(),
            topic: None,
            position: 0,
            overwrites: Vec::new(),
            recipient: None,
            thread: None,
            settings: ChannelSettings::default(),
            last_pin_at_ms: None,
            renamed_at_ms: Vec::new(),
            messages: BTreeMap::new(),
            nonces: HashMap::new(),
        }
    }

    /// Whether it holds posts instead of messages.
    pub(crate) fn is_forum(&self) -> bool {
        matches!(self.kind, channel_type::GUILD_FORUM | channel_type::GUILD_MEDIA)
    }

    /// The last message that everybody in the channel sees.
    pub(crate) fn last_message(&self) -> Option<u64> {
        let mut newest_first = self.messages.values().rev();
        newest_first.find(|message| message.seen_only_by.is_none()).map(|message| message.id)
    }
}
