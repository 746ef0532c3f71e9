//! What a message is made of.

use serde_json::Value;

use super::super::components;
use super::attachments::Attachment;
use super::model::Sticker;
use super::polls::Poll;

/// Message types in use, by the documentation's names.
pub(crate) mod message_type {
    pub(crate) const DEFAULT: u8 = 0;
    pub(crate) const CHANNEL_NAME_CHANGE: u8 = 4;
    pub(crate) const CHANNEL_PINNED_MESSAGE: u8 = 6;
    pub(crate) const USER_JOIN: u8 = 7;
    pub(crate) const THREAD_CREATED: u8 = 18;
    pub(crate) const REPLY: u8 = 19;
    pub(crate) const CHAT_INPUT_COMMAND: u8 = 20;
    pub(crate) const THREAD_STARTER_MESSAGE: u8 = 21;
    pub(crate) const CONTEXT_MENU_COMMAND: u8 = 23;
    pub(crate) const POLL_RESULT: u8 = 46;
}

/// Message flags in use.
pub(crate) mod message_flags {
    pub(crate) const CROSSPOSTED: u64 = 1;
    pub(crate) const SUPPRESS_EMBEDS: u64 = 1 << 2;
    pub(crate) const HAS_THREAD: u64 = 1 << 5;
    pub(crate) const EPHEMERAL: u64 = 1 << 6;
    pub(crate) const LOADING: u64 = 1 << 7;
    pub(crate) const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
    pub(crate) const IS_VOICE_MESSAGE: u64 = 1 << 13;
    pub(crate) const HAS_SNAPSHOT: u64 = 1 << 14;
    pub(crate) const IS_COMPONENTS_V2: u64 = 1 << 15;
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
    pub(crate) pinned_at_ms: Option<u64>,
    pub(crate) is_tts: bool,
    pub(crate) mentions: Mentions,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) stickers: Vec<Sticker>,
    pub(crate) poll: Option<Poll>,
    pub(crate) nonce: Option<Value>,
    /// The message of the same channel that it answers.
    pub(crate) reply_to: Option<u64>,
    /// What a forward or a system message is about.
    pub(crate) reference: Option<Reference>,
    /// The message as it was when it was forwarded.
    pub(crate) forwarded: Option<Box<Message>>,
    pub(crate) flags: u64,
    pub(crate) reactions: Vec<Reaction>,
    /// The thread started from this message; it has the message's id.
    pub(crate) has_thread: bool,
    /// The interaction this message answers, as `interaction_metadata`.
    pub(crate) interaction: Option<Value>,
    /// Sent by webhook or interaction answer, so with `webhook_id`.
    pub(crate) webhook: Option<u64>,
    /// The application that owns the webhook.
    pub(crate) application: Option<u64>,
    /// The name and avatar a webhook gave itself.
    pub(crate) persona: Option<Persona>,
    /// The one user who sees it, when it is ephemeral.
    pub(crate) seen_only_by: Option<u64>,
}

/// What another message, or a thread, is pointed to with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) is_forward: bool,
    pub(crate) guild: Option<u64>,
    pub(crate) channel: u64,
    pub(crate) message: Option<u64>,
}

/// As whom a webhook speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Persona {
    pub(crate) name: String,
    pub(crate) avatar: Option<String>,
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
    /// Who reacted, in the order they did, super reactions included.
    pub(crate) users: Vec<u64>,
    /// Who of them gave a super reaction.
    pub(crate) burst: Vec<u64>,
}

impl Message {
    pub(crate) fn is_loading(&self) -> bool {
        self.flags & message_flags::LOADING != 0
    }

    pub(crate) fn is_components_v2(&self) -> bool {
        self.flags & message_flags::IS_COMPONENTS_V2 != 0
    }

    /// Whether a person or an application wrote it, not the platform.
    pub(crate) fn is_written(&self) -> bool {
        matches!(
            self.kind,
            message_type::DEFAULT
                | message_type::REPLY
                | message_type::CHAT_INPUT_COMMAND
                | message_type::CONTEXT_MENU_COMMAND
        )
    }

    /// What it says: its content, or the texts of its components.
    pub(crate) fn text(&self) -> String {
        let shown = if self.is_components_v2() { components::texts(&self.components) } else { Vec::new() };
        if shown.is_empty() { self.content.clone() } else { shown.join("\n") }
    }

    /// Whether its text, one of its embeds or what it forwards contains `part`.
    pub(crate) fn contains(&self, part: &str) -> bool {
        let embeds = self.embeds.iter().flat_map(|embed| [&embed["title"], &embed["description"]]);
        let mut texts = embeds.filter_map(Value::as_str).chain([self.content.as_str()]);
        texts.any(|text| text.contains(part))
            || (self.is_components_v2() && self.text().contains(part))
            || self.forwarded.as_ref().is_some_and(|message| message.contains(part))
    }
}
