//! Where something can be said.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::{ChannelId, Platform, SpaceId, ThreadId};

/// Somewhere on a platform where something can be said.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The platform it is on.
    pub platform: Platform,
    /// What holds the channel, on platforms that group channels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub space: Option<SpaceId>,
    /// The channel, group or private chat.
    pub channel: ChannelId,
    /// The thread or topic inside the channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<ThreadId>,
}

impl Place {
    /// A channel that no space holds.
    pub fn channel(platform: impl Into<Platform>, channel: impl Into<ChannelId>) -> Self {
        Self { platform: platform.into(), space: None, channel: channel.into(), thread: None }
    }

    /// This place inside `space`.
    #[must_use]
    pub fn within(mut self, space: impl Into<SpaceId>) -> Self {
        self.space = Some(space.into());
        self
    }

    /// The thread `thread` of this channel.
    #[must_use]
    pub fn thread(mut self, thread: impl Into<ThreadId>) -> Self {
        self.thread = Some(thread.into());
        self
    }

    /// The channel that holds this place: itself, without its thread.
    #[must_use]
    pub fn parent(&self) -> Self {
        Self { thread: None, ..self.clone() }
    }

    /// Whether this is `other` or a thread of it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.platform == other.platform
            && self.channel == other.channel
            && (other.thread.is_none() || self.thread == other.thread)
    }
}

impl fmt::Display for Place {
    /// `platform:channel` or `platform:channel/thread`: unique, because a
    /// channel's id is unique on its platform.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.platform, self.channel)?;
        match &self.thread {
            Some(thread) => write!(f, "/{thread}"),
            None => Ok(()),
        }
    }
}

/// Who else hears what is said in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// One account and the bot.
    Private,
    /// Everybody in a group or channel.
    Group,
}
