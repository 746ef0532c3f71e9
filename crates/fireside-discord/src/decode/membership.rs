//! Who comes and goes: members, and the bot itself.

use fireside_core::event::Membership;
use fireside_core::{Event, EventId, EventKind, Place, Timestamp};
use serde::Deserialize;
use serenity::all::{GuildId, RoleId, User};

use super::{actor, by_nobody, event};
use crate::PLATFORM;
use crate::channels::ChannelFrame;

/// A guild, as the gateway gives it when it becomes available.
#[derive(Debug, Deserialize)]
pub(crate) struct GuildFrame {
    pub(crate) id: GuildId,
    /// An outage, not a removal.
    #[serde(default)]
    pub(crate) unavailable: bool,
    #[serde(default)]
    pub(crate) channels: Vec<ChannelFrame>,
    #[serde(default)]
    pub(crate) threads: Vec<ChannelFrame>,
}

/// A member who came, left, or changed.
#[derive(Debug, Deserialize)]
pub(crate) struct MemberFrame {
    pub(crate) guild_id: GuildId,
    user: User,
    #[serde(default)]
    nick: Option<String>,
    #[serde(default)]
    roles: Option<Vec<RoleId>>,
}

/// A guild as a whole: it has no channel of its own, so it stands in for one.
pub(crate) fn guild_place(guild: GuildId) -> Place {
    Place::channel(PLATFORM, guild.to_string()).within(guild.to_string())
}

/// The bot came into a guild or was removed from it.
pub(crate) fn bot_moved(guild: GuildId, change: Membership, id: EventId, now: Timestamp) -> Event {
    by_nobody(id, now, guild_place(guild), EventKind::Membership(change))
}

/// A member came, left, or was given or lost a role.
pub(crate) fn member_changed(
    frame: &MemberFrame,
    change: Membership,
    id: EventId,
    now: Timestamp,
    as_of: Timestamp,
) -> Event {
    let who = actor(&frame.user, frame.nick.as_deref(), frame.roles.as_deref(), as_of);
    event(id, now, guild_place(frame.guild_id), who, EventKind::Membership(change))
}
