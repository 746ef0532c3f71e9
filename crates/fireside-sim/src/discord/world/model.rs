//! What the world is made of.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

/// Channel types in use, by the documentation's names.
pub(crate) mod channel_type {
    pub(crate) const GUILD_TEXT: u8 = 0;
    pub(crate) const DM: u8 = 1;
    pub(crate) const PUBLIC_THREAD: u8 = 11;
    pub(crate) const PRIVATE_THREAD: u8 = 12;
}

/// Message types in use.
pub(crate) mod message_type {
    pub(crate) const DEFAULT: u8 = 0;
    pub(crate) const REPLY: u8 = 19;
    pub(crate) const CHAT_INPUT_COMMAND: u8 = 20;
}

/// Message flags in use.
pub(crate) mod message_flags {
    pub(crate) const SUPPRESS_EMBEDS: u64 = 1 << 2;
    pub(crate) const HAS_THREAD: u64 = 1 << 5;
    pub(crate) const EPHEMERAL: u64 = 1 << 6;
    pub(crate) const LOADING: u64 = 1 << 7;
    pub(crate) const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
    pub(crate) const IS_COMPONENTS_V2: u64 = 1 << 15;
}

#[derive(Debug)]
pub(crate) struct User {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) is_bot: bool,
    /// Whether the user takes direct messages; if not, sending one gives 50007.
    pub(crate) takes_direct_messages: bool,
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
}

#[derive(Debug)]
pub(crate) struct Role {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) permissions: u64,
    pub(crate) position: usize,
    pub(crate) is_managed: bool,
    pub(crate) is_mentionable: bool,
}

#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) roles: Vec<u64>,
    pub(crate) joined_at_ms: u64,
    pub(crate) nick: Option<String>,
}

/// A guild channel, a direct channel or a thread.
#[derive(Debug)]
pub(crate) struct Channel {
    pub(crate) id: u64,
    pub(crate) kind: u8,
    pub(crate) guild: Option<u64>,
    pub(crate) parent: Option<u64>,
    pub(crate) name: String,
    pub(crate) topic: Option<String>,
    pub(crate) position: usize,
    pub(crate) overwrites: Vec<Overwrite>,
    /// The other side of a direct channel.
    pub(crate) recipient: Option<u64>,
    pub(crate) thread: Option<Thread>,
    /// In order of their ids, which is the order they were sent in.
    pub(crate) messages: BTreeMap<u64, Message>,
    /// Enforced nonces: the message each one made, and when.
    pub(crate) nonces: HashMap<String, (u64, u64)>,
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
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Message {
    pub(crate) id: u64,
    pub(crate) channel: u64,
    pub(crate) author: u64,
    pub(crate) kind: u8,
    pub(crate) content: String,
    pub(crate) sent_at_ms: u64,
    pub(crate) edited_at_ms: Option<u64>,
    pub(crate) mentions: Mentions,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    pub(crate) attachments: Vec<Value>,
    pub(crate) nonce: Option<Value>,
    pub(crate) reply_to: Option<u64>,
    pub(crate) flags: u64,
    pub(crate) reactions: Vec<Reaction>,
    /// The thread started from this message; it has the message's id.
    pub(crate) has_thread: bool,
    /// The interaction this message answers, as `interaction_metadata`.
    pub(crate) interaction: Option<Value>,
    /// Sent by webhook or interaction answer, so with `webhook_id`.
    pub(crate) webhook: Option<u64>,
    /// The one user who sees it, when it is ephemeral.
    pub(crate) seen_only_by: Option<u64>,
}

/// Who a message pings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Mentions {
    pub(crate) users: Vec<u64>,
    pub(crate) roles: Vec<u64>,
    pub(crate) everyone: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Reaction {
    pub(crate) emoji: String,
    pub(crate) users: Vec<u64>,
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
            messages: BTreeMap::new(),
            nonces: HashMap::new(),
        }
    }

    /// The last message that everybody in the channel sees.
    pub(crate) fn last_message(&self) -> Option<u64> {
        let mut newest_first = self.messages.values().rev();
        newest_first.find(|message| message.seen_only_by.is_none()).map(|message| message.id)
    }
}

impl Message {
    pub(crate) fn is_loading(&self) -> bool {
        self.flags & message_flags::LOADING != 0
    }

    /// Whether its text or one of its embeds contains `part`.
    pub(crate) fn contains(&self, part: &str) -> bool {
        let embeds = self.embeds.iter().flat_map(|embed| [&embed["title"], &embed["description"]]);
        let mut texts = embeds.filter_map(Value::as_str).chain([self.content.as_str()]);
        texts.any(|text| text.contains(part))
    }
}
