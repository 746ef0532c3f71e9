//! Reactions: put on, taken off, cleared.

use fireside_core::event::{EventKind, Reaction, ReactionChange};
use serde::Deserialize;
use serenity::all::{ChannelId, GuildId, MessageId, UserId};

use super::poll::Emoji;
use super::who::Member;

/// One reaction of somebody's, or all of one emoji, or all there are: the
/// fewer fields, the more of them.
#[derive(Debug, Deserialize)]
pub(crate) struct ReactionFrame {
    #[serde(default)]
    pub(crate) user_id: Option<UserId>,
    pub(crate) channel_id: ChannelId,
    message_id: MessageId,
    #[serde(default)]
    pub(crate) guild_id: Option<GuildId>,
    #[serde(default)]
    pub(crate) member: Option<Member>,
    #[serde(default)]
    emoji: Option<Emoji>,
}

impl ReactionFrame {
    /// What happened to it.
    pub(crate) fn happened(&self, change: ReactionChange) -> EventKind {
        EventKind::Reaction(Reaction {
            message: self.message_id.to_string().into(),
            emoji: self.emoji.as_ref().map(Emoji::written).unwrap_or_default(),
            change,
        })
    }
}
